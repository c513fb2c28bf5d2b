//! Words of the files that leave the program: reports, answer sheets, calendars.

use crate::core::merge_record::MergeRule;

/// Words of reports, answer sheets and calendars.
#[derive(Debug)]
pub struct ReportFile {
    /// Title of a report.
    pub title: &'static str,
    /// Title of a report, with the organisation.
    pub title_of: fn(&str) -> String,
    /// Heading: who, when, with which sheets.
    pub about: &'static str,
    /// Heading: the result at a glance.
    pub summary: &'static str,
    /// Heading: the stars and what they still need.
    pub stars: &'static str,
    /// Heading: the parts of the diagnosis.
    pub categories: &'static str,
    /// Heading: the topic groups.
    pub groups: &'static str,
    /// Heading: all answers.
    pub answers: &'static str,
    /// Heading: the plan.
    pub plan: &'static str,
    /// Heading: several sites brought together.
    pub merge: &'static str,
    /// Heading: what the report is and is not.
    pub notice: &'static str,
    /// Label: identifier of the assessment.
    pub id: &'static str,
    /// Label: when the assessment was begun.
    pub begun: &'static str,
    /// Label: when it was last changed.
    pub changed: &'static str,
    /// Label: whether it is finished.
    pub status: &'static str,
    /// Every question is answered.
    pub complete: &'static str,
    /// Answers are missing.
    pub in_progress: &'static str,
    /// Label: the checklist and its edition.
    pub checklist: &'static str,
    /// Label: the diagnosis and its edition.
    pub diagnosis: &'static str,
    /// A set and its edition.
    pub edition: fn(&str, &str) -> String,
    /// A number of people.
    pub people: fn(u32) -> String,
    /// Label: declaration ID.
    pub declaration_id: &'static str,
    /// Label: policy set on.
    pub policy_set_on: &'static str,
    /// Label: policy public since.
    pub published: &'static str,
    /// Label: where the policy is public.
    pub published_place: &'static str,
    /// Label: total.
    pub total: &'static str,
    /// Label: the band of the total.
    pub band: &'static str,
    /// The limits of a band: lowest, or `None` for the very lowest possible, and highest.
    pub band_range: fn(Option<i32>, i32) -> String,
    /// Label: distance to the next band.
    pub next_band: &'static str,
    /// Column: number of a question.
    pub number: &'static str,
    /// Column: part.
    pub category: &'static str,
    /// Column: topic.
    pub topic: &'static str,
    /// Column: the question as asked.
    pub question: &'static str,
    /// Column: answer.
    pub answer: &'static str,
    /// Column: points.
    pub points: &'static str,
    /// Column: share of the points.
    pub share: &'static str,
    /// Column: fewest points.
    pub least: &'static str,
    /// Column: most points.
    pub most: &'static str,
    /// Column: answered of all.
    pub answered: &'static str,
    /// Column: note.
    pub note: &'static str,
    /// Column: evidence.
    pub evidence: &'static str,
    /// Column: for another look.
    pub flag: &'static str,
    /// Mark of a question for another look, in words.
    pub flagged: &'static str,
    /// Column: the day on which it was answered.
    pub answered_on: &'static str,
    /// Column: position in the plan.
    pub order: &'static str,
    /// Column: what it would bring.
    pub gain: &'static str,
    /// Column: first step.
    pub first_step: &'static str,
    /// Column: fuller measure.
    pub fuller_measure: &'static str,
    /// Nobody is named yet, or no date.
    pub open: &'static str,
    /// Label: sources of a merge.
    pub sources: &'static str,
    /// Label: rule of a merge.
    pub rule: &'static str,
    /// What a rule is called.
    pub rule_name: fn(MergeRule) -> &'static str,
    /// Column: who said what.
    pub said: &'static str,
    /// Column: the answer taken.
    pub taken: &'static str,
    /// Column: how it was settled.
    pub settled: &'static str,
    /// Settled by the rule.
    pub by_rule: &'static str,
    /// Settled by a person, with the reason where there is one.
    pub by_hand: fn(&str) -> String,
    /// All sources agreed.
    pub no_disagreement: &'static str,
    /// Caption of the chart of the parts.
    pub bar_chart: &'static str,
    /// Caption of the radar.
    pub radar: &'static str,
    /// One value of a chart in words: name, points, maximum.
    pub chart_value: fn(&str, i32, i32) -> String,
    /// One value of the radar in words: name and percentage.
    pub radar_value: fn(&str, i32) -> String,
    /// Something was cut off because the format holds no more.
    pub cut: &'static str,
    /// Block for signatures: heading.
    pub signature: &'static str,
    /// Block for signatures: who drew up the report.
    pub drawn_up_by: &'static str,
    /// Block for signatures: who has seen it.
    pub seen_by: &'static str,
    /// Block for signatures: date.
    pub signature_date: &'static str,
    /// Block for signatures: name and seal or signature.
    pub signature_name: &'static str,
    /// Name of the worksheet with the summary.
    pub sheet_summary: &'static str,
    /// Name of the worksheet with the answers.
    pub sheet_answers: &'static str,
    /// Name of the worksheet with the plan.
    pub sheet_plan: &'static str,
    /// Where the texts of the questions come from, with the set's own words.
    pub made_with: &'static str,
    /// Words of the blank answer sheet.
    pub sheet: AnswerSheetWords,
    /// Words of the calendar.
    pub calendar: CalendarWords,
}

/// Words of the blank answer sheet.
#[derive(Debug)]
pub struct AnswerSheetWords {
    /// Title.
    pub title: &'static str,
    /// How to fill in a workbook.
    pub workbook_hint: &'static str,
    /// How to fill in a printed sheet.
    pub paper_hint: &'static str,
    /// Name of the first worksheet.
    pub organization: &'static str,
    /// Title of the message at a wrong entry.
    pub wrong_title: &'static str,
    /// Message at a wrong answer.
    pub wrong_answer: &'static str,
    /// Message at a wrong number of employees.
    pub wrong_employees: &'static str,
    /// Date of filling in.
    pub date: &'static str,
}

/// Words of the calendar.
#[derive(Debug)]
pub struct CalendarWords {
    /// Name of the calendar.
    pub name: fn(&str) -> String,
    /// An item of the plan that is due: its topic.
    pub due: fn(&str) -> String,
    /// A new assessment a year after the last.
    pub again: fn(&str) -> String,
    /// What to do then.
    pub again_text: &'static str,
}

/// Japanese.
pub const JA: ReportFile = ReportFile {
    title: "情報セキュリティ自社診断 報告書",
    title_of: |organization| format!("{organization} 情報セキュリティ自社診断 報告書"),
    about: "診断の概要",
    summary: "結果のまとめ",
    stars: "宣言の準備状況",
    categories: "対策の種類別の点数",
    groups: "分野別の達成度",
    answers: "回答の一覧",
    plan: "改善計画",
    merge: "複数の回答のとりまとめ",
    notice: "この報告書について",
    id: "識別番号",
    begun: "開始日",
    changed: "最終更新日",
    status: "状態",
    complete: "すべて回答済み",
    in_progress: "回答の途中",
    checklist: "チェックリスト",
    diagnosis: "診断シート",
    edition: |title, edition| format!("{title}（版 {edition}）"),
    people: |count| format!("{count}人"),
    declaration_id: "自己宣言ID",
    policy_set_on: "基本方針の制定日",
    published: "基本方針の公開日",
    published_place: "基本方針の公開場所",
    total: "合計点",
    band: "区分",
    band_range: |min, max| match min {
        None => format!("{max}点以下"),
        Some(min) if min == max => format!("{max}点"),
        Some(min) => format!("{min}点〜{max}点"),
    },
    next_band: "次の区分まで",
    number: "No.",
    category: "部門",
    topic: "項目",
    question: "設問",
    answer: "回答",
    points: "点数",
    share: "達成度",
    least: "最低",
    most: "満点",
    answered: "回答数",
    note: "メモ",
    evidence: "根拠",
    flag: "見直し",
    flagged: "要見直し",
    answered_on: "回答日",
    order: "順",
    gain: "加点",
    first_step: "はじめの一歩",
    fuller_measure: "しっかりした対策",
    open: "未定",
    sources: "もとの回答",
    rule: "決め方",
    rule_name: |rule| match rule {
        MergeRule::Worst => "最も点の低い回答に合わせる",
        MergeRule::Average => "平均を切り下げて最も近い回答に合わせる",
        MergeRule::Majority => "最も多い回答に合わせる（同数のときは点の低いほう）",
    },
    said: "それぞれの回答",
    taken: "採用した回答",
    settled: "決め方と理由",
    by_rule: "決め方のとおり",
    by_hand: |reason| {
        if reason.is_empty() { "個別に判断".to_owned() } else { format!("個別に判断: {reason}") }
    },
    no_disagreement: "回答はすべて一致していました。",
    bar_chart: "対策の種類別の点数",
    radar: "分野別の達成度（%）",
    chart_value: |name, points, max| format!("{name}: {max}点満点中{points}点"),
    radar_value: |name, percent| format!("{name}: {percent}%"),
    cut: "…（長いため、ここまで）",
    signature: "確認欄",
    drawn_up_by: "作成者",
    seen_by: "確認者",
    signature_date: "年　　月　　日",
    signature_name: "氏名・印",
    sheet_summary: "まとめ",
    sheet_answers: "回答",
    sheet_plan: "改善計画",
    made_with: "hoshitoriで作成",
    sheet: AnswerSheetWords {
        title: "情報セキュリティ 回答用紙",
        workbook_hint: "色のついた欄に記入してください。回答は一覧から選びます。",
        paper_hint: "当てはまるものを1つ選び、□に印をつけてください。",
        organization: "記入者",
        wrong_title: "回答を選び直してください",
        wrong_answer: "一覧にある回答から選んでください。",
        wrong_employees: "従業員数は0以上の整数で入力してください。",
        date: "記入日",
    },
    calendar: CalendarWords {
        name: |organization| format!("情報セキュリティ改善計画 {organization}"),
        due: |topic| format!("期限: {topic}"),
        again: |organization| format!("情報セキュリティ自社診断を行う（{organization}）"),
        again_text: "前回の診断から1年がたちました。もう一度診断し、変わったところを確かめましょう。",
    },
};

/// English.
pub const EN: ReportFile = ReportFile {
    title: "Information security self-diagnosis: report",
    title_of: |organization| format!("{organization}: report on the information security self-diagnosis"),
    about: "About this assessment",
    summary: "Result at a glance",
    stars: "Ready to declare?",
    categories: "Points by category",
    groups: "Achievement by topic group",
    answers: "All answers",
    plan: "Remediation plan",
    merge: "Several answers brought together",
    notice: "About this report",
    id: "Identifier",
    begun: "Begun on",
    changed: "Last changed on",
    status: "Status",
    complete: "all questions answered",
    in_progress: "in progress",
    checklist: "Checklist",
    diagnosis: "Diagnosis",
    edition: |title, edition| format!("{title} (edition {edition})"),
    people: |count| count.to_string(),
    declaration_id: "Declaration ID",
    policy_set_on: "Policy set on",
    published: "Policy public since",
    published_place: "Policy published at",
    total: "Total",
    band: "Band",
    band_range: |min, max| match min {
        None => format!("{max} points or fewer"),
        Some(min) if min == max => format!("{max} points"),
        Some(min) => format!("{min} to {max} points"),
    },
    next_band: "To the next band",
    number: "No.",
    category: "Category",
    topic: "Topic",
    question: "Question",
    answer: "Answer",
    points: "Points",
    share: "Achieved",
    least: "Least",
    most: "Most",
    answered: "Answered",
    note: "Note",
    evidence: "Evidence",
    flag: "Flag",
    flagged: "another look",
    answered_on: "Answered on",
    order: "Order",
    gain: "Gain",
    first_step: "First step",
    fuller_measure: "Fuller measure",
    open: "not set yet",
    sources: "Sources",
    rule: "Rule",
    rule_name: |rule| match rule {
        MergeRule::Worst => "the answer with the fewest points",
        MergeRule::Average => "the mean of the points, rounded down to the nearest answer",
        MergeRule::Majority => "the most frequent answer; ties go to fewer points",
    },
    said: "Who said what",
    taken: "Answer taken",
    settled: "How it was settled",
    by_rule: "by the rule",
    by_hand: |reason| {
        if reason.is_empty() { "decided by a person".to_owned() } else { format!("decided by a person: {reason}") }
    },
    no_disagreement: "All answers agreed.",
    bar_chart: "Points by category",
    radar: "Achievement by topic group (%)",
    chart_value: |name, points, max| format!("{name}: {points} of {max} points"),
    radar_value: |name, percent| format!("{name}: {percent} %"),
    cut: "… (cut here: too long)",
    signature: "Sign-off",
    drawn_up_by: "Drawn up by",
    seen_by: "Seen by",
    signature_date: "Date",
    signature_name: "Name and signature",
    sheet_summary: "Summary",
    sheet_answers: "Answers",
    sheet_plan: "Plan",
    made_with: "Made with hoshitori",
    sheet: AnswerSheetWords {
        title: "Information security: answer sheet",
        workbook_hint: "Fill in the coloured cells. Choose each answer from its list.",
        paper_hint: "Choose one answer to each question and tick its box.",
        organization: "About you",
        wrong_title: "Please choose again",
        wrong_answer: "Please choose one of the answers of the list.",
        wrong_employees: "Please enter the number of employees as a whole number, 0 or more.",
        date: "Date",
    },
    calendar: CalendarWords {
        name: |organization| format!("Information security plan, {organization}"),
        due: |topic| format!("Due: {topic}"),
        again: |organization| format!("Repeat the information security self-diagnosis ({organization})"),
        again_text: "A year has passed since the last self-diagnosis. Answer it again and see what has changed.",
    },
};
