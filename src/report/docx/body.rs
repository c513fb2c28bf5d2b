//! The body of a Word document: paragraphs in named styles, and tables.

use std::fmt::Write as _;

use super::text::{escaped, run};
use crate::core::question_set::Tone;

/// Width of the text between the margins, in twentieths of a point.
pub(in crate::report) const TEXT_WIDTH: u32 = 9638;

/// A named paragraph style of `parts/styles.xml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Style {
    Normal,
    Title,
    PolicyTitle,
    Subtitle,
    Heading1,
    Heading2,
    Policy,
    Clause,
    ClauseText,
    ClauseBullet,
    ListBullet,
    Total,
    Right,
    Contact,
    Remark,
    Cell,
    CellNumber,
    CellSmall,
    CellHead,
    CellHeadNumber,
}

impl Style {
    const fn id(self) -> &'static str {
        match self {
            Self::Normal => "Normal",
            Self::Title => "Title",
            Self::PolicyTitle => "PolicyTitle",
            Self::Subtitle => "Subtitle",
            Self::Heading1 => "Heading1",
            Self::Heading2 => "Heading2",
            Self::Policy => "Policy",
            Self::Clause => "Clause",
            Self::ClauseText => "ClauseText",
            Self::ClauseBullet => "ClauseBullet",
            Self::ListBullet => "ListBullet",
            Self::Total => "Total",
            Self::Right => "Right",
            Self::Contact => "Contact",
            Self::Remark => "Remark",
            Self::Cell => "Cell",
            Self::CellNumber => "CellNumber",
            Self::CellSmall => "CellSmall",
            Self::CellHead => "CellHead",
            Self::CellHeadNumber => "CellHeadNumber",
        }
    }
}

/// A paragraph under construction.
pub(in crate::report) struct Paragraph {
    style: Style,
    runs: String,
    is_with_next: bool,
}

impl Paragraph {
    /// An empty paragraph.
    pub(in crate::report) const fn new(style: Style) -> Self {
        Self { style, runs: String::new(), is_with_next: false }
    }

    /// A paragraph with a text; its line breaks stay.
    pub(in crate::report) fn of(style: Style, text: &str) -> Self {
        Self::new(style).text(text)
    }

    /// On the same page as the paragraph that follows.
    pub(in crate::report) const fn with_next(mut self) -> Self {
        self.is_with_next = true;
        self
    }

    /// With a text after what is there.
    pub(in crate::report) fn text(mut self, text: &str) -> Self {
        self.runs.push_str(&run(text, ""));
        self
    }

    /// With a bold text after what is there.
    pub(in crate::report) fn bold(mut self, text: &str) -> Self {
        self.runs.push_str(&run(text, "<w:b/><w:bCs/>"));
        self
    }

    /// With a bold text in the colour of an answer after what is there.
    pub(in crate::report) fn toned(mut self, text: &str, tone: Option<Tone>) -> Self {
        let properties = format!("<w:b/><w:bCs/><w:color w:val=\"{}\"/>", ink(tone));
        self.runs.push_str(&run(text, &properties));
        self
    }

    fn write(&self, xml: &mut String) {
        let style = self.style.id();
        let keep = if self.is_with_next { "<w:keepNext/><w:keepLines/>" } else { "" };
        let _ = write!(xml, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keep}</w:pPr>{}</w:p>", self.runs);
    }
}

const fn ink(tone: Option<Tone>) -> &'static str {
    match tone {
        Some(Tone::Good) => "1C7048",
        Some(Tone::Fair) => "8A5F00",
        Some(Tone::Poor) => "B0352C",
        Some(Tone::Unknown) => "67489C",
        None => "5A6472",
    }
}

/// A table style of `parts/styles.xml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum TableStyle {
    /// Lines between the rows, a coloured header row.
    Lines,
    /// Boxes to be filled in by hand.
    Boxes,
}

/// A table under construction. Every row has as many cells as there are widths; a cell is its paragraphs.
pub(in crate::report) struct Table {
    style: TableStyle,
    widths: Vec<u32>,
    rows: String,
    description: String,
}

impl Table {
    /// A table with columns of these widths, in twentieths of a point. `description` is for screen readers.
    pub(in crate::report) fn new(style: TableStyle, widths: &[u32], description: &str) -> Self {
        Self { style, widths: widths.to_vec(), rows: String::new(), description: escaped(description) }
    }

    /// A header row, repeated on every page. The flag of a column is whether it holds numbers, which are right-aligned.
    pub(in crate::report) fn header(&mut self, names: &[(&str, bool)]) {
        let style = |is_number| if is_number { Style::CellHeadNumber } else { Style::CellHead };
        let cells: Vec<Vec<Paragraph>> =
            names.iter().map(|(name, is_number)| vec![Paragraph::of(style(*is_number), name)]).collect();
        self.write_row(&cells, "<w:cantSplit/><w:tblHeader/>", &shade("24407A"));
    }

    /// A header row for rows with bars: its last cell spans the cells of the bar.
    pub(in crate::report) fn bar_header(&mut self, names: &[(&str, bool)]) {
        self.header(names);
        let bar = &self.widths[names.len().min(self.widths.len())..];
        self.rows.truncate(self.rows.len() - "</w:tr>".len());
        let _ = write!(
            self.rows,
            "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{}\"/>{}</w:tcPr>\
             <w:p><w:pPr><w:pStyle w:val=\"CellHead\"/></w:pPr></w:p></w:tc></w:tr>",
            bar.iter().sum::<u32>(),
            bar.len(),
            shade("24407A")
        );
    }

    /// A row, never divided between two pages.
    pub(in crate::report) fn row(&mut self, cells: &[Vec<Paragraph>]) {
        self.write_row(cells, "<w:cantSplit/>", "");
    }

    /// A row of at least that height, in twentieths of a point.
    pub(in crate::report) fn tall_row(&mut self, cells: &[Vec<Paragraph>], height: u32) {
        self.write_row(cells, &format!("<w:cantSplit/><w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>"), "");
    }

    /// One cell across the table, as a heading for the rows below.
    pub(in crate::report) fn part(&mut self, title: &str) {
        let width: u32 = self.widths.iter().sum();
        let title = run(title, "<w:b/><w:bCs/>");
        let _ = write!(
            self.rows,
            "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>\
             <w:gridSpan w:val=\"{}\"/>{}</w:tcPr>\
             <w:p><w:pPr><w:pStyle w:val=\"Cell\"/><w:keepNext/></w:pPr>{title}</w:p></w:tc></w:tr>",
            self.widths.len(),
            shade("EEF1F6")
        );
    }

    /// A row that ends with a bar of `percent` percent, drawn in the last columns of the table.
    pub(in crate::report) fn bar_row(&mut self, cells: &[Vec<Paragraph>], percent: i32) {
        let bar = &self.widths[cells.len().min(self.widths.len())..];
        let filled = (f64::from(percent.clamp(0, 100)) / 100.0 * bar.len() as f64).round() as usize;
        let mut pieces = String::new();
        for (piece, color) in [(&bar[..filled], "24407A"), (&bar[filled..], "E3E7ED")] {
            if !piece.is_empty() {
                // White borders above and below make the bar thinner than its row.
                let edge = "w:val=\"single\" w:sz=\"36\" w:space=\"0\" w:color=\"FFFFFF\"";
                let _ = write!(
                    pieces,
                    "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{}\"/>\
                     <w:tcBorders><w:top {edge}/><w:bottom {edge}/></w:tcBorders>{}</w:tcPr>\
                     <w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p></w:tc>",
                    piece.iter().sum::<u32>(),
                    piece.len(),
                    shade(color)
                );
            }
        }
        self.write_row(cells, "<w:cantSplit/>", "");
        self.rows.truncate(self.rows.len() - "</w:tr>".len());
        self.rows.push_str(&pieces);
        self.rows.push_str("</w:tr>");
    }

    fn write_row(&mut self, cells: &[Vec<Paragraph>], row: &str, cell: &str) {
        let xml = &mut self.rows;
        let _ = write!(xml, "<w:tr><w:trPr>{row}</w:trPr>");
        for (width, paragraphs) in self.widths.iter().zip(cells) {
            let _ = write!(xml, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{cell}</w:tcPr>");
            if paragraphs.is_empty() {
                Paragraph::new(Style::Cell).write(xml);
            }
            for paragraph in paragraphs {
                paragraph.write(xml);
            }
            xml.push_str("</w:tc>");
        }
        xml.push_str("</w:tr>");
    }
}

fn shade(color: &str) -> String {
    format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{color}\"/>")
}

/// The body of a document under construction.
#[derive(Default)]
pub(in crate::report) struct Body {
    xml: String,
}

impl Body {
    /// Adds a paragraph with a text.
    pub(in crate::report) fn add(&mut self, style: Style, text: &str) {
        self.push(&Paragraph::of(style, text));
    }

    /// Adds a paragraph.
    pub(in crate::report) fn push(&mut self, paragraph: &Paragraph) {
        paragraph.write(&mut self.xml);
    }

    /// Adds a table and a small paragraph after it, without which two adjacent tables would become one.
    pub(in crate::report) fn table(&mut self, table: &Table) {
        let style = match table.style {
            TableStyle::Lines => "Lines",
            TableStyle::Boxes => "Boxes",
        };
        let total: u32 = table.widths.iter().sum();
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{total}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblDescription w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            table.description
        );
        for width in &table.widths {
            let _ = write!(self.xml, "<w:gridCol w:w=\"{width}\"/>");
        }
        let _ = write!(self.xml, "</w:tblGrid>{}</w:tbl>", table.rows);
        self.xml.push_str(
            "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>",
        );
    }

    /// The XML written so far.
    pub(in crate::report) fn xml(&self) -> &str {
        &self.xml
    }
}
