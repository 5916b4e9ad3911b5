//! What the state asks of the browser, and the keys that work everywhere on the page.

use super::keep;
use crate::browser::files;
use crate::browser::page::{self, UndoKey};
use crate::state::{Ask, Notice, Store};
use crate::views::live;

/// Does what is asked, once the page shows what changed with it.
pub fn grant(store: Store) {
    live::follow(move || {
        let asks = store.take_asks();
        if !asks.is_empty() {
            page::later(0, move || asks.into_iter().for_each(|ask| grant_one(store, ask)));
        }
    });
    page::on_new_version(move || store.tell(Notice::NewVersion));
    page::keep_focus("list");
    page::on_print_key(move || store.print_open());
    page::on_undo_key(move |key| match key {
        UndoKey::Undo => store.undo(),
        UndoKey::Redo => store.redo(),
    });
}

fn grant_one(store: Store, ask: Ask) {
    // A long list may still be being drawn.
    if let Ask::GoTo(id) | Ask::Reveal(id) = &ask
        && !page::has(id)
        && store.draw_all()
    {
        return page::later(0, move || grant_one(store, ask));
    }
    match ask {
        Ask::GoTo(id) => page::go_to(&id),
        Ask::Reveal(id) => page::reveal(&id),
        Ask::DrawOn => page::after_paint(move || store.draw_on()),
        Ask::Top => {
            page::to_top();
            page::focus_if_nowhere("list");
        }
        Ask::Focus(id) => page::focus(&id),
        Ask::Print => page::print(),
        Ask::Save { name, text } => files::save(&name, &text),
        Ask::Renew => page::renew(),
        Ask::DropStored => keep::drop_stored(store),
        Ask::Snapshot(text) => keep::keep_snapshot(store, &text),
        Ask::Filed(moment) => keep::set_filed(store, moment),
    }
}
