//! What is read in a web page, and in what Word, WPS and browsers put on the clipboard.

use yaodian::exchange::of_html;

#[track_caller]
fn shows(name: &str, page: &str, text: &str) {
    assert_eq!(of_html(page).map(|brought| brought.text).as_deref(), Ok(text), "{name}");
}

#[test]
fn blocks_are_lines() {
    let cases = [
        ("paragraphs that nobody closes", "<p>甲<p>乙<div>丙</div>丁", "甲\n乙\n丙\n丁"),
        ("breaks", "<p>甲<br>乙<br/>丙</p>", "甲\n乙\n丙"),
        ("blanks", "<p> 甲\n  a&nbsp;&nbsp;b </p>", "甲 a b"),
        ("a sentence that the page breaks", "<p>加快\n推进</p>", "加快推进"),
        ("inline elements", "<p>甲<b>乙</b><span>丙</span></p>", "甲乙丙"),
        ("entities", "<p>&lt;甲&gt;&amp;&#20057;&#x4e19;</p>", "<甲>&乙丙"),
        (
            "scripts and styles",
            "<head><title>t</title><style>p{}</style></head><script>var a='<p>b'</script><p>甲",
            "甲",
        ),
        ("comments", "<!-- <p>a --><p>甲<!--[if gte mso 9]><xml>b</xml><![endif]-->", "甲"),
        ("text as it stands", "<pre>甲\n 乙</pre>", "甲\n 乙"),
        ("what closes nothing", "</div></p></table><p>甲</b></i>", "甲"),
        ("deleted", "<p>甲<del>乙</del></p>", "甲"),
    ];
    for (name, page, text) in cases {
        shows(name, page, text);
    }
}

#[test]
fn numbers_of_lists_are_written_out() {
    let word = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>一、<span \
        style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span></span><![endif]>甲</p>\
        <p style='mso-list:l0 level2 lfo1'><span style='mso-list:\nIgnore'>1.<span>&nbsp;&nbsp; </span></span>乙</p>";
    let cases = [
        ("plain", "<ol><li>甲<li>乙</ol>", "1. 甲\n2. 乙"),
        (
            "a number to begin with",
            "<ol start=3><li>甲</li><li value=9>乙</li><li>丙</li></ol>",
            "3. 甲\n9. 乙\n10. 丙",
        ),
        ("letters", "<ol type=a><li>甲</ol><ol type=I><li>乙</ol>", "a. 甲\nI. 乙"),
        ("in Chinese", "<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", "一、甲\n二、乙"),
        ("none", "<ol style='list-style:none'><li>1.甲</ol><ul><li>乙</ul>", "1.甲\n乙"),
        ("in each other", "<ol><li>甲<ol type=a><li>乙</ol><li>丙</ol>", "1. 甲\na. 乙\n2. 丙"),
        ("paragraphs in them", "<ol><li><p>甲</p></li><li><p>乙</p><p>丙</p></li></ol>", "1. 甲\n2. 乙\n丙"),
        ("of Word", word, "一、甲\n1. 乙"),
    ];
    for (name, page, text) in cases {
        shows(name, page, text);
    }
}

#[test]
fn tables_are_rows_with_tabs() {
    let head = "<tr><th>序号<th>任务<th>举措<th>责任单位</tr>";
    let cases = [
        (
            "cells",
            "<table><tr><td>甲</td><td>乙</td></tr><tr><td><p>丙</p><p>丁</p></td><td></td></tr></table>",
            "甲\t乙\n丙 丁\t",
        ),
        ("cells that nobody closes", "<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>戊", "甲\t乙\n丙\t丁\n戊"),
        (
            "merged",
            "<table><tr><td rowspan=2>甲<td colspan=2>乙<td>丙<tr><td>丁<td>戊<td>己</table>",
            "甲\t乙\t\t丙\n\t丁\t戊\t己",
        ),
        (
            "in a table that only places it",
            "<table><tr><td>菜单</td></tr><tr><td><p>题</p><table><tr><td>甲<td>乙</table></td></tr></table>",
            "菜单\n题\n甲\t乙",
        ),
        (
            "hidden rows",
            "<table><tr><td>甲<td>乙<tr style='display:none'><td>丙<td>丁<tr><td>戊<td>己</table>",
            "甲\t乙\n戊\t己",
        ),
        (
            "rows that share what is to be done",
            &format!("<table>{head}<tr><td rowspan=2>1<td rowspan=2>甲<td rowspan=2>乙<td>丙局<tr><td>丁局</table>"),
            "序号\t任务\t举措\t责任单位\n1\t甲\t乙\t丙局、丁局",
        ),
        (
            "a row of one cell groups",
            &format!("<table>{head}<tr><td colspan=4>一、综合<tr><td>1<td>甲<td>乙<td>丙局</table>"),
            "序号\t任务\t举措\t责任单位\n一、综合\t\t\t\n1\t甲\t乙\t丙局",
        ),
    ];
    for (name, page, text) in cases {
        shows(name, page, text);
    }
}

#[test]
fn what_is_hidden_is_left_out_and_counted() {
    let page = "<p>甲</p><p style='display: none'>隱</p><p hidden>藏</p><span style='mso-hide:all'>x</span>";
    let brought = of_html(page).unwrap();
    assert_eq!((brought.text.as_str(), brought.left_out.counts()), ("甲", [0, 0, 3, 0, 0]));
}
