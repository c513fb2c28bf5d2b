//! Whatever a file holds, reading it ends, without panic, and each fault lies within the file.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use hoshitori::core::question_set::parse;
use hoshitori::input::Fault;
use proptest::prelude::*;

use super::{DIAGNOSIS, FILES, english, file, japanese};

/// Reads a text and checks what must hold of every fault. Returns whether there were none.
fn survives(text: &str) -> bool {
    let Err(faults) = parse(text) else { return true };
    assert!(!faults.is_empty(), "refused without a reason: {text:?}");
    // A byte order mark counts as no column.
    let lines: Vec<&str> = text.strip_prefix('\u{feff}').unwrap_or(text).split('\n').collect();
    for fault in &faults {
        assert!(japanese(fault).ends_with(['。', 'か']), "{}", japanese(fault));
        assert!(english(fault).ends_with(['.', '?']), "{}", english(fault));
        if let Some(position) = fault.position() {
            let line = lines.get(position.line - 1).unwrap_or_else(|| panic!("{position} is beyond {text:?}"));
            let length = line.chars().count();
            assert!((1..=length + 1).contains(&position.column), "{position} is beyond the end of {line:?}");
        }
    }
    assert!(faults.iter().filter_map(Fault::position).is_sorted());
    false
}

/// Pieces from which texts close to question files are made.
fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        proptest::sample::select(vec![
            "[[questions]]\n",
            "[questions]\n",
            "[[choices]]\n",
            "[groups.x]\n",
            "[[groups.x]]\n",
            "schema = 1\n",
            "kind = \"diagnosis\"\n",
            "kind = \"checklist\"\n",
            "id = \"a\"\n",
            "points = 1\n",
            "id = ",
            "= ",
            "\"",
            "'''",
            "\"\"\"",
            "[",
            "]",
            "{",
            "}",
            "[[",
            "]]",
            ",",
            "\n",
            "\r",
            "\r\n",
            "\0",
            "\u{feff}",
            "#",
            ".",
            "\\",
            "\\u",
            "1979-05-27",
            "1e99",
            "0x",
            "inf",
            "nan",
            "+",
            "-",
            "あ",
            "\u{202e}",
            "categories.a = 1\n",
            "questions = [{ id = \"x\" }, 3]\n",
            "choices = 5\n",
            "bands = []\n",
            "title.a.b = { c = [1, { d = 2 }] }\n",
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn any_text(text in any::<String>()) {
        survives(&text);
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        survives(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn pieces_of_question_files(fragments in proptest::collection::vec(fragment(), 0..40)) {
        survives(&fragments.concat());
    }

    #[test]
    fn pieces_among_a_good_file(at in any::<prop::sample::Index>(), fragments in proptest::collection::vec(fragment(), 1..4)) {
        let places: Vec<usize> = DIAGNOSIS.char_indices().map(|(offset, _)| offset).collect();
        let (before, after) = DIAGNOSIS.split_at(*at.get(&places));
        survives(&format!("{before}{}{after}", fragments.concat()));
    }

    #[test]
    fn shipped_files_with_a_character_changed(
        path in proptest::sample::select(FILES.to_vec()), at in any::<prop::sample::Index>(), other in any::<char>(),
    ) {
        let mut characters: Vec<char> = file(path).chars().collect();
        *at.get_mut(&mut characters) = other;
        survives(&characters.into_iter().collect::<String>());
    }

    #[test]
    fn shipped_files_with_two_lines_exchanged(
        path in proptest::sample::select(FILES.to_vec()), a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>(),
    ) {
        let text = file(path);
        let mut lines: Vec<&str> = text.lines().collect();
        let (a, b) = (a.index(lines.len()), b.index(lines.len()));
        lines.swap(a, b);
        survives(&lines.join("\n"));
    }
}

#[test]
fn shipped_files_without_any_one_line() {
    for path in FILES {
        let text = file(path);
        let lines: Vec<&str> = text.lines().collect();
        for missing in 0..lines.len() {
            let rest: Vec<&str> =
                lines.iter().enumerate().filter(|(line, _)| *line != missing).map(|(_, line)| *line).collect();
            survives(&rest.join("\n"));
        }
    }
}

#[test]
fn shipped_files_with_any_one_line_twice() {
    for path in FILES {
        let text = file(path);
        let lines: Vec<&str> = text.lines().collect();
        for twice in 0..lines.len() {
            let mut changed = lines.clone();
            changed.insert(twice, lines[twice]);
            let is_without_fault = survives(&changed.join("\n"));
            let line = lines[twice].trim();
            let means_nothing = line.is_empty() || line.starts_with('#');
            let is_of_an_array = line.starts_with('"') || line == "]";
            assert!(means_nothing || is_of_an_array || !is_without_fault, "{path}: {line:?} twice is no fault");
        }
    }
}

#[test]
fn shipped_files_cut_at_every_character() {
    for path in ["questions/ja/five-principles.toml", "examples/question-sets/shop-opening.ja.toml"] {
        let text = file(path);
        for (offset, _) in text.char_indices() {
            survives(&text[..offset]);
        }
    }
}

#[test]
fn deep_nesting_and_long_lines_end_soon() {
    let begin = Instant::now();
    let mut unknown = String::new();
    for number in 0..40_000 {
        let _ = writeln!(unknown, "k{number} = [{{ a = 1 }}]");
    }
    for text in [
        format!("a = {}", "[".repeat(200_000)),
        format!("a = {}", "{ a = ".repeat(100_000)),
        format!("a = {}1{}", "[".repeat(79), "]".repeat(79)),
        format!("{} = 1", vec!["a"; 100_000].join(".")),
        "=\n".repeat(200_000),
        "\0".repeat(500_000),
        "\r".repeat(500_000),
        format!("a = \"{}\"", "\u{300}".repeat(200_000)),
        "[[questions]]\n".repeat(30_000),
        "[[questions]]\nid = \"x\"\n".repeat(20_000),
        unknown,
    ] {
        assert!(!survives(&text));
    }
    // Far more than it takes even without optimisation; what is to be excluded is work that grows with the square.
    assert!(begin.elapsed() < Duration::from_secs(60), "{:?}", begin.elapsed());
}
