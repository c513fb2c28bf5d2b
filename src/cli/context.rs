//! What every command needs: language, question sets, the store, and where its output goes.

use std::cell::OnceCell;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;

use super::failure::Failure;
use crate::appearance::{Appearance, ColorChoice, use_color};
use crate::core::assessment::Assessment;
use crate::core::catalog::Catalog;
use crate::core::language::Language;
use crate::core::question_set::{Kind, SharedSet};
use crate::input::encoding::decode;
use crate::messages::Messages;
use crate::messages::messages;
use crate::report::text::TextReport;
use crate::store::failure::StoreError;
use crate::store::settings::{Settings, SettingsFile};
use crate::store::{Store, folders, read};
use crate::text::{clean, escaped_json};

/// Cells of a line where the output is no terminal.
const CELLS: usize = 80;

/// What every command needs.
#[derive(Debug)]
pub struct Context {
    /// Language of everything that is said.
    pub language: Language,
    /// Saved settings, overridden by command-line flags.
    pub settings: Settings,
    /// Where they are saved.
    pub settings_file: SettingsFile,
    /// Line by line instead of screens.
    pub plain: bool,
    data_dir: Option<PathBuf>,
    question_files: Vec<PathBuf>,
    catalog: OnceCell<Arc<Catalog>>,
    store: OnceCell<Arc<Store>>,
}

impl Context {
    /// The context that arguments, settings and environment give.
    pub fn new(language: Language, matches: &ArgMatches, mut settings: Settings, settings_file: SettingsFile) -> Self {
        let color = matches.get_one::<String>("color").and_then(|name| ColorChoice::from_name(name));
        settings.color = color.or(settings.color);
        let needs_ascii = settings.ascii.is_none() && !shows_symbols();
        if needs_ascii || matches.get_flag("ascii") {
            settings.ascii = Some(true);
        }
        Self {
            language,
            plain: matches.get_flag("plain") || !can_draw(),
            data_dir: matches.get_one::<PathBuf>("data-dir").cloned(),
            question_files: matches.get_many::<PathBuf>("questions").into_iter().flatten().cloned().collect(),
            settings,
            settings_file,
            catalog: OnceCell::new(),
            store: OnceCell::new(),
        }
    }

    /// The sentences of the user's language.
    pub fn messages(&self) -> &'static Messages {
        messages(self.language)
    }

    /// Prints a warning on standard error.
    pub fn warn(&self, error: &StoreError) {
        for sentence in error.sentences(self.language) {
            // Ignore write errors: standard error is closed.
            let _ = writeln!(io::stderr(), "warning: {sentence}");
        }
    }

    /// How things look on standard output.
    pub fn appearance(&self) -> Appearance {
        appearance(&self.settings)
    }

    /// A writer of text reports for standard output.
    pub fn text_report<'a>(&self, appearance: &'a Appearance) -> TextReport<'a> {
        TextReport::new(self.language, appearance, cells())
    }

    /// The available question sets: those built in and those of `--questions`.
    ///
    /// # Errors
    ///
    /// All faults of a question file.
    pub fn catalog(&self) -> Result<Arc<Catalog>, Failure> {
        if let Some(catalog) = self.catalog.get() {
            return Ok(Arc::clone(catalog));
        }
        let mut catalog = Catalog::built_in();
        for file in &self.question_files {
            let text = self.read_text(file)?;
            let name = file.to_string_lossy();
            catalog
                .add(&text, name.clone().into_owned())
                .map_err(|faults| Failure::of_file(&name, &faults, self.language))?;
        }
        Ok(Arc::clone(self.catalog.get_or_init(|| Arc::new(catalog))))
    }

    /// The set that `--checklist` or `--diagnosis` names; `None` without the option.
    ///
    /// # Errors
    ///
    /// No set of that kind has that id, or a question file is faulty.
    pub fn chosen_set(
        &self,
        matches: &ArgMatches,
        kind: Kind,
        language: Language,
    ) -> Result<Option<SharedSet>, Failure> {
        let Some(id) = matches.get_one::<String>(kind.name()) else { return Ok(None) };
        let set = self.catalog()?.by_id(id, language).filter(|set| set.kind == kind);
        set.map(Some).ok_or_else(|| Failure::message((self.messages().cli.no_such_set)(&clean(id))))
    }

    /// The text of a file from outside.
    ///
    /// # Errors
    ///
    /// It cannot be read, is too large, or is no UTF-8.
    pub fn read_text(&self, file: &Path) -> Result<String, Failure> {
        let bytes = read::read(file).map_err(|error| self.failed(&error))?;
        let text =
            decode(&bytes).map_err(|fault| Failure::of_file(&file.to_string_lossy(), &[fault], self.language))?;
        Ok(text.to_owned())
    }

    /// The folder of saved assessments.
    ///
    /// # Errors
    ///
    /// No folder is known, or a file stands in its way.
    pub fn store(&self) -> Result<Arc<Store>, Failure> {
        if let Some(store) = self.store.get() {
            return Ok(Arc::clone(store));
        }
        let store = folders::data_folder(self.data_dir.as_deref())
            .and_then(Store::open)
            .map_err(|error| self.failed(&error))?;
        Ok(Arc::clone(self.store.get_or_init(|| Arc::new(store))))
    }

    /// The file of an assessment as named on the command line.
    ///
    /// # Errors
    ///
    /// Nothing is meant by it, or more than one.
    pub fn find(&self, argument: &str) -> Result<PathBuf, Failure> {
        let catalog = self.catalog()?;
        self.store()?.find(argument, &catalog.lookup(self.language)).map_err(|error| self.failed(&error))
    }

    /// The assessment named by an argument of the command.
    ///
    /// # Errors
    ///
    /// Nothing is meant by it, or it cannot be read.
    pub fn assessment(&self, matches: &ArgMatches, argument: &str) -> Result<Assessment, Failure> {
        let name = matches.get_one::<String>(argument).map(String::as_str).unwrap_or_default();
        let path = self.find(name)?;
        let catalog = self.catalog()?;
        let opened = self.store()?.read(&path, &catalog.lookup(self.language)).map_err(|error| self.failed(&error))?;
        Ok(opened.assessment)
    }

    /// A failure of the store in the user's language.
    pub fn failed(&self, error: &StoreError) -> Failure {
        Failure::of_store(error, self.language)
    }

    /// Prints text on standard output.
    ///
    /// # Errors
    ///
    /// The output does not take it.
    pub fn print(&self, text: &str) -> Result<(), Failure> {
        self.print_bytes(text.as_bytes())
    }

    /// Prints bytes on standard output.
    ///
    /// # Errors
    ///
    /// The output does not take them.
    pub fn print_bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| Failure::of_output(&error, self.language))
    }

    /// Prints a JSON document and a line break on standard output.
    ///
    /// # Errors
    ///
    /// The output does not take it.
    pub fn print_json(&self, document: &impl serde::Serialize) -> Result<(), Failure> {
        self.print(&json_text(document)?)
    }
}

/// A JSON document and a line break.
///
/// # Errors
///
/// It cannot be told as JSON.
pub fn json_text(document: &impl serde::Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(document).map_err(|error| Failure::message(error.to_string()))?;
    // JSON allows characters with which a terminal can be controlled.
    Ok(escaped_json(&text).into_owned() + "\n")
}

/// Cells of a line of standard output.
pub fn cells() -> usize {
    if io::stdout().is_terminal() {
        crossterm::terminal::size().map_or(CELLS, |(width, _)| usize::from(width))
    } else {
        CELLS
    }
}

/// Whether a terminal at standard output could draw screens.
fn can_draw() -> bool {
    std::env::var_os("TERM").is_none_or(|term| term != "dumb") && (!io::stdout().is_terminal() || takes_escapes())
}

/// Whether a terminal at standard output takes escape sequences for what they mean. All do, but for consoles before Windows 10.
fn takes_escapes() -> bool {
    #[cfg(windows)]
    return crate::console::takes_escapes();
    #[cfg(not(windows))]
    true
}

/// Whether the terminal shows every symbol as it should. The Linux console has not one of them in its font.
fn shows_symbols() -> bool {
    #[cfg(windows)]
    return !io::stdout().is_terminal() || crate::console::shows_symbols();
    #[cfg(not(windows))]
    std::env::var_os("TERM").is_none_or(|term| term != "linux")
}

/// How things look on standard output with these settings.
pub fn appearance(settings: &Settings) -> Appearance {
    let color = use_color(
        settings.color.unwrap_or_default(),
        std::env::var_os("NO_COLOR").as_deref(),
        std::env::var_os("TERM").as_deref(),
        io::stdout().is_terminal() && takes_escapes(),
    );
    Appearance::new(settings.ascii.unwrap_or_default(), color)
}
