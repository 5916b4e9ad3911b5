//! What the sentences on papers say in English, where the interface is English: each as the record's script has it, beside its English.
//!
//! `{}` is a gap for a figure, a day or a name; in English `{report|reports}` is one, too, with its noun in singular or plural. Sentences are
//! put together of pieces, so a piece may be less than a sentence. One that another begins with stands behind that.

use super::circular::CircularWords;
use super::issued::IssuedWords;
use super::overview::OverviewWords;
use super::paper::PaperWords;
use super::receipt::ReceiptWords;
use super::reminder::ReminderWords;
use super::year::YearWords;
use crate::domain::rounds::Every;
use crate::domain::script::Script;
use crate::domain::settings::Lang;

/// A piece of a sentence, in Chinese and in English.
pub type Piece = (String, &'static str);

/// The pieces that papers have between gaps.
fn gaps(parts: &[&str]) -> String {
    parts.join("{}")
}

/// Every piece.
pub fn pieces() -> Vec<Piece> {
    [of_first_page(), of_report(), of_circulars(), of_reminders(), of_heads()].concat()
}

/// The verdict and what it rests on, which are sentences of their own in each language.
fn of_first_page() -> Vec<Piece> {
    let words = OverviewWords::on_paper(Script::Traditional);
    let fixed = [
        ("還沒有單位填報，進度無從判斷。", "No unit has reported yet; progress cannot be assessed."),
        (
            "總體落後：完成（含待核）{}%，落後時間進度 {} 個百分點。",
            "Behind overall: {}% done or awaiting review, {percentage point|percentage points} behind the time of year.",
        ),
        (
            "總體領先：完成（含待核）{}%，快於時間進度 {} 個百分點。",
            "Ahead overall: {}% done or awaiting review, {percentage point|percentage points} ahead of the time of year.",
        ),
        ("總體與時間進度同步：完成（含待核）{}%。", "On schedule overall: {}% done or awaiting review."),
        (
            "完成（含待核）{}%；原文沒有寫明期限，無從與時間進度相比。",
            "{}% done or awaiting review; the plan gives no end date, so it cannot be compared with the time of year.",
        ),
        (
            "{} 條舉措已銷號 {} 條、待核 {} 條；紅燈 {} 條，黃燈 {} 條，綠燈 {} 條，{} 條未填報。",
            "Of {measure|measures}, {} signed off and {} awaiting review; {} red, {} yellow, {} green, {} not reported.",
        ),
        (
            "{} 條舉措已銷號 {} 條、待核 {} 條；{} 條未填報。",
            "Of {measure|measures}, {} signed off and {} awaiting review; {} not reported.",
        ),
        ("最落後：{}。", "Furthest behind: {}."),
        (
            "應填報 {} 件，已報 {} 件；{} 家應報，其中 {} 家一件未報。",
            "{report|reports} due, {} made; of {body|bodies}, {} have reported nothing.",
        ),
        (
            "{}（{} 截止）：應填報 {} 件，已報 {} 件；{} 家應報，其中 {} 家一件未報。",
            "{} (due {}): {report|reports} due, {} made; of {body|bodies}, {} have reported nothing.",
        ),
        ("進度與時間（時間已過 {}%）", "Progress and time ({}% of the time has passed)"),
        ("落後 {} 個百分點", "{point|points} behind"),
    ];
    let mut all: Vec<Piece> = fixed.map(|(words, english)| (words.to_owned(), english)).into();
    all.push((words.not_kept.to_owned(), OverviewWords::of(Lang::En).not_kept));
    all
}

fn of_report() -> Vec<Piece> {
    let words = PaperWords::of(Script::Traditional);
    let [of_party, of_plan] = words.summary_text;
    let [of_a_year, of_another] = words.time_text;
    let fixed = [
        (
            of_plan,
            "As of {}, {measure|measures} apply: {} signed off, {} awaiting review, {} under way, {} reported differently by different bodies, {} behind, {} not started, {} not reported; a further {} not applicable and left out of the total.",
        ),
        (
            of_party,
            "As of {}, {measure|measures} apply: {} signed off, {} awaiting review, {} under way, {} behind, {} not started, {} not reported; a further {} not applicable and left out of the total.",
        ),
        (words.signed_off.rate_text, "Signed off: {} of {}, {}."),
        (words.reported.rate_text, "Reported as done (signed off included): {} of {}, {}."),
        (of_a_year, "{} of the year has passed."),
        (of_another, "{} of the time has passed."),
        (words.dues_text, "{} overdue and not done, {} due within 30 days."),
        (
            words.parties_text,
            "Over all rounds, {unit or locality is|units and localities are} asked to report: {} have reported everything, {} have not.",
        ),
        (words.silent_text, "Not fully reported: {}."),
        (words.targets_text, "{target|targets}: {} with an actual value reported, {} reached, {} not reached."),
        (words.concerns_text, "{report|reports} of measures behind, {} with a problem."),
        (words.no_concerns, "Nothing is reported as behind, and no problem."),
        (words.signed_off.rate_meaning, "The share of measures that the coordinator has signed off."),
        (words.reported.rate_meaning, "The share of its measures that a body reports as done, signed off included."),
        (
            words.undetermined_note,
            "The plan says “localities concerned” and does not name them; ask the coordinator whether they include yours.",
        ),
        (words.nothing, "No measure matches."),
    ];
    let meanings = [
        "Reported as done by the unit, and confirmed by the coordinator.",
        "Reported as done by the unit, and not yet confirmed by the coordinator.",
        "Begun, and not yet done.",
        "Some have reported, but not the same, or not all of them; how many say what stands behind it. No one report stands for all.",
        "Behind the plan.",
        "Reported by the unit as not begun.",
        "The unit has reported no status; this is not counted as not started.",
        "Of no concern to the unit by its own report, or not applicable by the coordinator’s decision; left out of the total.",
    ];
    let mut all: Vec<Piece> = fixed.map(|(words, english)| (words.to_owned(), english)).into();
    all.extend(words.meanings.into_iter().map(str::to_owned).zip(meanings));
    all
}

/// What stands in the heads of papers: how much is on them, and by which filters.
fn of_heads() -> Vec<Piece> {
    let words = PaperWords::of(Script::Traditional);
    let receipt = ReceiptWords::of(Script::Traditional);
    let [also, left_out] = words.beside;
    let mut all = vec![
        (gaps(&words.all), "All: {task|tasks}, {measure|measures}"),
        ([gaps(&words.part), gaps(&words.part_of)].concat(), "{task|tasks}, {measure|measures} (of {} and {} in all)"),
        (gaps(&words.contents_sum), "{paper|papers}, {sheet|sheets} (this list not counted)"),
        (gaps(&words.signed_off.count), ", {} signed off"),
        (gaps(&words.reported.count), ", {} done"),
        (
            [also, &gaps(&words.not_applicable_count), "、", &gaps(&words.undetermined_count), left_out].concat(),
            "; not counted: {} not applicable, {} for which the plan names no locality",
        ),
        ([also, &gaps(&words.not_applicable_count), left_out].concat(), "; not counted: {} not applicable"),
        (
            [also, &gaps(&words.undetermined_count), left_out].concat(),
            "; not counted: {} for which the plan names no locality",
        ),
        (["；", words.filters, "{}"].concat(), "; filtered: {}"),
        ("{}（{}至{}）".to_owned(), "{} ({} to {})"),
        ([words.round, "：{}（{}至{}）"].concat(), "Round: {} ({} to {})"),
        ([gaps(&receipt.marks), gaps(&receipt.fields)].concat(), "{measure|measures}, {field|fields}"),
        (gaps(&receipt.not_taken), ", {} of them not taken over"),
        (
            receipt.note.to_owned(),
            "This receipt says that the reports above were received and what became of them; it does not say that they were approved. The check code of a progress file stands at its end; that of a spreadsheet is the first 16 digits of its SHA-256. Files with the same code have the same content.",
        ),
    ];
    all.extend([receipt.gone, receipt.not_kept, receipt.emptied].into_iter().map(str::to_owned).zip([
        "(changed since; no longer shown here)",
        "(older words, which were not kept; not shown here)",
        "(emptied)",
    ]));
    all
}

fn of_circulars() -> Vec<Piece> {
    let words = CircularWords::of(Script::Traditional);
    let issued = IssuedWords::of(Script::Traditional);
    let [units_and_places, units, places] = words.to;
    let [before, after] = issued.filters;
    [
        (gaps(&words.title), "Circular on the progress of the {}"),
        (units_and_places.to_owned(), "To all responsible units and the governments of all counties and districts:"),
        (units.to_owned(), "To all responsible units:"),
        (places.to_owned(), "To the governments of all counties and districts:"),
        (["{}", PaperWords::of(Script::Traditional).government, issued.addressee].concat(), "To the government of {}:"),
        (words.round.to_owned(), "Reports for {} ({} to {}) were due by {}."),
        (
            words.intro.to_owned(),
            "As of {}, for the {}: {unit or locality|units and localities} asked to report, of which {} have reported everything, {} a part and {} nothing.",
        ),
        (words.beside.to_owned(), "For a further {} no measure applies; they are not counted."),
        (words.follows.to_owned(), "The details are as follows."),
        (
            words.note.to_owned(),
            "In order of the share reported, then of measures done; where both are equal the rank is shared. What is not applicable need not be reported; what is signed off counts as reported.",
        ),
        (
            words.late_text.to_owned(),
            "{report|reports} of measures behind, {} overdue and not done, of {unit or locality|units and localities} (a measure of several bodies counts once for each).",
        ),
        (words.no_late.to_owned(), "No measure is reported as behind, and none is overdue."),
        (words.nothing.to_owned(), "{unit or locality has|units and localities have} reported nothing: {}."),
        (words.part.to_owned(), "{unit or locality has|units and localities have} reported a part: {}."),
        (words.no_missing.to_owned(), "All units and localities asked have reported everything."),
        (words.of_body_note.to_owned(), "In brackets: the number of measures not yet reported."),
        (words.ask_missing.to_owned(), "Units and localities that have not reported everything are asked to do so by {}."),
        (
            words.ask_late.to_owned(),
            "Those with measures behind or overdue are asked to press ahead, and to report the reasons and what they are doing about it.",
        ),
        (words.ask.to_owned(), "All units and localities are asked to keep to their deadlines."),
        ([before, "{}", after].concat(), " (filtered: {})"),
    ]
    .into()
}

fn of_reminders() -> Vec<Piece> {
    let words = ReminderWords::of(Script::Traditional);
    let issued = IssuedWords::of(Script::Traditional);
    let missing = [issued.missing, words.missing].concat();
    let missing_in = [issued.missing_in, words.missing].concat();
    [
        (words.intro.to_owned(), "As of {}, of the measures of {}, {needs|need} attention"),
        (words.of_these.to_owned(), ": "),
        ([words.count, issued.comma].concat(), "{measure|measures}: "),
        (issued.and.to_owned(), ", "),
        ("。".to_owned(), "."),
        (words.late.to_owned(), "{} overdue and not done"),
        (words.behind.to_owned(), "{} behind"),
        (words.returned.to_owned(), "{} returned"),
        (missing, "{} not reported"),
        (missing_in, "not reported for {}: {}"),
        (words.twice.to_owned(), " (a measure urged for in several ways counts in each)"),
        (issued.late.to_owned(), "{day|days} overdue"),
        ([issued.behind, words.since].concat(), "Behind (since {})"),
        (words.first_day.to_owned(), "at first {}"),
        (words.asked_for.to_owned(), "postponement to {} asked for, not answered yet"),
        (words.ask.to_owned(), "Please check each of them and report where it stands by {}."),
        (words.ask_in.to_owned(), "Please check each of them and complete the reports, by {}, for {}."),
        (
            words.ask_late.to_owned(),
            "For what is overdue or behind, give the reasons and how you will catch up; where a postponement is needed, the reason and the day proposed.",
        ),
        (words.ask_returned.to_owned(), "What was returned is to be corrected as the reason says and reported again."),
    ]
    .into()
}

/// What stands in gaps and is read as a whole: rounds of the usual names, and how a body is spoken to.
pub fn values() -> Vec<(String, String)> {
    let [chinese, english] = [YearWords::on_paper(Script::Traditional), YearWords::of(Lang::En)];
    let name = |every, n| ((chinese.round_name)(every, n), (english.round_name)(every, n));
    let months = (1..=12).map(|n| name(Every::Month, n));
    let rounds = months.chain((1..=4).map(|n| name(Every::Quarter, n)));
    let words = ReminderWords::of(Script::Traditional);
    let places = words.places.chars().map(|kind| (format!("{}{kind}", words.your), "your locality".to_owned()));
    let you = (words.you.to_owned(), "your unit".to_owned());
    let day = (IssuedWords::of(Script::Traditional).empty_day.to_owned(), "________".to_owned());
    rounds.chain(places).chain(filters()).chain([you, day]).collect()
}

/// What a list is filtered by, as far as papers have no words for it anyway.
fn filters() -> impl Iterator<Item = (String, String)> {
    let [chinese, english] = [Lang::ZhHant, Lang::En].map(|lang| {
        let words = super::words(lang);
        let [red, yellow, green] = words.lights;
        let of_measures = [words.not_done, words.not_signed_off, words.has_problem, words.somebody_behind];
        let of_others = [words.given_back, words.has_target, words.soon, words.overdue, words.counted, words.reported];
        of_measures.into_iter().chain(of_others).chain([red, yellow, green])
    });
    chinese.zip(english).map(|(chinese, english)| (chinese.to_owned(), english.to_owned()))
}

/// A day, year, month and day: 30 September 2021.
pub use super::en::day;

/// The English of a piece with the nouns of its gaps `{one|many}` in the number that their values ask for, behind gaps `{}`.
pub fn counted(english: &str, values: &[String]) -> String {
    let mut parts = english.split('{');
    let mut all = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values) {
        let (nouns, after) = part.split_once('}').unwrap_or(("", part));
        all += "{}";
        if let Some((one, many)) = nouns.split_once('|') {
            all = [all.as_str(), " ", if value == "1" { one } else { many }].concat();
        }
        all += after;
    }
    all
}
