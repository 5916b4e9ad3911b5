//! What a person chose of the page itself. Not part of any plan.

use super::script::Rendition;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    ZhHans,
    /// Traditional Chinese.
    ZhHant,
    /// English.
    En,
}

impl Lang {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::ZhHans, Self::ZhHant, Self::En];

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// The first language of a browser's list that the interface has; simplified Chinese if none.
    ///
    /// Taiwan, Hong Kong and Macau read traditional Chinese unless the tag says otherwise (CLDR likely subtags).
    pub fn of_browser<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        let known = |tag: &str| {
            let tag = tag.to_ascii_lowercase();
            let mut parts = tag.split(['-', '_']);
            match parts.next() {
                Some("en") => Some(Self::En),
                Some("zh") => {
                    let parts: Vec<&str> = parts.collect();
                    let has = |names: &[&str]| parts.iter().any(|part| names.contains(part));
                    let traditional = has(&["hant"]) || (!has(&["hans"]) && has(&["tw", "hk", "mo"]));
                    Some(if traditional { Self::ZhHant } else { Self::ZhHans })
                }
                _ => None,
            }
        };
        tags.into_iter().find_map(known).unwrap_or_default()
    }

    /// The rendition of the plan's text that goes with it, unless a person chose otherwise: who reads simplified
    /// Chinese gets the simplified reading, everybody else the record.
    pub fn rendition(self) -> Rendition {
        match self {
            Self::ZhHans => Rendition::Simplified,
            Self::ZhHant | Self::En => Rendition::Record,
        }
    }
}

/// Light or dark, whatever the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on paper.
    Light,
    /// Light ink on dark.
    Dark,
}

/// What was chosen; `None` follows the browser, and the script follows the language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Language of the interface.
    pub lang: Option<Lang>,
    /// Theme.
    pub theme: Option<Theme>,
    /// Which text of a plan is shown.
    pub rendition: Option<Rendition>,
}
