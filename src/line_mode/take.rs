//! Takes the lines that are typed: numbers, words, and what goes into forms.

use super::words::{Word, meaning};
use super::{Line, Plain, pages};
use crate::app::command::Command;
use crate::app::forms;
use crate::app::key::Key;
use crate::app::screen::Screen;
use crate::app::screens::question;
use crate::core::plan;
use crate::core::question_set::Kind;
use crate::report::format::ReportFormat;

impl Plain<'_> {
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
            (Some(Word::Command(Command::Accept)), Screen::WhatIf(_) | Screen::Result(_) | Screen::Plan(_)) => {
                self.whole = true;
                Line::Shown
            }
            (Some(Word::Command(Command::Details)), Screen::Plan(_)) => match rest.parse() {
                Ok(number) => self.on_item(number, Command::Details),
                Err(_) => Line::NotUnderstood,
            },
            (Some(Word::Command(Command::Restore)), Screen::Disagreements(_)) => match rest.parse::<usize>() {
                Ok(number) if (1..=pages::choices(self.model)).contains(&number) => {
                    self.highlight(number);
                    self.command(Command::Restore)
                }
                _ => Line::NotUnderstood,
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
        let is_at_end = |screen: &Screen| matches!(screen, Screen::Form(state) if state.form.is_at_end());
        let was_last = is_at_end(&self.model.screen);
        self.command(Command::NextField);
        let submits = matches!(&self.model.screen, Screen::Form(state) if state.form.ends_with_button());
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
        if let Screen::Form(state) = &mut self.model.screen {
            state.form.replace_focused(text);
        }
        self.command(Command::Escape)
    }
}
