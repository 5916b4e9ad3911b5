//! What else is half done, to be gone on with; and what another window did to what is worked on here.

use super::super::asking::asking;
use super::super::live::{Dynamic, View, all, button, el, part, says};
use super::super::parts::mixed;
use super::super::plans::{HalfDone, Shelves, TakeUp, plan_words};
use super::draft::{Draft, Elsewhere};
use super::reading::take_up;
use crate::state::{Command, Store};
use crate::text::drafts::DraftWords;
use leptos::prelude::*;

/// The drafts beside this one, each to be gone on with or thrown away; and beginning anew.
pub fn others(store: Store, shelves: Shelves, draft: &Draft) -> Dynamic {
    let draft = *draft;
    let listed = StoredValue::new(Vec::new());
    // Whether a person wants to see them, if one said so.
    let shown = RwSignal::new(None::<bool>);
    (shelves.watch)(Box::new(move || {
        if listed.try_with_value(|listed| *listed != (shelves.drafts.others)()) == Some(true) {
            draft.others.update(|n| *n += 1);
        }
    }));
    part(move || {
        let words = DraftWords::of(store.lang());
        draft.others.get();
        let is_kept = !draft.kept.with(String::is_empty);
        let is_begun = is_kept || draft.sheet.with(Option::is_some);
        let others = (shelves.drafts.others)();
        let rows: Vec<View> = others.iter().map(|one| row(store, shelves, &draft, one)).collect();
        listed.set_value(others);
        if rows.is_empty() {
            return View::Nothing;
        }
        let anew = is_begun.then(|| {
            let which = if is_kept { TakeUp::New } else { TakeUp::Fresh };
            let name = says(move || DraftWords::of(store.lang()).anew.to_owned());
            button(name, move || take_up(shelves, &draft, &which))
        });
        // Who is at work on one finds that first.
        let is_shown = move |said: Option<bool>| said.unwrap_or(!is_begun);
        let fold = move || shown.update_untracked(|said| *said = Some(!is_shown(*said)));
        let said = el("summary").class("plan-facts").text((words.half_done)(rows.len())).press(fold);
        let list = el("ul").class("plans").id("drafts").children(rows);
        let others = el("details").set_if(is_shown(shown.get_untracked()), "open", "").child(said).child(list);
        all(vec![others.view(), anew.into()])
    })
}

fn row(store: Store, shelves: Shelves, draft: &Draft, one: &HalfDone) -> View {
    let draft = *draft;
    let word = move |read: fn(&DraftWords) -> &'static str| says(move || read(DraftWords::of(store.lang())).to_owned());
    let words = DraftWords::of(store.lang());
    let title = if one.title.is_empty() { plan_words(store).untitled } else { &one.title };
    let name = if one.is_kept { (words.of_kept)(title) } else { title.chars().take(LONGEST_NAME).collect() };
    let (key, gone) = (one.key.clone(), one.key.clone());
    let go_on = button(word(|w| w.go_on), move || take_up(shelves, &draft, &TakeUp::This(key.clone())));
    let question = {
        let name = name.clone();
        move || (DraftWords::of(store.lang()).drop_question)(&name)
    };
    let drop = move || {
        (shelves.drafts.drop)(&gone);
        draft.others.update(|n| *n += 1);
        store.command(Command::Focus("list".into()));
    };
    let id = format!("drop-{}", one.key);
    let drop = asking(id, word(|w| w.drop), word(|w| w.drop), question, drop);
    let unsafe_yet = (!one.is_safe).then(|| el("p").class("doubt").text(words.held));
    let title = el("div").child(el("p").child(mixed(store.lang(), &name, "zh"))).child(unsafe_yet);
    el("li").child(title).child(el("div").class("actions").child(go_on).child(drop)).view()
}

/// So many characters of the first line of a text are its name.
const LONGEST_NAME: usize = 60;

/// That it is not kept, what another window did, and what became of the files that came along with one.
pub fn said(store: Store, draft: &Draft) -> View {
    let words = DraftWords::of(store.lang());
    let line = |text: String| el("p").class("doubt").child(mixed(store.lang(), &text, "zh")).view();
    let elsewhere = draft.elsewhere.get().map(|elsewhere| match elsewhere {
        Elsewhere::SameDraft => words.same_draft,
        Elsewhere::Mended => words.mended_too,
        Elsewhere::Deleted => words.deleted_there,
    });
    let along = draft.along.get().into_iter().map(|along| match along {
        Ok((name, left_out)) if left_out != [0; 5] => {
            [(words.along)(&name), (plan_words(store).left_out)(left_out)].concat()
        }
        Ok((name, _)) => (words.along)(&name),
        Err(fault) => fault.says(plan_words(store)),
    });
    let unkept = draft.unkept.get().map(words.unkept).into_iter();
    all(unkept.chain(elsewhere).map(str::to_owned).chain(along).map(line).collect())
}
