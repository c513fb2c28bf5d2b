//! Tables of answers, whichever file they come from: a heading row, then a row for each question.

use std::collections::HashMap;

use super::ImportOptions;
use super::choices::{AnswerCell, Choices, normalized};
use crate::core::assessment::{Assessment, Organization};
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::question_set::{Kind, Question, QuestionSet, SharedSet};
use crate::core::sheet::{Answer, Sheet, Timestamp, to_the_millisecond};
use crate::input::{AnswerFault, Fault, FaultKind, Faults, FieldFault, ImportFault, Location, Quoted, ValueType};
use crate::messages::messages;

/// The most rows that are read.
pub(super) const MAX_ROWS: usize = 10_000;

/// A column that means something to an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Set,
    Number,
    Id,
    Answer,
    Note,
    Evidence,
    Flag,
    Moment,
}

impl Column {
    const ALL: [(Self, &'static str); 8] = [
        (Self::Set, "set"),
        (Self::Number, "number"),
        (Self::Id, "id"),
        (Self::Answer, "answer"),
        (Self::Note, "note"),
        (Self::Evidence, "evidence"),
        (Self::Flag, "flagged"),
        (Self::Moment, "answered_at"),
    ];

    /// The heading in CSV files.
    fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(column, _)| *column == self).map_or("", |(_, name)| name)
    }

    /// The column with that heading: the name in CSV files, or the word of a workbook in either language.
    fn of_heading(heading: &str) -> Option<Self> {
        let heading = normalized(heading);
        let plain = Self::ALL.into_iter().find(|(_, name)| *name == heading);
        plain.map(|(column, _)| column).or_else(|| {
            Language::ALL.into_iter().find_map(|language| {
                let words = &messages(language).report_file;
                let words = [
                    (words.number, Self::Number),
                    (words.answer, Self::Answer),
                    (words.note, Self::Note),
                    (words.evidence, Self::Evidence),
                    (words.flag, Self::Flag),
                ];
                words.into_iter().find(|(word, _)| normalized(word) == heading).map(|(_, column)| column)
            })
        })
    }
}

/// The heading row of a table of answers.
pub(super) struct Heading {
    columns: Vec<Option<Column>>,
}

impl Heading {
    /// The heading row made of these cells; `None` where they are none: it names the set, the question by id or number,
    /// and the answer.
    pub(super) fn read<'a>(cells: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut columns: Vec<Option<Column>> = Vec::new();
        for cell in cells {
            // Of two columns with the same heading the first counts.
            columns.push(Column::of_heading(cell).filter(|column| !columns.contains(&Some(*column))));
        }
        let has = |column| columns.contains(&Some(column));
        (has(Column::Set) && has(Column::Answer) && (has(Column::Id) || has(Column::Number)))
            .then_some(Self { columns })
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|found| *found == Some(column))
    }
}

/// A row of a table: its cells, and where each of them stands in its file.
pub(super) struct Row<'a> {
    pub(super) cells: &'a [String],
    pub(super) location: &'a dyn Fn(Option<usize>) -> Location,
}

impl Row<'_> {
    fn field(&self, heading: &Heading, column: Column) -> &str {
        heading.place(column).and_then(|place| self.cells.get(place)).map_or("", String::as_str)
    }

    fn location(&self, heading: &Heading, column: Column) -> Location {
        (self.location)(heading.place(column))
    }

    /// A fault in the cell of a column.
    fn fault(&self, heading: &Heading, column: Column, kind: impl Into<FaultKind>) -> Fault {
        Fault::new(self.location(heading, column), kind)
    }
}

/// The sheets that all rows of a file make.
pub(super) struct Sheets<'a> {
    catalog: &'a Catalog,
    given: &'a ImportOptions,
    answered: Vec<(Sheet, Choices)>,
    seen: HashMap<(String, String), Location>,
    rows: usize,
    /// Faults so far.
    pub(super) faults: Faults<'a>,
}

impl<'a> Sheets<'a> {
    /// No rows yet.
    pub(super) fn new(catalog: &'a Catalog, given: &'a ImportOptions) -> Self {
        Self { catalog, given, answered: Vec::new(), seen: HashMap::new(), rows: 0, faults: Faults::of_document() }
    }

    /// Takes one row. Returns whether more are wanted.
    pub(super) fn take(&mut self, heading: &Heading, row: &Row<'_>) -> bool {
        self.rows += 1;
        if self.rows > MAX_ROWS {
            self.faults.push(Fault::of_file(ImportFault::TooManyRows { limit: MAX_ROWS }));
            return false;
        }
        let columns = [Column::Set, Column::Id, Column::Answer, Column::Note];
        // A row without any of these is empty, or a heading between the questions.
        if columns.into_iter().all(|column| row.field(heading, column).trim().is_empty())
            && normalized(row.field(heading, Column::Number)).parse::<f64>().is_err()
        {
            return true;
        }
        if let Err(fault) = self.take_answer(heading, row) {
            self.faults.push(fault);
        }
        true
    }

    fn take_answer(&mut self, heading: &Heading, row: &Row<'_>) -> Result<(), Fault> {
        let place = self.sheet(heading, row)?;
        let (sheet, choices) = &mut self.answered[place];
        let question = question(&sheet.set, heading, row)?;
        let location = (row.location)(None);
        if let Some(first) = self.seen.get(&(sheet.set.id.clone(), question.id.clone())) {
            let fault = AnswerFault::AnsweredTwice { id: (&question.id).into(), first: Some(first.clone()) };
            return Err(Fault::new(location, fault));
        }
        self.seen.insert((sheet.set.id.clone(), question.id.clone()), location);
        let given = row.field(heading, Column::Answer);
        let choice = match choices.find(given) {
            AnswerCell::Unanswered => None,
            AnswerCell::Choice(id) => Some(id),
            AnswerCell::Unknown => return Err(row.fault(heading, Column::Answer, unknown_choice(given, &sheet.set))),
        };
        let answer = Answer {
            answered_at: if choice.is_some() { Some(moment(heading, row, self.given.now)?) } else { None },
            choice,
            note: row.field(heading, Column::Note).trim().to_owned(),
            evidence: row.field(heading, Column::Evidence).trim().to_owned(),
            flagged: flag(heading, row)?,
            ..Answer::default()
        };
        if !answer.is_empty() {
            let id = question.id.clone();
            sheet.answers.insert(id, answer);
        }
        Ok(())
    }

    /// The sheet of a row's set; a new one where it is the first row of its set.
    fn sheet(&mut self, heading: &Heading, row: &Row<'_>) -> Result<usize, Fault> {
        let name = row.field(heading, Column::Set).trim();
        if let Some(place) = self.answered.iter().position(|(sheet, _)| sheet.set.id == name) {
            return Ok(place);
        }
        let set = self.catalog.by_id(name, self.given.language);
        let set = set.ok_or_else(|| row.fault(heading, Column::Set, self.unknown_set(name)))?;
        if let Some((other, _)) = self.answered.iter().find(|(sheet, _)| sheet.set.kind == set.kind) {
            let (one, other) = ((&other.set.id).into(), name.into());
            return Err(row.fault(heading, Column::Set, ImportFault::SameKind { one, other }));
        }
        let choices = Choices::of(&set, self.catalog);
        self.answered.push((Sheet::new(set), choices));
        Ok(self.answered.len() - 1)
    }

    fn unknown_set(&self, name: &str) -> FaultKind {
        let entries = self.catalog.entries(self.given.language);
        let known = entries.iter().map(|entry| (&entry.id).into()).collect();
        let name = Quoted::new(name);
        if name.is_empty() {
            ImportFault::NoSet { known }.into()
        } else {
            AnswerFault::UnknownSet { name, known }.into()
        }
    }

    /// The assessment that the rows make.
    pub(super) fn finish(mut self, file: Organization) -> Result<Assessment, Vec<Fault>> {
        let organization = file.with(&self.given.organization);
        if self.answered.is_empty() && self.faults.is_empty() {
            self.faults.push(no_answers());
        }
        if organization.name.trim().is_empty() {
            self.faults.push(Fault::of_file(ImportFault::NoOrganization));
        }
        let language = self.given.language;
        let mut sheet = |kind: Kind, default: Option<SharedSet>| {
            let place = self.answered.iter().position(|(sheet, _)| sheet.set.kind == kind);
            place.map(|place| self.answered.swap_remove(place).0).or_else(|| default.map(Sheet::new))
        };
        let checklist = sheet(Kind::Checklist, self.catalog.default_checklist(language));
        let diagnosis = sheet(Kind::Diagnosis, self.catalog.default_diagnosis(language));
        let assessment = checklist.zip(diagnosis).map(|(checklist, diagnosis)| {
            let given = self.given;
            Assessment::new(given.id.clone(), organization, checklist, diagnosis, language, given.now)
        });
        self.faults.into_result(assessment)
    }
}

/// The fault of a file without any table of answers.
pub(super) fn no_answers() -> Fault {
    Fault::of_file(ImportFault::NoAnswers)
}

/// The question of a row, by id or else by number.
fn question<'s>(set: &'s QuestionSet, heading: &Heading, row: &Row<'_>) -> Result<&'s Question, Fault> {
    let id = row.field(heading, Column::Id).trim();
    let written = row.field(heading, Column::Number).trim();
    let folded = normalized(written);
    let number = folded.strip_suffix(".0").unwrap_or(&folded).parse::<usize>().ok();
    let by_number = number.and_then(|number| set.questions.iter().find(|question| question.number == number));
    if id.is_empty() {
        let unknown =
            || AnswerFault::UnknownNumber { set: (&set.id).into(), number: written.into(), last: set.questions.len() };
        return by_number.ok_or_else(|| row.fault(heading, Column::Number, unknown()));
    }
    let Some(question) = set.question(id) else {
        let fault = AnswerFault::UnknownQuestion { set: (&set.id).into(), id: id.into() };
        return Err(row.fault(heading, Column::Id, fault));
    };
    if !written.is_empty() && number != Some(question.number) {
        let fault = AnswerFault::OtherNumber { id: id.into(), number: question.number, found: written.into() };
        return Err(row.fault(heading, Column::Number, fault));
    }
    Ok(question)
}

/// The fault of an answer that is no choice of the set.
pub(super) fn unknown_choice(found: &str, set: &QuestionSet) -> AnswerFault {
    let choices = set.choices.iter().map(|choice| (&choice.id).into()).collect();
    AnswerFault::UnknownChoice { found: found.into(), choices }
}

fn moment(heading: &Heading, row: &Row<'_>, now: Timestamp) -> Result<Timestamp, Fault> {
    let written = row.field(heading, Column::Moment).trim();
    if written.is_empty() {
        return Ok(now);
    }
    let moment = Timestamp::parse_from_rfc3339(written).map(to_the_millisecond);
    moment.map_err(|_| row.fault(heading, Column::Moment, malformed(Column::Moment, written, ValueType::DateTime)))
}

fn flag(heading: &Heading, row: &Row<'_>) -> Result<bool, Fault> {
    let written = row.field(heading, Column::Flag);
    let name = normalized(written);
    let is_flagged = |language| normalized(messages(language).report_file.flagged) == name;
    match name.as_str() {
        "" | "false" | "0" => Ok(false),
        "true" | "1" => Ok(true),
        _ if Language::ALL.into_iter().any(is_flagged) => Ok(true),
        _ => Err(row.fault(heading, Column::Flag, malformed(Column::Flag, written, ValueType::Boolean))),
    }
}

fn malformed(column: Column, found: &str, wanted: ValueType) -> FieldFault {
    FieldFault::Malformed { key: column.name().into(), found: found.into(), wanted }
}
