//! The notices: whether progress is kept, what was put aside, what just happened.

use super::live::{El, View, all, button, el, maybe, part, word};
use super::parts::mixed;
use crate::state::{About, Command, Keeping, Notice, Store, use_store};

/// All notices, above the view.
pub fn notices() -> View {
    let store = use_store();
    let not_kept = maybe(move || match store.keeping() {
        Keeping::Kept => None,
        Keeping::NotKept(why) => {
            let save = button(word(|w| w.save_file), move || store.save_file());
            Some(notice_box(View::Text((store.words().not_kept)(why).to_owned()), vec![save], true))
        }
    });
    let told = part(move || all(store.notices().into_iter().map(|notice| told(store, notice)).collect()));
    el("div")
        .id("notices")
        .class("notices")
        .set("tabindex", "-1")
        .child(el("div").set("role", "alert").child(not_kept))
        .child(el("div").set("role", "status").child(told))
        .view()
}

fn told(store: Store, notice: Notice) -> View {
    let words = store.words();
    let closed = notice.clone();
    let undo = notice.step().map(|step| button(word(|w| w.undo), move || store.undo_step(step)));
    let (text, mut actions, warning) = match notice {
        Notice::PutAside(aside) => {
            let text = (words.put_aside)(&aside.key);
            (text, vec![button(word(|w| w.download_aside), move || store.save_stored(&aside))], true)
        }
        Notice::Told(said, about) => {
            let save = || button(word(|w| w.save_file), move || store.save_file());
            let actions = if about == About::Unfiled { vec![save()] } else { Vec::from_iter(undo) };
            (store.lang().of(said), actions, !matches!(about, About::Step(_) | About::Link))
        }
        Notice::LeftAlone { first, measures } => ((words.left_alone)(&first, measures), Vec::new(), true),
        Notice::NewVersion => {
            let renew = button(word(|w| w.renew), move || store.command(Command::Renew));
            (words.new_version.to_owned(), vec![renew], false)
        }
        Notice::KeptAgain => (words.kept_again.to_owned(), Vec::new(), true),
    };
    let close = el("button").set("type", "button").class("close").press(move || store.dismiss(&closed)).text("×");
    actions.push(close.live("aria-label", word(|w| w.close)).live("title", word(|w| w.close)));
    notice_box(mixed(store.lang(), &text, "zh"), actions, warning)
}

fn notice_box(text: View, actions: Vec<El>, warning: bool) -> View {
    let class = if warning { "notice is-warning" } else { "notice" };
    el("div").class(class).child(el("p").child(text)).children(actions.into_iter().map(El::view)).view()
}
