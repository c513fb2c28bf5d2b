//! From counts to the groups that are shown.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::disclosure::{Cells, FEATURES, Position, hidden_groups};
use super::group_counts::{Cell, GroupCounts, NamedGroups, SIZES, Tally};
use super::groups::{GroupBy, GroupStatistics, GroupValue, GroupsShown, SizeClass};
use crate::input::fold::folded;

/// The most groups of all features that are checked against each other, which takes time that grows with the square of
/// their number. With more, only those of the first feature are shown.
const MAX_CHECKED: usize = 300;

/// The groups by these features, in this order of features; each is asked for once.
pub(super) fn shown<'a>(counts: &'a GroupCounts, features: &[GroupBy], smallest: u64) -> GroupsShown<'a> {
    let mut asked: Vec<GroupBy> = Vec::new();
    for by in features {
        if !asked.contains(by) {
            asked.push(*by);
        }
    }
    let lists: Vec<Groups<'a>> = asked.iter().map(|by| Groups::of(counts, *by)).collect();
    let (checked, hidden) = check(counts, &lists, smallest);
    let mut shown = GroupsShown { left_out: asked.split_off(checked), ..GroupsShown::default() };
    for ((by, list), hidden) in asked.iter().zip(lists).zip(hidden) {
        for ((value, tally), is_hidden) in list.values.into_iter().zip(hidden) {
            if tally.count < smallest {
                shown.too_small += 1;
            } else if is_hidden {
                shown.protective += 1;
            } else {
                let mean = tally.sum as f64 / tally.count as f64;
                shown.groups.push(GroupStatistics { by: *by, value, assessments: tally.count, mean });
            }
        }
    }
    shown
}

/// How many of the features can be shown, and which of their groups must be hidden.
fn check(counts: &GroupCounts, lists: &[Groups<'_>], smallest: u64) -> (usize, [Vec<bool>; FEATURES]) {
    if smallest <= 1 {
        let none = |feature: usize| vec![false; lists.get(feature).map_or(0, |list| list.values.len())];
        return (lists.len(), std::array::from_fn(none));
    }
    let large = lists.iter().flat_map(|list| &list.values).filter(|(_, tally)| tally.count >= smallest).count();
    if let (Some(pairs), true, true) = (counts.together(), large <= MAX_CHECKED, lists.len() > 1) {
        let mut cells = Cells::new();
        for (cell, tally) in pairs.cells() {
            let mut position = Position::default();
            for (group, list) in position.iter_mut().zip(lists) {
                *group = list.position(&cell);
            }
            *cells.entry(position).or_default() += tally.count;
        }
        return (lists.len(), hidden_groups(&cells, smallest));
    }
    let Some(first) = lists.first() else { return (0, Default::default()) };
    let cells = first.values.iter().enumerate().map(|(group, (_, tally))| ([group, 0, 0], tally.count)).collect();
    (1, hidden_groups(&cells, smallest))
}

/// The groups by one feature.
struct Groups<'a> {
    by: GroupBy,
    /// In the order in which they are shown, all with assessments.
    values: Vec<(GroupValue<'a>, Tally)>,
    /// The position of the group that a name belongs to.
    by_name: BTreeMap<&'a str, usize>,
    /// The position of the group of a size class.
    by_size: [usize; SIZES],
}

impl<'a> Groups<'a> {
    fn of(counts: &'a GroupCounts, by: GroupBy) -> Self {
        match (by, counts.apart()) {
            (GroupBy::Industry, Some(apart)) => Self::of_apart(by, &apart.industries),
            (GroupBy::Region, Some(apart)) => Self::of_apart(by, &apart.regions),
            (GroupBy::Size, Some(apart)) => Self::of_sizes(apart.sizes),
            (GroupBy::Industry, None) => Self::of_names(by, &sums(counts, |cell| cell.industry), Tally::default()),
            (GroupBy::Region, None) => Self::of_names(by, &sums(counts, |cell| cell.region), Tally::default()),
            (GroupBy::Size, None) => {
                let mut sizes = [Tally::default(); SIZES];
                for (size, tally) in sums(counts, |cell| cell.size) {
                    sizes[size] = tally;
                }
                Self::of_sizes(sizes)
            }
        }
    }

    fn of_apart(by: GroupBy, groups: &'a NamedGroups) -> Self {
        Self::of_names(by, &groups.named.iter().map(|(name, tally)| (&**name, *tally)).collect(), groups.others)
    }

    /// Makes one group of names that differ only in how they are typed. It bears the name that most of them have.
    fn of_names(by: GroupBy, names: &BTreeMap<&'a str, Tally>, others: Tally) -> Self {
        let mut by_form: BTreeMap<String, (&'a str, u64, Tally)> = BTreeMap::new();
        for (name, tally) in names {
            let (most_used, used, all) = by_form.entry(folded(name)).or_default();
            if tally.count > *used {
                (*most_used, *used) = (name, tally.count);
            }
            all.add(*tally);
        }
        let mut shown: Vec<(GroupValue<'a>, Tally)> = Vec::new();
        let mut keys: Vec<(&String, &(&'a str, u64, Tally))> =
            by_form.iter().filter(|(key, _)| !key.is_empty()).collect();
        keys.sort_by_key(|(_, (name, _, tally))| (Reverse(tally.count), *name));
        let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
        for (key, (name, _, tally)) in keys {
            positions.insert(key, shown.len());
            shown.push((GroupValue::Named(name), *tally));
        }
        if let Some((_, _, unstated)) = by_form.get("") {
            positions.insert("", shown.len());
            shown.push((GroupValue::Unstated, *unstated));
        }
        if others.count > 0 {
            shown.push((GroupValue::Others, others));
        }
        let by_name = names.keys().map(|name| (*name, positions[&*folded(name)])).collect();
        Self { by, values: shown, by_name, by_size: [0; SIZES] }
    }

    fn of_sizes(sizes: [Tally; SIZES]) -> Self {
        let mut list = Self { by: GroupBy::Size, values: Vec::new(), by_name: BTreeMap::new(), by_size: [0; SIZES] };
        let values = SizeClass::ALL.map(GroupValue::Size).into_iter().chain([GroupValue::Unstated]);
        for ((value, tally), position) in values.zip(sizes).zip(&mut list.by_size) {
            if tally.count > 0 {
                *position = list.values.len();
                list.values.push((value, tally));
            }
        }
        list
    }

    fn position(&self, cell: &Cell<'_>) -> usize {
        match self.by {
            GroupBy::Industry => self.by_name[cell.industry],
            GroupBy::Region => self.by_name[cell.region],
            GroupBy::Size => self.by_size[cell.size],
        }
    }
}

/// What cells have in common, with their sums.
fn sums<'a, Key: Ord>(counts: &'a GroupCounts, key: impl Fn(&Cell<'a>) -> Key) -> BTreeMap<Key, Tally> {
    let mut sums: BTreeMap<Key, Tally> = BTreeMap::new();
    for (cell, tally) in counts.together().into_iter().flat_map(super::group_counts::Pairs::cells) {
        sums.entry(key(&cell)).or_default().add(tally);
    }
    sums
}
