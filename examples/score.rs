//! Scores answers without a screen: the digits of the 25 answers as one argument, 1 for the first choice.
//! `cargo run --example score -- 1112111311411111112111111`

use std::error::Error;

use hoshitori::core::catalog::Catalog;
use hoshitori::core::language::Language;
use hoshitori::core::score::score;
use hoshitori::core::sheet::Sheet;
use hoshitori::effects::now;

fn main() -> Result<(), Box<dyn Error>> {
    let digits = std::env::args().nth(1).unwrap_or_default();
    let set = Catalog::built_in().default_diagnosis(Language::En).ok_or("there is no diagnosis")?;
    let mut sheet = Sheet::new(set.clone());
    for (question, digit) in set.questions.iter().zip(digits.chars()) {
        let number = digit.to_digit(10).ok_or("an answer is a digit")? as usize;
        let choice = number.checked_sub(1).and_then(|index| set.choices.get(index)).ok_or("there is no such answer")?;
        sheet.choose(&question.id, &choice.id, now());
    }
    let score = score(&sheet);
    println!("{} of {} answered: {} points of {}", score.answered, score.total, score.points, score.max);
    for part in &score.categories {
        println!("  {:>4}/{:<4} {}", part.points, part.max, part.category.title);
    }
    if let Some(band) = score.band {
        println!("{}", band.verdict);
    }
    Ok(())
}
