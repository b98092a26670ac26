//! The chain of one trainee's attempts: each link's hash covers what it says, its place, and the hash before it.
//!
//! A link that was changed, moved, taken out or added shows, and so does a chain cut short, since its length and last hash
//! are kept with the trainee and stand on every report. There is no secret in it: somebody with the program's source who
//! rewrites every link from the first on is found out only by a hash written down before, or by [playing the attempt
//! again](crate::record::replay).

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::record::attempt::Attempt;
use crate::record::edition::{Digest, digest};

/// What the first link names as the hash before it.
pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// Begins what is hashed, so that no other use of SHA-256 can be taken for a link.
const DOMAIN: &str = "three-rings attempt 1";

/// One link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its place, from 1.
    pub place: u32,
    /// The hash before it.
    pub previous: Digest,
    /// Its own.
    pub hash: Digest,
    /// The attempt, as JSON.
    pub body: String,
}

/// The end of a chain, as it is kept beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// How many links there are.
    pub links: u32,
    /// The hash of the last.
    pub hash: Digest,
}

impl Default for Head {
    fn default() -> Self {
        Self { links: 0, hash: BEGINNING.to_owned() }
    }
}

impl Head {
    /// The link of an attempt that is put at the end.
    pub fn link(&self, profile: Uuid, body: String) -> Link {
        let place = self.links + 1;
        let hash = hash_of(profile, place, &self.hash, &body);
        Link { place, previous: self.hash.clone(), hash, body }
    }

    /// The end after a link.
    pub fn after(link: &Link) -> Self {
        Self { links: link.place, hash: link.hash.clone() }
    }
}

impl Link {
    /// The attempt it holds; none when the body is not one.
    pub fn attempt(&self) -> Option<Attempt> {
        serde_json::from_str(&self.body).ok()
    }
}

fn hash_of(profile: Uuid, place: u32, previous: &str, body: &str) -> Digest {
    digest(format!("{DOMAIN}\n{profile}\n{place}\n{previous}\n{body}").as_bytes())
}

/// What is wrong with a chain, at the first link where something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Which place, from 1.
    pub place: u32,
    /// How.
    pub how: How,
}

/// How a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// What the link says is not what was hashed.
    Changed,
    /// The link that belongs here is not there.
    Removed,
    /// Another link stands here, that was made for this place.
    Moved {
        /// The place it was made for, from 1.
        from: u32,
    },
    /// The link was made after another one than that which stands before it: something was put in or taken out.
    Grafted,
    /// There are more links than the trainee's record says.
    Added,
}

/// Checks a chain from its first link to its end.
///
/// # Errors
/// With the first place at which it is broken.
pub fn verify(profile: Uuid, links: &[Link], head: &Head) -> Result<(), Broken> {
    let mut previous = BEGINNING;
    for (expected, link) in (1..).zip(links) {
        check(profile, links, expected, previous, link).map_err(|how| Broken { place: expected, how })?;
        previous = &link.hash;
    }
    let count = u32::try_from(links.len()).unwrap_or(u32::MAX);
    match count.cmp(&head.links) {
        std::cmp::Ordering::Less => Err(Broken { place: count + 1, how: How::Removed }),
        std::cmp::Ordering::Greater => Err(Broken { place: head.links + 1, how: How::Added }),
        std::cmp::Ordering::Equal if previous != head.hash => Err(Broken { place: count.max(1), how: How::Changed }),
        std::cmp::Ordering::Equal => Ok(()),
    }
}

fn check(profile: Uuid, links: &[Link], expected: u32, previous: &str, link: &Link) -> Result<(), How> {
    let is_as_hashed = |place| hash_of(profile, place, &link.previous, &link.body) == link.hash;
    if is_as_hashed(expected) {
        return match () {
            () if link.previous != previous => Err(How::Grafted),
            // The number beside it is not what was hashed.
            () if link.place != expected => Err(How::Changed),
            () => Ok(()),
        };
    }
    // Made for another place: that one is gone from in front of it, or it was carried here.
    let count = u32::try_from(links.len()).unwrap_or(u32::MAX);
    /// How many places further on a link may have been made for, where links in front of it are gone.
    const FARTHEST: u32 = 10_000;
    let home = (1..=count.saturating_add(FARTHEST)).find(|&place| place != expected && is_as_hashed(place));
    match home {
        // Everything after a gap stands too far in front; what belongs here is nowhere.
        Some(_) if !links.iter().any(|other| other.previous == previous && hash_is_of(profile, other, expected)) => {
            Err(How::Removed)
        }
        Some(from) => Err(How::Moved { from }),
        None => Err(How::Changed),
    }
}

fn hash_is_of(profile: Uuid, link: &Link, place: u32) -> bool {
    hash_of(profile, place, &link.previous, &link.body) == link.hash
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHO: Uuid = Uuid::from_u128(7);

    fn chain(bodies: &[&str]) -> (Vec<Link>, Head) {
        let mut head = Head::default();
        let links = bodies.iter().map(|body| {
            let link = head.link(WHO, (*body).to_owned());
            head = Head::after(&link);
            link
        });
        (links.collect(), head)
    }

    fn broken(place: u32, how: How) -> Result<(), Broken> {
        Err(Broken { place, how })
    }

    #[test]
    fn an_untouched_chain_holds() {
        let (links, head) = chain(&["a", "b", "c"]);
        assert_eq!(verify(WHO, &links, &head), Ok(()));
        assert_eq!(verify(WHO, &[], &Head::default()), Ok(()));
    }

    #[test]
    fn a_changed_word_is_named() {
        let (mut links, head) = chain(&["a", "b", "c", "d"]);
        links[1].body = "B".to_owned();
        assert_eq!(verify(WHO, &links, &head), broken(2, How::Changed));
    }

    #[test]
    fn a_link_hashed_anew_is_found_by_the_one_after_it() {
        let (mut links, head) = chain(&["a", "b", "c"]);
        links[1] = Head { links: 1, hash: links[0].hash.clone() }.link(WHO, "B".to_owned());
        assert_eq!(verify(WHO, &links, &head), broken(3, How::Grafted));
    }

    #[test]
    fn a_link_taken_out_is_named_wherever_it_stood() {
        for gone in 0..4 {
            let (mut links, head) = chain(&["a", "b", "c", "d"]);
            links.remove(gone);
            assert_eq!(verify(WHO, &links, &head), broken(gone as u32 + 1, How::Removed), "{gone}");
        }
    }

    #[test]
    fn links_that_changed_places_are_named() {
        let (mut links, head) = chain(&["a", "b", "c", "d"]);
        links.swap(1, 3);
        assert_eq!(verify(WHO, &links, &head), broken(2, How::Moved { from: 4 }));
    }

    #[test]
    fn a_link_too_many_is_named() {
        let (mut links, head) = chain(&["a", "b"]);
        links.push(head.link(WHO, "c".to_owned()));
        assert_eq!(verify(WHO, &links, &head), broken(3, How::Added));
    }

    #[test]
    fn somebody_elses_chain_is_not_mine() {
        let (links, head) = chain(&["a"]);
        assert!(verify(Uuid::from_u128(8), &links, &head).is_err());
    }
}
