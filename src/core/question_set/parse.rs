//! Reading question files.

use super::check::check;
use super::places::{BandPlaces, ChoicePlaces, Places, QuestionPlaces};
use super::{Band, Category, Choice, Group, Kind, Question, QuestionSet, SCHEMA, Tone};
use crate::core::language::Language;
use crate::core::star::Star;
use crate::input::toml::{Placed, Table, read_toml};
use crate::input::{Fault, Faults, QuestionSetFault};

/// The most questions of a set.
const MAX_QUESTIONS: usize = 500;
/// The most choices: each has a digit from 1 to 9.
const MAX_CHOICES: usize = 9;
/// The most categories, topic groups and bands.
const MAX_PARTS: usize = 20;
/// The most examples of one question.
const MAX_EXAMPLES: usize = 8;
/// The largest number of points, also below zero.
const MAX_POINTS: i32 = 1000;
/// The largest limit of a band, also below zero: what the most questions with the most points give.
const MAX_TOTAL: i32 = MAX_POINTS * MAX_QUESTIONS as i32;

/// Characters of a word or two, such as a topic or a choice.
const LABEL: usize = 60;
/// Characters of a title.
const TITLE: usize = 120;
/// Characters of a sentence or two.
const SENTENCES: usize = 600;

/// Reads a question file.
///
/// ```
/// use hoshitori::core::question_set::parse;
/// use hoshitori::input::Position;
///
/// assert!(parse(include_str!("../../../questions/en/five-principles.toml")).is_ok());
/// let faults = parse("schema = 1\nkind = checklist\n").unwrap_err();
/// assert!(faults.iter().any(|fault| fault.position() == Some(Position { line: 2, column: 8 })));
/// ```
///
/// # Errors
///
/// Every fault of the file with its place, in the order of the places.
pub fn parse(text: &str) -> Result<QuestionSet, Vec<Fault>> {
    read_toml(text, |root, faults| root.schema(SCHEMA).then(|| read_set(root, faults)))
}

fn read_set(root: &Table<'_>, faults: &Faults<'_>) -> QuestionSet {
    let kind = root.one_of("kind", &Kind::NAMES).map(|kind| kind.value);
    let languages = Language::ALL.map(|language| (language.code(), language));
    let language = root.one_of("language", &languages).map(|language| language.value);
    let mut places = Places::default();
    let set = QuestionSet {
        // Without a kind there is a fault, and the set is dropped.
        kind: kind.unwrap_or(Kind::Diagnosis),
        id: owned(root.id("id")),
        edition: owned(root.text("edition", LABEL)),
        language: language.unwrap_or_default(),
        title: owned(root.text("title", TITLE)),
        short_title: owned(root.text("short_title", LABEL)),
        counts_for: read_counts_for(root, kind),
        source: owned(root.text("source", SENTENCES)),
        categories: read_categories(root, kind, &mut places),
        groups: read_groups(root, kind, &mut places),
        choices: read_choices(root, kind, &mut places),
        bands: read_bands(root, kind, &mut places),
        questions: read_questions(root, kind, &mut places),
    };
    if kind.is_some() && faults.has_intact_structure() {
        check(&set, &places, faults);
    }
    set
}

fn read_counts_for(root: &Table<'_>, kind: Option<Kind>) -> Option<Star> {
    root.offset_of("counts_for")?;
    // Without a kind there is a fault already; either word is let pass.
    let stars: Vec<(&str, Star)> = match kind {
        Some(kind) => vec![(kind.star().name(), kind.star())],
        None => Star::ALL.map(|star| (star.name(), star)).into(),
    };
    root.one_of("counts_for", &stars).map(|star| star.value)
}

fn read_categories(root: &Table<'_>, kind: Option<Kind>, places: &mut Places) -> Vec<Category> {
    if !belongs(root, kind, Kind::Diagnosis, &["categories"]) {
        return Vec::new();
    }
    let read = |table: Table<'_>| {
        let id = table.id("id");
        let category = Category {
            id: owned(id),
            title: owned(table.text("title", LABEL)),
            description: owned(table.text("description", SENTENCES)),
        };
        table.finish();
        places.categories.push(place(id));
        category
    };
    let categories: Vec<_> = root.tables("categories", 1..=MAX_PARTS).into_iter().map(read).collect();
    if categories.is_empty() && root.offset_of("categories").is_some() {
        // Something stands there that could not be read: questions may well refer to it.
        places.categories.push(None);
    }
    categories
}

fn read_groups(root: &Table<'_>, kind: Option<Kind>, places: &mut Places) -> Vec<Group> {
    if !belongs(root, kind, Kind::Diagnosis, &["groups"]) {
        return Vec::new();
    }
    let read = |table: Table<'_>| {
        let id = table.id("id");
        let group = Group { id: owned(id), title: owned(table.text("title", LABEL)) };
        table.finish();
        places.groups.push(place(id));
        group
    };
    let groups: Vec<_> = root.tables("groups", 0..=MAX_PARTS).into_iter().map(read).collect();
    if groups.is_empty() && root.offset_of("groups").is_some() {
        // Something stands there that could not be read: questions may well refer to it.
        places.groups.push(None);
    }
    groups
}

fn read_choices(root: &Table<'_>, kind: Option<Kind>, places: &mut Places) -> Vec<Choice> {
    let tones = Tone::ALL.map(|tone| (tone.name(), tone));
    let read = |table: Table<'_>| {
        let (id, label) = (table.id("id"), table.text("label", LABEL));
        let points = if belongs(&table, kind, Kind::Diagnosis, &["points"]) {
            table.integer("points", -MAX_POINTS..=MAX_POINTS)
        } else {
            None
        };
        let counts = if belongs(&table, kind, Kind::Checklist, &["counts"]) { table.boolean("counts") } else { None };
        let tone = table.one_of("tone", &tones);
        table.finish();
        places.choices.push(ChoicePlaces {
            id: place(id),
            label: place(label),
            value: place(points).or(place(counts)),
        });
        Choice {
            id: owned(id),
            label: owned(label),
            points: points.map_or(0, |points| points.value),
            counts: counts.is_some_and(|counts| counts.value),
            tone: tone.map_or(Tone::Unknown, |tone| tone.value),
        }
    };
    root.tables("choices", 1..=MAX_CHOICES).into_iter().map(read).collect()
}

fn read_bands(root: &Table<'_>, kind: Option<Kind>, places: &mut Places) -> Vec<Band> {
    if !belongs(root, kind, Kind::Diagnosis, &["bands"]) {
        return Vec::new();
    }
    let read = |table: Table<'_>| {
        let id = table.id("id");
        let (min, max) = (table.integer("min", -MAX_TOTAL..=MAX_TOTAL), table.integer("max", -MAX_TOTAL..=MAX_TOTAL));
        let band = Band {
            id: owned(id),
            min: min.map_or(0, |min| min.value),
            max: max.map_or(0, |max| max.value),
            verdict: owned(table.text("verdict", SENTENCES)),
            advice: owned(table.text("advice", SENTENCES)),
        };
        table.finish();
        places.bands.push(BandPlaces { id: place(id), min: place(min), max: place(max) });
        band
    };
    root.tables("bands", 1..=MAX_PARTS).into_iter().map(read).collect()
}

fn read_questions(root: &Table<'_>, kind: Option<Kind>, places: &mut Places) -> Vec<Question> {
    let has_groups = !places.groups.is_empty();
    let read = |(index, table): (usize, Table<'_>)| {
        let id = table.id("id");
        let in_diagnosis = belongs(&table, kind, Kind::Diagnosis, &["category", "group", "measure"]);
        let category = if in_diagnosis { table.id("category") } else { None };
        let group = match (in_diagnosis, has_groups) {
            (true, true) => table.id("group"),
            (true, false) => table.optional_id("group"),
            (false, _) => None,
        };
        let measure = if in_diagnosis { table.optional_text("measure", SENTENCES) } else { None };
        let title = if belongs(&table, kind, Kind::Checklist, &["title"]) { table.text("title", TITLE) } else { None };
        let question = Question {
            number: index + 1,
            id: owned(id),
            category: owned(category),
            group: owned(group),
            topic: owned(table.text("topic", LABEL)),
            title: owned(title),
            text: owned(table.text("text", SENTENCES)),
            why: owned(table.text("why", SENTENCES)),
            examples: table.texts("examples", MAX_EXAMPLES, TITLE).into_iter().map(|e| e.value.to_owned()).collect(),
            first_step: owned(table.text("first_step", SENTENCES)),
            fuller_measure: owned(table.text("fuller_measure", SENTENCES)),
            not_applicable: owned(table.optional_text("not_applicable", SENTENCES)),
            measure: owned(measure),
        };
        table.finish();
        places.questions.push(QuestionPlaces { id: place(id), category: place(category), group: place(group) });
        question
    };
    root.tables("questions", 1..=MAX_QUESTIONS).into_iter().enumerate().map(read).collect()
}

/// Whether keys are to be read that only one kind of set has. Where they are there but do not belong, reports them;
/// where the kind is not known, lets them be.
fn belongs(table: &Table<'_>, kind: Option<Kind>, owner: Kind, keys: &[&'static str]) -> bool {
    match kind {
        Some(kind) if kind == owner => return true,
        None => table.accept(keys),
        Some(kind) => {
            for key in keys {
                let (owner, kind) = (owner.name(), kind.name());
                table.refuse(key, QuestionSetFault::OtherKind { key, owner, kind });
            }
        }
    }
    false
}

fn owned(text: Option<Placed<&str>>) -> String {
    text.map(|text| text.value.to_owned()).unwrap_or_default()
}

fn place<Value>(value: Option<Placed<Value>>) -> Option<usize> {
    value.map(|value| value.offset)
}
