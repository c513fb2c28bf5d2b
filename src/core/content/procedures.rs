//! The procedures of declaring, each a checklist.

use serde::Deserialize;

/// The procedures with what holds for all of them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Procedures {
    /// Title.
    pub title: String,
    /// That the procedure may have changed.
    pub hint: String,
    /// The official page.
    pub url: String,
    /// The form of a declaration ID.
    pub declaration_id: DeclarationIdForm,
    /// Procedures in order.
    pub procedures: Vec<Procedure>,
}

/// The form of a declaration ID, to warn about one that looks wrong, never to refuse it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct DeclarationIdForm {
    /// Number of digits.
    pub length: usize,
    /// With what it begins.
    pub first_digits: Vec<String>,
    /// What is said of one that looks wrong.
    pub hint: String,
}

/// One way of declaring.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Procedure {
    /// Stable name.
    pub id: String,
    /// Title.
    pub title: String,
    /// Since which month, as `2026-04`.
    pub valid_from: Option<String>,
    /// How sure it is: A, B or C.
    pub certainty: String,
    /// What it is.
    pub description: String,
    /// Where it is done.
    pub url: String,
    /// Steps in order.
    pub steps: Vec<Step>,
}

/// A step of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Step {
    /// Stable name.
    pub id: String,
    /// Title.
    pub title: String,
    /// What to do.
    pub text: String,
}

impl DeclarationIdForm {
    /// Whether an ID has the usual form.
    pub fn fits(&self, id: &str) -> bool {
        id.len() == self.length
            && id.bytes().all(|byte| byte.is_ascii_digit())
            && self.first_digits.iter().any(|first| id.starts_with(first))
    }
}
