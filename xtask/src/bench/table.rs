//! The figures as a table that can be pasted into a Markdown file.

/// Times in milliseconds, one for each run.
pub type Times = Vec<f64>;

/// How much a browser keeps for a site, in UTF-16 code units.
const ROOM: usize = 5 * 1024 * 1024;

/// The figures measured with one plan.
#[derive(Default)]
pub struct Figures {
    /// The number of measures of the plan.
    measures: usize,
    /// Whether they were measured with the other site.
    beside: bool,
    /// From the start of the navigation until the list is painted.
    pub load: Times,
    /// From then until all of the list is there.
    pub whole: Times,
    /// From a click on a checkbox until the page is painted.
    pub tick: Times,
    /// From the same click until the ledger is kept.
    pub kept: Times,
    /// From a key in the search until the page is painted.
    pub search: Times,
    /// From a key in a report until the page is painted.
    pub report: Times,
    /// From leaving the list until the overview is painted.
    pub overview: Times,
    /// From leaving the list until the checklists of all parties are laid out and painted, ready to be printed.
    pub batch: Times,
    /// The size of the ledger as a file, in bytes.
    bytes: usize,
    /// The share of a browser's storage for a site that the ledger takes up, in percent.
    per_cent: usize,
}

impl Figures {
    /// The figures of a plan with this many measures, for the current site or the other; nothing is measured yet.
    pub fn new(measures: usize, beside: bool) -> Self {
        Self { measures, beside, ..Self::default() }
    }

    /// The name of the column.
    pub fn called(&self) -> String {
        format!("{} measures{}", self.measures, if self.beside { ", the other" } else { "" })
    }

    /// Sets the figures of the size of the ledger's text.
    pub fn set_ledger(&mut self, text: &str) {
        self.bytes = text.len();
        self.per_cent = (text.encode_utf16().count() * 100).div_ceil(ROOM);
    }
}

/// A row of a table: its name, and its text for a column.
pub type Row<C> = (&'static str, fn(&C) -> String);

/// The table, one plan in each column: median and worst of each time, then the sizes.
pub fn table(columns: &[Figures]) -> String {
    let rows: [Row<Figures>; 10] = [
        ("load: navigation → list painted", |f| both(&f.load)),
        ("load: navigation → all of the list there", |f| both(&f.whole)),
        ("tick: click → painted", |f| both(&f.tick)),
        ("search: key → painted", |f| both(&f.search)),
        ("report: key → painted", |f| both(&f.report)),
        ("roll-up: opened → painted", |f| both(&f.overview)),
        ("checklists of all: opened → ready to print", |f| both(&f.batch)),
        ("save: click → kept", |f| both(&f.kept)),
        ("saved ledger, KB", |f| f.bytes.div_ceil(1024).to_string()),
        ("of the browser's room for it", |f| format!("{} %", f.per_cent)),
    ];
    draw("median / worst, ms", columns, Figures::called, &rows)
}

/// Draws a table from the names of its columns and its rows.
pub fn draw<C>(head: &str, columns: &[C], called: fn(&C) -> String, rows: &[Row<C>]) -> String {
    let row = |name: &str, cell: fn(&C) -> String| {
        let cells = columns.iter().map(|column| format!(" {} |", cell(column)));
        format!("| {name} |{}\n", cells.collect::<String>())
    };
    let rows = rows.iter().map(|(name, cell)| row(name, *cell));
    [row(head, called), row("---", |_| "---:".into())].into_iter().chain(rows).collect()
}

/// Median and worst: `12 / 31`.
pub fn both(times: &[f64]) -> String {
    let worst = times.iter().copied().max_by(f64::total_cmp);
    match median(times).zip(worst) {
        // For a few milliseconds, one more or less matters.
        Some((median, worst)) if median < 20.0 => format!("{median:.1} / {worst:.1}"),
        Some((median, worst)) => format!("{median:.0} / {worst:.0}"),
        None => "–".into(),
    }
}

/// The median; `None` without times.
pub fn median(times: &[f64]) -> Option<f64> {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_gives_median_and_worst_of_each_plan() {
        let mut figures = Figures::new(129, false);
        figures.tick = vec![30.2, 9.0, 11.6];
        let table = table(&[figures]);
        assert!(table.contains("| tick: click → painted | 11.6 / 30.2 |"), "{table}");
        assert!(table.contains("| load: navigation → list painted | – |"), "{table}");
    }
}
