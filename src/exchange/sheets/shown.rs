//! What a cell shows of the number in it.

use crate::domain::calendar;

/// The first of January 1970 as a spreadsheet counts days.
const EPOCH: f64 = 25_569.0;
/// So many days later spreadsheets of old Macs begin to count.
const DAYS_TO_1904: f64 = 1_462.0;
/// Behind the last day that is a date.
const LAST_DAY: f64 = 2_958_466.0;

/// What the format of a cell makes of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// The number.
    #[default]
    Number,
    /// So many of a hundred.
    Percent,
    /// A day.
    Day,
    /// A month of a year.
    Month,
    /// A time of day, or something else that no plan says.
    Time,
}

impl Shown {
    /// By the number of a format that needs no code, Chinese ones included.
    pub fn by_number(format: u16) -> Self {
        match format {
            9 | 10 => Self::Percent,
            14..=16 | 22 | 27 | 28 | 30 | 31 | 36 | 50 | 51 | 53 | 54 | 58 => Self::Day,
            17 | 29 | 52 | 57 => Self::Month,
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Self::Time,
            _ => Self::Number,
        }
    }

    /// By the code of a format: `yyyy"年"m"月"d"日"`, `0.0%`.
    pub fn by_code(code: &str) -> Self {
        let mut marks = String::new();
        let mut chars = code.split(';').next().unwrap_or("").chars();
        while let Some(c) = chars.next() {
            match c {
                '"' => drop(chars.by_ref().take_while(|c| *c != '"').count()),
                '[' => drop(chars.by_ref().take_while(|c| *c != ']').count()),
                '\\' | '_' | '*' => drop(chars.next()),
                c => marks.push(c.to_ascii_lowercase()),
            }
        }
        if marks.starts_with("general") {
            return Self::Number;
        }
        let has = |mark: char| marks.contains(mark);
        match () {
            () if has('%') => Self::Percent,
            () if has('d') => Self::Day,
            () if has('y') => Self::Month,
            () if has('h') || has('s') => Self::Time,
            () => Self::Number,
        }
    }

    /// A number in this format.
    pub fn of(self, value: f64, from_1904: bool) -> String {
        let day = if from_1904 { value + DAYS_TO_1904 } else { value };
        match self {
            Self::Percent => format!("{}%", plain(value * 100.0)),
            Self::Day | Self::Month if (EPOCH..LAST_DAY).contains(&day) => {
                #[allow(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "within the days that are dates"
                )]
                let (year, month, day) = calendar::date((day - EPOCH) as u64 * calendar::DAY);
                if self == Self::Day { format!("{year}年{month}月{day}日") } else { format!("{year}年{month}月") }
            }
            Self::Number | Self::Day | Self::Month | Self::Time => plain(value),
        }
    }
}

/// A number as a person would write it: without the digits that a sum of halves leaves behind.
fn plain(value: f64) -> String {
    let digits = format!("{value:.10}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A date as open documents have it (`2021-09-30T00:00:00`), as it is printed.
pub fn printed_date(words: &str) -> Option<String> {
    let (year, month, day) = calendar::parse_iso_date(words.get(..10)?)?;
    Some(format!("{year}年{month}月{day}日"))
}
