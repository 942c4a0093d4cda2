//! A place in the plane.

use std::f64::consts::TAU;
use std::ops::{Add, AddAssign, Mul, Sub, SubAssign};

/// A place or a displacement, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

impl Point {
    /// Where the focus of a map stands.
    pub const ORIGIN: Self = Self { x: 0.0, y: 0.0 };

    /// The place with these coordinates.
    pub fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// The place on the unit circle after `turn` whole turns from the positive x axis. Computed by
    /// our own series, because the platform's sine differs in the last bit between native and wasm.
    pub fn on_circle(turn: f64) -> Self {
        let turn = turn - turn.floor();
        let quarter = (turn * 4.0).round();
        let angle = (turn - quarter / 4.0) * TAU;
        let square = angle * angle;
        let series = |divisors: [f64; 5]| {
            divisors.iter().fold(1.0, |inner, divisor| 1.0 - square / divisor * inner)
        };
        let cosine = series([90.0, 56.0, 30.0, 12.0, 2.0]);
        let sine = angle * series([110.0, 72.0, 42.0, 20.0, 6.0]);
        let (x, y) = match quarter {
            1.0 => (-sine, cosine),
            2.0 => (-cosine, -sine),
            3.0 => (sine, -cosine),
            _ => (cosine, sine),
        };
        Self { x: narrow(x), y: narrow(y) }
    }

    /// The distance from the origin.
    pub fn length(self) -> f32 {
        self.length_squared().sqrt()
    }

    /// The square of [`Point::length`], when only an order is needed.
    pub fn length_squared(self) -> f32 {
        self.x * self.x + self.y * self.y
    }

    /// Whether both coordinates are numbers.
    pub fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "rounds a sine to the nearest f32")]
fn narrow(value: f64) -> f32 {
    value as f32
}

impl Add for Point {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { x: self.x + other.x, y: self.y + other.y }
    }
}

impl Sub for Point {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y }
    }
}

impl Mul<f32> for Point {
    type Output = Self;

    fn mul(self, factor: f32) -> Self {
        Self { x: self.x * factor, y: self.y * factor }
    }
}

impl AddAssign for Point {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Point {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_circle_agrees_with_sine_and_cosine() {
        for step in -80..=160_i16 {
            let turn = f64::from(step) / 61.0;
            let point = Point::on_circle(turn);
            let (sine, cosine) = (turn * TAU).sin_cos();
            let off = (f64::from(point.x) - cosine).abs().max((f64::from(point.y) - sine).abs());
            assert!(off < 1e-7, "{turn} is off by {off}");
        }
    }

    #[test]
    fn quarter_turns_are_exact() {
        let corners = [0.0, 0.25, 0.5, 0.75, 1.0].map(|turn| {
            let point = Point::on_circle(turn);
            (point.x, point.y)
        });
        assert_eq!(corners, [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)]);
    }
}
