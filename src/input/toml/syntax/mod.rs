//! Faults of the TOML itself, recognised by the parser's messages.

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::input::{Faults, Quoted};

/// What makes a text something else than TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxFault {
    /// The same key twice in the same table.
    DuplicateKey,
    /// Text without quotation marks.
    UnquotedText,
    /// Text in `"` that is not closed or holds a character that cannot stand there.
    BasicString,
    /// Text in `"""` that is not closed or holds a character that cannot stand there.
    MultilineBasicString,
    /// Text in `'` that is not closed or holds a character that cannot stand there.
    LiteralString,
    /// Text in `'''` that is not closed or holds a character that cannot stand there.
    MultilineLiteralString,
    /// An escape sequence that there is not.
    Escape,
    /// An escaped character code with too few digits.
    ShortCharacterCode,
    /// An escaped character code that is no character.
    BadCharacterCode,
    /// A number that begins with 0.
    LeadingZero,
    /// A number with several signs.
    RepeatedSign,
    /// A number, date, time, true or false that is none.
    BadValue,
    /// A control character in a comment.
    CommentCharacter,
    /// Elements of an array or inline table without a comma between them.
    MissingComma,
    /// A comma that separates nothing.
    ExtraComma,
    /// A second `=`, or one where no key can be.
    ExtraEquals,
    /// Something after the value of a line.
    AfterValue,
    /// `=` without a value.
    NoValue,
    /// A key without `=`.
    NoEquals,
    /// A `]` without its `[`.
    UnopenedArray,
    /// A `}` without its `{`.
    UnopenedInlineTable,
    /// A heading without its `]]`.
    UnclosedArrayHeading,
    /// A heading without its `]`.
    UnclosedHeading,
    /// An array without its `]`.
    UnclosedArray,
    /// An inline table without its `}`.
    UnclosedInlineTable,
    /// The beginning of an array or inline table that reaches to the end of the file.
    NeverClosed,
    /// A key with a character that cannot stand there.
    KeyCharacter,
    /// `=` without a key.
    NoKey,
    /// Arrays or tables within each other beyond the parser's limit.
    TooDeep,
    /// Anything else, in the parser's words.
    Other(Quoted),
}

/// How a message of the parser is recognised.
struct Rule {
    /// What the message begins with.
    prefix: &'static str,
    /// Whether the keys around the fault are still in the table in which they were written.
    keeps_structure: bool,
    fault: SyntaxFault,
}

/// The messages of the parser. Of several prefixes that fit the longest counts.
///
/// They are not part of its interface: `Cargo.toml` holds its minor version, and a test reads an example for each rule.
#[rustfmt::skip]
const RULES: &[Rule] = &[
    rule("duplicate key", true, SyntaxFault::DuplicateKey),
    rule("string values must be quoted", true, SyntaxFault::UnquotedText),
    rule("invalid basic string", true, SyntaxFault::BasicString),
    rule("invalid multi-line basic string", false, SyntaxFault::MultilineBasicString),
    rule("invalid literal string", true, SyntaxFault::LiteralString),
    rule("invalid multi-line literal string", false, SyntaxFault::MultilineLiteralString),
    rule("missing escaped value", true, SyntaxFault::Escape),
    rule("too few unicode value digits", true, SyntaxFault::ShortCharacterCode),
    rule("invalid value", true, SyntaxFault::BadCharacterCode),
    rule("unexpected leading zero", true, SyntaxFault::LeadingZero),
    rule("redundant numeric sign", true, SyntaxFault::RepeatedSign),
    rule("unexpected sign", true, SyntaxFault::BadValue),
    rule("integers with a radix cannot be signed", true, SyntaxFault::BadValue),
    rule("radix must be lowercase", true, SyntaxFault::BadValue),
    rule("`_` may only go between digits", true, SyntaxFault::BadValue),
    rule("invalid float", true, SyntaxFault::BadValue),
    rule("invalid mantissa", true, SyntaxFault::BadValue),
    rule("invalid fraction", true, SyntaxFault::BadValue),
    rule("invalid exponent", true, SyntaxFault::BadValue),
    rule("invalid hexadecimal number", true, SyntaxFault::BadValue),
    rule("invalid octal number", true, SyntaxFault::BadValue),
    rule("invalid binary number", true, SyntaxFault::BadValue),
    rule("invalid boolean", true, SyntaxFault::BadValue),
    rule("invalid date", true, SyntaxFault::BadValue),
    rule("invalid time", true, SyntaxFault::BadValue),
    rule("invalid offset", true, SyntaxFault::BadValue),
    rule("invalid comment character", true, SyntaxFault::CommentCharacter),
    rule("missing comma between array elements", true, SyntaxFault::MissingComma),
    rule("missing comma between key-value pairs", false, SyntaxFault::MissingComma),
    rule("extra comma in array", true, SyntaxFault::ExtraComma),
    rule("extra comma in inline table", false, SyntaxFault::ExtraComma),
    rule("extra `=`", false, SyntaxFault::ExtraEquals),
    rule("unexpected `=` in array", false, SyntaxFault::ExtraEquals),
    rule("unexpected key or value", false, SyntaxFault::AfterValue),
    rule("key with no value", false, SyntaxFault::NoEquals),
    rule("missing value for key", false, SyntaxFault::NoEquals),
    rule("missing array opening", false, SyntaxFault::UnopenedArray),
    rule("missing inline table opening", false, SyntaxFault::UnopenedInlineTable),
    rule("unclosed array table", false, SyntaxFault::UnclosedArrayHeading),
    rule("unclosed table", false, SyntaxFault::UnclosedHeading),
    rule("unclosed array", false, SyntaxFault::UnclosedArray),
    rule("unclosed inline table", false, SyntaxFault::UnclosedInlineTable),
    rule("invalid unquoted key", false, SyntaxFault::KeyCharacter),
    rule("unquoted keys cannot be empty", false, SyntaxFault::NoKey),
    rule("cannot recurse further", false, SyntaxFault::TooDeep),
    rule("recursion limit", false, SyntaxFault::TooDeep),
];

const fn rule(prefix: &'static str, keeps_structure: bool, fault: SyntaxFault) -> Rule {
    Rule { prefix, keeps_structure, fault }
}

fn rule_of(message: &str) -> Option<&'static Rule> {
    RULES.iter().filter(|rule| message.starts_with(rule.prefix)).max_by_key(|rule| rule.prefix.len())
}

/// Notes what the TOML parser found wrong. What stands in its messages of the text itself may be hostile and is not kept.
pub(super) fn report(errors: &[Error], root: &DeTable<'_>, text: &str, faults: &mut Faults<'_>) {
    for error in errors.iter().filter(|error| is_unclosed(error)) {
        let end = error.span().map_or(text.len(), |span| span.start);
        if let Some(start) = root.values().find_map(|value| outermost_around(value, end)) {
            faults.add_syntax(start, SyntaxFault::NeverClosed);
            faults.ignore_after(start);
        }
    }
    for error in errors {
        report_one(error, text, faults);
    }
}

fn report_one(error: &Error, text: &str, faults: &mut Faults<'_>) {
    let offset = error.span().map_or(0, |span| span.start);
    let rule = rule_of(error.message());
    let fault = match rule.map(|rule| &rule.fault) {
        Some(SyntaxFault::UnquotedText) if is_line_end(text, offset) => SyntaxFault::NoValue,
        Some(fault) => fault.clone(),
        None => SyntaxFault::Other(error.message().into()),
    };
    faults.add_syntax(offset, fault);
    if !rule.is_some_and(|rule| rule.keeps_structure) {
        faults.structure_broken_from(offset);
    }
}

fn is_unclosed(error: &Error) -> bool {
    matches!(
        rule_of(error.message()),
        Some(Rule { fault: SyntaxFault::UnclosedArray | SyntaxFault::UnclosedInlineTable, .. })
    )
}

/// Where the outermost array or inline table begins that reaches to an offset.
fn outermost_around(value: &Spanned<DeValue<'_>>, end: usize) -> Option<usize> {
    let span = value.span();
    match value.get_ref() {
        DeValue::Array(_) | DeValue::Table(_) if span.start < end && span.end >= end => Some(span.start),
        DeValue::Array(values) => values.iter().find_map(|value| outermost_around(value, end)),
        DeValue::Table(table) => table.values().find_map(|value| outermost_around(value, end)),
        _ => None,
    }
}

fn is_line_end(text: &str, offset: usize) -> bool {
    let rest = text.get(offset..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim();
    line.is_empty() || line.starts_with('#')
}

#[cfg(test)]
mod tests;
