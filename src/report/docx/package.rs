//! The container of a Word document, with the parts that are the same in every document.

use std::io::{Cursor, Write};

use chrono::Utc;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::text::escaped;
use crate::core::language::Language;
use crate::core::sheet::Timestamp;
use crate::messages::messages;
use crate::report::error::DocumentError;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const CONTENT_TYPES: &str = include_str!("parts/content_types.xml");
const RELATIONSHIPS: &str = include_str!("parts/relationships.xml");
const DOCUMENT_RELATIONSHIPS: &str = include_str!("parts/document_relationships.xml");
const STYLES: &str = include_str!("parts/styles.xml");
const NUMBERING: &str = include_str!("parts/numbering.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");
const FONTS: &str = include_str!("parts/fonts.xml");
const FOOTER: &str = include_str!("parts/footer.xml");

/// The namespaces of the main part.
const NAMESPACES: &str = concat!(
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" ",
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
);

/// What stands below the text of every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Footer {
    /// The page and how many there are.
    PageNumbers,
    /// Nothing: the document is meant to be one page.
    None,
}

const PAGE_NUMBERS: &str = "<w:footerReference w:type=\"default\" r:id=\"rId5\"/>";

/// A4 with margins of 20 mm, in twentieths of a point.
const PAGE: &str = concat!(
    "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
    "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>",
);

/// The metadata of a document.
pub(super) struct Properties<'a> {
    pub(super) title: &'a str,
    pub(super) author: &'a str,
    pub(super) language: Language,
    /// Given rather than the present time, so that the same report makes the same file.
    pub(super) time: Timestamp,
}

/// Packs the body of a document.
pub(super) fn pack(body: &str, footer: Footer, properties: &Properties<'_>) -> Result<Vec<u8>, DocumentError> {
    let footer = match footer {
        Footer::PageNumbers => PAGE_NUMBERS,
        Footer::None => "",
    };
    let section = format!("<w:sectPr>{footer}{PAGE}</w:sectPr>");
    let document = format!("<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>");
    let tag = messages(properties.language).common.language_tag;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", RELATIONSHIPS),
        ("docProps/core.xml", &core_properties(properties, tag)),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONSHIPS),
        ("word/styles.xml", &STYLES.replace("LANGUAGE", tag)),
        ("word/numbering.xml", NUMBERING),
        ("word/settings.xml", SETTINGS),
        ("word/fontTable.xml", FONTS),
        ("word/footer1.xml", FOOTER),
    ] {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(name, options).map_err(|error| DocumentError(error.to_string()))?;
        let written = zip.write_all(DECLARATION.as_bytes()).and_then(|()| zip.write_all(content.as_bytes()));
        written.map_err(|error| DocumentError(error.to_string()))?;
    }
    Ok(zip.finish().map_err(|error| DocumentError(error.to_string()))?.into_inner())
}

fn core_properties(properties: &Properties<'_>, tag: &str) -> String {
    let time = properties.time.with_timezone(&Utc).format("%Y-%m-%dT%H:%M:%SZ");
    let (title, author) = (escaped(properties.title), escaped(properties.author));
    format!(
        concat!(
            "<cp:coreProperties ",
            "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" ",
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" ",
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
            "<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:description>hoshitori</dc:description>",
            "<dc:language>{tag}</dc:language>",
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:created>",
            "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:modified>",
            "</cp:coreProperties>"
        ),
        title = title,
        author = author,
        tag = tag,
        time = time
    )
}
