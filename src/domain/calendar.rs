//! Moments as dates. A day is a day in China, whatever the clock of the computer is set to: the plan, its units and their papers
//! are there.

/// Milliseconds since 1970-01-01T00:00:00Z, by the clock of some browser.
pub type Moment = u64;

/// The latest moment (the end of the year 9999); later ones are clamped to it.
pub const LAST_MOMENT: Moment = 253_402_300_799_000;

/// A day, in milliseconds.
pub const DAY: u64 = 86_400_000;
/// China has had one time zone, UTC+8 without summer time, since 1992.
const CHINA: u64 = 8 * 3_600_000;

/// The day in China, in days since 1970-01-01.
pub fn day(moment: Moment) -> u64 {
    (moment + CHINA) / DAY
}

/// Year, month and day in China.
pub fn date(moment: Moment) -> (u64, u64, u64) {
    // Days to civil date (Howard Hinnant, "chrono-compatible low-level date algorithms"), for days from 1970 on.
    let days = day(moment) + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + u64::from(month <= 2), month, day)
}

/// The date in China: `2021-09-30`.
pub fn iso_date(moment: Moment) -> String {
    let (year, month, day) = date(moment);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A day, given in days since 1970-01-01, as ISO 8601.
pub fn iso_day(day: u64) -> String {
    iso_date(day.saturating_mul(DAY).min(LAST_MOMENT))
}

/// The seconds since midnight in China.
pub fn seconds_of_day(moment: Moment) -> u64 {
    (moment + CHINA) / 1000 % 86_400
}

/// The time in China, to the second: `2021-09-30T16:00:00+08:00`.
pub fn iso_time(moment: Moment) -> String {
    let seconds = seconds_of_day(moment);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{}T{hour:02}:{minute:02}:{second:02}+08:00", iso_date(moment))
}

/// The day and minute of a moment in China: `2021-09-30 10:20`.
pub fn iso_minute(moment: Moment) -> String {
    iso_time(moment).get(..16).unwrap_or_default().replace('T', " ")
}

/// The number of a day within its year, from 1.
pub fn day_of_year((year, month, day): (u64, u64, u64)) -> u64 {
    let leap = u64::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    // Days of the months from March on, as in `date`; January and February come before them.
    let before = if month > 2 { (153 * (month - 3) + 2) / 5 + 59 + leap } else { 31 * (month - 1) };
    before + day
}

/// The number of a day since the first of the year 1, for differences between days of different years.
pub fn day_number((year, month, day): (u64, u64, u64)) -> u64 {
    let years = year.saturating_sub(1).min(9_999);
    years * 365 + years / 4 - years / 100 + years / 400 + day_of_year((year, month, day))
}

/// The first and the last day on which something can be reported.
pub const REPORT_DAYS: [&str; 2] = ["2000-01-01", "2099-12-31"];

/// Whether a text is a day on which something can be reported, as a date field writes it: `2021-09-30`, of a month that has that
/// day.
pub fn is_day_of_report(text: &str) -> bool {
    let [first, last] = REPORT_DAYS;
    let is_there = |(year, month, day)| {
        let is_in_month = month == 12 || day_of_year((year, month, day)) < day_of_year((year, month + 1, 1));
        is_in_month && format!("{year:04}-{month:02}-{day:02}") == text
    };
    // Of one length, texts come in the order of the days.
    text.len() == first.len() && (first..=last).contains(&text) && parse_iso_date(text).is_some_and(is_there)
}

/// The day of an ISO date from 1970 on, in days since 1970-01-01; `None` if it is none.
pub fn iso_to_day(text: &str) -> Option<u32> {
    /// [`day_number`] of 1970-01-01.
    const FIRST: u64 = 719_163;
    let days = day_number(parse_iso_date(text)?).checked_sub(FIRST)?;
    u32::try_from(days).ok().filter(|days| iso_day((*days).into()) == text)
}

/// The parts of an ISO date, `None` if it is not one.
pub fn parse_iso_date(text: &str) -> Option<(u64, u64, u64)> {
    let mut parts = text.splitn(3, '-').map(|part| part.parse().ok());
    let date = (parts.next()??, parts.next()??, parts.next()??);
    matches!(date, (_, 1..=12, 1..=31)).then_some(date)
}
