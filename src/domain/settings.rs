//! The settings of the page itself, which belong to no plan.

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
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::ZhHans, Self::ZhHant, Self::En];

    /// The BCP 47 tag of the language.
    pub fn tag(self) -> &'static str {
        self.of(["zh-Hans", "zh-Hant", "en"])
    }

    /// What there is for this language, of what there is for each in the order of [`Lang::ALL`].
    pub fn of<T>(self, [simplified, traditional, english]: [T; 3]) -> T {
        match self {
            Self::ZhHans => simplified,
            Self::ZhHant => traditional,
            Self::En => english,
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

    /// The rendition of a plan that goes with the language unless a person chose another: the reading in the script of the
    /// language, or the record with English.
    pub fn rendition(self) -> Rendition {
        match self {
            Self::ZhHans => Rendition::Simplified,
            Self::ZhHant => Rendition::Traditional,
            Self::En => Rendition::Record,
        }
    }
}

/// Light or dark colours, instead of the system's choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on paper.
    Light,
    /// Light ink on dark.
    Dark,
}

/// What a person chose. `None` leaves language and theme to the browser, and the rendition to the language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub lang: Option<Lang>,
    /// The theme.
    pub theme: Option<Theme>,
    /// The text of a plan that is shown.
    pub rendition: Option<Rendition>,
    /// Whether lights are left out.
    pub no_lights: bool,
    /// Whether the Chinese stands beside an English reading of it.
    pub chinese: bool,
    /// Whether keys that are pressed alone do nothing.
    pub no_keys: bool,
}
