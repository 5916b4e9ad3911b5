//! The link to the guide. It is two plain pages of the site, made of `docs/guide.*.md`, and no part of the program.

use super::live::{View, el, says};
use crate::route;
use crate::state::use_store;
use crate::text::guide::name;

/// The link, in a line of its own; nothing where there is no guide, as in the one file.
pub fn guide(is_there: fn() -> bool) -> View {
    if !is_there() {
        return View::Nothing;
    }
    let store = use_store();
    // Beside the page, which goes on meanwhile.
    let link = el("a").set("target", "_blank").set("rel", "noopener");
    let link = link.live("href", says(move || route::guide(store.lang()).to_owned()));
    el("p").class("guide").child(link.says(says(move || name(store.lang()).to_owned()))).view()
}
