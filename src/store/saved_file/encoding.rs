//! From bytes to text: what is not UTF-8 text is told apart by what it is.

use crate::core::fault::{Fault, Position};

/// The text of a file: UTF-8, a byte order mark at the beginning passed over.
///
/// # Errors
///
/// The file is empty, holds NUL characters or bare carriage returns, or is in another encoding.
pub fn decode(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Fault::of_file(
            "文字コードがUTF-16です。UTF-8で保存し直してください。",
            "the encoding is UTF-16; save the file as UTF-8.",
        ));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Fault::of_file(
            "ファイルに何も書かれていません。バックアップがあれば戻してください。",
            "the file is empty; put a backup in its place if there is one.",
        ));
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(Fault::at(
            place(bytes, offset),
            "NUL文字（文字コード0）が入っています。テキストファイルではありません。バックアップがあれば戻してください。",
            "there is a NUL character (code 0), so this is not a text file; put a backup in its place if there is one.",
        ));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Fault::at(
            place(bytes, error.valid_up_to()),
            "UTF-8ではない文字があります（Shift_JISなど別の文字コードかもしれません）。UTF-8で保存し直してください。",
            "this is not UTF-8 (perhaps Shift_JIS or another encoding); save the file as UTF-8.",
        )
    })?;
    let bare = |(offset, _): &(usize, &str)| bytes.get(offset + 1) != Some(&b'\n');
    if let Some((offset, _)) = text.match_indices('\r').find(bare) {
        return Err(Fault::at(
            place(bytes, offset),
            "改行がCRだけになっています。行の終わりをLFかCRLFにして保存し直してください。",
            "a line ends in a carriage return alone; save the file with LF or CRLF line ends.",
        ));
    }
    Ok(text)
}

/// The place of an offset, counted in the text before it, which may not be text after all.
fn place(bytes: &[u8], offset: usize) -> Position {
    let before = String::from_utf8_lossy(bytes.get(..offset).unwrap_or_default());
    Position::of_offset(&before, before.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(bytes: &[u8]) -> Option<(usize, usize)> {
        decode(bytes).expect_err("not text").position.map(|position| (position.line, position.column))
    }

    #[test]
    fn what_is_not_text_is_told_with_its_place() {
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
