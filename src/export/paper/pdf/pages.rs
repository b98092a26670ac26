//! Deals strips out to pages.

use super::strip::{Frame, Strip, height_of};

/// A page. Heights are in points from the top of its text.
#[derive(Debug, Default)]
pub struct Page {
    /// Boxes behind the strips.
    pub frames: Vec<PlacedFrame>,
    /// Where each strip begins, and the strip.
    pub strips: Vec<(f32, Strip)>,
    filled: f32,
}

/// A box, as far as it stands on one page.
#[derive(Clone, Copy, Debug)]
pub struct PlacedFrame {
    /// The box.
    pub frame: Frame,
    /// Where it begins.
    pub top: f32,
    /// Where it ends.
    pub bottom: f32,
}

/// Deals strips out to pages of a height in points. Always at least one page.
pub fn deal(strips: Vec<Strip>, room: f32) -> Vec<Page> {
    let mut pages = vec![Page::default()];
    let mut strips = strips.into_iter().peekable();
    let mut cluster = Vec::new();
    while let Some(strip) = strips.next() {
        let holds = strip.hold && strips.peek().is_some();
        cluster.push(strip);
        if !holds {
            place(&mut pages, std::mem::take(&mut cluster), room);
        }
    }
    pages
}

/// Places strips that should stand on one page; over several pages only if no page holds them.
fn place(pages: &mut Vec<Page>, cluster: Vec<Strip>, room: f32) {
    let fits_a_page = head_height(cluster.first()) + height_of(&cluster) <= room;
    let mut break_before = fits_a_page && !last(pages).fits(&cluster, room);
    for strip in cluster {
        if break_before || !last(pages).fits(std::slice::from_ref(&strip), room) {
            pages.push(Page::default());
            break_before = false;
            if let Some(head) = &strip.head {
                last(pages).put(head.repeated());
            }
        }
        last(pages).put(strip);
    }
}

fn head_height(strip: Option<&Strip>) -> f32 {
    strip.and_then(|strip| strip.head.as_ref()).map_or(0.0, |head| head.height)
}

fn last(pages: &mut Vec<Page>) -> &mut Page {
    if pages.is_empty() {
        pages.push(Page::default());
    }
    let index = pages.len() - 1;
    &mut pages[index]
}

impl Page {
    fn fits(&self, strips: &[Strip], room: f32) -> bool {
        /// Sums of heights are not exact.
        const SLACK: f32 = 0.01;
        let space = strips.first().map_or(0.0, |strip| strip.space);
        self.strips.is_empty() || self.filled + space + height_of(strips) <= room + SLACK
    }

    fn put(&mut self, strip: Strip) {
        let space = if self.strips.is_empty() { 0.0 } else { strip.space };
        let top = self.filled + space;
        self.filled = top + strip.height;
        if let Some(frame) = strip.frame {
            self.frame(frame, top);
        }
        self.strips.push((top, strip));
    }

    fn frame(&mut self, frame: Frame, top: f32) {
        let bottom = self.filled;
        match self.frames.last_mut() {
            Some(placed) if placed.frame.key == frame.key => placed.bottom = bottom,
            _ => self.frames.push(PlacedFrame { frame, top, bottom }),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    fn strip(height: f32) -> Strip {
        Strip { space: 1.0, ..Strip::blank(height) }
    }

    fn heights(pages: &[Page]) -> Vec<Vec<f32>> {
        pages.iter().map(|page| page.strips.iter().map(|(_, strip)| strip.height).collect()).collect()
    }

    #[test]
    fn what_holds_moves_to_the_next_page_with_what_it_holds() {
        let heading = Strip { hold: true, ..strip(2.0) };
        let pages = deal(vec![strip(5.0), heading, strip(4.0)], 10.0);
        assert_eq!(heights(&pages), [vec![5.0], vec![2.0, 4.0]]);
    }

    #[test]
    fn what_no_page_holds_breaks_where_it_must() {
        let held = || Strip { hold: true, ..strip(4.0) };
        assert_eq!(heights(&deal(vec![held(), held(), held(), strip(3.0)], 10.0)), [vec![4.0, 4.0], vec![4.0, 3.0]]);
        assert_eq!(heights(&deal(vec![strip(25.0), strip(3.0)], 10.0)), [vec![25.0], vec![3.0]]);
    }

    #[test]
    fn a_head_is_repeated_on_every_page() {
        let head = Rc::new(strip(2.0));
        let row = || Strip { head: Some(head.clone()), ..strip(4.0) };
        let pages = deal(vec![(*head).clone(), row(), row(), row()], 10.0);
        assert_eq!(heights(&pages), [vec![2.0, 4.0], vec![2.0, 4.0], vec![2.0, 4.0]]);
    }

    #[test]
    fn nothing_is_one_empty_page() {
        assert_eq!(deal(Vec::new(), 10.0).len(), 1);
    }
}
