//! The form: who answers, the questions of both sets, and the ways to hand it back.

use maud::{Markup, html};

use super::WebSheet;
use super::pair::Pair;
use crate::core::language::Language;
use crate::core::organization::{FieldValue, Organization, OrganizationField};
use crate::core::question_set::{Category, Choice, Question, QuestionSet};
use crate::messages::messages;

/// Longest text of a field and longest note, in characters.
const MAX_FIELD: usize = 200;
const MAX_NOTE: usize = 2000;

/// A set in both languages.
type Versions<'a> = [&'a QuestionSet; 2];

/// The body of the page.
pub(super) fn form(sheet: &WebSheet, organization: &Organization, sets: &[[QuestionSet; 2]; 2]) -> Markup {
    let sets = sets.each_ref().map(<[QuestionSet; 2]>::each_ref);
    html! {
        header {
            div.top {
                h1 { (Pair::words(|words| words.web_sheet.script.title)) }
                (language_switch(sheet.language))
            }
            p.screen-only.scripted-only { (Pair::words(|words| words.web_sheet.introduction)) }
            p.paper-only { (Pair::words(|words| words.report_file.sheet.paper_hint)) }
            noscript { p.notice.screen-only { (Pair::words(|words| words.web_sheet.no_script)) } }
        }
        main {
            form #answers autocomplete="off" novalidate {
                (about(organization))
                @for set in sets { (section(set)) }
                (hand_back(sheet, sets[1]))
                (bar(sets.iter().map(|[set, _]| set.questions.len()).sum()))
            }
        }
        footer {
            p { (Pair::words(|words| words.web_sheet.not_ipa)) }
            @for set in sets { p { (Pair::of(set, |set| &set.source)) } }
            p { (sheet_id(&sheet.id)) }
        }
        (tools())
        dialog #dialog aria-labelledby="dialog-question" {
            p #dialog-question {}
            div.actions {
                button #dialog-no type="button" autofocus {}
                button #dialog-yes type="button" {}
            }
        }
    }
}

fn language_switch(opens_in: Language) -> Markup {
    html! {
        div.languages.scripted-only role="group" aria-labelledby="language" {
            span.hidden #language { (Pair::words(|words| words.web_sheet.language)) }
            @for language in Language::ALL {
                button type="button" lang=(language.code()) data-language=(language.code())
                    aria-pressed=(if language == opens_in { "true" } else { "false" }) {
                    (messages(language).web_sheet.language_name)
                }
            }
        }
    }
}

/// The fields about who answers, and on paper the date.
fn about(organization: &Organization) -> Markup {
    html! {
        section aria-labelledby="about" {
            h2.screen-only #about { (Pair::words(|words| words.report_file.sheet.organization)) }
            div.fields {
                @for field in OrganizationField::ALL { (about_field(field, organization.get(field))) }
                div.field.paper-only {
                    span.label { (Pair::words(|words| words.report_file.sheet.date)) }
                    span.written #filled-on {}
                }
            }
        }
    }
}

fn about_field(field: OrganizationField, value: FieldValue<'_>) -> Markup {
    let name = field.key();
    let (value, is_number) = match value {
        FieldValue::Text(text) => (text.to_owned(), false),
        FieldValue::Count(count) => (count.map(|count| count.to_string()).unwrap_or_default(), true),
    };
    // Any other field can be filled in with anything.
    let is_required = field == OrganizationField::Name;
    let is_checked = is_required || is_number;
    html! {
        div.field {
            label for=(name) {
                (Pair::words(|words| words.profile.label(field)))
                @if is_required { span.required { (Pair::words(|words| words.profile.required)) } }
            }
            input #(name) type="text" name=(name) value=(value) maxlength=(MAX_FIELD) required[is_required]
                inputmode=[is_number.then_some("numeric")]
                aria-describedby=[is_checked.then(|| format!("{name}-error"))];
            @if is_checked { p.error #{ (name) "-error" } role="alert" {} }
            span.written.paper-only { (value) }
        }
    }
}

/// A set: its title, and its questions by category.
fn section(versions: Versions<'_>) -> Markup {
    let [ja, en] = versions;
    let kind = ja.kind.name();
    // A set in one language is read out in it, whatever the language of the page.
    let language = (ja.language == en.language).then_some(ja.language);
    let questions: Vec<[&Question; 2]> = ja.questions.iter().zip(&en.questions).map(|(ja, en)| [ja, en]).collect();
    html! {
        section aria-labelledby=(kind) lang=[language.map(Language::code)] {
            h2 #(kind) { (Pair::of(versions, |set| &set.title)) }
            div.table {
                (column_headings(versions))
                @for part in questions.chunk_by(|one, next| one[0].category == next[0].category) {
                    div.part {
                        @if let Some(category) = part.first().and_then(|[question, _]| category(versions, question)) {
                            h3 { (Pair::of(category, |category| &category.title)) }
                            p.soft.screen-only { (Pair::of(category, |category| &category.description)) }
                        }
                        @for asked in part { (question(versions, *asked)) }
                    }
                }
            }
        }
    }
}

fn category<'a>([ja, en]: Versions<'a>, question: &Question) -> Option<[&'a Category; 2]> {
    Some([ja.category(&question.category)?, en.category(&question.category)?])
}

fn choices([ja, en]: Versions<'_>) -> impl Iterator<Item = [&Choice; 2]> {
    ja.choices.iter().zip(&en.choices).map(|(ja, en)| [ja, en])
}

/// The headings of the columns on paper; on the screen each choice has its label beside it.
fn column_headings(versions: Versions<'_>) -> Markup {
    html! {
        div.columns.paper-only aria-hidden="true" {
            div {
                span.asked-heading {
                    span { (Pair::words(|words| words.report_file.number)) }
                    span { (Pair::words(|words| words.report_file.question)) }
                }
                @for choice in choices(versions) { span { (Pair::of(choice, |choice| &choice.label)) } }
                span.note { (Pair::words(|words| words.report_file.note)) }
            }
        }
    }
}

fn question(versions: Versions<'_>, asked: [&Question; 2]) -> Markup {
    let kind = versions[0].kind.name();
    let place = format!("{kind}-{}", asked[0].number);
    let is_principle = !asked[0].title.is_empty();
    html! {
        div.question #(place) data-kind=(kind) data-question=(asked[0].id) {
            fieldset {
                legend {
                    span.number { (asked[0].number) }
                    // The spaces are heard, not seen: without them number, topic and question are read as one word.
                    " "
                    span.asked {
                        span.topic #{ (place) "-topic" } { (Pair::of(asked, |question| &question.topic)) }
                        " "
                        span { (Pair::of(asked, super::super::asked)) }
                        @if is_principle { span.soft.screen-only { (Pair::of(asked, |question| &question.text)) } }
                    }
                }
                @for choice in choices(versions) {
                    label {
                        input type="radio" name=(place) value=(choice[0].id);
                        i {}
                        span { (Pair::of(choice, |choice| &choice.label)) }
                    }
                }
            }
            div.more { (explanation(asked)) }
            p.written.paper-only {}
        }
    }
}

/// What the script puts below every question: its note, and the button that takes the answer back. Once here, because
/// neither is of use without the script, and thirty copies are ten kilobytes.
fn tools() -> Markup {
    html! {
        template #tools {
            details {
                summary { (Pair::words(|words| words.web_sheet.note)) }
                textarea rows="2" maxlength=(MAX_NOTE) {}
            }
            button.withdraw type="button" hidden { (Pair::words(|words| words.web_sheet.withdraw)) }
        }
    }
}

/// Why a question matters, examples, and what to answer where it does not apply; nothing where the set says nothing.
fn explanation(asked: [&Question; 2]) -> Markup {
    let why = Pair::of(asked, |question| &question.why);
    let not_applicable = Pair::of(asked, |question| &question.not_applicable);
    let [ja, en] = asked;
    html! {
        @if !why.is_empty() || !ja.examples.is_empty() || !not_applicable.is_empty() {
            details {
                summary { (Pair::words(|words| words.web_sheet.explanation)) }
                div {
                    @if !why.is_empty() { p { (why) } }
                    @if !ja.examples.is_empty() {
                        ul { @for (ja, en) in ja.examples.iter().zip(&en.examples) { li { (Pair { ja, en }) } } }
                    }
                    @if !not_applicable.is_empty() {
                        p { strong { (Pair::words(|words| words.question.not_applicable)) } br; (not_applicable) }
                    }
                }
            }
        }
    }
}

/// The ways to hand the answers back, and the points where they are shown.
fn hand_back(sheet: &WebSheet, diagnosis: Versions<'_>) -> Markup {
    html! {
        section.scripted-only #hand-back aria-labelledby="hand-back-title" {
            h2 #hand-back-title { (Pair::words(|words| words.web_sheet.hand_back)) }
            p #open {}
            @if sheet.with_points {
                div.total {
                    p.soft { (Pair::of(diagnosis, |set| &set.title)) }
                    p #result {}
                    p #verdict {}
                }
            }
            p { (Pair::words(|words| words.web_sheet.how_to_hand_back)) }
            div.actions {
                button.primary #save type="button" { (Pair::words(|words| words.web_sheet.save_file)) }
                button #share type="button" hidden { (Pair::words(|words| words.web_sheet.share)) }
                button #print type="button" { (Pair::words(|words| words.web_sheet.print)) }
                label.button {
                    (Pair::words(|words| words.web_sheet.open_file))
                    input.hidden #file type="file" accept=".json,.txt,application/json,text/plain";
                }
                button.clear #clear type="button" { (Pair::words(|words| words.web_sheet.clear_all)) }
            }
        }
    }
}

/// How far one has come, at the bottom of the window.
fn bar(total: usize) -> Markup {
    html! {
        div.bar.scripted-only {
            span.hidden #progress-name { (Pair::words(|words| words.web_sheet.progress)) }
            progress #progress value="0" max=(total) aria-labelledby="progress-name" {}
            p.sums { span #count {} span #points {} }
            p #status role="status" {}
            button #next type="button" { (Pair::words(|words| words.web_sheet.next_unanswered)) }
            button #to-end type="button" hidden { (Pair::words(|words| words.web_sheet.hand_back)) }
        }
    }
}

fn sheet_id(id: &str) -> Markup {
    let [ja, en] = Language::ALL.map(|language| (messages(language).web_sheet.sheet_id)(id));
    html! { (Pair { ja: &ja, en: &en }) }
}
