//! A small workbook of which one part can be anything. Bytes changed in a whole workbook hardly ever get past its check
//! sums, so that its reader would never see them.

use std::io::{Cursor, Write};
use std::panic;
use std::sync::Once;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The parts that the reader looks at, with what stands in them.
pub const PARTS: [(&str, &str); 8] = [
    (
        "xl/worksheets/sheet1.xml",
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:F4"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row><row r="2"><c r="A2" t="s"><v>5</v></c><c r="B2"><v>11</v></c><c r="C2" t="inlineStr"><is><t>backups</t></is></c><c r="D2" t="str"><v>implemented</v></c><c r="E2" t="s"><v>6</v></c></row><row r="3"><c r="A3" t="s"><v>5</v></c><c r="B3"><v>18.0</v></c><c r="D3"><v>2</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" s="1"><v>45000.5</v></c></row><row r="4"><c r="A4" t="s"><v>7</v></c><c r="B4" t="n"><v>1</v></c><c r="D4"><f>1+1</f><v>2</v></c><c r="E4" t="e"><v>#N/A</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells></worksheet>"#,
    ),
    (
        "xl/sharedStrings.xml",
        r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="8" uniqueCount="8"><si><t>set</t></si><si><t>number</t></si><si><t>id</t></si><si><t>answer</t></si><si><t>note</t></si><si><t>self-diagnosis</t></si><si><r><t xml:space="preserve">a </t></r><r><t>note&amp;&#x3042;</t></r></si><si><t>five-principles</t></si></sst>"#,
    ),
    (
        "xl/worksheets/sheet2.xml",
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Company</t></is></c><c r="B1" t="inlineStr"><is><t>Hoshino</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>従業員数</t></is></c><c r="B2"><v>24</v></c></row></sheetData></worksheet>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="0"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" state="visible" r:id="rId2"/></sheets><definedNames><definedName name="x">A!$A$1</definedName></definedNames></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>"#,
    ),
    (
        "xl/styles.xml",
        r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>"#,
    ),
    (
        "_rels/.rels",
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "[Content_Types].xml",
        r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
    ),
];

/// The workbook, with the part whose letter the first byte is (`a` the first of [`PARTS`]) replaced by the rest.
pub fn with_part(data: &[u8]) -> Vec<u8> {
    let (chosen, content) = data.split_first().map_or((0, data), |(letter, rest)| (*letter, rest));
    let chosen = usize::from(chosen.wrapping_sub(b'a')) % PARTS.len();
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (place, (name, usual)) in PARTS.iter().enumerate() {
        packed.start_file(*name, stored).expect("a part");
        packed.write_all(if place == chosen { content } else { usual.as_bytes() }).expect("its content");
    }
    packed.finish().expect("a workbook").into_inner()
}

/// Lets the reader of workbooks panic in silence, as it is caught; a fuzzer would take that for the end otherwise.
pub fn quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panicked| {
            if !panicked.location().is_some_and(|place| place.file().contains("calamine")) {
                usual(panicked);
            }
        }));
    });
}
