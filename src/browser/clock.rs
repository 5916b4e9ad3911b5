//! The current time, and names that it is made of.

/// The current time in milliseconds since 1970-01-01T00:00:00Z; 0 if the clock is before that.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a clock's milliseconds fit, and are clamped"
)]
pub fn now() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// A name that no other browser is likely to give: the time and a random number, in digits and small letters.
pub fn name() -> String {
    let random = (js_sys::Math::random() * 4_294_967_296.0).max(0.0);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is less than two to the power of 32"
    )]
    let random = random as u32;
    format!("{:x}{random:08x}", now())
}
