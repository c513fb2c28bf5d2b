//! Statistics by industry, region and size class.

/// The most groups by one feature that are told apart: the first ones in the order of their names, whoever comes first.
/// Assessments of further ones are counted together.
pub const MAX_GROUPS: usize = 10_000;

/// Characters of a group's name that are kept; names that differ only after them are one group.
pub const MAX_NAME_LEN: usize = 100;

/// The smallest group that is shown unless smaller ones are asked for.
pub const MIN_GROUP_SIZE: u64 = 5;

enum_with_all! {
    /// By what assessments are grouped.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum GroupBy {
        /// The industry.
        Industry,
        /// The region.
        Region,
        /// The number of employees.
        Size,
    }
}

impl GroupBy {
    /// The name in JSON and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Industry => "industry",
            Self::Region => "region",
            Self::Size => "size",
        }
    }

    /// The feature with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.name() == name)
    }
}

/// A class of companies by their number of employees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SizeClass {
    /// The fewest employees of the class.
    pub from: u32,
    /// The most employees of the class; `None` is without limit.
    pub to: Option<u32>,
}

impl SizeClass {
    /// All classes, the smallest companies first.
    pub const ALL: [Self; 6] = [
        Self { from: 1, to: Some(5) },
        Self { from: 6, to: Some(20) },
        Self { from: 21, to: Some(50) },
        Self { from: 51, to: Some(100) },
        Self { from: 101, to: Some(300) },
        Self { from: 301, to: None },
    ];

    /// The class of a number of employees. A sole proprietor without employees is in the first.
    pub fn of(employees: u32) -> Self {
        let [first, others @ ..] = Self::ALL;
        others.into_iter().rev().find(|class| employees >= class.from).unwrap_or(first)
    }

    /// The name in JSON: `1-5`, `301+`.
    pub fn name(self) -> String {
        match self.to {
            Some(to) => format!("{}-{to}", self.from),
            None => format!("{}+", self.from),
        }
    }
}

/// What the assessments of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupValue<'a> {
    /// An industry or a region as the companies wrote it, without blanks around it, at most [`MAX_NAME_LEN`] characters.
    Named(&'a str),
    /// A size class.
    Size(SizeClass),
    /// It is not stated.
    Unstated,
    /// One of those beyond [`MAX_GROUPS`].
    Others,
}

/// The figures of one group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupStatistics<'a> {
    /// By what it was made.
    pub by: GroupBy,
    /// What its assessments have in common.
    pub value: GroupValue<'a>,
    /// How many finished assessments it has, above 0.
    pub assessments: u64,
    /// The mean of their points.
    pub mean: f64,
}

/// Groups to be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupsShown<'a> {
    /// Those that may be.
    pub groups: Vec<GroupStatistics<'a>>,
    /// How many have too few assessments.
    pub too_small: usize,
    /// How many are large enough, but would give away figures about too few together with the others.
    pub protective: usize,
    /// Features by which no groups are shown because there are more than can be checked against each other.
    pub left_out: Vec<GroupBy>,
}

impl GroupsShown<'_> {
    /// How many groups are hidden, for either reason.
    pub fn hidden(&self) -> usize {
        self.too_small + self.protective
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn size_classes_meet_without_gap() {
        for (employees, name) in [
            (0, "1-5"),
            (1, "1-5"),
            (5, "1-5"),
            (6, "6-20"),
            (20, "6-20"),
            (21, "21-50"),
            (51, "51-100"),
            (100, "51-100"),
            (101, "101-300"),
            (300, "101-300"),
            (301, "301+"),
            (u32::MAX, "301+"),
        ] {
            assert_eq!(SizeClass::of(employees).name(), name, "{employees}");
        }
    }
}
