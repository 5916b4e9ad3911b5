//! The reminder (催辦單) for one body: what of its measures is overdue, behind, not reported or given back, since when, and what it said
//! last. [`super::survey`] says what it is urged for.

use super::head::{HeadFacts, running};
use super::issued::{EMPTY_ROWS, date, day_words, filters, number, number_line, seal, words as issued};
use super::paper::{Block, Paper, Table};
use super::phrases::phrases;
use super::request::PaperRequest;
use super::survey::{Case, Survey, day_in};
use super::tree::{Element, Tree, el};
use super::words::fill;
use super::writer::Writer;
use crate::domain::calendar::{Moment, iso_day};
use crate::domain::mark::{Field, Mark};
use crate::domain::party::Party;
use crate::domain::printed_day::Day;
use crate::text::forms::FormWords;
use crate::text::issued::IssuedWords;
use crate::text::reminder::ReminderWords;

/// The class of each column.
const CLASSES: [&str; 5] = ["col-no", "col-text", "col-day", "col-why", "col-said"];

/// The reminder for the party of the request; `None` if there is nothing to urge it for, which on a blank form nobody knows.
pub fn paper(request: &PaperRequest) -> Option<Paper> {
    let survey = Survey::of(request);
    let mut cases = survey.as_ref().map_or_else(Vec::new, |survey| survey.cases(request.party));
    cases.retain(Case::is_urged);
    if survey.is_some() && cases.is_empty() {
        return None;
    }
    let words = ReminderWords::of(request.script());
    let reminder = Reminder { request, writer: Writer::of(request), words, issued: issued(request), survey, cases };
    Some(reminder.paper())
}

struct Reminder<'a> {
    request: &'a PaperRequest<'a>,
    writer: Writer<'a>,
    words: &'static ReminderWords,
    issued: &'static IssuedWords,
    survey: Option<Survey<'a>>,
    cases: Vec<Case<'a>>,
}

impl<'a> Reminder<'a> {
    fn paper(&self) -> Paper {
        let (words, request) = (self.words, self.request);
        let facts = HeadFacts::of(request, words.kind.to_owned());
        let names = [words.col_no, words.col_measure, words.col_day, words.col_why, words.col_said];
        let mut blocks = vec![
            Block::of(el("p").class("paper-addressee").text([&self.addressee(), self.issued.addressee].concat()))
                .kept(),
            Block::of(el("p").text(self.intro())).kept(),
            Block::head(0),
        ];
        blocks.extend(self.cases.iter().map(|case| Block::row(0, self.row(case))));
        if self.survey.is_none() {
            let empty = || el("tr").children(CLASSES.map(|class| el("td").class(class).tree()));
            blocks.extend((0..EMPTY_ROWS).map(|_| Block::row(0, empty())));
        }
        let number = facts.number.as_ref().map(|number| el("p").class("paper-of").text(["（", number, "）"].concat()));
        let round = facts.round.as_ref().map(|round| [request.words().round, "：", round].concat());
        let round = round.map(|round| el("p").class("paper-of").text(round));
        let head = el("header")
            .class("paper-head")
            .child(el("p").class("paper-kind").text(words.kind))
            .child(el("h1").class("paper-title").child(phrases(&facts.title)))
            .child(number)
            .children(round.map(Element::tree))
            .child(number_line(request));
        Paper {
            words: request.words(),
            class: "is-issued is-reminder",
            owner: facts.party.clone(),
            scope: self.extent(),
            head: head.tree(),
            running: running(&facts.title, words.kind, &facts.party),
            tables: vec![Table { class: "paper-table is-urged", columns: CLASSES.into_iter().zip(names).collect() }],
            shared: Vec::new(),
            blocks,
            closing: self.closing(),
            foot: String::new(),
            by_lines: false,
            glosses: &[],
        }
    }

    /// Whom it is for: a unit by its name, a locality's government.
    fn addressee(&self) -> String {
        let name = self.writer.name(self.request.party);
        let is_place = matches!(self.request.party, Party::Locality(_));
        if is_place { name + self.request.words().government } else { name }
    }

    /// How it is spoken to: 你單位, 你縣.
    fn you(&self) -> String {
        let name = self.writer.name(self.request.party);
        let kind = name.chars().last().filter(|kind| self.words.places.contains(*kind));
        let kind = kind.filter(|_| matches!(self.request.party, Party::Locality(_)));
        kind.map_or_else(|| self.words.you.to_owned(), |kind| [self.words.your, &kind.to_string()].concat())
    }

    /// The name of the round, if there is one.
    fn round(&self) -> Option<&str> {
        Some(self.survey.as_ref()?.round.as_ref()?.name.as_str())
    }

    /// A measure that is not reported.
    fn missing(&self) -> String {
        self.round().map_or_else(
            || self.issued.missing.to_owned(),
            |name| fill(self.issued.missing_in, &[self.writer.write(name)]),
        )
    }

    fn count(&self, holds: impl Fn(&Case<'a>) -> bool) -> usize {
        self.cases.iter().filter(|case| holds(case)).count()
    }

    /// How many measures it is urged for in which way; on a blank form every way, with room for its number.
    fn kinds(&self) -> String {
        let words = self.words;
        let missing = self.missing() + words.missing;
        let counts = [
            (words.late, self.count(|case| case.late > 0)),
            (words.behind, self.count(|case| case.standing.behind)),
            (&missing, self.count(Case::is_silent)),
            (words.returned, self.count(|case| case.returned.is_some())),
        ];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0 || self.survey.is_none());
        let said: Vec<String> = counts.map(|(words, count)| fill(words, &[number(self.request, count)])).collect();
        said.join(self.issued.and)
    }

    /// How much is on it.
    fn extent(&self) -> String {
        if self.survey.is_none() {
            return String::new();
        }
        [&fill(self.words.count, &[self.cases.len().to_string()]), self.issued.comma, &self.kinds()].concat()
    }

    fn intro(&self) -> String {
        let words = self.words;
        let values = [date(self.request), self.you(), number(self.request, self.cases.len())];
        let is_twice = |case: &Case| {
            let ways = [case.late > 0, case.standing.behind, case.is_silent(), case.returned.is_some()];
            ways.into_iter().filter(|way| *way).count() > 1
        };
        let twice = if self.count(is_twice) > 0 { words.twice } else { "" };
        [&fill(words.intro, &values), &filters(self.request), words.of_these, &self.kinds(), twice, "。"].concat()
    }

    fn row(&self, case: &Case) -> Tree {
        let no = self.request.plan.label(case.measure.id).to_string();
        let [of_no, of_text, of_day, of_why, of_said] = CLASSES.map(|class| el("td").class(class));
        let cells = [
            of_no.text(no),
            of_text.text(self.writer.text(case.measure.span)),
            self.day(of_day, case),
            of_why.children(self.why(case).into_iter().map(|why| el("p").text(why).tree())),
            self.said(of_said, case),
        ];
        el("tr").class("row-measure").children(cells.map(Element::tree)).tree()
    }

    /// By when it is due, with the day before it was postponed and the one that is asked for.
    fn day(&self, cell: Element, case: &Case) -> Element {
        let written = |day: Day| iso_day(day.into());
        let small = |words: &str, day: Day| el("small").text(fill(words, &[written(day)]));
        let wish = case.mark.and_then(Mark::open_wish);
        // What has no day of its own is due with the plan.
        let of_plan = self.request.plan.meta.due.as_ref().map_or("—", |due| &due.value);
        cell.text(case.day.map_or_else(|| of_plan.to_owned(), written))
            .child(case.first_day.map(|day| small(self.words.first_day, day)))
            .child(wish.map(|wish| small(self.words.asked_for, wish.day)))
    }

    /// Why it is urged for.
    fn why(&self, case: &Case) -> Vec<String> {
        let mut all = Vec::new();
        if case.late > 0 {
            all.push(fill(self.issued.late, &[case.late.to_string()]));
        }
        if let Some(since) = case.behind_since() {
            let since = self.said_on(since).map(|day| fill(self.words.since, &[day])).unwrap_or_default();
            all.push([self.issued.behind, &since].concat());
        }
        if case.is_silent() {
            let since = self.survey.as_ref().and_then(Survey::silent_since).map(|day| iso_day(day.into()));
            let since = since.map(|day| fill(self.words.since, &[day])).unwrap_or_default();
            all.push(self.missing() + &since);
        }
        if let Some(returned) = &case.returned {
            let on = case.returned_on().and_then(|moment| self.said_on(moment));
            all.push(match on {
                Some(day) => fill(self.words.returned_on, &[day, returned.reason.clone()]),
                None => fill(self.words.returned_for, std::slice::from_ref(&returned.reason)),
            });
        }
        all
    }

    /// What the body said last: its status, its words, the day.
    fn said(&self, cell: Element, case: &Case) -> Element {
        let Some(mark) = case.mark.filter(|mark| !mark.is_empty()) else {
            return cell.text(if self.survey.is_some() { "—" } else { "" });
        };
        let status = mark.value(Field::Status);
        let status = FormWords::of(self.request.script()).status(status, self.request.party);
        let day = self.said_on(mark.said());
        let first = el("p").child(status.map(|status| el("b").text(status))).text(if day.is_some() { " " } else { "" });
        let progress = Some(mark.value(Field::Progress)).filter(|words| !words.is_empty());
        let problem = Some(mark.value(Field::Problem)).filter(|words| !words.is_empty());
        cell.child(first.text(day.unwrap_or_default()))
            .child(progress.map(|words| el("p").text(words)))
            .child(problem.map(|words| el("p").child(el("span").text(self.words.problem)).text(words)))
    }

    /// The day of a moment, if it can be one.
    fn said_on(&self, moment: Moment) -> Option<String> {
        day_in(moment, self.survey.as_ref()?.today).map(|day| iso_day(day.into()))
    }

    /// What is asked for.
    fn ask(&self) -> String {
        let words = self.words;
        let due = self.survey.as_ref().and_then(Survey::due);
        let mut sentence = match due.zip(self.round()) {
            Some((due, name)) => fill(words.ask_in, &[day_words(due, self.request.words()), self.writer.write(name)]),
            None => fill(words.ask, &[self.issued.empty_day.to_owned()]),
        };
        let is_blank = self.survey.is_none();
        let added = [
            (words.ask_late, self.count(|case| case.late > 0 || case.standing.behind)),
            (words.ask_returned, self.count(|case| case.returned.is_some())),
        ];
        added.iter().filter(|(_, count)| is_blank || *count > 0).for_each(|(words, _)| sentence += words);
        sentence
    }

    /// What is asked for, whom to ask, and the seal.
    fn closing(&self) -> Tree {
        let contact = [self.issued.contact, self.issued.telephone].map(|label| el("span").text(label).tree());
        el("div")
            .class("paper-issue")
            .child(el("p").text(self.ask()))
            .child(el("p").class("paper-contact").children(contact))
            .child(seal(self.request))
            .tree()
    }
}
