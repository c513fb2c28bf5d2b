//! The loop: draw, wait for a message, let the app take it, carry out what it asks for.

use std::io;
use std::process;
use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use super::events::Signals;
use super::terminal::{self, Terminal};
use super::views::view_and_targets;
use super::widgets::content::Targets;
use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::model::Model;
use crate::app::update::update;
use crate::appearance::Appearance;
use crate::effects::{Request, Session, now};
use crate::store::settings::Settings;

/// How long the last resort waits for the disk before it ends the program.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_millis(700);

/// Messages that are taken before the next frame, when many are waiting.
const MAX_MESSAGES_PER_FRAME: usize = 256;

/// Runs the interactive program until it is left. Returns the signal that ended it, if one did.
///
/// # Errors
///
/// When the terminal cannot be taken. Everything is saved nevertheless; the caller finishes the session.
pub fn run(
    model: &mut Model,
    session: &mut Session,
    first: Vec<Effect>,
    appearance: &dyn Fn(Settings) -> Appearance,
    inbox: &Receiver<Message>,
    outbox: &Sender<Message>,
) -> io::Result<Option<i32>> {
    let signals = Signals::hold()?;
    let mut settings = model.settings;
    let mut look = appearance(settings);
    let mut terminal = Terminal::take(model.size, settings.mouse.unwrap_or_default(), look.color)?;
    // The first screen waits for nothing: neither for a thread to be started nor for the disk.
    let drawn = draw(&mut terminal, model, &look);
    let mut is_drawn = drawn.is_ok();
    let mut targets = drawn.unwrap_or_default();
    let last_change = session.last_change();
    signals.listen(
        outbox,
        Box::new(move |signal| {
            // Drawing is stuck: the disk is waited for, the terminal gets its modes back, and that is all.
            last_change.wait(SHUTDOWN_TIMEOUT);
            terminal::restore_modes();
            process::exit(128 + signal);
        }),
    )?;
    // A size that changed before anybody listened.
    if let Ok((width, height)) = terminal::size()
        && (width, height) != model.size
    {
        outbox.send(Message::Resize { width, height }).ok();
    }
    let mut requests = session.carry_out(first);
    loop {
        let ours = match requests.take() {
            Some(Request::Leave(signal)) => return Ok(signal),
            Some(Request::Suspend) => terminal.suspend(),
            None => Ok(()),
        };
        if settings != model.settings {
            settings = model.settings;
            look = appearance(settings);
        }
        if !std::mem::take(&mut is_drawn) {
            // A terminal that takes no frame is as good as gone.
            let Ok(drawn) = ours.and_then(|()| draw(&mut terminal, model, &look)) else {
                requests = session.carry_out(update(model, Message::Hangup, now()));
                continue;
            };
            targets = drawn;
        }
        let Ok(mut message) = inbox.recv() else { return Ok(None) };
        for _ in 0..MAX_MESSAGES_PER_FRAME {
            let ours = match message {
                Message::Resumed => terminal.resume(),
                Message::Resize { .. } => terminal.forget(),
                _ => Ok(()),
            };
            if ours.is_err() {
                message = Message::Hangup;
            }
            let is_pointing = matches!(message, Message::Click { .. });
            requests = session.carry_out(update(model, pointed(message, &targets), now()));
            // What stands on which row is only known of the frame that is seen.
            if requests.is_some() || is_pointing {
                break;
            }
            match inbox.try_recv() {
                Ok(next) => message = next,
                Err(_) => break,
            }
        }
    }
}

/// Draws what the model shows, and tells what can be pointed at.
fn draw(terminal: &mut Terminal, model: &Model, look: &Appearance) -> io::Result<Targets> {
    let mut targets = Targets::new();
    terminal.follow(model.settings.mouse.unwrap_or_default(), look.color)?;
    terminal.draw(|frame| targets = view_and_targets(model, look, frame))?;
    Ok(targets)
}

/// What a click points at, if anything can be pointed at there.
fn pointed(message: Message, targets: &Targets) -> Message {
    match message {
        Message::Click { row, .. } => targets
            .iter()
            .find(|(y, _)| *y == row)
            .map_or(message, |(_, target)| Message::Point { index: target.index, again: target.selected }),
        other => other,
    }
}
