//! The table shows the figures, and can be pasted into a Markdown file.

/// Milliseconds, one for each run.
pub type Times = Vec<f64>;

/// How many characters a browser keeps for a site; it counts them as UTF-16.
const ROOM: usize = 5 * 1024 * 1024;

/// What was measured with one plan.
#[derive(Default)]
pub struct Figures {
    /// How many measures it has.
    measures: usize,
    /// Whether it was measured with the other site.
    beside: bool,
    /// From the start of the navigation until the list is painted.
    pub load: Times,
    /// From there until all of the list is there.
    pub whole: Times,
    /// From the click on a box until the page is painted.
    pub tick: Times,
    /// From the same click until the ledger is kept.
    pub kept: Times,
    /// From a key in the search until the page is painted.
    pub search: Times,
    /// From a key in a report until the page is painted.
    pub report: Times,
    /// From leaving the list until the overview is painted.
    pub overview: Times,
    /// From leaving the list until everybody's checklists are laid out and painted, ready to be printed.
    pub batch: Times,
    /// Bytes of the ledger as a file.
    bytes: usize,
    /// How much of what a browser keeps for a site it takes.
    per_cent: usize,
}

impl Figures {
    /// The figures of a plan with so many measures, with the site or with the other; nothing is measured yet.
    pub fn new(measures: usize, beside: bool) -> Self {
        Self { measures, beside, ..Self::default() }
    }

    /// What they are called.
    pub fn called(&self) -> String {
        format!("{} measures{}", self.measures, if self.beside { ", the other" } else { "" })
    }

    /// How large the text of the ledger is.
    pub fn set_ledger(&mut self, text: &str) {
        self.bytes = text.len();
        self.per_cent = (text.encode_utf16().count() * 100).div_ceil(ROOM);
    }
}

/// A row of a table: its name, and what it says in a column.
pub type Row<C> = (&'static str, fn(&C) -> String);

/// One plan a column: median and worst of each time, then the sizes.
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

/// Draws a table: what each column is called, and each row's name and cells.
pub fn draw<C>(head: &str, columns: &[C], called: fn(&C) -> String, rows: &[Row<C>]) -> String {
    let row = |name: &str, cell: fn(&C) -> String| {
        let cells = columns.iter().map(|column| format!(" {} |", cell(column)));
        format!("| {name} |{}\n", cells.collect::<String>())
    };
    let rows = rows.iter().map(|(name, cell)| row(name, *cell));
    [row(head, called), row("---", |_| "---:".into())].into_iter().chain(rows).collect()
}

/// `12 / 31`: median and worst.
pub fn both(times: &[f64]) -> String {
    let worst = times.iter().copied().max_by(f64::total_cmp);
    match median(times).zip(worst) {
        // What takes a few milliseconds is told from what takes one more.
        Some((median, worst)) if median < 20.0 => format!("{median:.1} / {worst:.1}"),
        Some((median, worst)) => format!("{median:.0} / {worst:.0}"),
        None => "–".into(),
    }
}

/// The one in the middle.
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
