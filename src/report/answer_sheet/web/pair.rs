//! Texts of which the page shows the one in the reader's language.

use maud::{Markup, Render, html};

use crate::core::language::Language;
use crate::messages::{Messages, messages};

/// A text in both languages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a> {
    pub ja: &'a str,
    pub en: &'a str,
}

impl Pair<'static> {
    /// A sentence of the interface.
    pub fn words(choose: impl Fn(&'static Messages) -> &'static str) -> Self {
        let [ja, en] = Language::ALL.map(|language| choose(messages(language)));
        Self { ja, en }
    }
}

impl<'a> Pair<'a> {
    /// A text of something that exists in both languages.
    pub fn of<T>([ja, en]: [&'a T; 2], choose: impl Fn(&'a T) -> &'a str) -> Self {
        Self { ja: choose(ja), en: choose(en) }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(self) -> bool {
        self.ja.is_empty() && self.en.is_empty()
    }
}

impl Render for Pair<'_> {
    fn render(&self) -> Markup {
        html! {
            @if self.ja == self.en { bdi { (self.ja) } }
            @else { span lang="ja" { (self.ja) } span lang="en" { (self.en) } }
        }
    }
}
