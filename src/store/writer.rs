//! The thread that makes every change durable, so that keys never wait for the disk.

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

/// How long after an error the next try follows.
const RETRY: Duration = Duration::from_millis(250);

/// How long after a change the writing begins: the screen that answers the key goes first.
const WRITE_DELAY: Duration = Duration::from_millis(3);

/// How long after one writing the next begins at the earliest. Answers at a person's pace are written at once; what is
/// typed faster is written together, as each writing waits for the disk twice.
const MIN_WRITE_INTERVAL: Duration = Duration::from_millis(300);

/// How long a writer that is merely dropped, as in a panic, still tries.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(2);

/// What the writer has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// Everything up to this revision is durable.
    Saved {
        /// As it was handed over.
        revision: u64,
    },
    /// Writing this revision failed and is being tried again. Told once for each revision and each new error.
    Failed {
        /// As it was handed over.
        revision: u64,
        /// Why.
        error: StoreError,
    },
    /// Another program had changed the file; its version is kept under this name.
    KeptAside {
        /// Where.
        path: PathBuf,
    },
}

/// Saves one assessment on a thread of its own, and holds its lock as long.
#[derive(Debug)]
pub struct Writer {
    shared: Arc<Shared>,
    has_ended: bool,
}

/// Waits for a writer from another thread, as when a signal came while the screen hangs.
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
    /// The newest state that is not written yet.
    pending: Option<(u64, Box<Assessment>)>,
    /// Whether something is being written at this moment.
    is_writing: bool,
    /// Why the last try failed.
    failure: Option<StoreError>,
    phase: Phase,
}

/// How far the life of a writer is; it only goes on, never back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    /// More may come.
    #[default]
    Open,
    /// Nothing more will come: end as soon as everything is durable.
    Closing,
    /// Nobody waits any longer: end now.
    GivenUp,
    /// The thread has ended and let go of the lock.
    Ended,
}

impl State {
    fn is_durable(&self) -> bool {
        self.pending.is_none() && !self.is_writing
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        // The state is whole between any two statements, so a panic elsewhere does not spoil it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, phase: Phase) {
        let mut state = self.state();
        state.phase = state.phase.max(phase);
        drop(state);
        self.changed.notify_all();
    }

    /// Waits until everything handed over so far is durable.
    fn wait(&self, patience: Duration) -> Result<(), StoreError> {
        let (state, _) = self
            .changed
            .wait_timeout_while(self.state(), patience, |state| !state.is_durable() && state.phase < Phase::Ended)
            .unwrap_or_else(PoisonError::into_inner);
        if state.is_durable() {
            return Ok(());
        }
        Err(state.failure.clone().unwrap_or_else(|| StoreError::NotFinished(self.path.clone())))
    }
}

impl Writer {
    /// Starts the thread for the file of a lock, of which `version` was read, or [`Version::none`] if it is new. Every
    /// report goes to `report`, on that thread.
    ///
    /// # Errors
    ///
    /// The system gives no thread.
    pub fn start(
        lock: FileLock,
        version: Version,
        report: impl Fn(Report) + Send + 'static,
    ) -> Result<Self, StoreError> {
        Self::spawn(LockState::Locked(lock), version, report)
    }

    /// Starts the thread for a new file. Its lock is taken with the first write, so that a disk which is full or not there
    /// yet is waited for like with any other write.
    ///
    /// # Errors
    ///
    /// The system gives no thread.
    pub fn begin(store: Store, path: PathBuf, report: impl Fn(Report) + Send + 'static) -> Result<Self, StoreError> {
        Self::spawn(LockState::NotYet(store), Version::none(path), report)
    }

    fn spawn(hold: LockState, version: Version, report: impl Fn(Report) + Send + 'static) -> Result<Self, StoreError> {
        let path = version.path().to_owned();
        let shared = Arc::new(Shared { path: path.clone(), state: Mutex::default(), changed: Condvar::new() });
        let for_thread = Arc::clone(&shared);
        thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || {
                // Dropped in this order, also in a panic: first the lock, then whoever waits is told.
                let _ending = Ending(&for_thread);
                let mut hold = hold;
                run(&for_thread, &mut hold, version, &report);
            })
            .map_err(|error| StoreError::system(Operation::Writing, &path, &error))?;
        Ok(Self { shared, has_ended: false })
    }

    /// Hands over the newest state; one that is not written yet is dropped for it. Never waits for the disk. Revisions
    /// grow from call to call.
    pub fn save(&self, revision: u64, assessment: Box<Assessment>) {
        let before = self.shared.state().pending.replace((revision, assessment));
        // With something to write already, the thread knows.
        if before.is_none() {
            self.shared.changed.notify_all();
        }
    }

    /// For another thread to wait until everything is durable.
    pub fn waiter(&self) -> Waiter {
        Waiter(Arc::clone(&self.shared))
    }

    /// Waits until everything is durable and the lock is let go. After an error it tries at once and goes on trying until
    /// `patience` is over.
    ///
    /// # Errors
    ///
    /// Why the last change is not durable, or that the disk did not answer.
    pub fn finish(mut self, patience: Duration) -> Result<(), StoreError> {
        self.end(patience)
    }

    fn end(&mut self, patience: Duration) -> Result<(), StoreError> {
        if std::mem::replace(&mut self.has_ended, true) {
            return Ok(());
        }
        self.shared.enter(Phase::Closing);
        let result = self.shared.wait(patience);
        self.shared.enter(Phase::GivenUp);
        // The lock is to be free when this returns. But a thread that the disk holds up is left to itself.
        let is_running = |state: &mut State| state.phase < Phase::Ended;
        drop(self.shared.changed.wait_timeout_while(self.shared.state(), RETRY, is_running));
        result
    }
}

/// Tells that the thread has ended, however it did.
struct Ending<'a>(&'a Shared);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.enter(Phase::Ended);
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Whoever wants to know the outcome calls `finish`.
        let _ = self.end(SHUTDOWN_TIMEOUT);
    }
}

impl Waiter {
    /// Waits until everything handed over so far is durable, at most so long.
    ///
    /// # Errors
    ///
    /// Why it is not.
    pub fn wait(&self, patience: Duration) -> Result<(), StoreError> {
        self.0.wait(patience)
    }
}

/// The lock of the file, as soon as it could be had.
enum LockState {
    Locked(#[expect(dead_code, reason = "held until dropped, not read")] FileLock),
    NotYet(Store),
}

impl LockState {
    fn take(&mut self, path: &Path) -> Result<(), StoreError> {
        if let Self::NotYet(store) = self {
            *self = Self::Locked(store.lock(path)?);
        }
        Ok(())
    }
}

/// The thread: sleeps until there is something to write, and after an error until the next try.
fn run(shared: &Shared, hold: &mut LockState, mut version: Version, report: &dyn Fn(Report)) {
    let mut told: Option<(u64, StoreError)> = None;
    let mut begun = None;
    while let Some((revision, assessment)) = next(shared, begun) {
        begun = Some(Instant::now());
        let outcome = hold.take(version.path()).and_then(|()| write(&mut version, &assessment, report));
        let mut state = shared.state();
        state.is_writing = false;
        match outcome {
            Ok(()) => {
                state.failure = None;
                drop(state);
                shared.changed.notify_all();
                told = None;
                report(Report::Saved { revision });
            }
            Err(error) => {
                state.failure = Some(error.clone());
                state.pending.get_or_insert((revision, assessment));
                drop(state);
                if told.as_ref().is_none_or(|told| *told != (revision, error.clone())) {
                    told = Some((revision, error.clone()));
                    report(Report::Failed { revision, error });
                }
                pause(shared);
            }
        }
    }
}

/// The newest state, waited for, when the last writing began long enough ago; `None` when nothing more comes.
fn next(shared: &Shared, last: Option<Instant>) -> Option<(u64, Box<Assessment>)> {
    let mut state = shared
        .changed
        .wait_while(shared.state(), |state| state.pending.is_none() && state.phase == Phase::Open)
        .unwrap_or_else(PoisonError::into_inner);
    if state.phase == Phase::Open && state.failure.is_none() {
        let left =
            last.map_or(WRITE_DELAY, |begun| MIN_WRITE_INTERVAL.saturating_sub(begun.elapsed()).max(WRITE_DELAY));
        let is_calm = |state: &mut State| state.phase == Phase::Open;
        (state, _) = shared.changed.wait_timeout_while(state, left, is_calm).unwrap_or_else(PoisonError::into_inner);
    }
    if state.phase >= Phase::GivenUp {
        return None;
    }
    state.is_writing = state.pending.is_some();
    state.pending.take()
}

/// Waits for the next try. That the program is about to leave is a reason to try at once, but only one.
fn pause(shared: &Shared) {
    let state = shared.state();
    let before = state.phase;
    let is_calm = |state: &mut State| state.phase == before;
    let _ = shared.changed.wait_timeout_while(state, RETRY, is_calm).unwrap_or_else(PoisonError::into_inner);
}

fn write(version: &mut Version, assessment: &Assessment, report: &dyn Fn(Report)) -> Result<(), StoreError> {
    let contents = saved_file::write(assessment).into_bytes();
    let target = version.target()?;
    if let Some(path) = version.keep_foreign_aside(&target)? {
        report(Report::KeptAside { path });
    }
    version.keep_older_layout(&target, saved_file::SCHEMA)?;
    version.write(&target, contents)
}
