//! The result beside the statistics of many.

use std::fmt::{self, Write as _};
use std::sync::Arc;

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key_table::{self, Binding};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::page::PageStyle;
use crate::app::screen_state::ScreenState;
use crate::core::benchmark::{BenchmarkStatistics, benchmark};
use crate::store::settings::Settings;

use super::{Screen, return_from_text};

/// State of the comparison with statistics.
#[derive(Clone, Debug)]
pub struct State {
    /// The statistics, which fit the assessment that is open.
    pub statistics: Arc<BenchmarkStatistics>,
    /// Lines scrolled past.
    pub scroll: usize,
}

/// Shows the comparison in place of the form that asked for the file, and remembers the file; or says why they cannot be
/// compared.
pub(crate) fn compare(model: &mut Model, path: String, statistics: BenchmarkStatistics) -> Vec<Effect> {
    let Some(assessment) = &model.assessment else { return Vec::new() };
    if let Err(refusal) = benchmark(assessment, &statistics) {
        model.notice = Some(Notice::NotComparable(refusal));
        return Vec::new();
    }
    model.screen = Screen::Benchmark(State { statistics: Arc::new(statistics), scroll: 0 });
    model.settings.statistics = Some(path.clone());
    vec![Effect::Remember(Settings { statistics: Some(path), ..Settings::default() })]
}

impl ScreenState for State {
    const BINDINGS: &'static [Binding] = key_table::TEXT;

    fn scroll(&mut self) -> Option<&mut usize> {
        Some(&mut self.scroll)
    }

    fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
        return_from_text(model, command)
    }

    fn write_page(&self, model: &Model, style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
        let Some(assessment) = &model.assessment else { return Ok(()) };
        if let Ok(benchmark) = benchmark(assessment, &self.statistics) {
            writeln!(out, "{}", style.report.benchmark(&benchmark))?;
        }
        writeln!(out, "{}", model.messages().line_mode.enter_returns)
    }
}
