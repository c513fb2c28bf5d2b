//! The beginning of a saved file: whether it can be read at all, whose it is.

use super::SCHEMA;
use super::fields::{Faults, Fields};
use crate::core::assessment::Organization;
use crate::core::language::Language;
use crate::core::organization::{FieldValueMut, OrganizationField};

/// Longest id, in bytes: with what locks and kept versions add, it still is a file name.
const MAX_ID_LEN: usize = 200;

/// Checks the layout's number before all else. A missing number in a file that is not TOML is not worth telling.
pub(super) fn is_known_layout(root: Fields<'_>, is_toml: bool) -> bool {
    let Some(value) = root.value("schema") else {
        if is_toml {
            root.faults().add_of_file(
                "「schema」がありません。hoshitoriが保存したファイルか確かめてください。",
                "\"schema\" is missing; check that this is a file saved by hoshitori.",
            );
        }
        return !is_toml;
    };
    let number =
        value.get_ref().as_integer().and_then(|number| i128::from_str_radix(number.as_str(), number.radix()).ok());
    let offset = value.span().start;
    match number {
        Some(number) if number > SCHEMA.into() => {
            root.faults().add(
                offset,
                format!(
                    "新しい形式（schema {number}）のファイルです。読めるのは{SCHEMA}までです。hoshitoriを更新してください。"
                ),
                format!("this layout (schema {number}) is newer than {SCHEMA}, the newest read here; update hoshitori."),
            );
            false
        }
        Some(number) if number >= 1 => true,
        _ => {
            root.faults().add(
                offset,
                format!("「schema」は1から{SCHEMA}までの整数です。hoshitoriが保存したファイルか確かめてください。"),
                format!(
                    "\"schema\" is a whole number from 1 to {SCHEMA}; check that this is a file saved by hoshitori."
                ),
            );
            false
        }
    }
}

/// Whether the end of the file is there.
pub(super) fn is_whole(root: Fields<'_>) -> bool {
    root.value("end").is_some()
}

/// Tells that the end of the file is not there.
pub(super) fn report_cut(faults: &Faults<'_>, text: &str) {
    faults.add(
        text.len(),
        "ファイルが途中で切れています（終わりの印[end]がありません）。バックアップがあれば戻してください。",
        "the file is cut short here (its closing [end] is missing); put a backup in its place if there is one.",
    );
}

/// Checks how many answers the file holds against how many it should.
pub(super) fn check_answers(root: Fields<'_>, found: usize) {
    let Some(wanted) = root.count("answers") else { return };
    if found < wanted as usize {
        root.faults().add(
            root.offset_of("answers"),
            format!(
                "回答が{wanted}件あるはずですが、{found}件しかありません。ファイルが欠けています。バックアップを戻すか、自分で消したのなら「answers = {found}」と直してください。"
            ),
            format!(
                "the file should hold {wanted} answers but holds {found}, so a part is missing; put a backup in its place, or write \"answers = {found}\" if you removed them yourself."
            ),
        );
    }
}

pub(super) fn id(root: Fields<'_>) -> Option<String> {
    let id = root.needed_text("id")?;
    if is_id(id) {
        return Some(id.to_owned());
    }
    root.faults().add(
        root.offset_of("id"),
        "「id」に使えない文字があるか、空か、長すぎます。ファイル名と同じにしてください。",
        "\"id\" is empty, too long, or holds a character that cannot stand there; make it the name of the file.",
    );
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
    root.word("language", Language::from_code).unwrap_or_default()
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
