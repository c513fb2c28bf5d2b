//! What is sent, byte by byte, and what a terminal makes of it.

use std::cell::RefCell;
use std::rc::Rc;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::*;

/// What was sent so far.
#[derive(Clone, Default)]
struct Sent(Rc<RefCell<Vec<u8>>>);

impl Write for Sent {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What is sent to turn one screen into another, which was shown on an empty one.
fn sent(before: &Buffer, after: &Buffer) -> Vec<u8> {
    let sent = Sent::default();
    let mut backend = TerseBackend::new(sent.clone(), Encoding::Terse, true, before.area.as_size());
    let empty = Buffer::empty(before.area);
    backend.draw(empty.diff(before).into_iter()).expect("a vector takes everything");
    sent.0.borrow_mut().clear();
    backend.draw(before.diff(after).into_iter()).expect("a vector takes everything");
    sent.0.take()
}

fn screen(lines: &[&str]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, lines.len() as u16));
    for (y, line) in lines.iter().enumerate() {
        buffer.set_string(0, y as u16, line, Style::new());
    }
    buffer
}

#[test]
fn japanese_needs_one_cursor_movement_a_line() {
    let before = Buffer::empty(Rect::new(0, 0, 20, 1));
    let mut after = before.clone();
    after.set_string(2, 0, "山田製作所", Style::new());
    assert_eq!(sent(&before, &after), "\x1b[1;3H山田製作所".as_bytes());
}

#[test]
fn many_blanks_are_erased_and_few_are_written() {
    let before = screen(&["abcdefghij"]);
    let after = screen(&["a        j"]);
    assert_eq!(sent(&before, &after), b"\x1b[1;2H\x1b[8X");
    let after = screen(&["abcd   hij"]);
    assert_eq!(sent(&before, &after), b"\x1b[1;5H   ");
}

#[test]
fn japanese_goes_away_in_one_piece() {
    let before = screen(&["a日本語の文章b"]);
    assert_eq!(sent(&before, &screen(&["a            b"])), b"\x1b[1;2H\x1b[12X");
    assert_eq!(sent(&before, &screen(&["a日本        b"])), b"\x1b[1;6H\x1b[8X");
    // What stood there stays.
    assert_eq!(sent(&screen(&["日x語y文z"]), &screen(&["  x  y  z"])), b"\x1b[1;1H  \x1b[1C  \x1b[1C  ");
    // The half that is left of a wide character does not take on the style of what replaced the other.
    let before = screen(&["日"]);
    let mut after = screen(&["."]);
    after.set_style(Rect::new(0, 0, 1, 1), Style::new().add_modifier(Modifier::REVERSED));
    assert_eq!(sent(&before, &after), b"\x1b[1;1H\x1b[0;7m.\x1b[0m ");
}

#[test]
fn on_its_line_the_cursor_moves_by_the_difference() {
    assert_eq!(sent(&screen(&["abcdef"]), &screen(&["aBcdeF"])), b"\x1b[1;2HB\x1b[3CF");
    // Not behind a sign that some terminals make two cells wide.
    assert_eq!(sent(&screen(&["abcdef"]), &screen(&["a±cdeF"])), "\x1b[1;2H±\x1b[1;6HF".as_bytes());
    // Also behind what was erased.
    assert_eq!(sent(&screen(&["abcdefghij"]), &screen(&["a        J"])), b"\x1b[1;2H\x1b[8X\x1b[8CJ");
}

#[test]
fn a_cursor_that_is_hidden_is_not_hidden_again() {
    let sent = Sent::default();
    let mut backend = TerseBackend::new(sent.clone(), Encoding::Terse, true, Size::new(20, 1));
    for _ in 0..2 {
        backend.hide_cursor().expect("a vector takes everything");
    }
    assert_eq!(sent.0.take(), b"\x1b[?25l");
    backend.show_cursor().expect("a vector takes everything");
    backend.hide_cursor().expect("a vector takes everything");
    assert_eq!(sent.0.take(), b"\x1b[?25h\x1b[?25l");
}

#[test]
fn a_style_is_one_sequence_and_ends_plain() {
    let before = Buffer::empty(Rect::new(0, 0, 20, 1));
    let mut after = before.clone();
    after.set_string(0, 0, "ab", Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD));
    assert_eq!(sent(&before, &after), b"\x1b[1;1H\x1b[0;1;36mab\x1b[0m");
}

#[test]
fn a_whole_address_can_be_clicked_on() {
    let before = Buffer::empty(Rect::new(0, 0, 40, 1));
    let mut after = before.clone();
    after.set_string(0, 0, "https://www.ipa.go.jp/", Style::new().add_modifier(Modifier::UNDERLINED));
    let sent = String::from_utf8(sent(&before, &after)).expect("text");
    assert_eq!(
        sent,
        "\x1b]8;;https://www.ipa.go.jp/\x1b\\\x1b[1;1H\x1b[0;4mhttps://www.ipa.go.jp/\x1b]8;;\x1b\\\x1b[0m"
    );
}

proptest! {
    /// Whatever was on the screen, what is sent turns it into the next one.
    #[test]
    fn a_terminal_shows_what_was_meant(
        screens in proptest::collection::vec(proptest::collection::vec("[a-c 山田]{0,10}", 3), 1..6),
        bold in 0_u16..10,
        encoding in prop_oneof![3 => Just(Encoding::Terse), 1 => Just(Encoding::Crossterm)],
    ) {
        let filled = |lines: &[String]| {
            let mut buffer = screen(&lines.iter().map(String::as_str).collect::<Vec<_>>());
            buffer.set_style(Rect::new(bold, 1, 5, 1), Style::new().add_modifier(Modifier::BOLD));
            buffer
        };
        let screens = screens.iter().map(|lines| filled(lines));
        let cells = |count| std::num::NonZeroU16::new(count).expect("not zero");
        let mut terminal = vt100::Parser::new(cells(3), cells(20), 0);
        let sent = Sent::default();
        let mut backend = TerseBackend::new(sent.clone(), encoding, true, Size::new(20, 3));
        let mut shown = Buffer::empty(Rect::new(0, 0, 20, 3));
        for screen in screens {
            backend.draw(shown.diff(&screen).into_iter()).expect("a vector takes everything");
            terminal.process(&sent.0.take());
            shown = screen;
        }
        for y in 0..3 {
            for x in 0..20 {
                let cell = terminal.screen().cell(y, x).expect("a cell");
                if cell.is_wide_continuation() {
                    continue;
                }
                let meant = &shown[(x, y)];
                let symbol = if cell.contents().is_empty() { " " } else { cell.contents() };
                prop_assert_eq!(symbol, meant.symbol(), "at {},{}", x, y);
                let is_bold = meant.modifier.contains(Modifier::BOLD);
                prop_assert_eq!(cell.bold() && symbol != " ", is_bold && symbol != " ");
            }
        }
    }
}
