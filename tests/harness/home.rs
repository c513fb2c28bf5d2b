//! A home of its own for each test: nothing of the user's is seen, nothing is left behind.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// An empty home folder, removed when dropped, with folders for data and settings inside.
pub struct Home {
    folder: TempDir,
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}

impl Home {
    /// A new one.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// The home folder, which is also the current folder of the program.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where the program keeps its data.
    pub fn data(&self) -> PathBuf {
        self.folder().join("data")
    }

    /// Where the program keeps its settings.
    pub fn config(&self) -> PathBuf {
        self.folder().join("config")
    }

    /// The saved assessments, by name.
    pub fn assessments(&self) -> Vec<PathBuf> {
        let Ok(folder) = self.data().join("assessments").read_dir() else { return Vec::new() };
        let mut files: Vec<PathBuf> = folder
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .collect();
        files.sort();
        files
    }

    /// The whole environment of the program: nothing of the surrounding one but the way to other programs.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let path = |path: &Path| path.to_string_lossy().into_owned();
        vec![
            ("PATH", std::env::var("PATH").unwrap_or_default()),
            ("HOME", path(self.folder())),
            ("XDG_DATA_HOME", path(&self.folder().join("share"))),
            ("XDG_CONFIG_HOME", path(&self.folder().join("etc"))),
            ("HOSHITORI_DATA_DIR", path(&self.data())),
            ("HOSHITORI_CONFIG_DIR", path(&self.config())),
            ("TERM", "xterm-256color".to_owned()),
            ("LANG", "ja_JP.UTF-8".to_owned()),
            ("TZ", "Asia/Tokyo".to_owned()),
        ]
    }
}
