//! What is half done is kept until a plan is made of it, in however many windows.

use crate::shelf::TestShelf;
use yaodian::domain::corrections::{Change, Correction, Kind};
use yaodian::domain::span::Span;
use yaodian::persist::draft::{self, Draft, KEY, Slot, Unkept};

const OF_KEPT: &str = "yaodian/plan-1/mending";

fn correction(start: usize) -> Correction {
    Correction { at: Span::new(start, start + 3), was: String::new(), change: Change::Kind(Kind::Task) }
}

fn text(text: &str) -> Draft {
    Draft { text: text.into(), ..Draft::default() }
}

/// Corrections at these places, of a plan that was kept with these.
fn of_kept(base: &[usize], made: &[usize]) -> Draft {
    let all = |places: &[usize]| places.iter().map(|at| correction(*at)).collect::<Vec<_>>();
    Draft { plan: "plan-1".into(), corrections: all(made), base: Some(all(base)), ..Draft::default() }
}

#[test]
fn a_draft_comes_back_as_it_was() {
    let mended = Draft { corrections: vec![correction(0), correction(6)], ..text("要点\n一、任务\n") };
    for (name, key, draft) in [
        ("a text", KEY, text("要点\n一、任务\n")),
        ("a text of which something was mended", KEY, mended),
        ("a kept plan", OF_KEPT, of_kept(&[0], &[0, 3])),
        ("a kept plan whose corrections are all taken back", OF_KEPT, of_kept(&[0], &[])),
    ] {
        let shelf = TestShelf::of(&[]);
        assert_eq!(Slot::at(&shelf, key).keep(&shelf, &draft), Ok(false), "{name}");
        assert_eq!(draft::all(&shelf), [(key.to_owned(), draft.clone())], "{name}");
        assert_eq!(draft::at(&shelf, key), Some(draft), "{name}");
    }
    let shelf = TestShelf::of(&[(KEY, "要点")]);
    assert_eq!(draft::at(&shelf, KEY), Some(text("要点")), "the text alone, as it was kept before");
    for odd in
        ["{\"format\":\"yaodian-draft\"}", "{\"format\":\"yaodian-plan\"", "{\"format\":\"yaodian-draft\",\"text\":1}"]
    {
        let shelf = TestShelf::of(&[(KEY, odd)]);
        assert_eq!(draft::at(&shelf, KEY), Some(text(odd)), "what is no draft is a text");
    }
}

#[test]
fn where_nothing_is_to_be_kept_nothing_is() {
    for (name, key, begun, idle) in [
        ("a text that was emptied", KEY, text("要点"), text(" \n")),
        ("corrections that were taken back", OF_KEPT, of_kept(&[0], &[0, 3]), of_kept(&[0], &[0])),
    ] {
        let shelf = TestShelf::of(&[]);
        let mut slot = Slot::at(&shelf, key);
        assert_eq!(slot.keep(&shelf, &idle), Ok(false), "{name}");
        assert_eq!(shelf.all(), [], "{name}: before");
        assert_eq!(slot.keep(&shelf, &begun), Ok(false), "{name}");
        assert_eq!(slot.keep(&shelf, &idle), Ok(false), "{name}");
        assert_eq!(shelf.all(), [], "{name}: afterwards");
    }
}

#[test]
fn keys_say_what_a_draft_is_of() {
    for (key, expected) in [
        (KEY, Some("")),
        ("yaodian/draft-2", Some("")),
        ("yaodian/draft-17", Some("")),
        ("yaodian/draft-1", None),
        ("yaodian/draft-", None),
        ("yaodian/draft/2", None),
        ("yaodian/drafts", None),
        (OF_KEPT, Some("plan-1")),
        ("yaodian/plan-1/mending-3", Some("plan-1")),
        ("yaodian/plan-1/mending/3", None),
        ("yaodian/library/mending", None),
        ("yaodian/plan-1/plan/v1", None),
    ] {
        assert_eq!(draft::plan_of(key), expected, "{key}");
    }
}

#[test]
fn two_windows_on_one_draft_overwrite_nothing() {
    for (name, key, first, [mine, theirs, further]) in [
        ("a text", KEY, text("要点"), [text("要点一"), text("要点二"), text("要点二三")]),
        ("a kept plan", OF_KEPT, of_kept(&[], &[0]), [of_kept(&[], &[3]), of_kept(&[], &[6]), of_kept(&[], &[9])]),
    ] {
        let shelf = TestShelf::of(&[]);
        let mut one = Slot::at(&shelf, key);
        assert_eq!(one.keep(&shelf, &first), Ok(false), "{name}");
        let mut other = Slot::at(&shelf, key);
        assert_eq!(other.keep(&shelf, &theirs), Ok(false), "{name}: nobody did anything since it was read");
        assert_eq!(one.keep(&shelf, &mine), Ok(true), "{name}: the other has put something else there");
        assert_eq!(one.key(), format!("{key}-2"), "{name}");
        assert_eq!(other.keep(&shelf, &further), Ok(false), "{name}: and goes on undisturbed");
        let both: Vec<Draft> = draft::all(&shelf).into_iter().map(|(_, draft)| draft).collect();
        assert_eq!(both, [further.clone(), mine.clone()], "{name}");
        // Who is done takes away its own only.
        assert_eq!(one.leave(&shelf), Ok(()), "{name}");
        assert_eq!(draft::all(&shelf), [(key.to_owned(), further)], "{name}");
        let mut late = Slot::at(&shelf, key);
        assert_eq!(other.keep(&shelf, &first), Ok(false), "{name}");
        assert_eq!(late.leave(&shelf), Ok(()), "{name}");
        assert_eq!(draft::at(&shelf, key), Some(first), "{name}: what it did not see stays");
    }
}

#[test]
fn a_draft_of_a_plan_that_is_gone_is_one_of_a_new_plan() {
    let shelf = TestShelf::of(&[(KEY, "另一份")]);
    let mut slot = Slot::at(&shelf, OF_KEPT);
    assert_eq!(slot.keep(&shelf, &of_kept(&[], &[0])), Ok(false));
    let now = Draft { corrections: vec![correction(0)], ..text("要点") };
    assert_eq!(slot.keep(&shelf, &now), Ok(false));
    assert_eq!(draft::all(&shelf), [(KEY.to_owned(), text("另一份")), ("yaodian/draft-2".to_owned(), now)]);
}

#[test]
fn what_cannot_be_kept_leaves_what_was_kept() {
    let shelf = TestShelf::of(&[]);
    let mut slot = Slot::at(&shelf, KEY);
    assert_eq!(slot.keep(&shelf, &text("要点")), Ok(false));
    shelf.leave(2);
    assert!(slot.keep(&shelf, &text("要点，长得放不下")).is_err());
    assert_eq!(draft::at(&shelf, KEY), Some(text("要点")));
    shelf.mend();
    assert_eq!(slot.keep(&shelf, &text("要点，长得放不下")), Ok(false), "it is tried again, at the same place");
    assert_eq!(draft::all(&shelf), [(KEY.to_owned(), text("要点，长得放不下"))]);
}

#[test]
fn several_that_are_brought_wait_beside_each_other_and_leave_the_window_its_own() {
    let shelf = TestShelf::of(&[]);
    let mut own = Slot::at(&shelf, KEY);
    for words in ["二", "三"] {
        assert_eq!(own.add(&shelf, &text(words)), Ok(()), "{words}");
    }
    // The first of them may take longest to be read.
    assert_eq!(own.keep(&shelf, &text("一")), Ok(false));
    assert_eq!(own.key(), KEY);
    let all: Vec<String> = draft::all(&shelf).into_iter().map(|(_, draft)| draft.text).collect();
    assert_eq!(all, ["一", "二", "三"]);
}

#[test]
fn what_there_is_no_room_for_is_held_and_kept_once_there_is() {
    for (name, key, draft) in [
        ("a text", KEY, text("要点，长得放不下")),
        ("corrections of a kept plan", OF_KEPT, of_kept(&[], &[0])),
        ("what was mended of a plan that is gone", OF_KEPT, Draft { corrections: vec![correction(0)], ..text("要点") }),
    ] {
        let (shelf, mut unkept) = (TestShelf::of(&[]), Unkept::default());
        shelf.fill();
        let mut slot = Slot::at(&shelf, key);
        assert!(slot.keep(&shelf, &draft).is_err(), "{name}");
        unkept.hold(slot.clone(), text("要"));
        unkept.hold(slot.clone(), draft.clone());
        assert_eq!(unkept.all(), [(slot.clone(), draft.clone())], "{name}: the last of it");
        assert_eq!(unkept.at(key), Some(&(slot, draft.clone())), "{name}: it is found by its key");
        assert_ne!(draft::fresh(&shelf, "", |key| unkept.at(key).is_some()), key, "{name}: its key is nobody else's");
        unkept.try_again(&shelf);
        assert_eq!(unkept.all().len(), 1, "{name}: still no room");
        shelf.mend();
        unkept.try_again(&shelf);
        assert_eq!(unkept.all(), [], "{name}");
        let kept: Vec<Draft> = draft::all(&shelf).into_iter().map(|(_, kept)| kept).collect();
        assert_eq!(kept, [draft], "{name}");
    }
}

#[test]
fn what_is_given_up_is_not_held_and_what_another_window_put_there_stays() {
    let (shelf, mut unkept) = (TestShelf::of(&[]), Unkept::default());
    let slot = Slot::at(&shelf, KEY);
    unkept.hold(slot.clone(), text("这里的"));
    shelf.lay(KEY, "别处的");
    unkept.try_again(&shelf);
    let all: Vec<String> = draft::all(&shelf).into_iter().map(|(_, draft)| draft.text).collect();
    assert_eq!(all, ["别处的", "这里的"]);
    unkept.hold(slot, text("不要了"));
    unkept.let_go(KEY);
    assert_eq!(unkept.all(), []);
}
