//! The frame around every view: header, notices, the view itself.

use super::checklist::checklist;
use super::live::{El, View, all, button, el, keyed, part, says, text_lang, word};
use super::notices::notices;
use crate::domain::calendar::parse_iso_date;
use crate::domain::plan::Fact;
use crate::domain::settings::{Lang, Theme};
use crate::route::{ListView, Print, Route};
use crate::state::{Ask, Store, use_store};
use crate::text::{Words, words};
use leptos::prelude::*;
use std::cell::Cell;

/// Which view is open. Changes only when another one is, not with every filter.
#[allow(missing_docs, reason = "each is named for its route")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    List,
    Overview,
    Read,
    Print,
    Data,
}

fn page(route: &Route) -> Page {
    match route {
        Route::List(_) => Page::List,
        Route::Overview(_) => Page::Overview,
        Route::Read => Page::Read,
        Route::Print(_) => Page::Print,
        Route::Data => Page::Data,
    }
}

/// The views that a first visit does without: all but the list.
#[derive(Clone, Copy)]
pub enum Later {
    /// They are being loaded, or will be once one is opened.
    Coming,
    /// They could not be loaded.
    Missing,
    /// These are they.
    There(Views),
}

/// What comes later.
#[derive(Clone, Copy)]
pub struct Views {
    /// Draws a view.
    pub draw: fn(Page) -> View,
    /// Opens an address that is not written as this program writes it.
    pub open: fn(Store, &str),
}

/// The whole page. `load` gets the views that come later.
pub fn shell(load: fn(RwSignal<Later>)) -> View {
    let store = use_store();
    let later = RwSignal::new(Later::Coming);
    // Another view is drawn when another one is open, not with every filter.
    let open = says(move || {
        let stage = match later.get() {
            Later::Coming => 'c',
            Later::Missing => 'm',
            Later::There(_) => 't',
        };
        match page(&store.route()) {
            Page::List => String::new(),
            page => format!("{stage}{}", page as u8),
        }
    });
    // Who tried again has the focus in what then goes.
    let waited = Cell::new(false);
    let view = keyed(open, move || match (page(&store.route()), later.get()) {
        (Page::List, _) => checklist(),
        (page, Later::There(views)) => {
            if waited.replace(false) {
                store.ask(Ask::Focus("list".into()));
            }
            (views.draw)(page)
        }
        (_, Later::Coming) => {
            load(later);
            waiting(el("p").set("role", "status").says(word(|w| w.loading))).view()
        }
        (_, Later::Missing) => {
            waited.set(true);
            let again = button(word(|w| w.load_again), move || {
                later.set(Later::Coming);
                store.ask(Ask::Focus("list".into()));
            });
            waiting(el("p").set("role", "alert").says(word(|w| w.not_loaded))).child(again).view()
        }
    });
    // A button: a link would put the place in the address, where the route is.
    let skip = button(word(|w| w.skip), move || store.ask(Ask::GoTo("list".into()))).class("skip");
    all(vec![skip.view(), header(), notices(), view])
}

/// Stands where a view will be.
fn waiting(text: El) -> El {
    el("main").id("list").class("data").set("tabindex", "-1").child(text)
}

fn header() -> View {
    let store = use_store();
    let title = says(move || store.text_of(store.plan().meta.title));
    let text = el("div")
        .class("brand-text")
        .child(el("h1").live("lang", text_lang()).says(title))
        .child(el("p").class("brand-facts").child(part(move || particulars(store))));
    let seal = el("span").class("seal").set("aria-hidden", "true");
    let seal = seal.live("lang", says(move || store.name_lang().to_owned())).says(word(|w| w.seal));
    let brand = el("div").class("brand").child(seal).child(text);
    el("header").class("top").child(brand).child(nav()).child(tools()).view()
}

/// Number, issuer and date of the document, in one line; in English its English name first.
fn particulars(store: Store) -> View {
    let plan = store.plan();
    let meta = &plan.meta;
    let value = |fact: &Option<Fact>| fact.as_ref().map(|fact| store.in_script(&fact.value));
    let issued = meta.issued.as_ref().and_then(|fact| parse_iso_date(&fact.value));
    let issued = issued.map(|date| (store.words().issued_on)(date));
    let (lang, parts) = match store.english(meta.english.as_ref()) {
        Some(english) => ("en", vec![english]),
        None => (store.text_lang(), [value(&meta.number), value(&meta.issuer)].into_iter().flatten().collect()),
    };
    let dot = if parts.is_empty() || issued.is_none() { "" } else { " · " };
    let parts = el("span").set("lang", lang).text(parts.join(" · "));
    all(vec![parts.view(), View::Text([dot, &issued.unwrap_or_default()].concat())])
}

/// A link of the header: its view, what it opens for a list, what it is called.
type Link = (Page, fn(ListView) -> Route, fn(&Words) -> &'static str);

fn nav() -> View {
    let store = use_store();
    let links: [Link; 5] = [
        (Page::List, Route::List, |w| w.nav_list),
        (Page::Overview, |_| Route::Overview(None), |w| w.nav_overview),
        (Page::Print, |view| Route::Print(Print::of(view)), |w| w.nav_print),
        (Page::Read, |_| Route::Read, |w| w.nav_read),
        (Page::Data, |_| Route::Data, |w| w.nav_data),
    ];
    let link = |(target, route, name): Link| {
        let current = says(move || if page(&store.route()) == target { "page" } else { "false" }.to_owned());
        let address = says(move || route(store.last_view()).address(store.plan()));
        el("a").live("href", address).live("aria-current", current).says(word(name)).view()
    };
    let links = links.into_iter().map(link);
    el("nav").class("nav").live("aria-label", word(|w| w.views)).children(links).view()
}

/// Language and theme.
fn tools() -> View {
    let store = use_store();
    let option = move |lang: Lang| {
        let option = el("option").set("value", lang.tag()).set("lang", lang.tag());
        option.set_if(store.lang() == lang, "selected", "").text(words(lang).language_name).view()
    };
    let options = part(move || all(Lang::ALL.into_iter().map(option).collect()));
    let choose = move |tag: String| {
        if let Some(lang) = Lang::ALL.into_iter().find(|lang| lang.tag() == tag) {
            store.choose_lang(lang);
        }
    };
    let turn = move || {
        store.choose_theme(match untrack(|| store.settings()).theme {
            None => Some(Theme::Dark),
            Some(Theme::Dark) => Some(Theme::Light),
            Some(Theme::Light) => None,
        });
    };
    let name = says(move || {
        let words = store.words();
        match store.settings().theme {
            None => words.theme_system,
            Some(Theme::Light) => words.theme_light,
            Some(Theme::Dark) => words.theme_dark,
        }
        .to_owned()
    });
    let sign = says(move || match store.settings().theme {
        None => "◐".into(),
        Some(Theme::Light) => "○".into(),
        Some(Theme::Dark) => "●".into(),
    });
    let lang = el("select").class("lang").live("aria-label", word(|w| w.language)).choose(choose).child(options);
    let theme = el("button").set("type", "button").class("theme").press(turn).says(sign);
    el("div").class("tools").child(lang).child(theme.live("aria-label", name.clone()).live("title", name)).view()
}
