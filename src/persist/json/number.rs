//! Parses a decimal number to the nearest float, from its digits alone.
//!
//! The usual way needs a table of powers of five or ten, which would be sent to every visitor. The numbers of a plan are few
//! and short, so they are computed exactly: as whole numbers in limbs of 32 bits, the lowest first.

/// How many significant digits decide; further ones are ignored.
const DIGITS: usize = 800;

/// A whole number that may be below zero; `None` for any other text.
pub fn whole(number: &str) -> Option<i64> {
    let below = number.strip_prefix('-');
    let size: u64 = below.unwrap_or(number).parse().ok()?;
    if below.is_some() { 0_i64.checked_sub_unsigned(size) } else { 0_i64.checked_add_unsigned(size) }
}

/// The float nearest to a JSON number; infinite if the number is too large. Below 2.3e-308 it may be a neighbour of the
/// nearest float.
pub fn real(number: &str) -> f64 {
    let (digits, power) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let too_far = if power.starts_with('-') { -1 << 40 } else { 1 << 40 };
    let (mut power, mut after_point, mut kept): (i64, i64, usize) = (whole(power).unwrap_or(too_far), 0, 0);
    let mut limbs = Vec::new();
    for digit in digits.bytes() {
        match digit {
            b'-' => (),
            b'.' => after_point = 1,
            _ if kept == DIGITS => power += 1 - after_point,
            _ => {
                times(&mut limbs, 10, u64::from(digit - b'0'));
                kept += usize::from(!limbs.is_empty());
                power -= after_point;
            }
        }
    }
    let size = if limbs.is_empty() { 0.0 } else { scaled(limbs, power.clamp(-1_200, 400)) };
    if number.starts_with('-') { -size } else { size }
}

/// The float nearest to a whole number above 0 times a power of ten.
fn scaled(limbs: Vec<u32>, power: i64) -> f64 {
    // Zero limbs below it, so that at least 64 bits are left after the divisions.
    let below = 3 - power.min(0) / 9;
    let mut whole: Vec<u32> = (0..below).map(|_| 0).collect();
    whole.extend(limbs);
    let mut inexact = false;
    for _ in 0..power.abs() {
        if power < 0 { inexact |= tenth(&mut whole) } else { times(&mut whole, 10, 0) }
    }
    while whole.pop_if(|limb| *limb == 0).is_some() {}
    let mut power_of_two = -32 * below;
    while whole.last().is_some_and(|limb| limb.leading_zeros() > 0) {
        times(&mut whole, 2, 0);
        power_of_two -= 1;
    }
    // The highest 64 bits. The last bit is set if anything below is left out, so that such a value is not rounded as half way.
    let mut highest = 0;
    for (i, limb) in whole.iter().rev().enumerate() {
        if i < 2 {
            highest = highest << 32 | u64::from(*limb);
        } else {
            inexact |= *limb > 0;
            power_of_two += 32;
        }
    }
    #[allow(clippy::cast_precision_loss)] // this is where it is rounded
    let size = (highest | u64::from(inexact)) as f64;
    let by = if power_of_two < 0 { 0.5 } else { 2.0 };
    (0..power_of_two.abs()).fold(size, |size, _| size * by)
}

/// Multiplies by a number and adds another.
fn times(limbs: &mut Vec<u32>, by: u64, mut carried: u64) {
    for limb in limbs.iter_mut() {
        carried += u64::from(*limb) * by;
        *limb = low(carried);
        carried >>= 32;
    }
    if carried > 0 {
        limbs.push(low(carried));
    }
}

/// Divides by ten. Returns whether there is a remainder.
fn tenth(limbs: &mut [u32]) -> bool {
    let mut left = 0;
    for limb in limbs.iter_mut().rev() {
        left = left << 32 | u64::from(*limb);
        *limb = low(left / 10);
        left %= 10;
    }
    left > 0
}

#[allow(clippy::cast_possible_truncation)] // the rest is carried
fn low(bits: u64) -> u32 {
    bits as u32
}
