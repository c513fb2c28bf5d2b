//! `start`, `open` and the home screen: on a terminal, or line by line.

use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::{Arc, mpsc};

use clap::ArgMatches;

use super::context::Context;
use super::ended_by;
use super::failure::Failure;
use crate::app::effect::Effect;
use crate::app::model::{Model, NewAssessment};
use crate::app::screens::ScreenKind;
use crate::core::assessment::Organization;
use crate::core::question_set::Kind;
use crate::core::sheet::Sheet;
use crate::effects::{SHUTDOWN_TIMEOUT, Session, now};
use crate::line_mode::{self, LineMode};
use crate::messages::messages;
use crate::store::failure::shown;
use crate::tui;

/// The home screen.
pub fn home(context: &Context) -> Result<ExitCode, Failure> {
    let program = Program::new(context)?;
    program.run(context, vec![Effect::List], line_mode::Scope::Everything)
}

/// `start`: a new assessment, at its first question if the organisation is named, else at the form about it.
pub fn start(context: &Context, matches: &ArgMatches) -> Result<ExitCode, Failure> {
    let mut program = Program::new(context)?;
    let catalog = context.catalog()?;
    let checklist = context.chosen_set(matches, Kind::Checklist, context.language)?;
    let diagnosis = context.chosen_set(matches, Kind::Diagnosis, context.language)?;
    let text = |option: &str| matches.get_one::<String>(option).map(|text| text.trim().to_owned()).unwrap_or_default();
    let named = Organization {
        name: text("org"),
        site: text("site"),
        respondent: text("respondent"),
        ..Organization::default()
    };
    let scope = if named.name.is_empty() { line_mode::Scope::Everything } else { line_mode::Scope::QuestionsOnly };
    let first = if matches.contains_id("from") {
        let old = context.assessment(matches, "from")?;
        program.model.begin_from(&old, &named, checklist, diagnosis)
    } else if named.name.is_empty() {
        program.model.new_assessment = NewAssessment { organization: named, checklist, diagnosis };
        ScreenKind::Profile.open(&mut program.model)
    } else {
        let checklist = checklist.or_else(|| catalog.default_checklist(context.language));
        let diagnosis = diagnosis.or_else(|| catalog.default_diagnosis(context.language));
        match (checklist, diagnosis) {
            (Some(checklist), Some(diagnosis)) => {
                program.model.begin(named, Sheet::new(checklist), Sheet::new(diagnosis))
            }
            _ => return Err(Failure::message((context.messages().cli.no_such_set)("-"))),
        }
    };
    program.run(context, first, scope)
}

/// `open`: a saved assessment where it was left, or its result.
pub fn open(context: &Context, matches: &ArgMatches) -> Result<ExitCode, Failure> {
    let name = matches.get_one::<String>("assessment").map(String::as_str).unwrap_or_default();
    let path = context.find(name)?;
    let mut program = Program::new(context)?;
    let assessment = program.session.open(&path).map_err(|error| context.failed(&error))?;
    program.model.resume(*assessment);
    let first = match context.chosen_set(matches, Kind::Checklist, context.language)? {
        Some(checklist) => program.model.move_checklist(checklist),
        None => Vec::new(),
    };
    program.run(context, first, line_mode::Scope::QuestionsOnly)
}

/// The interactive program before it runs.
struct Program {
    model: Model,
    session: Session,
    inbox: mpsc::Receiver<crate::app::message::Message>,
    outbox: mpsc::Sender<crate::app::message::Message>,
}

impl Program {
    fn new(context: &Context) -> Result<Self, Failure> {
        let has_terminal = io::stdout().is_terminal() && io::stdin().is_terminal();
        #[cfg(windows)]
        if !context.plain && has_terminal && !crate::console::hands_over_keys() {
            return Err(Failure::message(context.messages().cli.no_keys));
        }
        if !context.plain && !has_terminal {
            return Err(Failure::message(context.messages().cli.no_terminal));
        }
        let catalog = context.catalog()?;
        let (outbox, inbox) = mpsc::channel();
        let session = Session::new(
            context.store()?,
            context.settings_file.clone(),
            Arc::clone(&catalog),
            context.language,
            outbox.clone(),
        );
        let size = tui::terminal::size().unwrap_or((80, 24));
        let mut model = Model::new(context.language, catalog, size, now());
        model.settings = context.settings.clone();
        Ok(Self { model, session, inbox, outbox })
    }

    fn run(mut self, context: &Context, first: Vec<Effect>, scope: line_mode::Scope) -> Result<ExitCode, Failure> {
        let outcome = if context.plain {
            // Without the thread a signal ends the program at once, as it does any other.
            #[cfg(any(unix, windows))]
            let _ = line_mode::end_on_signals(self.session.last_change());
            let mut line_mode = LineMode::new(
                &mut self.model,
                self.session.synchronous(),
                &self.inbox,
                line_mode::LineStyle {
                    appearance: super::context::appearance,
                    cells: super::context::cells(),
                    folds: io::stdout().is_terminal(),
                },
                scope,
                if io::stdin().is_terminal() { "> " } else { "" },
            );
            let outcome = line_mode.run(first, &mut io::stdin().lock(), &mut io::stdout().lock());
            self.session = line_mode.into_session();
            outcome.map(|()| None)
        } else {
            let data = shown(context.store()?.data());
            let last_change = self.session.last_change();
            let report = (context.messages().cli.panicked)(&data);
            tui::install_panic_hook(report, move || last_change.wait(SHUTDOWN_TIMEOUT));
            tui::run(&mut self.model, &mut self.session, first, &super::context::appearance, &self.inbox, &self.outbox)
        };
        // The language may have been switched since the start.
        let language = self.model.language;
        if let Err(error) = self.session.finish() {
            let reason = error.sentence(language);
            let sentence = (messages(language).cli.not_saved_at_end)(&reason);
            return Err(Failure::message(sentence));
        }
        match outcome {
            Ok(signal) => Ok(ended_by(signal)),
            Err(error) => Err(Failure::of_output(&error, language)),
        }
    }
}
