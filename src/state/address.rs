//! Opens addresses that others changed, and shows notices of what they name, and of what another window did to the open plan. Loaded
//! later, together with the code that reads addresses.

use super::page::{About, Notice};
use super::store::Store;
use crate::domain::fault::PlanFault;
use crate::domain::party::Party;
use crate::domain::settings::Lang;
use crate::route::{Address, Route};
use crate::text::addresses::AddressWords;
use leptos::prelude::*;

impl Store {
    /// Opens an address, however it was changed, and shows a notice of any part that cannot be read. Returns the address as
    /// this program writes it; if it names nothing that exists, the address of what stays open.
    pub fn open_address(self, fragment: &str) -> String {
        self.open_read(fragment, None).unwrap_or_else(|| self.open_now())
    }

    /// Opens the first address of a page like [`Self::open_address`]. If it names nothing that exists, no view was open that
    /// could stay: a list that shows nothing is opened ([`Route::unread`]), and `None` is returned; the address then stays,
    /// to be mended by hand.
    pub fn open_first(self, fragment: &str) -> Option<String> {
        self.open_read(fragment, Some(Route::unread(fragment)))
    }

    /// Shows a notice of why the plan with this id, which an address names, is not opened.
    pub fn tell_no_plan(self, id: &str, fault: &PlanFault) {
        self.tell_of_address(|words| (words.no_plan)(id, fault));
    }

    /// Shows a notice that another window mended the plan of this title, which is open as it is now, and so shows this many reports no
    /// more.
    pub fn tell_mended_elsewhere(self, title: &str, hidden: usize) {
        self.tell_of_address(|words| (words.mended_elsewhere)(&self.in_script(title), hidden));
    }

    /// Shows a notice that another window deleted the plan of this title, which was open.
    pub fn tell_deleted_elsewhere(self, title: &str) {
        self.tell_of_address(|words| (words.deleted_elsewhere)(&self.in_script(title)));
    }

    /// The address of what is open now.
    pub fn open_now(self) -> String {
        let route = untrack(|| self.route());
        match untrack(|| self.pointed()) {
            Some(anchor) => self.place_address_on(route.view().party, anchor),
            None => self.address(&route),
        }
    }

    /// Opens what an address says and returns it as this program writes it. If the address names nothing that exists, opens
    /// `instead`, if given, and returns `None`.
    fn open_read(self, fragment: &str, instead: Option<Route>) -> Option<String> {
        let (read, unknown) = match Route::read(fragment, &self.plan()) {
            Address::Partly(read, unknown) => (*read, unknown),
            read => (read, Vec::new()),
        };
        self.open_at(read.clone());
        let clean = match read {
            Address::Opens(route) => self.address(&route),
            // The address names no list, so the place is opened on the list that is open.
            Address::Place(anchor) => self.place_address_on(Party::Coordinator, anchor),
            Address::PlaceOn(party, anchor) => self.place_address_on(party, anchor),
            Address::Unknown(said) => {
                if let Some(instead) = instead {
                    self.open_at(Address::Opens(instead));
                }
                self.tell_of_address(|words| (words.unknown)(&said));
                return None;
            }
            Address::Partly(..) => return None,
        };
        match unknown.as_slice() {
            [] => {}
            [place] if is_numbered(place, 'm') => self.tell_of_address(|words| (words.no_measure)(&place[1..])),
            [place] if is_numbered(place, 't') => self.tell_of_address(|words| (words.no_task)(&place[1..])),
            parts => self.tell_of_address(|words| (words.unknown_parts)(parts)),
        }
        Some(clean)
    }

    fn tell_of_address(self, say: impl Fn(&AddressWords) -> String) {
        self.tell(Notice::Told(Lang::ALL.map(|lang| say(AddressWords::of(lang))), About::Address));
    }
}

/// Whether a text is the element id of a place of this kind with a number: `m99.9`.
fn is_numbered(place: &str, kind: char) -> bool {
    place.strip_prefix(kind).is_some_and(|no| no.starts_with(|c: char| c.is_ascii_digit()))
}
