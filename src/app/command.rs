//! What a person can ask the program to do, whatever key it was asked with.

use super::screens::ScreenKind;

/// A command, found in the key table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Highlight the line above.
    Up,
    /// Highlight the line below.
    Down,
    /// Highlight a page further up.
    PageUp,
    /// Highlight a page further down.
    PageDown,
    /// Highlight the first line.
    First,
    /// Highlight the last line.
    Last,
    /// Take the choice with that number, from 1, and go on.
    Choose(usize),
    /// Take what is highlighted and go on.
    Accept,
    /// One screen back.
    Back,
    /// One screen forward without changing the answer.
    Forward,
    /// Write a note.
    Note,
    /// Mark for another look, or take the mark away.
    Flag,
    /// Review all answers.
    Review,
    /// Why it matters, examples, what to do.
    Details,
    /// Take the carried-over answer as today's.
    Confirm,
    /// Tick, or switch on and off, what is highlighted.
    Toggle,
    /// Show another screen over this one.
    Open(ScreenKind),
    /// Try out the fewest changes to the next band.
    ApplyPath,
    /// Back to the saved answers.
    Restore,
    /// Compare two assessments.
    Compare,
    /// Show the organisation's assessments over time.
    Trend,
    /// Begin a new assessment from this one.
    CarryOver,
    /// The next field of a form.
    NextField,
    /// The previous field of a form.
    PreviousField,
    /// Take a form as it is filled in, as its button does.
    Submit,
    /// Delete what is highlighted.
    Delete,
    /// Explain the keys of this screen.
    Help,
    /// Switch between Japanese and English.
    SwitchLanguage,
    /// One level back.
    Escape,
    /// Leave the program, after asking if that is wanted.
    Quit,
    /// Leave the program without being asked.
    QuitAtOnce,
    /// Stop and go to the shell.
    Suspend,
}
