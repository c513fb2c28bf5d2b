//! A saved assessment as text, and back.
//!
//! The layout serves three readers: a person, who finds names and comments; the list, which finds all that it shows in the
//! first lines (`[summary]` repeats what follows from the answers); and the parser, which trusts nothing.
//!
//! | file | what it does |
//! | --- | --- |
//! | `layout` | tables and keys in their order, shared by writer and scanner |
//! | `writing` | an assessment as text |
//! | `scan` | the fast reader of files as they are written, for the list and for [`statistics`] |
//! | the rest | the parser: reads every valid file and names the faults of the others |

mod declaration;
mod head;
pub(super) mod layout;
mod outline;
pub(super) mod scan;
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
use writing::sheet_head;
pub use writing::write;

/// The newest layout of saved files that this program reads, and the one that it writes.
pub const SCHEMA: i64 = 1;

/// The number of the layout that the head of a saved file states. Whether it is a saved file at all is for [`parse`] to find
/// out.
pub(super) fn layout_of(contents: &[u8]) -> Option<i64> {
    let head = contents.split(|byte| *byte == b'\n').take_while(|line| !line.starts_with(b"["));
    head.filter_map(|line| std::str::from_utf8(line).ok()?.trim_start_matches('\u{feff}').strip_prefix("schema"))
        .find_map(|rest| rest.trim_start().strip_prefix('=')?.split('#').next()?.trim().parse().ok())
}

/// The heading with which every file ends. Without it the file was cut short.
pub(super) const END: &str = "[end]";

/// The most faults of a saved file that are listed: beyond them it is not one.
const MAX_FAULTS: usize = 100;

/// Finds the question set of a kind, id and edition among those available.
pub type Lookup<'a> = &'a (dyn Fn(Kind, &str, &str) -> Option<SharedSet> + Sync);

/// Parses a saved assessment. If the question set of a sheet is available and agrees with the outline in the file, it is used
/// with all its texts; otherwise the outline is. Unknown keys are ignored.
///
/// # Errors
///
/// All faults of the text in the order of their locations, at least one. For a file of a newer layout, and for one that was
/// cut short, only that fault: anything else would be guessed.
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
