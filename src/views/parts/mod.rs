//! Small pieces that hold no state.

use super::live::{BoolFn, El, TextFn, View, all, el, says};
use crate::domain::rollup::{Count, State};
use crate::domain::runs::{Run, runs};
use crate::domain::settings::Lang;
use crate::state::names::Name;
use crate::text::Words;
use std::ops::Range;

/// A name; in English, with its Chinese form behind it. `lang` is the language tag of the Chinese name.
pub fn name_text(name: Name, lang: &str) -> View {
    marked_name(name, lang, &[])
}

/// The same, with these byte ranges of the Chinese name marked.
pub fn marked_name(name: Name, lang: &str, hits: &[Range<usize>]) -> View {
    let chinese = el("span").set("lang", lang).child(runs_view(runs(&name.chinese, &[], hits)));
    match name.english {
        None => chinese.view(),
        Some(english) => all(vec![el("span").set("lang", "en").text(english).view(), chinese.class("second").view()]),
    }
}

/// A text of the interface that may contain words of the plan or of a person. In English, each run of Chinese in it gets the
/// language tag `chinese`.
pub fn mixed(lang: Lang, text: &str, chinese: &str) -> View {
    let is_chinese = |c: char| c > '\u{2E7F}';
    let mut rest = text;
    let mut views = Vec::new();
    while let Some(first) = rest.chars().next().filter(|_| lang == Lang::En) {
        let end = rest.find(|c| is_chinese(c) != is_chinese(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        views.push(if is_chinese(first) {
            el("span").set("lang", chinese).text(run).view()
        } else {
            View::Text(run.into())
        });
    }
    views.push(View::Text(rest.into()));
    all(views)
}

/// A text with targets and hits marked.
pub fn runs_view(runs: Vec<Run>) -> View {
    all(runs.into_iter().map(run_text).collect())
}

fn run_text(run: Run) -> View {
    let Run { text, target, hit } = run;
    let text = if hit { el("mark").text(text).view() } else { View::Text(text) };
    if target { el("b").class("target").child(text).view() } else { text }
}

/// A state: a shape and a word.
pub fn state_chip(words: &Words, state: State) -> El {
    el("span").class("state").set("data-state", state.key()).text(words.states[state as usize])
}

/// A text that a person wrote, with its label.
pub fn labelled(lang: Lang, label: &str, text: &str) -> View {
    el("p").child(el("span").class("label").text(label)).text(" ").child(mixed(lang, text, "zh")).view()
}

/// How many are done of how many, as `k/n`; `—` where there is nothing to do.
pub fn fraction(count: Count) -> String {
    if count.all == 0 { "—".into() } else { format!("{}/{}", count.done, count.all) }
}

/// Figures that follow the state.
pub fn figures(read: impl Fn() -> String + 'static) -> El {
    el("span").class("figures").says(says(read))
}

/// A bar that fills as more is done. It is decoration: the figures stand beside it as text.
pub fn bar(count: impl Fn() -> Count + 'static) -> El {
    let width = says(move || format!("width:{}%", count().percent().unwrap_or(0)));
    el("span").class("bar").set("aria-hidden", "true").child(el("i").live("style", width))
}

/// One of several choices; those of the same `group` exclude each other.
pub fn choice(group: &str, label: TextFn, chosen: BoolFn, choose: impl Fn() + 'static) -> El {
    let input = el("input").set("type", "radio").set("name", group).checked(chosen).switch(move |_| choose());
    el("label").class("choice").child(input).child(el("span").says(label))
}
