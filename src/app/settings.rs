//! Language, theme and script: loaded, shown on the document, kept.

use crate::browser::{page, storage};
use crate::domain::settings::{Settings, Theme};
use crate::persist::settings::{KEY, read, write};
use crate::state::{Session, Store};
use crate::views::live;
use std::cell::Cell;

/// What was chosen before; where storage is switched off, nothing was.
pub fn load() -> Settings {
    storage::get(KEY).ok().flatten().map(|text| read(&text)).unwrap_or_default()
}

/// Shows the theme on the document, and keeps every choice where it can be kept.
pub fn keep(session: Session) {
    let before = Cell::new(None);
    live::follow(move || {
        let settings = session.settings();
        page::set_theme(settings.theme.map(|theme| match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }));
        if before.replace(Some(settings)).is_some_and(|before| before != settings) {
            // A choice that cannot be kept holds until the page is left; progress has a warning of its own.
            let _ = storage::put(KEY, &write(settings));
        }
    });
}

/// Shows language and title of what is open.
pub fn show(store: Store) {
    live::follow(move || {
        page::set_language(store.lang().tag());
        page::set_title(&store.window_title());
    });
}
