//! The available question sets: the built-in ones and those of `--questions`.

use std::fmt;

use super::language::Language;
use super::question_set::{Kind, SharedSet, check_versions, parse};
use super::shipped::{Shipped, shipped};
use crate::input::Fault;

/// Where a set comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Compiled in.
    BuiltIn,
    /// A file, by the name under which it was given.
    File(String),
}

/// An available set with all its languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogEntry {
    /// What it is for.
    pub kind: Kind,
    /// Stable name.
    pub id: String,
    /// Edition.
    pub edition: String,
    /// Title, in the language asked for if it exists in that.
    pub title: String,
    /// The language versions with where each comes from, Japanese first.
    pub versions: Vec<(Language, Origin)>,
}

/// The available question sets. A built-in set is read when it is first asked for, and only once.
#[derive(Debug)]
pub struct Catalog {
    /// In the order in which they were added; a later one goes before an earlier one.
    volumes: Vec<Volume>,
}

/// One language version of a set.
struct Volume {
    kind: Kind,
    id: String,
    edition: String,
    language: Language,
    origin: Origin,
    set: SharedSet,
}

/// The built-in sets as (kind, id, edition, texts), the default of each kind first.
const BUILT_IN: [(Kind, &str, &str, Shipped); 3] = [
    (Kind::Checklist, "five-principles", "1", shipped!("five-principles.toml")),
    (Kind::Checklist, "six-principles", "1", shipped!("six-principles.toml")),
    (Kind::Diagnosis, "self-diagnosis", "1", shipped!("self-diagnosis.toml")),
];

impl Default for Catalog {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Catalog {
    /// How saved files find their question sets: by kind, id and edition, in a language where it is available.
    pub fn lookup(&self, language: Language) -> impl Fn(Kind, &str, &str) -> Option<SharedSet> + Sync + '_ {
        move |kind, id, edition| self.find(kind, id, edition, language)
    }

    /// The built-in sets. Nothing is read yet.
    pub fn built_in() -> Self {
        let volumes = BUILT_IN.iter().flat_map(|(kind, id, edition, text)| {
            Language::ALL.map(|language| Volume {
                kind: *kind,
                id: (*id).to_owned(),
                edition: (*edition).to_owned(),
                language,
                origin: Origin::BuiltIn,
                set: SharedSet::built_in(text(language)),
            })
        });
        Self { volumes: volumes.collect() }
    }

    /// Adds the set of a question file. It replaces a set of the same kind, id, edition and language; built-in versions
    /// in the other language that are no longer the same set go with it.
    ///
    /// # Errors
    ///
    /// The faults of the file, or the differences from its other language version if that was added before. Nothing
    /// is added then.
    pub fn add(&mut self, text: &str, origin: String) -> Result<(), Vec<Fault>> {
        let set = parse(text)?;
        let mut other_built_in = None;
        for (index, volume) in self.volumes.iter().enumerate() {
            if !volume.is_edition(set.kind, &set.id, &set.edition) || volume.language == set.language {
                continue;
            }
            let (name, is_built_in) = match &volume.origin {
                Origin::BuiltIn => ("", true),
                Origin::File(name) => (name.as_str(), false),
            };
            let differences = check_versions(&[(name, &volume.set), (&origin, &set)]);
            match (differences.is_empty(), is_built_in) {
                (true, _) => {}
                (false, true) => other_built_in = Some(index),
                (false, false) => return Err(differences),
            }
        }
        if let Some(index) = other_built_in {
            self.volumes.remove(index);
        }
        self.volumes
            .retain(|volume| volume.language != set.language || !volume.is_edition(set.kind, &set.id, &set.edition));
        self.volumes.push(Volume {
            kind: set.kind,
            id: set.id.clone(),
            edition: set.edition.clone(),
            language: set.language,
            origin: Origin::File(origin),
            set: set.into(),
        });
        Ok(())
    }

    /// A set in a language, or in another one where it does not exist in that.
    pub fn find(&self, kind: Kind, id: &str, edition: &str, language: Language) -> Option<SharedSet> {
        let version = |language| {
            let volume =
                self.volumes.iter().find(|volume| volume.language == language && volume.is_edition(kind, id, edition));
            volume.map(|volume| volume.set.clone())
        };
        version(language).or_else(|| Language::ALL.into_iter().find_map(version))
    }

    /// The edition of a set that was added last.
    pub fn by_id(&self, id: &str, language: Language) -> Option<SharedSet> {
        self.last(|volume| volume.id == id, language)
    }

    /// The checklist to begin with: the one of `--questions`, else the five principles.
    pub fn default_checklist(&self, language: Language) -> Option<SharedSet> {
        self.default_of(Kind::Checklist, language)
    }

    /// The diagnosis to begin with: the one of `--questions`, else the self-diagnosis.
    pub fn default_diagnosis(&self, language: Language) -> Option<SharedSet> {
        self.default_of(Kind::Diagnosis, language)
    }

    /// All checklists, each edition once, in a language where they exist in it.
    pub fn checklists(&self, language: Language) -> Vec<SharedSet> {
        self.editions()
            .into_iter()
            .filter(|volume| volume.kind == Kind::Checklist)
            .filter_map(|volume| self.find(volume.kind, &volume.id, &volume.edition, language))
            .collect()
    }

    /// All available sets, each edition once.
    pub fn entries(&self, language: Language) -> Vec<CatalogEntry> {
        let entry = |volume: &Volume| {
            let set = self.find(volume.kind, &volume.id, &volume.edition, language)?;
            let versions = Language::ALL.into_iter().filter_map(|language| {
                let is_version = |other: &&Volume| {
                    other.language == language && other.is_edition(volume.kind, &volume.id, &volume.edition)
                };
                self.volumes.iter().find(is_version).map(|version| (language, version.origin.clone()))
            });
            Some(CatalogEntry {
                kind: set.kind,
                id: set.id.clone(),
                edition: set.edition.clone(),
                title: set.title.clone(),
                versions: versions.collect(),
            })
        };
        self.editions().into_iter().filter_map(entry).collect()
    }

    fn default_of(&self, kind: Kind, language: Language) -> Option<SharedSet> {
        self.last(|volume| volume.kind == kind && volume.origin != Origin::BuiltIn, language).or_else(|| {
            let volume = self.volumes.iter().find(|volume| volume.kind == kind)?;
            self.find(kind, &volume.id, &volume.edition, language)
        })
    }

    fn last(&self, is_meant: impl Fn(&Volume) -> bool, language: Language) -> Option<SharedSet> {
        let volume = self.volumes.iter().rev().find(|volume| is_meant(volume))?;
        self.find(volume.kind, &volume.id, &volume.edition, language)
    }

    /// The first language version of each edition.
    fn editions(&self) -> Vec<&Volume> {
        let mut editions: Vec<&Volume> = Vec::new();
        for volume in &self.volumes {
            if !editions.iter().any(|known| known.is_edition(volume.kind, &volume.id, &volume.edition)) {
                editions.push(volume);
            }
        }
        editions
    }
}

impl Volume {
    fn is_edition(&self, kind: Kind, id: &str, edition: &str) -> bool {
        self.kind == kind && self.id == id && self.edition == edition
    }
}

impl fmt::Debug for Volume {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {} {} {:?}", self.id, self.edition, self.language.code(), self.origin)
    }
}
