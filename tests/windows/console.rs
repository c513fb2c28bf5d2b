//! A program in a console of its own, driven with keys.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// How long anything may take: a machine may be busy, and wine takes its time.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Modes of a console's input: lines at a time, echoed, Ctrl-C as an event.
pub const COOKED: u32 = 0b111;

/// The virtual code of Enter.
pub const ENTER: u32 = 13;

/// A program in a console.
pub struct Console {
    driver: Child,
    commands: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Console {
    /// Starts a command in a new console with a code page, 0 for that of the system. `None`, and a word of it, where there is
    /// no driver.
    pub fn start(page: u32, command: &Command) -> Option<Self> {
        let Some(driver) = std::env::var_os("HOSHITORI_CONSOLE_DRIVER") else {
            println!("skipped: HOSHITORI_CONSOLE_DRIVER names no driver of consoles");
            return None;
        };
        let mut driver = Command::new(driver);
        driver.arg(page.to_string()).arg(command.get_program()).args(command.get_args());
        driver.env_clear();
        for (name, value) in command.get_envs() {
            driver.env(name, value.unwrap_or_default());
        }
        // Without it Windows loads no libraries.
        driver.envs(std::env::var_os("SYSTEMROOT").map(|root| ("SYSTEMROOT", root)));
        if let Some(folder) = command.get_current_dir() {
            driver.current_dir(folder);
        }
        let mut driver = driver.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (commands, answers) = (driver.stdin.take().unwrap(), BufReader::new(driver.stdout.take().unwrap()));
        let mut console = Self { driver, commands, answers };
        let started = console.line();
        assert!(started.starts_with("started "), "{started:?}");
        Some(console)
    }

    /// Types a text.
    pub fn text(&mut self, text: &str) {
        self.send(&format!("text {text}"));
    }

    /// Presses a key by its virtual code.
    pub fn key(&mut self, code: u32) {
        self.send(&format!("key {code} 0"));
    }

    /// Closes the window.
    pub fn close(&mut self) {
        self.send("close");
    }

    /// Ends the program at once.
    pub fn kill(&mut self) {
        self.send("kill");
        self.exit_code();
    }

    /// All that is in the console, rows joined. Where it takes escape sequences for what they mean, that is the screen; wine
    /// shows everything that was written, one after the other.
    pub fn screen(&mut self) -> String {
        self.send("screen");
        let mut screen = String::new();
        loop {
            let line = self.line();
            if line == "." {
                return screen;
            }
            screen.push_str(&line);
        }
    }

    /// Waits until the console holds what it should.
    pub fn wait_until(&mut self, what: &str, is_right: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + TIMEOUT;
        loop {
            let screen = self.screen();
            if is_right(&screen) {
                return screen;
            }
            assert!(Instant::now() < deadline, "waited in vain for {what}:\n{screen}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Waits for a text.
    pub fn wait_for(&mut self, text: &str) -> String {
        self.wait_until(text, |screen| screen.contains(text))
    }

    /// Waits until the last that was said about saving is that it is done.
    pub fn wait_saved(&mut self) {
        self.wait_until("everything saved", |screen| match (screen.rfind("Saved"), screen.rfind("Saving")) {
            (Some(saved), Some(saving)) => saved > saving,
            (saved, None) => saved.is_some(),
            _ => false,
        });
    }

    /// The modes of the console's input.
    pub fn input_modes(&mut self) -> u32 {
        self.send("modes");
        self.line().split(' ').next().unwrap().parse().unwrap()
    }

    /// Whether the program still runs after a while.
    pub fn runs_after(&mut self, time: Duration) -> bool {
        self.send(&format!("wait {}", time.as_millis()));
        self.line() == "running"
    }

    /// The exit code, waited for.
    pub fn exit_code(&mut self) -> u32 {
        self.send(&format!("wait {}", TIMEOUT.as_millis()));
        let code = self.line();
        code.parse().unwrap_or_else(|_| panic!("it does not end: {code}\n{}", self.screen()))
    }

    fn send(&mut self, command: &str) {
        writeln!(self.commands, "{command}").unwrap();
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        line.trim_end_matches(['\r', '\n']).to_owned()
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        self.driver.kill().ok();
        self.driver.wait().ok();
    }
}
