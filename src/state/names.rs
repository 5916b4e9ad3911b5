//! Names and labels in the language of the interface and the script of the text.

use super::store::Store;
use crate::domain::calendar::iso_date;
use crate::domain::filter::Stage;
use crate::domain::ledger::MarkKey;
use crate::domain::party::Party;
use crate::domain::plan::Section;
use crate::domain::reading::Reading;
use crate::domain::rollup::State;
use crate::domain::script::{Rendition, Script};
use crate::domain::settings::Lang;
use crate::domain::span::Span;
use crate::domain::version::{Moment, is_believable};
use crate::domain::words::joined;
use crate::route::{PaperKind, Route};
use crate::text::Words;
use crate::text::lazy::LazyWords;
use crate::text::paper::PaperNames;

/// A name in Chinese and, if the interface is in English, its English form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// The Chinese name, in the script it is shown in.
    pub chinese: String,
    /// The English name; `None` if the interface is not in English, or if there is none.
    pub english: Option<String>,
}

impl Store {
    /// The text of a span of the record, in the rendition that is shown.
    pub fn text_of(self, span: Span) -> String {
        self.in_script(self.plan().text(span))
    }

    /// Words of the record, in the rendition that is shown.
    pub fn in_script(self, record: &str) -> String {
        written(record, self.rendition(), self)
    }

    /// Words of the record of any plan, in the rendition in which they are shown where that plan is the one that is open.
    pub fn in_script_of_any(self, record: &str) -> String {
        let rendition = self.settings().rendition.unwrap_or_else(|| self.lang().rendition());
        Reading::new(record, &[], rendition).text().to_owned()
    }

    /// Words of the record, in the script of the interface's language.
    pub fn in_own_script(self, record: &str) -> String {
        written(record, self.lang().rendition(), self)
    }

    /// The label of the measure of a mark; the id as it came, if the plan does not have the measure.
    pub fn measure_label(self, key: &MarkKey) -> String {
        match key {
            MarkKey::Placed(_, id) => self.plan().label(*id).to_string(),
            MarkKey::Unplaced { measure, .. } => measure.clone(),
        }
    }

    /// A span of the record as it is shown and, if wanted, its other readings.
    pub fn readings_of(self, span: Span, all: bool) -> (Reading, Vec<Reading>) {
        let (plan, shown) = (self.plan(), self.rendition());
        let read = |rendition| self.fixed().readings.read(plan.text(span), rendition);
        let others = Rendition::READINGS.into_iter().filter(|other| all && *other != shown && plan.has(*other));
        (read(shown), others.map(read).collect())
    }

    /// The label and title of a section, `(一) 提高農牧業轉移人口市民化質量`, in the script of the interface; in English its English name.
    pub fn section_label(self, section: &Section) -> String {
        let reading = self.reading_in_english();
        if let Some(english) = reading.and_then(|reading| reading.plain(self.plan().text(section.title))) {
            return english.to_owned();
        }
        let title = self.in_own_script(self.plan().text(section.title));
        let label = self.in_own_script(&self.plan().section_number(section));
        // A full-width bracket has its own space.
        let space = if label.is_empty() || label.ends_with('）') || title.is_empty() { "" } else { " " };
        format!("{label}{space}{title}")
    }

    /// The printed number of a section in the script of the interface, or how many there are up to it.
    pub fn section_number(self, section: &Section) -> String {
        let printed = self.plan().section_number(section);
        if printed.is_empty() { section.no.to_string() } else { self.in_own_script(&printed) }
    }

    /// The name of a party in the interface; Chinese names are in the script of the interface's language.
    pub fn party_name(self, party: Party) -> Name {
        let plan = self.plan();
        let name = |key: &str, english: Option<&String>| Name {
            chinese: self.in_own_script(key),
            english: self.english(english),
        };
        match party {
            Party::Coordinator => {
                let words = self.words();
                let whole = plan.territory().and_then(|kind| words.whole.get(kind as usize));
                Name { chinese: (words.coordinator)(whole.copied().unwrap_or_default()), english: None }
            }
            Party::Unit(i) => plan.units.get(i).map_or_else(Name::default, |u| name(&u.key, u.english.as_ref())),
            Party::Locality(i) => {
                plan.localities.get(i).map_or_else(Name::default, |l| name(&l.key, l.english.as_ref()))
            }
        }
    }

    /// The name of a party as one text: the English name if the interface is in English and there is one, else the Chinese one.
    pub fn party_label(self, party: Party) -> String {
        let Name { chinese, english } = self.party_name(party);
        english.unwrap_or(chinese)
    }

    /// The title of the window: whose list or which view it is, and of which plan. For a paper, for which browsers also offer it as the
    /// name of a PDF, its kind, its party and its day or round.
    pub fn window_title(self) -> String {
        let title = self.text_of(self.plan().meta.title);
        let (whose, day) = match self.route() {
            Route::Print(print) => {
                let names = PaperNames::of(self.text_script());
                let whose = || self.party_name(print.view.party).chinese;
                let whose = match print.kind {
                    PaperKind::Checklist => [names.checklist, " ", &whose()].concat(),
                    PaperKind::Batch => names.contents.to_owned(),
                    PaperKind::Receipts => names.receipts.to_owned(),
                    PaperKind::Reminders => names.reminders.to_owned(),
                    PaperKind::Circular => names.circular.to_owned(),
                    PaperKind::Table => [names.breakdown, " ", &whose()].concat(),
                    PaperKind::Report => [names.report, " ", &whose()].concat(),
                    PaperKind::Text => [names.full_text, " ", &whose()].concat(),
                };
                (whose, print.round)
            }
            other => {
                let words = self.words();
                let title = self.english(self.plan().meta.english.as_ref()).unwrap_or(title);
                let view = match &other {
                    Route::List(_) => words.nav_list,
                    Route::Overview(_) => words.nav_overview,
                    Route::Rounds(_) => words.rounds,
                    Route::Arrangement => words.arrangement,
                    Route::Read => words.nav_read,
                    Route::Plans | Route::NewPlan => return [words.nav_plans, " · ", &title].concat(),
                    _ => words.nav_data,
                };
                let whose = if let Route::List(view) = other { view.party } else { self.at_work() };
                return [&self.party_label(whose), " · ", view, " · ", &title].concat();
            }
        };
        let day = if day.is_empty() { iso_date(self.now()) } else { day };
        [&title, " ", &whose, " ", &day].concat()
    }

    /// Who is at work in the views that are about the whole plan, and whose reports are given back: one's own party or, as long as nobody
    /// said who that is, that of the list that was open last.
    pub fn at_work(self) -> Party {
        self.identity().own.unwrap_or_else(|| self.last_view().party)
    }

    /// The words of the views that a first visit does without.
    pub fn lazy_words(self) -> &'static LazyWords {
        LazyWords::of(self.lang())
    }

    /// The day on which something was said, or the words for a moment that cannot be a date.
    pub fn day_said(self, said: Moment) -> String {
        if said > 0 && is_believable(said, self.now()) { iso_date(said) } else { self.lazy_words().no_date.to_owned() }
    }

    /// The English name if the interface is in English, else `None`.
    pub fn english(self, name: Option<&String>) -> Option<String> {
        name.filter(|_| self.lang() == Lang::En).cloned()
    }

    /// The script in which the plan's text is shown.
    pub fn text_script(self) -> Script {
        self.plan().script_of(self.rendition())
    }

    /// The language tag of the plan's text as shown.
    pub fn text_lang(self) -> &'static str {
        self.text_script().tag()
    }

    /// All names by which a party can be found, one on each line: as shown, as printed, in full, in English.
    pub fn party_names(self, party: Party) -> String {
        let plan = self.plan();
        let mut names = vec![self.party_name(party).chinese, self.party_label(party)];
        let (key, aliases, full, english) = match party {
            Party::Coordinator => return joined(&names, "\n"),
            Party::Unit(i) => {
                let Some(unit) = plan.units.get(i) else { return String::new() };
                (&unit.key, unit.aliases.as_slice(), unit.canonical.as_ref(), &unit.english)
            }
            Party::Locality(i) => {
                let Some(locality) = plan.localities.get(i) else { return String::new() };
                (&locality.key, [].as_slice(), None, &locality.english)
            }
        };
        names.push(key.clone());
        names.extend(aliases.iter().cloned());
        names.extend(full.map(|fact| fact.value.clone()));
        names.extend(english.clone());
        joined(&names, "\n")
    }

    /// What the filter of the open list asks for, one text for each facet, in `words`; `section` gives the name of a section.
    pub fn filter_words(self, words: &Words, section: impl Fn(&Section) -> String) -> Vec<String> {
        let plan = self.plan();
        let filter = self.view().filter;
        let stage = Stage::chosen(&filter, self.party()).filter(|stage| *stage != Stage::All);
        let filter = if stage.is_some() { Stage::All.of(&filter, self.party()) } else { filter };
        let mut all = Vec::new();
        if !filter.query.trim().is_empty() {
            all.push((words.filter_query)(filter.query.trim()));
        }
        let chosen = plan.sections.iter().filter(|section| filter.sections.contains(&section.no));
        let sections: Vec<String> = chosen.map(section).collect();
        if !sections.is_empty() {
            all.push(joined(&sections, words.or));
        }
        all.extend(stage.map(|stage| stage_word(words, stage, self.party()).to_owned()));
        let mut any_of = |some: Vec<&str>| all.extend((!some.is_empty()).then(|| some.join(words.or)));
        any_of(filter.states.iter().map(|state| words.states[*state as usize]).collect());
        let asked = |facets: [(bool, &'static str); 2]| {
            facets.into_iter().filter(|(on, _)| *on).map(|(_, word)| word).collect()
        };
        any_of(asked([(filter.lead, words.role_lead), (filter.support, words.role_support)]));
        any_of(asked([(filter.overdue, words.overdue), (filter.soon, words.soon)]));
        let [red, yellow, green] = words.lights;
        let lights = [(filter.red, red), (filter.yellow, yellow), (filter.green, green), (filter.unlit, words.unlit)];
        any_of(lights.into_iter().filter(|(on, _)| *on).map(|(_, word)| word).collect());
        let (done, not_done) = done_words(words, self.party());
        let unreported = words.states[State::NotReported as usize];
        let flags = [
            (filter.open && !filter.done, not_done),
            (filter.done && !filter.open, done),
            (filter.reported && !filter.unreported, words.reported),
            (filter.unreported && !filter.reported, unreported),
            (filter.problem, words.has_problem),
            (filter.behind, words.somebody_behind),
            (filter.returned, words.given_back),
            (filter.target, words.has_target),
            (filter.counted, words.counted),
        ];
        all.extend(flags.iter().filter(|(on, _)| *on).map(|(_, word)| (*word).to_owned()));
        all.extend(filter.unknown.iter().map(|part| (words.filter_unknown)(part)));
        all
    }

    /// The language tag of Chinese names in the interface.
    pub fn name_lang(self) -> &'static str {
        self.plan().script_of(self.lang().rendition()).tag()
    }
}

/// The words for done and not done for a party: for the coordinator, done means signed off.
pub fn done_words(words: &Words, party: Party) -> (&'static str, &'static str) {
    if party == Party::Coordinator {
        (words.states[State::SignedOff as usize], words.not_signed_off)
    } else {
        (words.done, words.not_done)
    }
}

fn written(record: &str, rendition: Rendition, store: Store) -> String {
    store.fixed().readings.read(record, rendition).text().to_owned()
}

/// The word for a stage in the row above a party's list.
pub fn stage_word(words: &Words, stage: Stage, party: Party) -> &'static str {
    match stage {
        Stage::Done if party == Party::Coordinator => words.states[State::Done as usize],
        Stage::Behind if party == Party::Coordinator => words.somebody_behind,
        _ => words.stages[stage as usize],
    }
}
