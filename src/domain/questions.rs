//! What a plan leaves open and only its people know: asked of whoever brings it in. No answer is compulsory.
//!
//! Asked are: what its title is, where it has none, whether two names are of one body, which bodies 等部門 stands for, which localities
//! 相關縣區 are, which localities there are at all, of which year a deadline is that says none, and what is to be ticked of a task
//! without a measure.

use super::dues::plan_year;
use super::plan::{Assignee, PieceKind, Plan, Reach, Task};
use super::printed_day::year_in;
use super::script::fold_text;
use super::span::Span;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Something that a plan does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub asked: Asked,
    /// The places that it is about, in the order of the text; never empty.
    pub places: Vec<Span>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Whether the units of these two names are one body: 市發改委 and 市發展改革委.
    SameBody(String, String),
    /// What its title is: it has none.
    NoTitle,
    /// Which bodies 等部門 stands for.
    OpenList,
    /// Which localities 相關縣區 are.
    WhichLocalities,
    /// Which localities 各縣區 are: the plan names none.
    NoLocalities,
    /// Of which year a deadline is: it says none, and the plan has none.
    NoYear,
    /// What is to be ticked of a task: it has no measure, so that it is on nobody's list.
    NoMeasure,
}

impl Asked {
    /// What is asked of places: all but [`Asked::SameBody`].
    pub const OF_PLACES: [Self; 6] =
        [Self::NoTitle, Self::OpenList, Self::WhichLocalities, Self::NoLocalities, Self::NoYear, Self::NoMeasure];

    /// Whether it can be asked of a plan: of two bodies only where the plan has both.
    pub fn fits(&self, plan: &Plan) -> bool {
        match self {
            Self::SameBody(one, other) => plan.unit_named(one).is_some() && plan.unit_named(other).is_some(),
            _ => true,
        }
    }

    /// Whether another question of the plan is the same: its units may have other names by now.
    fn is(&self, other: &Self, plan: &Plan) -> bool {
        let [mine, theirs] = [self, other].map(|asked| match asked {
            Self::SameBody(one, other) => {
                let [one, other] = [one, other].map(|name| plan.unit_named(name));
                Some((one.min(other), one.max(other)))
            }
            _ => None,
        });
        self.code() == other.code() && mine == theirs
    }
    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SameBody(..) => "same-body",
            Self::NoTitle => "no-title",
            Self::OpenList => "open-list",
            Self::WhichLocalities => "which-localities",
            Self::NoLocalities => "no-localities",
            Self::NoYear => "no-year",
            Self::NoMeasure => "no-measure",
        }
    }
}

/// So many pairs of units are asked about at most.
const MOST_PAIRS: usize = 100;

/// The questions that a plan leaves open but for those that are left so, in the order of their first places.
pub fn questions_but(plan: &Plan, left: &[&Asked]) -> Vec<Question> {
    let mut all = questions(plan);
    all.retain(|question| !left.iter().any(|asked| asked.is(&question.asked, plan)));
    all
}

/// The questions that a plan leaves open, in the order of their first places.
pub fn questions(plan: &Plan) -> Vec<Question> {
    let mut all = same_bodies(plan);
    let statements = || plan.tasks.iter().flat_map(|task| &task.responsibilities);
    let of_reach = |wanted: Reach| {
        let assigned = statements().flat_map(|statement| &statement.assigned);
        assigned.filter(move |one| one.who == Assignee::Localities(wanted)).map(|one| one.span).collect()
    };
    let open: Vec<Span> = statements().filter(|statement| statement.open).map(|statement| statement.span).collect();
    let everywhere = if plan.localities.is_empty() { of_reach(Reach::All) } else { Vec::new() };
    let groups = [
        (Asked::NoTitle, without_title(plan)),
        (Asked::OpenList, open),
        (Asked::WhichLocalities, of_reach(Reach::Undetermined)),
        (Asked::NoLocalities, everywhere),
        (Asked::NoYear, without_year(plan)),
        (Asked::NoMeasure, without_measure(plan)),
    ];
    for (asked, mut places) in groups {
        places.sort_unstable();
        // A cell of a table may speak of several tasks.
        places.dedup();
        if !places.is_empty() {
            all.push(Question { asked, places });
        }
    }
    all.sort_by_key(|question| question.places.first().copied());
    all
}

/// Pairs of units that may be one body, each with the first places of both names.
fn same_bodies(plan: &Plan) -> Vec<Question> {
    let mut first = vec![None; plan.units.len()];
    let mut together: BTreeSet<(usize, usize)> = BTreeSet::new();
    for statement in plan.tasks.iter().flat_map(|task| &task.responsibilities) {
        let mut here: Vec<usize> = Vec::new();
        for assigned in &statement.assigned {
            if let Assignee::Unit(unit) = assigned.who
                && let Some(first) = first.get_mut(unit)
            {
                let _ = first.get_or_insert(assigned.span);
                here.push(unit);
            }
        }
        // Who names two bodies side by side means two.
        here.sort_unstable();
        here.dedup();
        for (at, one) in here.iter().enumerate() {
            together.extend(here[at + 1..].iter().map(|other| (*one, *other)));
        }
    }
    // Only names that begin and end alike are compared: an abbreviation keeps both characters.
    let mut alike: BTreeMap<(char, char), Vec<(usize, Name)>> = BTreeMap::new();
    for (place, unit) in plan.units.iter().enumerate() {
        let canonical = unit.canonical.as_ref().map(|fact| &fact.value);
        for name in unit.names().chain(canonical).filter_map(|name| Name::of(name)) {
            alike.entry(name.ends()).or_default().push((place, name));
        }
    }
    let mut pairs = BTreeSet::new();
    for names in alike.values() {
        for (at, (one, name)) in names.iter().enumerate() {
            let others = names[at + 1..].iter().filter(|(other, of_other)| other != one && name.may_be(of_other));
            pairs.extend(others.map(|(other, _)| (*one.min(other), *one.max(other))));
        }
    }
    let question = |(one, other): (usize, usize)| {
        let mut places: Vec<Span> =
            [one, other].iter().filter_map(|unit| first.get(*unit).copied().flatten()).collect();
        places.sort_unstable();
        let [one, other] = [one, other].map(|unit| plan.units.get(unit).map(|unit| unit.key.clone()));
        (places.len() == 2).then_some(Question { asked: Asked::SameBody(one?, other?), places })
    };
    let apart = pairs.into_iter().filter(|pair| !together.contains(pair));
    apart.filter_map(question).take(MOST_PAIRS).collect()
}

/// The name of a body, in the form in which it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Name {
    /// The place before it, with its level: 市, 青山县; empty where there is none.
    place: Vec<char>,
    /// The rest, with long endings shortened.
    words: Vec<char>,
}

/// Levels of places that stand before the names of bodies.
const LEVELS: [char; 6] = ['省', '市', '县', '区', '州', '旗'];

/// Long endings of names, and what abbreviations end with instead.
const ENDINGS: [(&str, &str); 2] = [("委员会", "委"), ("办公室", "办")];

/// Names that every place has, and that are told apart by the place alone.
const OF_A_PLACE: [&str; 6] = ["政府", "人民政府", "管委会", "管理委", "街道", "街道办"];

/// So many characters at most stand before the level of a place.
const LONGEST_PLACE: usize = 5;

impl Name {
    /// A name in the form in which it is compared; `None` if it is too short to tell.
    fn of(name: &str) -> Option<Self> {
        let mut name = fold_text(name);
        for (long, short) in ENDINGS {
            if let Some(start) = name.strip_suffix(long) {
                name = [start, short].concat();
            }
        }
        let all: Vec<char> = name.chars().filter(|c| !c.is_whitespace()).collect();
        let level = all.iter().take(LONGEST_PLACE).position(|c| LEVELS.contains(c)).map_or(0, |at| at + 1);
        // 区域…局 and the like begin with no place.
        let level = if all.len() < level + 3 { 0 } else { level };
        let (place, words) = all.split_at(level);
        let text: String = words.iter().collect();
        let tells = words.len() >= 3 && !OF_A_PLACE.contains(&text.as_str());
        tells.then(|| Self { place: place.to_vec(), words: words.to_vec() })
    }

    /// The characters with which the words begin and end.
    fn ends(&self) -> (char, char) {
        let end = |c: Option<&char>| c.copied().unwrap_or_default();
        (end(self.words.first()), end(self.words.last()))
    }

    /// Whether both may be names of one body: of places that may be one, and with the same words, with the same characters in another
    /// order (文體旅遊廣電局, 文體廣電旅遊局), or one abbreviating the other.
    fn may_be(&self, other: &Self) -> bool {
        if self.words == other.words {
            return self.place.len().min(other.place.len()) <= 1 || self.place == other.place;
        }
        if !self.place.ends_with(&other.place) && !other.place.ends_with(&self.place) {
            return false;
        }
        let (one, other) = (&self.words, &other.words);
        match one.len().cmp(&other.len()) {
            Ordering::Less => abbreviates(one, other),
            Ordering::Equal => sorted(one) == sorted(other),
            Ordering::Greater => abbreviates(other, one),
        }
    }
}

/// Whether a name may stand for a longer one. What goes on behind the whole name is a part of the body: 市公安局交通管理局.
fn abbreviates(short: &[char], long: &[char]) -> bool {
    !long.starts_with(short) && is_within(short, long)
}

fn sorted(words: &[char]) -> Vec<char> {
    let mut words = words.to_vec();
    words.sort_unstable();
    words
}

/// Whether the characters of `short` stand in `long` in the same order.
fn is_within(short: &[char], long: &[char]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|c| rest.any(|other| other == c))
}

/// Where a plan begins that has no title.
fn without_title(plan: &Plan) -> Vec<Span> {
    let first = plan.pieces.iter().find(|piece| piece.kind != PieceKind::Gap);
    first.filter(|_| plan.meta.title.is_empty()).map(|piece| piece.span).into_iter().collect()
}

/// The tasks without a measure, each by the first of its words.
fn without_measure(plan: &Plan) -> Vec<Span> {
    let bare = plan.tasks.iter().filter(|task| task.measures.is_empty());
    let own = |task: &Task| [task.title, task.label].into_iter().find(|span| !span.is_empty());
    bare.filter_map(|task| own(task).or_else(|| task.responsibilities.first().map(|said| said.span))).collect()
}

/// The deadlines that name no year, where the plan has none either.
fn without_year(plan: &Plan) -> Vec<Span> {
    if plan_year(plan).is_some() {
        return Vec::new();
    }
    let deadlines = plan.tasks.iter().flat_map(|task| &task.deadlines).copied();
    deadlines.filter(|span| is_in_a_year(&fold_text(plan.text(*span)))).collect()
}

/// Whether a time is a date within a year that it does not name: 6月底前, 年底前, 三季度末.
fn is_in_a_year(time: &str) -> bool {
    let dates = ["月", "年底", "年末", "年内", "季度", "半年"];
    let others = ["每", "个月", "逐月", "按月", "月度"];
    let holds = |words: &[&str]| words.iter().any(|word| time.contains(word));
    holds(&dates) && !holds(&others) && year_in(time).is_none()
}
