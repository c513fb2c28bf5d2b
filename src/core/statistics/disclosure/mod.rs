//! Which groups must stay hidden so that no figure about a few assessments can be computed from those that are shown.
//!
//! Whoever reads an output knows the sum of the points of all assessments and of every group that is shown, and may know
//! who belongs to which group. By adding and subtracting these sums they get `Σ weight · points`, where the weight of an
//! assessment is the sum of the weights that they gave to its groups, one of each feature: all but the manufacturers, or
//! those with up to five employees but the dentists among them. That tells on somebody where the weight is other than 0 for
//! a few assessments only.
//!
//! The hidden groups of a feature cannot be told apart: they are one class with one weight. Two classes of a feature are
//! tied where at least `smallest` disjoint pairs of assessments agree in the other features and differ in these two classes
//! only: were their weights different, one assessment of each pair would have a weight other than 0, and these are enough.
//! So their weights may be taken for the same, the two are one class, and that may tie further ones. Once nothing more can
//! be tied, assessments of the same three classes have the same weight, and nobody is told on if there are at least
//! `smallest` of them wherever there are any. As long as there are fewer somewhere, the smallest group concerned is hidden.
//!
//! ```text
//!              Tokyo  Osaka    Six makers in each of the two tie the regions. The retailer is tied to nobody: all but the
//! makers           9      6    makers is one assessment. With the makers hidden, too, no industry is shown, and both
//! retailers        0      1    regions may be.
//! ```
//!
//! This is on the safe side: now and then a group is hidden although nothing could be computed.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many features there are.
pub(super) const FEATURES: usize = 3;

/// For each feature, which of its groups it is.
pub(super) type Position = [usize; FEATURES];

/// How many assessments belong to the same group of each feature, where there are any. In a feature that nobody asked for,
/// all are in group 0.
pub(super) type Cells = BTreeMap<Position, u64>;

/// For each group of each feature, whether it must be hidden: all groups of fewer than `smallest` assessments, and some more.
pub(super) fn hidden_groups(cells: &Cells, smallest: u64) -> [Vec<bool>; FEATURES] {
    let mut search = Search::new(cells, smallest);
    loop {
        while (0..FEATURES).any(|feature| search.tie(feature)) {}
        let Some((feature, group)) = search.next_to_hide() else { break };
        search.hide(feature, group);
    }
    search.features.map(|groups| groups.into_iter().map(|group| group.is_hidden).collect())
}

#[derive(Clone, Copy)]
struct Group {
    size: u64,
    /// The group that stands for its class.
    class: usize,
    is_hidden: bool,
}

struct Search {
    features: [Vec<Group>; FEATURES],
    /// How many assessments belong to the same class of each feature.
    cells: Cells,
    smallest: u64,
}

impl Search {
    /// Before anything is tied: every group that is large enough is a class of its own.
    fn new(cells: &Cells, smallest: u64) -> Self {
        let mut features: [Vec<Group>; FEATURES] = Default::default();
        for (position, count) in cells {
            for (groups, group) in features.iter_mut().zip(position) {
                for class in groups.len()..=*group {
                    groups.push(Group { size: 0, class, is_hidden: false });
                }
                groups[*group].size += count;
            }
        }
        for groups in &mut features {
            let first = groups.iter().position(|group| group.size < smallest);
            for group in groups.iter_mut().filter(|group| group.size < smallest) {
                (group.class, group.is_hidden) = (first.unwrap_or_default(), true);
            }
        }
        let mut search = Self { features, cells: cells.clone(), smallest };
        search.count_classes();
        search
    }

    /// Counts by classes again after some became one.
    fn count_classes(&mut self) {
        let mut cells = Cells::new();
        for (position, count) in &self.cells {
            let mut classes = *position;
            for (class, groups) in classes.iter_mut().zip(&self.features) {
                *class = groups[*class].class;
            }
            *cells.entry(classes).or_default() += count;
        }
        self.cells = cells;
    }

    /// Makes one class of two.
    fn unite(&mut self, feature: usize, kept: usize, given_up: usize) {
        for group in self.features[feature].iter_mut().filter(|group| group.class == given_up) {
            group.class = kept;
        }
    }

    /// Ties what can be tied in a feature as it is counted; whether there was anything.
    fn tie(&mut self, feature: usize) -> bool {
        let mut rows: BTreeMap<Position, Vec<(usize, u64)>> = BTreeMap::new();
        let mut sizes: BTreeMap<usize, u64> = BTreeMap::new();
        for (position, count) in &self.cells {
            let class = position[feature];
            let mut agreed = *position;
            agreed[feature] = 0;
            rows.entry(agreed).or_default().push((class, *count));
            *sizes.entry(class).or_default() += count;
        }
        // The largest class has the most in common with the others.
        let mut classes: Vec<usize> = sizes.keys().copied().collect();
        classes.sort_by_key(|class| Reverse(sizes[class]));
        let mut is_tied = vec![false; self.features[feature].len()];
        for (index, first) in classes.iter().copied().enumerate() {
            if is_tied[first] {
                continue;
            }
            let mut pairs = vec![0; is_tied.len()];
            for row in rows.values() {
                if let Some((_, own)) = row.iter().find(|(class, _)| *class == first) {
                    for (class, count) in row {
                        pairs[*class] += count.min(own);
                    }
                }
            }
            for second in classes[index + 1..].iter().copied() {
                if !is_tied[second] && pairs[second] >= self.smallest {
                    is_tied[second] = true;
                    self.unite(feature, first, second);
                }
            }
        }
        let is_any_tied = is_tied.contains(&true);
        if is_any_tied {
            self.count_classes();
        }
        is_any_tied
    }

    /// The smallest group that is shown of a class that has too few assessments somewhere; where such classes are hidden
    /// already, the smallest of another class in their feature. Of equal ones the last.
    fn next_to_hide(&self) -> Option<(usize, usize)> {
        let small: Vec<&Position> =
            self.cells.iter().filter(|(_, count)| **count < self.smallest).map(|(position, _)| position).collect();
        if small.is_empty() {
            return None;
        }
        let smallest = |is_wanted: &dyn Fn(usize, usize) -> bool| {
            (0..FEATURES).filter_map(|feature| self.smallest_of(feature, |class| is_wanted(feature, class))).min()
        };
        let (_, feature, Reverse(group)) =
            smallest(&|feature, class| small.iter().any(|position| position[feature] == class))
                .or_else(|| smallest(&|_, _| true))?;
        Some((feature, group))
    }

    /// The smallest group of a feature whose class can be made one with the hidden ones.
    fn smallest_of(&self, feature: usize, is_wanted: impl Fn(usize) -> bool) -> Option<(u64, usize, Reverse<usize>)> {
        let groups = &self.features[feature];
        let first = groups.first()?.class;
        // Nothing is gained where there is one class only.
        if groups.iter().all(|group| group.class == first) {
            return None;
        }
        let hidden = self.hidden_class(feature);
        let is_open = |group: &Group| Some(group.class) != hidden && is_wanted(group.class);
        let open = groups.iter().enumerate().filter(|(_, group)| is_open(group));
        open.map(|(position, group)| (group.size, feature, Reverse(position))).min()
    }

    fn hidden_class(&self, feature: usize) -> Option<usize> {
        self.features[feature].iter().find(|group| group.is_hidden).map(|group| group.class)
    }

    /// Hides a group. One that is hidden alone is what the others leave of all, so it takes another one with it.
    fn hide(&mut self, feature: usize, group: usize) {
        let hidden = self.hidden_class(feature);
        self.features[feature][group].is_hidden = true;
        let class = self.features[feature][group].class;
        match hidden {
            Some(hidden) => self.unite(feature, hidden, class),
            None => {
                if let Some((_, _, Reverse(other))) = self.smallest_of(feature, |_| true) {
                    return self.hide(feature, other);
                }
            }
        }
        self.count_classes();
    }
}

#[cfg(test)]
mod tests;
