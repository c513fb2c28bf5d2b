//! The terminal taken over and handed back, whatever happens in between.

use std::io::{self, BufWriter, Stdout, Write};
use std::mem::ManuallyDrop;
use std::panic;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::backend::TerseBackend;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute, queue};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

/// Room for a whole screen, so that a frame leaves in one write.
const FRAME_BYTES: usize = 64 * 1024;

/// Whether the terminal is in our hands, for the panic hook and the last resort of the watcher.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is ours too.
static MOUSE_TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while the program draws on it. Dropping it hands the terminal back.
#[derive(Debug)]
pub struct Terminal {
    /// Never dropped: ratatui would then show the cursor and, where the terminal is gone, panic over the failure.
    inner: ManuallyDrop<ratatui::Terminal<TerseBackend<BufWriter<Stdout>>>>,
    mouse: bool,
}

impl Terminal {
    /// Takes the terminal, which was so large a moment ago: raw mode, alternate screen, bracketed paste, and the mouse if
    /// asked for. Whether colour is used was decided before; without it, no colour is written at all.
    ///
    /// # Errors
    ///
    /// When the terminal refuses or standard output is none; it is as it was then.
    pub fn take(size: (u16, u16), mouse: bool, color: bool) -> io::Result<Self> {
        // crossterm looks at NO_COLOR by itself, which must not overrule an explicit `--color always`.
        crossterm::style::force_color_output(color);
        // The Linux console shows what it does not know of a link.
        let links = std::env::var_os("TERM").is_some_and(|term| term != "linux");
        let out = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
        let mut backend = TerseBackend::new(out, links, size.into());
        enter(mouse, &mut backend)
            .and_then(|()| ratatui::Terminal::new(backend))
            .map(|inner| Self { inner: ManuallyDrop::new(inner), mouse })
            .inspect_err(|_| restore())
    }

    /// Draws a frame; only what changed is sent, in one write.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.inner.draw(view).map(drop)
    }

    /// Listens to the mouse or not, and writes colours or not, from now on.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub fn follow(&mut self, mouse: bool, color: bool) -> io::Result<()> {
        crossterm::style::force_color_output(color);
        if mouse == self.mouse {
            return Ok(());
        }
        self.mouse = mouse;
        MOUSE_TAKEN.store(mouse, Ordering::SeqCst);
        if mouse { execute!(io::stdout(), EnableMouseCapture) } else { execute!(io::stdout(), DisableMouseCapture) }
    }

    /// Hands the terminal back to the shell for a while.
    pub fn restore(&mut self) {
        restore();
    }

    /// Hands the terminal back, stops the way any program does on Ctrl-Z, and takes the terminal again when continued.
    /// Where programs cannot be stopped, the screen is only drawn anew.
    ///
    /// # Errors
    ///
    /// When the terminal refuses.
    pub fn suspend(&mut self) -> io::Result<()> {
        #[cfg(unix)]
        {
            self.restore();
            signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        }
        self.resume()
    }

    /// Takes the terminal again and forgets what was on it, so that the next frame is drawn whole. Also right when it
    /// was never handed back, as after STOP and CONT.
    ///
    /// # Errors
    ///
    /// When the terminal refuses.
    pub fn resume(&mut self) -> io::Result<()> {
        // crossterm does nothing while it remembers raw mode as on, and a shell may have ended it meanwhile. Where it is
        // on indeed, it stays so: no key falls into the gap.
        if !is_raw() {
            disable_raw_mode().ok();
        }
        enter(self.mouse, self.inner.backend_mut())?;
        self.forget()
    }

    /// Forgets what is on the screen, so that the next frame is drawn whole. Needed after every new size: a window that
    /// shrank and grew back before anybody looked has the size that it had, but no longer the contents.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub fn forget(&mut self) -> io::Result<()> {
        // Not `clear`: it asks the terminal where the cursor is, and the answer goes to the thread that reads keys.
        let size = size()?.into();
        self.inner.backend_mut().forget(size);
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
    // crossterm opens the terminal's device anew each time that it is asked.
    #[cfg(unix)]
    if let Ok(size) = rustix::termios::tcgetwinsize(rustix::stdio::stdout()) {
        return Ok((size.ws_col, size.ws_row));
    }
    crossterm::terminal::size()
}

/// What is asked of the terminal here leaves together with the frame that follows, in one write.
fn enter(mouse: bool, mut out: impl Write) -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    queue!(out, EnterAlternateScreen, cursor::Hide)?;
    // Old consoles of Windows have neither of these; everything works without them.
    queue!(out, EnableBracketedPaste).ok();
    if mouse && queue!(out, EnableMouseCapture).is_ok() {
        MOUSE_TAKEN.store(true, Ordering::SeqCst);
    }
    Ok(())
}

/// Whether keys come at once and unechoed at this moment, as far as the system tells.
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

/// Hands the terminal back, once, however often it is asked. Errors are not told: there is nobody left to tell.
pub fn restore() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // One after the other: what one refuses must not keep the others from being undone.
        let mut out = io::stdout().lock();
        if MOUSE_TAKEN.swap(false, Ordering::SeqCst) {
            queue!(out, DisableMouseCapture).ok();
        }
        queue!(out, DisableBracketedPaste).ok();
        queue!(out, LeaveAlternateScreen).ok();
        queue!(out, cursor::Show).ok();
        out.flush().ok();
        disable_raw_mode().ok();
    }
}

/// Gives the terminal its modes back without writing to it, for when it no longer takes anything.
pub fn restore_modes() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        disable_raw_mode().ok();
    }
}

/// The exit code of a program that panicked.
const PANICKED: i32 = 101;

/// Makes a panic hand the terminal back first and then say, readable, what to report and where the data is. One on another
/// thread than the main one ends the program as well, after `before_ending`: else it would go on drawing on a terminal
/// that is handed back.
pub fn install_panic_hook(explanation: String, before_ending: impl Fn() + Send + Sync + 'static) {
    panic::set_hook(Box::new(move |panicked| {
        let is_main = thread::current().name() == Some("main");
        // The main thread is not to draw any more.
        let _silence = (!is_main).then(|| io::stdout().lock());
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
            before_ending();
            process::exit(PANICKED);
        }
    }));
}
