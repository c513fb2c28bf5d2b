//! How a program is started in a terminal.

use std::path::Path;

use portable_pty::{CommandBuilder, PtyPair, native_pty_system};

use super::output::Output;
use super::{Home, Terminal, at_least_one, window};

/// A program about to be started.
pub struct Launch {
    command: CommandBuilder,
    environment: Vec<(String, String)>,
    home: Home,
    columns: u16,
    rows: u16,
}

impl Launch {
    /// Any program, in a new home.
    pub fn new(program: &Path, arguments: &[&str], columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        Self { command, environment: Vec::new(), home: Home::new(), columns, rows }
    }

    /// In a home where something was before.
    pub fn home(mut self, home: Home) -> Self {
        self.home = home;
        self
    }

    /// With variables beside those of the home, or instead of them.
    pub fn environment(mut self, environment: &[(&str, &str)]) -> Self {
        self.environment.extend(environment.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())));
        self
    }

    /// In a terminal that sends no hang-up signal when it vanishes, because it controls no session.
    pub fn uncontrolled(mut self) -> Self {
        self.command.set_controlling_tty(false);
        self
    }

    /// Starts it.
    pub fn start(self) -> Terminal {
        let Self { mut command, environment, home, columns, rows } = self;
        let PtyPair { slave, master } = native_pty_system().openpty(window(columns, rows)).expect("a terminal");
        command.cwd(home.folder());
        command.env_clear();
        for (name, value) in home.environment() {
            command.env(name, value);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = slave.spawn_command(command).expect("the program starts");
        // Only the program holds that end now, so that its end is seen at this one.
        drop(slave);
        Terminal {
            keyboard: master.take_writer().expect("a keyboard"),
            output: Output::read(master.try_clone_reader().expect("an output")),
            parser: vt100::Parser::new(at_least_one(rows), at_least_one(columns), 0),
            written: Vec::new(),
            child,
            #[cfg(unix)]
            device: master.tty_name(),
            #[cfg(not(unix))]
            device: None,
            master: Some(master),
            home,
        }
    }
}
