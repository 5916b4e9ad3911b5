//! A printed paper, read back from its PDF.

use std::path::Path;
use std::process::Command;

/// What is on a paper.
pub struct Paper {
    /// The words of each page, without spaces and line ends: those depend on where a line happens to break.
    pub pages: Vec<String>,
    /// Width and height of the pages in mm.
    pub size: (f64, f64),
}

impl Paper {
    /// Reads a PDF with the programs of poppler-utils.
    pub fn read(file: &Path) -> Self {
        // `-raw` keeps the order in which the page was written, so that a sentence in a table's cell stays whole.
        let text = output(Command::new("pdftotext").arg("-raw").arg(file).arg("-"));
        let pages: Vec<String> = text.split_terminator('\u{c}').map(plain).collect();
        let facts = output(Command::new("pdfinfo").arg(file));
        let size = facts.lines().find_map(|line| line.strip_prefix("Page size:")).expect("the PDF has a page size");
        let mut points = size.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
        let mut mm = || points.next().unwrap() * 25.4 / 72.0;
        Self { pages, size: (mm(), mm()) }
    }

    /// Whether the pages are A4, upright, up to what a driver rounds.
    pub fn is_a4(&self) -> bool {
        (self.size.0 - 210.0).abs() < 1.0 && (self.size.1 - 297.0).abs() < 1.0
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

fn plain(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

fn output(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
