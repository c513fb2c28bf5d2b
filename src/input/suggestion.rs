//! "Did you mean …": the known word nearest to an unknown one.

use strsim::levenshtein;

/// Words longer than this are not compared: nobody mistypes them by a letter or two, and the cost grows with the square.
const MAX_LEN: usize = 64;

/// The candidate that a person most likely meant by a word, if any is near enough: at most one letter in three may differ,
/// and never more than three. The word itself is not a suggestion.
///
/// ```
/// use hoshitori::input::suggestion::nearest;
///
/// assert_eq!(nearest("titel", ["title", "text"]), Some("title"));
/// assert_eq!(nearest("weight", ["title", "text"]), None);
/// ```
pub fn nearest<'candidate>(
    word: &str,
    candidates: impl IntoIterator<Item = &'candidate str>,
) -> Option<&'candidate str> {
    let length = word.chars().take(MAX_LEN + 1).count();
    if length > MAX_LEN {
        return None;
    }
    let max_distance = length.div_ceil(3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|candidate| (levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| (1..=max_distance).contains(distance))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let keys = ["title", "text", "topic", "first_step", "fuller_measure"];
        assert_eq!(nearest("titel", keys), Some("title"));
        assert_eq!(nearest("first-step", keys), Some("first_step"));
        assert_eq!(nearest("fuler_mesure", keys), Some("fuller_measure"));
        assert_eq!(nearest("weight", keys), None);
        assert_eq!(nearest("", keys), None);
        assert_eq!(nearest(&"t".repeat(100_000), keys), None);
    }
}
