//! The edge of the interactive program: carries out its effects on disk, and answers with messages.

pub mod documents;
mod reading;

use std::path::{Path, PathBuf};
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
use crate::store::failure::{StoreError, shown};
use crate::store::settings::{Settings, SettingsFile};
use crate::store::summary::Summary;
use crate::store::writer::{Event, Waiter, Writer};

pub use reading::lookup;

/// How long leaving waits for a disk that does not take the last change.
pub const SHUTDOWN_TIMEOUT: Duration = Duration::from_millis(1500);

/// What the caller of [`Session::carry_out`] has to do itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// Hand the terminal back and stop until continued.
    Suspend,
    /// End the program; the signal that asked for it, if one did.
    Leave(Option<i32>),
}

/// The moment as the clock of this machine tells it.
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
    /// The writer as the last resort of the watcher knows it.
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
    pub fn wait(&self, patience: Duration) {
        let waiter = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(waiter) = waiter {
            // Nobody is left to be told.
            let _ = waiter.wait(patience);
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

    /// The same, but whatever is asked for is there when [`Session::carry_out`] returns, as line mode needs it.
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
                    let opened = self.path(&id).and_then(|path| self.open(&path));
                    self.answer(Message::Opened(self.told(opened)));
                }
                Effect::List => self.list(),
                Effect::LookAt(id) => {
                    if let Ok(assessment) = self.read(&id) {
                        self.answer(Message::LookedAt(Box::new(assessment)));
                    }
                }
                Effect::ReadToCarryOver(id) => {
                    let old = self.read(&id).map(Box::new);
                    self.answer(Message::ReadToCarryOver(self.told(old)));
                }
                Effect::Compare(a, b) => {
                    let pair = self.read_pair(&a, &b);
                    self.answer(Message::Compared(self.told(pair)));
                }
                Effect::CompareWithPrevious(assessment) => {
                    let pair = self.with_previous(*assessment);
                    self.answer(Message::Compared(pair));
                }
                Effect::ReadTrend(organization) => {
                    let trend = self.finished_of(&organization);
                    let trend = self.told(trend);
                    self.answer(Message::TrendRead(organization, trend));
                }
                Effect::Delete(id) => self.delete(&id),
                Effect::Remember(settings) => self.remember(settings),
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
        // Nobody listens any more when the program is about to end.
        let _ = self.messages.send(message);
    }

    fn told<T>(&self, result: Result<T, StoreError>) -> Result<T, String> {
        result.map_err(|error| error.sentence(self.language))
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
                    self.answer(Message::SaveFailed(error.sentence(self.language)));
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
        let language = self.language;
        move |report| {
            // Nobody listens any more when the program is about to end.
            let _ = messages.send(match report {
                Event::Saved { revision } => Message::Saved(revision),
                Event::Failed { error, .. } => Message::SaveFailed(error.sentence(language)),
                Event::KeptAside { path } => Message::KeptAside(shown(&path)),
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
            let summaries = store.list(&reading::lookup(&catalog, language)).unwrap_or_default();
            let summaries = summaries.into_iter().map(Summary::prepared_for_search).collect();
            let _ = messages.send(Message::Listed(summaries));
        };
        if self.in_background {
            // Without a thread the list stays empty, which is better than no program.
            let _ = thread::Builder::new().name("list".into()).spawn(read);
        } else {
            read();
        }
    }

    fn delete(&self, id: &str) {
        let deleted = self.path(id).and_then(|path| self.store.delete(&path)).map(|()| id.to_owned());
        self.answer(Message::Deleted(self.told(deleted)));
    }

    fn remember(&mut self, settings: Settings) {
        self.language = settings.language.unwrap_or(self.language);
        if let Err(error) = self.settings.remember(&settings) {
            self.answer(Message::Written(Err(error.sentence(self.language))));
        }
    }

    fn path(&self, id: &str) -> Result<PathBuf, StoreError> {
        self.store.path_of(id)
    }
}
