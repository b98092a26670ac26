//! A plausible look for somebody nobody described, the same for the same seed.

use rand::{RngExt as _, SeedableRng as _};
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::content::look::{Age, Build, Dress, Extra, Hair, Look, Place, Tints};

/// One in so many young men is broad, and so on by age.
const STOUT_ONE_IN: [u32; 4] = [8, 5, 3, 3];
/// One in so many has something extra on.
const EXTRA_ONE_IN: u32 = 2;

/// Somebody.
pub fn look(seed: u64) -> Look {
    let mut dice = Xoshiro256PlusPlus::seed_from_u64(seed);
    let age = pick(&mut dice, &[Age::Young, Age::Adult, Age::Adult, Age::Middle, Age::Middle, Age::Elder]);
    let is_woman = dice.random_range(0..2) == 0;
    let is_stout = dice.random_range(0..STOUT_ONE_IN[age as usize]) == 0;
    let build = match (is_woman, is_stout) {
        (true, false) => Build::Woman,
        (true, true) => Build::StoutWoman,
        (false, false) => Build::Man,
        (false, true) => Build::StoutMan,
    };
    let place = pick(&mut dice, places(age, is_woman));
    let dress = pick(&mut dice, dresses(place, age, is_woman));
    let extra = if dice.random_range(0..EXTRA_ONE_IN) == 0 {
        pick(&mut dice, extras(place, age, is_woman))
    } else {
        Extra::None
    };
    let hair = hair(&mut dice, age, is_woman, extra);
    Look { age, build, hair, dress, extra, place, tints: tints(&mut dice, dress) }
}

/// A number for a face: the same in other clothes and at another place.
pub fn face_number(look: &Look) -> u64 {
    let Tints { skin, hair, cloth } = look.tints;
    let colors =
        u64::from(skin) + u64::from(Tints::TONES) * (u64::from(hair) + u64::from(Tints::TONES) * u64::from(cloth));
    let parts = [look.age as u64, look.build as u64, look.hair as u64, colors];
    let number = parts.into_iter().fold(0, |number, part| number * 257 + part + 1);
    Xoshiro256PlusPlus::seed_from_u64(number).random()
}

fn pick<T: Copy>(dice: &mut Xoshiro256PlusPlus, from: &[T]) -> T {
    from[dice.random_range(0..from.len())]
}

/// Where somebody of that age may be calling from.
fn places(age: Age, is_woman: bool) -> &'static [Place] {
    use Place::{Airport, DustyFlat, Kitchen, Lift, LivingRoom, MeetingRoom, Office, Shop, Street, Taxi};
    match (age, is_woman) {
        (Age::Elder, _) => &[LivingRoom, LivingRoom, Kitchen, Street, Lift, Shop],
        (_, true) => &[Office, MeetingRoom, Taxi, Kitchen, Airport, Shop, LivingRoom, Street, Lift, DustyFlat],
        (_, false) => Place::ALL,
    }
}

/// What is worn at a place by somebody of that age.
fn dresses(place: Place, age: Age, is_woman: bool) -> &'static [Dress] {
    use Dress::{
        Apron, Blouse, Cardigan, DownJacket, Guard, Hoodie, Jacket, Lanyard, Polo, Shirt, ShirtTie, Suit, Sweater,
        Tang, Tee, WorkJacket,
    };
    match (place, is_woman) {
        (Place::Office | Place::MeetingRoom, true) => &[Blouse, Cardigan, Lanyard, Suit],
        (Place::Office | Place::MeetingRoom, false) => &[Shirt, ShirtTie, Lanyard, Suit],
        (Place::Guardhouse, _) => &[Guard],
        (Place::DustyFlat | Place::Workshop, _) => &[WorkJacket],
        (Place::Shop, _) => &[Apron],
        (Place::Taxi | Place::Airport, true) => &[Jacket, Blouse, Suit],
        (Place::Taxi | Place::Airport, false) => &[Jacket, Shirt, Suit],
        (Place::Kitchen | Place::LivingRoom | Place::Lift, true) if age == Age::Elder => &[Cardigan, Tang, Sweater],
        (Place::Kitchen | Place::LivingRoom | Place::Lift, false) if age == Age::Elder => &[Tang, Sweater, Polo],
        (Place::Kitchen, _) => &[Apron, Sweater, Tee],
        (Place::LivingRoom | Place::Lift, true) => &[Sweater, Cardigan, Blouse, Hoodie],
        (Place::LivingRoom | Place::Lift, false) => &[Sweater, Tee, Polo, Hoodie],
        (Place::Street, true) => &[DownJacket, Jacket, Cardigan],
        (Place::Street, false) => &[DownJacket, Jacket, Polo],
    }
}

/// What else somebody may have on at a place.
fn extras(place: Place, age: Age, is_woman: bool) -> &'static [Extra] {
    use Extra::{
        Cap, Earphones, Earrings, Glasses, GuardCap, Helmet, Moustache, ReadingGlasses, RoundGlasses, Scarf, Stubble,
    };
    match (place, age, is_woman) {
        (Place::Guardhouse, ..) => &[GuardCap],
        (Place::DustyFlat | Place::Workshop, ..) => &[Helmet, Cap],
        (_, Age::Elder, true) => &[ReadingGlasses, RoundGlasses],
        (_, Age::Elder, false) => &[ReadingGlasses, Moustache],
        (Place::Street, _, true) => &[Scarf, Glasses],
        (Place::Street, Age::Young, false) => &[Cap, Glasses, Earphones],
        (_, Age::Young, _) => &[Glasses, RoundGlasses, Earphones],
        (_, _, true) => &[Earrings, Glasses, RoundGlasses],
        (_, _, false) => &[Glasses, Stubble],
    }
}

/// Hair that goes with the age, and under the hat.
fn hair(dice: &mut Xoshiro256PlusPlus, age: Age, is_woman: bool, extra: Extra) -> Hair {
    use Hair::{
        Bald, Bob, BobFringe, Bun, CrewCut, Crop, Fringe, Long, LowBun, Perm, Pixie, Ponytail, SidePart, SweptBack,
        Thinning, Wavy,
    };
    let has_hat = matches!(extra, Extra::Cap | Extra::GuardCap | Extra::Helmet);
    let styles: &[Hair] = match (is_woman, has_hat, age) {
        (true, ..) if extra == Extra::Earphones => &[Ponytail, Bun],
        (true, true, _) => &[Ponytail, LowBun],
        (false, true, _) => &[CrewCut, Crop],
        (true, _, Age::Young) => &[Bob, BobFringe, Ponytail, Long, Bun],
        (true, _, Age::Adult) => &[Bob, Wavy, Ponytail, LowBun, Long],
        (true, _, Age::Middle) => &[Pixie, Bob, Wavy, LowBun],
        (true, _, Age::Elder) => &[Perm, Pixie, LowBun],
        (false, _, Age::Young) => &[Crop, Fringe, SidePart],
        (false, _, Age::Adult) => &[Crop, SidePart, CrewCut, SweptBack],
        (false, _, Age::Middle) => &[CrewCut, SweptBack, Thinning, SidePart],
        (false, _, Age::Elder) => &[Thinning, Bald, CrewCut],
    };
    pick(dice, styles)
}

/// Colours; work clothes are not rose.
fn tints(dice: &mut Xoshiro256PlusPlus, dress: Dress) -> Tints {
    let cloths: &[u8] = match dress {
        Dress::WorkJacket => &[2, 7, 9, 10, 15],
        Dress::Suit | Dress::Tang => &[2, 7, 11, 14],
        Dress::ShirtTie | Dress::Lanyard => &[0, 1, 13],
        Dress::Shirt | Dress::Polo => &[0, 1, 2, 4, 9, 11, 12, 13],
        _ => &[0, 2, 3, 4, 5, 6, 8, 9, 10, 12, 14],
    };
    let (skin, hair) = (dice.random_range(0..Tints::TONES), dice.random_range(0..Tints::TONES));
    Tints { skin, hair, cloth: pick(dice, cloths) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::content::look::Appearance;
    use crate::diagnostic::{Span, Spanned};

    #[test]
    fn the_same_seed_is_the_same_person() {
        assert!((0..500).all(|seed| look(seed) == look(seed)));
    }

    #[test]
    fn nobody_is_dressed_for_another_place() {
        for look in (0..2000).map(look) {
            let at_work = matches!(look.place, Place::Shop | Place::Kitchen);
            assert!(look.dress != Dress::Apron || at_work, "{look:?}");
            assert!((look.dress == Dress::Guard) == (look.place == Place::Guardhouse), "{look:?}");
            assert!(look.hair != Hair::Bald || !look.build.is_woman(), "{look:?}");
            assert!(look.hair != Hair::Perm || look.age == Age::Elder, "{look:?}");
        }
    }

    #[test]
    fn people_differ() {
        let looks: BTreeSet<String> = (0..200).map(|seed| format!("{:?}", look(seed))).collect();
        assert!(looks.len() > 190);
    }

    #[test]
    fn every_colour_is_one_there_is_whatever_was_written() {
        let is_there =
            |tints: Tints| tints.skin < Tints::TONES && tints.hair < Tints::TONES && tints.cloth < Tints::CLOTHS;
        assert!((0..2000).all(|seed| is_there(look(seed).tints)));
        let written = |number: u32| Some(Spanned { value: number, at: Span::default() });
        for number in [0, 3, 15, 16, 300, u32::MAX] {
            let (skin, hair_color, clothes) = (written(number), written(number), written(number));
            let look = Appearance { skin, hair_color, clothes, ..Appearance::default() }.look();
            assert!(is_there(look.tints), "{number}");
        }
    }
}
