//! The layout of saved files: which keys each table has, in which order they are written, and what their values look like.
//!
//! The writer names every key by a constant of this file, and the scanner compares files with the lists that the same
//! constants make up. A key is therefore added in one place; one that is written in another order than it stands here makes
//! the tests of the scanner fail. The outline of a question set is not listed: the scanner compares it as a whole.

use super::scan::value::{
    is_count, is_date, is_earlier_answer, is_id, is_language, is_merge_rule, is_moment, is_number, is_pair,
    is_plan_state, is_points, is_text, is_texts, is_truth,
};

/// How the value of a key is written.
#[derive(Clone, Copy)]
pub(in crate::store) enum Form {
    /// On the line of the key.
    Line(fn(&str) -> bool),
    /// As an array with one element a line.
    Rows(fn(&str) -> bool),
}

use Form::{Line, Rows};

/// Keys of a table in the order in which they are written, with the form of their values.
pub(in crate::store) type Keys = &'static [(&'static str, Form)];

/// The most keys that a table has.
pub(in crate::store) const MAX_KEYS: usize = 8;

/// Makes a module for a table: a constant for the name of each key, and `KEYS`, the list of them all.
macro_rules! table {
    ($(#[$doc:meta])* $table:ident { $($key:ident = $name:literal: $form:expr,)+ }) => {
        $(#[$doc])*
        pub(in crate::store) mod $table {
            use super::*;
            $(pub(in crate::store) const $key: &str = $name;)+
            pub(in crate::store) const KEYS: Keys = &[$(($key, $form)),+];
            const _: () = assert!(KEYS.len() <= MAX_KEYS);
        }
    };
}

table! {
    /// What stands before the first table.
    top {
        SCHEMA = "schema": Line(is_count),
        ID = "id": Line(is_id),
        CREATED_AT = "created_at": Line(is_moment),
        UPDATED_AT = "updated_at": Line(is_moment),
        LANGUAGE = "language": Line(is_language),
        PLACE = "place": Line(is_text),
        CARRIED_FROM = "carried_from": Line(is_text),
        ANSWERS = "answers": Line(is_count),
    }
}

table! {
    /// What the list of saved assessments shows.
    summary {
        STATUS = "status": Line(is_text),
        POINTS = "points": Line(is_number),
        BAND = "band": Line(is_text),
        ANSWERED = "answered": Line(is_pair),
        TOTAL = "total": Line(is_pair),
        UNKNOWN = "unknown": Line(is_count),
        CATEGORIES = "categories": Line(is_points),
    }
}

/// The organisation: all of its fields, from the list in [`OrganizationField`].
pub(super) mod organization {
    use super::{Form, Keys, Line, MAX_KEYS, is_count, is_text};
    use crate::core::organization::OrganizationField;

    const COUNT: usize = OrganizationField::ALL.len();
    const FIELDS: [(&str, Form); COUNT] = {
        let mut keys = [("", Line(is_text)); COUNT];
        let mut position = 0;
        while position < COUNT {
            let field = OrganizationField::ALL[position];
            keys[position] = (field.key(), if field.is_count() { Line(is_count) } else { Line(is_text) });
            position += 1;
        }
        keys
    };
    pub(in crate::store::saved_file) const KEYS: Keys = &FIELDS;
    const _: () = assert!(KEYS.len() <= MAX_KEYS);
}

table! {
    /// An answer to a question of either sheet.
    answer {
        CHOICE = "choice": Line(is_text),
        ANSWERED_AT = "answered_at": Line(is_moment),
        NOTE = "note": Line(is_text),
        EVIDENCE = "evidence": Line(is_text),
        FLAGGED = "flagged": Line(is_truth),
        PREVIOUS = "previous": Line(is_earlier_answer),
        HISTORY = "history": Rows(is_earlier_answer),
    }
}

table! {
    /// An entry of the remediation plan.
    plan_entry {
        STATE = "state": Line(is_plan_state),
        OWNER = "owner": Line(is_text),
        DUE = "due": Line(is_date),
        REASON = "reason": Line(is_text),
        NOTE = "note": Line(is_text),
    }
}

table! {
    /// The basic policy.
    policy {
        COMPANY = "company": Line(is_text),
        REPRESENTATIVE_TITLE = "representative_title": Line(is_text),
        REPRESENTATIVE_NAME = "representative_name": Line(is_text),
        SET_ON = "set_on": Line(is_date),
        REVISED_ON = "revised_on": Line(is_date),
        CONTACT = "contact": Line(is_text),
        SCOPE = "scope": Line(is_text),
        JAPANESE_ERA = "japanese_era": Line(is_truth),
    }
}

table! {
    /// A change to a clause of the basic policy.
    clause {
        INCLUDED = "included": Line(is_truth),
        TEXT = "text": Line(is_text),
        LISTS_MEASURES = "lists_measures": Line(is_truth),
    }
}

table! {
    publication {
        PLACE = "place": Line(is_text),
        PUBLISHED_AT = "published_at": Line(is_date),
    }
}

table! {
    declaration {
        PROCEDURE = "procedure": Line(is_text),
        STAR = "star": Line(is_count),
        DECLARED_ON = "declared_on": Line(is_date),
        DECLARATION_ID = "declaration_id": Line(is_text),
        LOGO_DOWNLOADED_ON = "logo_downloaded_on": Line(is_date),
    }
}

table! {
    merge {
        RULE = "rule": Line(is_merge_rule),
        SOURCES = "sources": Rows(is_text),
    }
}

table! {
    /// A question that the sources of a merge answered differently.
    disagreement {
        IN_CHECKLIST = "in_checklist": Line(is_truth),
        NUMBER = "number": Line(is_count),
        QUESTION = "question": Line(is_text),
        ANSWERS = "answers": Line(is_texts),
        CHOSEN = "chosen": Line(is_text),
        BY_HAND = "by_hand": Line(is_truth),
        REASON = "reason": Line(is_text),
    }
}

/// A part of a file that follows the answers.
pub(in crate::store) enum Part {
    /// `[name]`, at most once.
    Table(&'static str, Keys),
    /// `[name.KEY]` for each of some keys, which ascend.
    TableByKey(&'static str, Keys),
    /// `[name]` with any keys, which ascend; their values have one form.
    Map(&'static str, fn(&str) -> bool),
    /// `[[name]]`, any number of them.
    Tables(&'static str, Keys),
}

/// The name of the table that says where an assessment was merged from.
pub(in crate::store) const MERGE: &str = "merge";

/// All parts that may follow the answers, in order.
pub(in crate::store) const PARTS: [Part; 8] = [
    Part::TableByKey("plan", plan_entry::KEYS),
    Part::Table("policy", policy::KEYS),
    Part::TableByKey("policy.clauses", clause::KEYS),
    Part::Table("publication", publication::KEYS),
    Part::Table("declaration", declaration::KEYS),
    Part::Map("declaration.steps", is_date),
    Part::Table(MERGE, merge::KEYS),
    Part::Tables("merge.disagreements", disagreement::KEYS),
];

/// Whether a key can stand without quotation marks.
pub(in crate::store) fn is_bare_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}
