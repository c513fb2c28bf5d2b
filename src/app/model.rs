//! The state of the interactive program.

use std::sync::Arc;

use super::effect::Effect;
use super::notice::Notice;
use super::screens::{Screen, checklist_result, home, question, result, review};
use crate::core::assessment::{Assessment, Organization, Status, new_id};
use crate::core::carry_over::{carried_over, moved_to};
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::place::Place;
use crate::core::question_set::{Kind, SharedSet};
use crate::core::sheet::{Sheet, Timestamp};
use crate::messages::{Messages, messages};
use crate::store::failure::StoreError;
use crate::store::settings::Settings;
use crate::store::summary::Summary;

/// The state of the interactive program.
#[derive(Debug)]
pub struct Model {
    /// Language of the interface.
    pub language: Language,
    /// Saved settings, overridden by command-line flags.
    pub settings: Settings,
    /// The available question sets.
    pub catalog: Arc<Catalog>,
    /// Prefilled values from the command line, for the form about the organisation.
    pub new_assessment: NewAssessment,
    /// The assessment that is open.
    pub assessment: Option<Assessment>,
    /// How far it is saved.
    pub saving: Saving,
    /// The saved assessments.
    pub summaries: SavedList,
    /// The newest saved assessment, whose progress the home screen shows.
    pub newest: Option<Box<Assessment>>,
    /// The screen that is shown.
    pub screen: Screen,
    /// Screens to which Escape leads back, the nearest last.
    pub behind: Vec<Screen>,
    /// What is shown above the footer until the next key.
    pub notice: Option<Notice>,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The moment of the message being handled.
    pub now: Timestamp,
}

/// Prefilled values of a new assessment.
#[derive(Clone, Debug, Default)]
pub struct NewAssessment {
    /// What is known of the organisation.
    pub organization: Organization,
    /// The checklist to be answered, instead of the usual one.
    pub checklist: Option<SharedSet>,
    /// The diagnosis to be answered, instead of the usual one.
    pub diagnosis: Option<SharedSet>,
}

/// How far the open assessment is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saving {
    /// Changes so far.
    pub revision: u64,
    /// The newest change known to be durable.
    pub durable: u64,
    /// Why saving fails, while it does.
    pub failure: Option<StoreError>,
}

/// The saved assessments, as far as they are known.
#[derive(Clone, Debug, Default)]
pub enum SavedList {
    /// They are still being read.
    #[default]
    Loading,
    /// Newest first.
    Read(Vec<Summary>),
    /// The folder cannot be read.
    Failed(StoreError),
}

impl SavedList {
    /// Those that are known.
    pub fn as_slice(&self) -> &[Summary] {
        match self {
            Self::Read(summaries) => summaries,
            Self::Loading | Self::Failed(_) => &[],
        }
    }

    /// Why they are not known.
    pub fn failure(&self) -> Option<&StoreError> {
        match self {
            Self::Failed(error) => Some(error),
            Self::Loading | Self::Read(_) => None,
        }
    }
}

impl Saving {
    /// Whether everything so far is durable.
    pub fn is_durable(&self) -> bool {
        self.durable == self.revision && self.failure.is_none()
    }
}

impl Model {
    /// A program that shows its home screen.
    pub fn new(language: Language, catalog: Arc<Catalog>, size: (u16, u16), now: Timestamp) -> Self {
        Self {
            language,
            settings: Settings::default(),
            catalog,
            new_assessment: NewAssessment::default(),
            assessment: None,
            saving: Saving::default(),
            summaries: SavedList::default(),
            newest: None,
            screen: Screen::Home(home::State::default()),
            behind: Vec::new(),
            notice: None,
            size,
            now,
        }
    }

    /// Why the saved assessments are unknown, on a screen that would otherwise look as if there were none.
    pub fn list_failure(&self) -> Option<&StoreError> {
        match self.screen {
            Screen::Home(_) | Screen::Saved(_) => self.summaries.failure(),
            _ => None,
        }
    }

    /// The sentences of the interface.
    pub fn messages(&self) -> &'static Messages {
        messages(self.language)
    }

    /// Begins a new assessment of an organisation with these sheets, at its first question, and saves it.
    pub fn begin(&mut self, organization: Organization, checklist: Sheet, diagnosis: Sheet) -> Vec<Effect> {
        self.begin_with(Assessment::new(new_id(), organization, checklist, diagnosis, self.language, self.now))
    }

    /// Begins a new assessment from an old one: its answers are carried over, each to be confirmed. What `named` says of
    /// the organisation replaces what the old one says; other question sets than the old ones may be given.
    pub fn begin_from(
        &mut self,
        old: &Assessment,
        named: &Organization,
        checklist: Option<SharedSet>,
        diagnosis: Option<SharedSet>,
    ) -> Vec<Effect> {
        let sheet = |kind: Kind, set: Option<SharedSet>| {
            let sheet = old.sheet(kind);
            let set = set.or_else(|| self.catalog.find(kind, &sheet.set.id, &sheet.set.edition, self.language));
            carried_over(sheet, set.unwrap_or_else(|| sheet.set.clone()), old.updated_at)
        };
        let (checklist, diagnosis) = (sheet(Kind::Checklist, checklist), sheet(Kind::Diagnosis, diagnosis));
        let organization = old.organization.clone().with(named);
        let mut assessment = Assessment::new(new_id(), organization, checklist, diagnosis, self.language, self.now);
        assessment.carried_from = Some(old.id.clone());
        assessment.policy = old.policy.clone();
        // What was declared and published a year ago still is; what was planned and is not done still has to be.
        assessment.publication = old.publication.clone();
        assessment.declaration = old.declaration.clone();
        let diagnosis = &assessment.diagnosis.set;
        let open = old.plan.iter().filter(|(id, entry)| entry.state.is_pending() && diagnosis.question(id).is_some());
        assessment.plan = open.map(|(id, entry)| (id.clone(), entry.clone())).collect();
        self.begin_with(assessment)
    }

    fn begin_with(&mut self, assessment: Assessment) -> Vec<Effect> {
        let mut effects = self.close();
        self.assessment = Some(assessment);
        self.saving = Saving::default();
        self.behind.clear();
        self.show_place(Place::Question(Kind::Checklist, 1));
        effects.extend(self.save());
        effects
    }

    /// Moves the answers to the principles to another edition and saves that. Answers given stay; where one would find no
    /// place, nothing is moved, and it is said which.
    pub fn move_checklist(&mut self, set: SharedSet) -> Vec<Effect> {
        let Some(assessment) = &mut self.assessment else { return Vec::new() };
        let title = set.title.clone();
        let moved = moved_to(&assessment.checklist, set);
        let left: Vec<String> = moved
            .left_behind
            .keys()
            .filter_map(|id| assessment.checklist.set.question(id))
            .map(|question| question.topic.clone())
            .collect();
        if !left.is_empty() {
            self.notice = Some(Notice::EditionLoses(title, left));
            return Vec::new();
        }
        assessment.checklist = moved.sheet;
        let unanswered = assessment.checklist.first_unanswered();
        self.notice = Some(Notice::EditionMoved(title));
        if let Some(number) = unanswered {
            self.show_place(Place::Question(Kind::Checklist, number));
        }
        self.save()
    }

    /// Shows an assessment that was read: where it was left if unfinished, its result if finished.
    pub fn resume(&mut self, assessment: Assessment) {
        let place = match assessment.status() {
            Status::Complete => Place::Result,
            Status::InProgress => assessment.place,
        };
        self.assessment = Some(assessment);
        self.saving = Saving::default();
        self.behind.clear();
        self.speak(self.language);
        self.show_place(place);
    }

    /// Shows a place of the open assessment. A place beyond its questions becomes the nearest that exists.
    pub fn show_place(&mut self, place: Place) {
        let Some(assessment) = &self.assessment else { return };
        if matches!(place, Place::ChecklistResult | Place::Result) {
            self.behind.clear();
        }
        self.screen = match place {
            Place::Question(kind, number) => {
                let sheet = assessment.sheet(kind);
                Screen::Question(question::State::new(sheet, kind, number))
            }
            Place::ChecklistResult => Screen::ChecklistResult(checklist_result::State),
            Place::Review => Screen::Review(review::State::default()),
            Place::Result => Screen::Result(result::State::default()),
        };
    }

    /// The place to come back to from the screen that is shown, if it belongs to the assessment.
    pub fn place(&self) -> Option<Place> {
        std::iter::once(&self.screen).chain(self.behind.iter().rev()).find_map(|screen| match screen {
            Screen::Question(state) => Some(Place::Question(state.kind, state.number)),
            Screen::ChecklistResult(_) => Some(Place::ChecklistResult),
            Screen::Review(_) => Some(Place::Review),
            Screen::Result(_) => Some(Place::Result),
            _ => None,
        })
    }

    /// Notes the change of the open assessment and asks for it to be saved.
    pub fn save(&mut self) -> Vec<Effect> {
        let place = self.place();
        let Some(assessment) = &mut self.assessment else { return Vec::new() };
        if let Some(place) = place {
            assessment.place = place;
        }
        assessment.updated_at = self.now;
        self.saving.revision += 1;
        vec![Effect::Save(self.saving.revision, Box::new(assessment.clone()))]
    }

    /// Saves where the open assessment is being left, if that changed.
    pub fn save_place(&mut self) -> Vec<Effect> {
        match (&self.assessment, self.place()) {
            (Some(assessment), Some(place)) if assessment.place != place => self.save(),
            _ => Vec::new(),
        }
    }

    /// Closes the open assessment, saved.
    pub fn close(&mut self) -> Vec<Effect> {
        if self.assessment.is_none() {
            return Vec::new();
        }
        let mut effects = self.save_place();
        self.assessment = None;
        effects.push(Effect::Close);
        effects
    }

    /// Shows a screen from which Escape leads back to this one.
    pub fn enter(&mut self, screen: Screen) {
        let before = std::mem::replace(&mut self.screen, screen);
        self.behind.push(before);
    }

    /// One level back: the screen behind, else home.
    pub fn go_back(&mut self) -> Vec<Effect> {
        if let Some(screen) = self.behind.pop() {
            self.screen = screen;
            Vec::new()
        } else if matches!(self.screen, Screen::Home(_)) {
            Vec::new()
        } else {
            let mut effects = self.close();
            self.screen = Screen::Home(home::State::default());
            effects.push(Effect::List);
            effects
        }
    }

    /// Switches the language, of the open sheets too where their texts exist in it.
    pub fn speak(&mut self, language: Language) {
        self.language = language;
        let catalog = Arc::clone(&self.catalog);
        let Some(assessment) = &mut self.assessment else { return };
        for kind in [Kind::Checklist, Kind::Diagnosis] {
            let sheet = assessment.sheet_mut(kind);
            if let Some(set) = catalog.find(kind, &sheet.set.id, &sheet.set.edition, language)
                && set.agrees_with(&sheet.set.outline())
            {
                sheet.set = set;
            }
        }
    }
}
