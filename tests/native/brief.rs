//! The line that says in a closed row what is written of its measure.

use crate::ledger::{measure, plan};
use leptos::prelude::Owner;
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::{Duty, Field};
use yaodian::domain::party::Party;
use yaodian::domain::settings::{Lang, Settings};
use yaodian::state::Store;
use yaodian::views::brief::brief;

/// The line of 2.3 on a party's list, given what parties say of it.
#[track_caller]
fn check(lang: Lang, party: &str, said: &[(&str, Field, &str)], expected: &str) {
    let whose = |key: &str| plan().party_of_key(key).expect("a party of the plan");
    let mut ledger = Ledger::default();
    for (who, field, value) in said {
        let key = MarkKey::Placed(whose(who), measure(2, 3));
        // Noon of 2021-09-28 in China.
        ledger.set(Change { key, field: *field, value: (*value).into() }, 1_632_801_600_000);
    }
    Owner::new().with(|| {
        let store = Store::new(plan().clone(), Settings::default(), lang, || 1_632_988_800_000);
        store.take_in(&ledger);
        store.open_party(whose(party));
        assert_eq!(brief(store, measure(2, 3)), expected);
    });
}

#[test]
fn it_says_what_is_written_and_when_it_was() {
    let education = "unit:市教育局";
    let own = |said: &[(Field, &'static str)], expected: &str| {
        let said: Vec<_> = said.iter().map(|(field, value)| (education, *field, *value)).collect();
        check(Lang::ZhHans, education, &said, expected);
    };
    own(&[], "");
    own(&[(Field::Status, "under-way")], "");
    own(&[(Field::Actual(1), "7"), (Field::Problem, "用地未批")], "7/10所 · ⚠ 用地未批 · 9月28日");
    own(&[(Field::Progress, "主体\n完工"), (Field::Date, "2021-09-15")], "主体 完工 · 9月15日");
    // What was asked for stands there until it is granted, and so is the row's day.
    let wish = (Field::Postponement, "2021-12-20 设备未到");
    own(&[wish], "申请延期 2021-12-20");
    own(&[(Field::Problem, "用地未批"), wish], "⚠ 用地未批 · 9月28日 · 申请延期 2021-12-20");
    own(&[wish, (Field::Granted, "refused")], "不同意延期");
    own(&[wish, (Field::Granted, "2021-12-20")], "");
    let long = "已完成".repeat(20);
    let said = [(education, Field::Progress, long.as_str())];
    check(Lang::ZhHant, education, &said, &format!("{}… · 9月28日", "已完成".repeat(12)));
}

/// Who asks for a postponement says nothing anew of how far it is.
#[test]
fn the_day_is_that_of_the_report() {
    let education = plan().party_of_key("unit:市教育局").expect("a party of the plan");
    let key = MarkKey::Placed(education, measure(2, 3));
    let mut ledger = Ledger::default();
    let set = |ledger: &mut Ledger, field: Field, value: &str, day: u64| {
        ledger.set(Change { key: key.clone(), field, value: value.into() }, 1_632_801_600_000 + day * 86_400_000);
    };
    set(&mut ledger, Field::Progress, "主体完工", 0);
    set(&mut ledger, Field::Postponement, "2021-12-20 设备未到", 5);
    set(&mut ledger, Field::Confirmed, "2021-10-05", 7);
    Owner::new().with(|| {
        let store = Store::new(plan().clone(), Settings::default(), Lang::ZhHans, || 1_633_988_800_000);
        store.take_in(&ledger);
        store.open_party(education);
        assert_eq!(brief(store, measure(2, 3)), "主体完工 · 9月28日 · 申请延期 2021-12-20");
    });
}

#[test]
fn the_coordinators_says_whose_problems_there_are_and_what_it_settled() {
    let (education, finance, health) = ("unit:市教育局", "unit:市財政局", "unit:市衛生健康委");
    let said = [
        (education, Field::Problem, "用地未批"),
        (finance, Field::Problem, "资金不足"),
        (health, Field::Problem, "人手不足"),
        (education, Field::Duty, Duty::Lead.key()),
        (finance, Field::Duty, Duty::Unconcerned.key()),
    ];
    let expected = "牵头 市教育局 · 不涉及 市财政局 · ⚠ 市教育局 用地未批 · ⚠ 市卫生健康委 人手不足 · +1";
    check(Lang::ZhHans, "coordinator", &said, expected);
    let own = plan().party_key(Party::Coordinator);
    check(Lang::En, &own, &said[..1], "⚠ Education Bureau 用地未批");
    let wish = (education, Field::Postponement, "2021-12-20 设备未到");
    check(Lang::ZhHant, &own, &[wish], "市教育局 申請延期 2021-12-20");
    check(Lang::ZhHant, &own, &[wish, (education, Field::Granted, "refused")], "");
}
