//! The language versions of one set must be the same set.

use super::{Band, Choice, Question, QuestionSet};
use crate::core::star::Star;
use crate::input::{Fault, QuestionSetFault, Quoted, VersionValue};

/// Compares the language versions of each set, that is, sets of the same id and edition, and names every difference
/// in what must not differ: kind, the star that it counts for, ids and their order, categories, groups, points, what counts, tones and bands.
///
/// Each set comes with the name by which faults call it, a file name for instance. Sets of different id or edition have
/// nothing to do with each other.
pub fn check_versions(sets: &[(&str, &QuestionSet)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, (name, set)) in sets.iter().enumerate() {
        let first = sets[..index].iter().find(|(_, other)| other.id == set.id && other.edition == set.edition);
        if let Some((first_name, first)) = first {
            Comparison { names: (first_name, name), faults: &mut faults }.sets(first, set);
        }
    }
    faults
}

/// Two versions being compared.
struct Comparison<'faults> {
    names: (&'faults str, &'faults str),
    faults: &'faults mut Vec<Fault>,
}

impl Comparison<'_> {
    fn sets(&mut self, a: &QuestionSet, b: &QuestionSet) {
        self.value("kind", "", a.kind.name(), b.kind.name());
        let counts_for = |set: &QuestionSet| set.counts_for.map_or("-", Star::name);
        self.value("counts_for", "", counts_for(a), counts_for(b));
        self.ids("categories", a.categories.iter().map(|part| &*part.id), b.categories.iter().map(|part| &*part.id));
        self.ids("groups", a.groups.iter().map(|part| &*part.id), b.groups.iter().map(|part| &*part.id));
        self.ids("choices", a.choices.iter().map(|part| &*part.id), b.choices.iter().map(|part| &*part.id));
        self.ids("bands", a.bands.iter().map(|part| &*part.id), b.bands.iter().map(|part| &*part.id));
        self.ids("questions", a.questions.iter().map(|part| &*part.id), b.questions.iter().map(|part| &*part.id));

        for (a, b) in a.choices.iter().filter_map(|choice| Some((choice, b.choice(&choice.id)?))) {
            self.choices(a, b);
        }
        for (a, b) in a.bands.iter().filter_map(|a| Some((a, b.bands.iter().find(|b| b.id == a.id)?))) {
            self.bands(a, b);
        }
        for (a, b) in a.questions.iter().filter_map(|question| Some((question, b.question(&question.id)?))) {
            self.questions(a, b);
        }
    }

    fn choices(&mut self, a: &Choice, b: &Choice) {
        self.value("points", &a.id, &a.points.to_string(), &b.points.to_string());
        self.value("counts", &a.id, &a.counts.to_string(), &b.counts.to_string());
        self.value("tone", &a.id, a.tone.name(), b.tone.name());
    }

    fn bands(&mut self, a: &Band, b: &Band) {
        self.value("min", &a.id, &a.min.to_string(), &b.min.to_string());
        self.value("max", &a.id, &a.max.to_string(), &b.max.to_string());
    }

    fn questions(&mut self, a: &Question, b: &Question) {
        self.value("category", &a.id, &a.category, &b.category);
        self.value("group", &a.id, &a.group, &b.group);
    }

    fn value(&mut self, key: &'static str, of: &str, a: &str, b: &str) {
        if a != b {
            let versions = Box::new(self.values(a, b));
            self.faults.push(Fault::of_file(QuestionSetFault::VersionsDiffer { key, of: of.into(), versions }));
        }
    }

    fn ids<'set>(
        &mut self,
        table: &'static str,
        a: impl Iterator<Item = &'set str>,
        b: impl Iterator<Item = &'set str>,
    ) {
        let (first, second) = self.names;
        let (a, b): (Vec<&str>, Vec<&str>) = (a.collect(), b.collect());
        let faults_before = self.faults.len();
        for (these, those, has, lacks) in [(&a, &b, first, second), (&b, &a, second, first)] {
            for id in these.iter().filter(|id| !those.contains(id)) {
                let (id, has, lacks) = (Quoted::new(id), has.into(), lacks.into());
                self.faults.push(Fault::of_file(QuestionSetFault::MissingInVersion { table, id, has, lacks }));
            }
        }
        if self.faults.len() > faults_before {
            return;
        }
        if let Some((a, b)) = a.iter().zip(&b).find(|(a, b)| a != b) {
            let versions = Box::new(self.values(a, b));
            self.faults.push(Fault::of_file(QuestionSetFault::OrderDiffers { table, versions }));
        }
    }

    /// What both versions say.
    fn values(&self, a: &str, b: &str) -> [VersionValue; 2] {
        let (first, second) = self.names;
        let value = |file: &str, value: &str| VersionValue { file: file.into(), value: value.into() };
        [value(first, a), value(second, b)]
    }
}
