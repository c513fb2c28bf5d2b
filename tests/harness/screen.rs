//! A screen as text.

/// A line a row, without spaces at its end; wide characters once; empty rows at the bottom left out.
pub fn text(screen: &vt100::Screen) -> String {
    let (rows, columns) = screen.size();
    let mut text = String::new();
    for row in 0..rows.get() {
        let mut line = String::new();
        for column in 0..columns.get() {
            match screen.cell(row, column) {
                Some(cell) if cell.is_wide_continuation() => {}
                Some(cell) if cell.has_contents() => line.push_str(cell.contents()),
                _ => line.push(' '),
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text
}

/// A screen with a bar before each line, for the message of a failed test.
pub fn framed(screen: &str) -> String {
    screen.lines().fold(String::new(), |framed, line| framed + "  |" + line + "\n")
}
