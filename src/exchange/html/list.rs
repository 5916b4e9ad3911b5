//! Lists, whose numbers a page shows and does not have as text.

use crate::exchange::numerals::numeral;

/// A list that is open.
#[derive(Debug)]
pub struct List {
    /// Word's name for how it counts; none for a list without numbers.
    format: Option<&'static str>,
    next: u32,
}

impl List {
    /// The list that an element of this name and these attributes is, if it is one.
    pub fn of(name: &str, style: &str, attribute: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let styled = style
            .split(';')
            .find_map(|one| one.strip_prefix("list-style-type:").or_else(|| one.strip_prefix("list-style:")));
        let format = match name {
            "ol" => match (styled, attribute("type").as_deref()) {
                (Some(style), _) => by_style(style),
                (None, Some("a")) => Some("lowerLetter"),
                (None, Some("A")) => Some("upperLetter"),
                (None, Some("i")) => Some("lowerRoman"),
                (None, Some("I")) => Some("upperRoman"),
                (None, _) => Some("decimal"),
            },
            "ul" => styled.and_then(by_style),
            _ => return None,
        };
        let start = attribute("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        Some(Self { format, next: start })
    }

    /// The number of the next item, with the mark behind it.
    pub fn next(&mut self, value: Option<&str>) -> String {
        let number = value.and_then(|value| value.trim().parse().ok()).unwrap_or(self.next);
        self.next = number.saturating_add(1);
        let Some(format) = self.format else { return String::new() };
        let behind = if format.starts_with("chinese") { "、" } else { ". " };
        numeral(number, format) + behind
    }
}

fn by_style(style: &str) -> Option<&'static str> {
    Some(match style {
        "decimal" => "decimal",
        "decimal-leading-zero" => "decimalZero",
        "lower-alpha" | "lower-latin" => "lowerLetter",
        "upper-alpha" | "upper-latin" => "upperLetter",
        "lower-roman" => "lowerRoman",
        "upper-roman" => "upperRoman",
        "cjk-decimal" | "cjk-ideographic" | "simp-chinese-informal" | "trad-chinese-informal" => {
            "chineseCountingThousand"
        }
        _ => return None,
    })
}
