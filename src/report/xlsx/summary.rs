//! The first sheet: the result at a glance with its charts.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLine, ChartSolidFill, ColNum, Color, Format, RowNum, Worksheet,
    XlsxError,
};

use super::style::ACCENT;
use super::{FONT, Style, cell_text, height, set_up_page};
use crate::appearance::UNICODE;
use crate::messages::messages;
use crate::report::content::Report;

/// Widths of the columns in characters.
const WIDTHS: [f64; 6] = [27.0, 13.0, 13.0, 13.0, 13.0, 13.0];

/// The last column.
const LAST: ColNum = 5;

/// Height of the radar in pixels.
const RADAR_HEIGHT: u32 = 270;

/// The default height of a row in pixels, rounded down.
const ROW_HEIGHT: u32 = 19;

/// Writes the summary.
pub(super) fn write(sheet: &mut Worksheet, name: &str, report: &Report, style: &Style) -> Result<(), XlsxError> {
    for (column, width) in WIDTHS.iter().enumerate() {
        sheet.set_column_width(column as ColNum, *width)?;
    }
    sheet.set_screen_gridlines(false);
    set_up_page(sheet, false);
    Summary { sheet, name, report, style, row: 0 }.write()
}

struct Summary<'a> {
    sheet: &'a mut Worksheet,
    name: &'a str,
    report: &'a Report,
    style: &'a Style,
    row: RowNum,
}

impl Summary<'_> {
    fn write(mut self) -> Result<(), XlsxError> {
        let (report, style) = (self.report, self.style);
        let words = messages(report.language);
        let file = &words.report_file;
        self.across(0, file.title, &style.title, 30.0)?;
        self.wrapped(0, &report.organization, &style.subtitle)?;

        self.heading(file.summary)?;
        let total = self.row;
        self.across(1, &report.result.total_line, &style.total, 34.0)?;
        self.sheet.write_string_with_format(total, 0, file.total, &style.label)?;
        if let Some(band) = &report.result.band {
            self.labelled(file.band, band, style.answer(report.result.tone))?;
        }
        let verdict = [&report.result.verdict, &report.result.advice];
        let verdict: Vec<&str> = verdict.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        self.labelled(words.result.title, &verdict.join("\n"), &style.text)?;
        if let Some(next) = &report.result.next_band {
            self.labelled(file.next_band, next, &style.text)?;
        }
        for star in &report.stars {
            let mark = UNICODE.of_star(star.is_declared);
            self.labelled(&format!("{mark} {}", star.title), &star.state, &style.text)?;
        }

        self.heading(file.categories)?;
        let (first, last) = self.categories()?;
        self.bar_chart(first, last)?;
        if !report.groups.is_empty() {
            self.heading(file.groups)?;
            let (first, last) = self.groups()?;
            if last - first >= 2 {
                self.radar(first, last)?;
            }
        }

        self.heading(file.about)?;
        for fact in &report.facts {
            self.labelled(fact.label, &fact.value, &style.text)?;
        }
        self.merge()?;
        self.heading(file.notice)?;
        for notice in &report.notices {
            self.wrapped(0, notice, &style.remark)?;
        }
        Ok(())
    }

    fn text(&self, text: &str) -> String {
        cell_text(text, self.report.language)
    }

    /// One line in merged cells, from a column to the last one.
    fn across(&mut self, column: ColNum, text: &str, format: &Format, height: f64) -> Result<(), XlsxError> {
        self.sheet.merge_range(self.row, column, self.row, LAST, &self.text(text), format)?;
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    /// A wrapped text in merged cells. Its height is set here, because spreadsheets do not fit that of merged cells.
    fn wrapped(&mut self, column: ColNum, text: &str, format: &Format) -> Result<(), XlsxError> {
        let height = height(text, WIDTHS[usize::from(column)..].iter().sum());
        self.across(column, text, format, height)
    }

    fn heading(&mut self, title: &str) -> Result<(), XlsxError> {
        self.row += 1;
        self.across(0, title, &self.style.heading, 22.0)
    }

    fn labelled(&mut self, label: &str, value: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, label, &self.style.label)?;
        self.wrapped(1, value, format)
    }

    fn header(&mut self, columns: &[&str]) -> Result<(), XlsxError> {
        for (column, name) in columns.iter().enumerate() {
            let format = if column == 0 { &self.style.column } else { &self.style.column_right };
            self.sheet.write_string_with_format(self.row, column as ColNum, *name, format)?;
        }
        self.row += 1;
        Ok(())
    }

    /// The points of the categories. Returns the first and last row.
    fn categories(&mut self) -> Result<(RowNum, RowNum), XlsxError> {
        let file = &messages(self.report.language).report_file;
        self.header(&[file.category, file.points, file.least, file.most, file.share, file.answered])?;
        let first = self.row;
        for part in &self.report.categories {
            let style = self.style;
            let title = self.text(&part.title);
            self.sheet.write_string_with_format(self.row, 0, title, &style.text)?;
            self.sheet.write_number_with_format(self.row, 1, part.points, &style.number)?;
            self.sheet.write_number_with_format(self.row, 2, part.min, &style.number)?;
            self.sheet.write_number_with_format(self.row, 3, part.max, &style.number)?;
            self.sheet.write_number_with_format(self.row, 4, f64::from(part.percent()) / 100.0, &style.percent)?;
            let answered = format!("{} / {}", part.answered, part.total);
            self.sheet.write_string_with_format(self.row, 5, answered, &style.number)?;
            self.row += 1;
        }
        Ok((first, self.row.saturating_sub(1).max(first)))
    }

    fn groups(&mut self) -> Result<(RowNum, RowNum), XlsxError> {
        let file = &messages(self.report.language).report_file;
        self.header(&[file.topic, file.points, file.most, file.share])?;
        let first = self.row;
        for group in &self.report.groups {
            let style = self.style;
            let title = self.text(&group.title);
            self.sheet.write_string_with_format(self.row, 0, title, &style.text)?;
            self.sheet.write_number_with_format(self.row, 1, group.points, &style.number)?;
            self.sheet.write_number_with_format(self.row, 2, group.max, &style.number)?;
            self.sheet.write_number_with_format(self.row, 3, f64::from(group.percent()) / 100.0, &style.percent)?;
            self.row += 1;
        }
        Ok((first, self.row.saturating_sub(1).max(first)))
    }

    fn bar_chart(&mut self, first: RowNum, last: RowNum) -> Result<(), XlsxError> {
        let file = &messages(self.report.language).report_file;
        let values: Vec<String> =
            self.report.categories.iter().map(|part| (file.chart_value)(&part.title, part.points, part.max)).collect();
        let mut chart = Chart::new_bar();
        chart
            .add_series()
            .set_categories((self.name, first, 0, last, 0))
            .set_values((self.name, first, 4, last, 4))
            .set_name(file.share)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(ACCENT)))
            .set_data_label(ChartDataLabel::new().show_value().set_font(&font()))
            .set_gap(60);
        chart.title().set_name(file.bar_chart).set_font(font().set_bold());
        chart.legend().set_hidden();
        // In a bar chart, the y axis is the one with the names.
        chart.y_axis().set_reverse().set_font(&font());
        chart.x_axis().set_min(0).set_max(1).set_num_format("0%").set_font(&font());
        chart.set_alt_text(values.join(", "));
        self.insert(chart, 90 + 34 * (last - first + 1))
    }

    fn radar(&mut self, first: RowNum, last: RowNum) -> Result<(), XlsxError> {
        let file = &messages(self.report.language).report_file;
        let values: Vec<String> =
            self.report.groups.iter().map(|group| (file.radar_value)(&group.title, group.percent())).collect();
        let mut chart = Chart::new_radar();
        chart
            .add_series()
            .set_categories((self.name, first, 0, last, 0))
            .set_values((self.name, first, 3, last, 3))
            .set_name(file.share)
            .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(ACCENT).set_width(2.25)));
        chart.title().set_name(file.radar).set_font(font().set_bold());
        chart.legend().set_hidden();
        chart.x_axis().set_font(&font());
        chart.y_axis().set_min(0).set_max(1).set_num_format("0%").set_font(font().set_color(Color::Gray));
        chart.set_alt_text(values.join(", "));
        self.insert(chart, RADAR_HEIGHT)
    }

    fn insert(&mut self, mut chart: Chart, height: u32) -> Result<(), XlsxError> {
        chart.set_width(640).set_height(height);
        self.row += 1;
        self.sheet.insert_chart(self.row, 0, &chart)?;
        self.row += height / ROW_HEIGHT + 1;
        Ok(())
    }

    fn merge(&mut self) -> Result<(), XlsxError> {
        let Some(merge) = &self.report.merge else { return Ok(()) };
        let style = self.style;
        let file = &messages(self.report.language).report_file;
        self.heading(file.merge)?;
        self.labelled(file.sources, &merge.sources.join(", "), &style.text)?;
        self.labelled(file.rule, merge.rule, &style.text)?;
        for item in &merge.disagreements {
            let said: Vec<String> = item.said.iter().map(|(source, answer)| format!("{source}: {answer}")).collect();
            let settled = format!("{}\n{}: {}\n{}", said.join(", "), file.taken, item.taken, item.settled);
            let label = self.text(&format!("{} {}", item.question, item.topic));
            self.labelled(&label, &settled, &style.text)?;
        }
        Ok(())
    }
}

fn font() -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(9);
    font
}
