//! The domain: question sets, answers, score, stars. No terminal, no disk, no clock.

#[cfg(test)]
mod test_sets;

pub mod assessment;
pub mod benchmark;
pub mod calendar_date;
pub mod carry_over;
pub mod catalog;
pub mod compare;
pub mod content;
pub mod declaration;
pub mod language;
pub mod merge;
pub mod merge_record;
pub mod organization;
pub mod place;
pub mod plan;
pub mod plan_entry;
pub mod policy_document;
pub mod question_set;
pub mod score;
pub mod sheet;
mod shipped;

pub mod star;
pub mod stars;
pub mod statistics;
pub mod trend;
