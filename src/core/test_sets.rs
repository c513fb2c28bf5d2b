//! Small question sets and sheets, made by hand for the tests of the analyses.

use super::assessment::{Assessment, Organization};
use super::language::Language;
use super::question_set::{Kind, Outline, SharedSet, Tone};
use super::sheet::{Answer, Sheet, Timestamp};

/// Ten in the morning of a day such as `2026-11-22`, in Japan.
pub fn moment(day: &str) -> Timestamp {
    format!("{day}T10:00:00+09:00").parse().expect("a moment")
}

/// A diagnosis whose categories `c1`, `c2` … have that many questions `q1`, `q2` …; choices are (id, points, tone), bands
/// (id, lowest, highest).
pub fn diagnosis(sizes: &[usize], choices: &[(&str, i32, Tone)], bands: &[(&str, i32, i32)]) -> SharedSet {
    let categories: Vec<String> = (1..=sizes.len()).map(|number| format!("c{number}")).collect();
    let of_questions = categories.iter().zip(sizes).flat_map(|(id, size)| std::iter::repeat_n(id.clone(), *size));
    let questions = of_questions
        .enumerate()
        .map(|(index, category)| (format!("q{}", index + 1), category, String::new(), String::new()))
        .collect();
    let outline = Outline {
        language: Language::En,
        title: String::new(),
        short_title: String::new(),
        counts_for: None,
        choices: choices
            .iter()
            .map(|(id, points, tone)| ((*id).to_owned(), String::new(), tone.name().to_owned(), *points, false))
            .collect(),
        categories: categories.into_iter().map(|id| (id, String::new())).collect(),
        groups: Vec::new(),
        bands: bands.iter().map(|(id, min, max)| ((*id).to_owned(), *min, *max, String::new())).collect(),
        questions,
    };
    SharedSet::from(outline.into_question_set(Kind::Diagnosis, "diagnosis", "1"))
}

/// The shape of the shipped diagnosis: 5, 13 and 7 questions; choices `i` 4, `p` 2, `n` 0, `u` −1 points; four bands.
pub fn full_diagnosis() -> SharedSet {
    diagnosis(
        &[5, 13, 7],
        &four_choices(),
        &[("100", 100, 100), ("70-99", 70, 99), ("50-69", 50, 69), ("0-49", -25, 49)],
    )
}

/// The four choices of the shipped diagnosis.
pub fn four_choices() -> [(&'static str, i32, Tone); 4] {
    [("i", 4, Tone::Good), ("p", 2, Tone::Fair), ("n", 0, Tone::Poor), ("u", -1, Tone::Unknown)]
}

/// A checklist with these principles; choices `doing`, `will-do`, `undecided`.
pub fn checklist(edition: &str, principles: &[&str]) -> SharedSet {
    let choice = |id: &str, tone: Tone, counts| (id.to_owned(), String::new(), tone.name().to_owned(), 0, counts);
    let outline = Outline {
        language: Language::En,
        title: String::new(),
        short_title: String::new(),
        counts_for: None,
        choices: vec![
            choice("doing", Tone::Good, true),
            choice("will-do", Tone::Fair, true),
            choice("undecided", Tone::Poor, false),
        ],
        categories: Vec::new(),
        groups: Vec::new(),
        bands: Vec::new(),
        questions: principles
            .iter()
            .map(|id| ((*id).to_owned(), String::new(), String::new(), String::new()))
            .collect(),
    };
    SharedSet::from(outline.into_question_set(Kind::Checklist, "checklist", edition))
}

/// A sheet answered in the order of the questions by the position of each choice, `None` unanswered; short lists leave the
/// rest unanswered.
pub fn sheet(set: &SharedSet, positions: &[Option<usize>]) -> Sheet {
    let mut sheet = Sheet::new(set.clone());
    for (question, position) in set.questions.iter().zip(positions) {
        if let Some(position) = position {
            sheet.choose(&question.id, &set.choices[*position].id, moment("2026-11-22"));
        }
    }
    sheet
}

/// A sheet from a word with one letter for each question, the choice's id; `-` is unanswered.
pub fn spelled(set: &SharedSet, letters: &str) -> Sheet {
    let mut sheet = Sheet::new(set.clone());
    for (question, letter) in set.questions.iter().zip(letters.chars()) {
        if letter != '-' {
            let answer = Answer { choice: Some(letter.to_string()), ..Answer::default() };
            sheet.answers.insert(question.id.clone(), Answer { answered_at: Some(moment("2026-11-22")), ..answer });
        }
    }
    sheet
}

/// An assessment begun on a day, with a checklist of one principle that is answered.
pub fn assessment(id: &str, day: &str, diagnosis: Sheet) -> Assessment {
    let principles = sheet(&checklist("1", &["p1"]), &[Some(0)]);
    let organization = Organization { name: "Hoshi".to_owned(), ..Organization::default() };
    Assessment::new(id.to_owned(), organization, principles, diagnosis, Language::En, moment(day))
}
