//! How far a company is on the way to one star and two stars. Derived from its answers and from what it recorded.

use chrono::NaiveDate;

use super::assessment::Assessment;
use super::star::Star;

/// How far a company is with a star. Being ready is not having it: a star exists once it has been declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StarState {
    /// Something is missing.
    NotReady,
    /// It can be declared at IPA's site.
    Ready,
    /// It was declared on this day.
    Declared(NaiveDate),
}

impl StarState {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotReady => "not-ready",
            Self::Ready => "ready",
            Self::Declared(_) => "declared",
        }
    }

    /// Whether the star was declared: only then it is there.
    pub const fn is_declared(self) -> bool {
        matches!(self, Self::Declared(_))
    }

    /// When the star was declared.
    pub const fn declared_on(self) -> Option<NaiveDate> {
        match self {
            Self::Declared(day) => Some(day),
            Self::NotReady | Self::Ready => None,
        }
    }
}

/// How far an assessment leads to each star.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stars {
    /// Numbers of the principles that the company has not said it works on.
    pub one_missing: Vec<usize>,
    /// What two stars still lack.
    pub two_missing: Vec<TwoStarStep>,
    /// Whether the answered sets count for the stars at all: the principles for one, the self-diagnosis for two.
    counts: [bool; 2],
    declared: [Option<NaiveDate>; 2],
}

enum_with_all! {
    /// A step to two stars.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum TwoStarStep {
        /// The self-diagnosis answered whole; no minimum score is asked for.
        Diagnosis,
        /// The basic policy drawn up.
        Policy,
        /// The policy made public.
        Publication,
    }
}

impl TwoStarStep {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Diagnosis => "diagnosis",
            Self::Policy => "policy",
            Self::Publication => "publication",
        }
    }
}

impl Stars {
    /// Whether the question set behind a star is one of the scheme's. A set of one's own leads to no star.
    pub fn counts(&self, star: Star) -> bool {
        self.counts[star as usize]
    }

    /// Whether everything is there that the star asks for. It may or may not have been declared.
    pub fn is_ready(&self, star: Star) -> bool {
        self.counts(star)
            && match star {
                Star::One => self.one_missing.is_empty(),
                Star::Two => self.two_missing.is_empty(),
            }
    }

    /// How far the company is with a star. What was declared stays declared while answers are changed or confirmed again.
    pub fn state(&self, star: Star) -> StarState {
        match self.declared[star as usize] {
            Some(day) => StarState::Declared(day),
            None if self.is_ready(star) => StarState::Ready,
            None => StarState::NotReady,
        }
    }
}

/// Derives the stars from an assessment.
///
/// ```
/// use hoshitori::core::assessment::{Assessment, Organization};
/// use hoshitori::core::catalog::Catalog;
/// use hoshitori::core::language::Language;
/// use hoshitori::core::sheet::Sheet;
/// use hoshitori::core::star::Star;
/// use hoshitori::core::stars::{StarState, stars};
///
/// let catalog = Catalog::built_in();
/// let checklist = Sheet::new(catalog.default_checklist(Language::En).ok_or("no checklist")?);
/// let diagnosis = Sheet::new(catalog.default_diagnosis(Language::En).ok_or("no diagnosis")?);
/// let now = "2026-11-25T10:00:00+09:00".parse()?;
/// let mut assessment =
///     Assessment::new("abcdefgh".into(), Organization::default(), checklist, diagnosis, Language::En, now);
/// assert_eq!(stars(&assessment).state(Star::One), StarState::NotReady);
///
/// for number in 0..5 {
///     let id = assessment.checklist.set.questions[number].id.clone();
///     assessment.checklist.choose(&id, "will-do", now);
/// }
/// assert_eq!(stars(&assessment).state(Star::One), StarState::Ready);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn stars(assessment: &Assessment) -> Stars {
    let one_missing = assessment
        .checklist
        .chosen()
        .filter(|(_, choice)| !choice.is_some_and(|choice| choice.counts))
        .map(|(question, _)| question.number)
        .collect();
    let counts = [
        assessment.checklist.set.counts_for == Some(Star::One),
        assessment.diagnosis.set.counts_for == Some(Star::Two),
    ];
    let steps = [
        (TwoStarStep::Diagnosis, assessment.diagnosis.is_complete() && counts[1]),
        (TwoStarStep::Policy, assessment.policy.is_set()),
        (TwoStarStep::Publication, assessment.publication.is_public()),
    ];
    let two_missing = steps.into_iter().filter(|(_, done)| !done).map(|(step, _)| step).collect();
    let declared = Star::ALL.map(|star| assessment.declaration.declared_on(star));
    Stars { one_missing, two_missing, counts, declared }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::assessment::Organization;
    use crate::core::catalog::Catalog;
    use crate::core::declaration::{Policy, Publication};
    use crate::core::language::Language;
    use crate::core::question_set::SharedSet;
    use crate::core::sheet::{Sheet, Timestamp};

    fn now() -> Timestamp {
        "2026-11-25T10:00:00+09:00".parse().expect("a moment")
    }

    fn day() -> NaiveDate {
        "2026-11-25".parse().expect("a day")
    }

    /// Everything that two stars ask for, with answers to these sets.
    fn ready(checklist: SharedSet, diagnosis: SharedSet) -> Assessment {
        let answered = |set: SharedSet| {
            let mut sheet = Sheet::new(set);
            let choice = sheet.set.best_choice().expect("a choice").id.clone();
            for question in sheet.set.questions.clone() {
                sheet.choose(&question.id, &choice, now());
            }
            sheet
        };
        let (checklist, diagnosis) = (answered(checklist), answered(diagnosis));
        let organization = Organization::default();
        let mut assessment = Assessment::new("a".into(), organization, checklist, diagnosis, Language::En, now());
        assessment.policy = Policy { representative_name: "Sato".into(), set_on: Some(day()), ..Policy::default() };
        assessment.publication = Publication { place: "https://example.jp".into(), published_at: Some(day()) };
        assessment
    }

    fn built_in() -> (SharedSet, SharedSet) {
        let catalog = Catalog::built_in();
        let checklist = catalog.default_checklist(Language::En).expect("a checklist");
        (checklist, catalog.default_diagnosis(Language::En).expect("a diagnosis"))
    }

    fn states(assessment: &Assessment) -> [StarState; 2] {
        let stars = stars(assessment);
        Star::ALL.map(|star| stars.state(star))
    }

    #[test]
    fn ready_is_not_declared() {
        let (checklist, diagnosis) = built_in();
        let mut assessment = ready(checklist, diagnosis);
        assert_eq!(states(&assessment), [StarState::Ready; 2]);
        assessment.declaration.star = Some(Star::One);
        assert_eq!(states(&assessment), [StarState::Ready; 2], "a star without a date was not declared");
        assessment.declaration.declared_on = Some(day());
        assert_eq!(states(&assessment), [StarState::Declared(day()), StarState::Ready]);
        assessment.declaration.star = Some(Star::Two);
        assert_eq!(states(&assessment), [StarState::Declared(day()); 2]);
    }

    #[test]
    fn a_declared_star_stays_while_answers_change() {
        let (checklist, diagnosis) = built_in();
        let mut assessment = ready(checklist, diagnosis);
        (assessment.declaration.star, assessment.declaration.declared_on) = (Some(Star::Two), Some(day()));
        assessment.checklist.answers.clear();
        assessment.diagnosis.answers.clear();
        assert_eq!(states(&assessment), [StarState::Declared(day()); 2]);
    }

    #[test]
    fn sets_of_ones_own_lead_to_no_star() {
        let (checklist, diagnosis) = built_in();
        let own = |set: &SharedSet| {
            let mut set = (**set).clone();
            set.counts_for = None;
            SharedSet::from(set)
        };
        let assessment = ready(own(&checklist), own(&diagnosis));
        assert_eq!(states(&assessment), [StarState::NotReady; 2]);
        assert_eq!(stars(&assessment).two_missing, [TwoStarStep::Diagnosis]);
        let assessment = ready(checklist, own(&diagnosis));
        assert_eq!(states(&assessment), [StarState::Ready, StarState::NotReady]);
    }

    #[test]
    fn files_of_before_count_by_the_id_of_their_set() {
        let (_, diagnosis) = built_in();
        let mut outline = diagnosis.outline();
        assert_eq!(outline.counts_for.as_deref(), Some("two-stars"));
        outline.counts_for = None;
        let kind = diagnosis.kind;
        let old = outline.clone().into_question_set(kind, "self-diagnosis", "1");
        assert_eq!(old.counts_for, Some(Star::Two));
        let other = outline.into_question_set(kind, "shop-opening", "1");
        assert_eq!(other.counts_for, None);
    }
}
