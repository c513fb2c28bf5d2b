//! Assessments counted by industry, region and size class.
//!
//! As long as there are not too many different pairs of an industry and a region, assessments are counted by all three
//! features together: only then can be told what groups of different features have in common. Beyond that they are counted
//! by each feature apart. Neither the order of counting nor how it is shared out among threads shows in the result.

use std::collections::BTreeMap;

use super::Record;
use super::groups::{MAX_GROUPS, MAX_NAME_LEN, SizeClass};

/// The most pairs of an industry and a region that are counted together.
pub(super) const MAX_PAIRS: usize = 10_000;

/// The size classes in order, and behind them that no number of employees is stated.
pub(super) const SIZES: usize = SizeClass::ALL.len() + 1;

/// Assessments that are counted together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// How many they are.
    pub(super) count: u64,
    /// The sum of their points.
    pub(super) sum: i64,
}

impl Tally {
    pub(super) fn add(&mut self, other: Self) {
        self.count += other.count;
        self.sum += other.sum;
    }
}

/// The counts. A name is as it was written, an empty one is not stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct GroupCounts {
    /// By all features together; empty once there were too many pairs.
    together: Pairs,
    /// By each feature apart, once there were too many pairs.
    apart: Option<Box<Marginals>>,
}

impl GroupCounts {
    pub(super) fn add(&mut self, record: &Record<'_>, points: i32) {
        let class = record.employees.map(SizeClass::of);
        let size = SizeClass::ALL.iter().position(|one| Some(*one) == class).unwrap_or(SIZES - 1);
        let cell = Cell { industry: kept_part(record.industry), region: kept_part(record.region), size };
        self.add_cell(cell, Tally { count: 1, sum: i64::from(points) });
    }

    pub(super) fn absorb(&mut self, other: &Self) {
        for (cell, tally) in other.together.cells() {
            self.add_cell(cell, tally);
        }
        if let Some(others) = &other.apart {
            self.count_apart().absorb(others);
        }
    }

    /// The counts by all features together; `None` where there were too many pairs.
    pub(super) fn together(&self) -> Option<&Pairs> {
        if self.apart.is_none() { Some(&self.together) } else { None }
    }

    /// The counts by each feature apart.
    pub(super) fn apart(&self) -> Option<&Marginals> {
        self.apart.as_deref()
    }

    fn add_cell(&mut self, cell: Cell<'_>, tally: Tally) {
        if self.apart.is_some() || self.together.add(cell, tally).is_err() {
            self.count_apart().add(cell, tally);
        }
    }

    /// Counts by each feature apart from now on.
    fn count_apart(&mut self) -> &mut Marginals {
        let together = std::mem::take(&mut self.together);
        self.apart.get_or_insert_with(|| Box::new(together.marginals()))
    }
}

/// What of a name is kept: without blanks around it, at most [`MAX_NAME_LEN`] characters.
fn kept_part(name: &str) -> &str {
    let name = name.trim();
    let end = name.char_indices().nth(MAX_NAME_LEN).map_or(name.len(), |(index, _)| index);
    name[..end].trim_end()
}

/// The groups of an assessment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell<'a> {
    pub(super) industry: &'a str,
    pub(super) region: &'a str,
    /// Below [`SIZES`].
    pub(super) size: usize,
}

/// There are more pairs than are counted together.
struct TooMany;

/// Counts by all features together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pairs {
    by_industry: BTreeMap<Box<str>, BTreeMap<Box<str>, [Tally; SIZES]>>,
    len: usize,
}

impl Pairs {
    fn add(&mut self, cell: Cell<'_>, tally: Tally) -> Result<(), TooMany> {
        // Most pairs are there already and need no allocation.
        let known = self.by_industry.get_mut(cell.industry).and_then(|regions| regions.get_mut(cell.region));
        let sizes = match known {
            Some(sizes) => sizes,
            None if self.len == MAX_PAIRS => return Err(TooMany),
            None => {
                self.len += 1;
                let regions = self.by_industry.entry(cell.industry.into()).or_default();
                regions.entry(cell.region.into()).or_default()
            }
        };
        sizes[cell.size].add(tally);
        Ok(())
    }

    /// Every cell that has any assessments.
    pub(super) fn cells(&self) -> impl Iterator<Item = (Cell<'_>, Tally)> {
        let pairs = self
            .by_industry
            .iter()
            .flat_map(|(industry, regions)| regions.iter().map(move |(region, sizes)| (&**industry, &**region, sizes)));
        let cells = pairs.flat_map(|(industry, region, sizes)| {
            sizes.iter().enumerate().map(move |(size, tally)| (Cell { industry, region, size }, *tally))
        });
        cells.filter(|(_, tally)| tally.count > 0)
    }

    fn marginals(&self) -> Marginals {
        let mut marginals = Marginals::default();
        for (cell, tally) in self.cells() {
            marginals.add(cell, tally);
        }
        marginals
    }
}

/// Counts by each feature apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marginals {
    pub(super) industries: NamedGroups,
    pub(super) regions: NamedGroups,
    pub(super) sizes: [Tally; SIZES],
}

impl Marginals {
    fn add(&mut self, cell: Cell<'_>, tally: Tally) {
        self.industries.add(cell.industry, tally);
        self.regions.add(cell.region, tally);
        self.sizes[cell.size].add(tally);
    }

    fn absorb(&mut self, other: &Self) {
        self.industries.absorb(&other.industries);
        self.regions.absorb(&other.regions);
        for (tally, more) in self.sizes.iter_mut().zip(other.sizes) {
            tally.add(more);
        }
    }
}

/// Groups by names that come from outside, and so are limited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NamedGroups {
    pub(super) named: BTreeMap<Box<str>, Tally>,
    /// Those beyond [`MAX_GROUPS`].
    pub(super) others: Tally,
}

impl NamedGroups {
    fn add(&mut self, name: &str, tally: Tally) {
        if let Some(known) = self.named.get_mut(name) {
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
        self.others.add(other.others);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Tally = Tally { count: 1, sum: 10 };

    fn cell<'a>(industry: &'a str, region: &'a str) -> Cell<'a> {
        Cell { industry, region, size: 0 }
    }

    #[test]
    fn names_are_bounded_in_number_and_length() {
        let mut groups = NamedGroups::default();
        for number in 0..MAX_GROUPS + 7 {
            groups.add(&format!("industry {number:05}"), ONE);
        }
        groups.add("industry 00003", ONE);
        assert_eq!((groups.named.len(), groups.others.count), (MAX_GROUPS, 7));
        // The other way round, and in halves, the same ones are told apart.
        let (mut low, mut high) = (NamedGroups::default(), NamedGroups::default());
        for number in (0..MAX_GROUPS + 7).rev() {
            let half = if number % 3 == 0 { &mut low } else { &mut high };
            half.add(&format!("industry {number:05}"), ONE);
        }
        high.add("industry 00003", ONE);
        high.absorb(&low);
        assert_eq!(high, groups);

        assert_eq!(kept_part(&"漢".repeat(100_000)), "漢".repeat(MAX_NAME_LEN));
        assert_eq!(kept_part(" \u{3000}製造業\t"), "製造業");
    }

    #[test]
    fn too_many_pairs_are_counted_apart_in_any_order() {
        let number = |number: usize| (format!("industry {:05}", number / 7), format!("region {}", number % 7));
        let mut whole = GroupCounts::default();
        let (mut low, mut high) = (GroupCounts::default(), GroupCounts::default());
        for (industry, region) in (0..MAX_PAIRS).map(number) {
            whole.add_cell(cell(&industry, &region), ONE);
        }
        assert_eq!(whole.together().map(|pairs| pairs.cells().count()), Some(MAX_PAIRS));
        let (industry, region) = number(MAX_PAIRS);
        whole.add_cell(cell(&industry, &region), ONE);
        for at in (0..=MAX_PAIRS).rev() {
            let (industry, region) = number(at);
            if at % 3 == 0 { &mut low } else { &mut high }.add_cell(cell(&industry, &region), ONE);
        }
        assert!(low.together().is_some() && whole.together().is_none());
        low.absorb(&high);
        assert_eq!(low, whole);
        high.absorb(&whole);
        assert_eq!(high.apart().map(|all| all.sizes[0].count), Some((MAX_PAIRS + 1 + (MAX_PAIRS + 1) * 2 / 3) as u64));
    }
}
