//! A file that came back, to what it says: a progress file, a form, a handed-out page, or several of these packed into one.

use super::office::Office;
use crate::domain::fault::{LedgerFileError, Stranger, Unread};
use crate::domain::gather::{IN_PACK, Incoming};
use crate::domain::ledger::{Ledger, Moment};
use crate::domain::plan::Plan;
use crate::domain::script;
use crate::exchange::forms::{NoForm, NotBrought};
use crate::exchange::{self, Kind, hand_out};
use crate::persist::progress_file;
use crate::state::Offer;
use crate::views::gather::desk::Read;

/// Text of bytes in the first encoding that they fit, with its name.
pub type Text = fn(&[u8]) -> Option<(String, &'static str)>;

/// What files are read with.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The open plan.
    pub plan: &'a Plan,
    /// The ledger here.
    pub ledger: &'a Ledger,
    /// Now.
    pub now: Moment,
    /// What decodes text.
    pub text: Text,
}

/// Reads a file that no library is needed for; `None` if one is.
pub fn plain(plan: &Plan, decode: Text, name: &str, bytes: &[u8]) -> Option<Read> {
    // Whatever is in it, it may be in either script.
    script::bring_all();
    if exchange::is_container(bytes) {
        return None;
    }
    let (text, encoding) = decode(bytes)?;
    let read = |text: &str| progress_file::read(name, text, encoding, plan);
    let read = match exchange::of_text(&text) {
        Ok(Kind::Table) => return None,
        Ok(Kind::Text) if is_table(&text) => return None,
        Ok(Kind::Plan) => Err(LedgerFileError::Stranger(Stranger::Plan)),
        Ok(Kind::WebPage) => match hand_out::marks_of(&text) {
            Some(marks) => read(marks).map(|file| Incoming { handed: true, ..file }),
            None => Err(LedgerFileError::Stranger(Stranger::Page)),
        },
        _ => read(&text),
    };
    Some(read.map_err(|error| Offer::Refused { name: name.to_owned(), error }))
}

/// Whether a text can be a form: it has lines, and something between cells.
fn is_table(text: &str) -> bool {
    text.contains('\n') && text.contains([',', ';', '\t', '，'])
}

/// Reads a file of any kind, and those that are packed in it, one after the other.
pub fn read(desk: &Desk, office: &Office, name: &str, bytes: &[u8], take: &mut dyn FnMut(Read)) {
    read_in(desk, office, name, bytes, 0, take);
}

/// Packs are opened within one pack and no deeper.
fn read_in(desk: &Desk, office: &Office, name: &str, bytes: &[u8], depth: usize, take: &mut dyn FnMut(Read)) {
    if let Some(read) = plain(desk.plan, desk.text, name, bytes) {
        return take(read);
    }
    if !(office.is_pack)(bytes) {
        return take(form(desk, office, name, bytes));
    }
    let stranger =
        |name: &str, why| Err(Offer::Refused { name: name.to_owned(), error: LedgerFileError::Stranger(why) });
    if depth > 1 {
        return take(stranger(name, Stranger::Nested));
    }
    let mut is_empty = true;
    let opened = (office.unpack)(bytes, &mut |inside, file| {
        is_empty = false;
        let name = [name, IN_PACK, &inside].concat();
        match file {
            Ok(bytes) => read_in(desk, office, &name, &bytes, depth + 1, take),
            Err(why) => take(stranger(&name, Stranger::Unread(why))),
        }
    });
    match opened {
        Err(why) => take(stranger(name, Stranger::Unread(why))),
        Ok(()) if is_empty => take(stranger(name, Stranger::Empty)),
        Ok(()) => {}
    }
}

/// What was read, where another plan that is known by its id alone is called by its title, if `title` knows it.
///
/// # Errors
/// Those of what was read.
pub fn named(read: Read, title: impl Fn(&str) -> Option<String>) -> Read {
    match read {
        Err(Offer::Refused { name, error: LedgerFileError::OtherPlan { plan } }) => {
            let plan = title(&plan).filter(|title| !title.is_empty()).unwrap_or(plan);
            Err(Offer::Refused { name, error: LedgerFileError::OtherPlan { plan } })
        }
        read => read,
    }
}

fn form(desk: &Desk, office: &Office, name: &str, bytes: &[u8]) -> Read {
    let read = (office.incoming)(name, bytes, desk.plan, desk.ledger, desk.now);
    let refused = |error| Offer::Refused { name: name.to_owned(), error };
    read.map_err(|why| match why {
        NotBrought::Another(plan) => refused(LedgerFileError::OtherPlan { plan }),
        NotBrought::NoForm(NoForm::HeadGone) => refused(LedgerFileError::HeadGone),
        NotBrought::NoForm(NoForm::NoHead) => refused(LedgerFileError::NotALedger),
        NotBrought::NoForm(NoForm::Unread(Unread::Unknown)) => Offer::Unreadable { name: name.to_owned() },
        NotBrought::NoForm(NoForm::Unread(why)) => refused(LedgerFileError::Stranger(Stranger::Unread(why))),
    })
}
