//! The library between the program and the system, compiled when a test needs it.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The compiled library.
pub struct Shim {
    _folder: TempDir,
    library: PathBuf,
}

impl Shim {
    /// Compiles it; says so where that is not possible.
    pub fn compile() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let library = folder.path().join("shim.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/failing_calls/shim.c");
        let compiled =
            Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&library).arg(source).arg("-ldl").status();
        let is_there = compiled.is_ok_and(|status| status.success());
        if !is_there {
            println!("skipped: no C compiler");
        }
        is_there.then_some(Self { _folder: folder, library })
    }

    /// The environment in which the program runs over it, for calls below a folder.
    pub fn variables(&self, folder: &str, settings: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
        let mut variables =
            vec![("LD_PRELOAD", self.library.to_string_lossy().into_owned()), ("SHIM_FOLDER", folder.to_owned())];
        variables.extend(settings.iter().map(|(name, value)| (*name, value.clone())));
        variables
    }
}
