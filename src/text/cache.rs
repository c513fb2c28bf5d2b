//! Texts as they were wrapped before: every key draws the whole screen anew, and most of its texts are those of the frame
//! before.

use std::cell::RefCell;
use std::collections::VecDeque;

use super::wrap::wrap as wrap_anew;

/// A shorter text, in bytes, is wrapped as quickly as it is found again.
const WORTH_REMEMBERING: usize = 40;

/// How many texts are remembered: those of a few screens.
const MAX_ENTRIES: usize = 32;

/// A text with its lines.
struct Wrapped {
    text: String,
    cells: usize,
    lines: Vec<String>,
}

thread_local! {
    static WRAPPED: RefCell<VecDeque<Wrapped>> = const { RefCell::new(VecDeque::new()) };
}

/// Breaks a text into lines of at most `cells`, cleaned; see the module `wrap` for the rules. What was broken before is
/// remembered.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    if text.len() < WORTH_REMEMBERING {
        return wrap_anew(text, cells);
    }
    WRAPPED.with_borrow_mut(|wrapped| {
        if let Some(known) = wrapped.iter().find(|known| known.cells == cells && known.text == text) {
            return known.lines.clone();
        }
        let lines = wrap_anew(text, cells);
        if wrapped.len() == MAX_ENTRIES {
            wrapped.pop_front();
        }
        wrapped.push_back(Wrapped { text: text.to_owned(), cells, lines: lines.clone() });
        lines
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_would_be_done_anew() {
        let texts: Vec<String> =
            (0..100).map(|number| format!("{number}番目の文は、折り返すのに十分な長さがあります。")).collect();
        for _ in 0..3 {
            for text in &texts {
                for cells in [20, 21] {
                    assert_eq!(wrap(text, cells), wrap_anew(text, cells));
                    assert_eq!(wrap(text, cells), wrap_anew(text, cells));
                }
            }
        }
        WRAPPED.with_borrow(|wrapped| assert_eq!(wrapped.len(), MAX_ENTRIES));
    }
}
