//! A question set that many share.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use super::{QuestionSet, parse};

/// A question set that many sheets share. One that is built in is read from its text when something of it is first asked
/// for, so that the first question is on the screen before the last one is read.
#[derive(Clone)]
pub struct SharedSet(Arc<Shared>);

struct Shared {
    text: &'static str,
    set: OnceLock<QuestionSet>,
}

impl SharedSet {
    /// A set that is built in. One with a fault, which tests rule out, would be empty.
    pub fn built_in(text: &'static str) -> Self {
        Self(Arc::new(Shared { text, set: OnceLock::new() }))
    }
}

impl From<QuestionSet> for SharedSet {
    fn from(set: QuestionSet) -> Self {
        Self(Arc::new(Shared { text: "", set: OnceLock::from(set) }))
    }
}

impl Deref for SharedSet {
    type Target = QuestionSet;

    fn deref(&self) -> &QuestionSet {
        self.0.set.get_or_init(|| parse(self.0.text).unwrap_or_default())
    }
}

impl PartialEq for SharedSet {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || **self == **other
    }
}

impl Eq for SharedSet {}

impl fmt::Debug for SharedSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_built_in_set_is_read_when_it_is_first_asked_for() {
        let set = SharedSet::built_in(include_str!("../../../questions/en/five-principles.toml"));
        assert!(set.0.set.get().is_none());
        let same = set.clone();
        assert_eq!(set.questions.len(), 5);
        assert!(same.0.set.get().is_some(), "and once for all");
        assert_eq!(set, same);
        assert_eq!(set, SharedSet::from((*same).clone()));
    }
}
