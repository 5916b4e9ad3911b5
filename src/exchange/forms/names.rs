//! The names of sheets: at most 31 units of UTF-16, without `[]:*?/\`, no quote first or last, each once.

const LONGEST: usize = 31;

/// Names for sheets of these names, in order.
pub fn unique<'a>(wanted: impl Iterator<Item = &'a str>, taken: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in wanted {
        let plain =
            |c: char| if c.is_control() || matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { ' ' } else { c };
        let plain: String = name.chars().map(plain).collect();
        let plain = plain.trim().trim_matches('\'').trim();
        let plain = if plain.is_empty() { "1" } else { plain };
        let is_free = |name: &str| {
            let is_it = |other: &str| other.to_lowercase() == name.to_lowercase();
            !is_it(taken) && !is_it("History") && !out.iter().any(|other| is_it(other))
        };
        let numbered = (2..).map(|n| {
            let number = format!("({n})");
            cut(plain, LONGEST - number.len()) + &number
        });
        let name = std::iter::once(cut(plain, LONGEST)).chain(numbered).find(|name| is_free(name));
        out.extend(name);
    }
    out
}

fn cut(name: &str, longest: usize) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= longest
    };
    let cut: String = name.chars().take_while(fits).collect();
    cut.trim_end().trim_end_matches('\'').to_owned()
}
