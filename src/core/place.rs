//! Where an assessment was left, so that it opens there again.

use std::fmt;
use std::str::FromStr;

use super::question_set::Kind;
use super::sheet::Sheet;

/// A screen to come back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A question of a sheet by its number, from 1.
    Question(Kind, usize),
    /// The result of the checklist.
    ChecklistResult,
    /// The review of all answers.
    Review,
    /// The result of the diagnosis.
    Result,
}

impl Place {
    /// Where to go on in these sheets. A place that nobody knows, or a number that the sheet does not have, is no reason
    /// not to open an assessment: the first unanswered question is where to go on then.
    pub fn within(place: Option<Self>, checklist: &Sheet, diagnosis: &Sheet) -> Self {
        let total = |kind| match kind {
            Kind::Checklist => checklist.total(),
            Kind::Diagnosis => diagnosis.total(),
        };
        match place {
            Some(Self::Question(kind, number)) if (1..=total(kind)).contains(&number) => Self::Question(kind, number),
            Some(place) if !matches!(place, Self::Question(..)) => place,
            _ => {
                let unanswered =
                    |kind, sheet: &Sheet| sheet.first_unanswered().map(|number| Self::Question(kind, number));
                unanswered(Kind::Checklist, checklist)
                    .or_else(|| unanswered(Kind::Diagnosis, diagnosis))
                    .unwrap_or(Self::Result)
            }
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Question(Kind::Checklist, number) => write!(formatter, "checklist/{number}"),
            Self::Question(Kind::Diagnosis, number) => write!(formatter, "diagnosis/{number}"),
            Self::ChecklistResult => formatter.write_str("checklist-result"),
            Self::Review => formatter.write_str("review"),
            Self::Result => formatter.write_str("result"),
        }
    }
}

impl FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.split_once('/') {
            Some(("checklist", number)) => number.parse().map(|n| Self::Question(Kind::Checklist, n)).map_err(drop),
            Some(("diagnosis", number)) => number.parse().map(|n| Self::Question(Kind::Diagnosis, n)).map_err(drop),
            Some(_) => Err(()),
            None => [Self::ChecklistResult, Self::Review, Self::Result]
                .into_iter()
                .find(|place| place.to_string() == text)
                .ok_or(()),
        }
    }
}
