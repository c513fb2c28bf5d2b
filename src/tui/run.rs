//! The main loop: draw, wait for a message, update the model, carry out the effects.

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

/// How long a program whose drawing is blocked waits for the disk before it exits.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_millis(700);

/// The most messages that are handled before the next frame, when many are waiting.
const MAX_MESSAGES_PER_FRAME: usize = 256;

/// Runs the interactive program until it is left. Returns the number of the signal that ended it, if one did. `first` are the
/// effects to begin with.
///
/// # Errors
///
/// When the terminal cannot be initialised. The caller finishes the session, which saves what is pending.
pub fn run(
    model: &mut Model,
    session: &mut Session,
    first: Vec<Effect>,
    appearance: &dyn Fn(&Settings) -> Appearance,
    inbox: &Receiver<Message>,
    outbox: &Sender<Message>,
) -> io::Result<Option<i32>> {
    let signals = Signals::catch()?;
    let mut settings = model.settings.clone();
    let mut current = appearance(&settings);
    let mut terminal = Terminal::init(model.size, settings.mouse.unwrap_or_default(), current.color)?;
    // The first screen is drawn before threads are started and before the disk is read.
    let drawn = draw(&mut terminal, model, &current);
    let mut is_drawn = drawn.is_ok();
    let mut targets = drawn.unwrap_or_default();
    let last_change = session.last_change();
    signals.listen(
        outbox,
        Box::new(move |signal| {
            // The UI thread is blocked: flush pending saves, restore the terminal, exit.
            last_change.wait(SHUTDOWN_TIMEOUT);
            terminal::restore_modes();
            process::exit(128 + signal);
        }),
    )?;
    // The terminal may have been resized before signals were handled.
    if let Ok((width, height)) = terminal::size()
        && (width, height) != model.size
    {
        outbox.send(Message::Resize { width, height }).ok();
    }
    let mut requests = session.carry_out(first);
    loop {
        let result = match requests.take() {
            Some(Request::Leave(signal)) => return Ok(signal),
            Some(Request::Suspend) => terminal.suspend(),
            None => Ok(()),
        };
        if settings != model.settings {
            settings = model.settings.clone();
            current = appearance(&settings);
        }
        if !std::mem::take(&mut is_drawn) {
            // Treat a failed draw as a hang-up.
            let Ok(drawn) = result.and_then(|()| draw(&mut terminal, model, &current)) else {
                requests = session.carry_out(update(model, Message::Hangup, now()));
                continue;
            };
            targets = drawn;
        }
        let Ok(mut message) = inbox.recv() else { return Ok(None) };
        for _ in 0..MAX_MESSAGES_PER_FRAME {
            let result = match message {
                Message::Resumed => terminal.resume(),
                Message::Resize { .. } => terminal.invalidate(),
                _ => Ok(()),
            };
            if result.is_err() {
                message = Message::Hangup;
            }
            let is_pointing = matches!(message, Message::Click { .. });
            requests = session.carry_out(update(model, resolve_click(message, &targets), now()));
            // Hit targets are only valid for the frame on screen.
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

/// Draws the model and returns the hit targets of the frame.
fn draw(terminal: &mut Terminal, model: &Model, appearance: &Appearance) -> io::Result<Targets> {
    let mut targets = Targets::new();
    terminal.configure(model.settings.mouse.unwrap_or_default(), appearance.color)?;
    terminal.draw(|frame| targets = view_and_targets(model, appearance, frame))?;
    Ok(targets)
}

/// Turns a click on a hit target into the message about that target.
fn resolve_click(message: Message, targets: &Targets) -> Message {
    match message {
        Message::Click { row, .. } => targets
            .iter()
            .find(|(y, _)| *y == row)
            .map_or(message, |(_, target)| Message::Point { index: target.index, again: target.selected }),
        other => other,
    }
}
