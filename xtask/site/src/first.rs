//! What turns the list that stands in the page, in simplified Chinese, into that of who reads something else, so that they see it as
//! early; then the program takes over what stands there.
//!
//! For traditional Chinese: which character becomes which, and the texts for which that is not enough. The script of the page
//! (`index.html`) applies it, to every text and to these attributes, in the order of the document. English has parts of its own, so
//! its file is the whole list, and the script puts it in the place of the other.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::policy::sha256;

/// The attributes that are words, in the order in which the script looks at them.
const ATTRIBUTES: [&str; 4] = ["title", "aria-label", "placeholder", "value"];

/// By what name the script of the page asks for the list in traditional Chinese.
pub const TRADITIONAL: &str = "first-zh-Hant.json";
/// By what name it asks for the list in English.
pub const ENGLISH: &str = "first-en.html";

/// Writes a file into a built site. Its name there says what is in it: a page that a browser kept must not get that of another version.
/// Gives that name.
pub fn write(folder: &Path, name: &str, text: &str) -> Result<String> {
    let (stem, kind) = name.rsplit_once('.').context("a file without a kind")?;
    let version: String = sha256(text.as_bytes()).chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    let kept_as = format!("{stem}-{version}.{kind}");
    fs::write(folder.join(&kept_as), text).context("the first look cannot be written")?;
    Ok(kept_as)
}

/// The file for English: the list, and the styles of the reading.
pub fn english(list: &str) -> String {
    let styles = yaodian::views::english::STYLES;
    format!("<!DOCTYPE html><style id=english-styles>{styles}</style><body>{list}")
}

/// The file for traditional Chinese, given the list in both scripts: `p`, pairs of characters, and `x`, whole texts by their place.
pub fn traditional(simplified: &str, traditional: &str) -> Result<String> {
    let (from, to) = (pieces(simplified), pieces(traditional));
    ensure!(from.len() == to.len(), "the list has {} texts in one script and {} in the other", from.len(), to.len());
    let mut counts: BTreeMap<char, BTreeMap<char, usize>> = BTreeMap::new();
    for (from, to) in from.iter().zip(&to).filter(|(from, to)| from.chars().count() == to.chars().count()) {
        for (from, to) in from.chars().zip(to.chars()) {
            *counts.entry(from).or_default().entry(to).or_default() += 1;
        }
    }
    let most = |(from, to): (char, BTreeMap<char, usize>)| {
        let (to, _) = to.into_iter().max_by_key(|(_, n)| *n)?;
        (from != to).then_some((from, to))
    };
    let pairs: BTreeMap<char, char> = counts.into_iter().filter_map(most).collect();
    let turned = |text: &str| text.chars().map(|c| pairs.get(&c).copied().unwrap_or(c)).collect::<String>();
    let others = from.iter().zip(&to).enumerate().filter(|(_, (from, to))| turned(from) != **to);
    let others: BTreeMap<String, &String> = others.map(|(place, (_, to))| (place.to_string(), to)).collect();
    let pairs: String = pairs.iter().flat_map(|(from, to)| [*from, *to]).collect();
    Ok(json!({ "p": pairs, "x": others }).to_string())
}

/// The texts of HTML as this program writes it, and the words of its attributes, in the order of the document.
fn pieces(html: &str) -> Vec<String> {
    let mut all = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = split_tag(piece);
        for name in ATTRIBUTES {
            let value = tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
            all.extend(value.map(|(value, _)| plain(value)));
        }
        if !text.is_empty() {
            all.push(plain(text));
        }
    }
    all
}

/// A tag without its bracket, and the text behind it; quoted values may hold brackets.
fn split_tag(piece: &str) -> (&str, &str) {
    let mut quoted = false;
    let end = piece.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '>' && !quoted
    });
    end.map_or((piece, ""), |(at, _)| (&piece[..at], &piece[at + 1..]))
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::{pieces, traditional};
    use crate::prerender::list;
    use serde_json::Value;
    use yaodian::domain::settings::Lang;

    #[test]
    fn texts_and_words_of_attributes_are_found_in_order() {
        let html = "<a title=\"甲 > 乙\" href=\"#\">一<!----><b aria-label=\"丙\">二</b> &amp; 三</a><input placeholder=\"丁\">";
        assert_eq!(pieces(html), ["甲 > 乙", "一", "丙", "二", " & 三", "丁"]);
    }

    #[test]
    fn what_is_turned_is_the_list_in_traditional_chinese() {
        let [from, to] = [Lang::ZhHans, Lang::ZhHant].map(list);
        let text = traditional(&from, &to).expect("both lists have the same texts");
        let value: Value = serde_json::from_str(&text).expect("it is JSON");
        let pairs: Vec<char> = value["p"].as_str().expect("pairs").chars().collect();
        let turn = |c: char| pairs.chunks(2).find(|pair| pair[0] == c).map_or(c, |pair| pair[1]);
        for (place, (from, to)) in pieces(&from).iter().zip(pieces(&to)).enumerate() {
            let whole = value["x"].get(place.to_string()).and_then(Value::as_str).map(str::to_owned);
            assert_eq!(whole.unwrap_or_else(|| from.chars().map(turn).collect()), to);
        }
        // Nothing but words differs: tags, ids, classes, and the languages said of them.
        let skeleton = |html: &str| {
            let mut tags: Vec<String> = html.split('<').map(|piece| super::split_tag(piece).0.to_owned()).collect();
            for tag in &mut tags {
                for name in super::ATTRIBUTES {
                    if let Some((before, rest)) = tag.split_once(&format!(" {name}=\"")) {
                        *tag = format!("{before}{}", rest.split_once('"').map_or("", |(_, rest)| rest));
                    }
                }
            }
            // Which language is chosen the program shows.
            tags.join("<").replace("zh-Hans", "zh-Hant").replace(" selected", "")
        };
        assert!(skeleton(&from) == skeleton(&to), "the tags differ");
        assert!(text.len() < 10_000, "{} bytes, before they are compressed", text.len());
    }
}
