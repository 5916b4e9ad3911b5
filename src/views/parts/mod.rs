//! Small pieces that hold no state. Plain functions: what is drawn many times is drawn by one piece of code.

use super::live::{Part, part, says};
use crate::domain::runs::Run;
use crate::domain::summary::Count;
use crate::state::names::Name;
use leptos::prelude::*;

/// A name, with its English beside it where there is one. `lang` is the language tag of the Chinese.
pub fn name_text(name: Name, lang: &'static str) -> AnyView {
    view! { <span lang=lang>{name.chinese}</span>{name.english.map(english)} }.into_any()
}

/// English words beside Chinese ones.
pub fn english(words: String) -> AnyView {
    view! { <span class="english" lang="en">{words}</span> }.into_any()
}

/// A text whose numbers stand out and whose hits are marked, drawn again when it changes.
pub fn runs_text(runs: impl Fn() -> Vec<Run> + Send + 'static) -> Part {
    part(move || runs().into_iter().map(run_text).collect::<Vec<_>>().into_any())
}

fn run_text(run: Run) -> AnyView {
    let Run { text, target, hit } = run;
    let text = if hit { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() };
    if target { view! { <b class="target">{text}</b> }.into_any() } else { text }
}

/// How much is done of how much, as `k/n`; `—` where there is nothing to do.
pub fn fraction(count: Count) -> String {
    if count.all == 0 { "—".into() } else { format!("{}/{}", count.done, count.all) }
}

/// A bar that fills as more is done. Decoration: the figures stand beside it as text.
pub fn bar(count: Signal<Count>) -> AnyView {
    let width = says(move || format!("width:{}%", count.get().percent().unwrap_or(0)));
    view! { <span class="bar" aria-hidden="true"><i style=width></i></span> }.into_any()
}
