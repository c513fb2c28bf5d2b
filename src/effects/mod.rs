//! The edge of the interactive program: carries out its effects on disk, and answers with messages.

mod documents;
mod reading;

use std::path::Path;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use chrono::Local;

use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::core::assessment::Assessment;
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::sheet::{Timestamp, to_the_millisecond};
use crate::store::Store;
use crate::store::failure::StoreError;
use crate::store::settings::{Settings, SettingsFile};
use crate::store::summary::Summary;
use crate::store::writer::{Event, Waiter, Writer};

pub use reading::read_statistics;

/// How long leaving waits for a disk that does not take the last change.
pub const SHUTDOWN_TIMEOUT: Duration = Duration::from_millis(1500);

/// What the caller of [`Session::carry_out`] has to do itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// Restore the terminal and stop until continued.
    Suspend,
    /// End the program; the signal that asked for it, if one did.
    Leave(Option<i32>),
}

/// The time of the system clock, to the millisecond.
pub fn now() -> Timestamp {
    to_the_millisecond(Local::now().fixed_offset())
}

/// The disk behind the interactive program.
#[derive(Debug)]
pub struct Session {
    store: Arc<Store>,
    settings: SettingsFile,
    catalog: Arc<Catalog>,
    language: Language,
    messages: Sender<Message>,
    writer: Option<Writer>,
    /// The writer, for the watcher thread to wait for when the program has to end at once.
    waiter: LastChange,
    /// Why an assessment that was closed could not be saved.
    failure: Option<StoreError>,
    /// Whether the list is read on a thread of its own, so that keys do not wait for it.
    in_background: bool,
}

/// The last change on its way to the disk, to be waited for from another thread.
#[derive(Clone, Debug, Default)]
pub struct LastChange(Arc<Mutex<Option<Waiter>>>);

impl LastChange {
    /// Waits until everything handed over so far is durable, at most so long.
    pub fn wait(&self, timeout: Duration) {
        let waiter = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(waiter) = waiter {
            // The program ends in any case, so there is nobody to report an error to.
            let _ = waiter.wait(timeout);
        }
    }

    fn set(&self, waiter: Option<Waiter>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = waiter;
    }
}

impl Session {
    /// A session over a store. Answers go to `messages`.
    pub fn new(
        store: Arc<Store>,
        settings: SettingsFile,
        catalog: Arc<Catalog>,
        language: Language,
        messages: Sender<Message>,
    ) -> Self {
        Self {
            store,
            settings,
            catalog,
            language,
            messages,
            writer: None,
            waiter: LastChange::default(),
            failure: None,
            in_background: true,
        }
    }

    /// Runs every effect on the calling thread, as line mode needs it: the answers are there when [`Session::carry_out`]
    /// returns.
    #[must_use]
    pub fn synchronous(mut self) -> Self {
        self.in_background = false;
        self
    }

    /// The last change, to be waited for from another thread.
    pub fn last_change(&self) -> LastChange {
        self.waiter.clone()
    }

    /// Opens a saved assessment: takes its lock, reads it, and starts its writer.
    ///
    /// # Errors
    ///
    /// Another process has it, or the file cannot be read.
    pub fn open(&mut self, path: &Path) -> Result<Box<Assessment>, StoreError> {
        self.close();
        let lock = self.store.lock(path)?;
        let opened = self.read_version(path)?;
        let writer = Writer::start(lock, opened.version, self.reporter())?;
        self.keep(writer);
        Ok(Box::new(opened.assessment))
    }

    /// Carries out effects in order. Answers come as messages; what only the caller can do is returned.
    pub fn carry_out(&mut self, effects: Vec<Effect>) -> Option<Request> {
        let mut request = None;
        for effect in effects {
            match effect {
                Effect::Save(revision, assessment) => self.save(revision, assessment),
                Effect::Close => self.close(),
                Effect::Open(id) => {
                    let opened = self.store.path_of(&id).and_then(|path| self.open(&path));
                    self.answer(Message::Opened(opened));
                }
                Effect::List => self.list(),
                Effect::LookAt(id) => self.answer(Message::LookedAt(self.read(&id))),
                Effect::ReadToCarryOver(id) => self.answer(Message::ReadToCarryOver(self.read(&id))),
                Effect::Compare(a, b) => self.answer(Message::Compared(self.compare(&a, &b))),
                Effect::CompareWithPrevious(assessment) => self.compare_with_previous(*assessment),
                Effect::ReadTrend(organization) => self.read_trend(organization),
                Effect::ReadStatistics(path) => self.read_statistics(path),
                Effect::Delete(id) => self.delete(&id),
                Effect::Remember(settings) => self.remember(&settings),
                Effect::Export(formats, assessment, language) => {
                    self.answer(Message::Written(documents::reports(&formats, &assessment, language)));
                }
                Effect::WritePolicy(format, assessment, language) => {
                    self.answer(Message::Written(documents::policy(format, &assessment, language)));
                }
                Effect::Suspend => request = Some(Request::Suspend),
                Effect::Leave(signal) => request = Some(Request::Leave(signal)),
            }
        }
        request
    }

    /// Waits until everything is durable and lets go of the assessment.
    ///
    /// # Errors
    ///
    /// Why the last change of this or of an assessment closed before could not be saved.
    pub fn finish(mut self) -> Result<(), StoreError> {
        self.close();
        self.failure.take().map_or(Ok(()), Err)
    }

    fn answer(&self, message: Message) {
        // Fails only if nobody listens any more because the program is about to end.
        let _ = self.messages.send(message);
    }

    fn save(&mut self, revision: u64, assessment: Box<Assessment>) {
        if self.writer.is_none() {
            let begun = self
                .store
                .path_of(&assessment.id)
                .and_then(|path| Writer::start_new(Store::clone(&self.store), path, self.reporter()));
            match begun {
                Ok(writer) => self.keep(writer),
                Err(error) => {
                    self.answer(Message::SaveFailed(error.clone()));
                    self.failure = Some(error);
                    return;
                }
            }
        }
        self.failure = None;
        if let Some(writer) = &self.writer {
            writer.save(revision, assessment);
        }
    }

    /// Hands the writer's reports on as messages.
    fn reporter(&self) -> impl Fn(Event) + Send + 'static {
        let messages = self.messages.clone();
        move |report| {
            // Fails only if nobody listens any more because the program is about to end.
            let _ = messages.send(match report {
                Event::Saved { revision } => Message::Saved(revision),
                Event::Failed { error, .. } => Message::SaveFailed(error),
                Event::KeptAside { path } => Message::KeptAside(path),
            });
        }
    }

    fn keep(&mut self, writer: Writer) {
        self.waiter.set(Some(writer.waiter()));
        self.writer = Some(writer);
    }

    fn close(&mut self) {
        if let Some(writer) = self.writer.take()
            && let Err(error) = writer.finish(SHUTDOWN_TIMEOUT)
        {
            self.failure = Some(error);
        }
        self.waiter.set(None);
    }

    fn list(&self) {
        let (store, catalog, messages) = (Arc::clone(&self.store), Arc::clone(&self.catalog), self.messages.clone());
        let language = self.language;
        let read = move || {
            let summaries = store.list(&catalog.lookup(language));
            let summaries =
                summaries.map(|summaries| summaries.into_iter().map(Summary::prepared_for_search).collect());
            // Fails only if nobody listens any more because the program is about to end.
            let _ = messages.send(Message::Listed(summaries));
        };
        if self.in_background {
            let spawned = thread::Builder::new().name("list".into()).spawn(read.clone());
            if spawned.is_err() {
                // Without another thread, keys wait for the list this once.
                read();
            }
        } else {
            read();
        }
    }

    fn delete(&self, id: &str) {
        let deleted = self.store.path_of(id).and_then(|path| self.store.delete(&path)).map(|()| id.to_owned());
        self.answer(Message::Deleted(deleted));
    }

    fn remember(&mut self, settings: &Settings) {
        self.language = settings.language.unwrap_or(self.language);
        if let Err(error) = self.settings.remember(settings) {
            self.answer(Message::SettingsNotSaved(error));
        }
    }
}
