//! What the fields of a mark are called: in one table, which all others refer to.

use std::fs;
use std::path::Path;

use yaodian::domain::mark::Field;
use yaodian::domain::script::Script;
use yaodian::domain::settings::Lang;
use yaodian::text::fields::{EN, FieldWords, HANS, HANT};
use yaodian::text::forms::FormWords;
use yaodian::text::lazy::LazyWords;
use yaodian::text::paper::PaperWords;
use yaodian::text::words;

#[test]
fn names_of_fields_stand_in_one_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text");
    let chinese = [&HANS, &HANT].map(|words| {
        let names = [words.status, words.progress, words.problem, words.next_step, words.date, words.actual];
        names.map(|name| name.full).into_iter().chain([words.values]).collect::<Vec<_>>()
    });
    for file in fs::read_dir(folder).expect("the words") {
        let path = file.expect("a file").path();
        let text = fs::read_to_string(&path).expect("text");
        let is_owner = path.ends_with("fields.rs");
        for name in chinese.iter().flatten() {
            for word in [format!("\"{name}\""), format!("\"{name}：\"")] {
                assert!(is_owner || !text.contains(&word), "{} has {word}: it is in text/fields.rs", path.display());
            }
        }
    }
}

#[test]
fn all_tables_have_the_names_of_their_language() {
    for (lang, names) in [(Lang::ZhHans, &HANS), (Lang::ZhHant, &HANT), (Lang::En, &EN)] {
        assert_eq!(LazyWords::of(lang).fields, names);
        assert_eq!(words(lang).state, names.status.full);
    }
    for (script, names) in [(Script::Simplified, &HANS), (Script::Mixed, &HANS), (Script::Traditional, &HANT)] {
        assert_eq!(FormWords::of(script).fields, names, "{script:?}");
        assert_eq!(PaperWords::of(script).fields, names, "{script:?}");
        let columns = [names.progress, names.status, names.problem, names.next_step].map(|name| name.full);
        assert_eq!(PaperWords::of(script).columns[6..10], columns, "{script:?}");
    }
}

#[test]
fn a_field_is_called_by_its_name_and_the_number_of_its_target() {
    let check = |words: &FieldWords, field, name: &str, head: [&str; 2]| {
        assert_eq!(words.name(field), name);
        assert_eq!([false, true].map(|several| words.head(field, several)), head);
    };
    check(&HANT, Field::Progress, "進展情況", ["進展情況"; 2]);
    check(&HANT, Field::Actual(1), "實際完成", ["實際完成值", "實際完成值1"]);
    check(&HANT, Field::Actual(2), "實際完成 2", ["實際完成值", "實際完成值2"]);
    assert_eq!(EN.name(Field::Actual(2)), "Actual 2");
}
