//! Half-width forms of what a Japanese input method types in full width.

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
