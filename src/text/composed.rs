//! Kana whose sound mark is a character of its own, as in the names of files on a Mac.

use std::borrow::Cow;

const VOICED: char = '\u{3099}';
const SEMI_VOICED: char = '\u{309a}';

/// A text in which kana and their sound marks are one character each, as they are typed: か and ゛ become が. Texts are the
/// same to a person in either form, and compared in this one.
pub fn composed(text: &str) -> Cow<'_, str> {
    if !text.contains([VOICED, SEMI_VOICED]) {
        return Cow::Borrowed(text);
    }
    let mut composed = String::with_capacity(text.len());
    for character in text.chars() {
        match composed.chars().next_back().and_then(|kana| marked(kana, character)) {
            Some(marked) => {
                composed.pop();
                composed.push(marked);
            }
            None => composed.push(character),
        }
    }
    Cow::Owned(composed)
}

/// A kana with a sound mark, if there is such a one.
fn marked(kana: char, mark: char) -> Option<char> {
    // Unicode has each kana that takes a mark right before the one that has it.
    let later = |count: u32| char::from_u32(u32::from(kana) + count);
    // Katakana stand as far behind their hiragana.
    let hiragana = match kana {
        'ァ'..='ヶ' => char::from_u32(u32::from(kana) - 0x60)?,
        other => other,
    };
    match (hiragana, mark) {
        ('う', VOICED) => later(0x4e),
        (
            'か' | 'き' | 'く' | 'け' | 'こ' | 'さ' | 'し' | 'す' | 'せ' | 'そ' | 'た' | 'ち' | 'つ' | 'て' | 'と',
            VOICED,
        )
        | ('は' | 'ひ' | 'ふ' | 'へ' | 'ほ', VOICED) => later(1),
        ('は' | 'ひ' | 'ふ' | 'へ' | 'ほ', SEMI_VOICED) => later(2),
        _ => None,
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
