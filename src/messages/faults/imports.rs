//! Files that cannot be imported.

use super::list;
use crate::input::{ImportFault, Quoted};

pub(super) fn ja(fault: &ImportFault) -> String {
    match fault {
        ImportFault::TooLarge { limit } => {
            format!("ファイルが大きすぎます。読み込めるのは{limit} MBまでです。")
        }
        ImportFault::WorkbookTooLarge { limit } => {
            format!("ブックの中身が大きすぎます。読み込めるのは{limit} MBまでです。")
        }
        ImportFault::NotAWorkbook => {
            "Excelのブック（.xlsx）として読めません。Excelで開いて保存し直してください。".to_owned()
        }
        ImportFault::NotJson => {
            "書き出したJSONの文書として読めません。書き出したままのファイルを使ってください。".to_owned()
        }
        ImportFault::DuplicateField => "同じ名前の項目が2回あります。1つにしてください。".to_owned(),
        ImportFault::OtherSchema { schema } => {
            format!("この版のhoshitoriが読めるのは\"schema\": {schema}の文書だけです。")
        }
        ImportFault::NotStatistics => {
            "集計のファイルではありません。hoshitori aggregate --jsonの出力を使ってください。".to_owned()
        }
        ImportFault::UnorderedQuartiles => {
            "q1、median、q3が小さい順になっていません。集計し直したファイルを使ってください。".to_owned()
        }
        ImportFault::NotATable => "この行は表として読めません。直してください。".to_owned(),
        ImportFault::NotAFlatLine { column } => format!(
            "診断の行として読めません（{column}桁目）。export --format jsonlで書き出した行を使ってください。"
        ),
        ImportFault::LineTooLong { limit } => {
            format!("この行は長すぎます。読み込めるのは{limit} MiBまでです。")
        }
        ImportFault::TooManyRows { limit } => format!("行が多すぎます。読み込めるのは{limit}行までです。"),
        ImportFault::NoAnswers => {
            "回答の表が見つかりません。1行目に set,number,id,answer,note の列名がある表か、書き出したブックを使ってください。".to_owned()
        }
        ImportFault::NoOrganization => {
            "会社名がありません。ファイルに書き込むか、--orgで指定してください。".to_owned()
        }
        ImportFault::NoSet { known } => format!(
            "設問集の名前がありません。set列に{}のどれかを書いてください。",
            list(known.iter().map(Quoted::as_str), "、")
        ),
        ImportFault::SameKind { one, other } => {
            format!("「{one}」と「{other}」は同じ種類の設問集です。どちらか1つだけにしてください。")
        }
        ImportFault::Twice { name } => format!("「{name}」が2回あります。1つにしてください。"),
    }
}

pub(super) fn en(fault: &ImportFault) -> String {
    match fault {
        ImportFault::TooLarge { limit } => format!("The file is too large. At most {limit} MB are read."),
        ImportFault::WorkbookTooLarge { limit } => {
            format!("The workbook holds too much. At most {limit} MB are read.")
        }
        ImportFault::NotAWorkbook => {
            "This cannot be read as an Excel workbook (.xlsx). Open it in a spreadsheet program and save it again."
                .to_owned()
        }
        ImportFault::NotJson => {
            "This cannot be read as an exported JSON document. Use the file as it was exported.".to_owned()
        }
        ImportFault::DuplicateField => "An object has the same key twice. Keep one.".to_owned(),
        ImportFault::OtherSchema { schema } => {
            format!("This hoshitori reads documents with \"schema\": {schema} only.")
        }
        ImportFault::NotStatistics => {
            "These are no statistics. Use the output of hoshitori aggregate --json.".to_owned()
        }
        ImportFault::UnorderedQuartiles => {
            "q1, median and q3 do not ascend. Use the statistics as aggregate wrote them.".to_owned()
        }
        ImportFault::NotATable => "This line cannot be read as a row of a table. Correct it.".to_owned(),
        ImportFault::NotAFlatLine { column } => format!(
            "This line is no flat assessment (column {column}). Use lines as export --format jsonl writes them."
        ),
        ImportFault::LineTooLong { limit } => format!("This line is too long. At most {limit} MiB are read."),
        ImportFault::TooManyRows { limit } => format!("There are too many rows. At most {limit} are read."),
        ImportFault::NoAnswers => {
            "No table of answers was found. Use a table with the columns set,number,id,answer,note, or an exported workbook."
                .to_owned()
        }
        ImportFault::NoOrganization => {
            "The company's name is missing. Enter it in the file, or give it with --org.".to_owned()
        }
        ImportFault::NoSet { known } => format!(
            "The question set is missing. Enter one of these in the column set: {}.",
            list(known.iter().map(Quoted::as_str), ", ")
        ),
        ImportFault::SameKind { one, other } => {
            format!("\"{one}\" and \"{other}\" are sets of the same kind. Keep the answers to one of them.")
        }
        ImportFault::Twice { name } => format!("\"{name}\" is there twice. Keep one."),
    }
}
