//! A saved assessment as text, and back. No disk here.
//!
//! The layout is made for three readers: a person, who finds everything under a name and a comment at the top; the list,
//! which finds all that it shows within the first lines; and this program, which trusts none of it. What the file
//! says twice, it says once for the list and once for real.

mod declaration;
mod head;
mod outline;
mod sheet;
pub mod statistics;
mod writing;

use toml::de::DeTable;

use crate::core::assessment::Assessment;
use crate::core::place::Place;
use crate::core::question_set::{Kind, SharedSet};
use crate::core::sheet::to_the_millisecond;
use crate::input::toml::{Fields, report_syntax};
use crate::input::{Fault, Faults};

pub(super) use head::is_id;
pub(super) use writing::sheet_head;
pub use writing::write;

/// The newest layout of saved files that this program reads, and the one that it writes.
pub const SCHEMA: i64 = 1;

/// The number of the layout that the head of a saved file says, without reading the rest of it. Whether the file is one at
/// all is for [`parse`] to find out.
pub(super) fn layout_of(contents: &[u8]) -> Option<i64> {
    let head = contents.split(|byte| *byte == b'\n').take_while(|line| !line.starts_with(b"["));
    head.filter_map(|line| std::str::from_utf8(line).ok()?.trim_start_matches('\u{feff}').strip_prefix("schema"))
        .find_map(|rest| rest.trim_start().strip_prefix('=')?.split('#').next()?.trim().parse().ok())
}

/// The table with which every file ends. Without it the file was cut.
pub(super) const END: &str = "[end]";

/// The most faults of a saved file that are listed: beyond them it is not one.
const MAX_FAULTS: usize = 100;

/// Finds the set of a kind, id and edition among those that are available.
pub type Lookup<'a> = &'a (dyn Fn(Kind, &str, &str) -> Option<SharedSet> + Sync);

/// Reads a saved assessment. Where the set of a sheet is available and means the same as the outline in the file, it is used
/// with all its texts, else the outline serves. Keys that this program does not know are ignored.
///
/// # Errors
///
/// All faults of the text in the order of their places, at least one. A file of a newer layout and a file that was cut
/// short have just that fault: the rest would only be guessed.
pub fn parse(text: &str, lookup: Lookup<'_>) -> Result<Assessment, Vec<Fault>> {
    let mut faults = Faults::of_text(text, MAX_FAULTS);
    let (table, errors) = DeTable::parse_recoverable(text);
    let root = Fields::new(table.get_ref(), 0, &faults);
    let assessment = if !head::is_known_layout(root, errors.is_empty()) {
        None
    } else if errors.is_empty() && head::is_whole(root) {
        read(root, lookup)
    } else {
        if !head::is_whole(root) {
            head::report_cut(&faults, text);
        }
        report_syntax(&errors, table.get_ref(), text, &mut faults);
        None
    };
    faults.into_result(assessment)
}

fn read(root: Fields<'_>, lookup: Lookup<'_>) -> Option<Assessment> {
    let id = head::id(root);
    let created_at = root.needed_date_time("created_at").map(to_the_millisecond);
    let updated_at = root.date_time("updated_at").map(to_the_millisecond);
    let language = head::language(root);
    let organization = head::organization(root);
    let checklist = sheet::read(root, Kind::Checklist, lookup);
    let diagnosis = sheet::read(root, Kind::Diagnosis, lookup);
    let plan = declaration::plan(root);
    let policy = declaration::policy(root);
    let publication = declaration::publication(root);
    let declaration = declaration::declaration(root);
    let merge = declaration::merge(root);
    let carried_from = root.text("carried_from").map(str::to_owned);
    let place = root.text("place").and_then(|place| place.parse().ok());
    let (checklist, diagnosis) = (checklist?, diagnosis?);
    // An answer that has a fault is not missing.
    if root.faults().is_empty() {
        head::check_answers(root, checklist.answered() + diagnosis.answered());
    }
    let place = Place::within(place, &checklist, &diagnosis);
    let created_at = created_at?;
    let updated_at = updated_at.unwrap_or(created_at);
    Some(Assessment {
        id: id?,
        created_at,
        updated_at,
        language,
        organization,
        place,
        checklist,
        diagnosis,
        plan,
        policy,
        publication,
        declaration,
        carried_from,
        merge,
    })
}

/// The name of a kind's table.
pub(super) const fn table_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Checklist => "checklist",
        Kind::Diagnosis => "diagnosis",
    }
}
