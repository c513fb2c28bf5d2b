//! The terminal initialised, suspended, lost and restored, in a real pty, by a program that does nothing else.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

#[path = "../harness/mod.rs"]
mod harness;
mod program;

use std::thread;
use std::time::{Duration, Instant};

use harness::{Launch, Signal, Terminal};

/// How long the program may take to end, whatever state the terminal is in.
const AT_MOST: Duration = Duration::from_secs(3);

/// Set where the program is to run, so that whoever runs all ignored tests keeps the terminal.
const STARTED_BY_A_TEST: &str = "EDGE_PROGRAM";

/// Not a test: what the tests start, found in this very file.
#[test]
#[ignore = "the program that the other tests run"]
fn program() {
    if std::env::var_os(STARTED_BY_A_TEST).is_some() {
        program::run();
    }
}

fn launch() -> Launch {
    let this = std::env::current_exe().unwrap();
    Launch::new(&this, &["--exact", "program", "--ignored", "--nocapture", "--test-threads=1"], 80, 24)
        .environment(&[(STARTED_BY_A_TEST, "1")])
}

fn start() -> Terminal {
    let mut terminal = launch().start();
    terminal.wait_for("ready");
    terminal
}

fn assert_restored(terminal: &mut Terminal) {
    let screen = terminal.screen();
    let emulator = terminal.emulator();
    assert!(!emulator.alternate_screen(), "still on the alternate screen:\n{screen}");
    assert!(!emulator.bracketed_paste(), "still pastes in brackets");
    assert!(!emulator.hide_cursor(), "the cursor is still hidden");
    assert!(!terminal.is_raw(), "still in raw mode");
}

#[test]
fn the_terminal_is_taken_and_handed_back() {
    let mut terminal = start();
    assert!(terminal.is_raw());
    let emulator = terminal.emulator();
    assert!(emulator.alternate_screen() && emulator.bracketed_paste() && emulator.hide_cursor());
    terminal.keys("q");
    assert_eq!(terminal.exit_code(), Ok(0));
    assert_restored(&mut terminal);
    assert!(terminal.screen().contains("left"));
}

#[test]
fn keys_pastes_and_sizes_arrive() {
    let mut terminal = start();
    for (keys, seen) in [
        ("a", "Char('a')"),
        ("ｎ", "Char('ｎ')"),
        ("か", "Char('か')"),
        ("<enter>", "Enter"),
        ("<esc>", "Escape"),
        ("<up>", "Up"),
        ("<pagedown>", "PageDown"),
        ("<s-tab>", "BackTab"),
        ("<f1>", "Function(1)"),
        ("<c-c>", "Control('c')"),
        ("<bs>", "Backspace"),
        // Some terminals, Japanese ones among them, send these for backspace and for a pasted line break.
        ("<tab><c-h>", "Backspace"),
        ("<tab><c-j>", "Enter"),
    ] {
        terminal.keys(keys);
        terminal.wait_for(seen);
    }
    terminal.paste("一\r\n二");
    terminal.wait_for("paste \"一");
    terminal.resize(100, 30);
    terminal.wait_for("size 100 30");
}

#[test]
fn every_size_is_drawn() {
    let mut terminal = start();
    for (columns, rows) in [(0, 0), (1, 1), (20, 5), (300, 100), (80, 24)] {
        terminal.resize(columns, rows);
    }
    terminal.wait_for("size 80 24");
    terminal.keys("q");
    assert_eq!(terminal.exit_code(), Ok(0));
}

#[test]
fn a_signal_ends_it_with_the_terminal_handed_back() {
    for (signal, number) in [(Signal::TERM, 15), (Signal::HUP, 1), (Signal::INT, 2), (Signal::QUIT, 3)] {
        let mut terminal = start();
        let begun = Instant::now();
        terminal.signal(signal);
        assert_eq!(terminal.exit_code(), Ok(128 + number));
        assert!(begun.elapsed() < AT_MOST, "{number} took {:?}", begun.elapsed());
        assert_restored(&mut terminal);
    }
}

#[test]
fn a_signal_ends_it_even_when_the_program_is_stuck() {
    let mut terminal = start();
    terminal.keys("s");
    terminal.wait_still(Duration::from_millis(200));
    let begun = Instant::now();
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit_code(), Ok(143));
    assert!(begun.elapsed() < AT_MOST, "{:?}", begun.elapsed());
    assert!(!terminal.is_raw());
}

#[test]
fn a_signal_ends_it_when_the_terminal_is_frozen() {
    let mut terminal = start();
    terminal.freeze();
    terminal.keys("w");
    thread::sleep(Duration::from_millis(500));
    let begun = Instant::now();
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.exit_code(), Ok(143));
    assert!(begun.elapsed() < AT_MOST, "{:?}", begun.elapsed());
}

#[cfg(target_os = "linux")]
#[test]
fn it_stops_and_goes_on() {
    // (how it is stopped, whether the terminal is handed back before)
    type Stop = fn(&mut Terminal);
    let stops: [(Stop, bool); 3] = [
        (|terminal| terminal.keys("<c-z>"), true),
        (|terminal| terminal.signal(Signal::TSTP), true),
        (|terminal| terminal.signal(Signal::STOP), false),
    ];
    for (stop, handed_back) in stops {
        let mut terminal = start();
        for _ in 0..3 {
            stop(&mut terminal);
            terminal.wait_stopped();
            if handed_back {
                assert_restored(&mut terminal);
            }
            // Whatever a shell and other programs leave behind.
            terminal.draw_over("\x1b[2J\x1b[Hmess\r\nmess");
            let begun = Instant::now();
            terminal.signal(Signal::CONT);
            terminal.wait_until("the screen drawn anew", |screen| {
                screen.contains("ready") && screen.contains("here") && !screen.contains("mess")
            });
            assert!(begun.elapsed() < Duration::from_secs(1), "redrawn only after {:?}", begun.elapsed());
            terminal.keys("<tab>");
            terminal.wait_for("Tab");
            terminal.keys("<left>");
            terminal.wait_for("Left");
            assert!(terminal.is_raw());
            assert!(terminal.emulator().bracketed_paste());
        }
        terminal.keys("q");
        assert_eq!(terminal.exit_code(), Ok(0));
        assert_restored(&mut terminal);
    }
}

#[test]
fn the_terminal_vanishes() {
    for (with_signal, launch) in [(true, launch()), (false, launch().uncontrolled())] {
        let mut terminal = launch.start();
        terminal.wait_for("ready");
        let begun = Instant::now();
        terminal.vanish();
        assert_eq!(terminal.exit_code(), Ok(129), "with a signal: {with_signal}");
        assert!(begun.elapsed() < AT_MOST, "{:?}", begun.elapsed());
    }
}

#[test]
fn a_panic_hands_the_terminal_back_and_speaks_readably() {
    // On the main thread, and on another one.
    for key in ["p", "b"] {
        let mut terminal = start();
        terminal.keys(key);
        assert_eq!(terminal.exit_code(), Ok(101), "{key}");
        assert_restored(&mut terminal);
        let screen = terminal.screen();
        assert!(screen.contains("the roof fell in"), "{screen}");
        assert!(screen.contains("the data is in /home/data"), "{screen}");
        assert!(!terminal.written().windows(5).any(|bytes| bytes == b"\x1b[31m"), "{screen}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_wakes_up_while_nothing_happens() {
    let mut terminal = start();
    terminal.wait_still(Duration::from_millis(300));
    let before = terminal.wake_ups();
    thread::sleep(Duration::from_secs(2));
    assert_eq!(terminal.wake_ups(), before);
}

#[test]
fn colours_are_written_only_where_there_is_colour() {
    let colours = |terminal: &mut Terminal| {
        let written = String::from_utf8_lossy(terminal.written()).into_owned();
        written.split("\x1b[").skip(1).any(|rest| {
            let Some((parameters, _)) = rest.split_once('m') else { return false };
            parameters.split([';', ':']).any(|parameter| matches!(parameter.parse(), Ok(30..=38 | 40..=48 | 90..=107)))
        })
    };
    let mut plain = start();
    assert!(!colours(&mut plain), "{:?}", String::from_utf8_lossy(plain.written()));
    let bold_and_reversed = plain.emulator();
    assert!(bold_and_reversed.cell(0, 0).unwrap().bold());
    assert!(bold_and_reversed.cell(2, 0).unwrap().inverse());
    let mut silenced = launch().environment(&[("NO_COLOR", "1")]).start();
    silenced.wait_for("here");
    assert!(!colours(&mut silenced));
    assert!(silenced.emulator().cell(0, 0).unwrap().bold());
    assert!(silenced.emulator().cell(2, 0).unwrap().inverse());
    // Asked for explicitly, there is colour, whatever `NO_COLOR` says.
    let mut insisted = launch().environment(&[("NO_COLOR", "1"), ("EDGE_COLOR", "1")]).start();
    insisted.wait_for("here");
    assert!(colours(&mut insisted));
}
