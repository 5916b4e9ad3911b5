//! The controls that all of mending is made of.

use crate::views::live::{El, View, button, el, says};
use leptos::ev::Event;
use leptos::prelude::*;

/// Something that can be done: fields, and the button that does it, also by the Enter key. What is told where it is not done stands
/// below.
pub fn act(fields: Vec<El>, name: &'static str, done: impl FnMut() -> Option<String> + 'static) -> View {
    act_as("", fields, name, done)
}

/// The same with a button of this id.
pub fn act_as(
    id: &str,
    fields: Vec<El>,
    name: &'static str,
    mut done: impl FnMut() -> Option<String> + 'static,
) -> View {
    let message = RwSignal::new(String::new());
    let submit = move |event: Event| {
        event.prevent_default();
        tell(message, done());
    };
    let press = el("button").set("type", "submit").text(name);
    let press = if id.is_empty() { press } else { press.id(id) };
    let fields = fields.into_iter().map(El::view);
    let form = el("form").class("mend-act").on("submit", submit).children(fields).child(press);
    el("div").child(form).child(told(message)).view()
}

/// A button that does something, with what is told below where it is not done.
pub fn press(name: &'static str, mut done: impl FnMut() -> Option<String> + 'static) -> View {
    let message = RwSignal::new(String::new());
    let press = button(says(move || name.to_owned()), move || tell(message, done()));
    el("div").child(press).child(told(message)).view()
}

/// Says what is told. What was done has drawn all of it again, and there is nothing left to be told.
pub fn tell(message: RwSignal<String>, told: Option<String>) {
    let _ = message.try_set(told.unwrap_or_default());
}

/// A field with a label.
pub fn field(label: &str, value: RwSignal<String>) -> El {
    labelled(label, typed("text", value))
}

/// A field of this type.
pub fn typed(of: &str, value: RwSignal<String>) -> El {
    let input = el("input").set("type", of).set("autocomplete", "off");
    input.value(says(move || value.get())).input(move |text| value.set(text))
}

/// A choice among a few, with a label.
pub fn choice(label: &str, options: Vec<(String, String)>, value: RwSignal<String>) -> El {
    labelled(label, options_of(options, &value.get_untracked()).choose(move |chosen| value.set(chosen)))
}

/// A choice among a few, each a value and its name.
pub fn options_of(options: Vec<(String, String)>, chosen: &str) -> El {
    let option = |(value, name): (String, String)| {
        el("option").set("value", &value).set_if(value == chosen, "selected", "").text(name).view()
    };
    el("select").children(options.into_iter().map(option))
}

/// A control with a label.
pub fn labelled(label: &str, control: El) -> El {
    el("label").child(el("span").class("label").text(label)).child(control)
}

/// A message that follows a signal, and is read aloud.
pub fn told(message: RwSignal<String>) -> View {
    el("p").class("doubt").set("role", "status").says(says(move || message.get())).view()
}
