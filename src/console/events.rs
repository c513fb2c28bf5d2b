//! Ctrl-C, Ctrl-Break, the closing of the window, logging off and shutting down.
//!
//! Windows calls a handler on a thread of its own. For the last three it ends the program as soon as the handler returns, or
//! after five seconds, so the handler has to wait while the program saves; that of tokio does.
//! <https://learn.microsoft.com/windows/console/handlerroutine>
//!
//! Programs into which `user32.dll` is loaded, as the library for keys does it, may be told nothing of the last two. Then only
//! what is typed in a form at that moment is lost: every answer is on the disk before.

use std::fmt;
use std::future::poll_fn;
use std::io;
use std::task::Poll;

use tokio::runtime::{Builder, Runtime};
use tokio::signal::windows::{
    CtrlBreak, CtrlC, CtrlClose, CtrlLogoff, CtrlShutdown, ctrl_break, ctrl_c, ctrl_close, ctrl_logoff, ctrl_shutdown,
};

/// The numbers that unix gives to what is meant, and the C library of Windows to Ctrl-Break: exit codes are made of them.
const HANGUP: i32 = 1;
const INTERRUPT: i32 = 2;
const TERMINATE: i32 = 15;
const BREAK: i32 = 21;

/// Events that no longer end the program by themselves, as long as this is there.
pub struct ConsoleEvents {
    runtime: Runtime,
    interrupt: Option<CtrlC>,
    break_: CtrlBreak,
    close: CtrlClose,
    logoff: CtrlLogoff,
    shutdown: CtrlShutdown,
}

impl fmt::Debug for ConsoleEvents {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ConsoleEvents").finish_non_exhaustive()
    }
}

impl ConsoleEvents {
    /// Holds them back from now on; Ctrl-C only where it is not a key like any other.
    ///
    /// # Errors
    ///
    /// The system refuses.
    pub fn hold(with_interrupt: bool) -> io::Result<Self> {
        let runtime = Builder::new_current_thread().build()?;
        let entered = runtime.enter();
        let interrupt = with_interrupt.then(ctrl_c).transpose()?;
        let (break_, close) = (ctrl_break()?, ctrl_close()?);
        let (logoff, shutdown) = (ctrl_logoff()?, ctrl_shutdown()?);
        drop(entered);
        Ok(Self { runtime, interrupt, break_, close, logoff, shutdown })
    }

    /// Sleeps until the next one and returns the number of the signal that it stands for.
    pub fn wait(&mut self) -> i32 {
        let Self { runtime, interrupt, break_, close, logoff, shutdown } = self;
        runtime.block_on(poll_fn(|context| {
            if interrupt.as_mut().is_some_and(|interrupt| interrupt.poll_recv(context).is_ready()) {
                Poll::Ready(INTERRUPT)
            } else if break_.poll_recv(context).is_ready() {
                Poll::Ready(BREAK)
            } else if close.poll_recv(context).is_ready() {
                Poll::Ready(HANGUP)
            } else if logoff.poll_recv(context).is_ready() || shutdown.poll_recv(context).is_ready() {
                Poll::Ready(TERMINATE)
            } else {
                Poll::Pending
            }
        }))
    }
}
