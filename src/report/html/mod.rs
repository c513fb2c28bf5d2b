//! The report as a single page for browsers and for print: no scripts, no external resources, every text escaped.

mod charts;
mod tables;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::content::{Report, ReportResult};
use crate::appearance::UNICODE;
use crate::core::language::Language;
use crate::core::question_set::Tone;
use crate::messages::{Messages, messages};

/// The content security policy: only inline styles are allowed.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Styles that all pages share, such as colours and fonts.
const SHARED_STYLE: &str = include_str!("shared.css");

/// Styles of the report only.
const REPORT_STYLE: &str = include_str!("report.css");

/// Writes a report as an HTML page.
pub fn html(report: &Report) -> String {
    let words = messages(report.language);
    let file = &words.report_file;
    let body = html! {
        header.head {
            p.made { (file.made_with) }
            h1 { (file.title) }
            p.organization { (report.organization) }
            p.date { (report.date) }
        }
        main {
            section aria-labelledby="summary" {
                h2 #summary { (file.summary) }
                (total(&report.result, words))
                div.pair {
                    div {
                        h3 { (file.categories) }
                        (charts::bars(&report.categories, words))
                    }
                    div {
                        h3 { (file.stars) }
                        ul.stars {
                            @for star in &report.stars {
                                li .ready[star.is_declared] {
                                    span.star aria-hidden="true" {
                                        (UNICODE.of_star(star.is_declared))
                                    }
                                    div { strong { (star.title) } br; (star.state) }
                                }
                            }
                        }
                    }
                }
                @if !report.groups.is_empty() {
                    h3 { (file.groups) }
                    (charts::radar(&report.groups, words))
                }
            }
            (tables::about(report, words))
            (tables::plan(report, words))
            (tables::answers(&report.checklist, "checklist", words))
            (tables::answers(&report.diagnosis, "diagnosis", words))
            (tables::merge(report, words))
            section.notices aria-labelledby="notice" {
                h2 #notice { (file.notice) }
                ul { @for notice in &report.notices { li { (notice) } } }
            }
        }
    };
    page(report.language, &report.title, REPORT_STYLE, &body)
}

/// A whole page around a body without scripts.
pub(in crate::report) fn page(language: Language, title: &str, style: &str, body: &Markup) -> String {
    page_with_policy(language, title, POLICY, &whole_style(style), body)
}

/// The style that all pages share, and after it the page's own.
pub(in crate::report) fn whole_style(style: &str) -> String {
    [SHARED_STYLE, style].concat()
}

/// A whole page around a body, with what it may do and with its whole style.
pub(in crate::report) fn page_with_policy(
    language: Language,
    title: &str,
    policy: &str,
    whole_style: &str,
    body: &Markup,
) -> String {
    html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="generator" content="hoshitori";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(whole_style)) }
            }
            body { (body) }
        }
    }
    .into_string()
}

/// The CSS class for the colour of an answer or a band.
fn tone_class(tone: Option<Tone>) -> &'static str {
    tone.map_or("none", Tone::name)
}

fn total(result: &ReportResult, words: &Messages) -> Markup {
    html! {
        div class={ "total " (tone_class(result.tone)) } {
            p.figure {
                strong { (result.points) }
                @if result.band.is_some() { span { " / " (result.max) } }
                @else { span { " " (words.report_file.answered) " " (result.answered) "/" (result.total) } }
            }
            div.verdict {
                @if let Some(band) = &result.band { p.band { (words.report_file.band) ": " (band) } }
                p.words { (result.verdict) }
                @if !result.advice.is_empty() { p { (result.advice) } }
                @if let Some(next) = &result.next_band { p.next { (next) } }
            }
            (charts::scale(result))
        }
    }
}
