//! By which of its names a body is kept: the same whatever is printed first, and the same after a revision.

use crate::ledger::plan as haidong;
use yaodian::domain::carry::carry;
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::reader::read;

const SOURCE: &str = include_str!("../../plans/haidong-2021/source.txt");

/// In ledgers, files and addresses since the first release.
const HAIDONG: [&str; 31] = [
    "市公安局",
    "市教育局",
    "市住房建設局",
    "市人力資源社會保障局",
    "市衛生健康委",
    "市財政局",
    "市醫保局",
    "市自然資源規劃局",
    "市農業農村局",
    "市統計局",
    "市交通運輸局",
    "市發展改革委",
    "市生態環境局",
    "市文體旅遊廣電局",
    "市水務局",
    "市林草局",
    "市應急局",
    "市工業信息化局",
    "市金融辦",
    "市鄉村振興局",
    "人民銀行海東中心支行",
    "海東銀監局",
    "市科技局",
    "市政務服務監管局",
    "市城管局",
    "市人防辦",
    "市商務局",
    "市民政局",
    "市司法局",
    "市信訪局",
    "市市場監管局",
];

/// The plan of a text whose tasks name these bodies, one after the other.
fn plan(bodies: &[&str], also: &str) -> Plan {
    let tasks = (1..).zip(bodies).map(|(no, body)| format!("{no}. 辦好第{no}件實事。推進事項{no}。（{body}負責）\n"));
    read(&format!("某市2024年工作要點\n一、{also}\n{}", tasks.collect::<String>())).plan
}

fn keys(plan: &Plan) -> Vec<(&str, Vec<&str>)> {
    plan.units.iter().map(|unit| (&*unit.key, unit.aliases.iter().map(String::as_str).collect())).collect()
}

#[test]
fn a_key_does_not_depend_on_what_is_printed_first() {
    let traditional = "做好總體規劃、統籌發展、強化責任、落實任務";
    let simplified = "做好总体规划、统筹发展、强化责任、落实任务";
    for (also, key, alias) in
        [(traditional, "市發展改革委", "市发展改革委"), (simplified, "市发展改革委", "市發展改革委")]
    {
        for bodies in [["市發展改革委", "市发展改革委"], ["市发展改革委", "市發展改革委"]] {
            assert_eq!(keys(&plan(&bodies, also)), [(key, vec![alias])], "{bodies:?} in {also}");
        }
    }
}

#[test]
fn the_keys_of_haidong_are_what_they_were() {
    let plan = haidong();
    assert_eq!(plan.units.iter().map(|unit| &*unit.key).collect::<Vec<_>>(), HAIDONG);
    let mut again = read(SOURCE).plan;
    carry(plan, &mut again);
    for unit in &plan.units {
        let found = again.unit_named(&unit.key).map(|i| &again.units[i]);
        assert_eq!(found.map(|unit| &unit.key), Some(&unit.key), "read anew, it is kept by the same key");
    }
}

#[test]
fn a_body_keeps_its_key_and_is_found_by_every_name_it_had() {
    let mut old = plan(&["市教育局", "市發展改革委", "市水務局"], "主要任務");
    old.units[1].aliases = vec!["市發改委".into()];
    old.units[2].aliases = vec!["市水利局".into()];
    let mut new = plan(&["市发展改革委", "市財政局", "市水利局", "市教育局", "市水務局"], "主要任務");
    carry(&old, &mut new);
    let expected = [
        ("市發展改革委", vec!["市發改委", "市发展改革委"]),
        ("市財政局", vec![]),
        // One body, as before, under the name of before; the text prints the other first.
        ("市水務局", vec!["市水利局"]),
        ("市教育局", vec![]),
    ];
    assert_eq!(keys(&new), expected);
    let tasks: Vec<Vec<usize>> = (0..new.units.len()).map(|unit| new.scope(Party::Unit(unit)).tasks).collect();
    assert_eq!(tasks, [vec![0], vec![1], vec![2, 4], vec![3]]);
    assert_eq!(new.party_of_key("unit:市發改委"), Some(Party::Unit(0)));
    let once = new.clone();
    carry(&old, &mut new);
    assert_eq!(new, once, "carrying twice gives the same");
}
