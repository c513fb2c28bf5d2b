//! Line mode: the same questionnaire over the same app, one line in for every question out. For screen readers, for
//! scripts, and where there is no terminal that could draw.

mod pages;
mod road;
#[cfg(unix)]
mod signals;
mod what_if;
mod words;

use std::io::{self, BufRead, Write};
use std::sync::mpsc::Receiver;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms;
use crate::app::key::Key;
use crate::app::message::Message;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::app::screens::question;
use crate::app::update::{perform, update};
use crate::appearance::Appearance;
use crate::core::plan;
use crate::core::question_set::Kind;
use crate::report::format::ReportFormat;
use crate::report::text::TextReport;
use crate::session::{Request, Session, now};
use crate::store::settings::Settings;
use words::{Word, meaning};

#[cfg(unix)]
pub use signals::end_on_signals;

/// How much of the program the lines lead through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The questions of one assessment and its result, nothing else.
    QuestionsOnly,
    /// All screens.
    Everything,
}

/// How lines look.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// What the settings, which may change at any line, make of colours and symbols.
    pub appearance: fn(Settings) -> Appearance,
    /// Cells of a line.
    pub cells: usize,
}

/// The program in line mode.
#[derive(Debug)]
pub struct Plain<'a> {
    model: &'a mut Model,
    session: Session,
    inbox: &'a Receiver<Message>,
    look: Look,
    scope: Scope,
    /// Whether a page that can be told in short is told in full.
    whole: bool,
    /// What stands before the line that is typed; empty where nobody types.
    prompt: &'static str,
}

/// What a line asked for.
enum Line {
    /// Go on with the screen that is shown now.
    Shown,
    /// Explain the words that can be typed.
    Help,
    /// It meant nothing here.
    NotUnderstood,
    /// Leave.
    Leave,
}

impl<'a> Plain<'a> {
    /// Line mode over a model and a session that answers at once.
    pub fn new(
        model: &'a mut Model,
        session: Session,
        inbox: &'a Receiver<Message>,
        look: Look,
        scope: Scope,
        prompt: &'static str,
    ) -> Self {
        Self { model, session, inbox, look, scope, whole: true, prompt }
    }

    /// The session, to be finished.
    pub fn into_session(self) -> Session {
        self.session
    }

    /// Asks until everything is answered, the person leaves, or the input ends.
    ///
    /// # Errors
    ///
    /// When the output does not take a line.
    pub fn run(&mut self, first: Vec<Effect>, input: &mut impl BufRead, out: &mut impl Write) -> io::Result<()> {
        if self.carry_out(first).is_some() {
            return Ok(());
        }
        let mut is_new = true;
        loop {
            self.skip_what_is_not_asked();
            if is_new {
                if let (Scope::QuestionsOnly, Screen::Result(_), Some(assessment)) =
                    (self.scope, &self.model.screen, &self.model.assessment)
                {
                    let appearance = self.appearance();
                    write!(out, "\n{}", self.report(&appearance).result(assessment))?;
                    out.flush()?;
                    self.leave();
                    return Ok(());
                }
                self.show(out)?;
            }
            out.write_all(self.prompt.as_bytes())?;
            out.flush()?;
            let Some(line) = read_line(input)? else {
                self.leave();
                return Ok(());
            };
            is_new = true;
            match self.take(line.trim()) {
                Line::Shown => {}
                Line::Help => pages::help(self.model, out)?,
                Line::NotUnderstood => {
                    is_new = false;
                    let numbers = pages::choices(self.model);
                    writeln!(out, "{}", (self.model.messages().plain.not_understood)(numbers))?;
                }
                Line::Leave => {
                    self.leave();
                    return Ok(());
                }
            }
        }
    }

    /// Where only questions are asked, the page between the two sheets is passed over.
    fn skip_what_is_not_asked(&mut self) {
        if self.scope == Scope::QuestionsOnly && matches!(self.model.screen, Screen::ChecklistResult) {
            self.command(Command::Accept);
        }
    }

    fn show(&mut self, out: &mut impl Write) -> io::Result<()> {
        if let Some(notice) = self.model.notice.take() {
            writeln!(out, "{}", crate::text::clean(&notice))?;
        }
        if let Some(failure) = &self.model.saving.failure {
            writeln!(out, "{}: {}", self.model.messages().common.not_saved, crate::text::clean(failure))?;
        }
        let appearance = self.appearance();
        let report = self.report(&appearance);
        let words = &self.model.messages().plain;
        match (&self.model.screen, &self.model.assessment) {
            (Screen::Result(_), Some(assessment)) => {
                write!(out, "\n{}", report.result(assessment))?;
                writeln!(out, "\n{}", words.result_words)
            }
            (Screen::Plan(_), Some(assessment)) => {
                let points = crate::core::score::score(&assessment.diagnosis).points;
                let target = plan::next_target(&assessment.diagnosis.set, points);
                write!(out, "\n{}", report.plan(assessment, target, self.model.now.date_naive()))?;
                writeln!(out, "\n{}", words.plan_words)
            }
            (Screen::Compare(state), _) => {
                write!(out, "\n{}", report.comparison(&state.pair.0, &state.pair.1))?;
                writeln!(out, "{}", words.enter_returns)
            }
            (Screen::Trend(state), _) => {
                write!(out, "\n{}", report.trend(&state.organization, &state.assessments))?;
                writeln!(out, "{}", words.enter_returns)
            }
            (Screen::WhatIf(state), _) => {
                writeln!(out)?;
                what_if::page(self.model, state, self.whole, appearance.glyphs, out)
            }
            _ => pages::show(self.model, appearance.glyphs, out),
        }
    }

    /// How things look with the settings as they are now.
    fn appearance(&self) -> Appearance {
        (self.look.appearance)(self.model.settings)
    }

    fn report<'b>(&self, appearance: &'b Appearance) -> TextReport<'b> {
        TextReport::new(self.model.language, appearance, self.look.cells)
    }

    /// Takes a line: a number chooses, a word does what its key does on the screens.
    fn take(&mut self, line: &str) -> Line {
        let folded: String = line
            .chars()
            .map(|character| match Key::Char(character).folded() {
                Key::Char(folded) => folded,
                _ => character,
            })
            .collect();
        let (word, rest) =
            folded.split_once(char::is_whitespace).map_or((folded.as_str(), ""), |(word, rest)| (word, rest.trim()));
        self.whole = false;
        if let Screen::Form(_) = self.model.screen {
            return self.fill_in(line, &folded);
        }
        if let Ok(number) = word.parse::<usize>() {
            return match (rest.parse::<usize>(), &self.model.screen) {
                _ if rest.is_empty() => self.choose(number),
                (Ok(choice), Screen::WhatIf(_)) => self.try_out(number, choice),
                _ => Line::NotUnderstood,
            };
        }
        match (meaning(word, self.model.screen.kind()), &self.model.screen) {
            (Some(Word::Help), _) => Line::Help,
            (Some(Word::Leave), _) => Line::Leave,
            (Some(Word::Note), _) => self.note(line.trim_start_matches(|c: char| !c.is_whitespace()).trim()),
            (Some(Word::Tick), _) => self.tick(rest),
            // On a question an empty line would take whatever stands first; a choice is never made by accident.
            (None, _) | (Some(Word::Command(Command::Accept)), Screen::Question(_)) => Line::NotUnderstood,
            (Some(Word::Command(Command::Accept)), Screen::WhatIf(_) | Screen::Plan(_)) => {
                self.whole = true;
                Line::Shown
            }
            (Some(Word::Command(Command::Details)), Screen::Plan(_)) => match rest.parse() {
                Ok(number) => self.on_item(number, Command::Details),
                Err(_) => Line::NotUnderstood,
            },
            (Some(Word::Command(command)), _) => {
                self.whole = command == Command::WhatIf;
                self.command(command)
            }
        }
    }

    fn choose(&mut self, number: usize) -> Line {
        let lines = pages::choices(self.model);
        if number == 0 || number > lines {
            return Line::NotUnderstood;
        }
        match &self.model.screen {
            Screen::Question(_)
            | Screen::ConfirmDelete(_)
            | Screen::ConfirmLeaving(_)
            | Screen::Settings(_)
            | Screen::Stages(_)
            | Screen::Guide(_) => return self.command(Command::Choose(number)),
            Screen::Export(_) if number <= ReportFormat::ALL.len() => return self.command(Command::Choose(number)),
            // Reports name questions by their own numbers.
            Screen::Result(_) => {
                self.open_question(number);
                return Line::Shown;
            }
            Screen::Plan(_) => return self.on_item(number, Command::Accept),
            _ => {}
        }
        self.highlight(number);
        self.command(Command::Accept)
    }

    fn open_question(&mut self, number: usize) {
        let Some(assessment) = &self.model.assessment else { return };
        let state = question::State::new(&assessment.diagnosis, Kind::Diagnosis, number);
        self.model.enter(Screen::Question(state));
    }

    /// Does something with an item of the plan, known by the number of its question.
    fn on_item(&mut self, number: usize, command: Command) -> Line {
        let Some(assessment) = &self.model.assessment else { return Line::NotUnderstood };
        let items = plan::items(&assessment.diagnosis, &assessment.plan);
        match items.iter().position(|item| item.question.number == number) {
            Some(index) => {
                self.highlight(index + 1);
                self.command(command)
            }
            None => Line::NotUnderstood,
        }
    }

    /// Tries out a choice, from 1, on a question.
    fn try_out(&mut self, number: usize, choice: usize) -> Line {
        let Screen::WhatIf(state) = &self.model.screen else { return Line::NotUnderstood };
        let set = &state.sheet.set;
        if !(1..=set.questions.len()).contains(&number) || !(1..=set.choices.len()).contains(&choice) {
            return Line::NotUnderstood;
        }
        self.highlight(number);
        self.command(Command::Choose(choice))
    }

    /// Ticks or unticks a line that is a tick box on the screens.
    fn tick(&mut self, number: &str) -> Line {
        match number.parse::<usize>() {
            Ok(number)
                if (1..=pages::choices(self.model)).contains(&number)
                    && matches!(self.model.screen, Screen::Policy(_) | Screen::Procedure(_)) =>
            {
                self.highlight(number);
                self.command(Command::Toggle)
            }
            _ => Line::NotUnderstood,
        }
    }

    fn highlight(&mut self, number: usize) {
        self.command(Command::First);
        for _ in 1..number {
            self.command(Command::Down);
        }
    }

    /// A line for the field in focus: an empty one leaves it as it is, a dash empties it.
    fn fill_in(&mut self, line: &str, folded: &str) -> Line {
        let choices = pages::choices(self.model);
        let Screen::Form(state) = &mut self.model.screen else { return Line::NotUnderstood };
        match folded {
            "" => {}
            "?" => return Line::Help,
            "x" => return self.command(Command::Escape),
            "<" => return self.command(Command::PreviousField),
            number if choices > 0 => match number.parse::<usize>() {
                Ok(number) if (1..=choices).contains(&number) => state.form.replace_focused(folded),
                _ => return Line::NotUnderstood,
            },
            "-" => state.form.replace_focused(""),
            _ => state.form.replace_focused(line),
        }
        self.command(Command::NextField);
        let at_end = matches!(&self.model.screen, Screen::Form(state) if state.form.is_at_end());
        if at_end {
            // The last field of a form is its button; without one, leaving keeps what was typed.
            let submits = matches!(&self.model.screen, Screen::Form(state) if state.form.ends_with_button());
            return self.command(if submits { Command::Accept } else { Command::Escape });
        }
        Line::Shown
    }

    fn note(&mut self, text: &str) -> Line {
        let Screen::Question(state) = &self.model.screen else { return Line::NotUnderstood };
        let subject = forms::Subject::Note(state.kind, state.number);
        forms::open(self.model, subject);
        if let Screen::Form(state) = &mut self.model.screen {
            state.form.replace_focused(text);
        }
        self.command(Command::Escape)
    }

    fn command(&mut self, command: Command) -> Line {
        self.model.now = now();
        let effects = perform(self.model, command);
        if self.carry_out(effects).is_some() { Line::Leave } else { Line::Shown }
    }

    fn leave(&mut self) {
        let effects = crate::app::update::leave(self.model, None);
        self.carry_out(effects);
    }

    /// Carries out effects and takes the answers that are there.
    fn carry_out(&mut self, effects: Vec<Effect>) -> Option<Request> {
        let mut request = self.session.carry_out(effects);
        while let Ok(message) = self.inbox.try_recv() {
            let effects = update(self.model, message, now());
            request = self.session.carry_out(effects).or(request);
        }
        request
    }
}

/// One line without its end; `None` at the end of the input. A line that is no UTF-8 is read with replacements.
fn read_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if input.read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    // Text files from Windows begin with a mark of their encoding.
    let line = String::from_utf8_lossy(&bytes);
    Ok(Some(line.trim_start_matches('\u{feff}').trim_end_matches(['\n', '\r']).to_owned()))
}
