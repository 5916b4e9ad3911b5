//! What a person chose of the page, and what a browser asks for.

use proptest::prelude::*;
use yaodian::domain::script::Rendition;
use yaodian::domain::settings::{Lang, Settings, Theme};
use yaodian::persist::settings::{read, write};

#[test]
fn the_first_language_that_the_interface_has() {
    #[track_caller]
    fn check(browser: &[&str], lang: Lang) {
        assert_eq!(Lang::of_browser(browser.iter().copied()), lang, "{browser:?}");
    }
    for tag in ["zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-CN", "zh-Hans-TW", "zh-Hans-HK", "zh_CN", "ZH-cn"] {
        check(&[tag], Lang::ZhHans);
    }
    for tag in ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-CN", "zh-hant-tw", "zh_TW", "ZH-HANT"] {
        check(&[tag], Lang::ZhHant);
    }
    for tag in ["en", "en-GB", "en-US", "EN-us", "en_GB"] {
        check(&[tag], Lang::En);
    }
    // None of them, and words that only begin alike.
    for tag in ["fr", "ja-JP", "", "-", "enm", "zha", "x-zh"] {
        check(&[tag], Lang::ZhHans);
    }
    check(&[], Lang::ZhHans);
    check(&["fr", "en-GB", "zh-TW"], Lang::En);
    check(&["bo-CN", "zh-TW", "en"], Lang::ZhHant);
    check(&["zh-CN", "en"], Lang::ZhHans);
}

#[test]
fn every_language_is_known_by_its_own_tag() {
    for lang in Lang::ALL {
        assert_eq!(Lang::of_browser([lang.tag()]), lang);
    }
}

#[test]
fn the_script_goes_with_the_language() {
    let scripts = Lang::ALL.map(|lang| (lang, lang.rendition()));
    assert_eq!(
        scripts,
        [(Lang::ZhHans, Rendition::Simplified), (Lang::ZhHant, Rendition::Traditional), (Lang::En, Rendition::Record)]
    );
}

#[test]
fn every_choice_comes_back() {
    let mut texts = Vec::new();
    for lang in [None, Some(Lang::ZhHans), Some(Lang::ZhHant), Some(Lang::En)] {
        for theme in [None, Some(Theme::Light), Some(Theme::Dark)] {
            for rendition in [None, Some(Rendition::Record), Some(Rendition::Simplified)] {
                for flags in 0..8 {
                    let [no_lights, chinese, no_keys] = [1, 2, 4].map(|flag| flags & flag > 0);
                    let settings = Settings { lang, theme, rendition, no_lights, chinese, no_keys };
                    let text = write(settings);
                    assert_eq!(read(&text), settings, "{text:?}");
                    texts.push(text);
                }
            }
        }
    }
    assert!(texts.contains(&"zh-Hant dark record".into()), "the saved form is not another one: {texts:?}");
}

#[test]
fn what_cannot_be_read_was_not_chosen() {
    #[track_caller]
    fn check(text: &str, settings: Settings) {
        assert_eq!(read(text), settings, "{text:?}");
    }
    let none = Settings::default();
    for text in ["", " \n", "{\"lang\":\"en\"}", "de", "Dark", "zh", "en,dark"] {
        check(text, none);
    }
    check("en sepia", Settings { lang: Some(Lang::En), ..none });
    check("en sepia record", Settings { lang: Some(Lang::En), rendition: Some(Rendition::Record), ..none });
    check("dark\ten\n", Settings { lang: Some(Lang::En), theme: Some(Theme::Dark), ..none });
}

proptest! {
    #[test]
    fn no_text_is_too_odd(text: String) {
        let settings = read(&text);
        prop_assert_eq!(read(&write(settings)), settings);
    }
}
