//! Takes the lines that are typed: numbers, words, and what goes into forms.

use super::words::{Word, meaning};
use super::{Line, LineMode};
use crate::app::command::Command;
use crate::app::form::Form;
use crate::app::forms;
use crate::app::key::Key;
use crate::app::screens::{Screen, ScreenKind};
use crate::app::update::perform_on_line;

impl LineMode<'_> {
    /// Takes a line: a number chooses, a word does what its key does on the screens.
    pub(super) fn take(&mut self, line: &str) -> Line {
        let folded: String = line
            .chars()
            .map(|character| match Key::Char(character).folded() {
                Key::Char(folded) => folded,
                _ => character,
            })
            .collect();
        let (word, rest) =
            folded.split_once(char::is_whitespace).map_or((folded.as_str(), ""), |(word, rest)| (word, rest.trim()));
        self.in_full = false;
        if self.model.screen.form().is_some() {
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
            (Some(Word::Tick), Screen::Policy(_) | Screen::Procedure(_)) => self.on_line(rest, Command::Toggle),
            // On a question an empty line would take whatever stands first; a choice is never made by accident.
            (None | Some(Word::Tick), _) | (Some(Word::Command(Command::Accept)), Screen::Question(_)) => {
                Line::NotUnderstood
            }
            (Some(Word::Command(Command::Accept)), Screen::WhatIf(_) | Screen::Result(_) | Screen::Plan(_)) => {
                self.in_full = true;
                Line::Shown
            }
            (Some(Word::Command(command @ Command::Details)), Screen::Plan(_))
            | (Some(Word::Command(command @ Command::Restore)), Screen::Disagreements(_)) => {
                self.on_line(rest, command)
            }
            (Some(Word::Command(command)), _) => {
                self.in_full = command == Command::Open(ScreenKind::WhatIf);
                self.command(command)
            }
        }
    }

    fn choose(&mut self, number: usize) -> Line {
        if number == 0 || number > self.model.screen.numbers(self.model) {
            return Line::NotUnderstood;
        }
        self.change(|model| model.screen.kind().on_number(model, number))
    }

    /// Does what a command asks for on the line whose number was typed after it.
    fn on_line(&mut self, number: &str, command: Command) -> Line {
        let line = number.parse().ok().and_then(|number| self.model.screen.line_of(self.model, number));
        self.change(|model| line.map(|line| perform_on_line(model, line, command)))
    }

    /// Tries out a choice, from 1, on a question.
    fn try_out(&mut self, number: usize, choice: usize) -> Line {
        let Screen::WhatIf(state) = &self.model.screen else { return Line::NotUnderstood };
        let set = &state.sheet.set;
        if !(1..=set.questions.len()).contains(&number) || !(1..=set.choices.len()).contains(&choice) {
            return Line::NotUnderstood;
        }
        self.change(|model| Some(perform_on_line(model, number - 1, Command::Choose(choice))))
    }

    /// A line for the field in focus: an empty one leaves it as it is, a dash empties it.
    fn fill_in(&mut self, line: &str, folded: &str) -> Line {
        let Some(form) = self.model.screen.form_mut() else { return Line::NotUnderstood };
        let options = form.options();
        match folded {
            "" => {}
            "?" => return Line::Help,
            "x" => return self.command(Command::Escape),
            "<" => return self.command(Command::PreviousField),
            number if options > 0 => match number.parse::<usize>() {
                Ok(number) if (1..=options).contains(&number) => form.replace_focused(folded),
                _ => return Line::NotUnderstood,
            },
            "-" => form.replace_focused(""),
            _ => form.replace_focused(line),
        }
        let is_at_end = |screen: &Screen| screen.form().is_some_and(Form::is_at_end);
        let was_last = is_at_end(&self.model.screen);
        self.command(Command::NextField);
        let submits = self.model.screen.form().is_some_and(Form::ends_with_button);
        // The last field of a form is its button; without one, leaving keeps what was typed.
        match (submits, was_last) {
            (true, _) if is_at_end(&self.model.screen) => return self.command(Command::Accept),
            (false, true) => return self.command(Command::Escape),
            _ => {}
        }
        Line::Shown
    }

    fn note(&mut self, text: &str) -> Line {
        let Screen::Question(state) = &self.model.screen else { return Line::NotUnderstood };
        let subject = forms::Subject::Note(state.kind, state.number);
        forms::open(self.model, subject);
        if let Some(form) = self.model.screen.form_mut() {
            form.replace_focused(text);
        }
        self.command(Command::Escape)
    }
}
