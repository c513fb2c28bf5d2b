//! Protection against formula injection: a field that a spreadsheet would evaluate as a formula is prefixed with an apostrophe,
//! which is removed again on import.

use std::borrow::Cow;

use super::characters::begins_formula;

/// The field as it is exported: with a leading apostrophe if a spreadsheet could evaluate it as a formula.
pub fn guarded(field: &str) -> Cow<'_, str> {
    if starts_formula(field) { Cow::Owned(format!("'{field}")) } else { Cow::Borrowed(field) }
}

/// The field as it was before [`guarded`].
pub fn unguarded(field: &str) -> &str {
    field.strip_prefix('\'').filter(|rest| starts_formula(rest)).unwrap_or(field)
}

/// Whether a field begins like a formula, after blanks, quotation marks and byte order marks, which spreadsheets may skip.
fn starts_formula(field: &str) -> bool {
    let mut characters = field.chars();
    let is_skipped = |character: char| matches!(character, '"' | '\'' | '\u{feff}' | '\u{3000}' | ' ' | '\u{a0}');
    characters.find(|character| !is_skipped(*character)).is_some_and(begins_formula)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn whatever_could_be_a_formula_is_guarded() {
        for field in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1",
            "＋1",
            "－1",
            "＠A",
            "  =1",
            "\"=1",
            "'=1",
            "\u{feff}=1",
        ] {
            assert_eq!(guarded(field), format!("'{field}"), "{field:?}");
        }
        for field in ["", "山田", "1-2", "a=b", "'quoted'", "\"quoted\""] {
            assert_eq!(guarded(field), field);
        }
    }

    proptest! {
        #[test]
        fn what_was_guarded_comes_back(field in "[-'\"=+@＝ \\t\u{feff}a山]{0,8}") {
            let guarded = guarded(&field);
            prop_assert_eq!(unguarded(&guarded), field.as_str());
        }
    }
}
