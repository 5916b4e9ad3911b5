//! Which end-to-end tests run in which engine: all in Chromium, and in the other engines those that an engine can break.

use crate::browsers::Engine;

/// The tests, by name or by file, that an engine can break, each with what it is about: they run in every engine of today.
/// The others are about the program's own logic, which is the same everywhere: they run in Chromium, and with
/// `--every-engine` in the others.
const CAN_BREAK: [(&str, &str); 31] = [
    ("circle::a_page", "a page from the disk, and files from and to it"),
    ("closed::", "what it refuses"),
    ("files::", "files that are saved and chosen"),
    ("find::the_selector_is_used_by_keyboard_and_in_either_script", "input"),
    ("guide::", "another tab, print, offline"),
    ("journey::", "a day's work"),
    ("keep::", "storage"),
    ("keyboard::", "focus"),
    ("looks::nothing_is_cut_off_on_any_screen", "layout"),
    ("motion::", "what the system is asked for"),
    ("names::", "what it tells a screen reader"),
    ("offline::", "offline"),
    ("papers::a_large_table_is_printed_on_a3", "print"),
    ("papers::the_text_is_set_as_the_standard_says", "print"),
    ("papers::thirty_one_units_in_one_cell_stay_on_their_sheet", "print: lines, and where they end"),
    ("papers::upright_and_wide_sheets_are_printed_in_one_job", "print"),
    ("preview::", "layout of sheets"),
    ("print::a_job_can_be_watched_and_stopped", "print"),
    ("print::a_list_printed_by_the_browsers_menu_is_a_list_and_not_the_screen", "print"),
    ("print::every_sheet_is_numbered_and_the_last_one_is_signed", "print"),
    ("print::no_sheet_is_overfull_whoever_prints", "print: how high text is"),
    ("print::several_checklists_are_printed_in_one_job_each_with_its_own_numbers", "print"),
    ("print::the_document_", "print: faces and sizes"),
    ("print::the_print_keys_print_the_paper_and_not_the_screen", "input"),
    ("read::the_first_language_is_the_browsers", "start"),
    ("reflow::nothing_is_lost_in_a_window_of_320_px_or_at_twice_the_size", "layout"),
    ("reflow::nothing_is_lost_where_only_the_text_is_twice_as_large", "layout"),
    ("report::a_report_is_written_by_keyboard_alone", "input"),
    ("share::", "addresses and the way back"),
    ("start::", "start"),
    ("tick::", "input"),
];

/// Tests that cannot run in an engine, by name, with the reason.
const CANNOT_BE_ASKED: [(Engine, &str, &str); 6] = [
    (Engine::Firefox, "plans::plans_opened_in_turn_leave_nothing_behind", NO_GARBAGE),
    (Engine::WebKit, "plans::plans_opened_in_turn_leave_nothing_behind", NO_GARBAGE),
    (Engine::WebKit, "papers::the_text_is_set_as_the_standard_says", CANNOT_PRINT),
    (Engine::WebKit, "print::the_document_is_printed_in_the_sizes_of_the_standard", CANNOT_PRINT),
    (Engine::WebKit, "motion::in_the_systems_own_colours_everything_is_still_told_apart", NO_OWN_COLOURS),
    (Engine::WebKit, "reflow::nothing_is_lost_where_only_the_text_is_twice_as_large", NO_SIZE_OF_TEXT),
];

const NO_GARBAGE: &str = "its driver cannot be told to collect garbage, without which memory says nothing";

const CANNOT_PRINT: &str = "it measures ink on paper, and the driver has no command that prints";

const NO_OWN_COLOURS: &str = "the engine knows no forced colours";

const NO_SIZE_OF_TEXT: &str = "its browser has no setting for a reader's size of text";

/// The tests of size and of old engines, which have steps of their own.
const WITH_STEPS_OF_THEIR_OWN: [&str; 2] = ["size::", "old::"];

/// The tests of the size of a first visit.
pub const SIZE: [&str; 1] = ["size::"];

/// The tests of a day's work from the site, in an old engine.
pub const IN_AN_OLD_ONE: [&str; 6] =
    ["journey::", "circle::a_page", "offline::after_", "old::", "start::a_browser_", "preview::papers"];

/// The tests of a day's work with the one file, opened from the disk.
pub fn from_disk(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => {
            &["journey::", "circle::a_page", "plans::another_plan", "axe::nothing_is_found_in_any_view"]
        }
        Engine::Firefox | Engine::WebKit | Engine::Chromium87 => &["journey::", "circle::a_page"],
    }
}

/// Arguments for the tests' harness: the tests of the whole page in an engine, either all that can run in it or those that it
/// can break.
pub fn of_the_whole_page(engine: Engine, all: bool) -> Vec<&'static str> {
    let named = CAN_BREAK.iter().map(|(tests, _)| *tests).filter(|_| !all && engine != Engine::Chromium);
    let not = WITH_STEPS_OF_THEIR_OWN.into_iter().chain(not_in(engine).map(|(test, _)| test));
    named.chain(not.flat_map(|tests| ["--skip", tests])).collect()
}

/// The tests that cannot run in an engine, each with the reason.
pub fn not_in(engine: Engine) -> impl Iterator<Item = (&'static str, &'static str)> {
    CANNOT_BE_ASKED.into_iter().filter(move |(other, _, _)| *other == engine).map(|(_, test, why)| (test, why))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{
        CAN_BREAK, CANNOT_BE_ASKED, IN_AN_OLD_ONE, SIZE, WITH_STEPS_OF_THEIR_OWN, from_disk, of_the_whole_page,
    };
    use crate::browsers::Engine;
    use crate::shell;

    /// The names of a file's tests, as the harness gives them.
    fn tests_of(file: &str) -> Vec<String> {
        let path = shell::root().join("tests/e2e").join(file).with_extension("rs");
        let text = fs::read_to_string(&path).unwrap_or_default();
        let after = text.split("#[test]\n").skip(1);
        let names = after.filter_map(|rest| rest.split_once("fn ")?.1.split_once('('));
        names.map(|(name, _)| format!("{file}::{name}")).collect()
    }

    #[test]
    fn every_name_is_that_of_a_test() {
        let engines = Engine::ALL.into_iter().flat_map(from_disk).copied();
        let names = CAN_BREAK.iter().map(|(tests, _)| *tests).chain(CANNOT_BE_ASKED.map(|(_, test, _)| test));
        for name in names.chain(engines).chain(IN_AN_OLD_ONE).chain(SIZE).chain(WITH_STEPS_OF_THEIR_OWN) {
            let file = name.split("::").next().unwrap_or_default();
            assert!(tests_of(file).iter().any(|test| test.starts_with(name)), "no test has the name {name}");
        }
        for (_, test, _) in CANNOT_BE_ASKED {
            assert!(tests_of(test.split("::").next().unwrap_or_default()).iter().any(|name| name == test), "{test}");
        }
    }

    #[test]
    fn chromium_has_all_the_others_what_they_can_break_and_everything_when_asked() {
        let named =
            |engine, all| of_the_whole_page(engine, all).into_iter().take_while(|word| *word != "--skip").count();
        for engine in Engine::OF_TODAY {
            let expected = if engine == Engine::Chromium { 0 } else { CAN_BREAK.len() };
            assert_eq!((named(engine, false), named(engine, true)), (expected, 0), "{}", engine.name());
        }
    }
}
