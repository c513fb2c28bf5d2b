//! Keys as they are written in tests, and the bytes that a terminal sends for them.

/// The bytes of keys: text as it is, others between angle brackets, `<lt>` for `<` itself.
///
/// # Panics
///
/// When a key in angle brackets is not known, so that a slip in a test is seen at once.
pub fn bytes(keys: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = keys;
    while let Some(start) = rest.find('<') {
        bytes.extend(rest[..start].bytes());
        let end = rest[start..].find('>').map_or_else(|| panic!("no > in {keys}"), |end| start + end);
        bytes.extend(named(&rest[start + 1..end]));
        rest = &rest[end + 1..];
    }
    bytes.extend(rest.bytes());
    bytes
}

fn named(name: &str) -> Vec<u8> {
    let sequence = match name {
        "enter" => "\r",
        "esc" => "\x1b",
        "tab" => "\t",
        "s-tab" => "\x1b[Z",
        "bs" => "\x7f",
        "del" => "\x1b[3~",
        "up" => "\x1b[A",
        "down" => "\x1b[B",
        "right" => "\x1b[C",
        "left" => "\x1b[D",
        "home" => "\x1b[H",
        "end" => "\x1b[F",
        "pageup" => "\x1b[5~",
        "pagedown" => "\x1b[6~",
        "space" => " ",
        "lt" => "<",
        "f1" => "\x1bOP",
        "f2" => "\x1bOQ",
        "f3" => "\x1bOR",
        "f4" => "\x1bOS",
        _ => {
            let letter = name.strip_prefix("c-").and_then(|letter| letter.bytes().next());
            return vec![letter.unwrap_or_else(|| panic!("no key <{name}>")) & 0x1f];
        }
    };
    sequence.bytes().collect()
}
