//! Draws the list into the page when the site is built, by the same views as the program: so it can be read before the
//! program runs, and where it cannot run at all.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::first;
use anyhow::{Context, Result, ensure};
use yaodian::app::prerendered;
use yaodian::domain::plan::Plan;
use yaodian::domain::reading::simplified;
use yaodian::domain::settings::Lang;
use yaodian::persist::embedded;

/// The element that the list is put into.
const PLACE: &str = "<div id=\"app\">";

/// What stands between two lists.
const SEAM: &str = "<hr>";

/// Puts the list into the page of a built site.
pub fn write(folder: &Path) -> Result<()> {
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).context("the page cannot be read")?;
    let (before, after) = html.split_once(PLACE).context("the page has no place for the list")?;
    let plan = embedded::plan();
    let title = ["<title>", &simplified(plan.text(plan.meta.title), &plan.rewordings), "<"].concat();
    let before = before.replace("<title>要點<", &title);
    let [simplified, traditional, english] = Lang::ALL.map(list);
    // Both lists have the same styles, under the same numbers.
    let (both, styles) = without_styles(&[&simplified, SEAM, &english].concat());
    let (list, english) = both.split_once(SEAM).context("the lists cannot be told apart")?;
    let [turned, in_english] = [first::traditional(&simplified, &traditional)?, first::english(&short(english))];
    let mut before = before;
    for (name, text) in [(first::TRADITIONAL, turned), (first::ENGLISH, in_english)] {
        ensure!(before.contains(name), "the page does not ask for {name}");
        before = before.replace(name, &first::write(folder, name, &text)?);
    }
    let list = short(list);
    let page_with_list =
        [&before, "<div id=\"app\" data-prerendered=zh-Hans>", &styles, &index(&plan), &list, after].concat();
    fs::write(&page, page_with_list).context("the page cannot be written")
}

/// The list as HTML in a language. Controls that work only with the program are disabled, and browsers are told not to fill in checkboxes
/// by themselves. The program removes the attributes added here when it takes the list over: `app::prerendered::ADDED`.
pub fn list(lang: Lang) -> String {
    prerendered::html(lang)
        .replace("<button ", "<button disabled ")
        .replace("<select ", "<select disabled autocomplete=\"off\" ")
        .replace("<fieldset", "<fieldset disabled")
        .replace("id=\"party\"", "id=\"party\" disabled")
        .replace("<input type=\"checkbox\"", "<input autocomplete=\"off\" type=\"checkbox\"")
        // What is chosen looks so by its class, and the program chooses it.
        .replace(" checked", "")
}

/// The list without style attributes, which the page's security policy forbids, and a style sheet in their place: each style
/// is a class of its own until the program takes over.
fn without_styles(list: &str) -> (String, String) {
    const ATTRIBUTE: &str = " style=\"";
    let (mut out, mut known) = (String::with_capacity(list.len()), Vec::new());
    let mut rest = list;
    while let Some((before, style)) = rest.split_once(ATTRIBUTE) {
        let (style, after) = style.split_once('"').unwrap_or((style, ""));
        let number = known.iter().position(|known| *known == style).unwrap_or_else(|| {
            known.push(style);
            known.len() - 1
        });
        out.push_str(before);
        let _ = write!(out, " data-style=\"{number}\"");
        rest = after;
    }
    let rule = |(number, style): (usize, &&str)| format!(":root [data-style=\"{number}\"]{{{style}}}");
    let rules: String = known.iter().enumerate().map(rule).collect();
    (out + rest, format!("<style>{rules}</style>"))
}

/// The list in a shorter form: no quotes where HTML needs none, and the shortest possible comments. In the one file the list
/// is not compressed.
fn short(list: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.#".contains(c);
    let list = list.replace("<!---->", "<!>");
    let mut pieces = list.split("=\"");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('"').filter(|(value, _)| !value.is_empty() && value.chars().all(plain)) {
            Some((value, after)) => out.extend(["=", value, after]),
            None => out.extend(["=\"", piece]),
        }
    }
    out
}

/// The index of units and localities with their tasks, as links. Only people without scripts see it.
fn index(plan: &Plan) -> String {
    let mut html =
        String::from("<details id=\"prerendered-index\" lang=\"zh-Hans\"><summary>责任单位和县区索引</summary><ul>");
    for party in plan.parties().skip(1) {
        let Some(name) = plan.printed_name(party) else { continue };
        let _ = write!(html, "<li>{}：", simplified(name, &plan.rewordings));
        for task in plan.scope(party).tasks.iter().filter_map(|i| plan.tasks.get(*i)) {
            let _ = write!(html, " <a href=\"#t{0}\">{0}</a>", task.no);
        }
        html.push_str("</li>");
    }
    html + "</ul></details>"
}

#[cfg(test)]
mod tests {
    use super::{index, list, short, without_styles};
    use yaodian::domain::mark::{Field, Status};
    use yaodian::domain::party::Party;
    use yaodian::domain::reading::simplified;
    use yaodian::domain::rollup::State;
    use yaodian::domain::settings::Lang;
    use yaodian::persist::embedded::plan as haidong;
    use yaodian::persist::keeper::Keeper;
    use yaodian::text::words;

    #[test]
    fn the_whole_plan_stands_in_the_page_and_nothing_is_ticked() {
        let plan = haidong();
        let html = list(Lang::ZhHans);
        assert_eq!(plan.id, yaodian::persist::embedded::ID);
        assert_eq!(html.matches("<li class=\"measure").count(), 129);
        for measure in plan.measures() {
            let label = plan.label(measure.id);
            assert!(html.contains(&format!("id=\"m{label}\"")), "{label}");
        }
        for task in &plan.tasks {
            let title = simplified(plan.text(task.title), &plan.rewordings);
            assert!(html.contains(&title), "{title}");
        }
        assert!(!html.contains(" checked") && !html.contains("<button type"));
        assert_eq!(
            html.matches("type=\"checkbox\"").count(),
            html.matches("autocomplete=\"off\" type=\"checkbox\"").count()
        );
    }

    #[test]
    fn the_script_that_shows_what_is_signed_off_knows_how_that_is_kept_and_said() {
        let (plan, page) = (haidong(), include_str!("../../../index.html"));
        let key = Keeper::new(&plan).key();
        let key = key.trim_end_matches(|c: char| c.is_ascii_digit());
        let state = words(Lang::ZhHans).states[State::SignedOff as usize];
        let (key_in_pattern, party) = (key.replace('/', "\\/"), plan.party_key(Party::Coordinator));
        for known in [
            format!("\"{key}\" + newest"),
            format!("/^{key_in_pattern}(\\d+)$/"),
            format!(".marks.{party};"),
            format!("].{};", Field::Status.key()),
            format!("=== \"{}\"", Status::Done.key()),
            format!("\"{}\"", State::SignedOff.key()),
            format!("\"{state}\""),
        ] {
            assert!(page.contains(&known), "{known}");
        }
    }

    #[test]
    fn styles_stand_in_rules_and_not_in_attributes() {
        let (list, styles) = without_styles("<i style=\"width:0%\"></i><b style=\"width:5%\"><i style=\"width:0%\">");
        assert_eq!(list, "<i data-style=\"0\"></i><b data-style=\"1\"><i data-style=\"0\">");
        assert_eq!(styles, "<style>:root [data-style=\"0\"]{width:0%}:root [data-style=\"1\"]{width:5%}</style>");
    }

    #[test]
    fn it_is_written_in_as_little_text_as_html_allows() {
        let list = "<a class=\"b\" title=\"1 < 2\" href=\"#/\">=</a><!----><i lang=\"zh-Hans\" alt=\"a=b\">&quot;</i>";
        assert_eq!(
            short(list),
            "<a class=b title=\"1 < 2\" href=\"#/\">=</a><!><i lang=zh-Hans alt=\"a=b\">&quot;</i>"
        );
    }

    #[test]
    fn every_unit_and_locality_leads_to_its_tasks() {
        let plan = haidong();
        let html = index(&plan);
        assert_eq!(html.matches("<li>").count(), 37);
        let links: usize = plan.parties().skip(1).map(|party| plan.scope(party).tasks.len()).sum();
        assert_eq!(html.matches("<a href=\"#t").count(), links);
    }
}
