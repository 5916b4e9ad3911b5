//! The saved form of what a person chose of the page itself: language, theme, script. Not part of any plan.
//!
//! A word per choice (`zh-Hant dark record`); what cannot be read is as if it had not been chosen.

use crate::domain::script::Rendition;
use crate::domain::settings::{Lang, Settings, Theme};

/// The key on the shelf.
pub const KEY: &str = "yaodian/settings";

/// The saved text.
pub fn write(settings: Settings) -> String {
    let Settings { lang, theme, rendition } = settings;
    let theme = theme.map(|theme| match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    });
    let rendition = rendition.map(|rendition| match rendition {
        Rendition::Record => "record",
        Rendition::Simplified => "simplified",
    });
    [lang.map(Lang::tag), theme, rendition].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The settings of a saved text.
pub fn read(text: &str) -> Settings {
    let mut settings = Settings::default();
    for word in text.split_whitespace() {
        match word {
            "light" => settings.theme = Some(Theme::Light),
            "dark" => settings.theme = Some(Theme::Dark),
            "record" => settings.rendition = Some(Rendition::Record),
            "simplified" => settings.rendition = Some(Rendition::Simplified),
            tag => settings.lang = Lang::ALL.into_iter().find(|lang| lang.tag() == tag).or(settings.lang),
        }
    }
    settings
}
