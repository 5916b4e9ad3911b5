//! What every release saved is found where it was said.
//!
//! The files were written by the releases' own programs, over the plan as each carried it. In each the coordinator, every unit and every
//! locality say something of the first, the middle and the last measure of their list. `ledger-marks.tsv` says of which: the party's
//! key, the measure's id, and the sentence that stood there.

use crate::ledger::plan as haidong;
use yaodian::domain::carry::carry;
use yaodian::domain::ledger::MarkKey;
use yaodian::domain::mark::Status;
use yaodian::domain::plan::{MeasureId, Plan};
use yaodian::persist::ledger_file::read;
use yaodian::reader;

const MARKS: &str = include_str!("../fixtures/ledger-marks.tsv");

const FILES: [(&str, &str); 3] = [
    ("0.1", include_str!("../fixtures/ledger-v1-release-0.1.json")),
    ("0.2 to 0.4", include_str!("../fixtures/ledger-v2-releases-0.2-to-0.4.json")),
    ("the form with stamps", include_str!("../fixtures/ledger-v3-before-ids.json")),
];

/// The measure that says this, in this plan.
fn saying(plan: &Plan, text: &str) -> MeasureId {
    let mut found = plan.measures().filter(|measure| plan.text(measure.span) == text);
    let first = found.next().unwrap_or_else(|| panic!("nothing says {text}"));
    assert_eq!(found.next(), None, "one measure says {text}");
    first.id
}

/// Every mark of every file is on the measure that it was made on.
#[track_caller]
fn finds_every_mark(plan: &Plan) {
    for (release, file) in FILES {
        let ledger = read(file, plan).unwrap_or_else(|error| panic!("{release}: {error:?}"));
        let mut marks = 0;
        for (n, line) in MARKS.lines().enumerate() {
            let [party, id, text] = line.splitn(3, '\t').collect::<Vec<_>>()[..] else { panic!("three words: {line}") };
            let measure = saying(plan, text);
            assert_eq!(measure.to_string(), id, "{release}: the id of {text}");
            let party = plan.party_of_key(party).unwrap_or_else(|| panic!("{release}: {party}"));
            // A tick of the first release is done or taken back.
            let said = if release == "0.1" && n % 5 == 4 {
                None
            } else {
                Some(n % 5).filter(|_| release != "0.1").or(Some(0))
            };
            let statuses = [Status::Done, Status::UnderWay, Status::Behind, Status::NotStarted, Status::NotApplicable];
            assert_eq!(ledger.status(party, measure), said.map(|i| statuses[i]), "{release}: {line}");
            marks += usize::from(ledger.mark(party, measure).is_some());
        }
        assert_eq!(marks, 3 * plan.parties().count(), "{release}");
        let all_placed = ledger.marks().iter().all(|(key, _)| matches!(key, MarkKey::Placed(..)));
        assert!(all_placed && ledger.marks().len() == marks, "{release}: nothing else");
    }
}

#[test]
fn every_mark_is_on_the_measure_that_it_was_made_on() {
    finds_every_mark(haidong());
}

#[test]
fn and_still_is_when_sentences_came_between_and_numbers_are_others() {
    let mut text = haidong().source.replace("\n2. 推動", "\n1. 推動").replace("。深入", "。另行部署一項。深入");
    text = text.replacen("(二)提升城市群", "(一)提升城市群", 1);
    let mut revised = reader::read(&text).plan;
    carry(haidong(), &mut revised);
    revised.id.clone_from(&haidong().id);
    revised.localities.clone_from(&haidong().localities);
    assert!(revised.measures().count() > haidong().measures().count(), "sentences came between");
    finds_every_mark(&revised);
}
