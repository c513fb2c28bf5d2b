//! The blank sheet as comma-separated values.

use crate::core::question_set::QuestionSet;
use crate::report::csv::Rows;
use crate::text::guarded;

use super::{asked, cleaned};

/// The columns: the five that an import reads, then what helps to fill them in.
const COLUMNS: [&str; 8] = ["set", "number", "id", "answer", "note", "topic", "question", "choices"];

/// Writes a blank sheet, with a byte order mark and CRLF.
pub fn csv(checklist: &QuestionSet, diagnosis: &QuestionSet) -> String {
    let mut rows = Rows::new();
    rows.push(COLUMNS);
    for set in [checklist, diagnosis].map(cleaned) {
        let labels: Vec<&str> = set.choices.iter().map(|choice| choice.label.as_str()).collect();
        let labels = labels.join(" / ");
        for question in &set.questions {
            let number = question.number.to_string();
            let texts = [set.id.as_str(), &number, &question.id, "", "", &question.topic, asked(question), &labels];
            let fields: Vec<String> = texts.into_iter().map(|text| guarded(text).into_owned()).collect();
            rows.push(fields.iter().map(String::as_str));
        }
    }
    rows.finish()
}
