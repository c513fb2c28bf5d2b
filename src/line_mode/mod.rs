//! Line mode: the same questionnaire over the same app, one line in for every question out. For screen readers, for
//! scripts, and where there is no terminal that could draw.

mod folded;
#[cfg(any(unix, windows))]
mod signals;
mod take;
mod words;

use std::io::{self, BufRead, Write};
use std::sync::mpsc::Receiver;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::model::Model;
use crate::app::page::PageStyle;
use crate::app::screens::Screen;
use crate::app::update::{perform, update};
use crate::appearance::Appearance;
use crate::effects::{Request, Session, now};
use crate::report::text::TextReport;
use crate::store::settings::Settings;
use crate::text::clean;
use folded::Folded;

#[cfg(any(unix, windows))]
pub(crate) use signals::end_on_signals;

/// How much of the program line mode offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The questions of one assessment and its result, nothing else.
    QuestionsOnly,
    /// All screens.
    Everything,
}

/// How lines look.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LineStyle {
    /// What the settings, which may change at any line, make of colours and symbols.
    pub appearance: fn(&Settings) -> Appearance,
    /// Cells of a line.
    pub cells: usize,
    /// Whether longer lines are broken between words, as a person at a terminal likes it.
    pub folds: bool,
}

/// The program in line mode.
#[derive(Debug)]
pub(crate) struct LineMode<'a> {
    model: &'a mut Model,
    session: Session,
    inbox: &'a Receiver<Message>,
    style: LineStyle,
    scope: Scope,
    /// Whether the next page is written in full where it also exists in short.
    in_full: bool,
    /// The result that was written in full: id and revision of the assessment.
    shown_result: Option<(String, u64)>,
    /// The prompt before a line that is typed; empty where lines come from a pipe.
    prompt: &'static str,
}

/// What a line asked for.
enum Line {
    /// Go on with the screen that is shown now.
    Shown,
    /// Explain the words that can be typed.
    Help,
    /// It has no meaning on this screen.
    NotUnderstood,
    /// Leave.
    Leave,
}

impl<'a> LineMode<'a> {
    /// Line mode over a model and a session that answers at once.
    pub fn new(
        model: &'a mut Model,
        session: Session,
        inbox: &'a Receiver<Message>,
        style: LineStyle,
        scope: Scope,
        prompt: &'static str,
    ) -> Self {
        Self { model, session, inbox, style, scope, in_full: true, shown_result: None, prompt }
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
        let out = &mut Folded::new(out, self.style.folds.then_some(self.style.cells));
        if self.carry_out(first).is_some() {
            return Ok(());
        }
        if !self.prompt.is_empty() {
            writeln!(out, "{}", self.model.messages().line_mode.introduction)?;
        }
        let mut is_new = true;
        loop {
            self.skip_checklist_result();
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
                Line::Help => self.help(out)?,
                Line::NotUnderstood => {
                    is_new = false;
                    let numbers = self.model.screen.numbers(self.model);
                    writeln!(out, "{}", (self.model.messages().line_mode.not_understood)(numbers))?;
                }
                Line::Leave => {
                    self.leave();
                    return Ok(());
                }
            }
        }
    }

    /// Where only questions are asked, the page between the two sheets is skipped.
    fn skip_checklist_result(&mut self) {
        if self.scope == Scope::QuestionsOnly && matches!(self.model.screen, Screen::ChecklistResult(_)) {
            self.command(Command::Accept);
        }
    }

    fn show(&mut self, out: &mut impl Write) -> io::Result<()> {
        let is_known_result = self.is_known_result();
        if let Some(notice) = self.model.notice.take() {
            writeln!(out, "{}", clean(&notice.sentence(self.model.language)))?;
        }
        if let Some(failure) = &self.model.saving.failure {
            let reason = failure.sentence(self.model.language);
            writeln!(out, "{}: {}", self.model.messages().common.not_saved, clean(&reason))?;
        }
        if let Some(failure) = self.model.list_failure() {
            writeln!(out, "{}", clean(&failure.sentence(self.model.language)))?;
        }
        let appearance = self.appearance();
        let in_full = if matches!(self.model.screen, Screen::Result(_)) { !is_known_result } else { self.in_full };
        let style = PageStyle { glyphs: appearance.glyphs, report: self.report(&appearance), in_full };
        let mut page = String::new();
        // A String takes everything.
        self.model.screen.write_page(self.model, &style, &mut page).ok();
        write!(out, "\n{page}")
    }

    /// Writes what can be typed, first what matters most on this page.
    fn help(&self, out: &mut impl Write) -> io::Result<()> {
        let (screen, messages) = (&self.model.screen, self.model.messages());
        let hint = screen.page_hint(messages);
        if !hint.is_empty() {
            writeln!(out, "{hint}")?;
        }
        // Anything else that is typed into a form goes into its field.
        if screen.form().is_none() {
            for line in messages.line_mode.help {
                writeln!(out, "{line}")?;
            }
        }
        Ok(())
    }

    /// Whether the screen is a result that was written in full before and has not changed since. Someone who returns from the
    /// plan does not want to hear all answers again.
    fn is_known_result(&mut self) -> bool {
        let Some(assessment) = &self.model.assessment else {
            self.shown_result = None;
            return false;
        };
        if !matches!(self.model.screen, Screen::Result(_)) {
            return false;
        }
        let result = Some((assessment.id.clone(), self.model.saving.revision));
        let is_known = self.shown_result == result && !self.in_full;
        self.shown_result = result;
        is_known
    }

    /// How things look with the settings as they are now.
    fn appearance(&self) -> Appearance {
        (self.style.appearance)(&self.model.settings)
    }

    fn report<'b>(&self, appearance: &'b Appearance) -> TextReport<'b> {
        TextReport::new(self.model.language, appearance, self.style.cells)
    }

    fn command(&mut self, command: Command) -> Line {
        self.change(|model| Some(perform(model, command)))
    }

    /// Changes the model and carries out what that asks for; what changes nothing was not understood.
    fn change(&mut self, change: impl FnOnce(&mut Model) -> Option<Vec<Effect>>) -> Line {
        self.model.now = now();
        let Some(effects) = change(self.model) else { return Line::NotUnderstood };
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
