//! What the preview of the papers shows, and a picture of it.

use serde_json::{Value, json};

use crate::page::Page;
use crate::picture::Picture;

/// How wide and high a CSS millimetre is, in CSS pixels.
const MM: f64 = 96.0 / 25.4;

/// Where the first sheet, its frame and its foot are seen, once the window shows the whole sheet: a picture taken before
/// the second frame after scrolling can still be the old one.
const PLACES: &str = "return (async () => {
    const sheet = document.querySelector('.desk .sheet');
    sheet.scrollIntoView({ block: 'center', behavior: 'instant' });
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    await frame();
    await frame();
    return [sheet, sheet.querySelector('.sheet-frame'), sheet.querySelector('.sheet-foot')]
        .map((part) => part.getBoundingClientRect()).map(({ left, top, right, bottom }) => [left, top, right, bottom]);
})()";

/// Of each sheet: its width and height, how far it or its frame is overfull sideways, and how far below its frame
/// something stands.
const SHEETS: &str = "
    return [...document.querySelectorAll('.desk .sheet')].map((sheet) => {
        const { width, height } = sheet.getBoundingClientRect();
        const frame = sheet.querySelector('.sheet-frame');
        const sideways = Math.max(...[sheet, frame].map((part) => part.scrollWidth - part.clientWidth));
        const bottom = (part) => part.getBoundingClientRect().bottom;
        return [width, height, sideways, bottom(frame.lastElementChild) - bottom(frame)];
    });";

/// A part of the window, between whole pixels.
#[derive(Clone, Copy, Debug)]
struct Area {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

impl Area {
    /// The pixels that lie in it wholly or in part.
    fn from(edges: &Value) -> Self {
        let edge = |place: usize| edges[place].as_f64().expect("four edges");
        Self {
            left: pixel(edge(0).floor()),
            top: pixel(edge(1).floor()),
            right: pixel(edge(2).ceil()),
            bottom: pixel(edge(3).ceil()),
        }
    }

    fn holds(self, x: usize, y: usize) -> bool {
        (self.left..self.right).contains(&x) && (self.top..self.bottom).contains(&y)
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the windows of the tests are small")]
fn pixel(place: f64) -> usize {
    assert!((0.0..10_000.0).contains(&place), "{place} is outside of the window");
    place as usize
}

/// Every kind of paper: its address and the size of its sheets, in mm.
const PAPERS: [(&str, f64, f64); 5] = [
    ("#/print/unit/市教育局", 210.0, 297.0),
    ("#/print/all?of=unit:市教育局,unit:市醫保局", 210.0, 297.0),
    ("#/print/table/unit/市教育局?reporting", 297.0, 210.0),
    ("#/print/report", 210.0, 297.0),
    ("#/print/text?blank", 210.0, 297.0),
];

#[test]
fn papers_stand_on_sheets_as_they_will_be_printed() {
    // Room for a whole sheet with the desk around it.
    let page = Page::open("");
    page.resize(1200, 1320);
    for (address, width, height) in PAPERS {
        page.go(address);
        page.until_laid_out();
        check(&page, address, width, height);
    }
}

/// The sheets of the open paper are of this size, and what stands on them stands inside its margins.
fn check(page: &Page, address: &str, wide: f64, high: f64) {
    let sheets = page.run(SHEETS, &json!([]));
    let sheets = sheets.as_array().unwrap();
    assert!(sheets.len() > 1, "{address}: one sheet only");
    for (place, sheet) in sheets.iter().enumerate() {
        let number = |which: usize| sheet[which].as_f64().unwrap();
        let (width, height) = (number(0) / MM, number(1) / MM);
        assert!(
            (width - wide).abs() < 0.01 && (height - high).abs() < 0.01,
            "{address}, sheet {place}: {width} × {height} mm"
        );
        assert!(number(2) <= 0.0, "sheet {place} is overfull sideways: {} px", number(2));
        assert!(number(3) <= 0.0, "sheet {place} is overfull: {} px", number(3));
    }
    let beyond = page.run("return document.documentElement.scrollWidth - innerWidth", &json!([]));
    assert!(beyond.as_i64().unwrap() <= 0, "the desk is {beyond} px too wide");

    // A picture may still be of what was there before, and what is above may still find its height.
    let measured = || page.run(PLACES, &json!([]));
    let misplaced = |page: &Page| {
        let at = Area::from(&measured()[0]);
        misplaced(&page.picture(), at)
    };
    page.shows(misplaced, None::<String>);
    let places = measured();
    let [sheet, frame, foot] = [0, 1, 2].map(|part| Area::from(&places[part]));
    let picture = page.picture();
    // The margins are empty, and the rest is not.
    let mut ink = (0, 0);
    for y in sheet.top + 1..sheet.bottom - 1 {
        for x in sheet.left + 1..sheet.right - 1 {
            if frame.holds(x, y) || foot.holds(x, y) {
                ink.0 += usize::from(picture.light(x, y) < 128);
            } else {
                ink.1 += usize::from(picture.light(x, y) < 255);
            }
        }
    }
    let room = (frame.right - frame.left) * (frame.bottom - frame.top);
    assert!(ink.0 * 80 > room && ink.0 * 2 < room, "{} of {room} pixels are printed", ink.0);
    assert_eq!(ink.1, 0, "pixels in the margins are not white");
}

/// The paper is white up to its edges, and what is around it is not: what is wrong with that.
fn misplaced(picture: &Picture, sheet: Area) -> Option<String> {
    let (middle, centre) = (sheet.top.midpoint(sheet.bottom), sheet.left.midpoint(sheet.right));
    let edge =
        [(sheet.left + 1, middle), (sheet.right - 2, middle), (centre, sheet.top + 1), (centre, sheet.bottom - 2)];
    let desk =
        [(sheet.left - 2, middle), (sheet.right + 1, middle), (centre, sheet.top - 2), (centre, sheet.bottom + 1)];
    let stained = edge.into_iter().find(|(x, y)| picture.light(*x, *y) != 255);
    let bare = desk.into_iter().find(|(x, y)| picture.light(*x, *y) >= 200);
    let stained = stained.map(|place| format!("{place:?} is on the edge of the paper {sheet:?}"));
    stained.or_else(|| bare.map(|place| format!("{place:?} is on the desk around the paper {sheet:?}")))
}

#[test]
fn on_a_small_screen_sheets_are_as_wide_as_it() {
    for (address, wide) in [("#/print/unit/市教育局", 210.0), ("#/print/table/unit/市教育局", 297.0)] {
        let page = Page::open_with(address, |options| options.window = (700, 900));
        page.until_laid_out();
        let widths = "return [document.documentElement.clientWidth, document.querySelector('.desk .sheet').getBoundingClientRect().width,
            new DOMMatrix(getComputedStyle(document.querySelector('.desk .sheet')).transform).a]";
        let widths = page.run(widths, &json!([]));
        let [window, sheet, scale] = [0, 1, 2].map(|i| widths[i].as_f64().unwrap());
        assert!(
            (sheet - (window - 32.0)).abs() < 2.0 && scale > 0.0,
            "{address}: {sheet} px of {window}, scaled by {scale}"
        );
        assert!((sheet / scale / MM - wide).abs() < 0.1);
    }
}
