//! Text as XML: escaped, without what XML 1.0 cannot hold.

/// A text as the content of an element or of an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut kept = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => kept.push_str("&amp;"),
            '<' => kept.push_str("&lt;"),
            '>' => kept.push_str("&gt;"),
            '"' => kept.push_str("&quot;"),
            '\t' | '\n' | '\r' => kept.push(' '),
            // Every other control character, and the two that are no characters at all, may not stand in XML 1.0.
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => kept.push(other),
        }
    }
    kept
}

/// A run of text with the properties of its letters; line breaks become breaks.
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
