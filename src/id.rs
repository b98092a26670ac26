//! Small words that every floor uses: numbered names, and sets of them.
//!
//! Authors write names; loading resolves each name once into one of these numbers, so nothing past loading
//! compares strings, and a whole call's state is a handful of integers that can be hashed.

/// Declares a numbered name: the position of a thing in the list it was loaded into.
macro_rules! numbered {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);

        impl $name {
            /// The place in its list, for indexing.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }

        impl From<usize> for $name {
            /// Panics past 65,535, which loading refuses long before.
            fn from(index: usize) -> Self {
                Self(u16::try_from(index).expect("a list longer than its loader allows"))
            }
        }
    )*};
}

numbered! {
    /// A turn of the talk.
    TurnId,
    /// An ending of the call.
    EndingId,
    /// A criterion of the rubric.
    CriterionId,
    /// A compliance rule.
    RuleId,
    /// A fact an owner may tell, or a decoy nobody told: whatever can be put into the note.
    NoteId,
    /// A flag of the scenario.
    FlagId,
    /// A work order of the case file.
    OrderId,
    /// One place in a scenario where a rule can be broken: a choice and a rule.
    BreachId,
}

/// A set of up to [`Bits::CAPACITY`] numbered things, small enough to copy and to hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bits(u128);

impl Bits {
    /// How many different things one set can hold; loading refuses content with more.
    pub const CAPACITY: usize = 128;

    /// The set of everything below `len`.
    pub fn first(len: usize) -> Self {
        if len >= Self::CAPACITY { Self(u128::MAX) } else { Self((1 << len) - 1) }
    }

    /// Whether `index` is in the set.
    pub fn has(self, index: usize) -> bool {
        index < Self::CAPACITY && self.0 >> index & 1 == 1
    }

    /// Puts `index` in; true if it was not there yet.
    pub fn insert(&mut self, index: usize) -> bool {
        let new = !self.has(index);
        self.0 |= 1 << index;
        new
    }

    /// Takes `index` out.
    pub fn remove(&mut self, index: usize) {
        self.0 &= !(1 << index);
    }

    /// How many things are in the set.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether nothing is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in both.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this one and not in the other.
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The members, rising.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..Self::CAPACITY).filter(move |&index| self.has(index))
    }
}

impl FromIterator<usize> for Bits {
    fn from_iter<I: IntoIterator<Item = usize>>(indices: I) -> Self {
        let mut bits = Self::default();
        for index in indices {
            bits.insert(index);
        }
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn a_set_keeps_what_is_put_in_and_nothing_else() {
        let mut bits: Bits = [0, 5, 127].into_iter().collect();
        assert!(!bits.insert(5), "5 was there already");
        bits.remove(0);
        assert_eq!(bits.iter().collect::<Vec<_>>(), [5, 127]);
        assert_eq!(Bits::first(128).len(), 128);
        assert_eq!(bits.without(Bits::first(6)).iter().collect::<Vec<_>>(), [127]);
    }
}
