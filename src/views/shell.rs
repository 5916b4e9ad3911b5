//! The frame around every view: header, notices, the view itself.

use super::checklist::Checklist;
use super::data::Data;
use super::full_text::FullText;
use super::notices::Notices;
use crate::domain::calendar::parse_iso_date;
use crate::domain::settings::{Lang, Theme};
use crate::route::{ListView, Route};
use crate::state::{Store, use_store};
use leptos::prelude::*;

/// Which view is open. Changes only when another one is, not with every filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The checklist.
    List,
    /// The text.
    Read,
    /// Papers.
    Print,
    /// Saving, reading back, deleting.
    Data,
}

impl Page {
    fn of(route: &Route) -> Self {
        match route {
            Route::List(_) => Self::List,
            Route::Read => Self::Read,
            Route::Print(..) => Self::Print,
            Route::Data => Self::Data,
        }
    }
}

/// The whole page. `print` draws the papers; it comes from the root because papers are measured by the browser.
#[component]
pub fn Shell(
    /// Draws the papers.
    print: fn() -> AnyView,
) -> impl IntoView {
    let store = use_store();
    let page = Memo::new(move |_| Page::of(&store.route()));
    view! {
        <a class="skip" href="#list"
            on:click=move |ev| { ev.prevent_default(); store.ask(crate::state::Ask::GoTo("list".into())) }>
            {move || store.words().skip}</a>
        <Header page />
        <Notices />
        {move || match page.get() {
            Page::List => view! { <Checklist /> }.into_any(),
            Page::Read => view! { <FullText /> }.into_any(),
            Page::Print => print(),
            Page::Data => view! { <Data /> }.into_any(),
        }}
    }
}

#[component]
fn Header(page: Memo<Page>) -> impl IntoView {
    let store = use_store();
    let plan = store.plan();
    let title = plan.meta.title;
    view! {
        <header class="top" id="top">
            <div class="brand">
                <span class="seal" aria-hidden="true">{move || store.words().seal}</span>
                <div class="brand-text">
                    <h1 lang=move || store.text_lang()>{move || store.text_of(title)}</h1>
                    <p class="brand-facts">{move || particulars(store)}</p>
                </div>
            </div>
            <Nav page />
            <Tools />
        </header>
    }
}

/// Number, issuer and date of the document, in one line; in English its English name first.
fn particulars(store: Store) -> String {
    let plan = store.plan();
    let meta = &plan.meta;
    if let Some(english) = store.english(meta.english.as_ref()) {
        let issued = meta.issued.as_ref().map(|fact| format!(" · {}", fact.value)).unwrap_or_default();
        return format!("{english}{issued}");
    }
    let value = |fact: &Option<crate::domain::plan::Fact>| fact.as_ref().map(|fact| store.in_script(&fact.value));
    let issued = meta.issued.as_ref().and_then(|fact| parse_iso_date(&fact.value)).map(|date| (store.words().issued_on)(date));
    [value(&meta.number), value(&meta.issuer), issued].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[component]
fn Nav(page: Memo<Page>) -> impl IntoView {
    let store = use_store();
    // A list stays what it was while its text or paper is looked at: the links keep party and filters.
    let last = StoredValue::new(ListView::default());
    let view = Memo::new(move |_| match store.route() {
        Route::List(view) | Route::Print(view, _) => {
            last.set_value(view.clone());
            view
        }
        Route::Read | Route::Data => last.get_value(),
    });
    let link = move |target: Page, route: fn(ListView) -> Route, name: fn(&crate::text::Words) -> &'static str| {
        let current = move || (page.get() == target).then_some("page");
        view! {
            <a href=move || route(view.get()).address(&store.plan()) aria-current=current>{move || name(store.words())}</a>
        }
    };
    view! {
        <nav class="nav" aria-label=move || store.words().views>
            {link(Page::List, Route::List, |w| w.nav_list)}
            {link(Page::Print, |view| Route::Print(view, false), |w| w.nav_print)}
            {link(Page::Read, |_| Route::Read, |w| w.nav_read)}
            {link(Page::Data, |_| Route::Data, |w| w.nav_data)}
        </nav>
    }
}

/// Language and theme.
#[component]
fn Tools() -> impl IntoView {
    let store = use_store();
    let options = Lang::ALL.map(|lang| {
        view! { <option value=lang.tag() lang=lang.tag() selected=move || store.lang.get() == lang>{crate::text::words(lang).language_name}</option> }
    });
    let choose = move |tag: String| {
        if let Some(lang) = Lang::ALL.into_iter().find(|lang| lang.tag() == tag) {
            store.choose_lang(lang);
        }
    };
    let theme = move || store.settings().theme;
    let next = move || match theme() {
        None => Some(Theme::Dark),
        Some(Theme::Dark) => Some(Theme::Light),
        Some(Theme::Light) => None,
    };
    let name = move || {
        let words = store.words();
        match theme() {
            None => words.theme_system,
            Some(Theme::Light) => words.theme_light,
            Some(Theme::Dark) => words.theme_dark,
        }
    };
    let sign = move || match theme() {
        None => "◐",
        Some(Theme::Light) => "○",
        Some(Theme::Dark) => "●",
    };
    view! {
        <div class="tools">
            <select class="lang" aria-label=move || store.words().language on:change:target=move |ev| choose(ev.target().value())>
                {options}
            </select>
            <button type="button" class="theme" aria-label=name title=name on:click=move |_| store.choose_theme(next())>{sign}</button>
        </div>
    }
}
