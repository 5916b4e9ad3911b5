//! A light (燈): whether a measure is on time. [`super::lights`] says which it has.

/// A light.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// 紅: overdue or behind.
    Red,
    /// 黃: to be looked after.
    Yellow,
    /// 綠: done or on time.
    Green,
}

impl Light {
    /// All lights, the one to be looked at first in front.
    pub const ALL: [Self; 3] = [Self::Red, Self::Yellow, Self::Green];
}
