//! The names of files that are saved: what every system takes, and what nobody can be misled by.

/// The longest name without its ending, in bytes of UTF-8: file systems take 255, and browsers add numbers.
const LONGEST: usize = 200;

/// Names that Windows keeps for devices, whatever the ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The name of a file: words, and an ending without its dot. What no file system takes becomes `_`, and so do marks that make a name
/// look like another, as those that turn the direction of writing.
pub fn file_name(words: &str, ending: &str) -> String {
    let safe = |c: char| if is_safe(c) { c } else { '_' };
    let mut name: String = words.chars().map(safe).collect();
    let mut end = LONGEST.min(name.len());
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name.truncate(end);
    let name = name.trim().trim_end_matches(['.', ' ']);
    let before = if name.is_empty() || is_device(name) { "_" } else { "" };
    [before, name, ".", ending].concat()
}

fn is_safe(c: char) -> bool {
    let turns = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    !c.is_control() && !turns && !"\\/:*?\"<>|".contains(c)
}

/// Whether Windows takes it for a device: `con`, `COM1`, `nul.json`.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let kind = DEVICES.iter().position(|device| stem.starts_with(device));
    kind.is_some_and(|kind| match stem.as_bytes()[3..] {
        [] => kind < 4,
        [digit] => kind >= 4 && digit.is_ascii_digit(),
        _ => false,
    })
}

/// So many characters of a title stand in a name.
const LONGEST_TITLE: usize = 24;

/// What titles of plans end with, in both scripts: it tells none of them from another.
const KINDS: [&str; 4] = ["工作要點", "工作要点", "要點", "要点"];

/// The short title of a plan, by which files of several plans are told apart: without the words around a title in 《》 and without 工作要點,
/// and no more than can be read in a list of files. Empty if the title is.
pub fn short_title(title: &str) -> String {
    let quoted = title.split_once('《').and_then(|(_, rest)| rest.split_once('》'));
    // 關於印發《…》的通知, and not what is made to carry out 《…》.
    let is_all = |behind: &str| matches!(behind.trim(), "" | "的通知" | "通知");
    let inner = quoted.filter(|(inner, behind)| !inner.trim().is_empty() && is_all(behind)).map(|(inner, _)| inner);
    let title = inner.unwrap_or(title).trim();
    let bare = KINDS.iter().find_map(|kind| title.strip_suffix(kind)).map(str::trim_end);
    let short = bare.filter(|bare| !bare.is_empty()).unwrap_or(title);
    let short: String = short.chars().take(LONGEST_TITLE).collect();
    short.trim_end().to_owned()
}
