//! From places of the layout to pixels of the canvas, and back.

use domain::graph::layout::{Bounds, Point};

/// The nearest one may look.
const NEAREST: f32 = 4.0;
/// The furthest one may look.
const FURTHEST: f32 = 0.05;
/// A picture of few nodes is not blown up beyond this when it is fitted.
const FITTED: f32 = 1.25;

/// The size of the canvas, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Viewport {
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
}

impl Viewport {
    /// The whole canvas as a rectangle.
    pub fn bounds(self) -> Bounds {
        Bounds { left: 0.0, top: 0.0, right: self.width, bottom: self.height }
    }

    /// The middle of the canvas.
    pub fn center(self) -> Point {
        Point::new(self.width / 2.0, self.height / 2.0)
    }
}

/// Where one looks, and how closely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The place of the layout in the middle of the canvas.
    pub center: Point,
    /// CSS pixels for each pixel of the layout.
    pub zoom: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { center: Point::ORIGIN, zoom: 1.0 }
    }
}

impl Camera {
    /// The camera that shows all of `extent`, `margin` pixels away from the rim.
    pub fn fitting(extent: Bounds, margin: Point, viewport: Viewport) -> Self {
        let across = (viewport.width - 2.0 * margin.x).max(1.0) / extent.width().max(1.0);
        let down = (viewport.height - 2.0 * margin.y).max(1.0) / extent.height().max(1.0);
        Self { center: extent.center(), zoom: across.min(down).clamp(FURTHEST, FITTED) }
    }

    /// Where on the canvas a place of the layout is seen.
    pub fn to_screen(self, place: Point, viewport: Viewport) -> Point {
        (place - self.center) * self.zoom + viewport.center()
    }

    /// Which place of the layout is seen there on the canvas.
    pub fn to_place(self, screen: Point, viewport: Viewport) -> Point {
        (screen - viewport.center()) * (1.0 / self.zoom) + self.center
    }

    /// The camera after the picture was dragged by so many pixels.
    pub fn dragged(self, by: Point) -> Self {
        Self { center: self.center - by * (1.0 / self.zoom), ..self }
    }

    /// The camera that looks `factor` times closer, with the place at `about` staying where it is.
    pub fn zoomed(self, factor: f32, about: Point, viewport: Viewport) -> Self {
        let zoom = (self.zoom * factor).clamp(FURTHEST, NEAREST);
        let held = self.to_place(about, viewport);
        let offset = (about - viewport.center()) * (1.0 / zoom);
        Self { center: held - offset, zoom }
    }

    /// The camera moved as little as needed for `place` to be well inside the canvas.
    pub fn showing(self, place: Point, margin: f32, viewport: Viewport) -> Self {
        let seen = self.to_screen(place, viewport);
        let inside = |at: f32, size: f32| {
            let margin = margin.min(size / 2.0);
            at.clamp(margin, size - margin)
        };
        let wanted = Point::new(inside(seen.x, viewport.width), inside(seen.y, viewport.height));
        self.dragged(wanted - seen)
    }
}

/// A length that the browser told, as the layout counts it.
#[expect(clippy::cast_possible_truncation, reason = "canvas coordinates are small; f32 holds them")]
pub fn pixels(length: f64) -> f32 {
    length as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANVAS: Viewport = Viewport { width: 800.0, height: 600.0 };

    fn close(one: Point, other: Point) {
        assert!((one - other).length() < 0.01, "{one:?} is not {other:?}");
    }

    /// Going to the canvas and back leads to where one was.
    #[test]
    fn places_and_pixels_are_inverse() {
        let camera = Camera { center: Point::new(30.0, -70.0), zoom: 1.7 };
        let place = Point::new(12.0, 5.0);
        close(camera.to_place(camera.to_screen(place, CANVAS), CANVAS), place);
        close(camera.to_screen(camera.center, CANVAS), Point::new(400.0, 300.0));
    }

    /// What is under the pointer stays under it while zooming, also at the ends of the range.
    #[test]
    fn zoom_holds_the_point_it_is_about() {
        let camera = Camera { center: Point::new(10.0, 20.0), zoom: 1.0 };
        let about = Point::new(650.0, 40.0);
        for factor in [0.001, 0.5, 2.0, 1000.0] {
            let zoomed = camera.zoomed(factor, about, CANVAS);
            close(zoomed.to_place(about, CANVAS), camera.to_place(about, CANVAS));
            assert!((FURTHEST..=NEAREST).contains(&zoomed.zoom));
        }
    }

    /// A fitted picture is wholly seen, and a small one is not blown up.
    #[test]
    fn fitting_shows_everything() {
        let margin = Point::new(50.0, 20.0);
        let wide = Bounds::around(Point::new(500.0, 0.0), 4000.0, 100.0);
        let camera = Camera::fitting(wide, margin, CANVAS);
        close(camera.to_screen(Point::new(-1500.0, 0.0), CANVAS), Point::new(50.0, 300.0));
        close(camera.to_screen(Point::new(2500.0, 0.0), CANVAS), Point::new(750.0, 300.0));
        let dot = Bounds::around(Point::ORIGIN, 0.0, 0.0);
        assert_eq!(Camera::fitting(dot, margin, CANVAS).zoom, FITTED);
        let nothing = Viewport::default();
        assert!(Camera::fitting(wide, margin, nothing).zoom >= FURTHEST);
    }

    /// A drag moves the picture with the pointer; a place outside is brought just inside.
    #[test]
    fn the_picture_moves_as_told() {
        let camera = Camera { center: Point::ORIGIN, zoom: 2.0 };
        let place = Point::new(5.0, 5.0);
        let before = camera.to_screen(place, CANVAS);
        let by = Point::new(-30.0, 12.0);
        close(camera.dragged(by).to_screen(place, CANVAS), before + by);
        let far = Point::new(9000.0, 0.0);
        close(camera.showing(far, 40.0, CANVAS).to_screen(far, CANVAS), Point::new(760.0, 300.0));
        assert_eq!(camera.showing(place, 40.0, CANVAS), camera);
    }
}
