//! The note of an answer and where its proof is.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::app::text_field::TextField;
use crate::core::question_set::Kind;
use crate::core::sheet::Sheet;

/// What only the note screen knows.
#[derive(Clone, Debug)]
pub struct State {
    /// Which sheet.
    pub kind: Kind,
    /// Which question, from 1.
    pub number: usize,
    /// The note, several lines.
    pub note: TextField,
    /// Where the proof is, one line.
    pub evidence: TextField,
    /// Whether the evidence has the focus.
    pub on_evidence: bool,
}

impl State {
    /// The note of a question as it is recorded.
    pub fn new(sheet: &Sheet, kind: Kind, number: usize) -> Self {
        let answer = sheet.set.questions.get(number.saturating_sub(1)).and_then(|question| sheet.answer(&question.id));
        Self {
            kind,
            number,
            note: TextField::lines(answer.map_or("", |answer| &answer.note)),
            evidence: TextField::line(answer.map_or("", |answer| &answer.evidence)),
            on_evidence: false,
        }
    }

    /// The field that has the focus.
    pub fn focused(&mut self) -> &mut TextField {
        if self.on_evidence { &mut self.evidence } else { &mut self.note }
    }
}

/// What a command does on the note.
pub fn on_command(model: &mut Model, mut state: Box<State>, command: Command) -> Vec<Effect> {
    match command {
        Command::Escape => {
            let effects = keep(model, &state);
            model.go_back();
            return effects;
        }
        Command::NewLine if !state.on_evidence => state.note.new_line(),
        Command::NewLine | Command::NextField | Command::PreviousField => state.on_evidence = !state.on_evidence,
        _ => {}
    }
    model.screen = Screen::Note(state);
    Vec::new()
}

/// A key that is not a command edits the field that has the focus.
pub fn on_key(state: &mut State, key: Key) {
    state.focused().key(key);
}

/// Pasted text goes into the field that has the focus.
pub fn on_paste(state: &mut State, text: &str) {
    state.focused().insert(text);
}

/// Records note and evidence if they changed.
pub fn keep(model: &mut Model, state: &State) -> Vec<Effect> {
    let Some(assessment) = &mut model.assessment else { return Vec::new() };
    let sheet = assessment.sheet_mut(state.kind);
    let Some(question) = sheet.set.questions.get(state.number - 1).map(|question| question.id.clone()) else {
        return Vec::new();
    };
    let (note, evidence) = (state.note.trimmed().to_owned(), state.evidence.trimmed().to_owned());
    let recorded = sheet.answer(&question).map_or(("", ""), |answer| (&answer.note, &answer.evidence));
    if recorded == (note.as_str(), evidence.as_str()) {
        return Vec::new();
    }
    sheet.annotate(&question, note, evidence);
    model.save()
}
