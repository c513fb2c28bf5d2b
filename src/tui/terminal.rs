//! Initialising the terminal and restoring it, whatever happens in between.
//!
//! [`Terminal::init`] enters raw mode and the alternate screen; `restore` undoes it exactly once, from wherever it is called
//! first: the drop of [`Terminal`], the panic hook, or suspending. [`Terminal::resume`] enters them again.

use std::io::{self, BufWriter, Stdout, Write};
use std::mem::ManuallyDrop;
use std::panic;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::backend::{Encoding, TerseBackend};
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute, queue};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

/// The size of the output buffer in bytes: room for a whole screen, so that a frame is sent in one write.
const BUFFER_SIZE: usize = 64 * 1024;

/// Whether the terminal must be restored. Global, for the panic hook and for the thread that ends a blocked program.
static IS_INITIALIZED: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is captured.
static IS_MOUSE_CAPTURED: AtomicBool = AtomicBool::new(false);

/// The terminal while the program draws on it. Dropping it restores the terminal.
#[derive(Debug)]
pub struct Terminal {
    /// Never dropped: the drop of ratatui shows the cursor, and prints an error if the terminal is gone.
    inner: ManuallyDrop<ratatui::Terminal<TerseBackend<BufWriter<Stdout>>>>,
    mouse: bool,
}

impl Terminal {
    /// Initialises the terminal, which has this size in columns and rows: raw mode, alternate screen, bracketed paste, and
    /// mouse capture if `mouse` is set. Without `color`, no colour is ever written.
    ///
    /// # Errors
    ///
    /// When the terminal refuses, or standard output is no terminal. The terminal is restored then.
    pub fn init(size: (u16, u16), mouse: bool, color: bool) -> io::Result<Self> {
        // crossterm evaluates NO_COLOR itself, which must not override an explicit `--color always`.
        crossterm::style::force_color_output(color);
        // The Linux console prints parts of link sequences.
        let links = std::env::var_os("TERM").is_some_and(|term| term != "linux");
        let out = BufWriter::with_capacity(BUFFER_SIZE, io::stdout());
        let mut backend = TerseBackend::new(out, Encoding::from_environment(), links, size.into());
        enter(mouse, &mut backend)
            .and_then(|()| ratatui::Terminal::new(backend))
            .map(|inner| Self { inner: ManuallyDrop::new(inner), mouse })
            .inspect_err(|_| restore())
    }

    /// Draws a frame. Only cells that changed are sent, in one write.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.inner.draw(view).map(drop)
    }

    /// Turns mouse capture and colours on or off, as the settings say now.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub fn configure(&mut self, mouse: bool, color: bool) -> io::Result<()> {
        crossterm::style::force_color_output(color);
        if mouse == self.mouse {
            return Ok(());
        }
        self.mouse = mouse;
        IS_MOUSE_CAPTURED.store(mouse, Ordering::SeqCst);
        if mouse { execute!(io::stdout(), EnableMouseCapture) } else { execute!(io::stdout(), DisableMouseCapture) }
    }

    /// Restores the terminal, stops the process as on Ctrl-Z, and resumes when it is continued. On Windows, where processes
    /// cannot be stopped, the screen is only redrawn.
    ///
    /// # Errors
    ///
    /// When the terminal refuses.
    pub fn suspend(&mut self) -> io::Result<()> {
        #[cfg(unix)]
        {
            restore();
            signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        }
        self.resume()
    }

    /// Initialises the terminal again and invalidates its contents, so that the next frame is drawn completely. Also correct
    /// if it was not restored before, as after STOP and CONT.
    ///
    /// # Errors
    ///
    /// When the terminal refuses.
    pub fn resume(&mut self) -> io::Result<()> {
        // crossterm does nothing if it believes that raw mode is on, but a shell may have left it meanwhile. If it is in fact
        // on, it is not left for a moment: keys typed then would be echoed.
        if !is_raw() {
            disable_raw_mode().ok();
        }
        enter(self.mouse, self.inner.backend_mut())?;
        self.invalidate()
    }

    /// Discards what is known about the screen, so that the next frame is drawn completely. Needed after every resize: a
    /// window that shrank and grew back between two frames has its old size, but not its old contents.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub fn invalidate(&mut self) -> io::Result<()> {
        // Not `clear`: it queries the position of the cursor, and the thread that reads keys would receive the reply.
        let size = size()?.into();
        self.inner.backend_mut().invalidate(size);
        self.inner.resize(Rect::from((Position::ORIGIN, size)))
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

/// The columns and rows of the terminal on standard output.
///
/// # Errors
///
/// When there is none.
pub fn size() -> io::Result<(u16, u16)> {
    // crossterm opens the terminal's device each time.
    #[cfg(unix)]
    if let Ok(size) = rustix::termios::tcgetwinsize(rustix::stdio::stdout()) {
        return Ok((size.ws_col, size.ws_row));
    }
    crossterm::terminal::size()
}

/// Enters raw mode, and queues the sequences that are then sent in one write with the first frame.
fn enter(mouse: bool, mut out: impl Write) -> io::Result<()> {
    enable_raw_mode()?;
    IS_INITIALIZED.store(true, Ordering::SeqCst);
    queue!(out, EnterAlternateScreen, cursor::Hide)?;
    // Old Windows consoles support neither of these; the program works without them.
    queue!(out, EnableBracketedPaste).ok();
    if mouse && queue!(out, EnableMouseCapture).is_ok() {
        IS_MOUSE_CAPTURED.store(true, Ordering::SeqCst);
    }
    Ok(())
}

/// Whether the terminal is in raw mode now; false where the system does not tell.
#[cfg(unix)]
fn is_raw() -> bool {
    use rustix::termios::{LocalModes, tcgetattr};
    tcgetattr(rustix::stdio::stdin())
        .is_ok_and(|modes| !modes.local_modes.intersects(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG))
}

#[cfg(not(unix))]
fn is_raw() -> bool {
    false
}

/// Restores the terminal if it is initialised. Errors are ignored: there is nowhere left to show them.
pub(crate) fn restore() {
    if IS_INITIALIZED.swap(false, Ordering::SeqCst) {
        // One by one, so that a failure does not keep the rest from being undone.
        let mut out = io::stdout().lock();
        if IS_MOUSE_CAPTURED.swap(false, Ordering::SeqCst) {
            queue!(out, DisableMouseCapture).ok();
        }
        queue!(out, DisableBracketedPaste).ok();
        queue!(out, LeaveAlternateScreen).ok();
        queue!(out, cursor::Show).ok();
        out.flush().ok();
        disable_raw_mode().ok();
    }
}

/// Leaves raw mode without writing to the terminal, for when writing blocks.
pub fn restore_modes() {
    if IS_INITIALIZED.swap(false, Ordering::SeqCst) {
        disable_raw_mode().ok();
    }
}

/// The exit code after a panic, as Rust programs have it.
const PANIC_EXIT_CODE: i32 = 101;

/// Installs a hook that restores the terminal on a panic and then prints the message and `explanation`: what to report, and
/// where the data is. A panic of a thread other than the main one ends the program as well, after `before_exit`, because the
/// main thread would go on drawing on the restored terminal.
pub fn install_panic_hook(explanation: String, before_exit: impl Fn() + Send + Sync + 'static) {
    panic::set_hook(Box::new(move |panicked| {
        let is_main = thread::current().name() == Some("main");
        // Keeps the main thread from drawing.
        let _stdout_lock = (!is_main).then(|| io::stdout().lock());
        restore();
        let message = panicked
            .payload()
            .downcast_ref::<&str>()
            .copied()
            .or_else(|| panicked.payload().downcast_ref::<String>().map(String::as_str))
            .unwrap_or("-");
        let place = panicked.location().map(ToString::to_string).unwrap_or_default();
        let mut err = io::stderr();
        writeln!(err, "error: {}\n{explanation}\n  {place}", crate::text::clean(message)).ok();
        if !is_main {
            before_exit();
            process::exit(PANIC_EXIT_CODE);
        }
    }));
}
