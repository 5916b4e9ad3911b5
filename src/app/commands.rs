//! Carries out the commands of the state in the browser, and handles the keys that work everywhere on the page.

use super::current;
use super::{keep, lazy, sayings};
use crate::browser::files;
use crate::browser::page::{self, UndoKey};
use crate::state::{Command, Notice, Session, Store};
use crate::views::live;

/// Carries out commands, once the page shows the changes that were made with them.
pub fn carry_out(session: Session) {
    live::follow(move || {
        let commands = session.take_commands();
        if !commands.is_empty() {
            page::after(0, move || {
                for command in commands {
                    current::with(|store| carry_out_one(store, command));
                }
            });
        }
    });
    page::keep_focus("list");
    page::on_print_key(|| {
        let mut prints = false;
        current::with(|store| prints = store.print_open());
        prints
    });
    page::on_undo_key(|key| {
        current::with(|store| match key {
            UndoKey::Undo => store.undo(),
            UndoKey::Redo => store.redo(),
        });
    });
    page::on_plain_key(|key| current::with(|store| lazy::press(store, key)));
    page::on_new_version(|| current::with(|store| store.tell(Notice::NewVersion)));
}

fn carry_out_one(store: Store, command: Command) {
    // A part of a long list may not be drawn yet.
    if let Command::GoTo(id) | Command::Reveal(id) = &command
        && !page::has(id)
        && store.draw_all()
    {
        return page::after(0, store.while_open(move || carry_out_one(store, command)));
    }
    match command {
        Command::GoTo(id) => page::go_to(&id),
        Command::Reveal(id) => page::reveal(&id),
        Command::DrawOn => page::after_paint(store.while_open(move || store.draw_on())),
        Command::Top => {
            page::to_top();
            page::focus_if_nowhere("list");
        }
        Command::Focus(id) => page::focus(&id),
        Command::BringSayings => sayings::bring(),
        Command::Print => page::print(),
        Command::Copy(address) => lazy::copy(store, address),
        Command::Save { name, text } => files::save(&name, &text),
        Command::Renew => page::renew(),
        Command::Beside(what, takes_back) => store.beside(what, takes_back),
        Command::Snapshot(text) => keep::keep_snapshot(store, &text),
        Command::Filed(moment) => keep::set_filed(store, moment),
    }
}
