//! Screens and lines in a console.

use std::time::{Duration, Instant};

use crate::console::{COOKED, Console, ENTER};
use crate::program::Program;
use crate::storm::{STORM_TIMEOUT, answers, moments, rounds, some_answers};

const START: [&str; 3] = ["start", "--org", "Acme"];

#[test]
fn keys_answer_and_leaving_gives_the_console_back() {
    let program = Program::new("en");
    let Some(mut console) = Console::start(0, &program.command(&START)) else { return };
    console.wait_for("1/5");
    assert_eq!(console.input_modes() & COOKED, 0, "every key comes at once");
    console.text("1213");
    console.wait_saved();
    console.text("q");
    assert_eq!(console.exit_code(), 0);
    assert_eq!(console.input_modes() & COOKED, COOKED);
    assert_eq!(answers(&program.folder().join("data")), "1213");
}

#[test]
fn symbols_are_those_that_the_window_can_show() {
    for (page, session, symbols) in [(932, "", false), (437, "", false), (65001, "", false), (932, "1", true)] {
        let program = Program::new("ja");
        let mut command = program.command(&START);
        command.env("WT_SESSION", session);
        let Some(mut console) = Console::start(page, &command) else { return };
        let screen = console.wait_for("1/5");
        assert_eq!(screen.contains(['▸', '☆', '━']), symbols, "{page}: {screen}");
        assert!(screen.contains("OS"), "{screen}");
        console.kill();
    }
}

#[test]
fn lines_are_plain_text_and_settings_still_win() {
    let program = Program::new("en");
    program.assessment_of("Acme", "1\n2\n");
    let mut command = program.command(&["--color", "never", "show", "latest"]);
    command.env("WT_SESSION", "1");
    let Some(mut console) = Console::start(0, &command) else { return };
    assert_eq!(console.exit_code(), 0);
    let screen = console.screen();
    assert!(screen.contains("not answered") && !screen.contains("[0;"), "{screen}");
}

#[test]
fn own_window_stays_until_its_error_was_read() {
    let program = Program::new("en");
    let Some(mut console) = Console::start(0, &program.command(&["open", "nosuch"])) else { return };
    let screen = console.wait_for("Press Enter");
    assert!(screen.contains("there is no assessment"), "{screen}");
    assert!(console.runs_after(Duration::from_millis(500)));
    console.key(ENTER);
    assert_eq!(console.exit_code(), 1);
}

#[test]
fn closing_the_window_saves_what_is_in_a_form() {
    if std::env::var_os("HOSHITORI_UNDER_WINE").is_some() {
        println!("skipped: wine tells no program that its window is closed");
        return;
    }
    let program = Program::new("en");
    let Some(mut console) = Console::start(0, &program.command(&START)) else { return };
    console.wait_for("1/5");
    console.text("n");
    console.wait_for("Note");
    console.text("half a note");
    console.wait_for("half a note");
    console.close();
    let deadline = Instant::now() + Duration::from_secs(10);
    let is_saved = || {
        let files = std::fs::read_dir(program.assessments()).into_iter().flatten().flatten();
        files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).any(|text| text.contains("half a note"))
    };
    while !is_saved() {
        assert!(Instant::now() < deadline, "the note is lost");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn killed_while_keys_arrive_nothing_shown_as_saved_is_lost() {
    let mut random = moments("console");
    let begun = Instant::now();
    let (mut done, mut kept) = (0, 0);
    for round in 0..rounds(3, 300) {
        if begun.elapsed() > STORM_TIMEOUT {
            break;
        }
        let program = Program::new("en");
        let Some(mut console) = Console::start(0, &program.command(&START)) else { return };
        console.wait_for("1/5");
        let typed: String = some_answers(&mut random).chars().take(random.usize(1..=4)).collect();
        console.text(&typed);
        let waited = round % 2 == 0;
        if waited {
            console.wait_saved();
        } else {
            std::thread::sleep(Duration::from_millis(random.u64(0..400)));
        }
        console.kill();
        let data = program.folder().join("data");
        let found = answers(&data);
        assert!(typed.starts_with(&found), "typed {typed}, found {found}");
        assert!(!waited || found == typed, "shown as saved: {typed}, found {found}");
        program.run(&["list"]).succeeded();
        assert_eq!(answers(&data), found, "the next run changes nothing");
        assert!(program.run(&["doctor"]).succeeded().contains("problems left: 0"));
        done += 1;
        kept += found.len();
    }
    println!("{done} kills, {kept} answers found");
}
