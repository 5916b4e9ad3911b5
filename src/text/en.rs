//! English.

use super::{Shown, Words};
use crate::domain::fault::{LedgerFileError, NotKept};

/// A number with its noun, in singular or plural.
fn n(count: usize, one: &str, many: &str) -> String {
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

/// The table.
pub static WORDS: Words = Words {
    language_name: "English",
    seal: "要點",
    app_name: "Yaodian",

    nav_list: "Checklist",
    nav_print: "Print",
    nav_read: "Text",
    nav_data: "Data",
    views: "Views",
    skip: "Skip to content",
    language: "Language",
    theme_system: "Theme: system",
    theme_light: "Theme: light",
    theme_dark: "Theme: dark",
    close: "Close",
    cancel: "Cancel",
    issued_on: |(year, month, day)| {
        let month = usize::try_from(month).ok().and_then(|m| MONTHS.get(m.wrapping_sub(1)));
        format!("issued {day} {} {year}", month.unwrap_or(&""))
    },

    coordinator: "Whole city (coordinator)",
    whose: "Whose checklist",
    party_hint: "Type a unit or locality",
    party_figures: |tasks, count| {
        format!("{} · {} · {} done", n(tasks, "task", "tasks"), n(count.all, "measure", "measures"), count.done)
    },
    units: "Responsible units",
    localities: "Localities",
    no_party: "No unit or locality of this name",

    search: "Search",
    search_hint: "Tasks, measures, units",
    filters: "Filters",
    section: "Section",
    state: "Status",
    done: "Done",
    not_done: "Not done",
    targets: "Targets",
    has_target: "Has a target",
    clear_filter: "Clear filters",
    filter_query: |query| format!("contains “{query}”"),
    or: " or ",

    shown: |shown| {
        let Shown {
            party,
            tasks,
            measures,
            of_tasks,
            of_measures,
            done,
            shown_tasks,
            shown_measures,
            shown_done,
            filters,
        } = shown;
        if filters.is_empty() {
            if tasks == of_tasks {
                return format!("{party}: all {tasks} tasks and {measures} measures, {done} done.");
            }
            return format!("{party}: {tasks} of {of_tasks} tasks, {measures} of {of_measures} measures, {done} done.");
        }
        let filters = filters.join("; ");
        let tasks = n(*shown_tasks, "task", "tasks");
        format!(
            "{party}, filtered: {filters}. Showing {tasks}, {shown_measures} of {measures} measures, {shown_done} of them done."
        )
    },
    lingering: |count| format!("{} just changed and kept in place.", n(count, "row was", "rows were")),
    settle: "Update the list",
    undo: "Undo",
    redo: "Redo",
    print_list: "Print this checklist",
    nothing_matches: "No measure matches these filters.",
    nothing_here: "There are no measures on this list.",
    undetermined: "Locality not named by the plan",
    undetermined_note: "These tasks are given to “相關縣區政府” (the localities concerned); the plan does not say which. Ask the leading departments whether they are yours.",
    done_of: "Done:",
    link_to_measure: "Link to this measure",
    link_to_task: "Link to this task",
    responsible_units: "Responsible",
    and_others: "and others",
    role_lead: "lead",
    role_support: "support",

    text_shown: "Text",
    record: "Record (traditional)",
    simplified: "Simplified reading",
    particulars: "About this document",
    meta_number: "Number",
    meta_issuer: "Issued by",
    meta_issued: "Issued",
    meta_published: "Published",
    meta_addressees: "Addressed to",
    meta_due: "Due",
    about_reading: |count| format!("How the simplified reading was made ({})", n(count, "wording", "wordings")),
    about_reading_text: "The record is a traditional-script text whose words were exchanged on the way; it stands here unchanged. The simplified reading converts it character by character, uses full-width punctuation, and restores the wordings below, each with what it rests on.",
    certainty: "Basis",
    confirmed: "proper noun, confirmed elsewhere",
    direction: "in public conversion tables",
    inferred: "inferred from the sentence",

    data_kept: "Progress is kept in this browser on this computer",
    data_kept_text: "Ticks are saved as you make them. Nothing is uploaded or leaves this page. Save a file before you clear browser data or change computers.",
    data_state: |ticks, date| match date {
        Some(date) => format!("{} now, of all parties together; last change {date}.", n(ticks, "tick", "ticks")),
        None => "Nothing has been ticked yet.".into(),
    },
    save_file: "Save to a file",
    save_file_text: "Saves the progress of all parties as one file: to back up, to carry to another computer, or to hand to the coordinator.",
    read_file: "Read a file",
    read_file_text: "Choose a progress file. It is checked first and you see what would change; only then does it replace what is here, and you can undo it.",
    choose_file: "Choose a progress file",
    offer_now: "Ticks now",
    offer_then: "Ticks after",
    offer_new: "New",
    offer_lost: "Removed",
    offer_changed: "File last changed",
    replace: "Replace progress",
    nothing_changed: "Nothing here has changed.",
    refused: |error| match error {
        LedgerFileError::Empty => "This file is empty.".into(),
        LedgerFileError::NotJson { line, column } => {
            format!("This file is incomplete or not a progress file (it breaks off at line {line}, byte {column}).")
        }
        LedgerFileError::NotALedger => "This is not a progress file of Yaodian.".into(),
        LedgerFileError::Newer { version } => {
            format!("This file was saved by a newer version of Yaodian (format {version}). Please open it there.")
        }
        LedgerFileError::OtherPlan { plan } => format!("This is the progress of another plan ({plan})."),
    },
    unreadable: "The browser cannot read this file.",
    too_large: "This file is too large to be a progress file.",
    delete: "Delete all progress",
    delete_text: "Deletes the ticks of all parties for this plan. Other pages and other plans are not touched.",
    delete_question: |count| {
        format!("Delete {}? You can undo this until you leave the page.", n(count, "tick", "ticks"))
    },
    delete_yes: "Delete",

    not_kept: |why| match why {
        NotKept::Blocked => {
            "This browser does not allow data to be kept: progress is not saved and is lost when the page closes. Save it to a file."
        }
        NotKept::Full => {
            "The browser's storage is full: the last changes are not saved and are lost when the page closes. Save them to a file."
        }
        NotKept::Newer => {
            "A newer version of Yaodian keeps progress on this computer. It is left as it is, and changes made here are not saved. Save them to a file."
        }
    },
    put_aside: |key| {
        format!(
            "The progress saved earlier could not be read. It was moved to “{key}” unchanged, not overwritten. You can download it."
        )
    },
    download_aside: "Download",
    drop_aside: "Discard",
    asides: "Put aside because it could not be read:",
    unknown_address: |address| {
        format!("This plan has nothing at the address {address}. The whole list is shown instead.")
    },
    replaced: |ticks| format!("Progress now is that of the file: {}.", n(ticks, "tick", "ticks")),
    deleted: |ticks| format!("Deleted {}. You can undo this until you leave the page.", n(ticks, "tick", "ticks")),
    kept_again: |ticks| {
        format!(
            "Another window or program cleared what was kept. The {} of this page were saved again.",
            n(ticks, "tick", "ticks")
        )
    },
};
