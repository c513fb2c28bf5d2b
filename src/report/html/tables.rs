//! The tables of the page: facts, plan, answers, merge.

use maud::{Markup, html};

use super::super::content::{Report, ReportAnswer, ReportSheet};
use super::tone_class;
use crate::appearance::UNICODE;
use crate::core::question_set::Tone;
use crate::messages::Messages;

/// The table of facts: organisation, dates, question sets.
pub(super) fn about(report: &Report, words: &Messages) -> Markup {
    html! {
        section aria-labelledby="about" {
            h2 #about { (words.report_file.about) }
            dl.facts {
                @for fact in &report.facts { div { dt { (fact.label) } dd { (fact.value) } } }
            }
        }
    }
}

/// The plan with its steps. On small screens the style sheet stacks the cells, which makes browsers drop the semantics of a
/// table, so the roles are explicit.
pub(super) fn plan(report: &Report, words: &Messages) -> Markup {
    let file = &words.report_file;
    html! {
        section aria-labelledby="plan" {
            h2 #plan { (file.plan) }
            @if report.plan.is_empty() { p { (words.plan.empty) } }
            @else {
                table.plan role="table" {
                    caption { (words.plan.order) }
                    thead role="rowgroup" {
                        tr role="row" {
                            th.number scope="col" role="columnheader" { (file.order) }
                            th scope="col" role="columnheader" { (file.topic) }
                            th.said scope="col" role="columnheader" { (file.answer) }
                            th.number scope="col" role="columnheader" { (file.gain) }
                            th.who scope="col" role="columnheader" { (words.plan.owner) " / " (words.plan.due) }
                        }
                    }
                    tbody role="rowgroup" {
                        @for (index, item) in report.plan.iter().enumerate() {
                            tr role="row" {
                                td.number role="cell" { (index + 1) }
                                th scope="row" role="rowheader" {
                                    span.topic { (item.number) ". " (item.topic) }
                                    (step(file.first_step, &item.first_step))
                                    (step(file.fuller_measure, &item.fuller_measure))
                                    (step(words.plan.note, &item.note))
                                }
                                td.said role="cell" { (given_answer(item.tone, &item.answer)) }
                                td.gain.number role="cell" { "+" (item.gain) }
                                td.who .overdue[item.is_overdue] role="cell" {
                                    @if item.owner.is_empty() && item.due_text.is_empty() { p { (file.open) } }
                                    @if !item.owner.is_empty() { p { (item.owner) } }
                                    @if !item.due_text.is_empty() { p { (item.due_text) } }
                                    p.state { (item.state_text) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn step(label: &str, value: &str) -> Markup {
    html! {
        @if !value.is_empty() { p.step { b { (label) } " " span.text { (value) } } }
    }
}

/// An answer with its mark.
fn given_answer(tone: Option<Tone>, answer: &str) -> Markup {
    html! {
        span class={ "answer " (tone_class(tone)) } {
            span.sign aria-hidden="true" { (UNICODE.mark(tone)) } " " (answer)
        }
    }
}

/// Every question of a sheet with its answer.
pub(super) fn answers(sheet: &ReportSheet, anchor: &str, words: &Messages) -> Markup {
    let file = &words.report_file;
    let columns = 3 + usize::from(sheet.has_points);
    html! {
        section aria-labelledby=(anchor) {
            h2 id=(anchor) { (sheet.title) }
            table.answers {
                caption { (file.answers) }
                thead {
                    tr {
                        th.number scope="col" { (file.number) }
                        th scope="col" { (file.question) }
                        th.said scope="col" { (file.answer) }
                        @if sheet.has_points { th.number scope="col" { (file.points) } }
                    }
                }
                @for part in sheet.answers.chunk_by(|one, next| one.category == next.category) {
                    tbody {
                        @if let Some(category) = part.first().map(|answer| &answer.category).filter(|it| !it.is_empty()) {
                            tr.part { th colspan=(columns) scope="rowgroup" { (category) } }
                        }
                        @for answer in part { (row(answer, sheet.has_points, words)) }
                    }
                }
            }
        }
    }
}

fn row(answer: &ReportAnswer, has_points: bool, words: &Messages) -> Markup {
    let file = &words.report_file;
    html! {
        tr {
            td.number { (answer.number) }
            th scope="row" {
                span.topic { (answer.topic) }
                @if answer.is_flagged { " " span.flag { (UNICODE.flag) " " (file.flagged) } }
                @if answer.question != answer.topic { p.question { (answer.question) } }
                (step(file.note, &answer.note))
                (step(file.evidence, &answer.evidence))
                (step(words.benchmark.others, &answer.others))
            }
            td.said { (given_answer(answer.tone, &answer.answer)) }
            @if has_points { td.number { @if let Some(points) = answer.points { (points) } } }
        }
    }
}

/// How the answers of several sites were merged.
pub(super) fn merge(report: &Report, words: &Messages) -> Markup {
    let file = &words.report_file;
    html! {
        @if let Some(merge) = &report.merge {
            section aria-labelledby="merge" {
                h2 #merge { (file.merge) }
                dl.facts {
                    div { dt { (file.sources) } dd { (merge.sources.join(", ")) } }
                    div { dt { (file.rule) } dd { (merge.rule) } }
                }
                @if merge.disagreements.is_empty() { p { (file.no_disagreement) } }
                @else {
                    table.merge {
                        caption { (file.said) }
                        thead {
                            tr {
                                th scope="col" { (file.topic) }
                                th scope="col" { (file.said) }
                                th scope="col" { (file.taken) }
                            }
                        }
                        tbody {
                            @for item in &merge.disagreements {
                                tr {
                                    th scope="row" { span.topic { (item.topic) } p.question { (item.question) } }
                                    td {
                                        ul { @for (source, answer) in &item.said { li { (source) ": " (answer) } } }
                                    }
                                    td { p { (item.taken) } p.question { (item.settled) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
