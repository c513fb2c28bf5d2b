//! Rules for a question set as a whole.

use std::collections::{HashMap, HashSet};

use super::parse::Places;
use super::{Kind, QuestionSet};
use crate::core::toml_reader::{Faults, quoted};

/// Reports whatever makes a set contradict itself. Parts that could not be read are passed over.
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
            faults.used_before(key, value, place, *first);
        } else {
            seen.insert(value, place);
        }
    }
}

fn check_choices(set: &QuestionSet, places: &Places, faults: &Faults<'_>) {
    let Some(values) = places.choices.iter().map(|place| place.value).collect::<Option<Vec<usize>>>() else { return };
    let Some(first) = values.first() else { return };
    match set.kind {
        Kind::Checklist if !set.choices.iter().any(|choice| choice.counts) => faults.add(
            *first,
            "「counts = true」の選択肢がありません。取り組んでいるとみなす選択肢を一つ以上、trueにしてください。",
            "No choice counts. Set \"counts = true\" for at least one.",
        ),
        Kind::Diagnosis if set.least_points() == set.most_points() => faults.add(
            *first,
            "どの選択肢も同じ点数です。点数に差をつけてください。",
            "Every choice is worth the same points. Give at least two of them different points.",
        ),
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
                    let id = quoted(id);
                    faults.add(
                        place,
                        format!(
                            "「{key}」の「{id}」は[[{table}]]にありません。書き足すか、「{key}」を直してください。"
                        ),
                        format!("\"{key}\" is \"{id}\", which is no id under [[{table}]]. Add it there or correct it."),
                    );
                }
                Some(_) => {}
                None => is_whole = false,
            }
        }
        for (id, place) in self.ids.iter().copied().zip(places) {
            if is_whole && !found.contains(id) {
                let id = quoted(id);
                faults.add(
                    place,
                    format!("「{id}」に属する設問がありません。設問を入れるか、この[[{table}]]を消してください。"),
                    format!("No question belongs to \"{id}\". Put one into it or remove it from [[{table}]]."),
                );
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
            faults.add(
                band.min_place,
                format!("「min」（{}）が「max」（{}）より大きくなっています。直してください。", band.min, band.max),
                format!("\"min\" ({}) is above \"max\" ({}). Correct them.", band.min, band.max),
            );
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
    if first.min != lowest {
        report_wrong_end("min", first.min, lowest, first.min_place, (lowest, highest), faults);
    }
    if last.max != highest {
        report_wrong_end("max", last.max, highest, last.max_place, (lowest, highest), faults);
    }
    let mut below = first;
    for band in &bands[1..] {
        if band.min <= below.max {
            let other = faults.position(below.min_place);
            faults.add(
                band.min_place,
                format!(
                    "{other}の区分（{}から{}まで）と重なっています。「min」か「max」を直してください。",
                    below.min, below.max
                ),
                format!(
                    "This band overlaps the one at {other} ({} to {}). Correct \"min\" or \"max\".",
                    below.min, below.max
                ),
            );
        } else if band.min > below.max + 1 {
            let (from, to) = (below.max + 1, band.min - 1);
            faults.add(
                band.min_place,
                format!("{from}点から{to}点までがどの区分にも入っていません。「min」を{from}にするか、区分を足してください。"),
                format!("No band holds {from} to {to} points. Set \"min\" to {from} or add a band."),
            );
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

fn report_wrong_end(key: &str, found: i32, wanted: i32, place: usize, range: (i32, i32), faults: &Faults<'_>) {
    let (lowest, highest) = range;
    let (end_ja, end_en) = if key == "min" { ("最も低い", "lowest") } else { ("最も高い", "highest") };
    faults.add(
        place,
        format!(
            "合計点は{lowest}から{highest}までですが、{end_ja}区分の「{key}」が{found}です。{wanted}にしてください。"
        ),
        format!(
            "Totals go from {lowest} to {highest}, but the {end_en} band has \"{key}\" {found}. Set it to {wanted}."
        ),
    );
}
