//! The English reading of the Haidong plan: there for everything that is read, once, with the figures of the record.

use std::collections::HashMap;
use yaodian::domain::english::{English, records, unmarked};
use yaodian::domain::plan::{Comparator, Plan, Target};
use yaodian::persist::embedded::plan as haidong;
use yaodian::persist::english::{TEXT, reading};
use yaodian::persist::facts::{Facts, Misfit, english, join};
use yaodian::persist::translation::figures;
use yaodian::reader::read;

const SOURCE: &str = include_str!("../../plans/haidong-2021/source.txt");
const FACTS: &str = include_str!("../../plans/haidong-2021/facts.toml");

/// The lines of the reading with this change of the facts.
fn changed(from: &str, to: &str) -> Result<String, Vec<Misfit>> {
    assert!(FACTS.contains(from), "{from}");
    let facts: Facts = toml::from_str(&FACTS.replacen(from, to, 1)).expect("the facts are well-formed");
    english(&join(read(SOURCE).plan, &facts).expect("the facts fit"), &facts)
}

#[test]
fn english_txt_is_up_to_date() {
    assert_eq!(changed("", "").as_deref(), Ok(TEXT), "run `cargo xtask plan`");
}

/// `cargo xtask plan` stops at each of these and names it.
#[test]
fn a_reading_that_does_not_fit_is_named() {
    let untranslated = |what: &str| Misfit::Untranslated(what.into());
    let cases = [
        (
            "\"16.3\" = \"Support",
            "\"16.9\" = \"Support",
            vec![untranslated("16.3"), Misfit::TranslatesNothing("16.9".into())],
        ),
        ("\"條\" = \"lines\"", "\"面\" = \"lines\"", vec![untranslated("條"), Misfit::TranslatesNothing("面".into())]),
        ("{5,349 homes}", "5,349 homes", vec![Misfit::Marks("16.2".into(), 1)]),
        ("{30 years} when", "{30 years} {when}", vec![Misfit::Marks("20.1".into(), 1)]),
        ("title = \"壓實各級責任\"\nenglish", "title = \"責任\"\nenglish", vec![untranslated("壓實各級責任")]),
        ("preamble = [", "preamble = [\n  \"More.\",", vec![untranslated("preamble")]),
    ];
    for (from, to, expected) in cases {
        assert_eq!(changed(from, to).expect_err(to), expected, "{to}");
    }
    for (from, to) in
        [("{5,349 homes}", "{5,394 homes}"), ("the G109", "the G190"), ("{24,000 person", "{2,400 person")]
    {
        let misfits = changed(from, to).expect_err(to);
        assert!(matches!(misfits.as_slice(), [Misfit::Figures(..)]), "{to}: {misfits:?}");
    }
}

#[test]
fn figures_are_those_of_a_text_in_either_language() {
    let cases: [(&str, &[f64]); 9] = [
        ("2.4萬人次", &[24_000.0]),
        ("24,000 person-times", &[24_000.0]),
        ("9千人以上,49萬人次。", &[9_000.0, 490_000.0]),
        ("11645戶,1841套。", &[1841.0, 11_645.0]),
        ("PM2.5, G109, 5G.", &[2.5, 5.0, 109.0]),
        ("in 2020, 30 and 7.", &[7.0, 30.0, 2020.0]),
        ("萬人次", &[10_000.0]),
        ("萬名青年、三年", &[10_000.0]),
        ("三年", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(figures(text), expected, "{text}");
    }
}

#[test]
fn marks_are_taken_out_of_a_text() {
    let cases: [(&str, &str, &[&str]); 5] = [
        ("Build {10 schools}.", "Build 10 schools.", &["10 schools"]),
        ("{All} of {two}", "All of two", &["All", "two"]),
        ("None.", "None.", &[]),
        ("{}", "", &[]),
        ("{open", "open", &[]),
    ];
    for (marked, text, marks) in cases {
        let (found, ranges) = unmarked(marked);
        assert_eq!(found, text, "{marked}");
        assert_eq!(ranges.into_iter().map(|range| &text[range]).collect::<Vec<_>>(), marks, "{marked}");
    }
}

#[test]
fn everything_that_is_read_has_one_reading() {
    let plan = haidong();
    assert_eq!(records(&plan).len(), TEXT.lines().count());
    let mut said: HashMap<String, &str> = HashMap::new();
    for record in records(&plan) {
        let english = reading().plain(record).unwrap_or_else(|| panic!("{record}"));
        assert!(!english.is_empty() && english.chars().all(|c| !('\u{2E80}'..'\u{FF00}').contains(&c)), "{english}");
        // What is something else in Chinese is something else in English.
        if let Some(other) = said.insert(english.to_owned(), record) {
            assert_eq!(other, record, "{english}");
        }
    }
    for measure in plan.measures() {
        let english = reading().plain(plan.text(measure.span)).expect("it has a reading");
        assert!(english.ends_with('.'), "{english}");
        assert!(english.starts_with(|c: char| c.is_ascii_uppercase()), "{english}");
    }
    let titles = plan.sections.iter().map(|section| section.title).chain(plan.tasks.iter().map(|task| task.title));
    assert!(titles.chain([plan.meta.title]).all(|title| reading().plain(plan.text(title)).is_some()));
}

/// The words that stand out in English say the number that stands out in the record.
#[test]
fn the_words_of_a_target_say_its_number() {
    let plan = haidong();
    let says = |target: &Target, words: &str| match (target.comparator, plan.text(target.span)) {
        (Comparator::Eliminate, _) => words.starts_with("eliminate"),
        (_, "鄉鎮全覆蓋" | "社區全覆蓋") => words.starts_with("in every"),
        (_, "兩縣") => words.contains("two"),
        (_, "三條") => words.contains("three"),
        (_, printed) => figures(words) == figures(printed) && !figures(words).is_empty(),
    };
    let mut targets = 0;
    for measure in plan.measures() {
        for (place, target) in measure.targets.iter().enumerate() {
            let words = reading().target(plan.text(measure.span), place).expect("as many marks as targets");
            assert!(says(target, &words), "{} {words}", plan.text(target.span));
            let (counts, unit) = reading().counts(target);
            assert!(counts.is_some() && unit.is_some(), "{words}");
            targets += 1;
        }
    }
    assert_eq!(targets, 17);
}

/// What a person cut otherwise has no reading, and neither has another plan; the rest of a mended plan has its own.
#[test]
fn a_reading_is_for_the_words_that_it_reads() {
    let plan = haidong();
    let measure = plan.text(plan.tasks[0].measures[0].span);
    assert_eq!(reading().plain(&measure[3..]), None);
    assert_eq!(English::of(&Plan::default(), TEXT), English::default());
    yaodian::domain::english::bring(reading());
    assert!(yaodian::domain::english::of(&plan).is_some());
    assert!(yaodian::domain::english::of(&Plan { id: "other".into(), ..plan.clone() }).is_some());
    let other = read("計畫\n一、總則\n1. 植樹。新建10所。\n").plan;
    assert!(yaodian::domain::english::of(&other).is_none());
}
