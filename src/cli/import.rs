//! `import`: exported files and filled-in answer sheets as new saved assessments, whole or nothing.

use std::panic;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use crate::core::assessment::{Assessment, Organization};
use crate::effects::now;
use crate::import::{self, ImportFormat, ImportOptions, MAX_FILE_SIZE};
use crate::input::Fault;
use crate::store::failure::{StoreError, shown};
use crate::store::{Store, read};

/// Runs the command. Every file is read before anything is saved, and every fault of every file is told.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.store()?;
    let named = matches.get_one::<String>("org").map(|name| name.trim().to_owned()).unwrap_or_default();
    let organization = Organization { name: named, ..Organization::default() };
    stumble_in_silence();
    let mut assessments = Vec::new();
    let mut faults = Vec::new();
    for file in matches.get_many::<PathBuf>("files").into_iter().flatten() {
        match assessment(context, &store, file, &organization) {
            Ok(assessment) => assessments.push(assessment),
            Err(Failure::Failed(sentences)) => faults.extend(sentences),
            Err(other) => return Err(other),
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Failed(faults));
    }
    let mut ids = String::new();
    for (saved, assessment) in assessments.iter().enumerate() {
        if let Err(error) = save(&store, assessment) {
            take_back(&store, &assessments[..saved]);
            return Err(context.failed(&error));
        }
        ids.push_str(&assessment.id);
        ids.push('\n');
    }
    context.print(&ids)
}

/// Keeps quiet about panics in the reader of workbooks: they are caught, and told as a file that cannot be read.
fn stumble_in_silence() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panicked| {
        if !panicked.location().is_some_and(|place| place.file().contains("calamine")) {
            usual(panicked);
        }
    }));
}

/// Deletes what was saved before a later one could not be: half an import would have to be found and cleaned up by hand.
fn take_back(store: &Store, saved: &[Assessment]) {
    for assessment in saved {
        // It was made a moment ago under an id that nobody knows yet. Should it not go, the failure to save is still what
        // is to be told.
        let _ = store.path_of(&assessment.id).and_then(|path| store.delete(&path));
    }
}

fn assessment(
    context: &Context,
    store: &Store,
    file: &Path,
    organization: &Organization,
) -> Result<Assessment, Failure> {
    let name = shown(file);
    let catalog = context.catalog()?;
    if file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) {
        let opened = store.read(file, &catalog.lookup(context.language)).map_err(|error| context.failed(&error))?;
        let mut assessment = opened.assessment;
        assessment.id = store.new_id();
        if !organization.name.is_empty() {
            assessment.organization.name.clone_from(&organization.name);
        }
        return Ok(assessment);
    }
    let Some(format) = ImportFormat::of_name(&name) else {
        return Err(Failure::message((context.messages().cli.unknown_format)(&name)));
    };
    let refused = |faults: Vec<Fault>| Failure::of_file(&name, &faults, context.language);
    let bytes = match read::read_up_to(file, MAX_FILE_SIZE as u64) {
        Ok(bytes) => bytes,
        Err(StoreError::TooLarge(_)) => return Err(refused(vec![import::too_large()])),
        Err(error) => return Err(context.failed(&error)),
    };
    let given = ImportOptions {
        id: store.new_id(),
        organization: organization.clone(),
        language: context.language,
        now: now(),
    };
    import::read(format, &bytes, &catalog, &given).map_err(refused)
}

/// Saves a new assessment under its id.
pub(super) fn save(store: &Store, assessment: &Assessment) -> Result<(), StoreError> {
    let lock = store.lock(&store.path_of(&assessment.id)?)?;
    store.save(&lock, assessment)
}
