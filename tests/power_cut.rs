//! A power cut at any moment: what was shown as saved is on the disk, the file is whole.
//!
//! The data lies on a small disk of its own, a file that holds a file system. The cut is a copy of that file: what the
//! system had not written to the disk by then is not in it. Needs the right to mount; without it these tests say so and
//! pass. The order of the calls is tested without it, in `failing_calls`.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod harness;
mod storm;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use harness::Terminal;
use storm::{answers, moments, rounds, shown_as_saved, some_answers};
use tempfile::TempDir;

/// How long the storm may take at most.
const TIMEOUT: Duration = Duration::from_secs(40);

/// A disk that is a file, mounted as long as this lives.
struct Disk {
    folder: TempDir,
}

impl Disk {
    /// A new, empty one.
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let image = folder.path().join("image");
        fs::File::create(&image).unwrap().set_len(8 << 20).unwrap();
        let is_made = done(Command::new("mkfs.ext4").args(["-q", "-F"]).arg(&image));
        let disk = is_made.then(|| Self::mount(folder)).flatten();
        if disk.is_none() {
            println!("skipped: no right to mount a disk, or no mkfs.ext4");
        }
        disk
    }

    fn mount(folder: TempDir) -> Option<Self> {
        fs::create_dir(folder.path().join("mounted")).unwrap();
        // The system writes nothing of its own accord meanwhile: only what the program made durable counts.
        let mounted = Command::new("mount")
            .args(["-o", "loop,commit=300"])
            .args([folder.path().join("image"), folder.path().join("mounted")])
            .stderr(Stdio::null())
            .status();
        mounted.is_ok_and(|status| status.success()).then_some(Self { folder })
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("mounted")
    }

    /// The disk as it would be found after a power cut at this moment.
    fn cut(&self) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let (image, copy) = (self.folder.path().join("image"), folder.path().join("image"));
        // A copy is a moment only if nothing was written while it was made.
        for _ in 0..50 {
            fs::copy(&image, &copy).unwrap();
            if fs::read(&image).unwrap() == fs::read(&copy).unwrap() {
                return Self::mount(folder);
            }
        }
        None
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        done(Command::new("umount").arg("-l").arg(self.path()));
    }
}

fn done(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Types until the moment comes; how many answers were shown as saved by then.
fn answer(terminal: &mut Terminal, typed: &str, moment: Duration, random: &mut fastrand::Rng) -> usize {
    let end = Instant::now() + moment;
    let mut shown = 0;
    for (index, digit) in typed.chars().enumerate() {
        if index == 5 {
            terminal.wait_for("次は自社診断");
            terminal.keys("<enter>");
        }
        terminal.keys(&digit.to_string());
        sleep(Duration::from_micros(random.u64(0..6_000)));
        if random.u8(..) < 16 {
            terminal.wait_for("保存済み");
        }
        shown = shown.max(shown_as_saved(&terminal.screen()));
        if Instant::now() >= end {
            break;
        }
    }
    shown
}

#[test]
fn the_power_goes_and_nothing_shown_as_saved_is_lost() {
    let Some(disk) = Disk::new() else { return };
    let mut random = moments("power");
    let begun = Instant::now();
    let (mut cuts, mut saved, mut kept) = (0, 0, 0);
    for round in 0..rounds(8, 300) {
        if begun.elapsed() > TIMEOUT {
            break;
        }
        let name = format!("data{round}");
        let folder = disk.path().join(&name);
        let path = folder.to_string_lossy().into_owned();
        let mut terminal = Terminal::start(&["--data-dir", &path, "start", "--org", "山田製作所"], &[], 80, 24);
        terminal.wait_for("1/5");
        let typed = some_answers(&mut random);
        let moment = Duration::from_micros(random.u64(0..200_000));
        let mut shown = answer(&mut terminal, &typed, moment, &mut random);
        if random.bool() {
            // What is shown as saved at rest has to be there as well.
            terminal.wait_for("保存済み");
            shown = shown.max(shown_as_saved(&terminal.screen()));
        }
        let after = disk.cut().expect("a disk that was cut");
        terminal.kill();
        let found = found_after(&after.path().join(&name));
        assert!(typed.starts_with(&found), "typed {typed}, found {found}");
        assert!(found.len() >= shown, "{shown} were shown as saved, {} found", found.len());
        fs::remove_dir_all(&folder).unwrap();
        cuts += 1;
        saved += shown;
        kept += found.len();
    }
    println!("{cuts} power cuts, {saved} answers shown as saved, {kept} found, 0 lost");
    assert!(cuts > 0 && saved > 0 && kept >= saved);
}

fn found_after(data: &Path) -> String {
    if data.exists() { answers(data) } else { String::new() }
}
