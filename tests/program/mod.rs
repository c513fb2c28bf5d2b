//! The real binary with pipes instead of a terminal, in a home of its own.

#![allow(dead_code, reason = "each test file uses what it needs")]

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long anything may take.
const TIMEOUT: Duration = Duration::from_secs(20);

/// The program with data and settings of its own.
pub struct Program {
    home: TempDir,
    language: &'static str,
}

impl Program {
    /// A program that was never used, in a language.
    pub fn new(language: &'static str) -> Self {
        Self { home: TempDir::new().expect("a folder"), language }
    }

    /// The folder that everything is in.
    pub fn folder(&self) -> &std::path::Path {
        self.home.path()
    }

    /// The folder of saved assessments.
    pub fn assessments(&self) -> PathBuf {
        self.home.path().join("data/assessments")
    }

    /// The program with these arguments, nothing of the surrounding environment but the search path.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hoshitori"));
        self.surround(&mut command);
        command.args(arguments);
        command
    }

    fn surround(&self, command: &mut Command) {
        command
            .env_clear()
            .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
            .env("HOME", self.home.path())
            .env("HOSHITORI_DATA_DIR", self.home.path().join("data"))
            .env("HOSHITORI_CONFIG_DIR", self.home.path().join("config"))
            .env("HOSHITORI_LANG", self.language)
            .env("PROGRAM", env!("CARGO_BIN_EXE_hoshitori"))
            .current_dir(self.home.path())
            .stdin(Stdio::null());
    }

    /// Runs it without any input.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        self.lines(arguments, "")
    }

    /// Runs it with lines on standard input.
    pub fn lines(&self, arguments: &[&str], lines: impl AsRef<str>) -> Ended {
        let mut command = self.command(arguments);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("standard input");
        // It may have read all it wanted before.
        stdin.write_all(lines.as_ref().as_bytes()).ok();
        drop(stdin);
        Ended(child.wait_with_output().expect("the program ends"))
    }

    /// Runs a line of the shell in which `$PROGRAM` is the program.
    pub fn through_shell(&self, line: &str) -> Ended {
        let mut command = Command::new("sh");
        self.surround(&mut command);
        Ended(command.args(["-c", line]).output().expect("a shell"))
    }

    /// Starts it, to be talked to.
    pub fn begin(&self, arguments: &[&str]) -> Running {
        let mut command = self.command(arguments);
        let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
        Running(child)
    }

    /// Answers 30 lines for a company; returns the id.
    pub fn assessment_of(&self, organization: &str, lines: &str) -> String {
        self.lines(&["--plain", "start", "--org", organization], lines).succeeded();
        self.document("latest")["id"].as_str().expect("an id").to_owned()
    }

    /// What `show --json` prints.
    pub fn document(&self, assessment: &str) -> serde_json::Value {
        serde_json::from_str(&self.run(&["show", assessment, "--json"]).succeeded()).expect("JSON")
    }
}

/// A program that is over.
pub struct Ended(Output);

impl Ended {
    /// What it printed, after it did what it was asked to.
    pub fn succeeded(self) -> String {
        let (out, err) = self.printed();
        assert!(self.0.status.success(), "{:?}\n{out}\n{err}", self.0.status);
        out
    }

    /// What it said on standard error, after it failed with this code and printed nothing like a backtrace.
    pub fn failed(self, code: i32) -> String {
        let (out, err) = self.printed();
        assert_eq!(self.0.status.code(), Some(code), "{out}\n{err}");
        assert!(err.lines().all(|line| line.starts_with("error: ")), "{err}");
        assert!(!err.is_empty(), "it fails without a word");
        err
    }

    /// What it printed on standard output, whatever came of it.
    pub fn out(&self) -> String {
        self.printed().0
    }

    /// The exit code.
    pub fn code(&self) -> Option<i32> {
        self.0.status.code()
    }

    /// Standard output and standard error.
    pub fn printed(&self) -> (String, String) {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        (text(&self.0.stdout), text(&self.0.stderr))
    }
}

/// A program that runs.
pub struct Running(Child);

impl Running {
    /// Types.
    pub fn say(&mut self, text: &str) {
        let stdin = self.0.stdin.as_mut().expect("standard input");
        stdin.write_all(text.as_bytes()).and_then(|()| stdin.flush()).expect("it reads");
    }

    /// Reads until a text has come.
    pub fn wait_for(&mut self, text: &str) {
        let stdout = self.0.stdout.as_mut().expect("standard output");
        let mut read = Vec::new();
        let mut buffer = [0; 4096];
        while !String::from_utf8_lossy(&read).contains(text) {
            let count = stdout.read(&mut buffer).expect("it writes");
            assert!(count > 0, "{text} never came: {}", String::from_utf8_lossy(&read));
            read.extend_from_slice(&buffer[..count]);
        }
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([format!("-{name}"), self.0.id().to_string()]).status();
        assert!(sent.expect("kill").success());
    }

    /// The exit code, when it is over.
    pub fn code(&mut self) -> Option<i32> {
        let deadline = Instant::now() + TIMEOUT;
        while Instant::now() < deadline {
            if let Some(status) = self.0.try_wait().expect("its end") {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("it does not end");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}
