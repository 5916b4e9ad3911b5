//! Handed-out pages: what stands in them, and that one can be made of another.

use yaodian::exchange::hand_out::{HandOut, MARKS, PARTY, PLAN, page};

/// The one file, as far as it matters here.
const ONE_FILE: &str = concat!(
    "<!DOCTYPE html><html lang=\"zh-Hans\"><head><meta charset=\"utf-8\">",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'sha256-a' 'unsafe-eval'\">",
    "<title>要点</title><meta name=\"viewport\" content=\"x\"><style>a{}</style><script>begin()</script></head><body>\n",
    "<div id=\"cannot-run\" hidden></div>\n<div id=\"app\" data-prerendered><main><div>list</div></main></div>\n",
    "<script nomodule>x</script><script type=\"text/plain\" id=\"first\">0((</script><script type=\"module\">y</script></body></html>"
);

const EDUCATION: HandOut = HandOut {
    title: "工作要點 <一>",
    data: &[
        (PLAN, r#"{"source":"</script><script>alert(1)</script><!--"}"#),
        (MARKS, r#"{"marks":{}}"#),
        (PARTY, "unit:市教育局"),
    ],
    list: "<main><h1>工作要點</h1></main>",
};

#[test]
fn the_page_has_the_plan_as_data_and_its_policy_unchanged() {
    let made = page(ONE_FILE, &EDUCATION).expect("the one file");
    assert!(made.contains("<title>工作要點 &lt;一&gt;</title>") && !made.contains("<title>要点"), "{made}");
    assert!(made.contains("<div id=\"app\"><main><h1>工作要點</h1></main></div>"), "{made}");
    assert!(!made.contains("data-prerendered") && !made.contains("<div>list"), "{made}");
    assert!(
        made.contains(r#"id="handed-plan">{"source":"\u003c/script>\u003cscript>alert(1)\u003c/script>\u003c!--"}<"#)
    );
    assert!(made.contains("id=\"handed-for\">unit:市教育局</script>"), "{made}");
    assert_eq!(made.matches("<script").count(), 4 + 3, "nothing that runs came along: {made}");
    assert!(made.contains("content=\"script-src 'sha256-a' 'unsafe-eval'\""), "{made}");
}

#[test]
fn a_page_that_is_open_gives_the_same_as_the_file_that_it_was() {
    let made = page(ONE_FILE, &EDUCATION).expect("the one file");
    // What the program, a browser and the page's start-up script do to it.
    let open = made
        .replace("<html lang=\"zh-Hans\" translate=\"no\">", "<html lang=\"en\" data-theme=\"dark\" class=\"x\">")
        .replace("</head>", "<style id=\"lazy-styles\">b{}</style><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'sha256-a'\"></head>")
        .replace("<main><h1>工作要點</h1></main>", "<main><div><div>another view</div></div></main>");
    assert_ne!(open, made);
    assert_eq!(page(&open, &EDUCATION).as_deref(), Some(made.as_str()));
    let all = page(&open, &HandOut { data: &EDUCATION.data[..2], ..EDUCATION }).expect("the one file");
    assert!(!all.contains("handed-for"), "{all}");
}

#[test]
fn what_is_not_the_one_file_gives_none() {
    for other in ["", "<html></html>", "<head></head><div id=\"app\">", "<div id=\"app\"></div><script nomodule>"] {
        assert_eq!(page(other, &EDUCATION), None, "{other}");
    }
}
