//! Marks and numerals of Chinese official texts.
//!
//! Copies mix full-width and half-width marks freely, so every question about a mark is asked here.

/// What a bracket or quotation mark encloses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enclosure {
    /// `（）` and `()`, and square ones of all shapes: copies close one with the other.
    Bracket,
    /// `《》`: a title.
    Title,
    /// `“”`, `「」`: quoted words.
    Quote,
}

/// Makes the table of enclosures, and the questions that are asked of it for every character of a text.
macro_rules! enclosures {
    ($($open:literal $close:literal $kind:ident)*) => {
        /// All enclosures: what opens one, what closes it, what it holds.
        pub const ENCLOSURES: &[(char, char, Enclosure)] = &[$(($open, $close, Enclosure::$kind)),*];

        /// The enclosure that a character opens.
        pub fn opens(c: char) -> Option<Enclosure> {
            match c {
                $($open => Some(Enclosure::$kind),)*
                _ => None,
            }
        }

        /// The enclosure that a character closes.
        pub fn closes(c: char) -> Option<Enclosure> {
            match c {
                $($close => Some(Enclosure::$kind),)*
                _ => None,
            }
        }
    };
}

// A new bracket is one line here.
enclosures! {
    '（' '）' Bracket
    '(' ')' Bracket
    '〔' '〕' Bracket
    '[' ']' Bracket
    '【' '】' Bracket
    '［' '］' Bracket
    '〖' '〗' Bracket
    '﹝' '﹞' Bracket
    '《' '》' Title
    '〈' '〉' Title
    '“' '”' Quote
    '「' '」' Quote
    '『' '』' Quote
    '‘' '’' Quote
}

/// The quotation mark that opens and closes.
pub const STRAIGHT_QUOTE: char = '"';

/// Whether a character opens a bracket.
pub fn opens_bracket(c: char) -> bool {
    opens(c) == Some(Enclosure::Bracket)
}

/// Whether a character closes a bracket.
pub fn closes_bracket(c: char) -> bool {
    closes(c) == Some(Enclosure::Bracket)
}

/// Round brackets, which hold a second unit (`套（次）`), a remark, or what a column is called besides.
pub const ROUND_OPEN: [char; 2] = ['（', '('];
/// What closes them.
pub const ROUND_CLOSE: [char; 2] = ['）', ')'];
/// Brackets around the year of a document number: `〔2021〕`.
pub const YEAR_OPEN: [char; 8] = ['〔', '[', '（', '(', '【', '﹝', '［', '〖'];

/// Whether a character is a usual Chinese one, which is no mark: most of a text are, and need not be compared with all marks.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// White space, and the invisible marks that copying leaves behind.
pub fn is_space(c: char) -> bool {
    !is_han(c) && (c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}' | '\u{2060}'))
}

/// Where a line ends.
pub const LINE_ENDS: [char; 6] = ['\n', '\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'];
/// What a paragraph is indented with, and what stands between names that no other mark divides.
pub const BLANKS: [char; 3] = ['\u{3000}', ' ', '\t'];

/// A mark of a line that only rules a table.
pub fn is_rule_mark(c: char) -> bool {
    matches!(c, '-' | ':' | ' ')
}

/// A blank of either width, which parts cells where several stand together.
pub fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{a0}')
}

/// What divides the cells of a row.
pub const CELL_ENDS: [char; 2] = ['\t', CELL_BAR];
/// The one of them that is printed.
pub const CELL_BAR: char = '|';
/// The same as wide as a Chinese character: two or more in a line divide cells.
pub const WIDE_BAR: char = '｜';

/// The full stop, which no heading and no line around a plan has.
pub const STOP: char = '。';
/// The mark between the members of a list (頓號).
pub const PAUSE: char = '、';

/// A mark that ends a sentence.
pub fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

/// What ends a member of an enumeration.
pub const MEMBER_ENDS: [char; 2] = ['；', ';'];

/// A mark that ends a sentence or a member of an enumeration.
pub fn is_break(c: char) -> bool {
    is_stop(c) || matches!(c, '；' | ';')
}

/// Commas of either width.
pub const COMMAS: [char; 2] = ['，', ','];

/// A mark that divides the clauses of a statement.
pub fn is_divider(c: char) -> bool {
    is_break(c) || matches!(c, '，' | ',')
}

/// A mark that ends a clause.
pub fn is_clause_end(c: char) -> bool {
    is_divider(c) || matches!(c, '：' | ':')
}

/// A colon of either width.
pub fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':' | '︰')
}

/// What stands around a label that has no colon: 【责任单位】.
pub const LABEL_OPEN: [char; 3] = ['【', '[', '［'];
/// What closes it.
pub const LABEL_CLOSE: [char; 3] = ['】', ']', '］'];
/// The one of them that may be around a heading.
pub const BOX_OPEN: char = '【';
/// What closes that.
pub const BOX_CLOSE: char = '】';
/// Bars behind a label that has no colon: 责任单位｜.
pub const BAR: [char; 2] = ['｜', '|'];
/// Marks inside of a label: 牵头/责任单位.
pub const LABEL_JOINING: [char; 2] = ['/', '、'];
/// Dashes before a list of bodies behind a sentence: 新建食堂——市教育局.
pub const DASHES: &str = "——";

/// The colons of an introduction: `措施如下：`.
pub const INTRODUCING: [char; 2] = ['：', ':'];

/// What divides names in a list.
pub fn is_list_mark(c: char) -> bool {
    matches!(c, '、' | '﹑' | '/' | '／')
}

/// White space, closing marks and the marks of markdown: what may stand between two pieces of a text.
pub fn is_between(c: char) -> bool {
    is_space(c)
        || is_break(c)
        || matches!(
            c,
            '，' | ','
                | '、'
                | '.'
                | '．'
                | '*'
                | '#'
                | '|'
                | '>'
                | '•'
                | '·'
                | '：'
                | ':'
                | '-'
                | '●'
                | '◆'
                | '■'
                | '▪'
        )
}

/// A mark that may stand around a heading, and is none of it.
pub fn is_around_title(c: char) -> bool {
    is_space(c)
        || is_stop(c)
        || is_colon(c)
        || matches!(c, '*' | '#' | '、' | '，' | '；' | ';' | '●' | '★' | '◆' | '■')
}

/// White space and the stars of markdown around words.
pub fn is_around_words(c: char) -> bool {
    is_space(c) || c == '*'
}

/// A mark that may stand around a name in a list, and is none of it.
pub fn is_around_name(c: char) -> bool {
    is_space(c) || matches!(c, '、' | '，' | ',' | '：' | ':' | '。' | '；' | ';' | '.')
}

/// A mark that may stand around the name of a body, and is none of it.
pub fn is_around_body(c: char) -> bool {
    is_space(c) || STARS.contains(&c) || matches!(c, '“' | '”' | '"')
}

/// A mark that may stand around a stated time, and is none of it.
pub fn is_around_time(c: char) -> bool {
    is_space(c) || matches!(c, '。' | '；' | ';' | '，' | ',' | '）' | ')' | '*')
}

/// A bullet before a line of particulars.
pub fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '·' | '●' | '*' | '-' | '◆' | '■')
}

/// Stars that mark the body that leads.
pub const STARS: [char; 7] = ['*', '＊', '★', '☆', '▲', '△', '◆'];
/// Marks by which a plan says that they mark it.
pub const ANNOUNCED_STARS: [char; 8] = ['*', '＊', '★', '☆', '▲', '△', '◆', '※'];
/// Stars before names in a list that says nothing else.
pub const LIST_STARS: [char; 2] = ['*', '＊'];

/// Marks of markdown around a title.
pub const MARKDOWN_TITLE: [char; 2] = ['*', '#'];
/// Marks before a heading or a quotation of markdown.
pub const MARKDOWN_LINE: [char; 2] = ['#', '>'];
/// Marks before an item of a list of markdown.
pub const MARKDOWN_ITEMS: [&str; 3] = ["- ", "* ", "+ "];
/// What bold words of markdown stand between.
pub const BOLD: &str = "**";

/// Dashes around the number of a page.
pub const PAGE_DASHES: [char; 5] = ['—', '-', '－', '–', '―'];
/// Dashes, and 至, between the ends of a range: `1-3个月`.
pub const RANGE_DASHES: [char; 7] = ['-', '—', '－', '–', '~', '～', '至'];
/// Dashes and words between the first and the last year of a title: `2021—2023年`.
pub const YEAR_DASHES: &str = "-—－–~～至到";
/// Behind these a number goes on that began before: `2020—2021`.
pub const BEFORE_NO_NUMBER: [char; 4] = ['.', '—', '-', '－'];

/// A digit of either width.
pub fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// The value of one Chinese digit.
fn numeral(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Circles and letters that copies have for 〇.
pub fn zero(c: char) -> char {
    if matches!(c, '○' | 'O') { '〇' } else { c }
}

/// A character of a Chinese number below a thousand.
pub fn is_numeral(c: char) -> bool {
    numeral(c).is_some() || matches!(c, '十' | '百')
}

/// The value of a Chinese number below a thousand (`二十一`), in simplified characters.
pub fn numeral_value(text: &str) -> Option<u32> {
    let mut total = 0_u32;
    let mut last = None;
    for c in text.chars() {
        match c {
            '十' => total += last.take().unwrap_or(1) * 10,
            '百' => total += last.take().unwrap_or(1) * 100,
            _ => last = Some(numeral(c)?),
        }
    }
    (!text.is_empty()).then_some(total + last.unwrap_or(0))
}

/// Steps of a number, and words for a little more: they belong to what is counted (`万人次`).
pub fn is_scale(c: char) -> bool {
    matches!(c, '万' | '亿' | '千' | '百' | '余' | '多' | '十')
}
