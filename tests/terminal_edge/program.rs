//! A small program on the terminal edge, without the rest: it shows the messages that arrive.

use std::io::{self, Write};
use std::process::exit;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use hoshitori::app::key::Key;
use hoshitori::app::message::Message;
use hoshitori::appearance::Appearance;
use hoshitori::core::question_set::Tone;
use hoshitori::tui::events::Signals;
use hoshitori::tui::terminal::{Terminal, install_panic_hook, restore_modes};
use hoshitori::tui::theme::Theme;
use ratatui::text::{Line, Text};

/// The number of the signal that a vanished terminal stands for.
const HANG_UP: i32 = 1;

/// Runs until `q`, a signal or the end of the terminal.
pub fn run() {
    let color = std::env::var_os("EDGE_COLOR").is_some();
    install_panic_hook("the data is in /home/data".to_owned(), || {});
    let signals = Signals::catch().unwrap();
    let mut terminal = Terminal::init((80, 24), false, color).unwrap();
    let (sender, messages) = mpsc::channel();
    let last_resort = |signal| {
        restore_modes();
        exit(128 + signal)
    };
    signals.listen(&sender, Box::new(last_resort)).unwrap();
    // Treat a failed draw as a hang-up.
    let signal = show(&mut terminal, &messages, color).unwrap_or(Some(HANG_UP));
    drop(terminal);
    // Where the terminal is gone, nobody reads it.
    writeln!(io::stdout(), "left").ok();
    exit(signal.map_or(0, |signal| 128 + signal));
}

fn show(terminal: &mut Terminal, messages: &Receiver<Message>, color: bool) -> io::Result<Option<i32>> {
    let theme = Theme::new(&Appearance::new(false, color));
    let mut seen = String::new();
    loop {
        let lines = [
            Line::styled("ready", theme.highlight()),
            Line::styled("good", theme.tone(Some(Tone::Good))),
            Line::styled("here", theme.selected()),
            Line::raw(seen.clone()),
        ];
        terminal.draw(|frame| frame.render_widget(Text::from_iter(lines), frame.area()))?;
        match messages.recv().unwrap() {
            Message::Key(Key::Char('q')) => return Ok(None),
            Message::Key(Key::Char('p')) => panic!("the roof fell in\x1b[31m"),
            Message::Key(Key::Char('b')) => drop(thread::spawn(|| panic!("the roof fell in\x1b[31m"))),
            Message::Key(Key::Char('s')) => thread::sleep(Duration::from_secs(60)),
            // More than a terminal that is not read holds back, so that drawing gets stuck.
            Message::Key(Key::Char('w')) => {
                for _ in 0..2000 {
                    terminal.resume()?;
                    terminal.draw(|frame| frame.render_widget("x".repeat(70), frame.area()))?;
                }
            }
            Message::Key(Key::Control('z')) | Message::Suspend => terminal.suspend()?,
            Message::Resumed => terminal.resume()?,
            Message::Terminate(signal) => return Ok(Some(signal)),
            Message::Hangup => return Ok(Some(HANG_UP)),
            Message::Key(key) => seen = format!("{key:?}"),
            Message::Paste(text) => seen = format!("paste {text:?}"),
            Message::Resize { width, height } => {
                terminal.invalidate()?;
                seen = format!("size {width} {height}");
            }
            _ => {}
        }
    }
}
