//! A handed-out page (下發): the one file of the site with a plan in it, for one party or for all.
//!
//! The plan, the marks that go with it and the party are data in elements that no browser runs, so the page's policy, which names its
//! scripts and styles by their digests, stays as it is. Before the program runs, and where it cannot, a plain list stands in the page.

/// The id of the element with the plan, in the form of a plan file.
pub const PLAN: &str = "handed-plan";

/// The id of the element with the marks that were handed out, as a progress file.
pub const MARKS: &str = "handed-marks";

/// The id of the element with the key of the party; there is none in a page for all.
pub const PARTY: &str = "handed-for";

/// What is handed out.
#[derive(Clone, Copy, Debug)]
pub struct HandOut<'a> {
    /// The title of the window.
    pub title: &'a str,
    /// What it carries: the id of an element, which begins with `handed-`, and its text.
    pub data: &'a [(&'a str, &'a str)],
    /// The list before the program runs, as HTML without scripts, styles and `style` attributes.
    pub list: &'a str,
}

/// What stands before the list in the page.
const PLACE: &str = "<div id=\"app\"";

/// What stands behind it.
const BEHIND: &str = "<script nomodule";

/// How an element with data begins, up to its id, and how it ends.
const DATA: [&str; 2] = ["<script type=\"text/plain\" id=\"", "</script>"];

/// The page with something handed out in it; `None` if `one_file` is not the one file of this program. That may be as it was built, or
/// as a page that is open has it by then: with another list in it, with what was handed out before, and with what the program put
/// into its head.
pub fn page(one_file: &str, hand_out: &HandOut) -> Option<String> {
    let (head, rest) = one_file.split_once(PLACE)?;
    let (app, after) = rest.split_once(BEHIND)?;
    let (_, between) = app.rsplit_once("</div>")?;
    let (_, head) = head.split_once("<head>")?;
    let head = without(head, "<style id=", "</style>");
    let head = without_later_policies(&without(&head, "<title>", "</title>"))?;
    let between = without(between, &[DATA[0], "handed-"].concat(), DATA[1]);
    let data = |(id, text): &(&str, &str)| {
        // Nothing in JSON outside of its strings is such a bracket, and in them it may be written so.
        [DATA[0], id, "\">", &text.replace('<', "\\u003c"), DATA[1], "\n"].concat()
    };
    let data: String = hand_out.data.iter().map(data).collect();
    Some(
        [
            "<!DOCTYPE html><html lang=\"zh-Hans\" translate=\"no\"><head>",
            &head,
            "<div id=\"app\">",
            hand_out.list,
            "</div>\n",
            between.trim(),
            &data,
            BEHIND,
            after,
        ]
        .concat()
        .replacen(
            "<meta name=\"viewport\"",
            &["<title>", &escaped(hand_out.title), "</title><meta name=\"viewport\""].concat(),
            1,
        ),
    )
}

/// The marks that went with a handed-out page, as a progress file; `None` if it is none.
pub fn marks_of(page: &str) -> Option<&str> {
    let begins = [DATA[0], MARKS, "\">"].concat();
    let (_, behind) = page.split_once(&begins)?;
    behind.split_once(DATA[1]).map(|(marks, _)| marks)
}

/// The text without what stands between these, wherever it does.
fn without(text: &str, begins: &str, ends: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(begins) {
        out.push_str(before);
        rest = inside.split_once(ends).map_or("", |(_, after)| after);
    }
    out + rest
}

/// The head without the stricter policy that the page adds in engines which allow it: others could not open the page then.
fn without_later_policies(head: &str) -> Option<String> {
    const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\"";
    let (before, rest) = head.split_once(POLICY)?;
    Some([before, POLICY, &without(rest, POLICY, ">")].concat())
}

/// A text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
