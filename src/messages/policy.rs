//! The basic policy, its publication and the declaration: forms and lists.

use crate::core::policy_document::MissingData;

/// Sentences of these screens.
#[derive(Debug)]
pub struct PolicyScreens {
    /// Title.
    pub title: &'static str,
    /// The company's data.
    pub data: &'static str,
    /// Data are complete.
    pub data_complete: &'static str,
    /// What is missing, before a list.
    pub data_missing: fn(&str) -> String,
    /// The clauses, heading.
    pub clauses: &'static str,
    /// See the whole.
    pub preview: &'static str,
    /// Write a file, by format.
    pub write: fn(&str) -> String,
    /// How a clause is changed.
    pub clause_hint: &'static str,
    /// A clause lists that many measures.
    pub lists_measures: fn(usize) -> String,
    /// Label: whether a clause lists the measures in place.
    pub measures_list: &'static str,
    /// What a list of measures gives away.
    pub measures_list_hint: &'static str,
    /// Option: no list.
    pub list_left_out: &'static str,
    /// Option: a list.
    pub list_included: &'static str,
    /// The clause's text is the company's own.
    pub edited: &'static str,
    /// Label: text of a clause.
    pub clause_text: &'static str,
    /// Label: company.
    pub company: &'static str,
    /// Label: representative's title.
    pub representative_title: &'static str,
    /// Label: representative's name.
    pub representative_name: &'static str,
    /// Label: date set.
    pub set_on: &'static str,
    /// Label: date revised.
    pub revised_on: &'static str,
    /// Label: contact.
    pub contact: &'static str,
    /// Label: scope.
    pub scope: &'static str,
    /// Label: how dates are written.
    pub calendar: &'static str,
    /// Western calendar.
    pub western: &'static str,
    /// Japanese era.
    pub era: &'static str,
    /// Button: keep.
    pub keep: &'static str,
    /// How dates are typed.
    pub date_hint: &'static str,
    /// Example of a title.
    pub representative_title_hint: &'static str,
    /// What the scope is.
    pub scope_hint: &'static str,
    /// A date that is none.
    pub date_wrong: &'static str,
    /// Title of the publication.
    pub publication: &'static str,
    /// Label: where it is public.
    pub place: &'static str,
    /// What goes there.
    pub place_hint: &'static str,
    /// Label: since when.
    pub published_at: &'static str,
    /// Title of the procedure.
    pub procedure: &'static str,
    /// Choose a procedure.
    pub choose_procedure: &'static str,
    /// Steps of the chosen procedure.
    pub steps: &'static str,
    /// Which star was declared, when, ID and logo.
    pub declaration_data: &'static str,
    /// Label: which star was declared.
    pub declared_star: &'static str,
    /// No star was declared yet.
    pub not_declared: &'static str,
    /// Label: when it was declared.
    pub declared_on: &'static str,
    /// The date of the declaration is missing.
    pub declared_on_missing: &'static str,
    /// The form of a declaration ID.
    pub declaration_id_hint: &'static str,
    /// Label: declaration ID.
    pub declaration_id: &'static str,
    /// Label: logo downloaded.
    pub logo_downloaded_on: &'static str,
    /// What the file of the policy is called, after the company's name.
    pub file_name: &'static str,
    /// A file was written.
    pub written: fn(&str) -> String,
    /// What a missing datum is called.
    pub missing_name: fn(MissingData) -> &'static str,
}

/// Japanese.
pub const JA: PolicyScreens = PolicyScreens {
    title: "情報セキュリティ基本方針",
    data: "会社の情報",
    data_complete: "入力済み",
    data_missing: |names| format!("{names}を入力してください。"),
    clauses: "条項",
    preview: "全文を見る",
    write: |format| format!("{format}で書き出す"),
    clause_hint: "Enterで開き、条文を書き換えるか、対策の一覧を載せます。",
    lists_measures: |count| format!("対策の一覧あり（{count}件）"),
    measures_list: "対策の一覧",
    measures_list_hint: "載せるのは、実施している対策です。ほかの対策は、していないと読まれることがあります",
    list_left_out: "載せない",
    list_included: "載せる",
    edited: "編集済み",
    clause_text: "条文",
    company: "会社名",
    representative_title: "代表者の役職",
    representative_name: "代表者の氏名",
    set_on: "制定日",
    revised_on: "改定日",
    contact: "問い合わせ先",
    scope: "適用範囲",
    calendar: "日付の書き方",
    western: "西暦",
    era: "和暦",
    keep: "保存して戻る",
    date_hint: "例 2026-11-22、令和8年11月22日",
    representative_title_hint: "例 代表取締役",
    scope_hint: "例 当社のすべての事業と従業員",
    date_wrong: "日付を2026-11-22のように入力してください。",
    publication: "基本方針の公開",
    place: "公開した場所",
    place_hint: "ウェブサイトのアドレス、会社案内など",
    published_at: "公開した日",
    procedure: "宣言の手続き",
    choose_procedure: "どの手続きで進めますか。",
    steps: "手順",
    declaration_data: "宣言の記録（星、日付、自己宣言ID、ロゴ）",
    declared_star: "宣言した星",
    not_declared: "まだ宣言していない",
    declared_on: "宣言した日",
    declared_on_missing: "宣言した日を入力してください。",
    declaration_id_hint: "11桁の数字です",
    declaration_id: "自己宣言ID",
    logo_downloaded_on: "ロゴをダウンロードした日",
    file_name: "情報セキュリティ基本方針",
    written: |path| format!("書き出しました：{path}"),
    missing_name: |missing| match missing {
        MissingData::Company => "会社名",
        MissingData::RepresentativeTitle => "代表者の役職",
        MissingData::RepresentativeName => "代表者の氏名",
        MissingData::SetOn => "制定日",
        MissingData::Clauses => "条項（1つ以上）",
    },
};

/// English.
pub const EN: PolicyScreens = PolicyScreens {
    title: "Basic policy",
    data: "Company's data",
    data_complete: "complete",
    data_missing: |names| format!("Please enter: {names}."),
    clauses: "Clauses",
    preview: "See the whole text",
    write: |format| format!("Write as {format}"),
    clause_hint: "Enter opens a clause, to change its text or to list measures in place.",
    lists_measures: |count| if count == 1 { "lists 1 measure".to_owned() } else { format!("lists {count} measures") },
    measures_list: "Measures",
    measures_list_hint: "lists what is in place; readers may take the rest as missing",
    list_left_out: "no list",
    list_included: "list them",
    edited: "edited",
    clause_text: "Text",
    company: "Company",
    representative_title: "Representative's title",
    representative_name: "Representative's name",
    set_on: "Set on",
    revised_on: "Revised on",
    contact: "Contact",
    scope: "Scope",
    calendar: "Dates in",
    western: "the western calendar",
    era: "the Japanese era",
    keep: "Keep and return",
    date_hint: "such as 2026-11-22",
    representative_title_hint: "such as President",
    scope_hint: "such as all business and employees of the company",
    date_wrong: "Please enter a date such as 2026-11-22.",
    publication: "Publishing the policy",
    place: "Where it is public",
    place_hint: "address of the web page, the brochure, …",
    published_at: "Public since",
    procedure: "Declaring",
    choose_procedure: "Which procedure do you follow?",
    steps: "Steps",
    declaration_data: "What was declared (star, date, ID, logo)",
    declared_star: "Star declared",
    not_declared: "none yet",
    declared_on: "Declared on",
    declared_on_missing: "Please enter the day of the declaration.",
    declaration_id_hint: "11 digits",
    declaration_id: "Declaration ID",
    logo_downloaded_on: "Logo downloaded on",
    file_name: "information-security-policy",
    written: |path| format!("Written: {path}"),
    missing_name: |missing| match missing {
        MissingData::Company => "company",
        MissingData::RepresentativeTitle => "representative's title",
        MissingData::RepresentativeName => "representative's name",
        MissingData::SetOn => "date set",
        MissingData::Clauses => "at least one clause",
    },
};
