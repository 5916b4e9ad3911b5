//! What the state asks of the browser, and the keys that work everywhere on the page.

use super::current::Current;
use super::keep;
use crate::browser::files;
use crate::browser::page::{self, UndoKey};
use crate::state::{Ask, Notice, Session, Store};
use crate::views::live;

/// Does what is asked, once the page shows what changed with it.
pub fn grant(session: Session, current: Current) {
    let asked = current.clone();
    live::follow(move || {
        let asks = session.take_asks();
        if !asks.is_empty() {
            let asked = asked.clone();
            page::later(0, move || asks.into_iter().for_each(|ask| asked.with(|store| grant_one(store, ask))));
        }
    });
    page::keep_focus("list");
    let print = current.clone();
    page::on_print_key(move || {
        let mut prints = false;
        print.with(|store| prints = store.print_open());
        prints
    });
    let step = current.clone();
    page::on_undo_key(move |key| {
        step.with(|store| match key {
            UndoKey::Undo => store.undo(),
            UndoKey::Redo => store.redo(),
        });
    });
    page::on_new_version(move || current.with(|store| store.tell(Notice::NewVersion)));
}

fn grant_one(store: Store, ask: Ask) {
    // A long list may still be being drawn.
    if let Ask::GoTo(id) | Ask::Reveal(id) = &ask
        && !page::has(id)
        && store.draw_all()
    {
        return page::later(0, store.while_open(move || grant_one(store, ask)));
    }
    match ask {
        Ask::GoTo(id) => page::go_to(&id),
        Ask::Reveal(id) => page::reveal(&id),
        Ask::DrawOn => page::after_paint(store.while_open(move || store.draw_on())),
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
