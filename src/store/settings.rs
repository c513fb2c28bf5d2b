//! The settings, kept from one run to the next. They never stop the program: what is missing or wrong counts as not set, and
//! is reported.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::durable;
use super::failure::{Cause, StoreError};
use super::lock::FileLock;
use super::read::read;
pub use crate::appearance::ColorChoice;
use crate::core::language::Language;
use crate::input::encoding::decode;
use crate::input::toml::report_syntax;
use crate::input::{Fault, FaultKind, Faults};

/// The most faults of the file that are listed.
const MAX_FAULTS: usize = 100;

/// The settings; `None` where nothing was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Language of the interface.
    pub language: Option<Language>,
    /// When to use colours.
    pub color: Option<ColorChoice>,
    /// Whether only ASCII is drawn.
    pub ascii: Option<bool>,
    /// Whether the mouse is listened to.
    pub mouse: Option<bool>,
    /// Whether leaving asks first.
    pub confirm_on_leaving: Option<bool>,
    /// The file of statistics that results were last compared with, as it was typed.
    pub statistics: Option<String>,
}

impl Settings {
    /// The settings as lines of the file: key and value.
    fn lines(&self) -> Vec<(&'static str, String)> {
        let quote = |word: &str| format!("\"{word}\"");
        let entries = [
            ("language", self.language.map(|language| quote(language.code()))),
            ("color", self.color.map(|color| quote(color.name()))),
            ("ascii", self.ascii.map(|truth| truth.to_string())),
            ("mouse", self.mouse.map(|truth| truth.to_string())),
            ("confirm_on_leaving", self.confirm_on_leaving.map(|truth| truth.to_string())),
            // Paths may hold backslashes and quotation marks.
            ("statistics", self.statistics.as_deref().map(|path| toml::Value::from(path).to_string())),
        ];
        entries.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }
}

/// The file of the settings.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    path: Result<PathBuf, StoreError>,
}

impl SettingsFile {
    /// `config.toml` in a folder, or nowhere, if no folder is known: then there are no settings, and saving them fails.
    pub fn new(folder: Result<PathBuf, StoreError>) -> Self {
        Self { path: folder.map(|folder| folder.join("config.toml")) }
    }

    /// The file, if one is known.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref().ok()
    }

    /// The settings, and what is wrong with the file.
    pub fn read(&self) -> (Settings, Option<StoreError>) {
        let path = match &self.path {
            Ok(path) => path,
            Err(error) => return (Settings::default(), Some(error.clone())),
        };
        let contents = match read(path) {
            Ok(contents) => contents,
            Err(error) if is_absent(&error) => return (Settings::default(), None),
            Err(error) => return (Settings::default(), Some(error)),
        };
        let (settings, faults) = parse(&contents);
        let problem = if faults.is_empty() { None } else { Some(StoreError::Broken(path.clone(), faults)) };
        (settings, problem)
    }

    /// Writes what is chosen in `settings`; all else in the file stays, comments too.
    ///
    /// # Errors
    ///
    /// The disk refuses, or the file is not TOML. Then it is left alone: it may be half edited.
    pub fn remember(&self, settings: &Settings) -> Result<(), StoreError> {
        let path = self.path.as_ref().map_err(StoreError::clone)?;
        let lock = FileLock::take(path)?;
        let contents = match read(lock.target()) {
            Ok(contents) => contents,
            Err(error) if is_absent(&error) => Vec::new(),
            Err(error) => return Err(error),
        };
        let broken = |faults| StoreError::Broken(path.clone(), faults);
        let text = if contents.is_empty() { "" } else { decode(&contents).map_err(|fault| broken(vec![fault]))? };
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut faults = Faults::of_text(text, MAX_FAULTS);
        report_syntax(&errors, table.get_ref(), text, &mut faults);
        faults.into_result(Some(())).map_err(broken)?;
        let changed = settings.lines().iter().fold(text.to_owned(), |text, (key, value)| with(&text, key, value));
        if changed != text {
            durable::write(path, changed.as_bytes())?;
        }
        Ok(())
    }
}

fn is_absent(error: &StoreError) -> bool {
    let is_absent = |cause: &Cause| matches!(cause.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory);
    matches!(error, StoreError::System { cause, .. } if is_absent(cause))
}

/// The settings in a text, and what is wrong with it.
fn parse(contents: &[u8]) -> (Settings, Vec<Fault>) {
    let mut settings = Settings::default();
    let text = match decode(contents) {
        Ok(text) => text,
        // An empty file says nothing, which is not wrong.
        Err(_) if contents.trim_ascii().is_empty() => return (settings, Vec::new()),
        Err(fault) => return (settings, vec![fault]),
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut faults = Faults::of_text(text, MAX_FAULTS);
    report_syntax(&errors, table.get_ref(), text, &mut faults);
    for (key, value) in table.get_ref() {
        match take(&mut settings, key.get_ref(), value.get_ref()) {
            Some(true) => {}
            Some(false) => faults.add(value.span().start, FaultKind::BadSetting((&**key.get_ref()).into())),
            None => faults.add(key.span().start, FaultKind::UnknownSetting((&**key.get_ref()).into())),
        }
    }
    (settings, faults.into_faults())
}

/// Takes one setting. `Some(false)` if its value is wrong, `None` if there is no such setting.
fn take(settings: &mut Settings, key: &str, value: &DeValue<'_>) -> Option<bool> {
    let truth = value.as_bool();
    let text = value.as_str();
    match key {
        "language" => settings.language = text.and_then(Language::from_code),
        "color" => settings.color = text.and_then(ColorChoice::from_name),
        "ascii" => settings.ascii = truth,
        "mouse" => settings.mouse = truth,
        "confirm_on_leaving" => settings.confirm_on_leaving = truth,
        "statistics" => settings.statistics = text.map(str::to_owned),
        _ => return None,
    }
    Some(settings.lines().iter().any(|(known, _)| *known == key))
}

/// A text with one setting changed. Its line is replaced, or a new one put at the top, before any table begins.
fn with(text: &str, key: &str, value: &str) -> String {
    let place = DeTable::parse(text)
        .ok()
        .and_then(|table| table.get_ref().get(key).map(toml::Spanned::span))
        .filter(|span| text.get(span.clone()).is_some());
    match place {
        Some(span) => format!("{}{value}{}", &text[..span.start], &text[span.end..]),
        None => format!("{key} = {value}\n{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_reported_and_the_rest_taken() {
        let (settings, faults) =
            parse("\u{feff}language = \"fr\"\r\ncolor = \"never\"\r\ncolour = 1\r\nascii = 1".as_bytes());
        assert_eq!(settings, Settings { color: Some(ColorChoice::Never), ..Settings::default() });
        let lines: Vec<_> = faults.iter().filter_map(Fault::position).map(|position| position.line).collect();
        assert_eq!(lines, [1, 3, 4]);
        assert_eq!(parse(b" \n"), (Settings::default(), Vec::new()));
        assert_eq!(parse(b"language = \"ja\"\nmouse = [").0.language, Some(Language::Ja));
    }

    #[test]
    fn a_setting_is_changed_in_its_place() {
        assert_eq!(with("", "ascii", "true"), "ascii = true\n");
        assert_eq!(with("a = 1 # x\nascii = false # y\n[t]\n", "ascii", "true"), "a = 1 # x\nascii = true # y\n[t]\n");
        assert_eq!(with("[t]\nascii = 1\n", "ascii", "true"), "ascii = true\n[t]\nascii = 1\n");
    }
}
