//! English.

use super::{ListSummary, Words};
use crate::domain::fault::NotKept;
use crate::domain::rollup::{Count, Total};
use crate::domain::words::joined;

/// A number with its noun, in singular or plural.
pub(super) fn n(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day, given as year, month and day: 30 September 2021.
pub fn day((year, of_year, day): (u64, u64, u64)) -> String {
    format!("{day} {} {year}", month(of_year))
}

/// The name of a month, from 1; empty for any other number.
pub(super) fn month(of_year: u64) -> &'static str {
    usize::try_from(of_year).ok().and_then(|of_year| MONTHS.get(of_year.wrapping_sub(1))).unwrap_or(&"")
}

/// How many measures are on a list but not in its total.
fn beside(total: &Total) -> String {
    let not_applicable = (total.not_applicable > 0).then(|| format!("{} not applicable", total.not_applicable));
    let undetermined =
        (total.undetermined > 0).then(|| format!("{} that the plan gives to no named locality", total.undetermined));
    let beside: Vec<String> = not_applicable.into_iter().chain(undetermined).collect();
    if beside.is_empty() { String::new() } else { format!("; not counted: {}", joined(&beside, ", ")) }
}

/// The table.
pub static WORDS: Words = Words {
    language_name: "English",
    seal: "要點",

    nav_list: "Checklist",
    nav_overview: "Overview",
    rounds: "Rounds",
    arrangement: "Arrangement",
    nav_print: "Print",
    nav_read: "Text",
    nav_data: "Data",
    nav_plans: "Plans",
    views: "Views",
    skip: "Skip to content",
    language: "Language",
    theme_system: "Theme: system",
    theme_light: "Theme: light",
    theme_dark: "Theme: dark",
    who: "Which unit are you?",
    own: "We are: ",
    close: "Close",
    issued_on: |date| ["issued ", &day(date)].concat(),

    whole: ["country", "province", "prefecture", "city", "county", "district", "banner", "town", "township"],
    coordinator: |whole| {
        if whole.is_empty() { "Coordinator".into() } else { format!("Whole {whole} (coordinator)") }
    },
    whose: "Responsible body",
    party_hint: "Type a unit or locality",
    party_figures: |tasks, count, done| {
        let done = done.to_ascii_lowercase();
        format!("{} · {} · {} {done}", n(tasks, "task", "tasks"), n(count.all, "measure", "measures"), count.done)
    },
    units: "Responsible units",
    localities: "Localities",
    no_party: "No unit or locality of this name",

    search: "Search",
    search_hint: "Tasks, measures, units",
    filters: "Filters",
    section: "Section",
    state: super::fields::EN.status.full,
    done: "Done",
    states: [
        "Signed off",
        "Awaiting review",
        "Under way",
        "By body",
        "Behind",
        "Not started",
        "Not reported",
        "Not applicable",
    ],
    stages: ["All", "Not reported", "Under way", "Behind", "Done", "Signed off", "With problems"],
    not_done: "Not done",
    not_signed_off: "Not signed off",
    report: "Report",
    reported: "Reported",
    has_problem: "Has a problem",
    somebody_behind: "A body is behind",
    given_back: "Returned",
    lights: ["Red light", "Yellow light", "Green light"],
    unlit: "No light",
    counted: "Applicable",
    has_target: "Has a target",
    soon: "Due soon",
    overdue: "Overdue",
    clear_filter: "Clear filters",
    filter_query: |query| format!("contains “{query}”"),
    filter_unknown: |part| format!("“{part}”, which is not understood"),
    or: " or ",

    shown: |shown| {
        let ListSummary { party, list, done_word, shown, filters } = shown;
        let word = done_word.to_ascii_lowercase();
        let said = |total: &Total| {
            let Count { done, all } = total.count;
            format!("{} · {} · {done} {word}", n(total.tasks, "task", "tasks"), n(all, "measure", "measures"))
        };
        if filters.is_empty() {
            return format!("{party}: {}{}", said(list), beside(list));
        }
        let (filters, all) = (joined(filters, "; "), list.count.all);
        format!("{party}, filtered: {filters}. Of {all} shown: {}{}", said(shown), beside(shown))
    },
    lingering: |count| format!("{} just changed and kept in place.", n(count, "row was", "rows were")),
    settle: "Update the list",
    undo: "Undo",
    redo: "Redo",
    link: "Link",
    copy_link: "Copy link",
    print_list: "Print this checklist",
    nothing_matches: "No measure matches these filters.",
    nothing_here: "No measures on this list: the plan gives this body none, or the arrangement says it is not concerned. Choose another body above, or read the text.",
    undetermined: "Locality not named by the plan",
    undetermined_note: "Given to “相關縣區政府” (the localities concerned); the plan does not say which. Please check with the lead departments.",
    done_of: "Done:",
    link_to_measure: "Link to this measure",
    link_to_task: "Link to this task",
    responsible_units: "Responsible",
    and_others: "and others",
    role_lead: "lead",
    role_support: "support",

    save_file: "Export progress",
    loading: "Loading …",
    not_loaded: "This part of the page could not be loaded.",
    load_again: "Try again",

    not_kept: |why| match why {
        NotKept::Blocked => "This browser keeps no data: progress is lost when the page closes. Please export it.",
        NotKept::Full => {
            "The browser's storage is full: the last changes are lost when the page closes. Please export progress."
        }
        NotKept::Newer => {
            "A newer version of Yaodian keeps progress here and is left alone: changes on this page are not saved. Please export progress."
        }
    },
    put_aside: |key| {
        format!(
            "The progress saved earlier could not be read. It was moved to “{key}” unchanged, not overwritten. You can download it."
        )
    },
    download_aside: "Download",
    kept_again: "Another window or program cleared the saved progress. This page has saved its own again.",
    left_alone: |first, measures| {
        let more = if measures > 1 { format!(" and {} more", measures - 1) } else { String::new() };
        format!("In measure {first}{more}, what was changed since is not undone or redone.")
    },
    new_version: "There is a new version of this page. Update when you like: your progress stays.",
    renew: "Update",
};
