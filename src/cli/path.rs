//! `path`: where the data is.

use clap::ArgMatches;

use super::context::Context;
use super::failure::Failure;
use crate::store::failure::shown;
use crate::text::{pad, width};

/// Runs the command.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let words = &context.messages().cli;
    let store = context.store()?;
    let settings = context.settings_file.path();
    if matches.get_flag("json") {
        return context.print_json(&serde_json::json!({
            "schema": crate::report::json::SCHEMA,
            "data": store.data().to_string_lossy(),
            "assessments": store.assessments().to_string_lossy(),
            "settings": settings.map(|path| path.to_string_lossy()),
        }));
    }
    let rows = [
        (words.data_folder, shown(store.data())),
        (words.assessments_folder, shown(store.assessments())),
        (words.settings_file, settings.map_or_else(|| "-".to_owned(), shown)),
    ];
    let cells = rows.iter().map(|(label, _)| width(label)).max().unwrap_or_default() + 2;
    let lines: Vec<String> = rows.iter().map(|(label, path)| format!("{}{path}\n", pad(label, cells, ""))).collect();
    context.print(&lines.concat())
}
