//! Tables of answers, whichever file they come from: a heading row, then a row for each question.

use std::collections::HashMap;

use super::choices::{Choices, Said, normalized};
use super::fault::quoted;
use super::{Given, ImportFault, Spot, nameless};
use crate::core::assessment::{Assessment, Organization};
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::question_set::{Kind, Question, QuestionSet, SharedSet};
use crate::core::sheet::{Answer, Sheet, Timestamp, to_the_millisecond};
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
    pub(super) spot: &'a dyn Fn(Option<usize>) -> Spot,
}

impl Row<'_> {
    fn field(&self, heading: &Heading, column: Column) -> &str {
        heading.place(column).and_then(|place| self.cells.get(place)).map_or("", String::as_str)
    }

    fn spot(&self, heading: &Heading, column: Column) -> Spot {
        (self.spot)(heading.place(column))
    }
}

/// The sheets that become of all rows of a file.
pub(super) struct Sheets<'a> {
    catalog: &'a Catalog,
    given: &'a Given,
    answered: Vec<(Sheet, Choices)>,
    seen: HashMap<(String, String), Spot>,
    rows: usize,
    /// Faults so far.
    pub(super) faults: Vec<ImportFault>,
}

impl<'a> Sheets<'a> {
    /// No rows yet.
    pub(super) fn new(catalog: &'a Catalog, given: &'a Given) -> Self {
        Self { catalog, given, answered: Vec::new(), seen: HashMap::new(), rows: 0, faults: Vec::new() }
    }

    /// Takes one row. Returns whether more are wanted.
    pub(super) fn take(&mut self, heading: &Heading, row: &Row<'_>) -> bool {
        self.rows += 1;
        if self.rows > MAX_ROWS {
            self.faults.push(ImportFault::of_file(
                format!("行が多すぎます。読み込めるのは{MAX_ROWS}行までです。"),
                format!("there are too many rows; at most {MAX_ROWS} are read."),
            ));
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

    fn take_answer(&mut self, heading: &Heading, row: &Row<'_>) -> Result<(), ImportFault> {
        let place = self.sheet(heading, row)?;
        let (sheet, choices) = &mut self.answered[place];
        let question = question(&sheet.set, heading, row)?;
        let spot = (row.spot)(None);
        if let Some(first) = self.seen.get(&(sheet.set.id.clone(), question.id.clone())) {
            let first = ImportFault::new(first.clone(), "", "");
            let id = quoted(&question.id);
            return Err(ImportFault::new(
                spot,
                format!("「{id}」の回答が2回あります（1回目は{}）。1つにしてください。", first.place(Language::Ja)),
                format!("\"{id}\" is answered twice (first: {}); keep one.", first.place(Language::En)),
            ));
        }
        self.seen.insert((sheet.set.id.clone(), question.id.clone()), spot);
        let said = row.field(heading, Column::Answer);
        let choice = match choices.find(said) {
            Said::Nothing => None,
            Said::Choice(id) => Some(id),
            Said::Unknown => return Err(unknown_choice(row.spot(heading, Column::Answer), said, &sheet.set)),
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
    fn sheet(&mut self, heading: &Heading, row: &Row<'_>) -> Result<usize, ImportFault> {
        let name = row.field(heading, Column::Set).trim();
        let spot = || row.spot(heading, Column::Set);
        if let Some(place) = self.answered.iter().position(|(sheet, _)| sheet.set.id == name) {
            return Ok(place);
        }
        let set = self.catalog.by_id(name, self.given.language).ok_or_else(|| self.unknown_set(spot(), name))?;
        if let Some((other, _)) = self.answered.iter().find(|(sheet, _)| sheet.set.kind == set.kind) {
            let (one, two) = (quoted(&other.set.id), quoted(name));
            return Err(ImportFault::new(
                spot(),
                format!("「{one}」と「{two}」は同じ種類の設問集です。どちらか1つだけにしてください。"),
                format!("\"{one}\" and \"{two}\" are sets of the same kind; keep the answers to one of them."),
            ));
        }
        let choices = Choices::of(&set, self.catalog);
        self.answered.push((Sheet::new(set), choices));
        Ok(self.answered.len() - 1)
    }

    fn unknown_set(&self, spot: Spot, name: &str) -> ImportFault {
        let known: Vec<String> = self.catalog.entries(self.given.language).into_iter().map(|entry| entry.id).collect();
        let (name, known) = (quoted(name), known.join(", "));
        if name.is_empty() {
            return ImportFault::new(
                spot,
                format!("設問集の名前がありません。set列に{known}のどれかを書いてください。"),
                format!("the question set is missing; enter one of {known} in the column set."),
            );
        }
        ImportFault::new(
            spot,
            format!("「{name}」という設問集はありません。{known}のどれかにするか、--questionsで読み込んでください。"),
            format!("there is no question set \"{name}\"; use one of {known}, or add it with --questions."),
        )
    }

    /// The assessment that became of the rows.
    pub(super) fn finish(mut self, file: Organization) -> Result<Assessment, Vec<ImportFault>> {
        let organization = file.with(&self.given.organization);
        if self.answered.is_empty() && self.faults.is_empty() {
            self.faults.push(no_answers());
        }
        if organization.name.trim().is_empty() {
            self.faults.push(nameless());
        }
        let language = self.given.language;
        let mut sheet = |kind: Kind, default: Option<SharedSet>| {
            let place = self.answered.iter().position(|(sheet, _)| sheet.set.kind == kind);
            place.map(|place| self.answered.swap_remove(place).0).or_else(|| default.map(Sheet::new))
        };
        let checklist = sheet(Kind::Checklist, self.catalog.default_checklist(language));
        let diagnosis = sheet(Kind::Diagnosis, self.catalog.default_diagnosis(language));
        match (checklist, diagnosis) {
            (Some(checklist), Some(diagnosis)) if self.faults.is_empty() => {
                let given = self.given;
                Ok(Assessment::new(given.id.clone(), organization, checklist, diagnosis, language, given.now))
            }
            _ => Err(self.faults),
        }
    }
}

/// The fault of a file without any table of answers.
pub(super) fn no_answers() -> ImportFault {
    ImportFault::of_file(
        "回答の表が見つかりません。1行目に set,number,id,answer,note の列名がある表か、書き出したブックを使ってください。",
        "no table of answers was found; use a table with the columns set,number,id,answer,note, or an exported workbook.",
    )
}

/// The question of a row, by id or else by number.
fn question<'s>(set: &'s QuestionSet, heading: &Heading, row: &Row<'_>) -> Result<&'s Question, ImportFault> {
    let id = row.field(heading, Column::Id).trim();
    let written = row.field(heading, Column::Number).trim();
    let folded = normalized(written);
    let number = folded.strip_suffix(".0").unwrap_or(&folded).parse::<usize>().ok();
    let by_number = number.and_then(|number| set.questions.iter().find(|question| question.number == number));
    let set_name = quoted(&set.id);
    if id.is_empty() {
        return by_number.ok_or_else(|| {
            let written = quoted(written);
            let total = set.questions.len();
            ImportFault::new(
                row.spot(heading, Column::Number),
                format!("「{set_name}」に「{written}」という番号の設問はありません。1から{total}までにしてください。"),
                format!("\"{set_name}\" has no question number \"{written}\"; use 1 to {total}."),
            )
        });
    }
    let Some(question) = set.question(id) else {
        let id = quoted(id);
        return Err(ImportFault::new(
            row.spot(heading, Column::Id),
            format!("「{set_name}」に「{id}」という設問はありません。idを確かめてください。"),
            format!("\"{set_name}\" has no question \"{id}\"; check the id."),
        ));
    };
    if !written.is_empty() && number != Some(question.number) {
        let (id, number, written) = (quoted(id), question.number, quoted(written));
        return Err(ImportFault::new(
            row.spot(heading, Column::Number),
            format!("「{id}」の番号は{number}ですが、「{written}」と書かれています。どちらかを直してください。"),
            format!("\"{id}\" is question {number}, but the number says \"{written}\"; correct one of them."),
        ));
    }
    Ok(question)
}

/// The fault of an answer that is no choice of the set.
pub(super) fn unknown_choice(spot: Spot, said: &str, set: &QuestionSet) -> ImportFault {
    let said = quoted(said);
    let ids: Vec<&str> = set.choices.iter().map(|choice| choice.id.as_str()).collect();
    let ids = ids.join(", ");
    ImportFault::new(
        spot,
        format!("「{said}」という回答はありません。{ids}のどれかにしてください。"),
        format!("\"{said}\" is none of the answers; use one of {ids}."),
    )
}

fn moment(heading: &Heading, row: &Row<'_>, now: Timestamp) -> Result<Timestamp, ImportFault> {
    let written = row.field(heading, Column::Moment).trim();
    if written.is_empty() {
        return Ok(now);
    }
    Timestamp::parse_from_rfc3339(written).map(to_the_millisecond).map_err(|_| {
        let written = quoted(written);
        ImportFault::new(
            row.spot(heading, Column::Moment),
            format!("「{written}」を日時として読めません。2026-11-22T10:00:00+09:00のように書くか、空にしてください。"),
            format!("\"{written}\" is no time; write 2026-11-22T10:00:00+09:00, or leave it empty."),
        )
    })
}

fn flag(heading: &Heading, row: &Row<'_>) -> Result<bool, ImportFault> {
    let written = row.field(heading, Column::Flag);
    let name = normalized(written);
    let is_flagged = |language| normalized(messages(language).report_file.flagged) == name;
    match name.as_str() {
        "" | "false" | "0" => Ok(false),
        "true" | "1" => Ok(true),
        _ if Language::ALL.into_iter().any(is_flagged) => Ok(true),
        _ => {
            let written = quoted(written);
            Err(ImportFault::new(
                row.spot(heading, Column::Flag),
                format!("「{written}」を読めません。trueかfalseにしてください。"),
                format!("\"{written}\" is neither true nor false."),
            ))
        }
    }
}
