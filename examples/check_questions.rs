//! Checks question files, as an editor or a build might: every fault with its line and column.
//! `cargo run --example check_questions -- examples/question-sets/shop-opening.en.toml`

use std::process::ExitCode;

use hoshitori::core::language::Language;
use hoshitori::core::question_set::parse;
use hoshitori::messages::messages;

fn main() -> ExitCode {
    let mut sound = true;
    for file in std::env::args().skip(1) {
        let text = match std::fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::FAILURE;
            }
        };
        match parse(&text) {
            Ok(set) => println!("{file}: {} ({}), {} questions", set.title, set.id, set.questions.len()),
            Err(faults) => {
                sound = false;
                for fault in faults {
                    println!("{}", messages(Language::En).faults.in_file(&file, &fault));
                }
            }
        }
    }
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
