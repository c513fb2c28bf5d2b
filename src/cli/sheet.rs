//! `sheet`: an answer sheet to hand out.

use clap::ArgMatches;

use super::arguments::option_of;
use super::context::Context;
use super::export::deliver;
use super::failure::Failure;
use crate::core::assessment::new_id;
use crate::core::language::Language;
use crate::core::organization::{FieldValueMut, Organization, OrganizationField};
use crate::core::question_set::{Kind, SharedSet};
use crate::effects::now;
use crate::report::answer_sheet::{self, Versions, WebSheet};
use crate::report::error::DocumentError;
use crate::store::outgoing;

/// Runs the command.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let catalog = context.catalog()?;
    let words = &context.messages().cli;
    let checklist = versions(context, matches, Kind::Checklist, |language| catalog.default_checklist(language))?;
    let diagnosis = versions(context, matches, Kind::Diagnosis, |language| catalog.default_diagnosis(language))?;
    let organization = organization(matches);
    let name = matches.get_one::<String>("format").map_or("xlsx", String::as_str);
    if name == "csv" && organization != Organization::default() {
        return Err(Failure::Usage(words.no_place_in_csv.to_owned()));
    }
    let [one, two] = [&checklist, &diagnosis].map(|[ja, en]| match context.language {
        Language::Ja => ja,
        Language::En => en,
    });
    let failed = |error: DocumentError| Failure::of_document(&error, context.language);
    let file = file_name(&organization, context.language, name);
    let contents = match name {
        "csv" => answer_sheet::csv(one, two).into_bytes(),
        "html" => {
            let sheet = WebSheet {
                language: context.language,
                organization,
                id: new_id(),
                campaign: None,
                with_points: !matches.get_flag("without-points"),
                checklist,
                diagnosis,
            };
            answer_sheet::html(&sheet).map_err(failed)?.into_bytes()
        }
        _ => answer_sheet::xlsx(one, two, &organization, context.language, now()).map_err(failed)?,
    };
    deliver(context, matches, &file, &contents, name == "xlsx")
}

/// The chosen set, or else the default, in each language.
fn versions(
    context: &Context,
    matches: &ArgMatches,
    kind: Kind,
    default: impl Fn(Language) -> Option<SharedSet>,
) -> Result<Versions, Failure> {
    let version = |language| {
        let set = context.chosen_set(matches, kind, language)?.or_else(|| default(language));
        set.ok_or_else(|| Failure::message((context.messages().cli.no_such_set)(kind.name())))
    };
    let [ja, en] = Language::ALL.map(version);
    Ok([ja?, en?])
}

/// The fields about who answers, as far as they are given.
fn organization(matches: &ArgMatches) -> Organization {
    let mut organization = Organization::default();
    for field in OrganizationField::ALL {
        match organization.get_mut(field) {
            FieldValueMut::Text(text) => {
                *text = matches
                    .get_one::<String>(option_of(field))
                    .map(|given| given.trim())
                    .unwrap_or_default()
                    .to_owned();
            }
            FieldValueMut::Count(count) => *count = matches.get_one::<u32>(option_of(field)).copied(),
        }
    }
    organization
}

/// The name of a sheet: whom it is for, where that is given.
fn file_name(organization: &Organization, language: Language, extension: &str) -> String {
    let Organization { name, site, respondent, .. } = organization;
    outgoing::file_name(&["hoshitori-sheet", language.code(), name, site, respondent], extension)
}
