//! hoshitori takes a company through SECURITY ACTION in the terminal. The binary only calls [`cli::run`]; everything is here.
//!
//! # The map
//!
//! Each part may use those above it and none below it.
//!
//! | part | what is in it |
//! | --- | --- |
//! | [`text`] | text made safe for terminals, measured in cells, broken into lines; knows nothing of the rest |
//! | [`appearance`] | every symbol of the program, in Unicode and in ASCII, and whether there is colour |
//! | [`input`] | what comes from outside, before it means anything: encodings, TOML and JSON, every fault with its location and its kind; no sentences |
//! | [`core`] | question sets, answers, score, stars, plan, comparison, trend, merging, figures over many; pure, without clock, disk or terminal |
//! | [`store`] | saved assessments and settings on disk: parsing, scanning, listing, durable writing, locks; of `messages` it takes the comments of saved files only |
//! | [`messages`] | every sentence of the interface in every language, those of errors included; a missing translation does not compile |
//! | [`report`] | what leaves the program, one file per format; reports for people are all set from one content |
//! | [`import`] | what comes back into it: documents, tables, workbooks |
//! | [`aggregate`] | many assessments from files, folders and streams, counted one at a time for statistics |
//! | [`app`] | the interactive program without a terminal: model, messages, effects; one file per screen with its state, keys, commands and line-mode page |
//! | [`effects`] | the edge: carries out the effects of `app` on disk and clock, and answers with messages |
//! | [`tui`] | the screens in a terminal: initialising and restoring it, events, one view per screen, widgets |
//! | `console` | on Windows only: what a console there has that terminals elsewhere have not |
//! | [`line_mode`] | the same `app`, line by line: prints the pages of the screens, reads numbers and words |
//! | [`cli`] | the command line: its definition, one file per command, errors, exit codes |
//!
//! # Errors and languages
//!
//! What can fail returns a type without words: [`store::failure::StoreError`], [`core::merge::MergeFault`],
//! [`app::effect::EffectError`]. The [`app::model::Model`] keeps an [`app::notice::Notice`]. A view, a command or line mode words
//! them when they are shown, in the language of that moment, with the sentences of [`messages`].
//!
//! # How a key becomes a saved answer
//!
//! A thread of `tui::events` reads the key and sends it over the one channel of [`app::message::Message`]s. The loop hands it to
//! [`app::update::update`], which finds its `Command` among the keys of the screen (`app::key_table`), lets the screen change the
//! [`app::model::Model`] and returns [`app::effect::Effect`]s, among them the new state to be saved. [`effects::Session`] gives
//! that to the writer thread of [`store::writer`], which answers `Saved` once it is durable. The loop draws the model with
//! [`tui::views::view`], which only reads. Keys never wait for the disk.
//!
//! # Using it as a library
//!
//! ```
//! use hoshitori::core::catalog::Catalog;
//! use hoshitori::core::language::Language;
//! use hoshitori::core::score::score;
//! use hoshitori::core::sheet::Sheet;
//!
//! let set = Catalog::built_in().default_diagnosis(Language::En).ok_or("no diagnosis")?;
//! let mut sheet = Sheet::new(set);
//! sheet.choose("software-updates", "implemented", "2026-11-22T10:00:00+09:00".parse()?);
//! assert_eq!(score(&sheet).points, 4);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `examples/` has small programs that go on from there.

#[macro_use]
mod enum_with_all;

pub mod aggregate;
pub mod app;
pub mod appearance;
pub mod cli;
#[cfg(windows)]
pub mod console;
pub mod core;
pub mod effects;
pub mod import;
pub mod input;
pub mod line_mode;
pub mod messages;
pub mod report;
pub mod store;
pub mod text;
pub mod tui;
