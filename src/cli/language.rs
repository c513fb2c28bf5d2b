//! In which language the program speaks.

use std::ffi::OsString;

use crate::core::language::Language;

/// The language that the arguments name, before they are parsed: help and errors are in it, too.
pub fn in_arguments(arguments: &[OsString]) -> Option<Language> {
    let mut found = None;
    for (index, argument) in arguments.iter().enumerate() {
        let Some(argument) = argument.to_str() else { continue };
        let code = match argument.strip_prefix("--lang") {
            Some("") => arguments.get(index + 1).and_then(|next| next.to_str()),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        found = code.and_then(Language::from_code).or(found);
    }
    found
}

/// The language of the environment and the settings: `HOSHITORI_LANG`, else the settings, else the locale, else that of the
/// system. An empty variable counts as unset.
pub fn of_environment(
    variable: impl Fn(&str) -> Option<String>,
    settings: impl FnOnce() -> Option<Language>,
    system: impl FnOnce() -> Option<String>,
) -> Language {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    set("HOSHITORI_LANG")
        .map(|locale| Language::from_locale(&locale))
        .or_else(settings)
        .or_else(|| {
            ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .find_map(set)
                .or_else(system)
                .map(|l| Language::from_locale(&l))
        })
        .unwrap_or_default()
}

/// The language in which the system speaks to this user, as `ja-JP`, where it has another way to tell than variables.
#[cfg(any(windows, target_os = "macos"))]
pub fn of_system() -> Option<String> {
    sys_locale::get_locale()
}

/// The language in which the system speaks to this user, as `ja-JP`, where it has another way to tell than variables.
#[cfg(not(any(windows, target_os = "macos")))]
pub fn of_system() -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(variables: &[(&str, &str)], settings: Option<Language>) -> Language {
        let find = |name: &str| variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned());
        of_environment(find, || settings, || None)
    }

    #[test]
    fn the_system_is_asked_where_no_variable_says() {
        let japanese = || Some("ja-JP".to_owned());
        let of = |lang: Option<&str>| {
            of_environment(|name| lang.filter(|_| name == "LANG").map(str::to_owned), || None, japanese)
        };
        assert_eq!(of(None), Language::Ja);
        assert_eq!(of(Some("")), Language::Ja);
        assert_eq!(of(Some("C")), Language::En);
    }

    #[test]
    fn the_most_particular_wins() {
        assert_eq!(language(&[("LANG", "ja_JP.UTF-8")], None), Language::Ja);
        assert_eq!(language(&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C")], None), Language::En);
        assert_eq!(language(&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "")], None), Language::Ja);
        assert_eq!(language(&[("LC_ALL", "C")], Some(Language::Ja)), Language::Ja);
        assert_eq!(language(&[("HOSHITORI_LANG", "en")], Some(Language::Ja)), Language::En);
        assert_eq!(language(&[], None), Language::En);
    }

    #[test]
    fn arguments_are_read_before_they_are_parsed() {
        let of = |arguments: &[&str]| in_arguments(&arguments.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of(&["list", "--lang", "ja"]), Some(Language::Ja));
        assert_eq!(of(&["--lang=en", "list"]), Some(Language::En));
        assert_eq!(of(&["list", "--lang"]), None);
        assert_eq!(of(&["list", "--lang", "fr"]), None);
    }
}
