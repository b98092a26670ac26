//! The people of the service centre itself.

use crate::content::look::{Age, Build, Dress, Extra, Hair, Look, Place, Tints};

/// The trainee, at the front desk.
pub const fn steward() -> Look {
    of_the_centre(Build::Woman, Hair::LowBun, [0, 1, 9])
}

/// Her colleague.
pub const fn colleague() -> Look {
    of_the_centre(Build::Man, Hair::Crop, [1, 0, 9])
}

const fn of_the_centre(build: Build, hair: Hair, [skin, hair_color, cloth]: [u8; 3]) -> Look {
    let tints = Tints { skin, hair: hair_color, cloth };
    Look { age: Age::Young, build, hair, dress: Dress::Steward, extra: Extra::Headset, place: Place::Office, tints }
}
