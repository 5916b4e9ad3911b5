//! The saved form of the page's settings: language, theme, rendition, what is left out, and whether Chinese stands beside English. They
//! belong to no plan.
//!
//! One word for each choice (`zh-Hant dark record`); an unknown word counts as not chosen.

use crate::domain::script::Rendition;
use crate::domain::settings::{Lang, Settings, Theme};

/// The key on the shelf.
pub const KEY: &str = "yaodian/settings";

/// Writes the settings as text.
pub fn write(settings: Settings) -> String {
    let Settings { lang, theme, rendition, no_lights, chinese, no_keys } = settings;
    let theme = theme.map(|theme| match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    });
    let rendition = rendition.map(|rendition| match rendition {
        Rendition::Record => "record",
        Rendition::Simplified => "simplified",
        Rendition::Traditional => "traditional",
    });
    let lights = no_lights.then_some("no-lights");
    let chinese = chinese.then_some("chinese");
    let keys = no_keys.then_some("no-keys");
    let chosen = [lang.map(Lang::tag), theme, rendition, lights, chinese, keys];
    chosen.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Reads settings from a saved text.
pub fn read(text: &str) -> Settings {
    let mut settings = Settings::default();
    for word in text.split_whitespace() {
        match word {
            "light" => settings.theme = Some(Theme::Light),
            "dark" => settings.theme = Some(Theme::Dark),
            "record" => settings.rendition = Some(Rendition::Record),
            "no-lights" => settings.no_lights = true,
            "chinese" => settings.chinese = true,
            "no-keys" => settings.no_keys = true,
            "simplified" => settings.rendition = Some(Rendition::Simplified),
            "traditional" => settings.rendition = Some(Rendition::Traditional),
            tag => settings.lang = Lang::ALL.into_iter().find(|lang| lang.tag() == tag).or(settings.lang),
        }
    }
    settings
}
