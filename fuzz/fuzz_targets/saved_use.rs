#![no_main]
#[path = "../../tests/parsers/bodies.rs"]
#[allow(dead_code)]
mod bodies;

libfuzzer_sys::fuzz_target!(|data: &[u8]| bodies::saved_use(data));
