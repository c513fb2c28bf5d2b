//! What a company records on its way to the stars beyond its answers: basic policy, publication, declaration.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::star::Star;

/// The data of the basic policy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Name of the company in the policy; empty means the organisation's name.
    pub company: String,
    /// Title of the representative, such as 代表取締役.
    pub representative_title: String,
    /// Name of the representative.
    pub representative_name: String,
    /// When the policy was set.
    pub set_on: Option<NaiveDate>,
    /// When it was last revised.
    pub revised_on: Option<NaiveDate>,
    /// Whom to ask about it.
    pub contact: String,
    /// To what it applies; empty leaves the sentence out.
    pub scope: String,
    /// Whether dates are written in the Japanese era.
    pub japanese_era: bool,
    /// Clauses by id: only what differs from the file of clauses.
    pub clauses: BTreeMap<String, ClauseChange>,
}

/// How a company changed a clause of the policy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClauseChange {
    /// Switched on or off; `None` leaves the default.
    pub included: Option<bool>,
    /// Its own text; `None` leaves the text of the file.
    pub text: Option<String>,
    /// Whether the clause lists the measures that are implemented. Off unless the company asks for it: whoever knows the
    /// 25 questions could infer from the list which measures are missing.
    pub lists_measures: bool,
}

/// Where and when the policy was made public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// Where: the address of the web page, the brochure, another place.
    pub place: String,
    /// Since when.
    pub published_at: Option<NaiveDate>,
}

/// What was declared at IPA's site, and how far declaring is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declaration {
    /// Id of the procedure that is followed; empty while none is chosen.
    pub procedure: String,
    /// Steps done, by "procedure/step", with the date.
    pub steps: BTreeMap<String, NaiveDate>,
    /// Which star was declared. Two stars include the first.
    pub star: Option<Star>,
    /// When it was declared.
    pub declared_on: Option<NaiveDate>,
    /// The declaration ID (自己宣言ID) as noted; its form is not enforced.
    pub declaration_id: String,
    /// When the logo was downloaded.
    pub logo_downloaded_on: Option<NaiveDate>,
}

impl Declaration {
    /// When a star was declared; `None` while it was not. Whoever declared two stars has declared the first with them.
    pub fn declared_on(&self, star: Star) -> Option<NaiveDate> {
        self.declared_on.filter(|_| self.star.is_some_and(|declared| declared >= star))
    }
}

impl Policy {
    /// Whether the policy is drawn up: a representative and the date it was set are there.
    pub fn is_set(&self) -> bool {
        self.set_on.is_some() && !self.representative_name.trim().is_empty()
    }
}

impl Publication {
    /// Whether the policy is public: where and since when are there.
    pub fn is_public(&self) -> bool {
        self.published_at.is_some() && !self.place.trim().is_empty()
    }
}
