//! How other companies answered, in words: the shares of the published survey that asked the questions of a set.

use crate::core::content::survey;
use crate::core::language::Language;
use crate::messages::messages;

/// The share of a question in percent, such as `73.0%`; `None` where no figure is known.
pub(crate) fn share(set: &str, question: &str, language: Language) -> Option<String> {
    let percent = survey(language)?.percent(set, question)?;
    Some((messages(language).benchmark.share)(percent))
}

/// Who asked how many companies when, and what the shares are and are not; `None` for a set that no survey asked.
pub(crate) fn origin(set: &str, language: Language) -> Option<[String; 2]> {
    let survey = survey(language).filter(|survey| survey.set == set)?;
    let words = messages(language);
    let published_on = (words.common.date)(survey.published_on, false);
    Some([(words.benchmark.survey)(survey.n, &survey.source, &published_on), survey.note.clone()])
}
