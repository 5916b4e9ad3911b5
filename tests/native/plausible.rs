//! Which words a person may take for a deadline, a target or a date: what says no time or no number is refused.

use yaodian::domain::corrections::Particular;
use yaodian::domain::plausible::{may_be_particular, may_be_target, may_be_time};

#[test]
fn a_deadline_says_a_time() {
    for words in [
        "年底前",
        "持續推進",
        "持续推进",
        "6月底前",
        "2024-06-30",
        "三季度末",
        "長期堅持",
        "立即",
        "每月",
        "汛期前",
        "一周內",
    ] {
        assert!(may_be_time(words), "{words}");
    }
    for words in ["asdf", "窗口建设", "市教育局", "10所", "。", ""] {
        assert!(!may_be_time(words), "{words}");
    }
}

#[test]
fn a_target_has_a_number() {
    for words in ["10所", "１０所", "兩個以上", "翻一番", "全覆蓋", "消除", "百分之八十", "½"] {
        assert!(may_be_target(words), "{words}");
    }
    for words in ["asdf", "窗口建设", "", "持續推進"] {
        assert!(!may_be_target(words), "{words}");
    }
}

#[test]
fn a_date_is_a_day_of_these_times_or_none() {
    for which in Particular::ALL {
        let fits = |value: &str| may_be_particular(which, value);
        assert!(fits("") && fits(" 2024-06-30 "), "{}", which.is_date());
        for odd in ["asdf", "2024-13-01", "0024-06-30", "年底"] {
            assert_eq!(fits(odd), !which.is_date(), "{odd}");
        }
    }
}
