//! "Did you mean …": the known word nearest to an unknown one.

/// Words longer than this are not compared; nobody mistypes them by a letter or two, and comparing costs their square.
const MAX_LEN: usize = 64;

/// The candidate that a person most likely meant by a word, if any is near enough.
pub fn nearest<'candidate>(
    word: &str,
    candidates: impl IntoIterator<Item = &'candidate str>,
) -> Option<&'candidate str> {
    let letters: Vec<char> = word.chars().take(MAX_LEN + 1).collect();
    if letters.len() > MAX_LEN {
        return None;
    }
    let allowed = letters.len().div_ceil(3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|candidate| (distance(&letters, candidate), candidate))
        .filter(|(distance, _)| (1..=allowed).contains(distance))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be added, removed or replaced to get from one word to the other.
fn distance(word: &[char], candidate: &str) -> usize {
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (line, letter) in candidate.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        for (column, other) in word.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[word.len()]
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
