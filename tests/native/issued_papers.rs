//! What an office issues of what was reported: reminders (催辦單) and the circular (通報), and the figures that they give.

use crate::ledger::measure;
use crate::papers::{DUE, busy, lay_out, same, text, unit, wanted};
use crate::rounds::{make, noon};
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan};
use yaodian::domain::script::Rendition;
use yaodian::element::html::html as html_of;
use yaodian::persist::embedded::plan as haidong;
use yaodian::print::issued::number_after;
use yaodian::print::paper::{Paper, sheets};
use yaodian::print::request::PaperRequest;
use yaodian::print::survey::{Extent, Figures, Survey, ranked};
use yaodian::print::{circular, reminder};
use yaodian::reader::read;

const COORDINATOR: Party = Party::Coordinator;

fn html(paper: Paper) -> String {
    let (paper, layout) = lay_out(paper);
    assert!(layout.oversize.is_empty(), "a row is taller than a sheet");
    html_of(sheets(&paper, &layout))
}

fn made_up() -> Plan {
    Plan { id: "made-up".into(), ..read(DUE).plan }
}

/// Says something, at noon of a day.
fn say(ledger: &mut Ledger, party: Party, id: MeasureId, day: &str, said: &[(Field, &str)]) {
    for (field, value) in said {
        let change = Change { key: MarkKey::Placed(party, id), field: *field, value: (*value).to_owned() };
        ledger.set(change, noon(day));
    }
}

/// The coordinator gives a report back.
fn give_back(ledger: &mut Ledger, party: Party, id: MeasureId, day: &str, reason: &str) {
    let of = ledger.mark(party, id).map_or(0, yaodian::domain::mark::Mark::edition);
    say(ledger, party, id, day, &[(Field::Returned, &format!("{of} {reason}"))]);
}

/// What the water bureau, the finance bureau, the housing bureau and the health bureau said of the made-up plan by 2021-09-30:
///
/// | | due | 縣水利局 | 縣財政局 | 縣住建局 | 縣衛健局 |
/// |---|---|---|---|---|---|
/// | 1.1 | 06-30 | behind since 07-05 | silent | | |
/// | 1.2 | 12-31 | done, given back | not applicable, given back | | |
/// | 2.1 | 10-15 | under way in April | | silent | |
/// | 2.2 | 10-15 | silent | | not applicable | |
/// | 3.1 | – | silent | | | done |
/// | 3.2 | 06-30 | postponed to 11-30, under way | | | done |
/// | 4.1 | – | done, signed off | | | |
fn late(plan: &Plan) -> Ledger {
    let mut ledger = Ledger::default();
    let [water, finance, housing, health] =
        ["縣水利局", "縣財政局", "縣住建局", "縣衛健局"].map(|name| unit(plan, name));
    let status = |value: &'static str| [(Field::Status, value)];
    let behind = [(Field::Status, "behind"), (Field::Progress, "主體完成七成"), (Field::Problem, "設備未到貨")];
    say(&mut ledger, water, measure(1, 1), "2021-07-05", &behind);
    say(&mut ledger, water, measure(1, 1), "2021-08-20", &[(Field::Progress, "主體完成八成")]);
    say(&mut ledger, water, measure(1, 1), "2021-08-21", &[(Field::Postponement, "2021-12-31 設備未到貨")]);
    say(&mut ledger, water, measure(1, 2), "2021-09-01", &status("done"));
    give_back(&mut ledger, water, measure(1, 2), "2021-09-03", "未附驗收材料");
    say(&mut ledger, finance, measure(1, 2), "2021-09-01", &status("not-applicable"));
    give_back(&mut ledger, finance, measure(1, 2), "2021-09-03", "應有配套資金");
    say(&mut ledger, water, measure(2, 1), "2021-04-02", &status("under-way"));
    say(&mut ledger, housing, measure(2, 2), "2021-09-01", &status("not-applicable"));
    say(&mut ledger, health, measure(3, 1), "2021-04-01", &status("done"));
    say(&mut ledger, health, measure(3, 2), "2021-09-30", &status("done"));
    say(&mut ledger, water, measure(3, 2), "2021-09-01", &status("under-way"));
    say(&mut ledger, water, measure(3, 2), "2021-09-02", &[(Field::Granted, "2021-11-30")]);
    say(&mut ledger, water, measure(4, 1), "2021-06-01", &status("done"));
    say(&mut ledger, COORDINATOR, measure(4, 1), "2021-06-05", &status("done"));
    ledger
}

/// Each reminder by the name of whom it is for, as text; without those that there is no reason for.
fn reminders(plan: &Plan, ledger: &Ledger) -> Vec<(String, String)> {
    let settled = ledger.settled();
    let of = |party: Party| {
        let measures = yaodian::domain::arrangement::measures(plan, ledger, party);
        let wanted = PaperRequest { settled: &settled, ..wanted(plan, party, &measures, Some(ledger)) };
        Some((plan.printed_name(party)?.to_owned(), text(&html(reminder::paper(&wanted)?))))
    };
    plan.parties().skip(1).filter_map(of).collect()
}

fn circular_of(plan: &Plan, ledger: &Ledger) -> String {
    let settled = ledger.settled();
    let measures = plan.scope_measures(COORDINATOR);
    html(circular::paper(&PaperRequest { settled: &settled, ..wanted(plan, COORDINATOR, &measures, Some(ledger)) }))
}

/// The figures of each body, and how much it has reported.
fn figures(plan: &Plan, ledger: &Ledger) -> Vec<(String, [usize; 6], Option<Extent>)> {
    let settled = ledger.settled();
    let measures = plan.scope_measures(COORDINATOR);
    let wanted = PaperRequest { settled: &settled, ..wanted(plan, COORDINATOR, &measures, Some(ledger)) };
    let survey = Survey::of(&wanted).expect("it is filled in");
    let of = |party: Party| {
        let cases = survey.cases(party);
        let urged = cases.iter().filter(|case| case.is_urged()).count();
        let figures = Figures::of(&cases);
        let Figures { asked, reported, done, behind, late, .. } = figures;
        (plan.printed_name(party).unwrap().to_owned(), [asked, reported, done, behind, late, urged], figures.extent())
    };
    plan.parties().skip(1).map(of).collect()
}

#[track_caller]
fn counted(plan: &Plan, ledger: &Ledger, expected: &[(&str, [usize; 6], Option<Extent>)]) {
    let expected: Vec<_> =
        expected.iter().map(|(name, figures, extent)| ((*name).to_owned(), *figures, *extent)).collect();
    assert_eq!(figures(plan, ledger), expected);
}

#[test]
fn the_figures_are_those_of_a_count_by_hand() {
    let plan = made_up();
    let mut ledger = late(&plan);
    // To be reported, reported, done, behind, overdue, urged for.
    counted(
        &plan,
        &ledger,
        &[
            // 2.2 and 3.1 are silent; 1.1 is behind and overdue, 1.2 was given back, which is no report; 4.1 is closed.
            ("縣水利局", [7, 4, 1, 1, 1, 4], Some(Extent::Part)),
            // 1.1 is overdue and silent; 1.2 does not count, and was given back.
            ("縣財政局", [2, 0, 0, 0, 1, 2], Some(Extent::Nothing)),
            ("縣住建局", [1, 0, 0, 0, 0, 1], Some(Extent::Nothing)),
            ("縣衛健局", [2, 2, 2, 0, 0, 0], Some(Extent::All)),
        ],
    );
    // Nobody has to report what is signed off: it is done, and not due.
    say(&mut ledger, COORDINATOR, measure(2, 1), "2021-09-20", &[(Field::Status, "done")]);
    counted(
        &plan,
        &ledger,
        &[
            ("縣水利局", [7, 4, 2, 1, 1, 4], Some(Extent::Part)),
            ("縣財政局", [2, 0, 0, 0, 1, 2], Some(Extent::Nothing)),
            ("縣住建局", [0, 0, 1, 0, 0, 0], None),
            ("縣衛健局", [2, 2, 2, 0, 0, 0], Some(Extent::All)),
        ],
    );
}

/// In a round only what was said in it is reported; what is signed off is closed.
#[test]
fn in_a_round_reports_count_that_were_made_in_it() {
    let plan = made_up();
    let mut ledger = late(&plan);
    make(&mut ledger, "2021-07-01/2021-09-30", "第三季度", "2021-10-10");
    let expected = |health: [usize; 6], extent: Extent| {
        [
            // 2.1 was reported in April; 4.1, too, which is closed and need not be reported again.
            ("縣水利局", [6, 2, 1, 1, 1, 5], Some(Extent::Part)),
            ("縣財政局", [2, 0, 0, 0, 1, 2], Some(Extent::Nothing)),
            ("縣住建局", [1, 0, 0, 0, 0, 1], Some(Extent::Nothing)),
            ("縣衛健局", health, Some(extent)),
        ]
    };
    counted(&plan, &ledger, &expected([2, 1, 2, 0, 0, 1], Extent::Part));
    let said = reminders(&plan, &ledger);
    let (_, water) = said.iter().find(|(name, _)| name == "縣水利局").expect("it is urged");
    for part in ["第三季度未填報 3 條", "2.1", "推進中 2021-04-02", "請逐條核實，於2021年10月10日前完成第三季度填報。"]
    {
        assert!(water.contains(part), "{part}: {water}");
    }
    let round = text(&circular_of(&plan, &ledger));
    for part in [
        "第三季度（2021年7月1日至2021年9月30日）的填報於2021年10月10日截止。",
        "請未全部填報的單位和縣區於2021年10月10日前補報。",
    ] {
        assert!(round.contains(part), "{part}: {round}");
    }
    // 與上期相同 is a report of the round.
    let health = unit(&plan, "縣衛健局");
    say(&mut ledger, health, measure(3, 1), "2021-09-28", &[(Field::Confirmed, "2021-09-28")]);
    counted(&plan, &ledger, &expected([2, 2, 2, 0, 0, 0], Extent::All));
}

#[test]
fn who_is_urged_for_nothing_gets_no_reminder() {
    let plan = made_up();
    let ledger = late(&plan);
    let names: Vec<String> = reminders(&plan, &ledger).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["縣水利局", "縣財政局", "縣住建局"]);
    let everybody = reminders(&plan, &Ledger::default());
    assert_eq!(everybody.len(), 4, "who has said nothing is urged for all");
    // What the coordinator arranged away is not asked for.
    let mut arranged = Ledger::default();
    let health = unit(&plan, "縣衛健局");
    for n in [1, 2] {
        say(&mut arranged, health, measure(3, n), "2021-09-01", &[(Field::Duty, "unconcerned")]);
    }
    assert!(reminders(&plan, &arranged).iter().all(|(name, _)| name != "縣衛健局"));
    assert!(!text(&circular_of(&plan, &arranged)).contains("縣衛健局"));
}

#[test]
fn a_reminder_says_what_since_when_and_what_was_said_last() {
    let plan = made_up();
    let ledger = late(&plan);
    let said = reminders(&plan, &ledger);
    let whole = [
        "縣水利局：截至2021年9月30日，你單位承擔的舉措中需要催辦的有 4 條，其中逾期未完成 1 條、滯後 1 條、未填報 2 條、被退回 1 條（一條有幾種情形的，分別計數）。",
        "1.16月底前完成主體工程，新增供水能力2萬噸。2021-06-30申請延至 2021-12-31，尚未答覆逾期 92 天滯後（2021-07-05起）滯後 2021-08-21主體完成八成問題：設備未到貨",
        "1.2年底前建成供水。2021-12-312021-09-03退回：未附驗收材料已完成 2021-09-01",
        "2.2漏損率控制在10%以內。2021-10-15未填報—",
        "於　　年　　月　　日前填報最新情況。",
        "被退回的，按退回理由改正後重新填報。",
    ];
    for part in whole {
        assert!(said[0].1.contains(part), "{part}: {}", said[0].1);
    }
    for not in ["3.2", "4.1", "建成供水。不適用"] {
        assert!(!said[0].1.contains(not), "{not}: {}", said[0].1);
    }
    let finance = "1.2年底前建成供水。2021-12-312021-09-03退回：應有配套資金不適用 2021-09-01";
    assert!(said[1].1.contains(finance), "{}", said[1].1);
    assert!(!said[2].1.contains("逾期和滯後的"), "{}", said[2].1);
    // Postponed, and late again.
    let mut later = ledger.clone();
    say(&mut later, unit(&plan, "縣水利局"), measure(3, 2), "2021-09-29", &[(Field::Granted, "2021-09-29")]);
    let (_, water) = reminders(&plan, &later).swap_remove(0);
    assert!(water.contains("2021-09-29原定 2021-06-30逾期 1 天"), "{water}");
}

/// A clock that is a year ahead dates nothing.
#[test]
fn a_day_that_cannot_be_is_not_printed() {
    let plan = made_up();
    let mut ledger = Ledger::default();
    say(&mut ledger, unit(&plan, "縣衛健局"), measure(3, 1), "2022-12-01", &[(Field::Status, "behind")]);
    let said = reminders(&plan, &ledger);
    let (_, health) = said.iter().find(|(name, _)| name == "縣衛健局").expect("it is urged");
    assert!(health.contains("—滯後滯後") && !health.contains("2022"), "{health}");
}

#[test]
fn a_locality_is_spoken_to_by_its_kind() {
    let plan = haidong();
    let said = reminders(&plan, &Ledger::default());
    let of = |name: &str| &said.iter().find(|(whose, _)| whose == name).expect("it is urged").1;
    assert!(of("樂都區").contains("樂都區人民政府：截至2021年9月30日，你區承擔的舉措"), "{}", of("樂都區"));
    assert!(of("市教育局").contains("市教育局：截至2021年9月30日，你單位承擔的舉措"));
    let open = plan.text(plan.measure(measure(5, 1)).expect("a measure").span);
    assert!(!of("樂都區").contains(open), "what the plan does not say to be its own is not asked of it");
}

#[test]
fn bodies_of_the_same_figures_share_a_rank() {
    let of = |asked, reported, done| Figures { asked, reported, done, behind: 0, late: 0 };
    let bodies =
        [of(0, 0, 0), of(4, 2, 1), of(3, 3, 0), of(2, 1, 1), of(8, 4, 3), of(5, 0, 0), of(7, 0, 0), of(0, 0, 0)];
    let bodies: Vec<(Party, Figures)> = bodies.into_iter().enumerate().map(|(i, of)| (Party::Unit(i), of)).collect();
    let found: Vec<(Option<usize>, Party)> = ranked(&bodies).iter().map(|body| (body.rank, body.party)).collect();
    let expected =
        [(Some(1), 2), (Some(2), 4), (Some(3), 1), (Some(3), 3), (Some(5), 5), (Some(5), 6), (None, 0), (None, 7)];
    assert_eq!(found, expected.map(|(rank, unit)| (rank, Party::Unit(unit))));
}

#[test]
fn a_circular_says_who_reported_how_far_in_which_order() {
    let plan = made_up();
    let mut ledger = late(&plan);
    let html = circular_of(&plan, &ledger);
    let said = text(&html);
    let whole = [
        "關於《某縣2021年重點工作要點》進展情況的通報各責任單位：截至2021年9月30日，《某縣2021年重點工作要點》應填報的單位和縣區共 4 個，其中已全部填報的 1 個，部分填報的 1 個，未填報的 2 個。",
        "1縣衛健局22100%2002縣水利局7457%1113縣財政局200%0013縣住建局100%000",
        "填報為滯後的 1 條次，逾期未完成的 2 條次，涉及 2 個單位和縣區",
        "縣水利局1.16月底前完成主體工程，新增供水能力2萬噸。滯後，逾期 92 天設備未到貨縣財政局1.16月底前完成主體工程，新增供水能力2萬噸。逾期 92 天",
        "未填報的 2 個：縣財政局（2）、縣住建局（1）。部分填報的 1 個：縣水利局（3）。",
        "請未全部填報的單位和縣區於　　年　　月　　日前補報。請有滯後、逾期舉措的單位和縣區抓緊推進，並報明原因和措施。",
    ];
    for part in whole {
        assert!(said.contains(part), "{part}: {said}");
    }
    // Whoever has nothing that counts stands last, without a rank.
    say(&mut ledger, unit(&plan, "縣衛健局"), measure(3, 1), "2021-09-29", &[(Field::Status, "not-applicable")]);
    say(&mut ledger, unit(&plan, "縣衛健局"), measure(3, 2), "2021-09-30", &[(Field::Status, "not-applicable")]);
    let said = text(&circular_of(&plan, &ledger));
    for part in ["共 3 個，其中已全部填報的 0 個", "另有 1 個的舉措均不適用，不計入。", "—縣衛健局00—000"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn where_all_is_reported_and_nothing_late_nothing_else_is_said() {
    let plan = made_up();
    let mut ledger = Ledger::default();
    for party in plan.parties().skip(1) {
        for id in plan.scope_measures(party) {
            say(&mut ledger, party, id, "2021-06-01", &[(Field::Status, "done")]);
        }
    }
    let said = text(&circular_of(&plan, &ledger));
    for part in [
        "沒有填報為滯後的舉措，也沒有逾期未完成的舉措。",
        "應填報的單位和縣區均已全部填報。請各單位和縣區按時限繼續推進。",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("補報"), "{said}");
    assert_eq!(reminders(&plan, &ledger), []);
}

#[test]
fn figures_of_papers_agree_with_each_other() {
    let plan = haidong();
    for (name, mut ledger) in [("busy", busy(&plan)), ("empty", Ledger::default())] {
        for round in [false, true] {
            if round {
                make(&mut ledger, "2021-07-01/2021-09-30", "第三季度", "2021-10-10");
            }
            let figures = figures(&plan, &ledger);
            let circular = text(&circular_of(&plan, &ledger));
            let urged = reminders(&plan, &ledger);
            for (whose, [asked, reported, done, behind, late, urged_for], extent) in figures {
                let case = format!("{name}, {round}: {whose}");
                assert!(reported <= asked && done <= asked && behind <= asked && late <= asked, "{case}");
                assert_eq!(extent == Some(Extent::All), asked > 0 && asked == reported, "{case}");
                let said = urged.iter().find(|(name, _)| *name == whose).map(|(_, said)| said);
                assert_eq!(said.is_some(), urged_for > 0, "{case}");
                assert!(said.is_none_or(|said| said.contains(&format!("需要催辦的有 {urged_for} 條"))), "{case}");
                let row = format!("{whose}{asked}{reported}");
                assert!(circular.contains(&row), "{case}: {row}");
            }
        }
    }
}

#[test]
fn blank_forms_leave_room_and_say_nothing_that_nobody_said() {
    let plan = haidong();
    let party = unit(&plan, "市教育局");
    let measures = plan.scope_measures(party);
    let form = html(reminder::paper(&wanted(&plan, party, &measures, None)).expect("a form"));
    let all = plan.scope_measures(COORDINATOR);
    let circular = html(circular::paper(&wanted(&plan, COORDINATOR, &all, None)));
    for form in [&form, &circular] {
        assert!(!text(form).contains("2021年9月30日") && form.contains("　　年　　月　　日"));
        for number in ["有 0 ", " 0 條", " 0 個", "%"] {
            assert!(!text(form).contains(number), "{number}");
        }
    }
    same("reminder-blank", &form);
    same("circular-blank", &circular);
}

#[test]
fn reminders_and_circulars_look_as_they_did() {
    let plan = haidong();
    let mut ledger = busy(&plan);
    let party = unit(&plan, "市教育局");
    give_back(&mut ledger, party, plan.scope_measures(party)[1], "2021-09-20", "數據與統計局不符");
    let measures = plan.scope_measures(party);
    let of =
        |rendition| PaperRequest {
            rendition, filters: "含「教育」", ..wanted(&plan, party, &measures, Some(&ledger))
        };
    same("reminder-filled", &html(reminder::paper(&of(Rendition::Record)).expect("it is urged")));
    let simplified = text(&html(reminder::paper(&of(Rendition::Simplified)).expect("it is urged")));
    assert!(simplified.contains("催办单") && simplified.contains("（筛选：含「教育」）"), "{simplified}");
    for traditional in ["責", "舉", "進", "實", "單", "後"] {
        assert!(!simplified.contains(traditional), "{traditional}: {simplified}");
    }
    let all = plan.scope_measures(COORDINATOR);
    let of = |rendition| PaperRequest { rendition, ..wanted(&plan, COORDINATOR, &all, Some(&ledger)) };
    same("circular-filled", &html(circular::paper(&of(Rendition::Record))));
    let simplified = text(&html(circular::paper(&of(Rendition::Simplified))));
    assert!(simplified.contains("关于《海东市2021年") && !simplified.contains("單位"), "{simplified}");
}

/// The figure behind the bracket of the year goes up, and nothing else.
#[test]
fn the_number_of_the_next_paper_is_one_more() {
    #[track_caller]
    fn check(first: &str, place: usize, expected: &str) {
        assert_eq!(number_after(first, place), expected, "{first} + {place}");
    }
    check("東政督〔2021〕3號", 0, "東政督〔2021〕3號");
    check("東政督〔2021〕3號", 2, "東政督〔2021〕5號");
    check("東政督〔2021〕9號", 1, "東政督〔2021〕10號");
    check("东督办〔2021〕第008号", 4, "东督办〔2021〕第012号");
    check("督办 17", 3, "督办 20");
    // What has no figure behind the year is the same for all.
    check("東政督〔2021〕　號", 3, "東政督〔2021〕　號");
    check("急件", 3, "急件");
    check("", 3, "");
    check("〔2021〕99999999999999999999999號", 1, "〔2021〕99999999999999999999999號");
}

#[test]
fn a_typed_number_stands_on_the_paper() {
    let (plan, ledger) = (made_up(), late(&made_up()));
    let settled = ledger.settled();
    let measures = plan.scope_measures(COORDINATOR);
    let wanted = PaperRequest {
        settled: &settled,
        number: "東政督〔2021〕3號",
        ..wanted(&plan, COORDINATOR, &measures, Some(&ledger))
    };
    let said = text(&html(circular::paper(&wanted)));
    assert!(said.starts_with("東政督〔2021〕3號2021年9月30日"), "{said}");
}
