//! JSON that can be printed on a terminal: characters that [`clean`] would remove or replace are escaped, which keeps the values.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::clean;
use super::clean::{MAX_MARKS, is_mark};

/// Escapes every character that [`clean`] would remove or replace. The values stay the same, because such characters can only
/// be part of strings.
pub(crate) fn escaped_json(json: &str) -> Cow<'_, str> {
    let mut marks = 0;
    let mut is_harmful = |character: char| {
        marks = if is_mark(character) { marks + 1 } else { 0 };
        let mut buffer = [0; 4];
        let text: &str = character.encode_utf8(&mut buffer);
        marks > MAX_MARKS || (character != '\n' && clean(text) != text)
    };
    if !json.contains(&mut is_harmful) {
        return Cow::Borrowed(json);
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for character in json.chars() {
        if is_harmful(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(character);
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn escaping_changes_no_value_and_leaves_nothing_harmful(text in any::<String>()) {
            let json = serde_json::to_string(&text).expect("JSON");
            let escaped = escaped_json(&json);
            prop_assert_eq!(serde_json::from_str::<String>(&escaped).expect("JSON"), text);
            prop_assert!(!escaped.contains(char::is_control));
        }
    }

    #[test]
    fn tags_and_directions_are_escaped() {
        assert_eq!(escaped_json("\"a\u{202e}\u{e0041}\u{7f}\""), "\"a\\u202e\\udb40\\udc41\\u007f\"");
        assert!(matches!(escaped_json("{\n  \"a\": \"山\"\n}"), Cow::Borrowed(_)));
    }
}
