//! Fonts, colours and borders of workbooks.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::core::question_set::Tone;

/// The default font of Japanese Excel. Other spreadsheets substitute one of their own.
pub(in crate::report) const FONT: &str = "Yu Gothic";

/// The colour of text.
const INK: Color = Color::RGB(0x1d_25_30);
const SOFT: Color = Color::RGB(0x5a_64_72);
const RULE: Color = Color::RGB(0xcf_d5_de);
/// The colour of headers and charts.
pub(in crate::report) const ACCENT: Color = Color::RGB(0x24_40_7a);
const ON_ACCENT: Color = Color::RGB(0xff_ff_ff);
const TINT: Color = Color::RGB(0xee_f1_f6);
const INPUT: Color = Color::RGB(0xff_f8_dc);

/// The formats of a workbook.
pub(in crate::report) struct Style {
    /// Title of a sheet.
    pub(in crate::report) title: Format,
    /// Name of the organisation below it.
    pub(in crate::report) subtitle: Format,
    /// Heading within a sheet.
    pub(in crate::report) heading: Format,
    /// Header of a column.
    pub(in crate::report) column: Format,
    /// Header of a column of numbers.
    pub(in crate::report) column_right: Format,
    /// A label before a value.
    pub(in crate::report) label: Format,
    /// Text of one or several lines.
    pub(in crate::report) text: Format,
    /// A whole number.
    pub(in crate::report) number: Format,
    /// A share.
    pub(in crate::report) percent: Format,
    /// A date.
    pub(in crate::report) date: Format,
    /// The total.
    pub(in crate::report) total: Format,
    /// A remark in small type.
    pub(in crate::report) remark: Format,
    /// A cell to be filled in.
    pub(in crate::report) input: Format,
    /// A heading across the table.
    pub(in crate::report) part: Format,
    tones: [Format; 5],
}

impl Style {
    /// All formats.
    pub(in crate::report) fn new() -> Self {
        let plain = || Format::new().set_font_name(FONT).set_font_size(10.5).set_font_color(INK);
        let cell = || {
            plain()
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(RULE)
                .set_align(FormatAlign::Top)
                .set_text_wrap()
        };
        let column = || {
            plain()
                .set_bold()
                .set_font_color(ON_ACCENT)
                .set_background_color(ACCENT)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap()
        };
        let tone = |ink: u32, paper: u32| {
            cell()
                .set_font_color(Color::RGB(ink))
                .set_background_color(Color::RGB(paper))
                .set_bold()
                .set_align(FormatAlign::Left)
                .set_indent(1)
        };
        Self {
            title: plain().set_font_size(16).set_bold().set_font_color(ACCENT).set_align(FormatAlign::VerticalCenter),
            subtitle: plain().set_font_size(12).set_bold().set_text_wrap().set_align(FormatAlign::Top),
            heading: plain()
                .set_font_size(12)
                .set_bold()
                .set_font_color(ACCENT)
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(ACCENT),
            column: column().set_align(FormatAlign::Left).set_indent(1),
            column_right: column().set_align(FormatAlign::Right),
            label: cell().set_font_color(SOFT).set_align(FormatAlign::Left),
            text: cell().set_align(FormatAlign::Left).set_indent(1).set_quote_prefix(),
            number: cell().set_num_format("0").set_align(FormatAlign::Right),
            percent: cell().set_num_format("0%").set_align(FormatAlign::Right),
            date: cell().set_num_format("yyyy/m/d").set_align(FormatAlign::Left),
            total: plain()
                .set_font_size(22)
                .set_bold()
                .set_align(FormatAlign::VerticalCenter)
                .set_align(FormatAlign::Left)
                .set_indent(1),
            remark: plain().set_font_size(9).set_font_color(SOFT).set_text_wrap().set_align(FormatAlign::Top),
            input: cell()
                .set_border(FormatBorder::Thin)
                .set_border_color(RULE)
                .set_background_color(INPUT)
                .set_unlocked(),
            part: plain().set_bold().set_font_color(ACCENT).set_background_color(TINT),
            tones: [
                tone(0x1c_70_48, 0xe4_f4_eb),
                tone(0x8a_5f_00, 0xfd_f2_d2),
                tone(0xb0_35_2c, 0xfc_e5_e2),
                tone(0x67_48_9c, 0xef_e8_f9),
                cell().set_font_color(SOFT),
            ],
        }
    }

    /// The format of an answer: its colour repeats what the text says.
    pub(in crate::report) fn answer(&self, tone: Option<Tone>) -> &Format {
        let place = tone.and_then(|tone| Tone::ALL.iter().position(|other| *other == tone)).unwrap_or(4);
        &self.tones[place]
    }
}
