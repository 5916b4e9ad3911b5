//! Who answers: the selected name, the selected statement, and one more unit for a task.

use super::controls::{act, choice, field, press};
use super::renaming::{self, ALL, scopes};
use crate::domain::corrections::{BodyIs, Change, ROLES, Set, UNIT_KINDS, role_at};
use crate::domain::plan::{Assignee, Assignment, Plan, Reach, Responsibility, Role};
use crate::domain::span::Span;
use crate::views::live::{El, View, el, is};
use crate::views::review::sheet::Review;
use leptos::prelude::{Set as _, *};

const SETS: [(Set, &str); 3] = [(Set::AllLocalities, "all"), (Set::SomeLocalities, "some"), (Set::Generic, "generic")];

/// What can be said of a name: of a task, its statement, and the place there.
pub fn name(review: &Review, at: Span, [task, statement, place]: [usize; 3]) -> Vec<View> {
    let plan = review.plan();
    let statement = plan.tasks.get(task).and_then(|task| task.responsibilities.get(statement));
    let Some((statement, one)) = statement.and_then(|said| Some((said, said.assigned.get(place)?))) else {
        return Vec::new();
    };
    let words = review.mend_words();
    let unit = if let Assignee::Unit(unit) = one.who { plan.units.get(unit) } else { None };
    let name = unit.map_or_else(|| plan.text(one.span).to_owned(), |unit| unit.key.clone());
    // One place cannot be told apart from all.
    let is_there_twice = is_named_twice(plan, one);
    let scope = RwSignal::new(String::new());
    let (own, of) = (review.clone(), name.clone());
    let say = move |was: &str, always: bool, body: BodyIs| {
        let all = always || scope.get_untracked() == ALL;
        own.correct(at, was, Change::Body { name: of.clone(), all, is: body }, None)
    };
    let mut views = vec![renaming::rename(review, at, &name, unit.is_some(), is_there_twice)];
    if is_there_twice {
        views.push(scopes(words, words.scope_below, scope));
    }
    if matches!(one.who, Assignee::Localities(_) | Assignee::Locality(_)) {
        views.push(localities(review, statement, one.who, &name, say.clone()));
    }
    let role = ROLES.iter().find(|(role, _)| *role == one.role).map_or("", |(_, word)| word);
    let (chosen, give) = (RwSignal::new(role.to_owned()), say.clone());
    views.push(act(vec![roles(review, chosen)], words.change, move || {
        give(role, false, BodyIs::Role(role_of(&chosen.get_untracked())?))
    }));
    views.push(sorts(review, one.who, &name, say.clone()));
    let (several, was, divide) = (RwSignal::new(String::new()), name.clone(), say.clone());
    let label = [words.divide, "（", words.names_hint, "）"].concat();
    views.push(act(vec![field(&label, several)], words.split, move || {
        let names = names_in(&several.get_untracked());
        if names.len() < 2 {
            return Some(words.no_names.to_owned());
        }
        divide(&was, false, BodyIs::Several(names))
    }));
    if unit.is_some() {
        views.extend(same(review, &name, say.clone()));
        let (also, was, know) = (RwSignal::new(String::new()), name.clone(), say.clone());
        views.push(act(vec![field(words.also, also)], words.add, move || {
            let also = also.get_untracked();
            if also.trim().is_empty() {
                return Some(words.no_name.to_owned());
            }
            know(&was, true, BodyIs::Also(also))
        }));
    }
    if let Some(next) = statement.assigned.get(place + 1).filter(|next| next.span.start >= at.end) {
        let (whole, own) = (at.through(next.span), review.clone());
        let join = move || {
            let name = own.plan().text(whole).to_owned();
            own.correct(whole, "", Change::Names(vec![name]), Some(whole))
        };
        views.push(press(words.join_names, join));
    }
    let take_away = move || say(&name, false, BodyIs::Absent);
    views.push(press(words.take_away, take_away));
    views
}

/// Whether the plan names the same body at another place, too.
fn is_named_twice(plan: &Plan, one: &Assignment) -> bool {
    let is_it = |other: &&Assignment| {
        let is_unit = matches!(one.who, Assignee::Unit(_));
        other.who == one.who && (is_unit || plan.text(other.span) == plan.text(one.span))
    };
    plan.tasks
        .iter()
        .flat_map(|task| &task.responsibilities)
        .flat_map(|said| &said.assigned)
        .filter(is_it)
        .nth(1)
        .is_some()
}

/// Which localities the formula at a place means, where that is asked: of a task, its statement, and the place there.
pub fn which_localities(review: &Review, at: Span, [task, statement, place]: [usize; 3]) -> Option<View> {
    let statement = review.plan().tasks.get(task)?.responsibilities.get(statement)?;
    let (own, one) = (review.clone(), statement.assigned.get(place)?);
    let name = review.plan().text(one.span).to_owned();
    let of = name.clone();
    let say =
        move |was: &str, all: bool, is: BodyIs| own.correct(at, was, Change::Body { name: of.clone(), all, is }, None);
    Some(localities(review, statement, one.who, &name, say))
}

/// Which localities a formula means: those of the plan, and others.
fn localities(
    review: &Review,
    statement: &Responsibility,
    who: Assignee,
    name: &str,
    say: impl Fn(&str, bool, BodyIs) -> Option<String> + 'static,
) -> View {
    let (plan, words) = (review.plan(), review.mend_words());
    let is_meant = |place: usize| {
        let means = |one: &Assignment| one.who == Assignee::Locality(place);
        who == Assignee::Localities(Reach::All) || statement.assigned.iter().any(means)
    };
    let all = plan.localities.iter().enumerate();
    let all: Vec<(String, RwSignal<bool>)> =
        all.map(|(place, one)| (one.key.clone(), RwSignal::new(is_meant(place)))).collect();
    let check = |(key, chosen): &(String, RwSignal<bool>)| {
        let chosen = *chosen;
        let check = el("input").set("type", "checkbox").checked(is(move || chosen.get()));
        let check = check.switch(move |is| chosen.set(is));
        let key = el("span").set("lang", plan.script.tag()).text(key.as_str());
        el("label").class("mend-check").child(check).text(" ").child(key)
    };
    let others = RwSignal::new(String::new());
    let fields = all.iter().map(check).chain([field(words.other_localities, others)]).collect();
    let (was, none) = (name.to_owned(), words.no_localities);
    let done = move || {
        let chosen = all.iter().filter(|(_, chosen)| chosen.get_untracked()).map(|(key, _)| key.clone());
        let names: Vec<String> = chosen.chain(names_in(&others.get_untracked())).collect();
        if names.is_empty() {
            return Some(none.to_owned());
        }
        say(&was, false, BodyIs::Localities(names))
    };
    el("fieldset")
        .class("mend-localities")
        .child(el("legend").text(words.localities_meant))
        .child(act(fields, words.change, done))
        .view()
}

/// What kind of body, or set of bodies, a name stands for.
fn sorts(
    review: &Review,
    who: Assignee,
    name: &str,
    say: impl Fn(&str, bool, BodyIs) -> Option<String> + 'static,
) -> View {
    let (plan, words) = (review.plan(), review.mend_words());
    let now = match who {
        Assignee::Unit(unit) => {
            let kind = plan.units.get(unit).map(|unit| unit.kind).unwrap_or_default();
            UNIT_KINDS.iter().find(|(of, _)| *of == kind).map_or("", |(_, word)| word)
        }
        Assignee::Localities(Reach::All) => "all",
        Assignee::Localities(Reach::Undetermined) | Assignee::Locality(_) => "some",
        Assignee::Generic => "generic",
    };
    let units = UNIT_KINDS.iter().map(|(kind, word)| ((*word).to_owned(), (words.unit_kind)(*kind).to_owned()));
    let sets = SETS.iter().map(|(set, word)| ((*word).to_owned(), (words.set)(*set).to_owned()));
    let (chosen, name) = (RwSignal::new(now.to_owned()), name.to_owned());
    let is_unit = matches!(who, Assignee::Unit(_));
    act(vec![choice(words.sort, units.chain(sets).collect(), chosen)], words.change, move || {
        let chosen = chosen.get_untracked();
        let kind = UNIT_KINDS.iter().find(|(_, word)| *word == chosen);
        let set = SETS.iter().find(|(_, word)| *word == chosen);
        match (kind, set) {
            _ if chosen == now => Some(words.no_change.to_owned()),
            (Some((kind, _)), _) if is_unit => say(now, true, BodyIs::Kind(*kind)),
            // A formula that is one body after all has the name that is printed.
            (Some(_), _) => say(&name, false, BodyIs::Called(name.clone())),
            (None, Some((set, _))) => say(&name, false, BodyIs::Set(*set)),
            (None, None) => None,
        }
    })
}

/// Which other unit a unit is the same as.
fn same(review: &Review, name: &str, say: impl Fn(&str, bool, BodyIs) -> Option<String> + 'static) -> Option<View> {
    let words = review.mend_words();
    let mut names: Vec<&String> = review.plan().units.iter().map(|unit| &unit.key).filter(|key| *key != name).collect();
    names.sort();
    names.first()?;
    // Two bodies are not made one by a slip: the first of the choice is none.
    let chosen = RwSignal::new(String::new());
    let none = std::iter::once((String::new(), "—".to_owned()));
    let options = none.chain(names.into_iter().map(|name| (name.clone(), name.clone()))).collect();
    let was = name.to_owned();
    Some(act(vec![choice(words.same_as, options, chosen)], words.change, move || {
        let other = chosen.get_untracked();
        if other.is_empty() {
            return Some(words.no_choice.to_owned());
        }
        say(&was, true, BodyIs::Called(other))
    }))
}

/// What can be said of a statement.
pub fn statement(review: &Review, at: Span, task: usize, place: usize) -> Vec<View> {
    let statement = review.plan().tasks.get(task).and_then(|task| task.responsibilities.get(place));
    let open = statement.is_some_and(|statement| statement.open);
    let (own, words) = (review.clone(), review.mend_words());
    let check = el("input").set("type", "checkbox").checked(is(move || open));
    let check = check.switch(move |open| _ = own.correct(at, "", Change::Open(open), None));
    let label = el("label").class("mend-check").child(check).text(" ").text(words.open);
    vec![add(review, at), label.view()]
}

/// Adding a unit where a statement is, or where a task is.
pub fn add(review: &Review, at: Span) -> View {
    let (own, words) = (review.clone(), review.mend_words());
    let (name, role) = (RwSignal::new(String::new()), RwSignal::new("responsible".to_owned()));
    act(vec![field(words.add_unit, name), roles(review, role)], words.add, move || {
        let names = names_in(&name.get_untracked());
        if names.is_empty() {
            return Some(words.no_name.to_owned());
        }
        let role = role_of(&role.get_untracked()).unwrap_or_default();
        let already = names.iter().find_map(|name| Some((name, role_at(own.plan(), at, name)?)));
        if let Some((name, role)) = already {
            return Some((words.named_already)(name, (words.roles)(role)));
        }
        names.into_iter().find_map(|name| own.correct(at, "", Change::Add(name, role), None))
    })
}

/// Where a unit is added to a task or one of its measures: at its statement, or at the place itself where it has none.
pub fn place_of(review: &Review, task: usize, measure: Option<usize>, at: Span) -> Span {
    let Some(task) = review.plan().tasks.get(task) else { return at };
    let of_measure = measure.and_then(|place| task.measures.get(place)?.responsibility);
    let statement = of_measure.map_or_else(|| task.responsibilities.last(), |own| task.responsibilities.get(own));
    statement.map(|statement| statement.span).filter(|span| !span.is_empty()).unwrap_or(at)
}

fn roles(review: &Review, chosen: RwSignal<String>) -> El {
    let words = review.mend_words();
    let options = ROLES.iter().map(|(role, word)| ((*word).to_owned(), (words.roles)(*role).to_owned()));
    choice(words.role, options.collect(), chosen)
}

fn role_of(word: &str) -> Option<Role> {
    ROLES.iter().find(|(_, known)| *known == word).map(|(role, _)| *role)
}

/// The names in a list as a person types it, each once.
fn names_in(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in text.split(['、', '，', ',', '；', ';', '\n']).map(str::trim).filter(|name| !name.is_empty()) {
        if names.iter().all(|other| other != name) {
            names.push(name.to_owned());
        }
    }
    names
}
