//! A cache of wrapped texts: every key redraws the whole screen, and most of its texts are those of the previous frame.

use std::cell::RefCell;
use std::collections::VecDeque;

use super::wrap::wrap as wrap_uncached;

/// The shortest text that is cached, in bytes. Wrapping a shorter one takes no longer than a lookup.
const MIN_CACHED_LEN: usize = 40;

/// How many texts are cached: those of a few screens. The oldest is dropped first.
const MAX_ENTRIES: usize = 32;

/// A text with its lines.
struct Entry {
    text: String,
    cells: usize,
    lines: Vec<String>,
}

thread_local! {
    static CACHE: RefCell<VecDeque<Entry>> = const { RefCell::new(VecDeque::new()) };
}

/// Breaks a text into lines of at most `cells` terminal cells, cleaned; the rules are those of the module `wrap`. Results are
/// cached for each thread.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    if text.len() < MIN_CACHED_LEN {
        return wrap_uncached(text, cells);
    }
    CACHE.with_borrow_mut(|cache| {
        if let Some(entry) = cache.iter().find(|entry| entry.cells == cells && entry.text == text) {
            return entry.lines.clone();
        }
        let lines = wrap_uncached(text, cells);
        if cache.len() == MAX_ENTRIES {
            cache.pop_front();
        }
        cache.push_back(Entry { text: text.to_owned(), cells, lines: lines.clone() });
        lines
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cached_lines_equal_uncached_ones() {
        let texts: Vec<String> =
            (0..100).map(|number| format!("{number}番目の文は、折り返すのに十分な長さがあります。")).collect();
        for _ in 0..3 {
            for text in &texts {
                for cells in [20, 21] {
                    assert_eq!(wrap(text, cells), wrap_uncached(text, cells));
                    assert_eq!(wrap(text, cells), wrap_uncached(text, cells));
                }
            }
        }
        CACHE.with_borrow(|cache| assert_eq!(cache.len(), MAX_ENTRIES));
    }
}
