//! Which reports to write.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::list;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::report::format::ReportFormat;

/// What only the export knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The highlighted line, from 0: the formats, then the line that writes.
    pub cursor: usize,
    /// Which formats are chosen.
    pub chosen: [bool; ReportFormat::ALL.len()],
}

impl Default for State {
    fn default() -> Self {
        let mut chosen = [false; ReportFormat::ALL.len()];
        chosen[0] = true;
        Self { cursor: ReportFormat::ALL.len(), chosen }
    }
}

/// What a command does on the export.
pub fn on_command(model: &mut Model, mut state: State, command: Command) -> Vec<Effect> {
    let write = ReportFormat::ALL.len();
    if !list::moved(&mut state.cursor, write + 1, command) {
        match command {
            Command::Choose(number) if number <= write => state.chosen[number - 1] = !state.chosen[number - 1],
            Command::Toggle | Command::Accept if state.cursor < write => {
                state.chosen[state.cursor] = !state.chosen[state.cursor];
            }
            Command::Accept => return export(model, &state),
            Command::Back => return model.go_back(),
            _ => {}
        }
    }
    model.screen = Screen::Export(state);
    Vec::new()
}

fn export(model: &mut Model, state: &State) -> Vec<Effect> {
    let formats: Vec<ReportFormat> = ReportFormat::ALL
        .into_iter()
        .zip(state.chosen)
        .filter(|(_, chosen)| *chosen)
        .map(|(format, _)| format)
        .collect();
    match &model.assessment {
        Some(assessment) if !formats.is_empty() => {
            vec![Effect::Export(formats, Box::new(assessment.clone()), model.language)]
        }
        _ => {
            model.notice = Some(model.messages().export.nothing_chosen.to_owned());
            Vec::new()
        }
    }
}
