//! Texts that mean the same however they are typed: half-width forms of what a Japanese input method types in full width, and
//! the form in which names are compared.

use unicode_normalization::UnicodeNormalization;

/// The half-width form of a full-width letter, digit or sign (U+FF01 to U+FF5E) and of the ideographic space; every other
/// character stays as it is.
///
/// ```
/// use hoshitori::input::fold::half_width;
///
/// assert_eq!("Ｒ８，１人".chars().map(half_width).collect::<String>(), "R8,1人");
/// ```
pub fn half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        // The full-width forms stand in the order of ASCII, U+FEE0 further on.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        other => other,
    }
}

/// The form in which names are compared. Width and composed letters (NFKC), case, hiragana and katakana, and how wide a blank
/// is make no difference; each name is still shown as it was typed.
///
/// ```
/// use hoshitori::input::fold::folded;
///
/// assert_eq!(folded(" ｻｰﾋﾞｽ業　"), folded("サービス業"));
/// assert_eq!(folded("ＩＴ  Services"), folded("it services"));
/// assert_eq!(folded("ばね"), folded("バネ"));
/// ```
pub fn folded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.nfkc().collect::<String>().split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase).map(katakana));
    }
    out
}

/// The katakana of a hiragana; every other character stays as it is.
fn katakana(character: char) -> char {
    match character {
        // Both stand in the same order, U+60 apart.
        '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309e}' => {
            char::from_u32(u32::from(character) + 0x60).unwrap_or(character)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_however_they_are_typed() {
        for (one, other) in [
            ("製造業", " 製造業\u{3000}"),
            ("サービス業", "ｻｰﾋﾞｽ業"),
            ("ＩＴ", "it"),
            ("カ\u{3099}ス", "ガス"),
            ("ひらがな・ゔゝ", "ヒラガナ・ヴヽ"),
            ("東京 本社", "東京\u{3000} 本社"),
            ("㈱山田", "(株)山田"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
        assert_ne!(folded("製造業"), folded("製造"));
        assert_ne!(folded("ハハ"), folded("パパ"));
        assert_eq!(folded(" \u{3000}"), "");
    }
}
