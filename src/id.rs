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
            /// Stops at 65,535: checking refuses longer lists, but has to get through them first.
            fn from(index: usize) -> Self {
                Self(u16::try_from(index).unwrap_or(u16::MAX))
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

    /// Puts `index` in; true if it was not there yet. What is beyond the capacity stays out.
    pub fn insert(&mut self, index: usize) -> bool {
        let is_new = index < Self::CAPACITY && !self.has(index);
        if is_new {
            self.0 |= 1 << index;
        }
        is_new
    }

    /// Takes `index` out.
    pub fn remove(&mut self, index: usize) {
        if index < Self::CAPACITY {
            self.0 &= !(1 << index);
        }
    }

    /// How many things are in the set.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether nothing is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in either.
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
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
        let mut left = self.0;
        std::iter::from_fn(move || {
            let lowest = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            (lowest < Self::CAPACITY).then_some(lowest)
        })
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

    #[test]
    fn what_is_beyond_the_capacity_stays_out_and_breaks_nothing() {
        let mut bits: Bits = [1, 128, 5_000].into_iter().collect();
        bits.remove(128);
        assert_eq!(bits.iter().collect::<Vec<_>>(), [1]);
    }
}
