//! Letters whose marks are characters of their own, as in the names of files on a Mac.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A text in which letters and their marks are one character each, as they are typed: か and ゛ become が (Unicode's NFC). Texts
/// are the same to a person in either form, and compared in this one.
pub fn composed(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfc().collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_their_own_join_their_kana() {
        assert_eq!(
            composed("か\u{3099}つこう ホ\u{309a}ンフ\u{309a} ヒ\u{3099}ル ウ\u{3099}"),
            "がつこう ポンプ ビル ヴ"
        );
        assert_eq!(composed("う\u{3099}と\u{3099}"), "ゔど");
    }

    #[test]
    fn everything_else_stays() {
        for text in ["", "山田製作所", "あ\u{3099}", "\u{3099}", "が\u{3099}", "é"] {
            assert_eq!(composed(text), text);
        }
    }
}
