//! Words of the plan with what they were taken for: in both panes and in the panel alike.

use super::rows::speaks_of;
use super::sheet::{Review, key};
use crate::domain::places::{Run, Stretch};
use crate::domain::plan::{Assignee, Assignment, Measure, Reach, Role, Target};
use crate::domain::progress::written;
use crate::domain::taken::{Kind, Taken};
use crate::views::live::{El, View, all, el};

/// The class of what is of a kind.
pub fn class_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Title => "k k-title",
        Kind::Notice => "k k-notice",
        Kind::Section => "k k-section",
        Kind::Task => "k k-task",
        Kind::Measure => "k k-measure",
        Kind::Target => "k k-target",
        Kind::Statement => "k k-statement",
        Kind::Lead => "k k-unit k-lead",
        Kind::Support => "k k-unit k-support",
        Kind::Responsible => "k k-unit",
        Kind::Deadline => "k k-deadline",
        Kind::Duty => "k k-duty",
        Kind::Untaken => "k k-untaken",
        Kind::Furniture => "k k-furniture",
        Kind::Gap => "",
    }
}

/// A stretch: its words, and in them those that stand apart.
pub fn words_of(review: &Review, stretch: &Stretch) -> Vec<View> {
    let plan = review.plan();
    let run_view = |run: Run| {
        let text = plan.text(run.span);
        if run.taken == stretch.run.taken {
            return View::Text(text.to_owned());
        }
        let kind = run.taken.kind(plan);
        el("span").class(class_of(kind)).set("data-at", &key(review.sheet.places.key(plan, run))).text(text).view()
    };
    stretch.runs().into_iter().map(run_view).collect()
}

/// Who answers by a statement of a task: a label and the names, each with its role.
pub fn units(review: &Review, task: usize, statement: usize, all_roles: bool) -> Option<View> {
    let plan = review.plan();
    let said = plan.tasks.get(task)?.responsibilities.get(statement)?;
    let words = review.words();
    let lang = review.store.lang().tag();
    let name = |assigned: &Assignment| el("li").child(unit(review, assigned, all_roles)).view();
    let others = said.open.then(|| el("li").class("and-others").text(review.store.words().and_others));
    let none = said.assigned.is_empty().then(|| el("li").class("and-others").text(words.no_unit));
    Some(
        el("div")
            .class("units")
            .set("data-at", &key(said.span))
            .set("lang", lang)
            .child(el("span").class("label").text(words.units))
            .child(el("ul").children(said.assigned.iter().map(name)).child(none).child(others))
            .view(),
    )
}

/// A body, or set of bodies, with its role.
fn unit(review: &Review, assigned: &Assignment, all_roles: bool) -> El {
    let plan = review.plan();
    let printed = plan.text(assigned.span);
    let (name, kind) = match assigned.who {
        Assignee::Unit(unit) => (plan.units.get(unit).map_or(printed, |unit| unit.key.as_str()), "chip"),
        Assignee::Locality(one) => {
            (plan.localities.get(one).map_or(printed, |one| one.key.as_str()), "chip is-formula")
        }
        Assignee::Localities(_) | Assignee::Generic => (printed, "chip is-formula"),
    };
    let shown = all_roles || assigned.role != Role::Responsible;
    let role = shown.then(|| el("small").class("role").text((review.words().role)(assigned.role)));
    let class = match assigned.role {
        Role::Lead => [kind, " is-lead"].concat(),
        Role::Support => [kind, " is-support"].concat(),
        Role::Responsible => kind.to_owned(),
    };
    let name = el("span").set("lang", plan.script.tag()).text(name);
    el("span").class(&class).set("data-at", &key(assigned.span)).child(name).child(role)
}

/// What is said of a set of bodies that a name stands for; nothing for one body.
pub fn reach(review: &Review, who: Assignee) -> Option<&'static str> {
    let words = review.words();
    match who {
        Assignee::Unit(_) | Assignee::Locality(_) => None,
        Assignee::Localities(Reach::All) => Some(words.all_localities),
        Assignee::Localities(Reach::Undetermined) => Some(words.some_localities),
        Assignee::Generic => Some(words.no_unit),
    }
}

/// The times by which a task is due, as printed.
pub fn deadlines(review: &Review, task: usize) -> Option<View> {
    let plan = review.plan();
    let times = &plan.tasks.get(task)?.deadlines;
    let time = |span| {
        let time = el("span").class("k k-deadline").set("data-at", &key(span)).text(plan.text(span));
        el("li").set("lang", plan.script.tag()).child(time).view()
    };
    let label = el("span").class("label").text(review.words().deadlines);
    let list = el("ul").children(times.iter().copied().map(time));
    (!times.is_empty()).then(|| el("div").class("units").child(label).child(list).view())
}

/// The statements of a task that speak of the whole of it.
pub fn of_whole_task(review: &Review, task: usize) -> Vec<usize> {
    let all = review.plan().tasks.get(task).map_or(0, |task| task.responsibilities.len());
    (0..all).filter(|statement| speaks_of(review.plan(), task, *statement).is_none()).collect()
}

/// A target: how it is meant, and what it counts.
pub fn target(review: &Review, target: &Target) -> View {
    let plan = review.plan();
    let lang = plan.script.tag();
    let comparator = (review.words().comparator)(target.comparator);
    let value = [written(target.value), " ".to_owned(), target.unit.clone()].concat();
    let counts = target.counts.as_ref().map(|counts| el("span").class("counts").set("lang", lang).text(counts));
    let set = el("span")
        .class("k k-target")
        .set("data-at", &key(target.span))
        .text(comparator)
        .text(if comparator.is_empty() { "" } else { " " })
        .child(el("span").set("lang", lang).text(value));
    all(vec![set.into(), counts.into()])
}

/// The label that stands before the words of a thing in the source; none for most.
pub fn tag(review: &Review, taken: Taken) -> Option<String> {
    let plan = review.plan();
    match taken {
        Taken::Section(section) => plan.sections.get(section)?.path.last().cloned(),
        Taken::Upper(section, at) => {
            let label = plan.text(plan.sections.get(section)?.over.get(at)?.label);
            (!label.is_empty()).then(|| label.to_owned())
        }
        Taken::Task(task) => plan.tasks.get(task).map(|task| task.no.to_string()),
        Taken::Measure(task, measure) => Some(review.label(task, measure)),
        Taken::Duty(..) => Some("※".to_owned()),
        _ => None,
    }
}

/// The targets of a measure; `None` if it has none.
pub fn targets(review: &Review, measure: &Measure) -> Option<View> {
    let set = measure.targets.iter().map(|one| el("li").child(target(review, one)).view());
    let label = el("span").class("label").text(review.words().targets);
    (!measure.targets.is_empty())
        .then(|| el("div").class("units is-targets").child(label).child(el("ul").children(set)).view())
}
