//! The readings and their alignment with the record.

use proptest::prelude::*;
use std::ops::Range;
use yaodian::domain::plan::{Certainty, Rewording};
use yaodian::domain::reading::{Reading, simplified};
use yaodian::domain::script::Rendition;

fn rewording((record, simplified, traditional): (&str, &str, &str)) -> Rewording {
    let traditional = (!traditional.is_empty()).then(|| traditional.to_owned());
    let (record, simplified) = (record.to_owned(), simplified.to_owned());
    Rewording { record, simplified, traditional, certainty: Certainty::Inferred, ..Rewording::default() }
}

fn rewordings() -> Vec<Rewording> {
    [
        ("公車", "公交车", ""),
        ("公車輛", "公交车辆", "公交車輛"),
        ("最佳化", "优化", ""),
        ("網路", "网络", ""),
        ("網際網路", "互联网", "互聯網"),
        ("無", "", ""),
    ]
    .map(rewording)
    .into()
}

#[test]
fn rewords_the_longest_phrase_first() {
    let read = |record| simplified(record, &rewordings());
    assert_eq!(read("實現公車輛調度,公車更換"), "实现公交车辆调度，公交车更换");
    assert_eq!(read("“網際網路+醫療健康”"), "“互联网+医疗健康”");
    assert_eq!(read("最佳化5G網路"), "优化5G网络");
    assert_eq!(read("無"), "无", "a rewording to nothing is not applied");
    assert_eq!(read(""), "");
}

#[test]
fn a_reading_in_traditional_script_keeps_what_its_readers_write() {
    let read = |record| Reading::new(record, &rewordings(), Rendition::Traditional).text().to_owned();
    for (record, reading) in [
        ("實現公車輛調度,公車更換", "實現公交車輛調度，公車更換"),
        ("“網際網路+醫療‘健康’”", "「互聯網+醫療『健康』」"),
        ("最佳化5G網路", "最佳化5G網路"),
        ("it’s “A”", "it’s 「A」"),
        ("城市(鎮),1,000戶", "城市（鎮），1,000戶"),
        ("", ""),
    ] {
        assert_eq!(read(record), reading);
    }
}

#[test]
fn a_record_is_read_as_it_stands() {
    let record = "實現公車輛調度,公車更換(鎮)";
    let reading = Reading::new(record, &rewordings(), Rendition::Record);
    assert_eq!(reading.text(), record);
    assert_eq!((reading.to_record(3..9), reading.to_reading(3..9)), (3..9, 3..9));
}

#[test]
fn prints_marks_in_full_width_but_not_inside_numbers() {
    let read = |record| simplified(record, &[]);
    for (record, reading) in [
        ("城市(鎮)", "城市（镇）"),
        ("2.4萬人次,開展", "2.4万人次，开展"),
        ("1,000戶,10:30;完成:", "1,000户，10:30；完成："),
        ("1. 全面;PM2.5,建設5G", "1. 全面；PM2.5，建设5G"),
        ("〔2021〕319號“a,b”《綱要》", "〔2021〕319号“a,b”《纲要》"),
        ("見http://example.com", "见http://example.com"),
    ] {
        assert_eq!(read(record), reading);
    }
}

#[test]
fn ranges_that_cut_into_a_phrase_widen_to_all_of_it() {
    let record = "推進最佳化調配,建設";
    let reading = Reading::new(record, &rewordings(), Rendition::Simplified);
    assert_eq!(reading.text(), "推进优化调配，建设");
    let at = |text: &str, words: &str| {
        let start = text.find(words).expect("the words stand in the text");
        start..start + words.len()
    };
    assert_eq!(reading.to_record(at(reading.text(), "化")), at(record, "最佳化"));
    assert_eq!(reading.to_reading(at(record, "佳")), at(reading.text(), "优化"));
    assert_eq!(reading.to_reading(at(record, "化調")), at(reading.text(), "优化调"));
    assert_eq!(reading.to_record(at(reading.text(), "建设")), at(record, "建設"));
    assert_eq!(reading.to_record(at(reading.text(), "，")), at(record, ","));
    let reworded: Vec<_> = reading.reworded().collect();
    assert_eq!(reworded.len(), 1);
    assert_eq!((&record[reworded[0].record.clone()], reworded[0].rewording), ("最佳化", 2));
    assert_eq!(&reading.text()[reworded[0].reading.clone()], "优化");
}

/// Texts in which phrases, marks, digits and characters of every length meet.
fn record() -> impl Strategy<Value = String> {
    const WORDS: [&str; 18] = [
        "公車",
        "公車輛",
        "最佳化",
        "最佳",
        "網際網路",
        "網路",
        "無",
        ",",
        "(",
        ")",
        ":",
        "1",
        "建設",
        "é",
        "😀",
        "A",
        "。",
        "車",
    ];
    let piece = prop_oneof![8 => proptest::sample::select(&WORDS[..]).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn rendition() -> impl Strategy<Value = Rendition> {
    proptest::sample::select(&[Rendition::Record, Rendition::Simplified, Rendition::Traditional][..])
}

fn boundaries(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

/// Every range between character boundaries.
fn ranges(text: &str) -> Vec<Range<usize>> {
    let bounds = &boundaries(text);
    let from = |i: usize| bounds[i..].iter().map(move |&end| bounds[i]..end).collect::<Vec<_>>();
    (0..bounds.len()).flat_map(from).collect()
}

fn contains(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

proptest! {
    #[test]
    fn the_texts_stay_aligned(record in record(), rendition in rendition()) {
        let reading = Reading::new(&record, &rewordings(), rendition);
        let text = reading.text();
        prop_assert_eq!(reading.to_reading(0..record.len()), 0..text.len());
        prop_assert_eq!(reading.to_record(0..text.len()), 0..record.len());
        for range in ranges(&record) {
            let there = reading.to_reading(range.clone());
            prop_assert!(text.get(there.clone()).is_some());
            prop_assert!(contains(&reading.to_record(there), &range));
        }
        for range in ranges(text) {
            let there = reading.to_record(range.clone());
            prop_assert!(record.get(there.clone()).is_some());
            prop_assert!(contains(&reading.to_reading(there), &range));
        }
        for (map, bounds) in [
            (Box::new(|at| reading.to_reading(at..record.len()).start) as Box<dyn Fn(usize) -> usize>, boundaries(&record)),
            (Box::new(|at| reading.to_reading(0..at).end), boundaries(&record)),
            (Box::new(|at| reading.to_record(at..text.len()).start), boundaries(text)),
            (Box::new(|at| reading.to_record(0..at).end), boundaries(text)),
        ] {
            let mapped: Vec<usize> = bounds.into_iter().map(map).collect();
            prop_assert!(mapped.is_sorted());
        }
    }

    #[test]
    fn no_range_is_too_odd(record in record(), rendition in rendition(), start in 0_usize..200, end in 0_usize..200) {
        let reading = Reading::new(&record, &rewordings(), rendition);
        prop_assert!(reading.text().get(reading.to_reading(start..end)).is_some());
        prop_assert!(record.get(reading.to_record(start..end)).is_some());
    }

    #[test]
    fn reading_a_reading_changes_nothing(record in record()) {
        let once = simplified(&record, &rewordings());
        prop_assert_eq!(simplified(&once, &[]), once.clone());
    }
}
