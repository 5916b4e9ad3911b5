//! Writes a plan in its saved form, most items of lists on a line each.

use super::Damage;
use super::form;
use super::walk::{ITEM, Walk, Word};
use crate::domain::plan::{Piece, Plan};
use crate::domain::span::Span;
use crate::persist::json::put;

/// Writes the plan as text.
pub fn text(plan: &Plan) -> String {
    let mut writer = Writer { text: String::new(), levels: vec![Level::default()], end: 0, plan };
    // A walk may change what it goes through, so it gets a copy; a writer only reads it.
    form::plan(&mut writer, &mut plan.clone());
    writer.leave();
    writer.text + "\n"
}

struct Writer<'p> {
    text: String,
    levels: Vec<Level>,
    end: i64,
    plan: &'p Plan,
}

/// An object, a list or an item of one.
#[derive(Default)]
struct Level {
    /// What closes it; empty as long as it may be a single value.
    end: &'static str,
    /// Whether its items are written on a line each.
    lines: bool,
}

impl Writer<'_> {
    /// Begins a field; the first field opens the object.
    fn name(&mut self, name: &str) {
        if name == ITEM {
            return;
        }
        let outermost = self.levels.len() == 1;
        if let Some(level) = self.levels.last_mut() {
            self.text += match level.end {
                "" => "{",
                _ if outermost => ",\n",
                _ => ",",
            };
            level.end = "}";
        }
        put(&mut self.text, name);
        self.text.push(':');
    }

    fn value(&mut self, name: &str, value: &str) {
        self.name(name);
        self.text += value;
    }
}

impl Walk for Writer<'_> {
    fn has(&mut self, _: &str, has: bool) -> bool {
        has
    }

    fn text(&mut self, name: &str, text: &mut String) {
        self.name(name);
        put(&mut self.text, text);
    }

    fn whole(&mut self, name: &str, number: &mut usize) {
        self.value(name, &number.to_string());
    }

    fn number(&mut self, name: &str, number: &mut f64) {
        // What is no number is no plan's: it is not read again.
        let mut written = if number.is_finite() { number.to_string() } else { "null".into() };
        if number.is_finite() && !written.contains('.') {
            written += ".0";
        }
        self.value(name, &written);
    }

    fn flag(&mut self, name: &str, flag: &mut bool) {
        if *flag {
            self.value(name, "true");
        }
    }

    fn place(&mut self, name: &str, span: &mut Span) {
        if *span == Span::default() {
            return self.value(name, "null");
        }
        let skip = i64::from(span.start) - self.end;
        self.end = span.end.into();
        self.value(name, &format!("[{skip},{}]", span.len()));
    }

    fn pieces(&mut self, name: &str, pieces: &mut Vec<Piece>) {
        let mut lines = vec![String::new()];
        for Piece { kind, span } in pieces {
            if let Some(line) = lines.last_mut() {
                line.push_str(kind.word());
                line.push_str(&span.len().to_string());
            }
            if self.plan.text(*span).contains('\n') {
                lines.push(String::new());
            }
        }
        lines.retain(|line| !line.is_empty());
        let walk: &mut dyn Walk = self;
        walk.lines(name, &mut lines, |walk, line| walk.text(ITEM, line));
    }

    fn enter(&mut self, name: &str) {
        self.name(name);
        self.levels.push(Level::default());
    }

    fn list(&mut self, name: &str, length: usize, lines: bool) -> usize {
        self.value(name, "[");
        self.levels.push(Level { end: "]", lines });
        length
    }

    fn item(&mut self, i: usize) {
        if i > 0 {
            self.text.push(',');
        }
        if self.levels.last().is_some_and(|list| list.lines) {
            self.text.push('\n');
        }
        self.levels.push(Level::default());
    }

    fn leave(&mut self) {
        self.text += self.levels.pop().unwrap_or_default().end;
    }

    fn end(&mut self) -> &mut i64 {
        &mut self.end
    }

    fn unit_at(&self, span: Span) -> Option<usize> {
        self.plan.unit_named(self.plan.text(span))
    }

    fn note(&mut self, _: Damage) {
        // Damage is found when the text is read.
    }
}
