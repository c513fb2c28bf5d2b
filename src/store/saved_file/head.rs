//! The beginning of a saved file: whether it can be read at all, whose it is.

use super::SCHEMA;
use crate::core::assessment::Organization;
use crate::core::language::Language;
use crate::core::organization::{FieldValueMut, OrganizationField};
use crate::input::toml::{Fields, schema_of};
use crate::input::{Fault, Faults, FieldFault, SavedFileFault};

/// Longest id, in bytes: with what locks and kept versions add, it still is a file name.
const MAX_ID_LEN: usize = 200;

/// Checks the layout's number before all else. In a file that is not even TOML, a missing number is not worth a fault.
pub(super) fn is_known_layout(root: Fields<'_>, is_toml: bool) -> bool {
    let Some(value) = root.value("schema") else {
        if is_toml {
            root.faults().push(Fault::of_file(SavedFileFault::NoSchema));
        }
        return !is_toml;
    };
    match schema_of(value) {
        Some(found) if found > SCHEMA.into() => {
            let found = (&found.to_string()).into();
            root.fault("schema", FieldFault::NewerSchema { found, newest: SCHEMA });
            false
        }
        Some(found) if found >= 1 => true,
        _ => {
            root.fault("schema", SavedFileFault::BadSchema { newest: SCHEMA });
            false
        }
    }
}

/// Whether the end of the file is there.
pub(super) fn is_whole(root: Fields<'_>) -> bool {
    root.value("end").is_some()
}

/// Notes that the end of the file is not there.
pub(super) fn report_cut(faults: &Faults<'_>, text: &str) {
    faults.add_syntax(text.len(), SavedFileFault::Cut);
}

/// Checks how many answers the file holds against how many it should.
pub(super) fn check_answers(root: Fields<'_>, found: usize) {
    let Some(wanted) = root.count("answers").map(|count| count as usize) else { return };
    if found < wanted {
        root.fault("answers", SavedFileFault::FewAnswers { wanted, found });
    }
}

pub(super) fn id(root: Fields<'_>) -> Option<String> {
    let id = root.needed_text("id")?;
    if is_id(id) {
        return Some(id.to_owned());
    }
    root.fault("id", SavedFileFault::BadId);
    None
}

/// Whether a text can be an id, which is also a file name: no path, no control characters, not hidden.
pub(in crate::store) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= MAX_ID_LEN
        && !text.starts_with('.')
        && !text.chars().any(|character| character.is_control() || matches!(character, '/' | '\\' | ':'))
}

pub(super) fn language(root: Fields<'_>) -> Language {
    root.one_of("language", &Language::ALL.map(|language| (language.code(), language))).unwrap_or_default()
}

pub(super) fn organization(root: Fields<'_>) -> Organization {
    let Some(fields) = root.needed_table("organization") else { return Organization::default() };
    let mut organization = Organization::default();
    for field in OrganizationField::ALL {
        match organization.get_mut(field) {
            FieldValueMut::Text(text) => *text = fields.text_or_empty(field.key()),
            FieldValueMut::Count(count) => *count = fields.count(field.key()),
        }
    }
    organization
}
