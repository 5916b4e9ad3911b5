//! The current time.

/// The current time in milliseconds since 1970-01-01T00:00:00Z; 0 if the clock is before that.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a clock's milliseconds fit, and are clamped"
)]
pub fn now() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}
