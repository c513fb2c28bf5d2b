//! Rules for a question set as a whole.

use std::collections::{HashMap, HashSet};

use super::places::Places;
use super::{Kind, QuestionSet};
use crate::input::{Faults, FieldFault, Limit, QuestionSetFault};

/// Reports whatever makes a set contradict itself. Parts that could not be read are skipped.
pub(super) fn check(set: &QuestionSet, places: &Places, faults: &Faults<'_>) {
    let ids = |ids: &mut dyn Iterator<Item = (&str, Option<usize>)>| {
        report_repeated("id", ids, faults);
    };
    ids(&mut set.categories.iter().map(|part| part.id.as_str()).zip(places.categories.iter().copied()));
    ids(&mut set.groups.iter().map(|part| part.id.as_str()).zip(places.groups.iter().copied()));
    ids(&mut set.choices.iter().map(|part| part.id.as_str()).zip(places.choices.iter().map(|place| place.id)));
    ids(&mut set.bands.iter().map(|part| part.id.as_str()).zip(places.bands.iter().map(|place| place.id)));
    ids(&mut set.questions.iter().map(|part| part.id.as_str()).zip(places.questions.iter().map(|place| place.id)));
    let labels = set.choices.iter().map(|choice| choice.label.as_str());
    report_repeated("label", &mut labels.zip(places.choices.iter().map(|place| place.label)), faults);

    check_choices(set, places, faults);
    if set.kind == Kind::Diagnosis {
        let categories = References {
            key: "category",
            table: "categories",
            ids: set.categories.iter().map(|part| part.id.as_str()).collect(),
            places: &places.categories,
        };
        let used = set.questions.iter().map(|question| question.category.as_str());
        categories.check(used.zip(places.questions.iter().map(|place| place.category)), faults);
        let groups = References {
            key: "group",
            table: "groups",
            ids: set.groups.iter().map(|part| part.id.as_str()).collect(),
            places: &places.groups,
        };
        let used = set.questions.iter().map(|question| question.group.as_str());
        groups.check(used.zip(places.questions.iter().map(|place| place.group)), faults);
        check_bands(set, places, faults);
    }
}

fn report_repeated(key: &str, values: &mut dyn Iterator<Item = (&str, Option<usize>)>, faults: &Faults<'_>) {
    let mut seen = HashMap::new();
    for (value, place) in values {
        let Some(place) = place else { continue };
        if let Some(first) = seen.get(value) {
            let first = faults.position(*first);
            faults.add(place, FieldFault::UsedBefore { key: key.into(), value: value.into(), first });
        } else {
            seen.insert(value, place);
        }
    }
}

fn check_choices(set: &QuestionSet, places: &Places, faults: &Faults<'_>) {
    let Some(values) = places.choices.iter().map(|place| place.value).collect::<Option<Vec<usize>>>() else { return };
    let Some(first) = values.first() else { return };
    match set.kind {
        Kind::Checklist if !set.choices.iter().any(|choice| choice.counts) => {
            faults.add(*first, QuestionSetFault::NoChoiceCounts);
        }
        Kind::Diagnosis if set.least_points() == set.most_points() => {
            faults.add(*first, QuestionSetFault::EqualPoints);
        }
        _ => {}
    }
}

/// Ids by which questions say where they belong.
struct References<'set> {
    key: &'static str,
    table: &'static str,
    ids: Vec<&'set str>,
    places: &'set [Option<usize>],
}

impl References<'_> {
    fn check<'used>(&self, used: impl Iterator<Item = (&'used str, Option<usize>)>, faults: &Faults<'_>) {
        // A part whose id could not be read may be the very one that is meant.
        let Some(places) = self.places.iter().copied().collect::<Option<Vec<usize>>>() else { return };
        let (key, table) = (self.key, self.table);
        let mut found = HashSet::new();
        let mut is_whole = true;
        for (id, place) in used {
            found.insert(id);
            match place {
                Some(place) if !self.ids.contains(&id) => {
                    faults.add(place, QuestionSetFault::UnknownPart { key, id: id.into(), table });
                }
                Some(_) => {}
                None => is_whole = false,
            }
        }
        for (id, place) in self.ids.iter().copied().zip(places) {
            if is_whole && !found.contains(id) {
                faults.add(place, QuestionSetFault::UnusedPart { id: id.into(), table });
            }
        }
    }
}

/// Reports bands that are upside down, overlap, leave a hole or do not cover exactly the totals that can occur.
fn check_bands(set: &QuestionSet, places: &Places, faults: &Faults<'_>) {
    if set.questions.is_empty() || places.choices.is_empty() || places.choices.iter().any(|place| place.value.is_none())
    {
        return;
    }
    let mut bands = Vec::with_capacity(set.bands.len());
    for (band, place) in set.bands.iter().zip(&places.bands) {
        let (Some(min), Some(max)) = (place.min, place.max) else { return };
        bands.push(PlacedBand { min: band.min, max: band.max, min_place: min, max_place: max });
    }
    let before = bands.len();
    bands.retain(|band| {
        if band.min > band.max {
            faults.add(band.min_place, QuestionSetFault::ReversedBand { min: band.min, max: band.max });
        }
        band.min <= band.max
    });
    bands.sort_by_key(|band| band.min);
    let (Some(first), Some(last)) = (bands.first(), bands.iter().max_by_key(|band| band.max)) else { return };
    if bands.len() != before {
        return;
    }
    let questions = set.questions.len() as i32;
    let (lowest, highest) = (set.least_points() * questions, set.most_points() * questions);
    if lowest == highest {
        return;
    }
    for (limit, found, wanted, place) in
        [(Limit::Min, first.min, lowest, first.min_place), (Limit::Max, last.max, highest, last.max_place)]
    {
        if found != wanted {
            faults.add(place, QuestionSetFault::WrongEnd { limit, found, lowest, highest });
        }
    }
    let mut below = first;
    for band in &bands[1..] {
        if band.min <= below.max {
            let other = faults.position(below.min_place);
            faults.add(band.min_place, QuestionSetFault::OverlappingBand { other, min: below.min, max: below.max });
        } else if band.min > below.max + 1 {
            faults.add(band.min_place, QuestionSetFault::Gap { from: below.max + 1, to: band.min - 1 });
        }
        if band.max > below.max {
            below = band;
        }
    }
}

/// A band with the places of its limits.
struct PlacedBand {
    min: i32,
    max: i32,
    min_place: usize,
    max_place: usize,
}
