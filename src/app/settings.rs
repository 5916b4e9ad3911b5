//! Loads the settings, applies them to the document, and keeps them.

use super::english;
use crate::browser::{page, storage};
use crate::domain::settings::{Settings, Theme};
use crate::persist::settings::{KEY, read, write};
use crate::state::{Session, Store};
use crate::views::live;
use std::cell::Cell;

/// The settings kept before; the default if storage is switched off.
pub fn load() -> Settings {
    storage::get(KEY).ok().flatten().map(|text| read(&text)).unwrap_or_default()
}

/// Applies the theme to the document, and keeps every choice if storage allows it.
pub fn keep(session: Session) {
    let before = Cell::new(None);
    live::follow(move || {
        let settings = session.settings();
        page::set_theme(settings.theme.map(|theme| match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }));
        if before.replace(Some(settings)).is_some_and(|before| before != settings) {
            // A choice that cannot be kept holds until the page is left; only progress has a notice for that.
            let _ = storage::put(KEY, &write(settings));
        }
    });
}

/// Applies the language and title of what is open to the document.
pub fn show(store: Store) {
    live::follow(move || {
        page::set_language(store.lang().tag());
        if store.awaits_english() {
            english::load();
        }
        page::set_title(&store.window_title());
    });
}
