//! What can name a plan.

use yaodian::domain::plan_id::{LONGEST, RESERVED, fresh_plan_id, is_plan_id};
use yaodian::persist::{embedded, settings};

#[test]
fn an_id_is_checked_before_it_becomes_a_key() {
    #[track_caller]
    fn check(good: bool, ids: &[&str]) {
        for id in ids {
            assert_eq!(is_plan_id(id), good, "{id:?}");
        }
    }
    check(true, &[embedded::ID, "a", "7", "2021", "a-b", "a--b", "plan-mx3k2a", "libraries", &"a".repeat(LONGEST)]);
    check(false, &["", "-", "-a", "a-", "A", "a_b", "a b", "a.b", "a/b", "a/", "/a", "..", "a\n", "a\0", "é", "要點"]);
    check(false, &RESERVED);
    check(false, &[&"a".repeat(LONGEST + 1), &"要".repeat(LONGEST)]);
    // What stands right under the first word of all keys is a plan's id, or reserved.
    assert_eq!(settings::KEY.strip_prefix("yaodian/"), Some(RESERVED[1]));
}

#[test]
fn a_new_plan_gets_an_id_that_nothing_has() {
    #[track_caller]
    fn check(seed: u64, taken: &[&str], expected: &str) {
        let id = fresh_plan_id(seed, |id| taken.contains(&id));
        assert_eq!(id, expected, "of {seed}, {taken:?} being taken");
        assert!(is_plan_id(&id), "{id}");
    }
    check(0, &[], "plan-0");
    check(35, &[], "plan-z");
    check(36, &[], "plan-10");
    check(1_632_988_800_000, &[], "plan-ku6nda80");
    check(35, &["plan-z"], "plan-10");
    check(35, &["plan-10"], "plan-z");
    check(35, &["plan-z", "plan-10"], "plan-11");
    check(u64::MAX, &[], "plan-3w5e11264sgsf");
    check(u64::MAX, &["plan-3w5e11264sgsf"], "plan-0");
}
