//! What a program writes, read on a thread of its own, which can be made to stop reading.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

const READING: u8 = 0;
const FROZEN: u8 = 1;
const STOPPED: u8 = 2;

/// The output of a program.
pub struct Output {
    chunks: Receiver<Vec<u8>>,
    state: Arc<AtomicU8>,
    thread: Option<JoinHandle<()>>,
}

impl Output {
    /// Reads from now on.
    pub fn read(mut source: Box<dyn Read + Send>) -> Self {
        let (sender, chunks) = mpsc::channel();
        let state = Arc::new(AtomicU8::new(READING));
        let seen = Arc::clone(&state);
        let thread = thread::spawn(move || {
            let mut buffer = [0; 16 * 1024];
            while let Ok(count @ 1..) = source.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
                while seen.load(Ordering::SeqCst) == FROZEN {
                    thread::sleep(Duration::from_millis(10));
                }
                if seen.load(Ordering::SeqCst) == STOPPED {
                    return;
                }
            }
        });
        Self { chunks, state, thread: Some(thread) }
    }

    /// What was written since the last time, waiting until `deadline` for it.
    pub fn take(&self, deadline: Instant) -> Option<Vec<u8>> {
        self.chunks.recv_timeout(deadline.saturating_duration_since(Instant::now())).ok()
    }

    /// Reads no more after what comes next.
    pub fn freeze(&self) {
        self.state.store(FROZEN, Ordering::SeqCst);
    }

    /// Reads no more after what comes next, and lets go of the terminal.
    pub fn stop(&self) {
        self.state.store(STOPPED, Ordering::SeqCst);
    }

    /// Waits until the terminal was let go of.
    pub fn join(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        self.stop();
    }
}
