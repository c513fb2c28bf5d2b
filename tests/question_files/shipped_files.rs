//! The shipped files have no fault and are what the scheme says.

use hoshitori::core::language::Language;
use hoshitori::core::question_set::{Kind, QuestionSet, check_versions, parse};
use hoshitori::text::width;

use super::{FILES, file};

fn set(path: &str) -> QuestionSet {
    parse(&file(path)).unwrap_or_else(|faults| panic!("{path}: {faults:#?}"))
}

#[test]
fn every_file_is_read_without_fault() {
    for path in FILES {
        let set = set(path);
        assert!(path.contains(&set.id), "{path} holds {}", set.id);
        assert!(
            path.contains(&format!("/{}", set.language.code())) || path.contains(&format!(".{}.", set.language.code()))
        );
        assert!(set.questions.iter().enumerate().all(|(index, question)| question.number == index + 1));
    }
}

#[test]
fn language_versions_agree() {
    let sets: Vec<QuestionSet> = FILES.map(set).into();
    let named: Vec<(&str, &QuestionSet)> = FILES.into_iter().zip(&sets).collect();
    assert_eq!(check_versions(&named), []);
}

#[test]
fn byte_order_mark_and_windows_line_ends_change_nothing() {
    for path in FILES {
        let text = file(path);
        let from_windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(parse(&from_windows), parse(&text), "{path}");
    }
}

#[test]
fn principles_are_five_and_six_and_begin_alike() {
    for language in Language::ALL {
        let five = set(&format!("questions/{}/five-principles.toml", language.code()));
        let six = set(&format!("questions/{}/six-principles.toml", language.code()));
        assert_eq!((five.kind, six.kind), (Kind::Checklist, Kind::Checklist));
        let ids = |set: &QuestionSet| set.questions.iter().map(|question| question.id.clone()).collect::<Vec<_>>();
        let expected =
            ["software-updates", "antivirus", "strong-passwords", "sharing-settings", "threat-awareness", "backups"];
        assert_eq!(ids(&five), expected[..5]);
        assert_eq!(ids(&six), expected);
        for set in [five, six] {
            let choices: Vec<(&str, bool)> = set.choices.iter().map(|c| (c.id.as_str(), c.counts)).collect();
            assert_eq!(choices, [("doing", true), ("will-do", true), ("undecided", false)]);
        }
    }
}

#[test]
fn diagnosis_has_25_questions_in_three_parts_and_four_bands() {
    for language in Language::ALL {
        let set = set(&format!("questions/{}/self-diagnosis.toml", language.code()));
        assert_eq!((set.kind, set.id.as_str(), set.questions.len()), (Kind::Diagnosis, "self-diagnosis", 25));
        let parts: Vec<(&str, usize)> = set
            .categories
            .iter()
            .map(|part| (part.id.as_str(), set.questions.iter().filter(|q| q.category == part.id).count()))
            .collect();
        assert_eq!(parts, [("basic", 5), ("employee", 13), ("organization", 7)]);
        assert!(set.questions.is_sorted_by_key(|q| set.categories.iter().position(|part| part.id == q.category)));
        let choices: Vec<(&str, i32)> = set.choices.iter().map(|c| (c.id.as_str(), c.points)).collect();
        assert_eq!(choices, [("implemented", 4), ("partial", 2), ("not-implemented", 0), ("unknown", -1)]);
        let bands: Vec<(&str, i32, i32)> = set.bands.iter().map(|b| (b.id.as_str(), b.min, b.max)).collect();
        assert_eq!(bands, [("100", 100, 100), ("70-99", 70, 99), ("50-69", 50, 69), ("0-49", -25, 49)]);
        let ids: Vec<&str> = set.questions.iter().map(|question| question.id.as_str()).collect();
        assert_eq!(
            ids,
            [
                "software-updates",
                "antivirus",
                "strong-passwords",
                "access-control",
                "threat-awareness",
                "email-attachments",
                "misdirected-mail",
                "protected-attachments",
                "wireless-lan",
                "internet-use",
                "backups",
                "secure-storage",
                "taking-out",
                "screen-lock",
                "visitor-control",
                "equipment-theft",
                "locking-up",
                "disposal",
                "confidentiality-duty",
                "training",
                "personal-devices",
                "partner-contracts",
                "external-services",
                "incident-response",
                "written-rules",
            ]
        );
    }
}

#[test]
fn texts_keep_to_the_room_that_screens_have_for_them() {
    for path in FILES {
        let set = set(path);
        let widest_group = if set.language == Language::Ja { 10 } else { 14 };
        assert!(width(&set.short_title) <= 12, "{path}: {}", set.short_title);
        for group in &set.groups {
            assert!(width(&group.title) <= widest_group, "{path}: {}", group.title);
        }
        for question in &set.questions {
            assert!((2..=4).contains(&question.examples.len()), "{path}: {}", question.id);
            for example in &question.examples {
                assert!(width(example) <= 48, "{path}: {example}");
            }
            assert!(width(&question.text) <= 2 * 76, "{path}: {}", question.text);
            assert!(width(&question.why) <= 3 * 76, "{path}: {}", question.why);
        }
        if set.id == "self-diagnosis" {
            assert!((5..=8).contains(&set.groups.len()), "{path}");
            assert!(set.questions.iter().all(|question| !question.measure.is_empty()), "{path}");
        }
    }
}

#[test]
fn every_question_says_something_of_its_own() {
    for path in FILES {
        let set = set(path);
        let mut texts: Vec<&str> = set.questions.iter().map(|question| question.text.as_str()).collect();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), set.questions.len(), "{path} asks the same twice, or is a stand-in");
    }
}

#[test]
fn the_example_has_another_shape() {
    let set = set("examples/question-sets/shop-opening.ja.toml");
    assert_eq!((set.categories.len(), set.choices.len(), set.questions.len(), set.bands.len()), (2, 3, 7, 3));
    assert_eq!((set.least_points(), set.most_points()), (0, 3));
}

#[test]
fn no_text_says_that_a_company_was_certified() {
    for path in FILES {
        let text = file(path).to_lowercase();
        for word in ["認定", "認証取得", "合格", "certified", "approved"] {
            assert!(!text.contains(word), "{path} says {word}");
        }
    }
}
