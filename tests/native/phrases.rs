//! Where the lines of a title on paper end.

use crate::papers::text;
use proptest::prelude::*;
use yaodian::element::html::html;
use yaodian::print::phrases::phrases;
use yaodian::print::tree::el;

/// A title, its phrases parted by |; one that breaks anywhere stands in ~.
const TITLES: [&str; 9] = [
    "海東市2021年|新型城鎮化和|城鄉融合發展|工作要點",
    "關於|《海東市2021年|新型城鎮化和|城鄉融合發展|工作要點》|進展情況的|通報",
    "2024年度|全市|工作要點",
    "关于|~进一步加强县域商业体系建设促进农村消费的~|若干措施|（试行）",
    "民和|縣|工作要點",
    "“十四五”|规划|重点任务|实施方案",
    "數字江蘇|工作要點",
    "Key Points",
    "",
];

#[test]
fn a_line_ends_where_a_reader_pauses() {
    for expected in TITLES {
        let title = expected.replace(['|', '~'], "");
        let marked = |part: &str| match part.strip_prefix('~').and_then(|part| part.strip_suffix('~')) {
            Some(loose) => loose.to_owned(),
            None if part.chars().count() < 2 || part.is_ascii() => part.to_owned(),
            None => format!("<span class=\"phrase\">{part}</span>"),
        };
        let parts: String = expected.split('|').map(marked).collect();
        assert_eq!(html(el("h1").child(phrases(&title)).tree()), format!("<h1>{parts}</h1>"));
    }
}

proptest! {
    #[test]
    fn no_word_of_a_title_is_lost(title in "[關於《》（）“”年度和的工作要點a ]{0,30}") {
        prop_assert_eq!(text(&html(el("h1").child(phrases(&title)).tree())), title);
    }
}
