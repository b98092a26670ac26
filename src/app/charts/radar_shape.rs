//! The geometry of a radar: where its axes point, how large it can be, where their names stand.

use std::f32::consts::TAU;

use bevy_egui::egui::{Align2, Color32, Mesh, Pos2, Rect, Vec2, vec2};

use crate::app::theme::GRID;

/// How far a name stands from the end of its axis, in points.
const AWAY: f32 = 2.0 * GRID;
/// How far from upright an axis must point for its name to stand beside it.
const ASIDE: f32 = 0.25;

/// Where an axis points; the first one up, the others clockwise.
pub(super) fn direction(axis: usize, count: usize) -> Vec2 {
    let turn = TAU * axis as f32 / count.max(1) as f32;
    vec2(turn.sin(), -turn.cos())
}

/// Which corner of a name stands at the end of its axis.
fn anchor(direction: Vec2) -> Align2 {
    use bevy_egui::egui::Align::{Center, Max, Min};
    let side = |along: f32| {
        if along > ASIDE {
            Min
        } else if along < -ASIDE {
            Max
        } else {
            Center
        }
    };
    let upright = if direction.x.abs() > ASIDE { side(direction.y * 0.6) } else { side(direction.y) };
    Align2([side(direction.x), upright])
}

/// The place of a name of a size at the end of its axis.
pub(super) fn name_place(middle: Pos2, radius: f32, direction: Vec2, size: Vec2) -> Rect {
    anchor(direction).anchor_size(middle + (radius + AWAY) * direction, size)
}

/// The middle and the radius of the largest radar that leaves room for names of these sizes, none of them touching
/// another; 0 if there is none.
pub(super) fn largest(room: Rect, sizes: &[Vec2]) -> (Pos2, f32) {
    let outline = |radius: f32| {
        let mut whole = Rect::NOTHING;
        for (axis, size) in sizes.iter().enumerate() {
            let direction = direction(axis, sizes.len());
            whole = whole.union(name_place(Pos2::ZERO, radius, direction, *size));
            whole.extend_with((radius * direction).to_pos2());
        }
        whole
    };
    let fits = |radius: f32| {
        let whole = outline(radius);
        whole.width() <= room.width() && whole.height() <= room.height() && !do_touch(radius, sizes)
    };
    let most = 0.5 * room.width().min(room.height()).max(0.0);
    let radius = (0..=most as usize).rev().map(|it| it as f32).find(|it| fits(*it)).unwrap_or(0.0);
    // In the middle of the room stands the whole with its names; across, the radar itself if there is room.
    let whole = outline(radius);
    let middle = room.center() - whole.center().to_vec2();
    let (least, most) = (room.left() - middle.x - whole.left(), room.right() - middle.x - whole.right());
    let aside = if least < most { (room.center().x - middle.x).clamp(least, most) } else { 0.0 };
    (middle + vec2(aside, 0.0), radius)
}

fn do_touch(radius: f32, sizes: &[Vec2]) -> bool {
    let place = |axis: usize| name_place(Pos2::ZERO, radius, direction(axis, sizes.len()), sizes[axis]);
    let places: Vec<Rect> = (0..sizes.len()).map(place).collect();
    (0..places.len()).any(|a| places[..a].iter().any(|b| b.shrink(0.5).intersects(places[a])))
}

/// The pieces of a polygon: runs of neighbouring axes that have a value; closed if all have one.
pub(super) fn runs(corners: &[Option<Pos2>]) -> Vec<Vec<Pos2>> {
    let count = corners.len();
    let Some(gap) = corners.iter().position(Option::is_none) else {
        let closed: Vec<Pos2> = corners.iter().chain(corners.first()).flatten().copied().collect();
        return vec![closed];
    };
    let from_gap: Vec<Option<Pos2>> = (1..=count).map(|place| corners[(gap + place) % count]).collect();
    from_gap
        .split(Option::is_none)
        .filter(|run| run.len() > 1)
        .map(|run| run.iter().flatten().copied().collect())
        .collect()
}

/// The area of the pieces, as triangles to the middle: a radar need not be convex.
pub(super) fn area(middle: Pos2, runs: &[Vec<Pos2>], color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for pair in runs.iter().flat_map(|run| run.windows(2)) {
        let first = mesh.vertices.len() as u32;
        for at in [middle, pair[0], pair[1]] {
            mesh.colored_vertex(at, color);
        }
        mesh.add_triangle(first, first + 1, first + 2);
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy_egui::egui::pos2;

    #[test]
    fn the_first_axis_points_up_and_the_others_go_round_with_the_clock() {
        assert!((direction(0, 4) - vec2(0.0, -1.0)).length() < 1e-6);
        assert!((direction(1, 4) - vec2(1.0, 0.0)).length() < 1e-6);
        assert!((direction(2, 4) - vec2(0.0, 1.0)).length() < 1e-6);
        assert!((0..7).all(|axis| (direction(axis, 7).length() - 1.0).abs() < 1e-6));
    }

    #[test]
    fn names_stay_in_the_room_and_off_each_other() {
        for count in 3..=8 {
            for (width, size) in [(280.0, 60.0), (560.0, 95.0), (560.0, 170.0), (1_200.0, 170.0)] {
                let room = Rect::from_min_size(pos2(7.0, 9.0), vec2(width, 280.0));
                let sizes = vec![vec2(size, 40.0); count];
                let (middle, radius) = largest(room, &sizes);
                if radius < 40.0 {
                    continue;
                }
                let places: Vec<Rect> =
                    (0..count).map(|axis| name_place(middle, radius, direction(axis, count), sizes[axis])).collect();
                assert!(places.iter().all(|place| room.expand(0.5).contains_rect(*place)), "{count}: {places:?}");
                for (a, b) in (0..count).flat_map(|a| (0..a).map(move |b| (a, b))) {
                    assert!(!places[a].shrink(0.5).intersects(places[b]), "{count} axes in {width}: {a}, {b}");
                }
            }
        }
    }

    #[test]
    fn a_value_that_is_not_assessed_opens_the_polygon() {
        let at = |x: f32| Some(pos2(x, 0.0));
        assert_eq!(runs(&[at(0.0), at(1.0), at(2.0)])[0].len(), 4);
        assert_eq!(runs(&[at(0.0), None, at(2.0), at(3.0)]), [[pos2(2.0, 0.0), pos2(3.0, 0.0), pos2(0.0, 0.0)]]);
        assert!(runs(&[None, at(1.0), None]).is_empty());
        assert!(runs(&[None, None]).is_empty());
    }
}
