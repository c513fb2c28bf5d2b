//! The two stars of SECURITY ACTION.

enum_with_all! {
    /// A star of SECURITY ACTION. A star is declared by the company itself, at IPA's site.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Star {
        /// The company works on the principles.
        One,
        /// The company has done the self-diagnosis, drawn up its basic policy and made it public.
        Two,
    }
}

impl Star {
    /// The number of the star, 1 or 2, as files and JSON say it.
    pub const fn number(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }

    /// The star with that number.
    pub fn from_number(number: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|star| star.number() == number)
    }

    /// What a question file writes into `counts_for`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::One => "one-star",
            Self::Two => "two-stars",
        }
    }

    /// The star with that name in question files.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|star| star.name() == name)
    }
}
