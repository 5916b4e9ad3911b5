//! What goes out of one plan, as files with their names: pages, forms, tables and the plan itself, one by one or all in one pack.

use super::office::Office;
use crate::browser::page::OPENS_AT;
use crate::domain::arrangement;
use crate::domain::calendar::iso_date;
use crate::domain::file_name::{file_name, short_title};
use crate::domain::ledger::{Ledger, MarkKey, Moment};
use crate::domain::mark::Field;
use crate::domain::party::Party;
use crate::domain::plan::{MeasureId, Plan};
use crate::domain::script::Rendition;
use crate::exchange::forms::{Order, Sheets, Whom};
use crate::exchange::hand_out::{self, HandOut};
use crate::persist::plan_file;
use crate::persist::progress_file::{self, Head};
use crate::route::{ListView, Route};
use crate::text::forms::FormWords;
use crate::views::gather::desk::{Handed, What};
use crate::views::handed;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A file that is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The kind of content of a file with this name, as browsers and mails call it.
pub fn kind_of(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html;charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "csv" => "text/csv;charset=utf-8",
        "zip" => "application/zip",
        _ => "application/json",
    }
}

/// What files are made of.
pub struct Maker {
    /// The plan.
    pub plan: Arc<Plan>,
    /// What everybody said.
    pub ledger: Ledger,
    /// The name of this copy of the ledger.
    pub copy: String,
    /// Now.
    pub now: Moment,
    /// The text of the plan that is on tables.
    pub rendition: Rendition,
}

impl Maker {
    /// One file for a party, or for all. Pages are made of the one file of the site, `base`.
    ///
    /// # Errors
    /// Says why there is none.
    pub fn one(&self, what: What, party: Option<Party>, base: &str, office: Option<&Office>) -> Result<Made, Handed> {
        let words = FormWords::of(self.plan.script);
        let (sheets, word, is_csv) = match what {
            What::Page => return self.page(&plan_file::to_text(&self.plan), base, party).ok_or(Handed::NoFile),
            What::Plan => return Ok(self.plan_for(party)),
            What::Form => (Sheets::Filling, words.filling, false),
            What::FormCsv => (Sheets::Filling, words.filling, true),
            What::Table => (Sheets::Breakdown, words.breakdown, false),
            What::TableCsv => (Sheets::Breakdown, words.breakdown, true),
        };
        let whom = match (party, sheets) {
            (Some(party), _) => Whom::Party(party),
            (None, Sheets::Breakdown) => Whom::Whole,
            (None, _) => Whom::Each,
        };
        let office = office.ok_or(Handed::NotLoaded)?;
        let order = self.order(sheets, whom);
        let name = |ending| file_name(&[word, "-", self.who(party)].concat(), ending);
        if is_csv {
            return Ok(Made { name: name("csv"), bytes: (office.csv)(&self.plan, &self.ledger, &order).into_bytes() });
        }
        let bytes = (office.workbook)(&self.plan, &self.ledger, &order).map_err(|_| Handed::Nothing)?;
        Ok(Made { name: name("xlsx"), bytes })
    }

    /// A party's own report as a form: all that stands in it is said when it is brought in.
    ///
    /// # Errors
    /// Says why there is none.
    pub fn report(&self, party: Party, office: &Office) -> Result<Made, Handed> {
        let order = self.order(Sheets::Report, Whom::Party(party));
        let bytes = (office.workbook)(&self.plan, &self.ledger, &order).map_err(|_| Handed::Nothing)?;
        let words = FormWords::of(self.plan.script);
        let who = self.plan.printed_name(party).unwrap_or(words.coordinator);
        let name = file_name(&[who, "-", words.filling, "-", &iso_date(self.now)].concat(), "xlsx");
        Ok(Made { name, bytes })
    }

    /// All in one pack: a page and a form for each party, the plan file, and a list of contents.
    ///
    /// # Errors
    /// Says why there is none.
    pub fn pack(&self, base: &str, office: &Office) -> Result<Made, Handed> {
        let plan = plan_file::to_text(&self.plan);
        let parties: Vec<Party> = self.plan.parties().filter(|party| *party != Party::Coordinator).collect();
        let mut files = Vec::new();
        let mut names = BTreeSet::new();
        let words = FormWords::of(self.plan.script);
        for party in parties {
            let form = !self.measures(party).is_empty();
            let page = unique(&self.page_name(Some(party)), &mut names);
            let form_name = [words.filling, "-", self.who(Some(party))].concat();
            let form = form.then(|| unique(&file_name(&form_name, "xlsx"), &mut names));
            files.push((party, page, form));
        }
        // Where the host answers something else for the one file, nothing is made rather than an empty pack.
        let first = files.first().map(|(party, ..)| *party);
        self.page(&plan, base, first).ok_or(Handed::NoFile)?;
        let contents = self.contents(&files, office);
        let mut waiting = files.into_iter().flat_map(|(party, page, form)| {
            let page = (page, What::Page, party);
            std::iter::once(page).chain(form.map(|form| (form, What::Form, party)))
        });
        let mut last = vec![contents, self.plan_for(None)];
        let mut next = || {
            for (name, what, party) in waiting.by_ref() {
                let made = match what {
                    What::Page => self.page(&plan, base, Some(party)).map(|made| made.bytes),
                    _ => self.one(what, Some(party), base, Some(office)).ok().map(|made| made.bytes),
                };
                if let Some(bytes) = made {
                    return Some((name, bytes));
                }
            }
            last.pop().map(|made| (made.name, made.bytes))
        };
        let bytes = (office.zip)(self.now, &mut next).ok_or(Handed::NoRoom)?;
        Ok(Made { name: file_name(&self.of_plan(&[&iso_date(self.now)]), "zip"), bytes })
    }

    /// The name of a file that is of this plan and of no party: the word for a plan, its short title, and these words.
    fn of_plan(&self, words: &[&str]) -> String {
        let title = short_title(self.plan.text(self.plan.meta.title));
        let title = Some(title.as_str()).filter(|title| !title.is_empty());
        let words = title.iter().chain(words).copied();
        std::iter::once(progress_file::plan_word(&self.plan)).chain(words).collect::<Vec<_>>().join("-")
    }

    /// The measures of a party's list.
    fn measures(&self, party: Party) -> Vec<MeasureId> {
        arrangement::measures(&self.plan, &self.ledger, party)
    }

    fn order(&self, sheets: Sheets, whom: Whom) -> Order {
        Order { sheets, whom, made: self.now, rendition: self.rendition }
    }

    /// The name of the party, or the title of the plan.
    fn who(&self, party: Option<Party>) -> &str {
        party.and_then(|party| self.plan.printed_name(party)).unwrap_or_else(|| self.plan.text(self.plan.meta.title))
    }

    /// The plan file for a party, or for all. What the coordinator settled and said goes with it, and what the party reported before.
    fn plan_for(&self, party: Option<Party>) -> Made {
        let marks = self.marks(&self.marks_for(party.unwrap_or(Party::Coordinator)));
        let whose = party.and_then(|party| self.plan.printed_name(party)).map(|name| ["-", name].concat());
        let name = [self.who(None), whose.as_deref().unwrap_or(""), ".plan"].concat();
        Made { name: file_name(&name, "json"), bytes: plan_file::handed_out(&self.plan, &marks).into_bytes() }
    }

    /// What the coordinator settled and said, as a party gets it, and what that reported before.
    fn marks_for(&self, party: Party) -> Ledger {
        // What another one's report was given back for is between it and the coordinator.
        let mut marks = progress_file::of_party(&self.ledger, Party::Coordinator).only(|key, field| {
            let is_answer = matches!(field, Field::Returned | Field::Granted);
            !is_answer || matches!(key, MarkKey::Placed(whose, _) if *whose == party)
        });
        if party != Party::Coordinator {
            marks.merge(&progress_file::of_party(&self.ledger, party));
        }
        marks
    }

    /// Marks as a progress file.
    fn marks(&self, marks: &Ledger) -> String {
        progress_file::write(marks, &self.plan, &Head { from: None, copy: &self.copy, made: self.now })
    }

    fn page_name(&self, party: Option<Party>) -> String {
        file_name(&[progress_file::plan_word(&self.plan), "-", self.who(party)].concat(), "html")
    }

    /// The page of a party, with the same marks as its plan file; that for all has everybody's.
    fn page(&self, plan_text: &str, base: &str, party: Option<Party>) -> Option<Made> {
        let plan = &self.plan;
        let marks = self.marks(&party.map_or_else(|| self.ledger.clone(), |party| self.marks_for(party)));
        let list = |party| Route::List(ListView { party, ..ListView::default() }).address(plan);
        let at = party.map(|party| [plan.party_key(party), list(party)]);
        let shown = handed::list(plan, &self.ledger, party);
        let title = plan.text(plan.meta.title);
        let mut data = vec![(hand_out::PLAN, plan_text), (hand_out::MARKS, &marks)];
        if let Some([key, at]) = &at {
            data.extend([(hand_out::PARTY, key.as_str()), (OPENS_AT, at)]);
        }
        let page = hand_out::page(base, &HandOut { title, data: &data, list: &shown })?;
        Some(Made { name: self.page_name(party), bytes: page.into_bytes() })
    }

    /// The list of what is in a pack, below the title of the plan: who, how many measures, which files.
    fn contents(&self, files: &[(Party, String, Option<String>)], office: &Office) -> Made {
        let words = FormWords::of(self.plan.script);
        let head = words.contents.map(str::to_owned).to_vec();
        let row = |(party, page, form): &(Party, String, Option<String>)| {
            let measures = self.measures(*party).len().to_string();
            vec![self.who(Some(*party)).to_owned(), measures, page.clone(), form.clone().unwrap_or_default()]
        };
        let title = self.plan.text(self.plan.meta.title).trim();
        let title = (!title.is_empty()).then(|| vec![title.to_owned()]);
        let rows: Vec<Vec<String>> = title.into_iter().chain([head]).chain(files.iter().map(row)).collect();
        let name = self.of_plan(&[progress_file::contents_word(&self.plan)]);
        Made { name: file_name(&name, "csv"), bytes: (office.rows)(&rows).into_bytes() }
    }
}

/// A name that is not among those: with a number, where it would be. Windows takes large and small letters for the same.
fn unique(name: &str, names: &mut BTreeSet<String>) -> String {
    let mut own = name.to_owned();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    for number in 2.. {
        if names.insert(own.to_lowercase()) {
            break;
        }
        own = format!("{stem} ({number}).{ending}");
    }
    own
}
