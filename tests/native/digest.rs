//! Digests, and the fingerprints of plans.

use yaodian::domain::digest::digest;
use yaodian::domain::plan::Plan;
use yaodian::persist::plan_file;
use yaodian::reader::read;

const TEXT: &str = "一、教育\n1.办学。新建学校3所。改造操场。（责任单位：市教育局）\n";

fn plan(text: &str) -> Plan {
    Plan { id: "p1".into(), ..read(text).plan }
}

#[test]
fn a_digest_is_the_beginning_of_sha_256() {
    // The first eight bytes of the example in FIPS 180-4.
    assert_eq!(digest("abc"), "ba7816bf8f01cfea");
}

#[test]
fn a_fingerprint_stays_with_the_measures_and_their_ids() {
    let first = plan(TEXT).fingerprint();
    for (what, text, is_same) in [
        ("the same text", TEXT.to_owned(), true),
        ("another body", TEXT.replace("市教育局", "市财政局"), true),
        ("another heading", TEXT.replace("办学", "学校"), true),
        ("another number of schools", TEXT.replace('3', "4"), false),
        ("a measure more", TEXT.replace("改造操场。", "改造操场。改造食堂。"), false),
    ] {
        assert_eq!(plan(&text).fingerprint() == first, is_same, "{what}");
    }
    let other = Plan { id: "p2".into(), ..plan(TEXT) };
    assert_ne!(other.fingerprint(), first, "another plan");
    assert_eq!(other.fingerprint_under(&plan(TEXT).id), first, "the same plan, kept twice");
    let again = plan_file::from_text(&plan_file::to_text(&plan(TEXT))).expect("a plan file");
    assert_eq!(again.fingerprint(), first, "a plan that was kept");
}
