//! The screens: one file each, with its state, its keys, what they do, and its page in line mode. What it looks like in a
//! terminal is in `tui::views`. A new screen is a `mod` and a line of the list below; the compiler asks for the rest.

pub mod benchmark;
pub mod checklist_result;
pub mod compare;
pub mod confirm_delete;
pub mod confirm_leaving;
pub mod details;
pub mod disagreements;
pub mod export;
pub mod guide;
pub mod help;
pub mod home;
pub mod plan;
pub mod policy;
pub mod policy_preview;
pub mod procedure;
pub mod question;
pub mod result;
pub mod review;
pub mod saved;
pub mod settings;
pub mod stages;
pub mod trend;
pub mod what_if;

use std::fmt;

use super::command::Command;
use super::effect::Effect;
use super::form::Form;
use super::forms::{self, profile, statistics_file};
use super::key::Key;
use super::key_table::Binding;
use super::list;
use super::model::Model;
use super::page::PageStyle;
use super::screen_state::ScreenState;
use crate::messages::Messages;

/// Makes [`Screen`], [`ScreenKind`] and the way from both to the [`ScreenState`] of each screen.
macro_rules! screens {
    ($($(#[$about:meta])* $name:ident($state:ty),)+) => {
        /// The screen that is shown, with its state.
        #[derive(Clone, Debug)]
        pub enum Screen {
            $($(#[$about])* $name($state),)+
        }

        enum_with_all! {
            /// A screen without its state, as the key table knows it.
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub enum ScreenKind {
                $($(#[$about])* $name,)+
            }
        }

        impl ScreenKind {
            /// Whether printable characters go into a text field.
            pub fn is_typing(self) -> bool {
                match self { $(Self::$name => <$state>::IS_TYPING,)+ }
            }

            /// The keys of the screen, without those that work everywhere.
            pub(crate) fn bindings(self) -> &'static [Binding] {
                match self { $(Self::$name => <$state>::BINDINGS,)+ }
            }

            /// Shows a screen over the present one.
            pub(crate) fn open(self, model: &mut Model) -> Vec<Effect> {
                match self { $(Self::$name => <$state>::open(model),)+ }
            }

            fn on_command(self, model: &mut Model, command: Command) -> Vec<Effect> {
                match self { $(Self::$name => <$state>::on_command(model, command),)+ }
            }

            /// Types a key into the field of the screen that is shown, which is of this kind.
            pub(crate) fn on_key(self, model: &mut Model, key: Key) {
                match self { $(Self::$name => <$state>::on_key(model, key),)+ }
            }

            /// Pastes text into the field of the screen that is shown, which is of this kind.
            pub(crate) fn on_paste(self, model: &mut Model, text: &str) {
                match self { $(Self::$name => <$state>::on_paste(model, text),)+ }
            }

            /// Takes a number that was typed in line mode on the screen that is shown, which is of this kind.
            pub(crate) fn on_number(self, model: &mut Model, number: usize) -> Option<Vec<Effect>> {
                match self { $(Self::$name => <$state>::on_number(model, number),)+ }
            }
        }

        impl Screen {
            /// Which screen this is.
            pub fn kind(&self) -> ScreenKind {
                match self { $(Self::$name(_) => ScreenKind::$name,)+ }
            }

            fn cursor(&mut self) -> Option<&mut usize> {
                match self { $(Self::$name(state) => state.cursor(),)+ }
            }

            fn scroll(&mut self) -> Option<&mut usize> {
                match self { $(Self::$name(state) => state.scroll(),)+ }
            }

            fn max_scroll(&self) -> usize {
                match self { $(Self::$name(state) => state.max_scroll(),)+ }
            }

            fn lines(&self, model: &Model) -> usize {
                match self { $(Self::$name(state) => state.lines(model),)+ }
            }

            /// How many choices have a digit, from 1.
            pub(crate) fn digits(&self, model: &Model) -> usize {
                match self { $(Self::$name(state) => state.digits(model),)+ }
            }

            /// Writes the page that line mode shows.
            pub(crate) fn write_page(&self, model: &Model, style: &PageStyle<'_>, out: &mut String) -> fmt::Result {
                match self { $(Self::$name(state) => state.write_page(model, style, out),)+ }
            }

            /// What can be typed on the page, beside numbers.
            pub(crate) fn page_hint(&self, messages: &'static Messages) -> &'static str {
                match self { $(Self::$name(state) => state.page_hint(messages),)+ }
            }

            /// The highest number that means something on the page.
            pub(crate) fn numbers(&self, model: &Model) -> usize {
                match self { $(Self::$name(state) => state.numbers(model),)+ }
            }

            /// The line, from 0, that a number on the page stands for.
            pub(crate) fn line_of(&self, model: &Model, number: usize) -> Option<usize> {
                match self { $(Self::$name(state) => state.line_of(model, number),)+ }
            }
        }
    };
}

screens! {
    /// Where the program begins.
    Home(home::State),
    /// The organisation of a new assessment.
    Profile(profile::State),
    /// Any other form.
    Form(forms::State),
    /// A principle or a question.
    Question(question::State),
    /// Why it matters and what to do.
    Details(details::State),
    /// The result of the checklist.
    ChecklistResult(checklist_result::State),
    /// All answers.
    Review(review::State),
    /// The result of the diagnosis.
    Result(result::State),
    /// The saved assessments.
    Saved(saved::State),
    /// Whether to delete a saved assessment.
    ConfirmDelete(confirm_delete::State),
    /// Whether to leave the program.
    ConfirmLeaving(confirm_leaving::State),
    /// Settings that are kept from one start to the next.
    Settings(settings::State),
    /// The remediation plan.
    Plan(plan::State),
    /// Other answers tried out.
    WhatIf(what_if::State),
    /// Where the sites of a merged assessment differ.
    Disagreements(disagreements::State),
    /// Two assessments side by side.
    Compare(compare::State),
    /// The finished assessments of an organisation over time.
    Trend(trend::State),
    /// Which statistics to compare the result with.
    StatisticsFile(statistics_file::State),
    /// The result beside statistics of many.
    Benchmark(benchmark::State),
    /// Which reports to write.
    Export(export::State),
    /// How far the company is on the way to two stars.
    Stages(stages::State),
    /// What the scheme is.
    Guide(guide::State),
    /// The basic policy.
    Policy(policy::State),
    /// The whole text of the basic policy.
    PolicyPreview(policy_preview::State),
    /// The procedure of declaring.
    Procedure(procedure::State),
    /// The keys of the screen before.
    Help(help::State),
}

impl Screen {
    /// The form that is being filled in, if the screen is one.
    pub(crate) fn form(&self) -> Option<&Form> {
        match self {
            Self::Profile(state) => Some(&state.form),
            Self::StatisticsFile(state) => Some(&state.form),
            Self::Form(state) => Some(&state.form),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub(crate) fn form_mut(&mut self) -> Option<&mut Form> {
        match self {
            Self::Profile(state) => Some(&mut state.form),
            Self::StatisticsFile(state) => Some(&mut state.form),
            Self::Form(state) => Some(&mut state.form),
            _ => None,
        }
    }
}

/// Does what a command asks for on the screen that is shown.
pub(crate) fn on_command(model: &mut Model, command: Command) -> Vec<Effect> {
    let (lines, max_scroll) = (model.screen.lines(model), model.screen.max_scroll());
    let has_moved = model.screen.cursor().is_some_and(|cursor| list::moved(cursor, lines, command))
        || model.screen.scroll().is_some_and(|scroll| list::moved(scroll, max_scroll, command));
    if has_moved { Vec::new() } else { model.screen.kind().on_command(model, command) }
}

/// What a command does on a text that is only read: Enter and Back return.
fn return_from_text(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Back | Command::Accept => model.go_back(),
        _ => Vec::new(),
    }
}
