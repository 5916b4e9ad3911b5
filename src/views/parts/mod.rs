//! Small pieces that hold no state.

use super::live::{BoolFn, El, TextFn, View, all, el, says};
use crate::domain::rollup::{Count, State};
use crate::domain::runs::Run;
use crate::domain::settings::Lang;
use crate::state::names::Name;
use crate::text::Words;

/// A name, with its English beside it where there is one. `lang` is the language tag of the Chinese.
pub fn name_text(name: Name, lang: &str) -> View {
    let mut views = vec![el("span").set("lang", lang).text(name.chinese).view()];
    views.extend(name.english.map(english));
    all(views)
}

/// A text of the interface that may hold words of the plan, or of a person. In an English one each run of Chinese says
/// that it is Chinese, by this language tag.
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

/// English words beside Chinese ones.
pub fn english(words: String) -> View {
    el("span").class("english").set("lang", "en").text(words).view()
}

/// A text whose numbers stand out and whose hits are marked.
pub fn runs_view(runs: Vec<Run>) -> View {
    all(runs.into_iter().map(run_text).collect())
}

fn run_text(run: Run) -> View {
    let Run { text, target, hit } = run;
    let text = if hit { el("mark").text(text).view() } else { View::Text(text) };
    if target { el("b").class("target").child(text).view() } else { text }
}

/// How far something is: a shape and a word.
pub fn state_chip(words: &Words, state: State) -> El {
    el("span").class("state").set("data-state", state.key()).text(words.states[state as usize])
}

/// What a person wrote, with its label.
pub fn labelled(lang: Lang, label: &str, text: &str) -> View {
    el("p").child(el("span").class("label").text(label)).text(" ").child(mixed(lang, text, "zh")).view()
}

/// How much is done of how much, as `k/n`; `—` where there is nothing to do.
pub fn fraction(count: Count) -> String {
    if count.all == 0 { "—".into() } else { format!("{}/{}", count.done, count.all) }
}

/// Figures that follow the state.
pub fn figures(read: impl Fn() -> String + 'static) -> El {
    el("span").class("figures").says(says(read))
}

/// A bar that fills as more is done. Decoration: the figures stand beside it as text.
pub fn bar(count: impl Fn() -> Count + 'static) -> El {
    let width = says(move || format!("width:{}%", count().percent().unwrap_or(0)));
    el("span").class("bar").set("aria-hidden", "true").child(el("i").live("style", width))
}

/// One of several choices; the choices of a `group` shut each other out.
pub fn choice(group: &str, label: TextFn, chosen: BoolFn, choose: impl Fn() + 'static) -> El {
    let input = el("input").set("type", "radio").set("name", group).checked(chosen).switch(move |_| choose());
    el("label").class("choice").child(input).child(el("span").says(label))
}
