//! Comments in saved files. They belong to the layout of the file and do not follow the language of the interface: English
//! for whoever opens it in an editor, Japanese for whoever it is about.

/// What the file is, that it is confidential, and when it may be edited: a line each.
pub const ABOUT: [&str; 3] = [
    "SECURITY ACTION self-diagnosis, saved by hoshitori. It lists weaknesses of a company: keep it private.",
    "SECURITY ACTION自己診断の記録（hoshitoriが保存）。会社の弱点が書かれています。ほかの人に見せないでください。",
    "May be edited while hoshitori does not have it open. / hoshitoriで開いていないときは編集できます。",
];

/// What `[summary]` is for.
pub const ABOUT_SUMMARY: &str = "For the list only; made anew from the answers below whenever the file is saved.";

/// What the last line of the file is for.
pub const END: &str = "The end; a file without this line was cut short. / この行がないファイルは途中で切れています。";
