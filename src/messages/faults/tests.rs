use super::*;
use crate::core::language::Language;
use crate::core::merge::SetName;
use crate::input::{Limit, OutlineFault, Position, ValueType};
use crate::messages::messages;

/// A fault of every kind, with values by which their sentences can be told apart.
fn faults() -> Vec<Fault> {
    let quoted = || Quoted::new("x");
    let position = Position { line: 4, column: 11 };
    let first = Location::Row { line: 2, column: Some(quoted()) };
    let mut kinds: Vec<FaultKind> = vec![
        FaultKind::BadSetting(quoted()),
        FaultKind::UnknownSetting(quoted()),
        FaultKind::Unreadable,
        FaultKind::More,
    ];
    kinds.extend(
        [
            EncodingFault::Empty,
            EncodingFault::Utf16,
            EncodingFault::Nul,
            EncodingFault::NotUtf8,
            EncodingFault::NotUtf8OrShiftJis,
            EncodingFault::BareCarriageReturn,
        ]
        .map(FaultKind::from),
    );
    kinds.extend(
        [
            AnswerFault::UnknownSet { name: quoted(), known: Vec::new() },
            AnswerFault::UnknownSet { name: quoted(), known: vec![quoted()] },
            AnswerFault::UnknownQuestion { set: quoted(), id: quoted() },
            AnswerFault::UnknownQuestion { set: quoted(), id: Quoted::default() },
            AnswerFault::UnknownNumber { set: quoted(), number: quoted(), last: 25 },
            AnswerFault::OtherNumber { id: quoted(), number: 3, found: quoted() },
            AnswerFault::UnknownChoice { found: quoted(), choices: vec![quoted(), quoted()] },
            AnswerFault::AnsweredTwice { id: quoted(), first: Some(first) },
            AnswerFault::AnsweredTwice { id: quoted(), first: None },
        ]
        .map(FaultKind::from),
    );
    kinds.extend(
        [
            SavedFileFault::NoSchema,
            SavedFileFault::BadSchema { newest: 1 },
            SavedFileFault::Cut,
            SavedFileFault::FewAnswers { wanted: 7, found: 6 },
            SavedFileFault::BadId,
            SavedFileFault::OutlineUnreadable,
            SavedFileFault::OutlineWrong(OutlineFault::QuestionCount),
            SavedFileFault::OutlineWrong(OutlineFault::ChoiceCount),
            SavedFileFault::OutlineWrong(OutlineFault::Twice(quoted())),
            SavedFileFault::OutlineWrong(OutlineFault::Choice(quoted())),
            SavedFileFault::OutlineWrong(OutlineFault::Category(quoted())),
        ]
        .map(FaultKind::from),
    );
    kinds.extend(
        [
            QuestionSetFault::WrongEnd { limit: Limit::Min, found: 1, lowest: 0, highest: 9 },
            QuestionSetFault::WrongEnd { limit: Limit::Max, found: 1, lowest: 0, highest: 9 },
            QuestionSetFault::OverlappingBand { other: position, min: 1, max: 2 },
        ]
        .map(FaultKind::from),
    );
    kinds.push(
        FieldFault::NotOneOf { key: quoted(), found: quoted(), words: Box::new(["a", "b"]), meant: Some("a") }.into(),
    );
    kinds.push(FieldFault::UsedBefore { key: quoted(), value: quoted(), first: position }.into());
    kinds.push(FieldFault::Malformed { key: quoted(), found: quoted(), wanted: ValueType::Place }.into());
    kinds.push(SyntaxFault::Other(quoted()).into());
    kinds.into_iter().map(Fault::of_file).collect()
}

#[test]
fn sentences_end_and_differ_in_both_languages() {
    let [japanese, english] = Language::ALL
        .map(|language| faults().iter().map(|fault| messages(language).faults.sentence(fault)).collect::<Vec<_>>());
    for sentence in &japanese {
        assert!(sentence.ends_with('。') && !sentence.is_ascii(), "{sentence}");
        assert!(!sentence.contains(" 。") && !sentence.contains(" 、"), "{sentence}");
    }
    for sentence in &english {
        assert!(sentence.ends_with(['.', '?']) && sentence.is_ascii(), "{sentence}");
        assert!(sentence.starts_with(|first: char| first.is_uppercase() || first == '"'), "{sentence}");
    }
    for sentences in [japanese, english] {
        let all = sentences.len();
        let different: std::collections::BTreeSet<String> = sentences.into_iter().collect();
        assert_eq!(different.len(), all);
    }
}

#[test]
fn places_are_named_as_people_look_for_them() {
    let english = |location| EN.in_file("a\u{1b}.csv", &Fault::new(location, EncodingFault::Utf16));
    let japanese = |location| JA.with_place(&Fault::new(location, EncodingFault::Utf16));
    let position = Location::Position(Position { line: 4, column: 11 });
    assert!(english(position).starts_with("a\u{fffd}.csv:4:11: The encoding"));
    assert!(english(Location::File).starts_with("a\u{fffd}.csv: The encoding"));
    let row = |column: Option<&str>| Location::Row { line: 3, column: column.map(Quoted::new) };
    assert!(english(row(Some("id"))).starts_with("a\u{fffd}.csv: line 3, column id: The encoding"));
    assert!(japanese(row(None)).starts_with("3行目：文字コード"));
    let cell =
        |column: Option<&str>| Location::Cell { sheet: Quoted::new("表"), row: 7, column: column.map(Into::into) };
    assert!(japanese(cell(Some("D"))).starts_with("「表」シートのD7：文字コード"));
    assert!(japanese(cell(None)).starts_with("「表」シートの7行目：文字コード"));
    assert!(japanese(Location::Field(Quoted::new("plan[0].id"))).starts_with("plan[0].id：文字コード"));
}

#[test]
fn merge_faults_name_the_assessments() {
    let name = || SetName { id: "set".to_owned(), edition: "1".to_owned() };
    let (id, first) = ("abc".to_owned(), "def".to_owned());
    let fault = MergeFault::OtherSet { id, set: name(), first, first_set: name() };
    for words in [JA, EN] {
        let sentence = (words.merge)(&fault);
        assert!(sentence.contains("abc") && sentence.contains("def") && sentence.contains("set (1)"), "{sentence}");
    }
}
