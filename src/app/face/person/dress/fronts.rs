//! The fronts of what is worn.

use bevy_egui::egui::Color32;
use kurbo::{Circle, Line, RoundedRect};

use super::super::Sitter;
use super::super::shapes::both;
use super::{body, neckline};
use crate::app::art::canvas::{Canvas, path};
use crate::app::face::paints::{self, Cloth, mixed};
use crate::content::look::Dress;

/// Our right half of a jacket worn open.
const PANEL: &str =
    "M46 280 C66 292 100 296 122 308 C148 322 161 352 166 400 L172 470 L16 470 L15 410 C26 356 40 306 46 280 Z";
/// The width of a seam.
const SEAM: f64 = 1.6;

/// Draws the front of what is worn.
pub fn draw(canvas: &mut Canvas, sitter: &Sitter) {
    let look = sitter.look;
    let (cloth, second) = (paints::cloth_of(look), paints::second_of(look));
    match look.dress {
        Dress::ShirtTie => {
            shirt(canvas, neckline::CLOSED, &cloth);
            tie(canvas, &second);
        }
        Dress::Lanyard => {
            shirt(canvas, neckline::OPEN, &cloth);
            ribbon(canvas, &second);
        }
        Dress::Shirt => shirt(canvas, neckline::OPEN, &cloth),
        Dress::Polo => polo(canvas, sitter, &cloth, &second),
        Dress::Tee => tee(canvas, sitter, &cloth, &second),
        Dress::Blouse => blouse(canvas, &cloth),
        Dress::Cardigan => cardigan(canvas, &cloth, &second),
        Dress::Sweater => sweater(canvas, &cloth),
        Dress::WorkJacket => work_jacket(canvas, &cloth),
        Dress::Jacket => jacket(canvas, &cloth, &second),
        Dress::Apron => apron(canvas, &cloth, &second),
        Dress::DownJacket => down_jacket(canvas, &cloth),
        Dress::Hoodie => hoodie(canvas, &cloth),
        Dress::Guard => guard(canvas),
        Dress::Suit => suit(canvas, &cloth, (!look.build.is_woman()).then_some(&second)),
        Dress::Tang => tang(canvas, &cloth, &second),
        Dress::Steward => steward(canvas, look.build.is_woman()),
    }
}

fn fill(canvas: &mut Canvas, svg: &str, color: Color32) {
    canvas.fill(&path(svg), color);
}

fn seam(canvas: &mut Canvas, svg: &str, color: Color32) {
    canvas.stroke(&path(svg), SEAM, color);
}

fn buttons(canvas: &mut Canvas, x: f64, heights: &[f64], radius: f64, color: Color32) {
    for y in heights {
        canvas.fill(&Circle::new((x, *y), radius), color);
    }
}

fn shirt(canvas: &mut Canvas, neckline: &str, cloth: &Cloth) {
    body(canvas, neckline, cloth);
    seam(canvas, "M-8 318 L-8 470", cloth.shade);
    seam(canvas, "M9 318 L9 470", cloth.shade);
    buttons(canvas, 0.5, &[350.0, 392.0, 434.0], 2.6, cloth.shade);
    seam(canvas, "M38 368 L86 368 L86 410 L62 420 L38 410 Z M38 378 L86 378", cloth.shade);
}

fn tie(canvas: &mut Canvas, cloth: &Cloth) {
    fill(canvas, "M-7 314 L7 314 L18 430 L0 462 L-18 430 Z", cloth.base);
    fill(canvas, "M0 314 L7 314 L18 430 L0 462 Z", mixed(cloth.base, cloth.shade, 0.8));
    fill(canvas, "M-12 293 L12 293 L8 316 L-8 316 Z", cloth.base);
    fill(canvas, "M3 293 L12 293 L8 316 L1 316 Z", cloth.shade);
    fill(canvas, "M-13 370 L15 352 L15.6 358 L-13.6 377 Z", cloth.light);
    fill(canvas, "M-15.5 395 L16.5 375 L17 381 L-16 402 Z", cloth.light);
}

fn ribbon(canvas: &mut Canvas, cloth: &Cloth) {
    canvas.stroke(&path("M-44 288 C-38 330 -14 370 0 386"), 6.0, cloth.base);
    canvas.stroke(&path("M44 288 C38 330 14 370 0 386"), 6.0, cloth.shade);
    canvas.fill(&RoundedRect::new(-5.0, 380.0, 5.0, 394.0, 2.0), paints::METAL.base);
    canvas.fill(&RoundedRect::new(-25.0, 391.0, 25.0, 460.0, 5.0), paints::WHITE.light);
    canvas.fill(&RoundedRect::new(-25.0, 391.0, 25.0, 404.0, 5.0), cloth.base);
    canvas.fill(&RoundedRect::new(-19.0, 410.0, -1.0, 432.0, 2.0), paints::WHITE.shade);
    seam(canvas, "M4 414 L20 414 M4 421 L17 421 M4 428 L20 428", paints::WHITE.shade);
}

/// The bare arm under a short sleeve, and the hem.
fn short_sleeve(canvas: &mut Canvas, sitter: &Sitter, hem: Color32) {
    let skin = &sitter.skin;
    fill(canvas, "M-169 428 C-150 436 -130 436 -112 430 L-112 470 L-172 470 Z", skin.base);
    fill(canvas, "M-128 434 C-122 434 -116 432 -112 430 L-112 470 L-130 470 Z", mixed(skin.base, skin.shade, 0.8));
    fill(canvas, "M-168.5 420 C-150 428 -130 428 -112 422 L-112 430 C-130 436 -150 436 -169.2 428 Z", hem);
}

fn polo(canvas: &mut Canvas, sitter: &Sitter, cloth: &Cloth, second: &Cloth) {
    body(canvas, neckline::OPEN, cloth);
    fill(canvas, "M-10 318 L11 318 L11 384 L-10 384 Z", mixed(cloth.base, cloth.shade, 0.5));
    buttons(canvas, 0.5, &[344.0, 366.0], 2.8, second.light);
    short_sleeve(canvas, sitter, second.base);
}

fn tee(canvas: &mut Canvas, sitter: &Sitter, cloth: &Cloth, second: &Cloth) {
    body(canvas, neckline::ROUND, cloth);
    canvas.stroke(
        &path("M-46 281 C-38 299 -18 309 0 309 C18 309 38 299 46 281"),
        6.5,
        mixed(cloth.base, cloth.shade, 0.8),
    );
    fill(canvas, "M-104 372 C-60 380 60 380 104 372 L104 392 C60 400 -60 400 -104 392 Z", second.base);
    short_sleeve(canvas, sitter, cloth.shade);
}

fn blouse(canvas: &mut Canvas, cloth: &Cloth) {
    body(canvas, neckline::SCOOP, cloth);
    for y in [350.0, 384.0, 418.0] {
        seam(canvas, &format!("M-16 {y} C-8 {} 8 {} 16 {y}", y + 5.0, y + 5.0), mixed(cloth.base, cloth.shade, 0.6));
    }
    seam(canvas, "M0 330 L0 470", cloth.shade);
    buttons(canvas, 0.0, &[362.0, 396.0, 430.0], 2.8, cloth.light);
    let [left, right] = both("M48 276 C52 290 50 306 42 318 C34 330 14 336 1 324 C22 320 40 304 48 276 Z");
    canvas.fill(&left, cloth.light);
    canvas.fill(&right, mixed(cloth.light, cloth.base, 0.5));
}

fn panels(canvas: &mut Canvas, cloth: &Cloth) {
    let [left, right] = both(PANEL);
    canvas.fill(&left, cloth.base);
    canvas.fill(&right, cloth.base);
    let soft = mixed(cloth.base, cloth.shade, 0.7);
    fill(canvas, "M122 308 C148 322 161 352 166 400 L172 470 L138 470 C140 420 142 350 122 308 Z", soft);
    fill(canvas, "M-116 470 C-118 430 -116 396 -106 366 C-106 400 -103 436 -100 470 Z", cloth.shade);
    fill(canvas, "M116 470 C118 430 116 396 106 366 C106 400 103 436 100 470 Z", cloth.shade);
    fill(
        canvas,
        "M-118 314 C-100 302 -76 298 -58 292 C-74 302 -96 308 -112 322 C-118 326 -124 320 -118 314 Z",
        cloth.light,
    );
}

/// What the open jacket throws on the top under it.
fn thrown(canvas: &mut Canvas, cloth: &Cloth) {
    fill(canvas, "M-46 280 C-40 306 -26 356 -15 410 L-16 470 L-6 470 L-6 410 C-16 356 -32 312 -40 288 Z", cloth.shade);
    fill(canvas, "M46 280 C40 306 26 356 15 410 L16 470 L10 470 L10 410 C20 356 36 312 42 288 Z", cloth.shade);
}

fn cardigan(canvas: &mut Canvas, cloth: &Cloth, second: &Cloth) {
    body(canvas, neckline::ROUND, second);
    canvas.stroke(&path("M-46 281 C-38 299 -18 309 0 309 C18 309 38 299 46 281"), 4.0, second.light);
    thrown(canvas, second);
    panels(canvas, cloth);
    let edge = "M46 280 C40 306 26 356 15 410 L16 470 L27 470 L26 410 C36 358 49 312 55 285 Z";
    let [left, right] = both(edge);
    canvas.fill(&left, cloth.light);
    canvas.fill(&right, mixed(cloth.base, cloth.shade, 0.5));
    buttons(canvas, 22.0, &[404.0, 438.0], 4.0, second.shade);
    seam(canvas, "M46 404 L92 404 M48 410 L91 410", cloth.shade);
}

fn sweater(canvas: &mut Canvas, cloth: &Cloth) {
    body(canvas, neckline::ROUND, cloth);
    let band =
        "M-50 279 C-40 302 -20 313 0 313 C20 313 40 302 50 279 L44 276 C38 294 18 303 0 303 C-18 303 -38 294 -44 276 Z";
    fill(canvas, band, mixed(cloth.base, cloth.shade, 0.75));
    for row in 0..3 {
        let y = 356.0 + 34.0 * f64::from(row);
        let knit = "M-88 0 l11 7 l11 -7 l11 7 l11 -7 l11 7 l11 -7 l11 7 l11 -7 l11 7 l11 -7 l11 7 l11 -7 l11 7 l11 -7 l11 7 l11 -7";
        canvas.with(kurbo::Affine::translate((0.0, y)), |canvas| {
            canvas.stroke(&path(knit), 3.0, if row == 1 { cloth.light } else { mixed(cloth.base, cloth.shade, 0.6) });
        });
    }
}

fn work_jacket(canvas: &mut Canvas, cloth: &Cloth) {
    body(canvas, neckline::ROUND, &paints::FRAME);
    thrown(canvas, &paints::FRAME);
    panels(canvas, cloth);
    canvas.stroke(&path("M-46 286 C-40 310 -27 358 -16 410 L-17 470"), 4.0, paints::METAL.base);
    canvas.stroke(&path("M46 286 C40 310 27 358 16 410 L17 470"), 4.0, paints::METAL.shade);
    for side in [-1.0, 1.0] {
        canvas.fill(
            &RoundedRect::new(side * 68.0 - 24.0, 372.0, side * 68.0 + 24.0, 424.0, 4.0),
            mixed(cloth.base, cloth.shade, 0.5),
        );
        canvas.fill(&RoundedRect::new(side * 68.0 - 25.0, 370.0, side * 68.0 + 25.0, 385.0, 3.0), cloth.light);
        canvas.fill(&Circle::new((side * 68.0, 379.0), 2.6), cloth.shade);
    }
    seam(canvas, "M-132 322 C-110 334 -84 338 -54 334 M132 322 C110 334 84 338 54 334", cloth.shade);
}

fn jacket(canvas: &mut Canvas, cloth: &Cloth, second: &Cloth) {
    body(canvas, neckline::OPEN, second);
    seam(canvas, "M0 332 L0 470", second.shade);
    buttons(canvas, 0.0, &[358.0, 396.0], 2.4, second.shade);
    thrown(canvas, second);
    panels(canvas, cloth);
    let [left, right] = both("M42 262 C54 270 62 282 64 296 L56 352 L34 330 C42 312 46 290 42 262 Z");
    canvas.fill(&left, cloth.light);
    canvas.fill(&right, mixed(cloth.base, cloth.shade, 0.6));
    seam(canvas, "M-60 420 L-92 400 M60 420 L92 400", cloth.shade);
}

fn apron(canvas: &mut Canvas, cloth: &Cloth, second: &Cloth) {
    shirt(canvas, neckline::OPEN, second);
    canvas.stroke(&path("M-60 356 C-58 330 -54 304 -46 282"), 11.0, cloth.base);
    canvas.stroke(&path("M60 356 C58 330 54 304 46 282"), 11.0, cloth.shade);
    fill(
        canvas,
        "M-68 350 C-40 358 40 358 68 350 C72 390 84 420 100 470 L-100 470 C-84 420 -72 390 -68 350 Z",
        cloth.base,
    );
    fill(canvas, "M68 350 C72 390 84 420 100 470 L72 470 C60 430 54 390 52 354 Z", mixed(cloth.base, cloth.shade, 0.7));
    canvas.stroke(&path("M-67 357 C-40 365 40 365 67 357"), 3.0, cloth.light);
    fill(canvas, "M-40 404 C-20 408 20 408 40 404 L42 470 L-42 470 Z", mixed(cloth.base, cloth.shade, 0.45));
    seam(canvas, "M-40 404 C-20 408 20 408 40 404 M0 407 L0 470", cloth.light);
}

fn down_jacket(canvas: &mut Canvas, cloth: &Cloth) {
    // Padding makes the shoulders rounder than they are.
    fill(
        canvas,
        "M-184 470 L-180 400 C-174 350 -156 318 -126 302 C-104 291 -66 288 -46 280 L46 280 C66 288 104 291 126 302 C156 318 174 350 180 400 L184 470 Z",
        cloth.base,
    );
    body(canvas, neckline::CLOSED, cloth);
    for y in [338.0, 376.0, 414.0, 452.0] {
        for side in [-1.0, 1.0] {
            let across = path(&format!("M6 {y} C40 {} 80 {} 104 {}", y + 8.0, y + 6.0, y - 4.0));
            let padded = path(&format!(
                "M6 {y} C40 {} 80 {} 104 {} L104 {} C80 {} 40 {} 6 {} Z",
                y + 8.0,
                y + 6.0,
                y - 4.0,
                y - 11.0,
                y - 2.0,
                y,
                y - 8.0
            ));
            let mirrored = kurbo::Affine::scale_non_uniform(side, 1.0);
            canvas.fill(&(mirrored * padded), mixed(cloth.base, cloth.shade, 0.5));
            canvas.stroke(&(mirrored * across), SEAM, cloth.shade);
        }
    }
    seam(
        canvas,
        "M-176 372 C-150 384 -128 380 -112 370 M-181 412 C-154 424 -128 420 -112 410 M176 372 C150 384 128 380 112 370",
        cloth.shade,
    );
    canvas.stroke(&path("M0 290 L0 470"), 6.0, cloth.shade);
    canvas.stroke(&path("M0 290 L0 470"), 2.0, paints::METAL.light);
}

fn hoodie(canvas: &mut Canvas, cloth: &Cloth) {
    body(canvas, neckline::SCOOP, cloth);
    let hood = "M30 262 C56 262 76 282 68 304 C56 328 24 342 0 344 C0 336 -2 330 -4 326 C20 320 42 300 46 278 Z";
    let [left, right] = both(hood);
    canvas.fill(&left, cloth.light);
    canvas.fill(&right, mixed(cloth.base, cloth.shade, 0.7));
    for (x, end) in [(-18.0, 404.0), (20.0, 414.0)] {
        canvas.stroke_round(&Line::new((x, 336.0), (x * 1.15, end)), 4.0, paints::WHITE.base);
        canvas.stroke(&Line::new((x * 1.12, end - 6.0), (x * 1.16, end + 4.0)), 5.0, paints::METAL.base);
    }
    fill(canvas, "M-70 470 L-58 432 L58 432 L70 470 Z", mixed(cloth.base, cloth.shade, 0.4));
}

fn guard(canvas: &mut Canvas) {
    let cloth = &paints::GUARD;
    shirt(canvas, neckline::CLOSED, cloth);
    tie(canvas, &Cloth { light: paints::FRAME.base, ..paints::FRAME });
    seam(canvas, "M-86 368 L-38 368 L-38 410 L-62 420 L-86 410 Z M-38 378 L-86 378", cloth.shade);
    for side in [-1.0, 1.0] {
        let strap = kurbo::Affine::scale_non_uniform(side, 1.0) * path("M78 293 L128 311 L122 324 L74 304 Z");
        canvas.fill(&strap, cloth.light);
        canvas.fill(&Circle::new((side * 84.0, 301.0), 3.0), paints::METAL.light);
    }
    // The shield on the chest.
    fill(canvas, "M-62 336 L-48 342 C-48 356 -54 362 -62 366 C-70 362 -76 356 -76 342 Z", paints::METAL.light);
    fill(canvas, "M-62 341 L-53 345 C-53 354 -57 358 -62 361 Z", paints::METAL.shade);
}

fn suit(canvas: &mut Canvas, cloth: &Cloth, knot: Option<&Cloth>) {
    body(canvas, if knot.is_some() { neckline::CLOSED } else { neckline::OPEN }, &paints::WHITE);
    if let Some(second) = knot {
        tie(canvas, second);
    } else {
        buttons(canvas, 0.0, &[352.0, 384.0], 2.4, paints::WHITE.shade);
    }
    let front =
        "M46 280 C66 292 100 296 122 308 C148 322 161 352 166 400 L172 470 L-6 470 L6 446 C20 400 40 330 46 280 Z";
    let [left, right] = both(front);
    canvas.fill(&right, cloth.base);
    canvas.fill(&left, cloth.base);
    panels_shade(canvas, cloth);
    let [left, right] =
        both("M44 268 C54 274 60 282 62 290 L74 318 L62 328 L70 336 C52 376 26 416 4 450 C20 400 40 330 44 268 Z");
    canvas.fill(&left, cloth.light);
    canvas.fill(&right, mixed(cloth.base, cloth.light, 0.5));
    fill(canvas, "M58 384 L96 376 L97 382 L59 390 Z", cloth.shade);
}

fn panels_shade(canvas: &mut Canvas, cloth: &Cloth) {
    fill(
        canvas,
        "M122 308 C148 322 161 352 166 400 L172 470 L138 470 C140 420 142 350 122 308 Z",
        mixed(cloth.base, cloth.shade, 0.7),
    );
    fill(canvas, "M-116 470 C-118 430 -116 396 -106 366 C-106 400 -103 436 -100 470 Z", cloth.shade);
    fill(canvas, "M116 470 C118 430 116 396 106 366 C106 400 103 436 100 470 Z", cloth.shade);
}

fn tang(canvas: &mut Canvas, cloth: &Cloth, second: &Cloth) {
    body(canvas, neckline::CLOSED, cloth);
    seam(canvas, "M2 298 L2 470", cloth.shade);
    for y in [320.0, 366.0, 412.0, 458.0] {
        canvas.stroke_round(&Line::new((-24.0, y), (26.0, y)), 4.0, second.shade);
        canvas.fill(&Circle::new((1.0, y), 4.6), second.base);
    }
    for (x, y) in [(-70.0, 360.0), (68.0, 348.0), (-66.0, 430.0), (64.0, 424.0)] {
        canvas.stroke(&Circle::new((x, y), 13.0), 2.0, mixed(cloth.base, cloth.light, 0.6));
        canvas.stroke(&Circle::new((x, y), 7.0), 1.6, mixed(cloth.base, cloth.light, 0.6));
    }
}

fn steward(canvas: &mut Canvas, is_woman: bool) {
    suit(canvas, &paints::STEWARD, (!is_woman).then_some(&paints::ACCENT));
    if is_woman {
        kerchief(canvas);
    }
    // The name badge.
    canvas.fill(&RoundedRect::new(-98.0, 372.0, -50.0, 392.0, 4.0), paints::METAL.light);
    canvas.fill(&RoundedRect::new(-95.0, 375.0, -53.0, 389.0, 3.0), paints::WHITE.light);
    seam(canvas, "M-90 380 L-70 380 M-90 385 L-58 385", paints::STEWARD.base);
}

/// A scarf in the colour of the house, knotted.
fn kerchief(canvas: &mut Canvas) {
    fill(
        canvas,
        "M-36 284 C-20 300 20 300 36 284 C40 292 36 304 26 310 L4 316 L-4 316 L-26 310 C-36 304 -40 292 -36 284 Z",
        paints::ACCENT.base,
    );
    fill(canvas, "M-3 312 C-18 330 -22 346 -20 358 C-8 352 2 338 5 316 Z", paints::ACCENT.shade);
    fill(canvas, "M1 312 C14 328 22 340 22 352 C10 350 0 334 -3 316 Z", paints::ACCENT.base);
    canvas.fill(&Circle::new((0.0, 312.0), 7.5), paints::ACCENT.light);
}
