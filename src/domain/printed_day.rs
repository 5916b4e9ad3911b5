//! The day of a deadline, from its words: 2021年6月底前 is 2021-06-30.
//!
//! | printed | last day |
//! |---|---|
//! | 6月30日前, 2021-06-30 | that day |
//! | 6月底前, 6月, 二季度, 上半年, 到2025年, 年内 | the last day of the month, the quarter, the half, the year |
//! | 6月前, 二季度以前, 2025年前 | the last day before it begins |
//! | 6月初, 上旬; 中; 中旬; 下旬 | the 10th; the 15th; the 20th; the last day of the month |
//! | 持续推进, 每月, 3年内, 印发之日起30日内 | none |
//!
//! Of several times in one text the last one counts: what is due from March to June is due in June.

use super::calendar::day_number;
use super::script::fold;

/// Days since 1970-01-01.
pub type Day = u32;

/// Years that deadlines are in; a smaller number before 年 is a span of time.
const YEARS: std::ops::RangeInclusive<u32> = 1970..=2199;
/// Words before which 年 has no number: of the year of the plan, and of the next one.
const THIS_YEAR: [&str; 3] = ["今年", "本年", "当年"];
const NEXT_YEAR: [&str; 4] = ["明年", "次年", "翌年", "来年"];
/// After these, 年 is of no single year: 近年内, 全年, 学年末.
const NO_YEAR: &str = "近去往多几数全周学跨历青成半";
/// Marks that end a clause, folded.
const STOPS: &str = "。、,.;!";
/// Words that make a time the day before it begins.
const BEFORE: [&str; 3] = ["之前", "以前", "前"];
/// What has a day of its own in a year, or none that is known here.
const SEASONS: [&str; 17] = [
    "春节", "元宵", "元旦", "五一", "中秋", "国庆", "汛", "主汛", "入汛", "采暖", "供暖", "封冻", "上冻", "开学",
    "雨季", "冬", "春",
];
/// The last years of the five-year plans that are named by their number.
const FIVE_YEARS: [(&str, u32); 4] = [("十三五", 2020), ("十四五", 2025), ("十五五", 2030), ("十六五", 2035)];

/// The last day of the deadline that these words print; `year` is the year of the plan, for words that name none. `None` if they
/// print no day.
pub fn day_of(words: &str, year: Option<u32>) -> Option<Day> {
    let text = folded(words);
    let mut scan = Scan { text: &text, at: 0 };
    let mut now = Context { plan: year, year, month: None };
    let mut last = None;
    while scan.at < text.len() {
        let start = scan.at;
        match scan.time(&mut now) {
            Some(day) => last = Some(day),
            None if scan.at == start => scan.at += 1,
            None => {}
        }
    }
    last
}

/// The first year that a text names, in digits or numerals: 2021 of 海東市二〇二一年工作要點.
pub fn year_in(words: &str) -> Option<u32> {
    years_in(words).first().copied()
}

/// All years that a text names, in their order.
pub fn years_in(words: &str) -> Vec<u32> {
    let text = folded(words);
    let mut scan = Scan { text: &text, at: 0 };
    let mut years = Vec::new();
    while scan.at < text.len() {
        match scan.number() {
            Some(number) => years.extend(Some(number).filter(|number| YEARS.contains(number))),
            None => scan.at += 1,
        }
    }
    years
}

/// The characters of words in their simplest form, without white space.
fn folded(words: &str) -> Vec<char> {
    words.chars().map(fold).filter(|c| !c.is_whitespace()).collect()
}

/// What was said before in the same words.
struct Context {
    /// The year of the plan.
    plan: Option<u32>,
    /// The year that was named last, or that of the plan.
    year: Option<u32>,
    /// The month that was named last.
    month: Option<u32>,
}

/// The day in days since 1970; `day` 0 is the last day of the month before, and a day that the month does not have is its last.
fn day(year: u32, month: u32, day: u32) -> Option<Day> {
    let number = |year: u32, month: u32| day_number((year.into(), month.into(), 1));
    let first = number(year, month);
    let next = if month == 12 { number(year + 1, 1) } else { number(year, month + 1) };
    let at = first + u64::from(day).min(next - first);
    u32::try_from(at.checked_sub(day_number((1970, 1, 1)) + 1)?).ok()
}

/// The last day of a month; month 0 is the last one of the year before.
fn end_of(year: u32, month: u32) -> Option<Day> {
    if month == 0 { day(year, 1, 0) } else { day(year, month, 31) }
}

/// Reads on through folded characters without white space.
struct Scan<'a> {
    text: &'a [char],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    /// Whether this word comes next; it is passed over.
    fn word(&mut self, word: &str) -> bool {
        let length = word.chars().count();
        let found = self.text.get(self.at..).is_some_and(|rest| rest.iter().take(length).copied().eq(word.chars()));
        self.at += if found { length } else { 0 };
        found
    }

    fn one_of(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(word))
    }

    /// The number that comes next, in digits or in numerals; it is passed over.
    fn number(&mut self) -> Option<u32> {
        let start = self.at;
        let (mut value, mut tens) = (0_u32, None);
        while let Some(c) = self.peek() {
            if c == '十' && tens.is_none() {
                tens = Some(if self.at == start { 10 } else { value.saturating_mul(10) });
                value = 0;
            } else if let Some(digit) = digit(c) {
                value = value.saturating_mul(10).saturating_add(digit);
            } else {
                break;
            }
            self.at += 1;
        }
        (self.at > start).then(|| value.saturating_add(tens.unwrap_or_default()))
    }

    /// The day of the time that begins here. Nothing is passed over if none does; if one does that has no day, it is.
    fn time(&mut self, now: &mut Context) -> Option<Day> {
        // What recurs has no last day.
        if matches!(self.peek(), Some('每' | '逐')) {
            while self.peek().is_some_and(|c| !STOPS.contains(c)) {
                self.at += 1;
            }
            return None;
        }
        if let Some((_, year)) = FIVE_YEARS.iter().find(|(name, _)| self.word(name)) {
            self.one_of(&["”", "\"", "」"]);
            return if self.one_of(&["末", "期", "时期"]) { end_of(*year, 12) } else { None };
        }
        if self.one_of(&THIS_YEAR) {
            now.year = now.plan;
            return self.of_year(now);
        }
        if self.one_of(&NEXT_YEAR) {
            now.year = now.plan.map(|year| year + 1);
            return self.of_year(now);
        }
        if self.peek() == Some('年') {
            let before = self.at.checked_sub(1).and_then(|at| self.text.get(at));
            self.at += 1;
            let of_one =
                before.is_none_or(|c| !NO_YEAR.contains(*c)) && self.peek().is_some_and(|c| "底末终内中初".contains(c));
            return if of_one { self.of_year(now) } else { None };
        }
        if let Some(month) = self.part_of_year() {
            return end_of(now.year?, month);
        }
        let dashed = self.at.checked_sub(1).and_then(|at| self.text.get(at)).is_some_and(|c| "至到-—–~".contains(*c));
        let number = self.number()?;
        if YEARS.contains(&number) {
            now.year = Some(number);
            now.month = None;
            if self.word("年") {
                self.word("度");
                return self.of_year(now);
            }
            return self.with_marks(now);
        }
        if self.word("年") {
            // 3年内: a span of time.
            self.one_of(&["内", "底", "末"]);
            return None;
        }
        if (1..=12).contains(&number) && self.word("月") {
            return self.of_month(number, now);
        }
        if dashed && (1..=31).contains(&number) && self.one_of(&["日", "号"]) {
            return day(now.year?, now.month?, number);
        }
        None
    }

    /// The day of a time after its year: 6月底, 上半年, 底.
    fn of_year(&mut self, now: &mut Context) -> Option<Day> {
        now.month = None;
        if self.one_of(&SEASONS) {
            return None;
        }
        if let Some(month) = self.part_of_year() {
            return end_of(now.year?, month);
        }
        let at = self.at;
        match self.number() {
            Some(month @ 1..=12) if self.word("月") => return self.of_month(month, now),
            _ => self.at = at,
        }
        if self.one_of(&["年底", "年末", "年终", "底", "末", "终", "内", "年内"]) {
            end_of(now.year?, 12)
        } else if self.one_of(&["年中", "中"]) {
            end_of(now.year?, 6)
        } else if self.one_of(&["年初", "初"]) {
            end_of(now.year?, 1)
        } else if self.one_of(&BEFORE) {
            end_of(now.year? - 1, 12)
        } else {
            end_of(now.year?, 12)
        }
    }

    /// The last month of the half or the quarter of a year that comes next; of one before which something is due, the month before it.
    fn part_of_year(&mut self) -> Option<u32> {
        let start = self.at;
        if self.word("上半年") {
            return Some(6);
        }
        if self.word("下半年") {
            return Some(12);
        }
        self.word("第");
        match self.number() {
            Some(quarter @ 1..=4) if self.word("季度") || self.word("季") => {
                Some(if self.one_of(&BEFORE) { quarter * 3 - 3 } else { quarter * 3 })
            }
            _ => {
                self.at = start;
                None
            }
        }
    }

    /// The day of a time after its month: 底, 15日, 上旬.
    fn of_month(&mut self, month: u32, now: &mut Context) -> Option<Day> {
        now.month = Some(month);
        let year = now.year?;
        self.word("份");
        let at = self.at;
        match self.number() {
            Some(n @ 1..=31) if self.one_of(&["日", "号"]) => return day(year, month, n),
            _ => self.at = at,
        }
        if self.one_of(&["上旬", "初"]) {
            day(year, month, 10)
        } else if self.word("中旬") {
            day(year, month, 20)
        } else if self.one_of(&["中下旬", "下旬", "底", "末"]) {
            end_of(year, month)
        } else if self.word("中") {
            day(year, month, 15)
        } else if self.one_of(&BEFORE) {
            day(year, month, 0)
        } else {
            end_of(year, month)
        }
    }

    /// The day of a date that is written with marks, after its year: 2021-06-30, 2021.6, 2021/6/30.
    fn with_marks(&mut self, now: &mut Context) -> Option<Day> {
        let start = self.at;
        let mark = self.peek().filter(|c| "-./".contains(*c))?;
        self.at += 1;
        let Some(month @ 1..=12) = self.number() else {
            self.at = start;
            return None;
        };
        let at = self.at;
        if self.peek() == Some(mark) {
            self.at += 1;
            if let Some(n @ 1..=31) = self.number() {
                now.month = Some(month);
                return day(now.year?, month, n);
            }
            self.at = at;
        }
        self.word("月");
        self.of_month(month, now)
    }
}

/// The value of a digit or of a numeral below ten.
fn digit(c: char) -> Option<u32> {
    const NUMERALS: &str = "〇一二三四五六七八九";
    match c {
        '○' | '零' | '◯' => Some(0),
        '两' => Some(2),
        _ => c.to_digit(10).or_else(|| NUMERALS.chars().position(|n| n == c).and_then(|n| u32::try_from(n).ok())),
    }
}
