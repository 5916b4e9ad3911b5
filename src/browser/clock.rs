//! The current time, and names that it is made of.

use wasm_bindgen::JsCast;

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
    let random = (random() * 4_294_967_296.0).max(0.0);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is less than two to the power of 32"
    )]
    let random = random as u32;
    format!("{:x}{random:08x}", now())
}

/// A random number from 0 up to 1; looked up, as each name of the browser that is called directly costs a first visit a few bytes.
fn random() -> f64 {
    let math = js_sys::Reflect::get(&js_sys::global(), &"Math".into()).unwrap_or_default();
    let random = js_sys::Reflect::get(&math, &"random".into()).ok().and_then(|random| random.dyn_into().ok());
    random.and_then(|random: js_sys::Function| random.call0(&math).ok()?.as_f64()).unwrap_or_default()
}
