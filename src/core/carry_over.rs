//! Answers carried over into a new sheet.
use super::question_set::QuestionSet;
use super::sheet::Sheet;
use std::sync::Arc;
/// Stand-in.
pub fn carry_over(_old: &Sheet, set: Arc<QuestionSet>) -> Sheet {
    Sheet::new(set)
}
