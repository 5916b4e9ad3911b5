//! Measures the processor time of a tick and of a letter in the search, as the browser counts it for the page's own thread:
//! scripts, style, layout and paint. Both are done as a person does them, by mouse and by keyboard.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::table::Times;
use crate::said;
use crate::webdriver::Session;

/// The measures that are ticked, on lists of every length.
const TICKED: [&str; 4] = ["2.2", "1.1", "2.4", "3.1"];

/// The keys typed into the search: two characters that the plan has in this script, and both removed again (`None`).
const TYPED: [Option<&str>; 4] = [Some("農"), Some("村"), None, None];

/// How long the page gets for the effects of each action; longer on a slow machine.
const SETTLED: Duration = Duration::from_millis(350);

/// The processor times, in milliseconds.
#[derive(Default)]
pub struct Work {
    /// The whole of a tick.
    pub tick: Times,
    /// Style and layout of a tick.
    pub tick_layout: Times,
    /// The whole of a letter.
    pub key: Times,
    /// Style and layout of a letter.
    pub key_layout: Times,
}

impl Work {
    /// Measures ticks and letters in the page that is open.
    pub fn count(&mut self, session: &Session, slow: bool) -> Result<()> {
        let settled = if slow { SETTLED * 4 } else { SETTLED };
        tell(session, "Performance.enable", &json!({ "timeDomain": "threadTicks" }))?;
        let counted = |act: &dyn Fn() -> Result<()>| -> Result<(f64, f64)> {
            thread::sleep(settled);
            let before = spent(session)?;
            act()?;
            thread::sleep(settled);
            let after = spent(session)?;
            Ok((after.0 - before.0, after.1 - before.1))
        };
        for id in TICKED {
            let (x, y) = middle(session, &format!("[id='m{id}'] input"), settled)?;
            let (all, layout) = counted(&|| click(session, x, y))?;
            let ticked = run(session, &format!("return document.querySelector(\"[id='m{id}'] input\").checked"))?;
            ensure!(ticked == true, "the click on {id} did not tick it");
            self.tick.push(all);
            self.tick_layout.push(layout);
        }
        run(session, "scrollTo(0, 0); document.getElementById('search').focus()")?;
        for text in TYPED {
            let (all, layout) = counted(&|| key(session, text))?;
            self.key.push(all);
            self.key_layout.push(layout);
        }
        let typed = run(session, "return document.getElementById('search').value")?;
        ensure!(typed == "", "what was typed was not taken away: {typed}");
        Ok(())
    }
}

/// The time that the page's thread has spent so far: all of it, and its part on style and layout, in milliseconds.
fn spent(session: &Session) -> Result<(f64, f64)> {
    let answer = said(session.devtools("Performance.getMetrics", &json!({})))?;
    let metrics = answer["metrics"].as_array().context("the browser counts nothing")?;
    let of = |name: &str| {
        let found = metrics.iter().find(|metric| metric["name"] == name).context("the browser does not count this")?;
        found["value"].as_f64().map(|seconds| seconds * 1000.0).context("no number")
    };
    Ok((of("TaskDuration")?, of("RecalcStyleDuration")? + of("LayoutDuration")?))
}

/// Scrolls an element into view. Returns the position of its middle once that stays the same.
fn middle(session: &Session, selector: &str, settled: Duration) -> Result<(f64, f64)> {
    let script = format!(
        "const found = document.querySelector({});
        found.scrollIntoView({{ block: 'center', behavior: 'instant' }});
        const box = found.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];",
        json!(selector)
    );
    let mut before = Value::Null;
    for _ in 0..20 {
        let now = run(session, &script)?;
        if now == before {
            return now[0].as_f64().zip(now[1].as_f64()).context("no place");
        }
        before = now;
        thread::sleep(settled / 4);
    }
    anyhow::bail!("{selector} does not stay where it is")
}

fn click(session: &Session, x: f64, y: f64) -> Result<()> {
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
        tell(session, "Input.dispatchMouseEvent", &event)?;
    }
    Ok(())
}

/// Types a text or, for `None`, removes the last character.
fn key(session: &Session, text: Option<&str>) -> Result<()> {
    if let Some(text) = text {
        return tell(session, "Input.insertText", &json!({ "text": text }));
    }
    for kind in ["rawKeyDown", "keyUp"] {
        let event = json!({ "type": kind, "key": "Backspace", "code": "Backspace", "windowsVirtualKeyCode": 8 });
        tell(session, "Input.dispatchKeyEvent", &event)?;
    }
    Ok(())
}

fn tell(session: &Session, command: &str, parameters: &Value) -> Result<()> {
    said(session.devtools(command, parameters)).map(drop)
}

fn run(session: &Session, script: &str) -> Result<Value> {
    said(session.run(script, &json!([])))
}
