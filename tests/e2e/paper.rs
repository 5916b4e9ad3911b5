//! A printed paper, read back from its PDF.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What is on a paper.
pub struct Paper {
    /// The words of each page, without spaces and line ends: those depend on where a line happens to break.
    pub pages: Vec<String>,
    /// Width and height of each page in mm.
    pub sizes: Vec<(f64, f64)>,
    /// The PDF, if it is printed and not only seen.
    file: Option<PathBuf>,
}

/// Where something stands, in mm from the page's left and upper edge.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    /// Whether it lies in another, but for what a picture's pixels and a driver round.
    pub fn is_in(&self, other: &Self, most: f64) -> bool {
        self.left > other.left - most
            && self.top > other.top - most
            && self.right < other.right + most
            && self.bottom < other.bottom + most
    }
}

/// One point, in mm.
const POINT: f64 = 25.4 / 72.0;

/// So far apart are the strokes of one character at most, in mm; lines lie further apart.
const WITHIN: f64 = 1.2;

/// Pictures of pages have so many pixels to the inch.
const PIXELS: f64 = 50.0;

impl Paper {
    /// Reads a PDF with the programs of poppler-utils.
    pub fn read(file: &Path) -> Self {
        // `-raw` keeps the order in which the page was written, so that a sentence in a table's cell stays whole.
        let text = output(Command::new("pdftotext").arg("-raw").arg(file).arg("-"));
        let pages: Vec<String> = text.split_terminator('\u{c}').map(plain).collect();
        let last = pages.len().to_string();
        let facts = output(Command::new("pdfinfo").args(["-l", &last]).arg(file));
        let size = |line: &str| {
            let mut points = line.split_once("size:")?.1.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
            Some((points.next()? * POINT, points.next()? * POINT))
        };
        let sizes = facts.lines().filter(|line| line.starts_with("Page ")).filter_map(size).collect();
        Self { pages, sizes, file: Some(file.to_owned()) }
    }

    /// A paper that is only seen: words, width and height of each sheet.
    pub fn seen(sheets: Vec<(String, f64, f64)>) -> Self {
        let (pages, sizes) = sheets.into_iter().map(|(words, wide, high)| (plain(&words), (wide, high))).unzip();
        Self { pages, sizes, file: None }
    }

    /// Whether there is more of it than words and sizes.
    pub fn is_printed(&self) -> bool {
        self.file.is_some()
    }

    fn pdf(&self) -> &Path {
        self.file.as_deref().expect("a paper that is printed")
    }

    /// Whether all pages are A4, upright, up to what a driver rounds.
    pub fn is_a4(&self) -> bool {
        self.sizes.iter().all(|size| (size.0 - 210.0).abs() < 1.0 && (size.1 - 297.0).abs() < 1.0)
    }

    /// Where the ink of each page lies, line by line.
    pub fn ink(&self) -> Vec<Vec<Area>> {
        let pictures =
            output_bytes(Command::new("pdftoppm").args(["-gray", "-r", &PIXELS.to_string()]).arg(self.pdf()));
        let mut rest = pictures.as_slice();
        let mut all = Vec::new();
        while let Some((bands, after)) = gray_picture(rest) {
            all.push(bands);
            rest = after;
        }
        all
    }

    /// The text of every line, as a reader of the PDF tells lines apart.
    pub fn lines(&self) -> Vec<String> {
        output(Command::new("pdftotext").arg("-layout").arg(self.pdf()).arg("-")).lines().map(plain).collect()
    }

    /// In which sizes the text is set, in whole points.
    pub fn type_sizes(&self) -> Vec<u32> {
        // At this zoom a pixel is a point.
        let xml = output(Command::new("pdftohtml").args(["-xml", "-stdout", "-i", "-zoom", "1"]).arg(self.pdf()));
        let size = |line: &str| line.split_once("size=\"")?.1.split('"').next()?.parse().ok();
        xml.lines().filter(|line| line.contains("<fontspec")).filter_map(size).collect()
    }

    /// How many faces it is set in.
    pub fn faces(&self) -> usize {
        output(Command::new("pdffonts").arg(self.pdf())).lines().skip(2).count()
    }

    /// All words, page after page.
    pub fn words(&self) -> String {
        self.pages.concat()
    }

    /// How often these words stand on the paper.
    pub fn count(&self, words: &str) -> usize {
        self.words().matches(&plain(words)).count()
    }
}

pub fn plain(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// The bands of dark pixels of a picture (binary PGM), and what comes after the picture.
fn gray_picture(bytes: &[u8]) -> Option<(Vec<Area>, &[u8])> {
    let mut words = bytes.splitn(4, u8::is_ascii_whitespace);
    let (kind, width, height) = (words.next()?, words.next()?, words.next()?);
    let number = |word: &[u8]| std::str::from_utf8(word).ok()?.parse::<usize>().ok();
    let (width, height) = (number(width)?, number(height)?);
    assert_eq!(kind, b"P5", "pdftoppm writes gray pictures");
    let (depth, pixels) = words.next()?.split_at(4);
    assert_eq!(depth, b"255\n");
    let (pixels, after) = pixels.split_at(width * height);
    let mm = |pixel: usize| f64::from(u32::try_from(pixel).unwrap()) / PIXELS * 25.4;
    let mut bands: Vec<Area> = Vec::new();
    for (y, row) in pixels.chunks(width).enumerate() {
        let is_dark = |light: &u8| *light < 160;
        let Some((left, right)) = row.iter().position(is_dark).zip(row.iter().rposition(is_dark)) else { continue };
        let area = Area { left: mm(left), top: mm(y), right: mm(right + 1), bottom: mm(y + 1) };
        match bands.last_mut().filter(|band| band.bottom + WITHIN >= area.top) {
            Some(band) => {
                *band = Area {
                    left: band.left.min(area.left),
                    right: band.right.max(area.right),
                    bottom: area.bottom,
                    ..*band
                }
            }
            None => bands.push(area),
        }
    }
    Some((bands, after))
}

fn output(command: &mut Command) -> String {
    String::from_utf8_lossy(&output_bytes(command)).into_owned()
}

fn output_bytes(command: &mut Command) -> Vec<u8> {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}
