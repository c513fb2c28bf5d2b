use super::*;

/// A text for each rule, in their order.
fn examples() -> Vec<(&'static str, String)> {
    let deep = format!("a = {}", "[".repeat(1000));
    let path = format!("{} = 1", vec!["a"; 1000].join("."));
    [
        ("duplicate key", "a = 1\na = 2"),
        ("string values must be quoted", "a = b"),
        ("invalid basic string", "a = \"b"),
        ("invalid multi-line basic string", "a = \"\"\"b"),
        ("invalid literal string", "a = 'b"),
        ("invalid multi-line literal string", "a = '''b"),
        ("missing escaped value", "a = \"\\y\""),
        ("too few unicode value digits", "a = \"\\u00\""),
        ("invalid value", "a = \"\\uD800\""),
        ("unexpected leading zero", "a = 01"),
        ("redundant numeric sign", "a = ++1"),
        ("unexpected sign", "a = 0x+1"),
        ("integers with a radix cannot be signed", "a = +0x1"),
        ("radix must be lowercase", "a = 0X1"),
        ("`_` may only go between digits", "a = 1_"),
        ("invalid float", "a = 1.2.3"),
        ("invalid mantissa", "a = .5"),
        ("invalid fraction", "a = 5."),
        ("invalid exponent", "a = 1e"),
        ("invalid hexadecimal number", "a = 0xg"),
        ("invalid octal number", "a = 0o9"),
        ("invalid binary number", "a = 0b2"),
        ("invalid boolean", "a = truth"),
        ("invalid date", "a = 2026-99-99"),
        ("invalid time", "a = 25:00:00"),
        ("invalid offset", "a = 2026-11-22T10:00:00+99:00"),
        ("invalid comment character", "# \u{1}"),
        ("missing comma between array elements", "a = [[1] [2]]"),
        ("missing comma between key-value pairs", "a = {b = [1] c = 2}"),
        ("extra comma in array", "a = [1,,2]"),
        ("extra comma in inline table", "a = {,}"),
        ("extra `=`", "a == 1"),
        ("unexpected `=` in array", "a = [ = ]"),
        ("unexpected key or value", "a = 1 b = 2"),
        ("key with no value", "a"),
        ("missing value for key", ".a"),
        ("missing array opening", "a = ]"),
        ("missing inline table opening", "a = }"),
        ("unclosed array table", "[[a"),
        ("unclosed table", "[a"),
        ("unclosed array", "a = [1"),
        ("unclosed inline table", "a = {b = 1"),
        ("invalid unquoted key", "ä = 1"),
        ("unquoted keys cannot be empty", " = 1"),
        ("cannot recurse further", &deep),
        ("recursion limit", &path),
    ]
    .map(|(prefix, text)| (prefix, text.to_owned()))
    .into()
}

#[test]
fn every_rule_still_meets_its_message() {
    let examples = examples();
    let prefixes: Vec<&str> = examples.iter().map(|(prefix, _)| *prefix).collect();
    assert_eq!(prefixes, RULES.iter().map(|rule| rule.prefix).collect::<Vec<_>>(), "an example for each rule");
    let mut changed = Vec::new();
    for (prefix, text) in &examples {
        let (_, errors) = DeTable::parse_recoverable(text);
        let messages: Vec<&str> = errors.iter().map(Error::message).collect();
        if !messages.iter().any(|message| rule_of(message).is_some_and(|rule| rule.prefix == *prefix)) {
            changed.push(format!("{prefix:?} is now {messages:?} for {text:.40?}"));
        }
    }
    assert!(changed.is_empty(), "the TOML parser has new messages:\n{}", changed.join("\n"));
}
