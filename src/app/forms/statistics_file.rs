//! The file of statistics that the result is compared with. Like the profile it is left without being kept.

use std::fmt;

use super::write_page;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::form::{Field, Form, Outcome};
use crate::app::key::Key;
use crate::app::key_table::{self, Binding, CANCEL, MOVE_WHILE_TYPING, NEXT, NEXT_FIELD, PREVIOUS_FIELD};
use crate::app::model::Model;
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;
use crate::app::screens::Screen;
use crate::messages::Messages;

const PATH: usize = 0;

/// State of the form about the file.
#[derive(Clone, Debug)]
pub struct State {
    /// Its fields.
    pub form: Form,
}

const COMPARE: Binding = key_table::any(&[Key::Control('s')], Command::Submit, |m| m.benchmark.compare, 1);

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = &[CANCEL, COMPARE, NEXT, MOVE_WHILE_TYPING, NEXT_FIELD, PREVIOUS_FIELD];
    const IS_TYPING: bool = true;

    fn open(model: &mut Model) -> Vec<Effect> {
        let last = model.settings.statistics.as_deref().unwrap_or_default();
        let form = Form::new(vec![
            Field::line(|m| m.benchmark.file, last).with_hint(|m| m.benchmark.file_hint),
            Field::button(|m| m.benchmark.compare),
        ]);
        model.enter(Screen::StatisticsFile(Self { form }));
        Vec::new()
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        let Screen::StatisticsFile(state) = &mut model.screen else { return Vec::new() };
        if state.form.on_command(command) == Outcome::Editing {
            return Vec::new();
        }
        match state.form.text(PATH) {
            "" => {
                let why = model.messages().benchmark.file_missing;
                if let Some(form) = model.screen.form_mut() {
                    form.refuse(PATH, why);
                }
                Vec::new()
            }
            path => vec![Effect::ReadStatistics(path.to_owned())],
        }
    }

    fn on_key(model: &mut Model, key: Key) {
        super::on_key(model, key);
    }

    fn on_paste(model: &mut Model, text: &str) {
        super::on_paste(model, text);
    }

    fn write_page(&self, model: &Model, _style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        write_page(&self.form, model.messages().benchmark.title, model, out)
    }

    fn page_hint(&self, messages: &'static Messages) -> &'static str {
        messages.line_mode.form_hint
    }
}
