//! Flat assessments: a line of JSON or a row of a table. Only what statistics need is kept.

mod fast;

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};

use crate::core::question_set::QuestionSet;
use crate::core::statistics::Record;
use crate::input::{AnswerFault, FaultKind, FieldFault, ImportFault, ValueType};

/// One flat assessment.
#[derive(Debug, PartialEq)]
pub(super) struct FlatLine<'a> {
    /// Empty where it has none.
    pub(super) id: Cow<'a, str>,
    complete: bool,
    merged: bool,
    industry: Cow<'a, str>,
    region: Cow<'a, str>,
    employees: Option<u32>,
    answers: Vec<Option<u8>>,
}

/// Text that is borrowed where it has no escapes.
#[derive(serde::Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// An id, which other programs may write as a number.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Id<'a> {
    #[serde(borrow)]
    Text(Cow<'a, str>),
    Number(serde_json::Number),
    Other(IgnoredAny),
}

impl<'a> Id<'a> {
    fn into_text(self) -> Cow<'a, str> {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Other(IgnoredAny) => Cow::Borrowed(""),
        }
    }
}

impl<'a> FlatLine<'a> {
    /// Parses a line of JSON.
    pub(super) fn parse(line: &'a [u8], set: &QuestionSet) -> Result<Self, FaultKind> {
        if let Some(flat) = fast::read(line, set) {
            return Ok(flat);
        }
        let mut deserializer = serde_json::Deserializer::from_slice(line);
        let fault = Cell::new(None);
        let flat = Seed { set, fault: &fault }.deserialize(&mut deserializer);
        let flat = flat.and_then(|flat| deserializer.end().map(|()| flat));
        flat.map_err(|error| {
            fault.take().unwrap_or_else(|| ImportFault::NotAFlatLine { column: error.column() }.into())
        })
    }

    /// The record that is counted.
    pub(super) fn record(&self) -> Record<'_> {
        Record {
            complete: self.complete,
            merged: self.merged,
            industry: &self.industry,
            region: &self.region,
            employees: self.employees,
            answers: &self.answers,
        }
    }

    fn empty(set: &QuestionSet) -> Self {
        Self {
            id: Cow::Borrowed(""),
            complete: false,
            merged: false,
            industry: Cow::Borrowed(""),
            region: Cow::Borrowed(""),
            employees: None,
            answers: vec![None; set.questions.len()],
        }
    }
}

/// The position, from 0, of the question of a column `q1`, `q2`, ….
fn question(name: &str, set: &QuestionSet) -> Option<usize> {
    let number: usize = name.strip_prefix('q')?.parse().ok()?;
    set.questions.iter().position(|question| question.number == number)
}

fn no_status() -> FieldFault {
    FieldFault::Missing { key: "status".into() }
}

fn bad_count(found: &str) -> FieldFault {
    FieldFault::Malformed { key: "employees".into(), found: found.into(), wanted: ValueType::Count }
}

pub(super) fn unknown_choice(found: &str, set: &QuestionSet) -> AnswerFault {
    AnswerFault::UnknownChoice { found: found.into(), choices: set.choices.iter().map(|c| (&c.id).into()).collect() }
}

/// The position of a choice, from 0.
pub(super) fn choice(id: &str, set: &QuestionSet) -> Option<u8> {
    set.choices.iter().position(|choice| choice.id == id).and_then(|position| u8::try_from(position).ok())
}

/// Reads an object of JSON as a flat assessment.
struct Seed<'s> {
    set: &'s QuestionSet,
    /// What is wrong, where it is not the JSON. The parser's errors carry nothing but text.
    fault: &'s Cell<Option<FaultKind>>,
}

impl Seed<'_> {
    fn refuse<E: serde::de::Error>(&self, fault: impl Into<FaultKind>) -> E {
        self.fault.set(Some(fault.into()));
        E::custom("refused")
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = FlatLine<'de>;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = FlatLine<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a flat assessment")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut flat = FlatLine::empty(self.set);
        let mut has_status = false;
        while let Some(Text(key)) = map.next_key::<Text<'de>>()? {
            match &*key {
                "id" => flat.id = map.next_value::<Id<'de>>()?.into_text(),
                "status" => {
                    has_status = true;
                    flat.complete = map.next_value::<Text<'de>>()?.0 == "complete";
                }
                "industry" => {
                    flat.industry = map.next_value::<Option<Text<'de>>>()?.map(|text| text.0).unwrap_or_default();
                }
                "region" => flat.region = map.next_value::<Option<Text<'de>>>()?.map(|text| text.0).unwrap_or_default(),
                "employees" => flat.employees = map.next_value()?,
                "merged_from" => flat.merged = map.next_value::<Option<u64>>()?.is_some_and(|sources| sources > 0),
                name => match question(name, self.set) {
                    None => {
                        map.next_value::<IgnoredAny>()?;
                    }
                    Some(index) => {
                        if let Some(Text(id)) = map.next_value::<Option<Text<'de>>>()? {
                            let known = choice(&id, self.set);
                            flat.answers[index] =
                                Some(known.ok_or_else(|| self.refuse(unknown_choice(&id, self.set)))?);
                        }
                    }
                },
            }
        }
        if has_status { Ok(flat) } else { Err(self.refuse(no_status())) }
    }
}

/// The columns of a table.
pub(super) struct Columns {
    id: Option<usize>,
    status: Option<usize>,
    industry: Option<usize>,
    region: Option<usize>,
    employees: Option<usize>,
    merged_from: Option<usize>,
    questions: Vec<(usize, usize)>,
}

impl Columns {
    /// The columns that a header names.
    pub(super) fn of(header: &csv::StringRecord, set: &QuestionSet) -> Self {
        let normalized = |name: &str| name.trim_start_matches('\u{feff}').trim().to_owned();
        let find = |wanted: &str| header.iter().position(|name| normalized(name) == wanted);
        let questions =
            header.iter().enumerate().filter_map(|(at, name)| Some((at, question(&normalized(name), set)?)));
        Self {
            id: find("id"),
            status: find("status"),
            industry: find("industry"),
            region: find("region"),
            employees: find("employees"),
            merged_from: find("merged_from"),
            questions: questions.collect(),
        }
    }

    /// Reads a row.
    ///
    /// # Errors
    ///
    /// The value that is not valid.
    pub(super) fn line<'a>(&self, row: &'a csv::StringRecord, set: &QuestionSet) -> Result<FlatLine<'a>, FaultKind> {
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).unwrap_or_default().trim();
        let mut flat = FlatLine::empty(set);
        match cell(self.status) {
            "" => return Err(no_status().into()),
            status => flat.complete = status == "complete",
        }
        flat.id = Cow::Borrowed(cell(self.id));
        flat.industry = Cow::Borrowed(cell(self.industry));
        flat.region = Cow::Borrowed(cell(self.region));
        let employees = cell(self.employees);
        if !employees.is_empty() {
            flat.employees = Some(employees.parse().map_err(|_| bad_count(employees))?);
        }
        flat.merged = !matches!(cell(self.merged_from), "" | "0");
        for (at, index) in &self.questions {
            let id = cell(Some(*at));
            if !id.is_empty() {
                flat.answers[*index] = Some(choice(id, set).ok_or_else(|| unknown_choice(id, set))?);
            }
        }
        Ok(flat)
    }
}
