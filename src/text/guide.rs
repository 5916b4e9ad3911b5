//! What the guide is called, which stands beside the page on the site.

use crate::domain::settings::Lang;

/// The words of the link to it.
pub fn name(lang: Lang) -> &'static str {
    lang.of(["使用指南", "使用指南", "Guide"])
}
