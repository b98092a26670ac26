//! The engines that take part, in the order of the table.
//!
//! The first is the one that the others are compared with. To add one, write
//! `engines/<name>.rs` with an [`Engine`](crate::engine::Engine), and list it in [`all`].

mod ink;
mod three_rings;
mod yarn;

use crate::measure::{Lane, Plan};

/// Every engine, its sources written.
pub fn all(plan: &Plan) -> Vec<Lane> {
    let (small, large) = plan.graphs();
    vec![
        Lane::of::<three_rings::Stepped>(&small, &large),
        Lane::of::<three_rings::Kept>(&small, &large),
        Lane::of::<ink::Ink>(&small, &large),
        Lane::of::<yarn::Yarn>(&small, &large),
    ]
}
