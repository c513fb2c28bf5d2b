//! Texts in spreadsheets: a field that a spreadsheet would take for a formula gets an apostrophe in front, and loses it
//! when it comes back.

use std::borrow::Cow;

/// The field as it is written: with a leading apostrophe where a spreadsheet could take it for a formula.
pub fn guarded(field: &str) -> Cow<'_, str> {
    if starts_formula(field) { Cow::Owned(format!("'{field}")) } else { Cow::Borrowed(field) }
}

/// The field as it was meant: without the apostrophe that [`guarded`] put there.
pub fn unguarded(field: &str) -> &str {
    field.strip_prefix('\'').filter(|rest| starts_formula(rest)).unwrap_or(field)
}

/// Whether a field begins like a formula, after any blanks, quotes and byte order marks.
fn starts_formula(field: &str) -> bool {
    let mut characters = field.chars();
    let is_passed_over = |character: char| matches!(character, '"' | '\'' | '\u{feff}' | '\u{3000}' | ' ' | '\u{a0}');
    matches!(
        characters.find(|character| !is_passed_over(*character)),
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    )
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
