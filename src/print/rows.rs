//! The parts that the sheets of a checklist are made of. Elements marked `data-h` are measured.

use super::checklist::{ChecklistPaper, MeasureRow, Row, Standing, TargetLine, TaskRow, between};
use crate::domain::runs::Run;
use crate::text::paper::PaperWords;
use leptos::prelude::*;

/// Empty and ticked, in characters that every Chinese font has.
const BOX: &str = "□";
const TICK: &str = "√";

/// The head of the first sheet.
pub(super) fn head(paper: &ChecklistPaper) -> AnyView {
    let words = paper.words;
    let date_label = if paper.filled { words.date_filled } else { words.date_blank };
    let full_name = paper.full_name.clone().map(|name| view! { <small lang=paper.full_name_lang>{name}</small> });
    view! {
        <header class="paper-head" data-h="">
            <p class="paper-kind">{paper.kind}</p>
            <h1 class="paper-title">{paper.title.clone()}</h1>
            <dl class="paper-facts">
                {fact(paper.party_label, view! { <b>{paper.party.clone()}</b> {full_name} }.into_any())}
                {fact(date_label, paper.date.clone().into_any())}
                {fact(words.scope, paper.scope.clone().into_any())}
                {paper.number.clone().map(|number| fact(words.number, number.into_any()))}
            </dl>
        </header>
    }
    .into_any()
}

fn fact(label: &'static str, value: AnyView) -> AnyView {
    view! { <div><dt>{label}</dt><dd>{value}</dd></div> }.into_any()
}

/// The head of every sheet after the first.
pub(super) fn running_head(paper: &ChecklistPaper) -> AnyView {
    view! {
        <header class="paper-running" data-h="">
            <span>{paper.title.clone()}</span>
            <span>{paper.kind}"　"<b>{paper.party.clone()}</b></span>
        </header>
    }
    .into_any()
}

/// A paragraph of the standing requirements.
pub(super) fn standing(paragraph: &Standing) -> AnyView {
    match paragraph {
        Standing::Heading(words) => view! { <h2 class="paper-standing" data-h="">{words.clone()}</h2> }.into_any(),
        Standing::Paragraph { lead_in, text } => {
            let lead_in = Some(lead_in.clone()).filter(|words| !words.is_empty()).map(|words| view! { <b>{words}</b> });
            view! { <p class="paper-standing" data-h="">{lead_in}{text.clone()}</p> }.into_any()
        }
    }
}

/// The widths of the columns, so that a table without its head has the same.
pub(super) fn columns() -> AnyView {
    view! {
        <colgroup>
            <col class="col-no" />
            <col class="col-box" />
            <col />
            <col class="col-target" />
            <col class="col-notes" />
        </colgroup>
    }
    .into_any()
}

/// The table: its head, and these rows.
pub(super) fn table(paper: &ChecklistPaper, rows: Vec<AnyView>) -> AnyView {
    let words = paper.words;
    let column = |class: &'static str, name: &'static str| view! { <th scope="col" class=class>{name}</th> }.into_any();
    view! {
        <div class="paper-table" data-h="">
            <table>
                {columns()}
                <thead>
                    <tr>
                        {column("col-no", words.col_no)}
                        {column("col-box", words.col_done)}
                        {column("col-text", words.col_measure)}
                        {column("col-target", words.col_target)}
                        {column("col-notes", words.col_notes)}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A row of the table.
pub(super) fn row(paper: &ChecklistPaper, row: &Row) -> AnyView {
    let words = paper.words;
    match row {
        Row::Undetermined => view! {
            <tr class="row-apart" data-h="">
                <th colspan="5" scope="rowgroup">{words.undetermined}<small>{words.undetermined_note}</small></th>
            </tr>
        }
        .into_any(),
        Row::Nothing => {
            view! { <tr class="row-nothing" data-h=""><td colspan="5">{words.nothing}</td></tr> }.into_any()
        }
        Row::Task(task) => task_row(task, None),
        Row::Measure(measure) => measure_row(words, measure),
    }
}

/// The task row at the head of a sheet on which the task goes on.
pub(super) fn continued_row(paper: &ChecklistPaper, task: usize) -> Option<AnyView> {
    match paper.rows.get(task) {
        Some(Row::Task(task)) => Some(task_row(task, Some(paper.words.continued))),
        _ => None,
    }
}

fn task_row(task: &TaskRow, continued: Option<&'static str>) -> AnyView {
    let role = task.role.map(|role| view! { <em>{role}</em> });
    let statement = continued.is_none().then(|| statement(&task.responsibility)).flatten();
    view! {
        <tr class="row-task" data-h="">
            <td class="col-no">{task.no.clone()}</td>
            <th colspan="4" scope="rowgroup">{task.title.clone()}{continued}{role}{statement}</th>
        </tr>
    }
    .into_any()
}

fn measure_row(words: &'static PaperWords, measure: &MeasureRow) -> AnyView {
    let mut targets: Vec<AnyView> = measure.targets.iter().map(|line| target(words, line)).collect();
    if targets.is_empty() {
        targets.push(view! { <span class="none">"—"</span> }.into_any());
    }
    view! {
        <tr class="row-measure" data-h="">
            <td class="col-no">{measure.no.clone()}</td>
            <td class="col-box">{if measure.done { TICK } else { BOX }}</td>
            <td class="col-text">{runs(&measure.text, "num")}{statement(&measure.responsibility)}</td>
            <td class="col-target">{targets}</td>
            <td class="col-notes"></td>
        </tr>
    }
    .into_any()
}

fn target(words: &PaperWords, line: &TargetLine) -> AnyView {
    let counts = line.counts.clone().map(|counts| view! { <small>{counts}</small> });
    view! { <div>{counts}<b>{line.words.clone()}</b><span class="actual">{words.actual}</span></div> }.into_any()
}

/// A statement of responsibility, in smaller type.
fn statement(statement: &[Run]) -> Option<AnyView> {
    (!statement.is_empty()).then(|| view! { <small>{runs(statement, "own")}</small> }.into_any())
}

fn runs(runs: &[Run], class: &'static str) -> Vec<AnyView> {
    let run = |run: &Run| {
        let text = run.text.clone();
        if run.target { view! { <b class=class>{text}</b> }.into_any() } else { text.into_any() }
    };
    runs.iter().map(run).collect()
}

/// What the paper is signed with, below the last row.
pub(super) fn sign_off(paper: &ChecklistPaper) -> AnyView {
    let words = paper.words;
    let [year, month, day] = words.empty_date;
    let line = |label: &'static str| view! { <div><dt>{label}</dt><dd></dd></div> }.into_any();
    view! {
        <section class="paper-sign" data-h="">
            <div class="sign-box">
                <p class="sign-seal">{words.seal}<b>{paper.signer.clone()}</b></p>
                <dl>
                    {line(words.filled_by)}
                    {line(words.checked_by)}
                    {line(words.head)}
                    {line(words.telephone)}
                    <div>
                        <dt>{words.signed_on}</dt>
                        <dd class="sign-date"><span>{year}</span><span>{month}</span><span>{day}</span></dd>
                    </div>
                </dl>
            </div>
        </section>
    }
    .into_any()
}

/// The foot of a sheet; `number` counts from 0.
pub(super) fn foot(paper: &ChecklistPaper, number: usize, count: usize) -> AnyView {
    let words = paper.words;
    let legend = if paper.filled {
        [BOX, " ", words.legend_open, "　", TICK, " ", words.legend_done].concat()
    } else {
        words.legend_blank.to_owned()
    };
    view! {
        <footer class="sheet-foot">
            <span>{legend}</span>
            <span class="sheet-no">{between(&words.page, &[number + 1, count])}</span>
        </footer>
    }
    .into_any()
}
