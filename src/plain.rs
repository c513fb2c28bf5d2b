//! Line mode: the same questionnaire over the same app, one line in for every question out. For screen readers, for
//! scripts, and where there is no terminal that could draw.

mod pages;
mod road;
#[cfg(unix)]
mod signals;

use std::io::{self, BufRead, Write};
use std::sync::mpsc::Receiver;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::forms;
use crate::app::key::Key;
use crate::app::message::Message;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::app::update::{perform, update};
use crate::appearance::Glyphs;
use crate::report::text::TextReport;
use crate::session::{Request, Session, now};

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

/// The program in line mode.
#[derive(Debug)]
pub struct Plain<'a> {
    model: &'a mut Model,
    session: Session,
    inbox: &'a Receiver<Message>,
    report: TextReport<'a>,
    glyphs: &'static Glyphs,
    scope: Scope,
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
        report: TextReport<'a>,
        glyphs: &'static Glyphs,
        scope: Scope,
        prompt: &'static str,
    ) -> Self {
        Self { model, session, inbox, report, glyphs, scope, prompt }
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
                    let report = self.report.in_language(self.model.language);
                    write!(out, "\n{}", report.result(assessment))?;
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
        match (&self.model.screen, &self.model.assessment) {
            (Screen::Result(_), Some(assessment)) => {
                write!(out, "\n{}", self.report.in_language(self.model.language).result(assessment))?;
                writeln!(out, "\n{}", self.model.messages().plain.result_words)
            }
            (Screen::Plan(_), Some(assessment)) => {
                let target = crate::core::plan::next_target(
                    &assessment.diagnosis.set,
                    crate::core::score::score(&assessment.diagnosis).points,
                );
                let report = self.report.in_language(self.model.language);
                write!(out, "\n{}", report.plan(assessment, target, self.model.now.date_naive()))
            }
            (Screen::Compare(state), _) => {
                let report = self.report.in_language(self.model.language);
                write!(out, "\n{}", report.comparison(&state.pair.0, &state.pair.1))?;
                writeln!(out, "{}", self.model.messages().plain.enter_returns)
            }
            (Screen::Trend(state), _) => {
                let report = self.report.in_language(self.model.language);
                write!(out, "\n{}", report.trend(&state.organization, &state.assessments))?;
                writeln!(out, "{}", self.model.messages().plain.enter_returns)
            }
            _ => pages::show(self.model, self.glyphs, out),
        }
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
        if let Screen::Form(_) = self.model.screen {
            return self.fill_in(line);
        }
        if let (Ok(number), "") = (word.parse::<usize>(), rest) {
            return self.choose(number);
        }
        let command = match word.to_lowercase().as_str() {
            "?" | "help" | "ヘルプ" => return Line::Help,
            "q" | "quit" | "終了" => return Line::Leave,
            "" => Command::Accept,
            "b" | "back" | "h" | "戻る" => Command::Back,
            "s" | "skip" | "l" | "次" => Command::Forward,
            "n" | "note" => return self.note(line.trim_start_matches(|c: char| !c.is_whitespace()).trim()),
            "f" | "flag" => Command::Flag,
            "d" | "details" => Command::Details,
            "r" | "review" => Command::Review,
            "c" | "compare" if matches!(self.model.screen, Screen::Result(_)) => Command::Compare,
            "c" | "confirm" => Command::Confirm,
            "t" | "trend" if matches!(self.model.screen, Screen::Result(_)) => Command::Trend,
            "t" | "tick" => return self.tick(rest),
            "road" | "stages" | "道のり" => Command::Stages,
            "p" | "plan" => Command::Plan,
            "x" | "exit" => Command::Escape,
            "lang" | "language" => Command::SwitchLanguage,
            _ => return Line::NotUnderstood,
        };
        // On a question an empty line would take whatever stands first; a choice is never made by accident.
        if command == Command::Accept && matches!(self.model.screen, Screen::Question(_)) {
            return Line::NotUnderstood;
        }
        self.command(command)
    }

    fn choose(&mut self, number: usize) -> Line {
        let lines = pages::choices(self.model);
        if number == 0 || number > lines {
            return Line::NotUnderstood;
        }
        if matches!(
            self.model.screen,
            Screen::Question(_)
                | Screen::ConfirmDelete(_)
                | Screen::ConfirmLeaving(_)
                | Screen::Settings(_)
                | Screen::Stages(_)
                | Screen::Guide(_)
        ) {
            return self.command(Command::Choose(number));
        }
        self.highlight(number);
        self.command(Command::Accept)
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

    /// A line for the field in focus: an empty one leaves it as it is.
    fn fill_in(&mut self, line: &str) -> Line {
        if let Screen::Form(state) = &mut self.model.screen {
            if line == "x" {
                return self.command(Command::Escape);
            }
            if !line.is_empty() {
                state.form.replace_focused(line);
            }
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
