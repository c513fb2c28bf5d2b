use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::statistics::MAX_GROUPS;

fn set() -> SharedSet {
    Catalog::built_in().default_diagnosis(Language::En).expect("a diagnosis")
}

fn counted(input: &[u8], threads: usize) -> (Counted, u64) {
    let mut last = 0;
    let threads = NonZero::new(threads).expect("a thread");
    let (counted, error) = count(input, &set(), threads, &mut Ids::default(), &mut |progress| last = progress.done);
    assert!(error.is_none());
    (counted, last)
}

fn named(counted: &Counted) -> Vec<String> {
    counted.broken.first.iter().map(|(number, error)| format!("{number} {error:?}")).collect()
}

/// A line of a company whose answers are all the same.
fn line(industry: &str, choice: &str, end: &str) -> String {
    let mut line = format!("{{\"industry\":\"{industry}\",\"status\":\"complete\"");
    for number in 1..=25 {
        write!(line, ",\"q{number}\":\"{choice}\"").expect("text");
    }
    line + "}" + end
}

#[test]
fn groups_kept_do_not_depend_on_the_number_of_threads() {
    let mut input = String::new();
    for number in 0..MAX_GROUPS + 500 {
        // Neither in the order of names nor against it.
        let number = number * 7919 % (MAX_GROUPS + 500);
        input.push_str(&line(&format!("{number:05}"), "partial", "\n"));
    }
    let (alone, _) = counted(input.as_bytes(), 1);
    for threads in [2, 3, 4] {
        assert_eq!(counted(input.as_bytes(), threads).0.aggregate, alone.aggregate, "{threads} threads");
    }
}

#[test]
fn reasons_are_short_however_long_the_line() {
    let input = line("a", &"x".repeat(500_000), "\n");
    let (counted, _) = counted(input.as_bytes(), 2);
    assert!(named(&counted)[0].len() < 1000);
}

#[test]
fn a_byte_order_mark_before_the_first_line_does_not_matter() {
    let input = format!("\u{feff}{}\u{feff}{}", line("a", "partial", "\n"), line("a", "partial", "\n"));
    let (counted, _) = counted(input.as_bytes(), 2);
    assert_eq!((counted.aggregate.figures().assessments, counted.broken.count), (1, 1));
    assert!(named(&counted)[0].starts_with("2 "), "{:?}", counted.broken);
}

#[test]
fn a_line_without_end_is_broken_and_the_last_that_is_read() {
    let one = NonZero::new(1).expect("a thread");
    let begun = line("a", "partial", "\n");
    let input = begun.as_bytes().chain(io::repeat(0));
    let (read, error) = count(input, &set(), one, &mut Ids::default(), &mut |_| {});
    assert!(error.is_none());
    assert_eq!((read.aggregate.figures().assessments, named(&read).len()), (1, 1));
    // A line that is merely too long is skipped.
    let input = format!("{}\n{begun}", "x".repeat(3 << 20));
    let (counted, _) = counted(input.as_bytes(), 1);
    assert_eq!((counted.aggregate.figures().assessments, counted.broken.count), (1, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn threads_do_not_show_in_the_result(
        lines in proptest::collection::vec((0..9_usize, 1..300_usize), 1..40),
        has_end in any::<bool>(),
    ) {
        let mut input = String::new();
        for (kind, times) in lines {
            for _ in 0..times {
                match kind {
                    0 => input.push('\n'),
                    1 => input.push_str("no JSON\n"),
                    2 => input.push_str("{\"status\":\"in-progress\"}\r\n"),
                    3 => input.push_str("{\"status\":\"complete\",\"q1\":\"unknown\"}\n"),
                    4 => writeln!(input, "{{\"status\":\"complete\",\"q1\":\"{}\"}}", "z".repeat(times)).expect("text"),
                    5 => input.push_str(&line("小売業", "unknown", "\n")),
                    6 => input.push_str(&line("a\\u0062", "implemented", " \n")),
                    _ => input.push_str(&line("製造業", "partial", "\n")),
                }
            }
        }
        if !has_end {
            input.truncate(input.trim_end().len());
        }
        let (alone, done) = counted(input.as_bytes(), 1);
        prop_assert_eq!(done, input.len() as u64);
        for threads in [2, 4] {
            let (shared, _) = counted(input.as_bytes(), threads);
            prop_assert_eq!(&shared.aggregate, &alone.aggregate);
            prop_assert_eq!(named(&shared), named(&alone));
            prop_assert_eq!(shared.broken.count, alone.broken.count);
        }
    }
}
