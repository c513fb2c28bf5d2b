//! The blank sheet as a page to print on A4 and to fill in by hand.

use maud::{Markup, html as markup};

use super::{asked, cleaned, field_names};
use crate::core::language::Language;
use crate::core::question_set::{Question, QuestionSet};
use crate::messages::messages;
use crate::report::html::page;

const STYLE: &str = include_str!("answer_sheet.css");

/// Writes a blank sheet as one page of HTML.
pub fn html(checklist: &QuestionSet, diagnosis: &QuestionSet, language: Language) -> String {
    let words = messages(language);
    let file = &words.report_file;
    let [checklist, diagnosis] = [checklist, diagnosis].map(cleaned);
    let body = markup! {
        header {
            h1 { (file.sheet.title) }
            p { (file.sheet.paper_hint) }
        }
        dl.fields { @for name in field_names(language) { div { dt { (name) } dd {} } } }
        main { @for set in [&checklist, &diagnosis] { (questions(set, language)) } }
        footer {
            p { (words.common.not_ipa) }
            @for set in [&checklist, &diagnosis] { p { (set.source) } }
        }
    };
    page(language, file.sheet.title, STYLE, &body)
}

fn questions(set: &QuestionSet, language: Language) -> Markup {
    let file = &messages(language).report_file;
    markup! {
        section {
            h2 { (set.title) }
            table {
                caption { (file.sheet.paper_hint) }
                thead {
                    tr {
                        th.number scope="col" { (file.number) }
                        th scope="col" { (file.question) }
                        @for choice in &set.choices { th.choice scope="col" { (choice.label) } }
                        th.note scope="col" { (file.note) }
                    }
                }
                @for part in set.questions.chunk_by(|one, next| one.category == next.category) {
                    tbody {
                        @if let Some(category) = part.first().and_then(|question| set.category(&question.category)) {
                            tr.part { th colspan=(set.choices.len() + 3) scope="rowgroup" { (category.title) } }
                        }
                        @for question in part { (row(set, question)) }
                    }
                }
            }
        }
    }
}

fn row(set: &QuestionSet, question: &Question) -> Markup {
    markup! {
        tr {
            td.number { (question.number) }
            th scope="row" {
                span.topic { (question.topic) }
                @if asked(question) != question.topic { p { (asked(question)) } }
            }
            @for choice in &set.choices { td.choice { span.box role="img" aria-label=(choice.label) {} } }
            td.note {}
        }
    }
}
