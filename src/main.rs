//! hoshitori.
fn main() {}
