//! The JSON Schema of question files says what the parser says.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use hoshitori::core::question_set::{JSON_SCHEMA, parse};
use serde_json::{Map, Value as Json};

fn schema() -> Json {
    serde_json::from_str(JSON_SCHEMA).unwrap()
}

/// All question sets that are shipped, as files and as examples.
fn files() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["questions/ja", "questions/en", "examples/question-sets"];
    let mut files = Vec::new();
    for folder in folders {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            if parse(&text).is_ok() {
                files.push((path, text));
            }
        }
    }
    assert!(files.len() >= 8, "{}", files.len());
    files
}

/// The part of the schema that describes one kind of set.
fn kind(schema: &Json, table: &toml::Table) -> Json {
    schema["definitions"][table["kind"].as_str().unwrap()].clone()
}

fn as_json(table: &toml::Table) -> Json {
    serde_json::to_value(table).unwrap()
}

/// What in a value does not fit a schema of the few words that ours is made of.
fn misfits(schema: &Json, value: &Json, path: &str, found: &mut Vec<String>) {
    for (word, rule) in schema.as_object().unwrap() {
        let fits = match word.as_str() {
            "description" | "required" | "properties" | "items" => true,
            "type" => match rule.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_i64(),
                "boolean" => value.is_boolean(),
                other => panic!("a type that no rule is written for: {other}"),
            },
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "minLength" => value.as_str().unwrap().chars().count() >= limit(rule),
            "maxLength" => value.as_str().unwrap().chars().count() <= limit(rule),
            "minItems" => value.as_array().unwrap().len() >= limit(rule),
            "maxItems" => value.as_array().unwrap().len() <= limit(rule),
            "minimum" => value.as_i64() >= rule.as_i64(),
            "maximum" => value.as_i64() <= rule.as_i64(),
            "pattern" => {
                assert_eq!(rule, "^[a-z0-9-]+$");
                value.as_str().unwrap().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            }
            "additionalProperties" => {
                assert_eq!(rule, false);
                value.as_object().unwrap().keys().all(|key| schema["properties"].get(key).is_some())
            }
            other => panic!("a word that no rule is written for: {other}"),
        };
        if !fits {
            found.push(format!("{path}: {word}"));
        }
    }
    for key in required(schema) {
        if value.get(&key).is_none() {
            found.push(format!("{path}: {key} is missing"));
        }
    }
    if let Some(table) = value.as_object() {
        for (key, value) in table {
            if let Some(property) = schema["properties"].get(key) {
                misfits(property, value, &format!("{path}.{key}"), found);
            }
        }
    }
    for value in value.as_array().into_iter().flatten() {
        misfits(&schema["items"], value, path, found);
    }
}

fn limit(rule: &Json) -> usize {
    usize::try_from(rule.as_u64().unwrap()).unwrap()
}

fn required(schema: &Json) -> Vec<String> {
    schema["required"].as_array().into_iter().flatten().map(|key| key.as_str().unwrap().to_owned()).collect()
}

/// The name of a part, its properties, and those that must be there.
type Part = (Option<String>, Map<String, Json>, Vec<String>);

/// The tables of a set that the schema describes, each with the schema of one of them: the set itself and its parts.
fn parts(kind: &Json) -> Vec<Part> {
    let properties = |schema: &Json| schema["properties"].as_object().unwrap().clone();
    let mut parts = vec![(None, properties(kind), required(kind))];
    for (name, property) in properties(kind) {
        if property["items"]["type"] == "object" {
            parts.push((Some(name), properties(&property["items"]), required(&property["items"])));
        }
    }
    parts
}

/// The set itself, or the last of a part of it, to be changed.
fn part<'a>(table: &'a mut toml::Table, name: Option<&str>) -> &'a mut toml::Table {
    match name {
        None => table,
        Some(name) => table[name].as_array_mut().unwrap().last_mut().unwrap().as_table_mut().unwrap(),
    }
}

#[test]
fn every_shipped_file_fits_the_schema_and_names_it() {
    let schema = schema();
    for (path, text) in files() {
        let table: toml::Table = text.parse().unwrap();
        let mut found = Vec::new();
        misfits(&kind(&schema, &table), &as_json(&table), "", &mut found);
        assert!(found.is_empty(), "{}: {found:?}", path.display());
        let named = text.lines().next().unwrap().strip_prefix("#:schema ").unwrap();
        let named = fs::read_to_string(path.parent().unwrap().join(named)).unwrap();
        assert!(named == JSON_SCHEMA, "{} names another schema", path.display());
    }
}

#[test]
fn schema_and_parser_require_the_same_keys() {
    let schema = schema();
    for (path, text) in files() {
        let whole: toml::Table = text.parse().unwrap();
        for (name, properties, required) in parts(&kind(&schema, &whole)) {
            if name.as_ref().is_some_and(|name| !whole.contains_key(name)) {
                continue;
            }
            for key in properties.keys() {
                let mut table = whole.clone();
                // Without groups no question may name one; that is for the parser to say, not for the schema.
                if part(&mut table, name.as_deref()).remove(key).is_none() || key == "groups" || key == "group" {
                    continue;
                }
                let accepted = parse(&toml::to_string(&table).unwrap()).is_ok();
                assert_eq!(accepted, !required.contains(key), "{}: {name:?}.{key}", path.display());
            }
            let mut table = whole.clone();
            part(&mut table, name.as_deref()).insert("unheard-of".into(), true.into());
            assert!(parse(&toml::to_string(&table).unwrap()).is_err(), "an unknown key in {name:?}");
        }
    }
}

#[test]
fn limits_of_the_schema_are_those_of_the_parser() {
    let schema = schema();
    for (path, text) in files() {
        let whole: toml::Table = text.parse().unwrap();
        for (name, properties, _) in parts(&kind(&schema, &whole)) {
            for (key, property) in &properties {
                let mut table = whole.clone();
                if name.as_ref().is_some_and(|name| !whole.contains_key(name)) {
                    continue;
                }
                let place = part(&mut table, name.as_deref());
                if !place.contains_key(key) {
                    continue;
                }
                let beyond: toml::Value = if let Some(most) = property.get("maxLength") {
                    "a".repeat(limit(most) + 1).into()
                } else if let Some(most) = property.get("maximum") {
                    (most.as_i64().unwrap() + 1).into()
                } else if property.get("enum").is_some() {
                    "neither".into()
                } else {
                    continue;
                };
                place.insert(key.clone(), beyond);
                assert!(
                    parse(&toml::to_string(&table).unwrap()).is_err(),
                    "{}: {name:?}.{key} is accepted beyond the limit of the schema",
                    path.display()
                );
                if let (Some(most), None) = (property.get("maxLength"), property.get("pattern")) {
                    let place = part(&mut table, name.as_deref());
                    place.insert(key.clone(), "a".repeat(limit(most)).into());
                    assert!(
                        parse(&toml::to_string(&table).unwrap()).is_ok(),
                        "{}: {name:?}.{key} is refused within the limit of the schema",
                        path.display()
                    );
                }
            }
        }
    }
}

#[test]
fn every_key_that_the_parser_reads_is_in_the_schema() {
    let parser = include_str!("../src/core/question_set/parse.rs");
    let mut read = BTreeSet::new();
    let readers = ["text", "id", "integer", "boolean", "one_of", "texts", "tables", "optional_text", "optional_id"];
    for reader in readers {
        for rest in parser.split(&format!(".{reader}(\"")).skip(1) {
            read.insert(rest.split('"').next().unwrap().to_owned());
        }
    }
    let schema = schema();
    let mut described = BTreeSet::new();
    for kind in ["checklist", "diagnosis"] {
        for (_, properties, _) in parts(&schema["definitions"][kind]) {
            described.extend(properties.into_iter().map(|(key, _)| key));
        }
    }
    assert!(described.remove("schema"), "read by the reader of every file");
    assert_eq!(read, described);
}
