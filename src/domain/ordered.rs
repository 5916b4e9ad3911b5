//! A set of a few values, as a sorted list.

/// A set of a few values, as a sorted list. It replaces a tree at a fraction of its code size; adding at the end is quick, adding
/// elsewhere moves the values after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ordered<T>(Vec<T>);

impl<T: Ord> Ordered<T> {
    /// The empty set.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Whether the value is in the set.
    pub fn contains(&self, value: &T) -> bool {
        self.0.binary_search(value).is_ok()
    }

    /// Adds a value. Returns whether it was new.
    pub fn insert(&mut self, value: T) -> bool {
        if self.0.last().is_none_or(|last| *last < value) {
            self.0.push(value);
            return true;
        }
        match self.0.binary_search(&value) {
            Ok(_) => false,
            Err(i) => {
                self.0.insert(i, value);
                true
            }
        }
    }

    /// Removes a value. Returns whether it was in the set.
    pub fn remove(&mut self, value: &T) -> bool {
        let found = self.0.binary_search(value);
        found.map(|i| self.0.remove(i)).is_ok()
    }

    /// Removes all values.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The number of values.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no values.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All values, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T: Ord> FromIterator<T> for Ordered<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut all = Self::new();
        for value in values {
            all.insert(value);
        }
        all
    }
}

impl<'a, T: Ord> IntoIterator for &'a Ordered<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
