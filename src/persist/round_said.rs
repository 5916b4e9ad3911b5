//! The saved form of the round that a file is for: its days and its name, `{"days":"2021-07-01/2021-09-30","name":"第三季度"}`.

use super::json::{Json, put as put_text};
use crate::domain::rounds::RoundSaid;

/// Adds a round behind the other fields of an object, under `round`; nothing where there is none.
pub fn put(text: &mut String, round: Option<&RoundSaid>) {
    if let Some(RoundSaid { id, name }) = round {
        *text += ",\"round\":{\"days\":";
        put_text(text, &id.to_string());
        *text += ",\"name\":";
        put_text(text, name);
        text.push('}');
    }
}

/// Reads a round; `None` where there is none, or no such one: that a file is for a round is told, and nothing depends on it.
pub fn read(saved: Option<&Json>) -> Option<RoundSaid> {
    let [days, name] = saved?.fields(["days", "name"])?;
    let name = name?.text()?.trim();
    Some(RoundSaid { id: days?.text()?.parse().ok()?, name: name.to_owned() }).filter(|round| !round.name.is_empty())
}
