//! Text as XML: escaped, without characters that XML 1.0 does not allow.

/// A text as the content of an element or attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut kept = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => kept.push_str("&amp;"),
            '<' => kept.push_str("&lt;"),
            '>' => kept.push_str("&gt;"),
            '"' => kept.push_str("&quot;"),
            '\t' | '\n' | '\r' => kept.push(' '),
            // XML 1.0 allows no other control characters and neither of these two noncharacters.
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => kept.push(other),
        }
    }
    kept
}

/// A run of text with these properties, such as bold. Line breaks are kept.
pub(super) fn run(text: &str, properties: &str) -> String {
    let mut xml = String::new();
    for (index, line) in text.split('\n').enumerate() {
        let line_break = if index == 0 { "" } else { "<w:br/>" };
        let line = escaped(line);
        xml.push_str("<w:r>");
        if !properties.is_empty() {
            xml.push_str("<w:rPr>");
            xml.push_str(properties);
            xml.push_str("</w:rPr>");
        }
        xml.push_str(line_break);
        xml.push_str("<w:t xml:space=\"preserve\">");
        xml.push_str(&line);
        xml.push_str("</w:t></w:r>");
    }
    xml
}
