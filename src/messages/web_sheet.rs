//! The answer sheet that is filled in with a browser.

use serde::Serialize;

/// Sentences of the web sheet.
#[derive(Debug)]
pub struct WebSheet {
    /// This language, by its own name.
    pub language_name: &'static str,
    /// What the buttons that switch the language are for.
    pub language: &'static str,
    /// How to fill it in.
    pub introduction: &'static str,
    /// Instead of it, where scripts do not run.
    pub no_script: &'static str,
    /// Opens why a question matters, examples, and what to answer where it does not apply.
    pub explanation: &'static str,
    /// Opens the note of a question.
    pub note: &'static str,
    /// Takes the answer to a question back.
    pub withdraw: &'static str,
    /// Name of the progress bar.
    pub progress: &'static str,
    /// Goes to the next question without an answer.
    pub next_unanswered: &'static str,
    /// Heading above the ways to hand the answers back, and the button that leads there.
    pub hand_back: &'static str,
    /// How the answers are handed back.
    pub how_to_hand_back: &'static str,
    /// Button: saves the answer file.
    pub save_file: &'static str,
    /// Button: opens what a phone shares files with.
    pub share: &'static str,
    /// Button: prints.
    pub print: &'static str,
    /// Button: opens an answer file that was saved before.
    pub open_file: &'static str,
    /// Button: clears everything.
    pub clear_all: &'static str,
    /// That the sheet is not IPA's.
    pub not_ipa: &'static str,
    /// The identifier of the sheet, so that a printed one can be told from others.
    pub sheet_id: fn(&str) -> String,
    /// Sentences that the page's script shows.
    pub script: ScriptWords,
}

/// Sentences that the script of the web sheet shows. In them `{name}` stands for a value that only the page knows; the
/// comment names the values of each.
#[derive(Debug, Serialize)]
pub struct ScriptWords {
    /// Title of the page.
    pub title: &'static str,
    /// How much is answered: `answered`, `total`.
    pub progress: &'static str,
    /// Points of the diagnosis: `points`, `max`.
    pub points: &'static str,
    /// How many answers are missing: `count`.
    pub unanswered: &'static str,
    /// No answer is missing.
    pub all_answered: &'static str,
    /// The answers are kept in the browser: `time`.
    pub saved: &'static str,
    /// The browser cannot keep them.
    pub not_saved: &'static str,
    /// Answers from an earlier visit are there: `time` when they were kept.
    pub found: &'static str,
    /// An answer file was made: `name`.
    pub file_saved: &'static str,
    /// The answer file went to the share sheet.
    pub shared: &'static str,
    /// It did not.
    pub not_shared: &'static str,
    /// An answer file was opened: `name`.
    pub opened: &'static str,
    /// The same, without what does not belong to this sheet: `name`, `count`.
    pub opened_in_part: &'static str,
    /// A file is no answer file: `name`.
    pub unreadable: &'static str,
    /// An answer file answers other questions: `name`.
    pub other_set: &'static str,
    /// Everything was cleared.
    pub cleared: &'static str,
    /// Asks before everything is cleared.
    pub clear_question: &'static str,
    /// Yes, clear it.
    pub clear: &'static str,
    /// Asks before an opened file replaces what is there.
    pub replace_question: &'static str,
    /// Yes, replace it.
    pub replace: &'static str,
    /// No, leave it.
    pub cancel: &'static str,
    /// The company's name is missing.
    pub name_missing: &'static str,
    /// The number of employees is no number.
    pub wrong_employees: &'static str,
}

/// Japanese.
pub const JA: WebSheet = WebSheet {
    language_name: "日本語",
    language: "言語",
    introduction: "設問ごとに、当てはまるものを1つ選んでください。回答はこの端末の中だけに自動で保存され、どこにも送信されません。\
                   終わったら、最後の「回答を渡す」に進んでください。",
    no_script: "このブラウザーではJavaScriptを使えないため、回答を保存できません。ほかのブラウザーで開くか、印刷して記入してください。",
    explanation: "解説",
    note: "メモ",
    withdraw: "回答を取り消す",
    progress: "回答の進み具合",
    next_unanswered: "次の未回答へ",
    hand_back: "回答を渡す",
    how_to_hand_back: "回答ファイルを保存し、この用紙を配った人にメールなどで渡してください。\
                       途中で保存したファイルは、あとで開いて続けられます。",
    save_file: "回答ファイルを保存",
    share: "回答ファイルを共有",
    print: "印刷",
    open_file: "回答ファイルを開く",
    clear_all: "すべて消す",
    not_ipa: "この用紙は、IPAが作成、確認、推奨したものではありません。",
    sheet_id: |id| format!("用紙番号 {id}"),
    script: ScriptWords {
        title: super::report_file::JA.sheet.title,
        progress: "回答 {answered}/{total}",
        points: "{points}/{max}点",
        unanswered: "未回答が{count}問あります。このまま渡すこともできます。",
        all_answered: "すべての設問に回答しました。",
        saved: "{time}にこの端末に保存しました。",
        not_saved: "この端末には自動で保存できません。閉じる前に、回答ファイルを保存してください。",
        found: "前回の回答（{time}に保存）の続きです。",
        file_saved: "「{name}」を保存しました。",
        shared: "回答ファイルを共有しました。",
        not_shared: "共有できませんでした。回答ファイルを保存して渡してください。",
        opened: "「{name}」を開きました。",
        opened_in_part: "「{name}」を開きました。この用紙にない回答{count}件は除きました。",
        unreadable: "「{name}」は回答ファイルではありません。この用紙で保存したファイルを選んでください。",
        other_set: "「{name}」は別の設問への回答です。この用紙で保存したファイルを選んでください。",
        cleared: "すべて消しました。",
        clear_question: "回答とメモ、記入者の欄をすべて消しますか。元には戻せません。",
        clear: "消す",
        replace_question: "今の回答とメモを消して、ファイルの回答に置き換えますか。",
        replace: "置き換える",
        cancel: "やめる",
        name_missing: super::profile::JA.name_missing,
        wrong_employees: super::report_file::JA.sheet.wrong_employees,
    },
};

/// English.
pub const EN: WebSheet = WebSheet {
    language_name: "English",
    language: "Language",
    introduction: "Choose one answer to each question. Your answers are saved automatically, on this device only, and sent \
                   nowhere. When you are done, hand them back at the end of the page.",
    no_script: "JavaScript is not available in this browser, so answers cannot be saved. Open the page in another browser, \
                or print it and fill it in by hand.",
    explanation: "Explanation",
    note: "Note",
    withdraw: "Clear this answer",
    progress: "Progress",
    next_unanswered: "Next unanswered",
    hand_back: "Hand back",
    how_to_hand_back: "Save the answer file and send it to the person who gave you this sheet, by e-mail for example. If you \
                       are not finished, you can open the file here later and go on.",
    save_file: "Save answer file",
    share: "Share answer file",
    print: "Print",
    open_file: "Open answer file",
    clear_all: "Clear everything",
    not_ipa: "This sheet is not made, checked or endorsed by IPA.",
    sheet_id: |id| format!("Sheet {id}"),
    script: ScriptWords {
        title: super::report_file::EN.sheet.title,
        progress: "{answered}/{total} answered",
        points: "{points}/{max} points",
        unanswered: "Not answered yet: {count}. You can hand the sheet back as it is.",
        all_answered: "All questions are answered.",
        saved: "Saved on this device at {time}.",
        not_saved: "Answers cannot be saved on this device. Save the answer file before you close this page.",
        found: "Your answers from last time are here (saved {time}).",
        file_saved: "Saved as {name}.",
        shared: "The answer file was shared.",
        not_shared: "Sharing did not work. Save the answer file and send it.",
        opened: "Opened {name}.",
        opened_in_part: "Opened {name}. Answers that this sheet does not have were left out: {count}.",
        unreadable: "{name} is not an answer file. Choose a file that was saved from this sheet.",
        other_set: "{name} answers other questions. Choose a file that was saved from this sheet.",
        cleared: "Everything was cleared.",
        clear_question: "Clear all answers, notes and the fields about you? This cannot be undone.",
        clear: "Clear",
        replace_question: "Replace your answers and notes by those of the file?",
        replace: "Replace",
        cancel: "Cancel",
        name_missing: super::profile::EN.name_missing,
        wrong_employees: super::report_file::EN.sheet.wrong_employees,
    },
};
