//! From bytes to text. What is not the text that it should be is refused with the reason.

use std::borrow::Cow;

use super::{EncodingFault, Fault, Location, Position};

/// The byte order mark of UTF-8, which some editors put at the beginning.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of a question file, a saved file or the settings: UTF-8 without NUL and without bare carriage returns. A byte
/// order mark at the beginning is skipped.
///
/// # Errors
///
/// The file is empty or not such a text; with the position where there is one.
///
/// ```
/// use hoshitori::input::encoding::decode;
///
/// assert_eq!(decode("\u{feff}a = 1\r\n".as_bytes()), Ok("a = 1\r\n"));
/// assert!(decode(b"a = \"\x90\xaf\"").is_err());
/// ```
pub fn decode(bytes: &[u8]) -> Result<&str, Fault> {
    refuse_utf16(bytes)?;
    let bytes = without_mark(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Fault::of_file(EncodingFault::Empty));
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(at(bytes, offset, EncodingFault::Nul));
    }
    let text = utf8(bytes)?;
    let is_bare = |(offset, _): &(usize, &str)| bytes.get(offset + 1) != Some(&b'\n');
    match text.match_indices('\r').find(is_bare) {
        Some((offset, _)) => Err(at(bytes, offset, EncodingFault::BareCarriageReturn)),
        None => Ok(text),
    }
}

/// The text of a JSON document: UTF-8, a byte order mark at the beginning skipped.
///
/// # Errors
///
/// It is in another encoding.
pub fn decode_json(bytes: &[u8]) -> Result<&str, Fault> {
    refuse_utf16(bytes)?;
    utf8(without_mark(bytes))
}

/// The text of a table of comma-separated values: UTF-8 with or without byte order mark, or `Shift_JIS` as Japanese Excel
/// saves it.
///
/// # Errors
///
/// It is in another encoding or holds a NUL character.
pub fn decode_table(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    refuse_utf16(bytes)?;
    let bytes = without_mark(bytes);
    if bytes.contains(&0) {
        return Err(Fault::of_file(EncodingFault::Nul));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(_) => from_shift_jis(bytes).ok_or_else(|| Fault::of_file(EncodingFault::NotUtf8OrShiftJis)),
    }
}

/// The text of bytes in `Shift_JIS`; `None` where they are not.
pub fn from_shift_jis(bytes: &[u8]) -> Option<Cow<'_, str>> {
    encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes)
}

/// The bytes after a byte order mark of UTF-8, if there is one.
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(MARK).unwrap_or(bytes)
}

fn refuse_utf16(bytes: &[u8]) -> Result<(), Fault> {
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if is_utf16 { Err(Fault::of_file(EncodingFault::Utf16)) } else { Ok(()) }
}

fn utf8(bytes: &[u8]) -> Result<&str, Fault> {
    std::str::from_utf8(bytes).map_err(|error| at(bytes, error.valid_up_to(), EncodingFault::NotUtf8))
}

/// A fault at an offset, its position counted in the bytes before it, which may not be text either.
fn at(bytes: &[u8], offset: usize, kind: EncodingFault) -> Fault {
    let before = String::from_utf8_lossy(bytes.get(..offset).unwrap_or_default());
    Fault::new(Location::Position(Position::of_offset(&before, before.len())), kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(bytes: &[u8]) -> Option<(usize, usize)> {
        decode(bytes).expect_err("not text").position().map(|position| (position.line, position.column))
    }

    #[test]
    fn what_is_not_text_is_refused_with_its_position() {
        assert_eq!(position(b""), None);
        assert_eq!(position(b" \r\n"), None);
        assert_eq!(position(b"a = 1\nb\0"), Some((2, 2)));
        assert_eq!(position(b"\xef\xbb\xbfa\rb"), Some((1, 2)));
        assert_eq!(position(b"name = \"\x90\xaf\x8e\xe6\"\n"), Some((1, 9)));
        assert_eq!(
            position("\u{feff}あ".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice()),
            None
        );
        assert_eq!(
            position("a = 1".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice()),
            Some((1, 2))
        );
    }

    #[test]
    fn byte_order_mark_and_crlf_are_accepted() {
        assert_eq!(decode(b"\xef\xbb\xbfa\r\nb"), Ok("a\r\nb"));
    }
}
