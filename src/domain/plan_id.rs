//! The id of a plan in storage keys, files and addresses. It is given once, never derived from a title, and checked before it
//! becomes part of a key.

/// The greatest length of an id, in characters.
pub const LONGEST: usize = 64;

/// Words that are used in place of an id and so cannot be one: `library` for the library's index, `settings` for the page's
/// settings.
pub const RESERVED: [&str; 2] = ["library", "settings"];

/// Whether a text can be the id of a plan: 1 to [`LONGEST`] of `a-z`, `0-9` and `-`, no dash first or last, and none of
/// [`RESERVED`].
pub fn is_plan_id(id: &str) -> bool {
    let plain = id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    plain && (1..=LONGEST).contains(&id.len()) && !id.starts_with('-') && !id.ends_with('-') && !RESERVED.contains(&id)
}

/// An id for a new plan, such as `plan-ku6nda80`. The seed is a moment; if the id of that seed is taken, the next free one is
/// used.
pub fn fresh_plan_id(seed: u64, taken: impl Fn(&str) -> bool) -> String {
    let mut seed = seed;
    loop {
        let id = format!("plan-{}", base_36(seed));
        if !taken(&id) {
            return id;
        }
        seed = seed.wrapping_add(1);
    }
}

fn base_36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.extend(u32::try_from(number % 36).ok().and_then(|digit| char::from_digit(digit, 36)));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}
