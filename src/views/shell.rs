//! The frame around every view: header, notices, the view itself.

use super::checklist::checklist;
use super::lazy::{self, Page, Part, Views};
use super::live::{View, all, button, el, is, keyed, part, says, text_lang, word};
use super::notices::notices;
use crate::domain::calendar::parse_iso_date;
use crate::domain::ledger::Ledger;
use crate::domain::party::Party;
use crate::domain::plan::Fact;
use crate::domain::settings::{Lang, Theme};
use crate::domain::words::joined;
use crate::route::{ListView, Print, Route};
use crate::state::{Command, Store, use_store};
use crate::text::{Words, words};
use leptos::prelude::*;

fn page(route: &Route) -> Page {
    match route {
        Route::List(_) => Page::List,
        Route::Overview(_) => Page::Overview,
        Route::Read => Page::Read,
        Route::Rounds(_) => Page::Rounds,
        Route::Arrangement => Page::Arrangement,
        Route::Print(_) => Page::Print,
        Route::Data => Page::Data,
        Route::Plans => Page::Plans,
        Route::NewPlan => Page::NewPlan,
    }
}

/// The whole page. `load` gets the views that come later.
pub fn shell(load: fn(RwSignal<Part<Views>>)) -> View {
    let store = use_store();
    lazy::provide(load);
    let lazy = lazy::lazy();
    // Who was here before has more to see than a first visit brings.
    if untrack(|| store.identity().own.is_some() || store.ledger(|ledger| *ledger != Ledger::default())) {
        lazy.bring();
    }
    // The view is drawn anew when another view is opened, not with every filter.
    let open = says(move || match page(&store.route()) {
        Page::List => String::new(),
        page => format!("{}{}", lazy.key(), page as u8),
    });
    let view = keyed(open, move || match page(&store.route()) {
        Page::List => checklist(),
        page => {
            lazy.draw(|views| (views.draw)(page), el("main").id("list").class("data").set("tabindex", "-1"), "list")
        }
    });
    // A button, as a link would put its target into the address, where the route is.
    let skip = button(word(|w| w.skip), move || store.command(Command::GoTo("list".into()))).class("skip");
    let sheet = keyed(says(move || lazy.key().to_owned()), move || lazy.draw_if_there(|views| (views.sheet)()));
    all(vec![skip.view(), header(), notices(), view, sheet])
}

fn header() -> View {
    let store = use_store();
    // Without a title the link says where it goes.
    let title = says(move || match store.text_of(store.plan().meta.title) {
        title if title.is_empty() => store.words().nav_plans.to_owned(),
        title => title,
    });
    let text = el("div")
        .class("brand-text")
        .child(el("h1").live("lang", text_lang()).child(el("a").set("href", "#/plans").says(title)))
        .child(el("p").class("brand-facts").child(part(move || particulars(store))));
    let seal = el("span").class("seal").set("aria-hidden", "true");
    let seal = seal.live("lang", says(move || store.name_lang().to_owned())).says(word(|w| w.seal));
    let brand = el("div").class("brand").child(seal).child(text);
    el("header").class("top").child(brand).child(nav()).child(tools()).view()
}

/// Number, issuer and date of the plan in one line; in English, after its English name.
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
    let parts = el("span").set("lang", lang).text(joined(&parts, " · "));
    all(vec![parts.view(), View::Text([dot, &issued.unwrap_or_default()].concat())])
}

/// A link of the header: its view, the route it opens given the current list, and its text.
type Link = (Page, fn(ListView) -> Route, fn(&Words) -> &'static str);

fn nav() -> View {
    let store = use_store();
    let links: [Link; 6] = [
        (Page::List, Route::List, |w| w.nav_list),
        (Page::Overview, |_| Route::Overview(None), |w| w.nav_overview),
        (Page::Print, |view| Route::Print(Print::of(view)), |w| w.nav_print),
        (Page::Read, |_| Route::Read, |w| w.nav_read),
        (Page::Data, |_| Route::Data, |w| w.nav_data),
        (Page::Plans, |_| Route::Plans, |w| w.nav_plans),
    ];
    let link = |(target, route, name): Link| {
        let is_it = move || match page(&store.route()) {
            Page::NewPlan => target == Page::Plans,
            page => page == target,
        };
        let current = says(move || if is_it() { "page" } else { "false" }.to_owned());
        let address = says(move || store.address(&route(store.last_view())));
        el("a").live("href", address).live("aria-current", current).says(word(name)).view()
    };
    let links = links.into_iter().map(link);
    el("nav").class("nav").live("aria-label", word(|w| w.views)).children(links).view()
}

/// Who this browser reports for. As long as nobody said it, this asks. Who says it goes to the own list from wherever measures are read.
fn identity() -> View {
    let store = use_store();
    let option = move |party: Option<Party>| {
        let chosen = store.identity().own == party;
        let words = store.words();
        let text = match party {
            None => words.who.to_owned(),
            Some(party) if chosen => [words.own, &store.party_label(party)].concat(),
            Some(party) => store.party_label(party),
        };
        let key = party.map(|party| store.plan().party_key(party)).unwrap_or_default();
        el("option").set("value", &key).set_if(chosen, "selected", "").text(text).view()
    };
    let options =
        part(move || all(std::iter::once(None).chain(store.plan().parties().map(Some)).map(option).collect()));
    let lazy = lazy::lazy();
    let choose = move |key: String| {
        let party = store.plan().party_of_key(&key);
        store.identify(party);
        // Who sets up rounds or shares out the work stays there.
        let stays = matches!(page(&store.route()), Page::Rounds | Page::Arrangement | Page::Data);
        if let Some(party) = party.filter(|_| !stays) {
            store.open_party(party);
        }
        lazy.bring();
    };
    let open = is(move || store.identity().own.is_none());
    el("select")
        .class("identity")
        .class_if("is-open", open)
        .live("aria-label", word(|w| w.who))
        .choose(choose)
        .child(options)
        .view()
}

/// The choice of language and theme.
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
    let copy = button(word(|w| w.link), move || store.command(Command::Copy(String::new())));
    let lang = el("select").class("lang").live("aria-label", word(|w| w.language)).choose(choose).child(options);
    let theme = el("button").set("type", "button").class("theme").press(turn).says(sign);
    el("div")
        .class("tools")
        .child(identity())
        .child(lang)
        .child(copy.live("aria-label", word(|w| w.copy_link)).live("title", word(|w| w.copy_link)))
        .child(theme.live("aria-label", name.clone()).live("title", name))
        .view()
}
