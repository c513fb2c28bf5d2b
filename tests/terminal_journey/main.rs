//! The whole program in a real terminal: begun, answered, stopped, ended and gone on with.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

#[path = "../harness/mod.rs"]
mod harness;
#[path = "../storm/mod.rs"]
mod storm;

use std::fs;
use std::time::{Duration, Instant};

use harness::{Signal, Terminal};

/// How long the program may take to end.
const AT_MOST: Duration = Duration::from_secs(3);

fn begin() -> Terminal {
    let mut terminal = Terminal::start(&["start", "--org", "山田製作所"], &[], 80, 24);
    terminal.wait_for("1/5");
    terminal
}

fn saved_file(terminal: &Terminal) -> String {
    let files = terminal.home().assessments();
    assert_eq!(files.len(), 1, "{files:?}");
    fs::read_to_string(&files[0]).unwrap()
}

#[test]
fn an_answer_is_saved_and_found_again() {
    let mut terminal = begin();
    terminal.keys("1");
    terminal.wait_for("2/5");
    terminal.wait_for("保存済み");
    terminal.keys("<c-c>");
    assert_eq!(terminal.exit_code(), Ok(0));
    assert!(!terminal.emulator().alternate_screen());
    assert!(saved_file(&terminal).contains("山田製作所"));
    let mut again = Terminal::start_at(terminal.into_home(), &["open", "latest"], &[], 80, 24);
    again.wait_for("2/5");
    again.keys("<left>");
    again.wait_for("1/5");
}

/// Everything that a terminal shows: of each cell its text and how it looks, and the cursor.
fn shown(terminal: &mut Terminal) -> Vec<String> {
    terminal.wait_still(Duration::from_millis(300));
    let screen = terminal.emulator();
    let (rows, columns) = screen.size();
    let mut shown = vec![format!("cursor: {:?}", (!screen.hide_cursor()).then(|| screen.cursor_position()))];
    for (row, column) in (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column))) {
        let Some(cell) = screen.cell(row, column).filter(|cell| !cell.is_wide_continuation()) else { continue };
        // A blank has no visible colour, and neither weight nor slant.
        let is_blank = matches!(cell.contents(), "" | " ");
        let text =
            if is_blank { " ".to_owned() } else { format!("{} {:?} {}", cell.contents(), cell.fgcolor(), cell.bold()) };
        shown.push(format!("{row},{column}: {text} {} {}", cell.underline(), cell.inverse()));
    }
    shown
}

#[test]
fn screens_look_the_same_through_crossterm() {
    let start = |backend: &str| {
        let variables = [("HOSHITORI_BACKEND", backend)];
        let mut terminal = Terminal::start(&["--color", "always", "start", "--org", "山田製作所"], &variables, 80, 24);
        terminal.wait_for("1/5");
        terminal
    };
    let (mut terse, mut crossterm) = (start("terse"), start("crossterm"));
    for keys in ["", "1", "1221<enter>", "4", "<left>", "?", "<esc>", "n", "メモ<c-s>", "<down><down>", "<esc>"] {
        terse.keys(keys);
        crossterm.keys(keys);
        let (left, right) = (shown(&mut terse), shown(&mut crossterm));
        let difference = left.iter().zip(&right).find(|(left, right)| left != right);
        assert!(left == right, "after {keys:?}: {difference:?}\n{}\n{}", terse.screen(), crossterm.screen());
    }
    let written = (terse.written().len(), crossterm.written().len());
    assert!(written.0 * 3 < written.1 * 2, "the bypass must not be what runs by default: {written:?} bytes");
}

#[test]
fn a_signal_ends_it_saved_with_the_terminal_handed_back() {
    for (signal, number) in [(Signal::TERM, 15), (Signal::HUP, 1), (Signal::INT, 2), (Signal::QUIT, 3)] {
        let mut terminal = begin();
        terminal.keys("12");
        terminal.wait_for("3/5");
        let begun = Instant::now();
        terminal.signal(signal);
        assert_eq!(terminal.exit_code(), Ok(128 + number));
        assert!(begun.elapsed() < AT_MOST, "{:?}", begun.elapsed());
        assert!(!terminal.emulator().alternate_screen() && !terminal.emulator().hide_cursor());
        assert!(!terminal.is_raw());
        assert_eq!(saved_file(&terminal).matches("answered_at").count(), 2);
    }
}

#[test]
fn the_terminal_vanishes_and_nothing_is_lost() {
    let mut terminal = begin();
    terminal.keys("123");
    terminal.wait_for("4/5");
    let begun = Instant::now();
    terminal.vanish();
    assert_eq!(terminal.exit_code(), Ok(129));
    assert!(begun.elapsed() < AT_MOST, "{:?}", begun.elapsed());
    assert_eq!(saved_file(&terminal).matches("answered_at").count(), 3);
}

#[test]
fn a_frozen_terminal_does_not_hold_up_the_end() {
    let mut terminal = begin();
    terminal.keys("12");
    terminal.wait_for("3/5");
    terminal.freeze();
    // Enough redrawing to fill whatever the terminal still holds back.
    for _ in 0..200 {
        terminal.keys("L");
    }
    std::thread::sleep(Duration::from_millis(500));
    let begun = Instant::now();
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit_code(), Ok(143));
    assert!(begun.elapsed() < AT_MOST, "{:?}", begun.elapsed());
    assert_eq!(saved_file(&terminal).matches("answered_at").count(), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn it_stops_for_the_shell_and_goes_on_where_it_was() {
    let mut terminal = begin();
    for _ in 0..2 {
        terminal.keys("<c-z>");
        terminal.wait_stopped();
        assert!(!terminal.emulator().alternate_screen() && !terminal.emulator().hide_cursor());
        assert!(!terminal.is_raw());
        terminal.draw_over("\x1b[2J\x1b[H$ ls\r\n");
        terminal.signal(Signal::CONT);
        terminal.wait_until("the question", |screen| screen.contains("1/5") && !screen.contains("$ ls"));
        assert!(terminal.is_raw());
    }
    terminal.keys("1");
    terminal.wait_for("2/5");
}

#[test]
fn three_hundred_sizes_are_drawn_and_the_smallest_ask_for_more() {
    let mut terminal = begin();
    for step in 0..300 {
        terminal.resize(step * 7 % 120, step * 5 % 40);
    }
    terminal.resize(20, 5);
    terminal.wait_until("a request", |screen| !screen.contains("1/5") && !screen.is_empty());
    terminal.resize(80, 24);
    terminal.wait_for("1/5");
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_wakes_up_while_nothing_happens() {
    let mut terminal = begin();
    terminal.keys("1");
    terminal.wait_for("保存済み");
    terminal.wait_still(Duration::from_millis(500));
    let before = terminal.wake_ups();
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(terminal.wake_ups(), before);
}

#[test]
fn random_input_neither_panics_nor_damages_files() {
    let mut random = storm::moments("bytes");
    let mut terminal = begin();
    let (mut typed, mut starts) = (0, 1);
    while typed < storm::rounds(20_000, 200_000) {
        // Whole sequences of keys come by more often than mere chance would bring them.
        let mut bytes: Vec<u8> = (0..random.usize(1..400)).map(|_| random.u8(..)).collect();
        if random.u8(..) > 10 {
            // Seldom leave or stop, or else there is nobody to type at.
            bytes.retain(|byte| !matches!(byte, 3 | 26 | 28 | b'q'));
        }
        for _ in 0..random.usize(..8) {
            let keys =
                ["\r", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[200~", "\x1b[201~", "\x1bO", "１", "n", "\x1b"];
            bytes.extend_from_slice(keys[random.usize(..keys.len())].as_bytes());
        }
        typed += u32::try_from(bytes.len()).unwrap();
        terminal.bytes(&bytes);
        terminal.signal(Signal::CONT);
        terminal.wait_still(Duration::from_millis(5));
        if !terminal.is_running() {
            // What is typed after it handed the terminal back can still be a signal.
            assert!(matches!(terminal.exit_code(), Ok(0 | 130 | 131)), "{}", terminal.screen());
            assert!(!terminal.is_raw());
            let arguments: &[&str] = if random.bool() { &[] } else { &["start", "--org", "山田製作所"] };
            terminal = Terminal::start_at(terminal.into_home(), arguments, &[], 80, 24);
            terminal.wait_until("something", |screen| !screen.trim().is_empty());
            starts += 1;
        }
    }
    terminal.signal(Signal::TERM);
    // Should it have been stopped with Ctrl-Z.
    terminal.signal(Signal::CONT);
    assert!(matches!(terminal.exit_code(), Ok(0 | 130 | 131 | 143)), "{}", terminal.screen());
    println!("{typed} bytes in {starts} runs");
    let home = terminal.into_home();
    let mut doctor = std::process::Command::new(env!("CARGO_BIN_EXE_hoshitori"));
    let output = doctor.env_clear().envs(home.environment()).args(["doctor", "--json"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// What can be seen of a screen: each character with its style.
fn seen(terminal: &mut Terminal) -> Vec<String> {
    let screen = terminal.emulator();
    let (rows, columns) = screen.size();
    let cells = |row| {
        (0..columns.get()).filter_map(move |column| screen.cell(row, column)).map(|cell| match cell.contents().trim() {
            "" if cell.inverse() || cell.underline() => "#".to_owned(),
            "" => String::new(),
            text => {
                let style = [cell.bold(), cell.dim(), cell.inverse(), cell.fgcolor() != vt100::Color::Default];
                format!("{text}{:x}", style.into_iter().fold(0, |bits, bit| 2 * bits + u8::from(bit)))
            }
        })
    };
    (0..rows.get()).map(|row| cells(row).collect::<Vec<_>>().join("|")).collect()
}

#[test]
fn what_stands_on_the_screen_is_what_would_be_drawn_anew() {
    let mut random = storm::moments("screens");
    for (language, (columns, rows)) in [("ja", (100, 30)), ("en", (80, 24)), ("ja", (40, 12))] {
        let arguments = ["--lang", language, "start", "--org", "（見本）山田製作所"];
        let mut terminal = Terminal::start(&arguments, &[], columns, rows);
        terminal.wait_for("1/5");
        terminal.keys("11111<enter>");
        for _ in 0..storm::rounds(8, 40) {
            let mut typed = String::new();
            for _ in 0..random.usize(1..6) {
                let keys =
                    ["1", "2", "4", "<up>", "<down>", "<left>", "<right>", "<enter>", "<esc>", "<tab>", "?", "L"];
                let more =
                    ["n", "d", "b", "s", "f", "p", "t", "m", "w", "e", "/", "あ", "ア", "<bs>", "<pagedown>", "0"];
                let all = [&keys[..], &keys[..], &more[..]].concat();
                typed.push_str(all[random.usize(..all.len())]);
            }
            let before = terminal.written().len();
            terminal.keys(&typed);
            // Until what was typed is saved.
            terminal.wait_still(Duration::from_millis(400));
            let shown = seen(&mut terminal);
            let sent = String::from_utf8_lossy(&terminal.written()[before..]).replace('\x1b', "\n^");
            terminal.draw_over("\x1b[0m\x1b[2J");
            terminal.signal(Signal::CONT);
            terminal.wait_still(Duration::from_millis(50));
            let anew = seen(&mut terminal);
            for (shown, anew) in shown.iter().zip(&anew) {
                assert_eq!(shown, anew, "after {typed}:\n{sent}\n{}", terminal.screen());
            }
        }
    }
}
