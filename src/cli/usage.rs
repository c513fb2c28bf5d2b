//! Usage errors, with what was perhaps meant.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::failure::Failure;
use crate::core::language::Language;
use crate::messages::messages;
use crate::text::clean;

/// A sentence for an error of the argument parser.
pub fn failure(error: &Error, language: Language) -> Failure {
    let words = &messages(language).cli;
    let context = |kind| context(error, kind);
    let argument = || context(ContextKind::InvalidArg).unwrap_or_default();
    let mut sentence = match error.kind() {
        ErrorKind::UnknownArgument => (words.unknown_option)(&argument()),
        ErrorKind::InvalidSubcommand => {
            (words.unknown_command)(&context(ContextKind::InvalidSubcommand).unwrap_or_default())
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation
            if context(ContextKind::InvalidValue).is_none_or(|value| value.is_empty()) =>
        {
            (words.missing_value)(&argument())
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => (words.invalid_value)(
            &argument(),
            &context(ContextKind::InvalidValue).unwrap_or_default(),
            &context(ContextKind::ValidValue).unwrap_or_default(),
        ),
        ErrorKind::MissingRequiredArgument => (words.missing_argument)(&argument()),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            (words.missing_value)(&argument())
        }
        ErrorKind::ArgumentConflict | ErrorKind::TooManyValues => (words.conflict)(&argument()),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words.missing_command.to_owned()
        }
        _ => words.wrong_usage.to_owned(),
    };
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(context);
    let separator = messages(language).common.sentence_separator;
    if let Some(near) = near {
        sentence = format!("{sentence}{separator}{}", (words.did_you_mean)(&near));
    }
    Failure::Usage(format!("{sentence}{separator}{}", words.see_help))
}

fn context(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(clean(text).into_owned()),
        ContextValue::Strings(texts) if texts.is_empty() => None,
        ContextValue::Strings(texts) => Some(clean(&texts.join(", ")).into_owned()),
        _ => None,
    }
}
