//! Small pieces that hold no state.

use crate::domain::runs::Run;
use crate::domain::summary::Count;
use crate::state::names::Name;
use leptos::prelude::*;

/// A name, with its English beside it where there is one. `lang` is the language tag of the Chinese.
#[component]
pub fn NameText(
    /// The name.
    name: Name,
    /// Language tag of the Chinese.
    lang: &'static str,
) -> impl IntoView {
    view! {
        <span lang=lang>{name.chinese}</span>
        {name.english.map(|english| view! { <span class="english" lang="en">{english}</span> })}
    }
}

/// A text whose numbers stand out and whose hits are marked.
#[component]
pub fn Runs(
    /// The text, cut where its look changes.
    runs: Vec<Run>,
) -> impl IntoView {
    runs.into_iter()
        .map(|Run { text, target, hit }| match (target, hit) {
            (false, false) => text.into_any(),
            (true, false) => view! { <b class="target">{text}</b> }.into_any(),
            (false, true) => view! { <mark>{text}</mark> }.into_any(),
            (true, true) => view! { <b class="target"><mark>{text}</mark></b> }.into_any(),
        })
        .collect_view()
}

/// How much is done of how much, as `k/n`; `—` where there is nothing to do.
pub fn fraction(count: Count) -> String {
    if count.all == 0 { "—".into() } else { format!("{}/{}", count.done, count.all) }
}

/// A bar that fills as more is done. Decoration: the figures stand beside it as text.
#[component]
pub fn Bar(
    /// What it shows.
    #[prop(into)]
    count: Signal<Count>,
) -> impl IntoView {
    let width = move || format!("width:{}%", count.get().percent().unwrap_or(0));
    view! { <span class="bar" aria-hidden="true"><i style=width></i></span> }
}
