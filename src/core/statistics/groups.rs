//! Statistics by industry, region and size class.

use std::collections::BTreeMap;

use super::Record;

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
    /// Those that are large enough.
    pub groups: Vec<GroupStatistics<'a>>,
    /// How many are not.
    pub hidden: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    count: u64,
    sum: i64,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.count += other.count;
        self.sum += other.sum;
    }
}

/// Groups by names that come from outside, and so are limited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct NamedGroups {
    named: BTreeMap<Box<str>, Tally>,
    unstated: Tally,
    others: Tally,
}

impl NamedGroups {
    fn add(&mut self, name: &str, tally: Tally) {
        let name = name.trim();
        let end = name.char_indices().nth(MAX_NAME_LEN).map_or(name.len(), |(index, _)| index);
        let name = name[..end].trim_end();
        if name.is_empty() {
            self.unstated.add(tally);
        } else if let Some(known) = self.named.get_mut(name) {
            known.add(tally);
        } else if self.named.len() < MAX_GROUPS {
            self.named.insert(name.into(), tally);
        } else if self.named.last_key_value().is_some_and(|(last, _)| name < &**last) {
            // Whatever leaves never comes back: this many names before it are there. So no order of counting matters.
            self.named.insert(name.into(), tally);
            if let Some((_, last)) = self.named.pop_last() {
                self.others.add(last);
            }
        } else {
            self.others.add(tally);
        }
    }

    fn absorb(&mut self, other: &Self) {
        for (name, tally) in &other.named {
            self.add(name, *tally);
        }
        self.unstated.add(other.unstated);
        self.others.add(other.others);
    }

    fn in_order(&self) -> Vec<(GroupValue<'_>, Tally)> {
        let mut groups: Vec<_> = self.named.iter().map(|(name, tally)| (GroupValue::Named(name), *tally)).collect();
        groups.sort_by_key(|(_, tally)| std::cmp::Reverse(tally.count));
        groups.push((GroupValue::Unstated, self.unstated));
        groups.push((GroupValue::Others, self.others));
        groups
    }
}

/// All groups of an aggregate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Groups {
    industries: NamedGroups,
    regions: NamedGroups,
    sizes: BTreeMap<SizeClass, Tally>,
    unstated_size: Tally,
}

impl Groups {
    pub(super) fn add(&mut self, record: &Record<'_>, points: i32) {
        let tally = Tally { count: 1, sum: i64::from(points) };
        self.industries.add(record.industry, tally);
        self.regions.add(record.region, tally);
        match record.employees {
            Some(employees) => self.sizes.entry(SizeClass::of(employees)).or_default().add(tally),
            None => self.unstated_size.add(tally),
        }
    }

    pub(super) fn absorb(&mut self, other: &Self) {
        self.industries.absorb(&other.industries);
        self.regions.absorb(&other.regions);
        for (class, tally) in &other.sizes {
            self.sizes.entry(*class).or_default().add(*tally);
        }
        self.unstated_size.add(other.unstated_size);
    }

    pub(super) fn shown(&self, features: &[GroupBy], smallest: u64) -> GroupsShown<'_> {
        let mut shown = GroupsShown::default();
        for by in features {
            let groups = match by {
                GroupBy::Industry => self.industries.in_order(),
                GroupBy::Region => self.regions.in_order(),
                GroupBy::Size => {
                    let classes = self.sizes.iter().map(|(class, tally)| (GroupValue::Size(*class), *tally));
                    classes.chain([(GroupValue::Unstated, self.unstated_size)]).collect()
                }
            };
            for (value, tally) in groups.into_iter().filter(|(_, tally)| tally.count > 0) {
                if tally.count < smallest {
                    shown.hidden += 1;
                } else {
                    let mean = tally.sum as f64 / tally.count as f64;
                    shown.groups.push(GroupStatistics { by: *by, value, assessments: tally.count, mean });
                }
            }
        }
        shown
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

    #[test]
    fn names_are_bounded_in_number_and_length() {
        let one = Tally { count: 1, sum: 10 };
        let mut groups = NamedGroups::default();
        for number in 0..MAX_GROUPS + 7 {
            groups.add(&format!("industry {number:05}"), one);
        }
        groups.add("industry 00003", one);
        groups.add(" \u{3000}", one);
        assert_eq!((groups.named.len(), groups.others.count, groups.unstated.count), (MAX_GROUPS, 7, 1));
        assert_eq!(groups.in_order()[0].0, GroupValue::Named("industry 00003"));
        // The other way round, and in halves, the same ones are told apart.
        let (mut low, mut high) = (NamedGroups::default(), NamedGroups::default());
        for number in (0..MAX_GROUPS + 7).rev() {
            let half = if number % 3 == 0 { &mut low } else { &mut high };
            half.add(&format!("industry {number:05}"), one);
        }
        high.add("industry 00003", one);
        high.add("", one);
        high.absorb(&low);
        assert_eq!(high, groups);

        let mut long = NamedGroups::default();
        long.add(&"漢".repeat(100_000), one);
        long.add(&"漢".repeat(MAX_NAME_LEN), one);
        assert_eq!(long.named.len(), 1);
        assert_eq!(long.named.values().next().map(|tally| (tally.count, tally.sum)), Some((2, 20)));
    }
}
