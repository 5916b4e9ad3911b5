//! What was found in the page, and where.

use std::collections::BTreeMap;

use serde_json::json;

use crate::page::Page;

/// What was found, each with the places where it was.
#[derive(Default)]
pub struct Findings(BTreeMap<String, Vec<String>>);

impl Findings {
    /// Adds what was found in a place.
    pub fn add(&mut self, what: String, place: &str) {
        self.0.entry(what).or_default().push(place.to_owned());
    }

    /// Adds what a script lists.
    pub fn listed(&mut self, page: &Page, script: &str, place: &str) {
        for what in page.run(script, &json!([])).as_array().unwrap() {
            self.add(what.as_str().unwrap().to_owned(), place);
        }
    }

    /// How many things were found.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    pub fn must_be_none(&self) {
        let list =
            self.0.iter().map(|(what, places)| format!("{what}\n    in {}: {}\n", places.len(), places.join(", ")));
        assert!(self.0.is_empty(), "{}", list.collect::<String>());
    }
}
