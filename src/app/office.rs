//! What reads office files and web pages. On the site it is a WebAssembly module of its own, loaded with the first of them: see
//! [`mod@super::lazy`].

use crate::browser::files;
use crate::domain::fault::Unread;
use crate::domain::gather::Incoming;
use crate::domain::ledger::{Ledger, Moment};
use crate::domain::plan::Plan;
use crate::exchange::forms::{self, NotBrought, Order, Unwritten};
use crate::exchange::pack::Next;
use crate::exchange::{self, Brought};
use crate::persist::encoding::encodings;

/// Reads a form with its name, for a plan and its ledger, at a moment.
pub type ReadForm = fn(&str, &[u8], &Plan, &Ledger, Moment) -> Result<Incoming, NotBrought>;

/// What can be read once it is loaded.
#[derive(Clone, Copy)]
pub struct Office {
    /// The text of a file of any kind.
    pub text_of: fn(&[u8]) -> Result<Brought, Unread>,
    /// The text of a piece of a web page.
    pub of_html: fn(&str) -> Result<Brought, Unread>,
    /// A form that came back, with its name, for the open plan and its ledger, at this moment.
    pub incoming: ReadForm,
    /// A workbook of the open plan and its ledger.
    pub workbook: fn(&Plan, &Ledger, &Order) -> Result<Vec<u8>, Unwritten>,
    /// The same as comma-separated values.
    pub csv: fn(&Plan, &Ledger, &Order) -> String,
    /// Rows of texts as comma-separated values.
    pub rows: fn(&[Vec<String>]) -> String,
    /// Many files, made at a moment, packed into one.
    pub zip: fn(Moment, Next) -> Option<Vec<u8>>,
    /// Whether these are the bytes of files packed into one.
    pub is_pack: fn(&[u8]) -> bool,
    /// Takes packed files out, one after the other.
    pub unpack: Unpack,
}

/// Takes packed files out, one after the other: each with its name, and its bytes or why there are none.
pub type Unpack = fn(&[u8], &mut dyn FnMut(String, Result<Vec<u8>, Unread>)) -> Result<(), Unread>;

const OFFICE: Office = Office {
    text_of: |bytes| exchange::text_of(bytes, encodings, &files::decode_as),
    of_html: exchange::of_html,
    incoming: |name, bytes, plan, ledger, now| {
        forms::incoming(name, bytes, (plan, ledger), (encodings, &files::decode_as), now)
    },
    workbook: forms::workbook,
    csv: forms::csv,
    rows: forms::csv_rows,
    zip: exchange::pack::zip,
    is_pack: exchange::is_pack,
    unpack: |bytes, take| exchange::pack::unpack(bytes, &files::decode_as, take),
};

/// Loads it, and hands it out; `None` if it cannot be loaded.
pub fn with(act: impl FnOnce(Option<Office>) + 'static) {
    #[cfg(feature = "split")]
    leptos::task::spawn_local(async move { act(office().await.ok()) });
    #[cfg(not(feature = "split"))]
    act(Some(OFFICE));
}

/// What is cut off is what only this leads to.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(office, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "what loads it may fail")]
fn office() -> Result<Office, wasm_split_helpers::SplitLoaderError> {
    Ok(OFFICE)
}
