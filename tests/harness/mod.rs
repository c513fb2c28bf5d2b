//! Programs in a terminal of their own, driven with keys and read as a person reads them.
//!
//! ```ignore
//! let mut terminal = harness::Terminal::start(&["start", "--org", "山田製作所"], &[], 80, 24);
//! terminal.wait_for("1/5");
//! terminal.keys("1j<enter><esc>");
//! terminal.wait_until("everything is saved", |screen| screen.contains("保存済み"));
//! terminal.keys("<c-c>");
//! assert_eq!(terminal.exit_code(), Ok(0));
//! ```

// Each test file uses its own part of the harness.
#![allow(dead_code)]

mod home;
mod keys;
mod launch;
mod output;
mod screen;

use std::io::{self, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use portable_pty::{Child, MasterPty, PtySize};
#[cfg(unix)]
pub use rustix::process::Signal;

pub use home::Home;
pub use launch::Launch;
use output::Output;

/// How long anything may take before a test gives up. Generous: the machine may be busy.
const DEADLINE: Duration = Duration::from_secs(10);

/// A program in a terminal.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Box<dyn Write + Send>,
    output: Output,
    parser: vt100::Parser,
    written: Vec<u8>,
    child: Box<dyn Child + Send + Sync>,
    device: Option<PathBuf>,
    home: Home,
}

impl Terminal {
    /// The program itself, with a home of its own, so that tests neither see each other's files nor the user's.
    pub fn start(arguments: &[&str], environment: &[(&str, &str)], columns: u16, rows: u16) -> Self {
        Self::start_at(Home::new(), arguments, environment, columns, rows)
    }

    /// The program in a home where something was before; `into_home` hands one on.
    pub fn start_at(home: Home, arguments: &[&str], environment: &[(&str, &str)], columns: u16, rows: u16) -> Self {
        Launch::new(Path::new(env!("CARGO_BIN_EXE_hoshitori")), arguments, columns, rows)
            .home(home)
            .environment(environment)
            .start()
    }

    /// The home of the program.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// Ends the program, if it still runs, and hands on its home with all that was saved there.
    pub fn into_home(mut self) -> Home {
        self.kill();
        std::mem::take(&mut self.home)
    }

    /// Types keys: plain text as it is, others as `<enter> <esc> <up> <c-c> <f1>`; see `keys.rs` for all of them.
    pub fn keys(&mut self, keys: &str) {
        self.bytes(&keys::bytes(keys));
    }

    /// Sends bytes as they are. A program that is gone gets none.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.keyboard.write_all(bytes).and_then(|()| self.keyboard.flush()).ok();
    }

    /// Pastes a text the way a terminal does.
    pub fn paste(&mut self, text: &str) {
        self.bytes(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    }

    /// Waits until the text is on the screen and returns the screen.
    pub fn wait_for(&mut self, text: &str) -> String {
        self.wait_until(text, |screen| screen.contains(text))
    }

    /// Waits until the text is no longer on the screen and returns the screen.
    pub fn wait_gone(&mut self, text: &str) -> String {
        self.wait_until(&format!("{text} to go away"), |screen| !screen.contains(text))
    }

    /// Waits until the screen is as it should be and returns it. `what` says in a failure what was waited for.
    pub fn wait_until(&mut self, what: &str, is_right: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + DEADLINE;
        loop {
            let screen = self.screen();
            if is_right(&screen) {
                return screen;
            }
            let more = self.take_output(deadline);
            assert!(more, "waited in vain for: {what}; the screen:\n{}", screen::framed(&screen));
        }
    }

    /// Waits until nothing has been written for so long, and returns the screen.
    pub fn wait_still(&mut self, silence: Duration) -> String {
        while self.take_output(Instant::now() + silence) {}
        self.screen()
    }

    /// What is on the screen now: a line a row, without spaces at the ends, wide characters once.
    pub fn screen(&mut self) -> String {
        self.take_all_output();
        screen::text(self.parser.screen())
    }

    /// The emulated terminal, for the cursor, styles and modes.
    pub fn emulator(&mut self) -> &vt100::Screen {
        self.take_all_output();
        self.parser.screen()
    }

    /// Every byte that the program has written so far.
    pub fn written(&mut self) -> &[u8] {
        self.take_all_output();
        &self.written
    }

    /// Gives the window a new size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.take_all_output();
        self.parser.screen_mut().set_size(at_least_one(rows), at_least_one(columns));
        self.master.as_ref().expect("a window").resize(window(columns, rows)).expect("a new size");
    }

    /// Makes the terminal take nothing any more, as after Ctrl-S or over a connection that hangs.
    pub fn freeze(&mut self) {
        self.output.freeze();
        self.wake();
    }

    /// Closes the window: the terminal is gone, as when a connection breaks.
    pub fn vanish(&mut self) {
        self.output.stop();
        self.wake();
        self.output.join();
        self.silence_keyboard();
        self.keyboard = Box::new(io::sink());
        self.master = None;
    }

    /// What another program would write to the terminal meanwhile, such as a shell.
    pub fn draw_over(&mut self, text: &str) {
        self.take_all_output();
        self.parser.process(text.as_bytes());
    }

    /// The number of the program's process.
    pub fn process(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Sends the program a signal.
    #[cfg(unix)]
    pub fn signal(&self, signal: Signal) {
        let process = rustix::process::Pid::from_raw(self.process() as i32).expect("a process");
        rustix::process::kill_process(process, signal).expect("a signal");
    }

    /// Ends the program at once, whatever it is doing.
    pub fn kill(&mut self) {
        #[cfg(unix)]
        if self.is_running() {
            self.signal(Signal::KILL);
        }
        #[cfg(not(unix))]
        self.child.kill().ok();
        self.child.wait().ok();
    }

    /// Waits for the end of the program and returns its exit code, or the name of the signal that killed it.
    pub fn exit_code(&mut self) -> Result<u32, String> {
        let deadline = Instant::now() + DEADLINE;
        loop {
            if let Some(status) = self.child.try_wait().expect("the program's state") {
                self.take_last_output();
                return status.signal().map_or(Ok(status.exit_code()), |signal| Err(signal.to_owned()));
            }
            self.take_output(Instant::now() + Duration::from_millis(5));
            let screen = screen::text(self.parser.screen());
            assert!(Instant::now() < deadline, "the program does not end; the screen:\n{}", screen::framed(&screen));
        }
    }

    /// Whether the program still runs.
    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|status| status.is_none())
    }

    /// Whether the terminal hands on every key at once and unechoed, as a program on the whole screen needs it.
    #[cfg(unix)]
    pub fn is_raw(&self) -> bool {
        use rustix::termios::{LocalModes, tcgetattr};
        let modes = tcgetattr(self.open_device()).expect("the terminal's modes").local_modes;
        !modes.intersects(LocalModes::ICANON | LocalModes::ECHO)
    }

    /// Waits until a stop signal has stopped the program.
    #[cfg(target_os = "linux")]
    pub fn wait_stopped(&mut self) {
        let deadline = Instant::now() + DEADLINE;
        let stat = format!("/proc/{}/stat", self.process());
        let is_stopped = || {
            let stat = std::fs::read_to_string(&stat).expect("the program's state");
            stat.rsplit(") ").next().is_some_and(|state| state.starts_with('T'))
        };
        while !is_stopped() {
            assert!(Instant::now() < deadline, "the program does not stop:\n{}", screen::framed(&self.screen()));
            self.take_output(Instant::now() + Duration::from_millis(5));
        }
        self.take_last_output();
    }

    /// How often the threads of the program have woken up since they began.
    #[cfg(target_os = "linux")]
    pub fn wake_ups(&self) -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.process())).expect("the program's threads");
        tasks
            .filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("status")).ok())
            .filter_map(|status| {
                let count = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
                count.trim().parse::<u64>().ok()
            })
            .sum()
    }

    /// Takes what was written, waiting until `deadline` for the first of it. Whether there was any.
    fn take_output(&mut self, deadline: Instant) -> bool {
        let Some(bytes) = self.output.take(deadline) else { return false };
        self.parser.process(&bytes);
        self.written.extend(bytes);
        true
    }

    fn take_all_output(&mut self) {
        while self.take_output(Instant::now()) {}
    }

    /// What was written last may still be on its way.
    fn take_last_output(&mut self) {
        while self.take_output(Instant::now() + Duration::from_millis(50)) {}
    }

    /// Writes a byte that draws nothing to the terminal, so that whoever waits for output looks up.
    fn wake(&self) {
        #[cfg(unix)]
        rustix::io::write(self.open_device(), b"\0").expect("a byte on the terminal");
    }

    /// A keyboard that is let go of types a line break and the sign for the end of the input, where there is one.
    fn silence_keyboard(&self) {
        #[cfg(unix)]
        {
            use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};
            let device = self.open_device();
            let mut modes = tcgetattr(&device).expect("the terminal's modes");
            modes.special_codes[SpecialCodeIndex::VEOF] = 0;
            tcsetattr(&device, OptionalActions::Now, &modes).expect("the terminal's modes");
        }
    }

    #[cfg(unix)]
    fn open_device(&self) -> rustix::fd::OwnedFd {
        use rustix::fs::{Mode, OFlags, open};
        let device = self.device.as_ref().expect("a terminal with a name");
        open(device, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).expect("the terminal")
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The emulator knows no empty window; what it shows in one does not matter.
fn at_least_one(cells: u16) -> NonZero<u16> {
    NonZero::new(cells).unwrap_or(NonZero::<u16>::MIN)
}

fn window(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}
