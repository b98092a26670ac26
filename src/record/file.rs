//! One trainee as a file: everything that is kept of them, to take along, and to be verified by somebody else.

use serde::{Deserialize, Serialize};

use crate::record::chain::{Broken, Head, Link, verify};
use crate::record::edition::Edition;
use crate::record::profile::Profile;
use crate::record::replay::{Check, Lost, Shelves};
use crate::record::review::{Answered, Review};

/// What a file says it is.
pub const FORMAT: &str = "three-rings profile 1";

/// Everything that is kept of one trainee.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProfileFile {
    /// What this is: [`FORMAT`].
    pub format: String,
    /// Who; the PIN stays at home.
    pub profile: Profile,
    /// The end of the chain.
    pub head: Head,
    /// The chain.
    pub links: Vec<Link>,
    /// The content the attempts were played with.
    pub editions: Vec<Edition>,
    /// Answers to questions.
    pub answered: Vec<Answered>,
    /// What the schedule knows.
    pub reviews: Vec<Review>,
    /// How they like the window.
    pub preferences: Vec<(String, String)>,
}

/// What was found out about one trainee's records.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Whose.
    pub profile: Profile,
    /// How many links there are.
    pub links: usize,
    /// The hash at the end.
    pub head: String,
    /// Every hash, for whoever has an earlier end on paper.
    pub hashes: Vec<String>,
    /// Where the chain is broken, if it is.
    pub broken: Option<Broken>,
    /// Attempts that are not worth, played again, what was kept; with their places.
    pub unlike: Vec<(u32, Check)>,
}

impl Finding {
    /// Whether nothing speaks against the records.
    pub fn is_sound(&self) -> bool {
        self.broken.is_none() && !self.unlike.iter().any(|(_, check)| self.speaks_against(*check))
    }

    /// Whether what a replay came to speaks against the records: another version may judge otherwise or be unable to play
    /// what was; but content goes with the records, and only whoever is anonymous has no inputs.
    pub fn speaks_against(&self, check: Check) -> bool {
        match check {
            Check::Same | Check::JudgedByAnother | Check::Lost(Lost::Content) => false,
            Check::Different | Check::Lost(Lost::Edition | Lost::Input(_)) => true,
            Check::Lost(Lost::Inputs) => !self.profile.is_anonymous,
        }
    }
}

impl ProfileFile {
    /// Verifies the chain, and plays every attempt again.
    pub fn verify(&self, shelves: &mut Shelves, program: &str) -> Finding {
        let broken = verify(self.profile.id, &self.links, &self.head).err();
        self.editions.iter().for_each(|edition| shelves.add(edition.clone()));
        let check = |link: &Link| Some((link.place, shelves.check(&link.attempt()?, program)));
        let mut unlike: Vec<(u32, Check)> = self.links.iter().filter_map(check).collect();
        unlike.retain(|(_, check)| *check != Check::Same);
        let (links, head) = (self.links.len(), self.head.hash.clone());
        let hashes = self.links.iter().map(|link| link.hash.clone()).collect();
        Finding { profile: self.profile.clone(), links, head, hashes, broken, unlike }
    }

    /// Whether its chain is whole.
    pub fn is_whole(&self) -> bool {
        verify(self.profile.id, &self.links, &self.head).is_ok()
    }

    /// Whether these records go on from others of the same trainee, or the others from these.
    pub fn agrees_with(&self, known: &[Link]) -> bool {
        self.links.iter().zip(known).all(|(ours, theirs)| ours.hash == theirs.hash)
    }
}
