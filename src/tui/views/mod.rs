//! What each screen looks like: one file per screen. Views only read.

mod benchmark;
mod checklist_result;
mod compare;
mod confirm_delete;
mod confirm_leaving;
mod details;
mod disagreements;
mod export;
mod form;
mod guide;
mod help;
mod home;
mod plan;
mod policy;
mod policy_preview;
mod procedure;
mod profile;
mod question;
mod result;
mod review;
mod saved;
mod settings;
mod stages;
mod statistics_file;
mod trend;
mod what_if;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::theme::Theme;
use super::widgets::content::{Content, Targets};
use super::widgets::header::Header;
use super::widgets::paragraphs::paragraph;
use super::widgets::{footer, line, radar};
use crate::app::model::Model;
use crate::app::screens::Screen;
use crate::appearance::{Appearance, Glyphs};
use crate::core::score::{GroupScore, groups};
use crate::messages::Messages;
use crate::text::{clean, cut};

/// The smallest window in which everything that matters fits.
const MIN_SIZE: (u16, u16) = (40, 12);

/// The widest block: header, footer and content stand in it, centred.
const MAX_WIDTH: u16 = 78;

/// Rows of the header: its line and its rule.
const HEADER_ROWS: u16 = 2;

/// Rows of the footer: its rule and its line.
const FOOTER_ROWS: u16 = 2;

/// Most lines of a notice.
const MAX_NOTICE_LINES: usize = 3;

/// The widest block where the radar stands beside the content.
const MAX_WIDTH_WITH_RADAR: u16 = 98;

/// From this height on there is an empty line between header and content.
const SPACIOUS_HEIGHT: u16 = 16;

/// What every view needs beside its own state.
struct Scene<'a> {
    model: &'a Model,
    messages: &'static Messages,
    glyphs: &'static Glyphs,
    theme: Theme,
    /// Cells of a line of the content.
    cells: usize,
    /// Visible lines of the content.
    height: usize,
}

/// Draws the screen that the model shows.
pub fn view(model: &Model, appearance: &Appearance, frame: &mut Frame<'_>) {
    view_and_targets(model, appearance, frame);
}

/// Draws the screen that the model shows. Returns what can be pointed at on which row.
pub fn view_and_targets(model: &Model, appearance: &Appearance, frame: &mut Frame<'_>) -> Targets {
    let area = frame.area();
    let theme = Theme::new(appearance);
    let glyphs = appearance.glyphs;
    let messages = model.messages();
    if area.width < MIN_SIZE.0 || area.height < MIN_SIZE.1 {
        let cells = usize::from(area.width);
        for (row, line) in paragraph(messages.common.enlarge, cells, theme.plain()).into_iter().enumerate() {
            if row < usize::from(area.height) {
                line::draw(&line, Rect { y: area.y + row as u16, height: 1, ..area }, frame);
            }
        }
        return Targets::new();
    }
    let groups = radar_groups(model, appearance, area);
    let beside = if groups.is_empty() { 0 } else { radar::SIZE.0 + 2 };
    let width = (if beside > 0 { MAX_WIDTH_WITH_RADAR } else { MAX_WIDTH }).min(area.width - 2);
    let block = Rect { x: area.x + (area.width - width) / 2, width, ..area };
    let spacious = area.height >= SPACIOUS_HEIGHT;
    let notice = notice_lines(model, usize::from(width), spacious, glyphs, theme);
    let notice_height = notice.len() as u16;
    let indent = if spacious && width >= 60 { 2 } else { 0 };
    let bottom = block.bottom() - FOOTER_ROWS - notice_height;
    let layout = |top: u16| {
        let column = Rect {
            x: block.x + indent,
            y: top,
            width: width - 2 * indent - beside,
            height: bottom.saturating_sub(top),
        };
        let (cells, height) = (usize::from(column.width), usize::from(column.height));
        let scene = Scene { model, messages, glyphs, theme, cells, height };
        let (header, content) = scene.layout();
        (column, header, content)
    };
    let (mut column, header, mut content) = layout(block.y + HEADER_ROWS + u16::from(spacious));
    if content.needed > usize::from(column.height) {
        // A window too small for the header drops it.
        (column, _, content) = layout(block.y);
    } else {
        header.draw(model, Rect { height: HEADER_ROWS, ..block }, glyphs, theme, frame);
    }
    let targets = content.draw(column, glyphs, theme, frame);
    if !groups.is_empty() {
        let (width, height) = radar::SIZE;
        radar::draw(&groups, Rect { x: column.right() + 2, y: column.y, width, height }, theme, frame);
    }
    for (row, line) in notice.into_iter().enumerate() {
        line::draw(&line, Rect { y: bottom + row as u16, height: 1, ..block }, frame);
    }
    let rule = Line::styled(glyphs.light.repeat(usize::from(width)), theme.faint());
    line::draw(&rule, Rect { y: block.bottom() - FOOTER_ROWS, height: 1, ..block }, frame);
    footer::draw(model, Rect { y: block.bottom() - 1, height: 1, ..block }, glyphs, theme, frame);
    targets
}

/// The topic groups for the radar beside the result: where the diagnosis is complete and there is room. ASCII has no
/// signs to draw one.
fn radar_groups<'a>(model: &'a Model, appearance: &Appearance, area: Rect) -> Vec<GroupScore<'a>> {
    let has_room =
        area.width >= MAX_WIDTH_WITH_RADAR + 2 && area.height >= radar::SIZE.1 + HEADER_ROWS + FOOTER_ROWS + 2;
    match (&model.screen, &model.assessment) {
        (Screen::Result(_), Some(assessment))
            if has_room && assessment.diagnosis.is_complete() && !appearance.glyphs.bar.is_ascii() =>
        {
            let groups = groups(&assessment.diagnosis);
            if groups.len() < radar::MIN_AXES { Vec::new() } else { groups }
        }
        _ => Vec::new(),
    }
}

/// Why saving fails, while it does, else the notice, else why the saved assessments are unknown. A window of few rows has room for one line of it.
fn notice_lines(model: &Model, cells: usize, spacious: bool, glyphs: &Glyphs, theme: Theme) -> Vec<Line<'static>> {
    let (text, style) = match (&model.saving.failure, &model.notice) {
        (Some(failure), _) if model.assessment.is_some() => {
            let reason = failure.sentence(model.language);
            (format!("{}: {reason}", model.messages().common.not_saved), theme.alarm())
        }
        (_, Some(notice)) => (notice.sentence(model.language), theme.accent()),
        _ => match model.list_failure() {
            Some(failure) => (failure.sentence(model.language), theme.alarm()),
            None => return Vec::new(),
        },
    };
    if spacious {
        paragraph(&text, cells, style).into_iter().take(MAX_NOTICE_LINES).collect()
    } else {
        vec![Line::styled(cut(&clean(&text), cells, glyphs.ellipsis).into_owned(), style)]
    }
}

impl Scene<'_> {
    /// What stands before a line of a list, and the style of the line.
    fn pointer(&self, selected: bool) -> (&'static str, Style) {
        if selected { (self.glyphs.cursor, self.theme.highlight()) } else { (" ", self.theme.plain()) }
    }

    fn layout(&self) -> (Header, Content) {
        match &self.model.screen {
            Screen::Home(state) => home::view(self, *state),
            Screen::Profile(state) => profile::view(self, state),
            Screen::Form(state) => form::view(self, state),
            Screen::Question(state) => question::view(self, *state),
            Screen::Details(state) => details::view(self, *state),
            Screen::ChecklistResult(_) => checklist_result::view(self),
            Screen::Review(state) => review::view(self, *state),
            Screen::Result(state) => result::view(self, *state),
            Screen::Saved(state) => saved::view(self, state),
            Screen::ConfirmDelete(state) => confirm_delete::view(self, state),
            Screen::ConfirmLeaving(state) => confirm_leaving::view(self, *state),
            Screen::Settings(state) => settings::view(self, *state),
            Screen::Plan(state) => plan::view(self, *state),
            Screen::WhatIf(state) => what_if::view(self, state),
            Screen::Disagreements(state) => disagreements::view(self, *state),
            Screen::Compare(state) => compare::view(self, state),
            Screen::Trend(state) => trend::view(self, state),
            Screen::StatisticsFile(state) => statistics_file::view(self, state),
            Screen::Benchmark(state) => benchmark::view(self, state),
            Screen::Export(state) => export::view(self, *state),
            Screen::Stages(state) => stages::view(self, *state),
            Screen::Guide(state) => guide::view(self, *state),
            Screen::Policy(state) => policy::view(self, *state),
            Screen::PolicyPreview(state) => policy_preview::view(self, *state),
            Screen::Procedure(state) => procedure::view(self, *state),
            Screen::Help(state) => help::view(self, *state),
        }
    }
}
