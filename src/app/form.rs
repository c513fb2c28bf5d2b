//! A form: labelled fields of which one has the focus.

use super::command::Command;
use super::key::Key;
use super::text_field::TextField;
use crate::core::organization::OrganizationField;
use crate::messages::Messages;

/// A form. The screen that made it knows its fields by their order.
#[derive(Clone, Debug)]
pub struct Form {
    /// Fields from top to bottom.
    pub fields: Vec<Field>,
    /// Which one has the focus, from 0.
    pub focus: usize,
    /// Which field cannot be taken as it is, and why.
    pub fault: Option<(usize, &'static str)>,
}

/// What a field is called.
#[derive(Clone, Copy, Debug)]
pub enum Label {
    /// By a sentence of the interface.
    Sentence(fn(&Messages) -> &'static str),
    /// As the field of an organisation that it holds.
    Organization(OrganizationField),
}

impl Label {
    /// In the words of a language.
    pub fn text(self, messages: &Messages) -> &'static str {
        match self {
            Self::Sentence(sentence) => sentence(messages),
            Self::Organization(field) => messages.profile.label(field),
        }
    }
}

/// A field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// What it is called.
    pub label: Label,
    /// A hint about what to type; may be empty.
    pub hint: fn(&Messages) -> &'static str,
    /// What it holds.
    pub input: Input,
}

/// What a field holds.
#[derive(Clone, Debug)]
pub enum Input {
    /// A text of one line or several.
    Text(TextField),
    /// One of several options.
    Choice {
        /// The options as shown.
        options: Vec<String>,
        /// The chosen one, from 0.
        selected: usize,
    },
    /// A button that ends the form.
    Button,
}

/// What a command did to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Filling in goes on.
    Editing,
    /// Its button was pressed.
    Submitted,
}

fn no_hint(_: &Messages) -> &'static str {
    ""
}

impl Field {
    fn new(label: Label, input: Input) -> Self {
        Self { label, hint: no_hint, input }
    }

    /// A field of one line.
    pub fn line(label: fn(&Messages) -> &'static str, text: &str) -> Self {
        Self::new(Label::Sentence(label), Input::Text(TextField::line(text)))
    }

    /// A field of an organisation, in one line.
    pub fn of_organization(field: OrganizationField, text: &str) -> Self {
        Self::new(Label::Organization(field), Input::Text(TextField::line(text)))
    }

    /// A field of several lines.
    pub fn lines(label: fn(&Messages) -> &'static str, text: &str) -> Self {
        Self::new(Label::Sentence(label), Input::Text(TextField::lines(text)))
    }

    /// A choice among options.
    pub fn choice(label: fn(&Messages) -> &'static str, options: Vec<String>, selected: usize) -> Self {
        Self::new(Label::Sentence(label), Input::Choice { options, selected })
    }

    /// A button.
    pub fn button(label: fn(&Messages) -> &'static str) -> Self {
        Self::new(Label::Sentence(label), Input::Button)
    }

    /// The same field with a hint.
    #[must_use]
    pub fn with_hint(mut self, hint: fn(&Messages) -> &'static str) -> Self {
        self.hint = hint;
        self
    }
}

impl Form {
    /// A form with its first field in focus.
    pub fn new(fields: Vec<Field>) -> Self {
        Self { fields, focus: 0, fault: None }
    }

    /// The text of a field without white space at its ends; empty for one that holds no text.
    pub fn text(&self, field: usize) -> &str {
        match self.fields.get(field).map(|field| &field.input) {
            Some(Input::Text(text)) => text.trimmed(),
            _ => "",
        }
    }

    /// The chosen option of a field, from 0.
    pub fn selected(&self, field: usize) -> usize {
        match self.fields.get(field).map(|field| &field.input) {
            Some(Input::Choice { selected, .. }) => *selected,
            _ => 0,
        }
    }

    /// How many options the field in focus has; 0 where it is no choice.
    pub fn options(&self) -> usize {
        match self.fields.get(self.focus).map(|field| &field.input) {
            Some(Input::Choice { options, .. }) => options.len(),
            _ => 0,
        }
    }

    /// Whether the last field has the focus.
    pub fn is_at_end(&self) -> bool {
        self.focus + 1 >= self.fields.len()
    }

    /// Whether the last field is a button.
    pub fn ends_with_button(&self) -> bool {
        matches!(self.fields.last().map(|field| &field.input), Some(Input::Button))
    }

    /// Puts a whole line into the field in focus, in place of what it held; of a choice, by its number.
    pub fn replace_focused(&mut self, line: &str) {
        self.fault = None;
        match self.focused() {
            Some(Input::Text(text)) => text.replace(line),
            Some(Input::Choice { options, selected }) => {
                if let Some(number) = line.trim().parse::<usize>().ok().filter(|n| (1..=options.len()).contains(n)) {
                    *selected = number - 1;
                }
            }
            _ => {}
        }
    }

    /// Shows why a field cannot be taken and moves the focus there.
    pub fn refuse(&mut self, field: usize, why: &'static str) {
        self.focus = field;
        self.fault = Some((field, why));
    }

    /// What a command does. Enter goes to the next field and never past more than one, so that pasted line breaks
    /// that arrive as Enter submit nothing; in a text of several lines it begins a new line.
    pub fn on_command(&mut self, command: Command) -> Outcome {
        self.fault = None;
        let last = self.fields.len().saturating_sub(1);
        match command {
            Command::Submit => return Outcome::Submitted,
            Command::Accept if matches!(self.focused(), Some(Input::Button)) => return Outcome::Submitted,
            Command::Accept => match self.focused() {
                Some(Input::Text(text)) if text.has_several_lines() => text.new_line(),
                _ => self.focus = (self.focus + 1).min(last),
            },
            Command::NextField => self.focus = (self.focus + 1).min(last),
            Command::PreviousField => self.focus = self.focus.saturating_sub(1),
            Command::Down => self.move_line(Key::Down, (self.focus + 1).min(last)),
            Command::Up => self.move_line(Key::Up, self.focus.saturating_sub(1)),
            _ => {}
        }
        Outcome::Editing
    }

    /// What a key that is not a command does to the field in focus.
    pub fn on_key(&mut self, key: Key) {
        self.fault = None;
        match self.focused() {
            Some(Input::Text(text)) => {
                text.key(key);
            }
            Some(Input::Choice { options, selected }) => match key.folded() {
                Key::Right | Key::Char(' ') => *selected = (*selected + 1) % options.len().max(1),
                Key::Left => *selected = (*selected + options.len().saturating_sub(1)) % options.len().max(1),
                Key::Char(digit @ '1'..='9') => {
                    let number = digit as usize - '1' as usize;
                    if number < options.len() {
                        *selected = number;
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }

    /// Pasted text goes into the field in focus.
    pub fn on_paste(&mut self, pasted: &str) {
        if let Some(Input::Text(text)) = self.focused() {
            text.insert(pasted);
        }
    }

    fn focused(&mut self) -> Option<&mut Input> {
        self.fields.get_mut(self.focus).map(|field| &mut field.input)
    }

    /// Up and down stay within a text of several lines until its first or last line.
    fn move_line(&mut self, key: Key, field_beyond: usize) {
        if let Some(Input::Text(text)) = self.focused()
            && text.has_several_lines()
        {
            let before = text.before_cursor().len();
            text.key(key);
            if text.before_cursor().len() != before {
                return;
            }
        }
        self.focus = field_beyond;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Form {
        Form::new(vec![
            Field::line(|m| m.profile.name, "山田"),
            Field::lines(|m| m.note.note, "一\n二"),
            Field::choice(|m| m.profile.checklist, vec!["a".into(), "b".into()], 0),
            Field::button(|m| m.profile.begin),
        ])
    }

    #[test]
    fn enter_goes_field_by_field_and_only_the_button_submits() {
        let mut form = Form::new(vec![
            Field::line(|m| m.profile.name, ""),
            Field::line(|m| m.profile.site, ""),
            Field::button(|m| m.profile.begin),
        ]);
        assert_eq!(form.on_command(Command::Accept), Outcome::Editing);
        assert_eq!(form.on_command(Command::Accept), Outcome::Editing);
        assert_eq!(form.on_command(Command::Accept), Outcome::Submitted);
    }

    #[test]
    fn down_leaves_a_text_of_several_lines_only_at_its_end() {
        let mut form = form();
        form.on_command(Command::Down);
        form.on_command(Command::Up);
        assert_eq!(form.focus, 1, "from the second line to the first");
        form.on_command(Command::Up);
        assert_eq!(form.focus, 0);
    }

    #[test]
    fn options_go_round_and_digits_take_them() {
        let mut form = form();
        form.focus = 2;
        form.on_key(Key::Left);
        assert_eq!(form.selected(2), 1);
        form.on_key(Key::Right);
        assert_eq!(form.selected(2), 0);
        form.on_key(Key::Char('２'));
        assert_eq!(form.selected(2), 1);
        form.on_key(Key::Char('9'));
        assert_eq!(form.selected(2), 1);
    }
}
