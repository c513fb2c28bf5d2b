//! The choices of a question: digit, mark, label.

use ratatui::text::{Line, Span};

use super::paragraphs::{both_ends, cells_of, hanging};
use crate::appearance::Glyphs;
use crate::core::question_set::QuestionSet;
use crate::core::sheet::Answer;
use crate::messages::Messages;
use crate::text::clean;
use crate::tui::theme::Theme;

/// One line per choice: the highlight, the digit, the mark, the label, and at the right whether it is the present answer or
/// the previous one.
pub fn lines(
    set: &QuestionSet,
    answer: Option<&Answer>,
    cursor: usize,
    cells: usize,
    messages: &Messages,
    glyphs: &Glyphs,
    theme: Theme,
) -> Vec<Vec<Line<'static>>> {
    let chosen = answer.and_then(|answer| answer.choice.as_deref());
    let previous = answer.and_then(|answer| answer.previous.as_ref()).map(|previous| previous.choice.as_str());
    set.choices
        .iter()
        .enumerate()
        .map(|(index, choice)| {
            let highlighted = index == cursor;
            let style = if highlighted { theme.highlight() } else { theme.plain() };
            let pointer = if highlighted { glyphs.cursor } else { " " };
            let before = vec![
                Span::styled(format!("{pointer} {}  ", index + 1), style),
                Span::styled(format!("{} ", glyphs.mark(Some(choice.tone))), theme.tone(Some(choice.tone))),
            ];
            let is_chosen = chosen == Some(choice.id.as_str());
            let aside = if is_chosen {
                format!("{} {}", glyphs.check, messages.question.current)
            } else if previous == Some(choice.id.as_str()) {
                messages.question.previous.to_owned()
            } else {
                String::new()
            };
            let style = if is_chosen { style.patch(theme.strong()) } else { style };
            let mut lines = hanging(before, &clean(&choice.label), cells, style);
            let aside_width = crate::text::width(&aside);
            if let [line] = lines.as_mut_slice()
                && !aside.is_empty()
                && cells_of(&line.spans) + aside_width + 2 <= cells
            {
                *line = both_ends(std::mem::take(&mut line.spans), vec![Span::styled(aside, theme.faint())], cells);
            }
            lines
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appearance::Appearance;
    use crate::core::catalog::Catalog;
    use crate::core::language::Language;
    use crate::messages::messages;
    use crate::tui::widgets::paragraphs::cells_of;

    #[test]
    fn half_width_sound_marks_have_their_cell() {
        let mut set = QuestionSet::clone(&Catalog::built_in().default_diagnosis(Language::Ja).expect("a diagnosis"));
        "ﾊﾞｯｸｱｯﾌﾟﾃﾞｰﾀ".clone_into(&mut set.choices[0].label);
        let answer = Answer { choice: Some(set.choices[0].id.clone()), ..Answer::default() };
        let appearance = Appearance::new(false, false);
        for cells in 20..40 {
            let theme = Theme::new(&appearance);
            let lines = lines(&set, Some(&answer), 0, cells, messages(Language::Ja), appearance.glyphs, theme);
            for line in &lines[0] {
                assert!(cells_of(&line.spans) <= cells, "{line:?} in {cells}");
            }
        }
    }
}
