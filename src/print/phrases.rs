//! The title of a paper, in phrases: a line ends where a reader pauses, never inside 城鄉 or 工作要點. GB/T 9704-2012, 7.3.1, wants the
//! lines of a title to be whole in meaning.

use super::tree::{Tree, el};

/// The marks that no line ends with, and those that none begins with.
const OPENING: [&str; 3] = ["《", "（", "“"];
const CLOSING: [&str; 5] = ["》", "）", "”", "、", "，"];

/// What a phrase begins with.
const BEGINS: [&str; 22] = [
    "《",
    "（",
    "“",
    "工作要點",
    "工作要点",
    "工作方案",
    "工作計劃",
    "工作计划",
    "實施方案",
    "实施方案",
    "實施意見",
    "实施意见",
    "行動計劃",
    "行动计划",
    "行動方案",
    "行动方案",
    "重點任務",
    "重点任务",
    "若干措施",
    "進展情況",
    "进展情况",
    "任務分解",
];

/// What a phrase ends with.
const ENDS: [&str; 14] = ["》", "）", "”", "、", "，", "年", "年度", "和", "與", "与", "及", "的", "關於", "关于"];

/// The longest phrase that is kept on one line, in characters: half a line of a title. A longer one breaks anywhere.
const LONGEST: usize = 10;

/// The title, each phrase of it on one line.
pub fn phrases(title: &str) -> Tree {
    let mut phrases = Vec::new();
    let mut begin = 0;
    for (at, _) in title.char_indices().skip(1) {
        let (before, after) = (&title[begin..at], &title[at..]);
        let ends = ENDS.iter().any(|end| before.ends_with(end)) && !CLOSING.iter().any(|end| after.starts_with(end));
        let begins =
            BEGINS.iter().any(|word| after.starts_with(word)) && !OPENING.iter().any(|mark| before.ends_with(mark));
        if ends && !after.starts_with("度") || begins {
            phrases.push(before);
            begin = at;
        }
    }
    phrases.push(&title[begin..]);
    let kept = |phrase: &str| !phrase.is_ascii() && (2..=LONGEST).contains(&phrase.chars().count());
    let drawn = |phrase: &str| {
        if kept(phrase) { el("span").class("phrase").text(phrase).tree() } else { Tree::Text(phrase.to_owned()) }
    };
    Tree::All(phrases.into_iter().map(drawn).collect())
}
