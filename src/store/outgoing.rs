//! Writes files that leave the program: reports, answer sheets, policies. Existing files are only replaced on request.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::durable;
use super::failure::{NotRegular, Operation, StoreError};
use super::read::not_regular;
use crate::text::clean;

/// The longest file name without its extension, in bytes. Every file system accepts it.
const MAX_NAME_LEN: usize = 150;

/// Names that Windows reserves for devices, without the digits of `COM1` and `LPT¹`.
const RESERVED: [&str; 8] = ["con", "prn", "aux", "nul", "com", "lpt", "conin$", "conout$"];

/// A file name made of texts from data, which may be hostile: it has no path separators, is no device name of Windows, and is
/// valid on every system. Empty parts are left out.
pub fn file_name(parts: &[&str], extension: &str) -> String {
    let mut name = String::new();
    for part in parts.iter().map(|part| sanitize(part)).filter(|part| !part.is_empty()) {
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(&part);
    }
    let mut end = name.len().min(MAX_NAME_LEN);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name.truncate(end);
    if name.is_empty() || is_device_name(&name) {
        name.insert_str(0, "hoshitori-");
    }
    format!("{name}.{extension}")
}

/// Whether Windows takes a name for that of a device.
fn is_device_name(name: &str) -> bool {
    // It ignores everything after the first full stop: `CON.2026.md` is the console as well.
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let stem = stem.trim_end_matches(|last: char| last.is_ascii_digit() || matches!(last, '¹' | '²' | '³'));
    RESERVED.contains(&stem)
}

/// A part of a file name without separators, wildcards and spaces.
fn sanitize(part: &str) -> String {
    let kept: String = clean(part)
        .chars()
        .map(|character| match character {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\u{fffd}' => '_',
            space if space.is_whitespace() => '_',
            other => other,
        })
        .collect();
    kept.trim_matches(['.', '_', '-', ' ']).to_owned()
}

/// Writes a file that only its owner can read. An existing file or link is only replaced with `force`, the link itself and
/// not its target. Folders, devices, pipes and sockets are never replaced, nor links to them.
///
/// # Errors
///
/// [`StoreError::Exists`], [`StoreError::NotAFile`], or what the system refuses.
pub fn write(path: &Path, contents: &[u8], force: bool) -> Result<(), StoreError> {
    let refused = |error: &std::io::Error| StoreError::system(Operation::Writing, path, error);
    // Newer versions of Windows make a file of that name, which older ones and most programs cannot open.
    if cfg!(windows) && path.file_name().is_some_and(|name| is_device_name(&name.to_string_lossy())) {
        return Err(StoreError::NotAFile(path.to_owned(), NotRegular::Device));
    }
    if let Some(found) = std::fs::metadata(path).ok().and_then(|metadata| not_regular(metadata.file_type())) {
        return Err(StoreError::NotAFile(path.to_owned(), found));
    }
    if force && path.symlink_metadata().is_ok() {
        let mut file = tempfile::NamedTempFile::new_in(durable::folder_of(path)).map_err(|error| refused(&error))?;
        file.write_all(contents).and_then(|()| file.as_file().sync_all()).map_err(|error| refused(&error))?;
        let temporary = file.into_temp_path().keep().map_err(|error| refused(&error.error))?;
        return durable::rename(&temporary, path).map_err(|error| {
            let _ = std::fs::remove_file(&temporary);
            refused(&error)
        });
    }
    let file = durable::private_options().write(true).create_new(true).open(path);
    let mut file = file.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => StoreError::Exists(path.to_owned()),
        _ => refused(&error),
    })?;
    file.write_all(contents).and_then(|()| file.sync_all()).map_err(|error| {
        // Half a report could be taken for a whole one.
        let _ = std::fs::remove_file(path);
        refused(&error)
    })
}

/// The first of `name.ext`, `name-2.ext`, … that does not exist in a folder, for screens that cannot ask before they
/// replace a file.
pub fn free_name(folder: &Path, name: &str) -> PathBuf {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut path = folder.join(name);
    let mut number = 2;
    while path.symlink_metadata().is_ok() && number < 1000 {
        path = folder.join(format!("{stem}-{number}.{extension}"));
        number += 1;
    }
    path
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn file_names_from_data_have_no_separators() {
        assert_eq!(file_name(&["山田製作所", "2026-11-22", "abc"], "html"), "山田製作所-2026-11-22-abc.html");
        assert_eq!(file_name(&["../../etc/passwd", "x"], "md"), "etc_passwd-x.md");
        assert_eq!(file_name(&["CON"], "md"), "hoshitori-CON.md");
        assert_eq!(file_name(&["LPT1"], "md"), "hoshitori-LPT1.md");
        // Windows ignores everything after the first full stop.
        assert_eq!(file_name(&["CON.x", "2026"], "md"), "hoshitori-CON.x-2026.md");
        assert_eq!(file_name(&["com\u{b9}"], "md"), "hoshitori-com\u{b9}.md");
        assert_eq!(file_name(&["CONIN$"], "md"), "hoshitori-CONIN$.md");
        assert_eq!(file_name(&["console.x"], "md"), "console.x.md");
        assert_eq!(file_name(&["..", ""], "md"), "hoshitori-.md");
        assert!(file_name(&[&"長".repeat(5000)], "md").len() < 200);
    }

    #[test]
    fn what_is_there_is_left_alone_unless_forced() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("report.md");
        write(&path, b"one", false).expect("written");
        assert_eq!(write(&path, b"two", false), Err(StoreError::Exists(path.clone())));
        assert_eq!(std::fs::read(&path).expect("there"), b"one");
        write(&path, b"three", true).expect("replaced");
        assert_eq!(std::fs::read(&path).expect("there"), b"three");
        assert_eq!(free_name(folder.path(), "report.md"), folder.path().join("report-2.md"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed_and_files_are_private() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let (target, link) = (folder.path().join("target"), folder.path().join("link.md"));
        std::fs::write(&target, "kept").expect("written");
        std::os::unix::fs::symlink(&target, &link).expect("linked");
        assert!(write(&link, b"new", false).is_err());
        write(&link, b"new", true).expect("replaced");
        assert_eq!(std::fs::read(&target).expect("there"), b"kept");
        let mode = std::fs::metadata(&link).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_replaced_even_if_forced() {
        use std::os::unix::fs::{FileTypeExt, symlink};
        use std::os::unix::net::UnixListener;

        use crate::store::failure::NotRegular;

        let folder = tempfile::tempdir().expect("a folder");
        let (socket, link) = (folder.path().join("socket.md"), folder.path().join("link.md"));
        let _listener = UnixListener::bind(&socket).expect("a socket");
        symlink(&socket, &link).expect("linked");
        for force in [false, true] {
            for (path, found) in [(&socket, NotRegular::Socket), (&link, NotRegular::Socket)] {
                assert_eq!(write(path, b"new", force), Err(StoreError::NotAFile(path.clone(), found)));
            }
            let here = folder.path().to_owned();
            assert_eq!(write(&here, b"new", force), Err(StoreError::NotAFile(here.clone(), NotRegular::Folder)));
        }
        assert!(std::fs::symlink_metadata(&socket).expect("there").file_type().is_socket());
        assert!(std::fs::symlink_metadata(&link).expect("there").is_symlink());
        // A dangling link is replaced with --force.
        let dangling = folder.path().join("dangling.md");
        symlink(folder.path().join("nothing"), &dangling).expect("linked");
        assert_eq!(write(&dangling, b"new", false), Err(StoreError::Exists(dangling.clone())));
        write(&dangling, b"new", true).expect("replaced");
        assert!(!folder.path().join("nothing").exists());
    }

    proptest! {
        #[test]
        fn any_text_gives_a_name_without_a_folder(text in any::<String>()) {
            let name = file_name(&[&text], "md");
            prop_assert!(!name.contains(['/', '\\', '\0']) && !name.starts_with('.'));
            prop_assert!(!name.chars().any(char::is_control) && name.len() < 255 && !name.starts_with('-'));
        }
    }
}
