//! Classes of characters for line breaks, cleaning and spreadsheets. The only place with Japanese signs in `text`.

/// Chinese characters and their mark of repetition.
pub(super) const fn is_kanji(character: char) -> bool {
    matches!(character, '々' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Hiragana with their marks.
pub(super) const fn is_hiragana(character: char) -> bool {
    matches!(character, 'ぁ'..='ゟ')
}

/// Katakana with their marks, half-width ones included.
pub(super) const fn is_katakana(character: char) -> bool {
    matches!(character, 'ァ'..='ヿ' | 'ｦ'..='ﾟ')
}

/// Signs after which a reader pauses.
pub(super) const fn is_pause(character: char) -> bool {
    matches!(character, '、' | '。' | '，' | '．' | '！' | '？' | '／')
}

/// Comma and full stop of Japanese text.
pub(super) const COMMA_AND_STOP: [char; 2] = ['、', '。'];

/// Characters that must not begin a line: closing ones, small kana, marks of repetition and length.
#[rustfmt::skip]
pub(super) const fn begins_no_line(character: char) -> bool {
    matches!(
        character,
        '、' | '。' | '，' | '．' | '・' | '：' | '；' | '？' | '！' | '゛' | '゜' | '…' | '‥' | '％' | '℃' | '〜' | '～' | '）' | '〕' | '］'
        | '｝' | '〉' | '》' | '」' | '』' | '】' | '〙' | '〗' | '〟' | '’' | '”' | '»' | '､' | '｡' | '｣' | '･' | ')' | ']' | '}' | ',' | '.' | '!' | '?' | ':' | ';' | '%' | '／'
        // Small kana, also half-width with their long-vowel mark and sound marks, and those for Ainu.
        | 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ' | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ヵ' | 'ヶ'
        | 'ｧ'..='ｰ' | 'ﾞ' | 'ﾟ' | 'ㇰ'..='ㇿ'
        // Marks of repetition and length.
        | 'ヽ' | 'ヾ' | 'ゝ' | 'ゞ' | '々' | '〻' | 'ー'
    )
}

/// Characters that must not end a line: opening ones.
#[rustfmt::skip]
pub(super) const fn ends_no_line(character: char) -> bool {
    matches!(character, '（' | '〔' | '［' | '｛' | '〈' | '《' | '「' | '『' | '【' | '〘' | '〖' | '〝' | '‘' | '“' | '«' | '｢' | '(' | '[' | '{')
}

/// Signs with which a spreadsheet takes a text for a formula, full-width ones included.
pub(super) const fn begins_formula(character: char) -> bool {
    matches!(character, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}
