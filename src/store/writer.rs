//! The thread that makes every change durable, so that keys never wait for the disk.
//!
//! The interface hands over the newest state of an assessment with every change ([`Writer::save`]) and goes on. The thread
//! takes the newest one only: states that were overtaken are never written. What it did comes back as an [`Event`].
//!
//! # Phases
//!
//! A writer goes through these phases in this order. It may skip some of them, but never goes back.
//!
//! ```text
//!            finish(), drop                 timeout over                  thread returns
//!   ┌──────┐               ┌─────────┐                    ┌───────────┐                 ┌───────┐
//!   │ Open │ ────────────► │ Closing │ ─────────────────► │ Abandoned │ ──────────────► │ Ended │
//!   └──────┘               └─────────┘                    └───────────┘                 └───────┘
//!   writes what is         writes what is pending at      takes nothing more; a         the lock is
//!   pending WRITE_DELAY    once, retries after errors,    write that the disk holds     released
//!   after a change, but    ends when all is durable       up is left to itself
//!   at most once every
//!   MIN_WRITE_INTERVAL
//! ```
//!
//! In each of the first two phases, a write that failed is tried again after `RETRY_DELAY` with what is newest then. A panic
//! of the thread leads straight to `Ended`, so that no caller waits until its timeout.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::Store;
use super::failure::{Operation, StoreError};
use super::lock::FileLock;
use super::saved_file;
use super::version::Version;
use crate::core::assessment::Assessment;

/// How long after an error the write is tried again.
const RETRY_DELAY: Duration = Duration::from_millis(250);

/// How long after a change it is written, so that the screen that answers the key is drawn first.
const WRITE_DELAY: Duration = Duration::from_millis(3);

/// The least time between the beginnings of two writes. Each waits for the disk twice (`fsync` of file and folder), so
/// changes that follow faster than a person answers questions are written together.
const MIN_WRITE_INTERVAL: Duration = Duration::from_millis(300);

/// How long a writer that is dropped without [`Writer::finish`], as in a panic, goes on trying.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(2);

/// What the writer did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Everything up to this revision is durable.
    Saved {
        /// The number given to [`Writer::save`].
        revision: u64,
    },
    /// Writing this revision failed and will be tried again. Sent once for each revision and each new error.
    Failed {
        /// The number given to [`Writer::save`].
        revision: u64,
        /// Why.
        error: StoreError,
    },
    /// Another program had changed the file. Its version was kept under another name before it was replaced.
    KeptAside {
        /// Where that version is.
        path: PathBuf,
    },
}

/// Saves one assessment on a thread of its own, and holds the lock of its file until it ends.
#[derive(Debug)]
pub struct Writer {
    shared: Arc<Shared>,
    has_ended: bool,
}

/// Waits for a writer from another thread, as when a signal arrives while drawing is blocked.
#[derive(Clone, Debug)]
pub struct Waiter(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    path: PathBuf,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// The newest state that is not written yet, with its revision.
    pending: Option<(u64, Box<Assessment>)>,
    /// Whether a write is in progress.
    is_writing: bool,
    /// Why the last write failed, if it did.
    failure: Option<StoreError>,
    phase: Phase,
}

/// The phase of a writer; see the diagram of the module.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    /// More may come.
    #[default]
    Open,
    /// Nothing more will come: end as soon as everything is durable.
    Closing,
    /// The timeout is over: end now.
    Abandoned,
    /// The thread has ended and released the lock.
    Ended,
}

impl State {
    fn is_durable(&self) -> bool {
        self.pending.is_none() && !self.is_writing
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        // Every critical section leaves the state consistent, so a poisoned lock can be used.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, phase: Phase) {
        let mut state = self.state();
        state.phase = state.phase.max(phase);
        drop(state);
        self.changed.notify_all();
    }

    /// Waits until everything handed over so far is durable.
    fn wait(&self, timeout: Duration) -> Result<(), StoreError> {
        let (state, _) = self
            .changed
            .wait_timeout_while(self.state(), timeout, |state| !state.is_durable() && state.phase < Phase::Ended)
            .unwrap_or_else(PoisonError::into_inner);
        if state.is_durable() {
            return Ok(());
        }
        Err(state.failure.clone().unwrap_or_else(|| StoreError::NotFinished(self.path.clone())))
    }
}

impl Writer {
    /// Starts the thread for the file of a lock, of which `version` was read, or [`Version::none`] if it is new. It calls
    /// `report` with every event.
    ///
    /// # Errors
    ///
    /// No thread can be started.
    pub fn start(
        lock: FileLock,
        version: Version,
        report: impl Fn(Event) + Send + 'static,
    ) -> Result<Self, StoreError> {
        Self::spawn(LockState::Locked(lock), version, report)
    }

    /// Starts the thread for a new file. The lock is taken with the first write, so that a disk which is full or not there
    /// yet fails and is retried like any other write.
    ///
    /// # Errors
    ///
    /// No thread can be started.
    pub fn start_new(store: Store, path: PathBuf, report: impl Fn(Event) + Send + 'static) -> Result<Self, StoreError> {
        Self::spawn(LockState::NotYet(store), Version::none(path), report)
    }

    fn spawn(lock: LockState, version: Version, report: impl Fn(Event) + Send + 'static) -> Result<Self, StoreError> {
        let path = version.path().to_owned();
        let shared = Arc::new(Shared { path: path.clone(), state: Mutex::default(), changed: Condvar::new() });
        let for_thread = Arc::clone(&shared);
        thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || {
                // Dropped in reverse order, also in a panic: the lock is released before `Ended` is announced.
                let _ending = Ending(&for_thread);
                let mut lock = lock;
                run(&for_thread, &mut lock, version, &report);
            })
            .map_err(|error| StoreError::system(Operation::Writing, &path, &error))?;
        Ok(Self { shared, has_ended: false })
    }

    /// Hands over the newest state; it replaces one that is not written yet. Never waits for the disk. Revisions must grow
    /// from call to call.
    pub fn save(&self, revision: u64, assessment: Box<Assessment>) {
        let before = self.shared.state().pending.replace((revision, assessment));
        // If something was pending, the thread is awake or about to be.
        if before.is_none() {
            self.shared.changed.notify_all();
        }
    }

    /// Lets another thread wait until everything is durable.
    pub fn waiter(&self) -> Waiter {
        Waiter(Arc::clone(&self.shared))
    }

    /// Waits until everything is durable and the lock is released. A write that failed is tried again at once, and then
    /// until `timeout` is over.
    ///
    /// # Errors
    ///
    /// Why the last change is not durable; [`StoreError::NotFinished`] if the disk did not answer in time.
    pub fn finish(mut self, timeout: Duration) -> Result<(), StoreError> {
        self.end(timeout)
    }

    fn end(&mut self, timeout: Duration) -> Result<(), StoreError> {
        if std::mem::replace(&mut self.has_ended, true) {
            return Ok(());
        }
        self.shared.enter(Phase::Closing);
        let result = self.shared.wait(timeout);
        self.shared.enter(Phase::Abandoned);
        // The lock should be released when this returns, but a thread that is blocked by the disk is not waited for.
        let is_running = |state: &mut State| state.phase < Phase::Ended;
        drop(self.shared.changed.wait_timeout_while(self.shared.state(), RETRY_DELAY, is_running));
        result
    }
}

/// Announces on drop that the thread has ended, whether it returned or panicked.
struct Ending<'a>(&'a Shared);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.enter(Phase::Ended);
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // The outcome is only known to callers of `finish`.
        let _ = self.end(SHUTDOWN_TIMEOUT);
    }
}

impl Waiter {
    /// Waits until everything handed over so far is durable, for `timeout` at most.
    ///
    /// # Errors
    ///
    /// Why it is not durable; [`StoreError::NotFinished`] if the disk did not answer in time.
    pub fn wait(&self, timeout: Duration) -> Result<(), StoreError> {
        self.0.wait(timeout)
    }
}

/// The lock of the file: held, or to be taken with the first write.
enum LockState {
    Locked(#[expect(dead_code, reason = "held until dropped, not read")] FileLock),
    NotYet(Store),
}

impl LockState {
    fn acquire(&mut self, path: &Path) -> Result<(), StoreError> {
        if let Self::NotYet(store) = self {
            *self = Self::Locked(store.lock(path)?);
        }
        Ok(())
    }
}

/// The loop of the thread: sleeps until there is something to write, writes it, and after an error sleeps before it tries
/// again.
fn run(shared: &Shared, lock: &mut LockState, mut version: Version, report: &dyn Fn(Event)) {
    let mut reported: Option<(u64, StoreError)> = None;
    let mut last_write = None;
    while let Some((revision, assessment)) = next(shared, last_write) {
        last_write = Some(Instant::now());
        let outcome = lock.acquire(version.path()).and_then(|()| write(&mut version, &assessment, report));
        let mut state = shared.state();
        state.is_writing = false;
        match outcome {
            Ok(()) => {
                state.failure = None;
                drop(state);
                shared.changed.notify_all();
                reported = None;
                report(Event::Saved { revision });
            }
            Err(error) => {
                state.failure = Some(error.clone());
                state.pending.get_or_insert((revision, assessment));
                drop(state);
                if reported.as_ref().is_none_or(|reported| *reported != (revision, error.clone())) {
                    reported = Some((revision, error.clone()));
                    report(Event::Failed { revision, error });
                }
                wait_before_retry(shared);
            }
        }
    }
}

/// Waits until there is something to write and the last write began long enough ago, and takes it; `None` when nothing
/// more comes.
fn next(shared: &Shared, last_write: Option<Instant>) -> Option<(u64, Box<Assessment>)> {
    let mut state = shared
        .changed
        .wait_while(shared.state(), |state| state.pending.is_none() && state.phase == Phase::Open)
        .unwrap_or_else(PoisonError::into_inner);
    if state.phase == Phase::Open && state.failure.is_none() {
        let interval = last_write.map_or(Duration::ZERO, |begun| MIN_WRITE_INTERVAL.saturating_sub(begun.elapsed()));
        let is_open = |state: &mut State| state.phase == Phase::Open;
        (state, _) = shared
            .changed
            .wait_timeout_while(state, interval.max(WRITE_DELAY), is_open)
            .unwrap_or_else(PoisonError::into_inner);
    }
    if state.phase >= Phase::Abandoned {
        return None;
    }
    state.is_writing = state.pending.is_some();
    state.pending.take()
}

/// Waits before a write is tried again. A change of phase ends the wait early, once, so that leaving tries at once.
fn wait_before_retry(shared: &Shared) {
    let state = shared.state();
    let phase = state.phase;
    let still_waiting = |state: &mut State| state.phase == phase;
    let _ =
        shared.changed.wait_timeout_while(state, RETRY_DELAY, still_waiting).unwrap_or_else(PoisonError::into_inner);
}

fn write(version: &mut Version, assessment: &Assessment, report: &dyn Fn(Event)) -> Result<(), StoreError> {
    let contents = saved_file::write(assessment).into_bytes();
    let target = version.target()?;
    if let Some(path) = version.keep_foreign_aside(&target)? {
        report(Event::KeptAside { path });
    }
    version.keep_older_layout(&target, saved_file::SCHEMA)?;
    version.write(&target, contents)
}
