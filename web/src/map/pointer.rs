//! Mouse, pen and fingers: drags, clicks and pinches, told apart.

use domain::graph::layout::Point;

/// How far a pointer may stray and still have clicked.
const STILL: f32 = 4.0;

/// What the pointers have just done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Move {
    /// Nothing to be seen.
    Nothing,
    /// Moved about without being pressed.
    Hover(Point),
    /// Dragged the picture by so much.
    Drag(Point),
    /// Pinched: dragged, and so many times closer about a point.
    Pinch {
        /// How far the middle between the fingers moved.
        drag: Point,
        /// How many times further apart they are.
        factor: f32,
        /// The middle between them.
        about: Point,
    },
    /// Pressed and let go in one place.
    Click(Point),
}

/// A pointer that is pressed.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Pressed {
    id: i32,
    start: Point,
    now: Point,
}

/// The pointers pressed at the moment; of more than two, the first two count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gesture {
    pressed: Vec<Pressed>,
    /// Whether any of them has moved, or there were two: then it is no click.
    strayed: bool,
}

impl Gesture {
    /// A pointer was pressed.
    pub fn press(&mut self, id: i32, at: Point) {
        if self.pressed.is_empty() {
            self.strayed = false;
        }
        self.pressed.retain(|pressed| pressed.id != id);
        self.pressed.push(Pressed { id, start: at, now: at });
        self.strayed |= self.pressed.len() > 1;
    }

    /// A pointer has moved.
    pub fn shift(&mut self, id: i32, at: Point) -> Move {
        let Some(place) = self.pressed.iter().position(|pressed| pressed.id == id) else {
            return if self.pressed.is_empty() { Move::Hover(at) } else { Move::Nothing };
        };
        let before = self.pressed.clone();
        let pressed = &mut self.pressed[place];
        pressed.now = at;
        let strayed = self.strayed || (at - pressed.start).length() > STILL;
        if !strayed {
            return Move::Nothing;
        }
        // The way up to here was waited for; it is made up for now.
        let from = if self.strayed { before[place].now } else { before[place].start };
        self.strayed = true;
        match (&before[..], &self.pressed[..]) {
            ([_], _) => Move::Drag(at - from),
            ([a, b, ..], [c, d, ..]) if place < 2 => pinch((a.now, b.now), (c.now, d.now)),
            _ => Move::Nothing,
        }
    }

    /// A pointer was let go.
    pub fn release(&mut self, id: i32, at: Point) -> Move {
        let known = self.pressed.iter().any(|pressed| pressed.id == id);
        self.pressed.retain(|pressed| pressed.id != id);
        let clicked = known && self.pressed.is_empty() && !self.strayed;
        if clicked { Move::Click(at) } else { Move::Nothing }
    }

    /// The browser took a pointer away.
    pub fn cancel(&mut self, id: i32) {
        self.pressed.retain(|pressed| pressed.id != id);
        self.strayed = true;
    }
}

fn pinch(before: (Point, Point), now: (Point, Point)) -> Move {
    let apart = |(one, other): (Point, Point)| (one - other).length().max(1.0);
    let middle = |(one, other): (Point, Point)| (one + other) * 0.5;
    let about = middle(now);
    Move::Pinch { drag: about - middle(before), factor: apart(now) / apart(before), about }
}

/// How many times closer one turn of the wheel looks. Lines and pages are counted as pixels.
pub fn wheel_zoom(turned: f32, unit: u32) -> f32 {
    let pixels = match unit {
        0 => turned,
        1 => turned * 16.0,
        _ => turned * 400.0,
    };
    (-pixels.clamp(-240.0, 240.0) * 0.0018).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f32, y: f32) -> Point {
        Point::new(x, y)
    }

    /// A press and release in one place is a click, however the hand trembles.
    #[test]
    fn a_still_press_is_a_click() {
        let mut gesture = Gesture::default();
        assert_eq!(gesture.shift(1, at(5.0, 5.0)), Move::Hover(at(5.0, 5.0)));
        gesture.press(1, at(10.0, 10.0));
        assert_eq!(gesture.shift(1, at(12.0, 11.0)), Move::Nothing);
        assert_eq!(gesture.release(1, at(12.0, 11.0)), Move::Click(at(12.0, 11.0)));
        assert_eq!(gesture, Gesture::default());
    }

    /// A drag moves the picture exactly as far as the pointer went, and is no click.
    #[test]
    fn a_drag_follows_the_pointer() {
        let mut gesture = Gesture::default();
        gesture.press(1, at(0.0, 0.0));
        let mut moved = Point::ORIGIN;
        for x in [2.0, 6.0, 30.0, 25.0] {
            if let Move::Drag(by) = gesture.shift(1, at(x, 0.0)) {
                moved += by;
            }
        }
        assert_eq!(moved, at(25.0, 0.0));
        assert_eq!(gesture.release(1, at(25.0, 0.0)), Move::Nothing);
    }

    /// Two fingers pinch about their middle; the last one lifted does not click.
    #[test]
    fn two_fingers_pinch() {
        let mut gesture = Gesture::default();
        gesture.press(1, at(0.0, 0.0));
        gesture.press(2, at(100.0, 0.0));
        let expected = Move::Pinch { drag: at(50.0, 0.0), factor: 2.0, about: at(100.0, 0.0) };
        assert_eq!(gesture.shift(2, at(200.0, 0.0)), expected);
        assert_eq!(gesture.release(1, at(0.0, 0.0)), Move::Nothing);
        assert_eq!(gesture.release(2, at(200.0, 0.0)), Move::Nothing);
    }

    /// A pointer that the browser took away leaves nothing behind.
    #[test]
    fn cancelled_pointers_are_forgotten() {
        let mut gesture = Gesture::default();
        gesture.press(1, at(0.0, 0.0));
        gesture.cancel(1);
        assert_eq!(gesture.release(1, at(0.0, 0.0)), Move::Nothing);
        gesture.press(2, at(3.0, 3.0));
        assert_eq!(gesture.release(2, at(3.0, 3.0)), Move::Click(at(3.0, 3.0)));
    }

    /// Turning the wheel back undoes it, whatever unit the browser counts in.
    #[test]
    fn the_wheel_turns_back() {
        for unit in 0..=2 {
            assert!((wheel_zoom(3.0, unit) * wheel_zoom(-3.0, unit) - 1.0).abs() < 1e-5);
            assert!(wheel_zoom(-3.0, unit) > 1.0);
        }
    }
}
