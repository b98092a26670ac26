//! What somebody looks like, as an author may write it beside who they are; whoever is not described looks like somebody
//! all the same.

use crate::content::read::{record, words};
use crate::diagnostic::Spanned;

words! {
    /// How old somebody looks.
    Age, "年纪", {
        /// About 18 to 30.
        Young,
        /// About 30 to 45.
        Adult,
        /// About 45 to 60.
        Middle,
        /// Over 60.
        Elder,
    }
}

words! {
    /// How somebody is built.
    Build, "身形", {
        /// A man.
        Man,
        /// A broad, heavy man.
        StoutMan,
        /// A woman.
        Woman,
        /// A broad, round woman.
        StoutWoman,
    }
}

impl Build {
    /// Whether this is a woman.
    pub fn is_woman(self) -> bool {
        matches!(self, Self::Woman | Self::StoutWoman)
    }

    /// Whether this is somebody broad.
    pub fn is_stout(self) -> bool {
        matches!(self, Self::StoutMan | Self::StoutWoman)
    }
}

words! {
    /// How the hair is worn. Its colour comes from the age and the tints.
    Hair, "发型", {
        /// Short and brushed up, a man's everyday cut.
        Crop,
        /// Parted at the side, an office cut.
        SidePart,
        /// Clipped close all over.
        CrewCut,
        /// Falling over the forehead, a student's cut.
        Fringe,
        /// Combed back from the forehead.
        SweptBack,
        /// Thin on top, the forehead high.
        Thinning,
        /// Bald but for the sides.
        Bald,
        /// A woman's short cut that leaves the ears free.
        Pixie,
        /// To the jaw, smooth.
        Bob,
        /// To the jaw, with a straight fringe.
        BobFringe,
        /// To the shoulders, curled outwards.
        Wavy,
        /// Long and straight, parted in the middle.
        Long,
        /// Tied at the back, falling over one shoulder.
        Ponytail,
        /// Tied up high.
        Bun,
        /// Tied low in the neck.
        LowBun,
        /// A grandmother's small curls.
        Perm,
    }
}

impl Hair {
    /// Whether the ears are under it.
    pub fn covers_ears(self) -> bool {
        matches!(self, Self::Bob | Self::BobFringe | Self::Wavy | Self::Long)
    }
}

words! {
    /// What somebody wears.
    Dress, "衣着", {
        /// A shirt with its collar open.
        Shirt,
        /// A shirt and a tie.
        ShirtTie,
        /// An open shirt with a badge on a ribbon.
        Lanyard,
        /// A polo shirt.
        Polo,
        /// A T-shirt.
        Tee,
        /// A soft blouse.
        Blouse,
        /// A cardigan over a top.
        Cardigan,
        /// A pullover with a round neck.
        Sweater,
        /// A work jacket with a stand-up collar.
        WorkJacket,
        /// A casual jacket over a shirt.
        Jacket,
        /// An apron over a shirt.
        Apron,
        /// A quilted down jacket.
        DownJacket,
        /// A hooded pullover.
        Hoodie,
        /// A guard's uniform.
        Guard,
        /// A suit.
        Suit,
        /// A jacket with a stand-up collar and knotted buttons, as grandparents wear it.
        Tang,
        /// The uniform of the front desk, with a name badge.
        Steward,
    }
}

words! {
    /// One more thing somebody has on them.
    Extra, "随身的东西", {
        /// Nothing.
        None,
        /// Glasses.
        Glasses,
        /// Round glasses.
        RoundGlasses,
        /// Narrow glasses, low on the nose.
        ReadingGlasses,
        /// A cap with a peak.
        Cap,
        /// A guard's peaked cap.
        GuardCap,
        /// A rider's or builder's helmet.
        Helmet,
        /// A headset; the hand is free, so no telephone is held.
        Headset,
        /// Earphones; no telephone is held.
        Earphones,
        /// A scarf.
        Scarf,
        /// A beard, short.
        Beard,
        /// Unshaven.
        Stubble,
        /// A moustache.
        Moustache,
        /// Earrings.
        Earrings,
    }
}

words! {
    /// Where somebody calls from.
    Place, "地方", {
        /// At a desk.
        Office,
        /// In a meeting room.
        MeetingRoom,
        /// In the back of a taxi.
        Taxi,
        /// In a flat being renovated.
        DustyFlat,
        /// In a kitchen.
        Kitchen,
        /// In an airport.
        Airport,
        /// In a shop.
        Shop,
        /// At home.
        LivingRoom,
        /// On the street.
        Street,
        /// In a lift.
        Lift,
        /// In a workshop.
        Workshop,
        /// In a guardhouse.
        Guardhouse,
    }
}

record! {
    /// A look as it is written. Whatever is left out is the first of its words.
    Appearance, "样子", {
        /// How old.
        age: Age = need,
        /// How built.
        build: Build = need,
        /// How the hair is worn.
        hair: Hair = maybe,
        /// What is worn.
        dress: Dress = maybe,
        /// One thing more.
        extra: Extra = maybe,
        /// Where they are.
        place: Place = maybe,
        /// The skin, 0-3 from light to dark.
        skin: Option<Spanned<u32>> = maybe,
        /// The colour of the hair, 0-3 from black to brown.
        hair_color: Option<Spanned<u32>> = maybe,
        /// The colour of the clothes, 0-15.
        clothes: Option<Spanned<u32>> = maybe,
    }
}

impl Appearance {
    /// As it is drawn.
    pub fn look(&self) -> Look {
        // A number there is no colour for is told of where looks are checked.
        let number = |written: &Option<Spanned<u32>>, count: u8| {
            written.as_ref().map_or(0, |it| (it.value % u32::from(count)) as u8)
        };
        let tints = Tints {
            skin: number(&self.skin, Tints::TONES),
            hair: number(&self.hair_color, Tints::TONES),
            cloth: number(&self.clothes, Tints::CLOTHS),
        };
        Look {
            age: self.age,
            build: self.build,
            hair: self.hair,
            dress: self.dress,
            extra: self.extra,
            place: self.place,
            tints,
        }
    }
}

/// A person to be drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Look {
    /// How old.
    pub age: Age,
    /// How built.
    pub build: Build,
    /// How the hair is worn.
    pub hair: Hair,
    /// What is worn.
    pub dress: Dress,
    /// One thing more.
    pub extra: Extra,
    /// Where.
    pub place: Place,
    /// In which colours.
    pub tints: Tints,
}

/// Which of the paints a person is done in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tints {
    /// The skin, 0-3 from light to dark.
    pub skin: u8,
    /// The hair, 0-3.
    pub hair: u8,
    /// The clothes, 0-15.
    pub cloth: u8,
}

impl Tints {
    /// How many skins there are, and how many colours of hair.
    pub const TONES: u8 = 4;
    /// How many colours of clothes there are.
    pub const CLOTHS: u8 = 16;
}

impl Look {
    /// Whether one hand holds a telephone to the ear.
    pub fn holds_phone(&self) -> bool {
        !matches!(self.extra, Extra::Headset | Extra::Earphones)
    }
}
