//! Which numbers a sentence sets, and how each is compared.

use yaodian::domain::plan::Comparator::{self, AtLeast, AtMost, Exactly, Unstated};
use yaodian::reader::read;

/// A target: its words, how it is compared, and its value.
type Told<'a> = (&'a str, Comparator, f64);

/// Checks the targets of sentences.
#[track_caller]
fn check(cases: &[(&str, &[Told])]) {
    for (sentence, expected) in cases {
        let source = format!("某县2024年工作要点\n一、任务\n1.建窗口。设窗口。{sentence}（县财政局）\n");
        let plan = read(&source).plan;
        let found: Vec<Told> = plan
            .measures()
            .flat_map(|measure| &measure.targets)
            .map(|target| (plan.text(target.span), target.comparator, target.value))
            .collect();
        assert_eq!(found, *expected, "{sentence}");
    }
}

#[test]
fn a_size_says_of_which_class_something_is() {
    check(&[
        ("逐步化解51人以上大班额。", &[]),
        ("清理66人以上超大班额问题。", &[]),
        ("检查300平方米以上人员密集场所。", &[]),
        ("推动2000万元以上工业项目开工。", &[]),
        ("实施2000万元以上工业项目30个。", &[("30个", Exactly, 30.0)]),
        ("培训20人以上班次3期。", &[("3期", Exactly, 3.0)]),
        ("改造100户以上自然村5个。", &[("5个", Exactly, 5.0)]),
        // How many, how large what is built is, and what is kept to.
        ("新增就业500人以上。", &[("500人以上", AtLeast, 500.0)]),
        ("引进10家以上企业。", &[("10家以上", AtLeast, 10.0)]),
        ("建设800亩以上基地。", &[("800亩以上", AtLeast, 800.0)]),
        ("班额控制在50人以内。", &[("控制在50人以内", AtMost, 50.0)]),
    ]);
}

/// The most that is given is a target, and who is given it is none.
#[test]
fn what_is_given_is_told_from_whom_it_is_given() {
    check(&[
        ("给予不超过30万元的一次性奖励。", &[("不超过30万元", AtMost, 30.0)]),
        ("按不高于10%的标准给予补助。", &[("不高于10%", AtMost, 10.0)]),
        ("发放总计不超过100万元的服务券。", &[("不超过100万元", AtMost, 100.0)]),
        (
            "给予最高100万的运营补助、最高200万一次性奖励。",
            &[("最高100万", AtMost, 100.0), ("最高200万", AtMost, 200.0)],
        ),
        (
            "每年提供不少于2000卡时的算力，租房享受8.5折优惠。",
            &[("不少于2000卡时", AtLeast, 2000.0), ("8.5折", Unstated, 8.5)],
        ),
        ("可享受2年的租金减免。", &[("2年", Unstated, 2.0)]),
        ("给予产值超1亿元的企业支持，申请人不超过45周岁。", &[]),
        ("对年薪达到50万元且有3年以上经验的核心成员，可认定为人才。", &[]),
        ("失业半年以上、担任正职满15年的优先。", &[]),
        (
            "建设县道（全长18.6公里，总投资4.2亿元）。项目总投资9亿元，完成总投资2亿元。",
            &[("9亿元", Unstated, 9.0), ("2亿元", Exactly, 2.0)],
        ),
        ("人均预期寿命达到80岁。", &[("80岁", Exactly, 80.0)]),
    ]);
}

#[test]
fn a_share_is_compared_before_what_it_is_a_share_of() {
    check(&[
        ("安排不少于上年预算的10%。", &[("10%", AtLeast, 10.0)]),
        ("奖补不超过实际投入的30%。", &[("30%", AtMost, 30.0)]),
        ("采购不低于总额的40%，其中本地不高于货款的5%。", &[("40%", AtLeast, 40.0), ("5%", AtMost, 5.0)]),
        ("达到总数的60%。", &[("60%", Exactly, 60.0)]),
    ]);
}

#[test]
fn networks_cover_places() {
    check(&[
        ("实现5G全覆盖。", &[("5G全覆盖", Exactly, 100.0)]),
        ("推进城区5G网络全覆盖。", &[("5G网络全覆盖", Exactly, 100.0)]),
        ("确保5G信号乡镇全面覆盖。", &[("乡镇全面覆盖", Exactly, 100.0)]),
        ("确保5G信号重点场所全覆盖。", &[("全覆盖", Exactly, 100.0)]),
        ("光纤全覆蓋。", &[("光纤全覆蓋", Exactly, 100.0)]),
        ("实现培训全覆盖。", &[]),
        ("推进5G应用，实现政策全覆盖。", &[]),
    ]);
}

#[test]
fn signs_compare() {
    check(&[
        ("覆盖率≥60%。", &[("≥60%", AtLeast, 60.0)]),
        ("覆盖率≥60%以上。", &[("≥60%以上", AtLeast, 60.0)]),
        ("覆盖率>=60%，合格率＞90%。", &[(">=60%", AtLeast, 60.0), ("＞90%", AtLeast, 90.0)]),
        ("时限≤5天，误差<2%。", &[("≤5天", AtMost, 5.0), ("<2%", AtMost, 2.0)]),
        ("覆盖率=达到60%，合格率=90%。", &[("60%", Exactly, 60.0), ("90%", Exactly, 90.0)]),
    ]);
}

#[test]
fn full_width_digits_are_digits() {
    check(&[
        ("改造１２户，投入１．５亿元。", &[("１２户", Exactly, 12.0), ("１．５亿元", Unstated, 1.5)]),
        ("改造１，２００户。", &[("１，２００户", Exactly, 1200.0)]),
        ("覆盖率达到６０％以上。", &[("６０％以上", AtLeast, 60.0)]),
        ("新建水渠２条，１２０米渡槽。", &[("２条", Exactly, 2.0), ("１２０米", Unstated, 120.0)]),
    ]);
}

/// Else a sentence of nothing but numbers is read to its end for each of them.
#[test]
fn what_stands_far_behind_says_nothing_of_a_number() {
    for (between, sets) in [(3, 0), (300, 1)] {
        let sentence = format!("对投入5亿元{}的企业给予奖励。", "甲".repeat(between));
        let plan = read(&format!("某县2024年工作要点\n一、任务\n1.建窗口。设窗口。{sentence}（县财政局）\n")).plan;
        let found = plan.measures().flat_map(|measure| &measure.targets).count();
        assert_eq!(found, sets, "with {between} characters between");
    }
}
