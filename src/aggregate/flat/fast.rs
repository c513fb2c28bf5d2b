//! Reads lines as `export --format jsonl` writes them, in about three fifths of the time of the JSON parser (measured: 0.36 s
//! against 0.61 s of processor time for 300,000 lines).
//!
//! It knows one flat object without blanks, escapes, fractions or nesting. Anything else is left to the parser, which also
//! finds the words for what is wrong.

use std::borrow::Cow;

use super::{FlatLine, choice, question};
use crate::core::question_set::QuestionSet;

/// The assessment of a line, if the line is exactly as the program writes it.
pub(super) fn read<'a>(line: &'a [u8], set: &QuestionSet) -> Option<FlatLine<'a>> {
    // Without escapes, every text ends at the next quotation mark.
    if line.iter().any(|byte| *byte == b'\\' || *byte < b' ') {
        return None;
    }
    let mut flat = FlatLine::empty(set);
    let mut has_status = false;
    let mut rest = line.strip_prefix(b"{")?;
    // Nearly always, the next question is the one after the last.
    let mut next = 0;
    loop {
        let (key, behind) = text(rest)?;
        let (value, behind) = Value::read(behind.strip_prefix(b":")?)?;
        match key {
            b"id" => flat.id = value.optional_text()?,
            b"status" => {
                has_status = true;
                flat.complete = value.text()? == b"complete";
            }
            b"industry" => flat.industry = value.optional_text()?,
            b"region" => flat.region = value.optional_text()?,
            b"employees" => {
                flat.employees = match value {
                    Value::Number(digits) => Some(str::from_utf8(digits).ok()?.parse().ok()?),
                    Value::Null => None,
                    Value::Text(_) => return None,
                }
            }
            b"merged_from" => {
                flat.merged = match value {
                    Value::Number(digits) => str::from_utf8(digits).ok()?.parse::<u64>().ok()? > 0,
                    Value::Null => false,
                    Value::Text(_) => return None,
                }
            }
            [b'q', number @ ..] => {
                let index = if is_number(number, set, next) { next } else { question(str::from_utf8(key).ok()?, set)? };
                next = index + 1;
                if let Value::Text(id) = value {
                    flat.answers[index] = Some(choice(str::from_utf8(id).ok()?, set)?);
                } else if value != Value::Null {
                    return None;
                }
            }
            // Other keys are ignored. Text that is not UTF-8 is found at the end.
            _ => {}
        }
        match behind {
            [b',', others @ ..] => rest = others,
            b"}" => break,
            _ => return None,
        }
    }
    (has_status && str::from_utf8(line).is_ok()).then_some(flat)
}

/// Whether digits are the number of the question at an index.
fn is_number(digits: &[u8], set: &QuestionSet, index: usize) -> bool {
    let Some(question) = set.questions.get(index) else { return false };
    match digits {
        [one] => usize::from(one.wrapping_sub(b'0')) == question.number,
        [ten, one] if *ten != b'0' => {
            usize::from(ten.wrapping_sub(b'0')) * 10 + usize::from(one.wrapping_sub(b'0')) == question.number
        }
        _ => false,
    }
}

/// A scalar value.
#[derive(Clone, Copy, PartialEq)]
enum Value<'a> {
    Text(&'a [u8]),
    Number(&'a [u8]),
    Null,
}

impl<'a> Value<'a> {
    /// The value at the beginning of the bytes, and the rest.
    fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        match bytes.first()? {
            b'"' => text(bytes).map(|(text, behind)| (Self::Text(text), behind)),
            b'n' => Some((Self::Null, bytes.strip_prefix(b"null")?)),
            _ => {
                let digits = bytes.strip_prefix(b"-").unwrap_or(bytes);
                let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
                // Leading zeros are not allowed.
                if length == 0 || (length > 1 && digits[0] == b'0') {
                    return None;
                }
                let (number, behind) = bytes.split_at(bytes.len() - digits.len() + length);
                Some((Self::Number(number), behind))
            }
        }
    }

    fn text(self) -> Option<&'a [u8]> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    fn optional_text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) => str::from_utf8(text).ok().map(Cow::Borrowed),
            Self::Null => Some(Cow::Borrowed("")),
            Self::Number(_) => None,
        }
    }
}

/// A text without its quotation marks, and the rest.
fn text(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let inner = bytes.strip_prefix(b"\"")?;
    let end = memchr::memchr(b'"', inner)?;
    Some((&inner[..end], &inner[end + 1..]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use std::cell::Cell;

    use serde::de::DeserializeSeed;

    use super::super::Seed;
    use super::*;
    use crate::core::catalog::Catalog;
    use crate::core::language::Language;

    fn set() -> crate::core::question_set::SharedSet {
        Catalog::built_in().default_diagnosis(Language::En).expect("a diagnosis")
    }

    fn parse<'a>(line: &'a [u8], set: &QuestionSet) -> Option<FlatLine<'a>> {
        let mut parser = serde_json::Deserializer::from_slice(line);
        let flat = Seed { set, fault: &Cell::new(None) }.deserialize(&mut parser).ok()?;
        parser.end().ok().map(|()| flat)
    }

    #[test]
    fn exported_line_is_read_fast() {
        let line = r#"{"id":"a","industry":"製造業","region":null,"employees":12,"status":"complete","points":-3,"q1":"partial","q25":null}"#;
        let flat = read(line.as_bytes(), &set()).expect("the fast reader");
        assert_eq!((flat.complete, &*flat.industry, &*flat.region, flat.employees), (true, "製造業", "", Some(12)));
        assert_eq!((flat.answers[0], flat.answers[24]), (Some(1), None));
    }

    proptest! {
        #[test]
        fn fast_reader_agrees_with_the_parser(
            pieces in proptest::collection::vec(prop_oneof![
                Just("\"status\":\"complete\""), Just("\"id\":\"a1\""), Just("\"id\":7"), Just("\"id\":null"), Just("\"id\":{}"), Just("\"industry\":\"製造業\""), Just("\"industry\":3"),
                Just("\"employees\":12"), Just("\"employees\":-1"), Just("\"employees\":012"), Just("\"employees\":1.0"),
                Just("\"employees\":99999999999"), Just("\"q1\":\"partial\""), Just("\"q2\":\"nonsense\""),
                Just("\"q25\":null"), Just("\"q26\":\"x\""), Just("\"q01\":\"partial\""), Just("\"q3\":[1]"),
                Just("\"q\":1"), Just("\"x\":{\"q1\":\"partial\"}"), Just("\"a\\u0041\":\"\\n\""), Just("\"x\": 1"),
                Just("\"status\":null"), Just("\"merged_from\":2"), Just("\"merged_from\":-2"), Just("\"merged_from\":null"), Just("\"p1\":true"), Just(""),
            ], 0..6),
            tail in prop_oneof![Just("}"), Just("} "), Just("}x"), Just(""), Just(",}")],
        ) {
            let line = format!("{{{}{tail}", pieces.join(","));
            if let Some(flat) = read(line.as_bytes(), &set()) {
                prop_assert_eq!(Some(flat), parse(line.as_bytes(), &set()), "{}", line);
            }
        }
    }
}
