//! The way of a scene's nodes to their places, a little each frame.
//!
//! Where they come to rest depends on the scene and on the form of the canvas alone, never on how fast
//! frames came: a reload leads to the same places, and so does skipping the way.

use domain::graph::GraphError;
use domain::graph::layout::ego::EgoLayout;
use domain::graph::layout::force::ForceSettings;
use domain::graph::layout::{Bounds, Canvas, Footprint, Point};

use super::camera::Viewport;
use super::geometry::radius;
use super::label::{self, Estimate};
use super::scene::{Node, Scene};

/// Steps of the forces for each frame: rest comes within about a second.
const STEPS: u32 = 6;
/// Frames for moving labels apart at the end.
const PARTING: u16 = 12;
/// No picture is drawn out further than this to fill the canvas.
const MOST: f32 = 1.6;

/// The shape of the picture. A few fixed forms, so that a window of about the same size shows the same
/// picture to the pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A desktop.
    Wide,
    /// A tablet, or a narrow window.
    Middle,
    /// A phone.
    Narrow,
}

impl Form {
    /// The form that suits a canvas of this size.
    pub fn of(viewport: Viewport) -> Self {
        match viewport.width {
            width if width >= 820.0 => Self::Wide,
            width if width >= 520.0 => Self::Middle,
            _ => Self::Narrow,
        }
    }

    /// How many letters of a name are shown at most.
    pub fn letters(self) -> usize {
        match self {
            Self::Wide => 26,
            Self::Middle => 20,
            Self::Narrow => 16,
        }
    }

    /// The space kept free around a fitted picture, for the names at its rim.
    pub fn margin(self) -> Point {
        match self {
            Self::Wide => Point::new(70.0, 34.0),
            Self::Middle => Point::new(60.0, 34.0),
            Self::Narrow => Point::new(26.0, 26.0),
        }
    }

    fn canvas(self) -> Canvas {
        let (width, height) = match self {
            Self::Wide => (1000.0, 600.0),
            Self::Middle => (620.0, 560.0),
            Self::Narrow => (300.0, 400.0),
        };
        Canvas { width, height, ..Canvas::default() }
    }

    /// The places drawn out towards the shape of the canvas: upwards and downwards, or to both sides.
    /// What is apart stays apart, and the focus in the middle.
    fn filled(self, places: Vec<Point>) -> Vec<Point> {
        let dots = places.iter().map(|at| Bounds::around(*at, 0.0, 0.0));
        let Some(extent) = Bounds::enclosing(dots) else {
            return places;
        };
        let wanted = extent.height().max(1.0) * self.canvas().aspect() / extent.width().max(1.0);
        let (across, down) = (wanted.clamp(1.0, MOST), wanted.recip().clamp(1.0, MOST));
        places.into_iter().map(|at| Point::new(at.x * across, at.y * down)).collect()
    }
}

/// A layout on its way.
#[derive(Clone, Debug)]
pub struct Run {
    phase: Phase,
    form: Form,
}

#[derive(Clone, Debug)]
enum Phase {
    /// Pushed and pulled.
    Forces(Box<EgoLayout>),
    /// From where the forces left them to where no label covers another.
    Parting { from: Vec<Point>, to: Vec<Point>, frame: u16 },
    /// At their places.
    Rest(Vec<Point>),
}

impl Run {
    /// Places the focus in the middle and everything else on rings around it, ready to move.
    pub fn new(scene: &Scene, form: Form) -> Result<Self, GraphError> {
        let graph = scene.graph()?;
        let footprint = |node: &Node| {
            let forms = label::forms(node, scene.focus(), form.letters());
            let size = forms.first().map(|lines| label::size(lines, &Estimate));
            let (label_width, label_height) = size.unwrap_or_default();
            Footprint { radius: radius(node.hop), label_width, label_height }
        };
        let footprints: Vec<Footprint> = scene.nodes().iter().map(footprint).collect();
        let settings = ForceSettings::default();
        let layout = EgoLayout::new(&graph, 0, &footprints, form.canvas(), settings)?;
        Ok(Self { phase: Phase::Forces(Box::new(layout)), form })
    }

    /// Moves everything as far as one frame goes.
    pub fn advance(&mut self) -> Result<(), GraphError> {
        match &mut self.phase {
            Phase::Forces(layout) if layout.is_calm() => {
                let from = layout.positions().to_vec();
                let to = self.form.filled(layout.as_ref().clone().finish()?);
                self.phase = Phase::Parting { from, to, frame: 0 };
            }
            Phase::Forces(layout) => {
                layout.step(STEPS);
            }
            Phase::Parting { to, frame, .. } if *frame + 1 >= PARTING => {
                self.phase = Phase::Rest(std::mem::take(to));
            }
            Phase::Parting { frame, .. } => *frame += 1,
            Phase::Rest(_) => {}
        }
        Ok(())
    }

    /// Goes all the way at once, for those who want no motion.
    pub fn settle(&mut self) -> Result<(), GraphError> {
        let places = match &mut self.phase {
            Phase::Forces(layout) => self.form.filled(layout.as_ref().clone().finish()?),
            Phase::Parting { to, .. } | Phase::Rest(to) => std::mem::take(to),
        };
        self.phase = Phase::Rest(places);
        Ok(())
    }

    /// Whether nothing will move any more.
    pub fn is_settled(&self) -> bool {
        matches!(self.phase, Phase::Rest(_))
    }

    /// Where each node is now, in the order of the scene.
    pub fn places(&self) -> Vec<Point> {
        match &self.phase {
            Phase::Forces(layout) => layout.positions().to_vec(),
            Phase::Rest(places) => places.clone(),
            Phase::Parting { from, to, frame } => {
                let share = f32::from(*frame) / f32::from(PARTING);
                let eased = share * share * (3.0 - 2.0 * share);
                from.iter().zip(to).map(|(from, to)| *from + (*to - *from) * eased).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::scene;
    use super::*;

    /// A flat picture is made taller for a phone, within bounds, and the focus stays in the middle.
    #[test]
    fn pictures_fill_their_canvas() {
        let places = |tall: f32| vec![Point::ORIGIN, Point::new(300.0, tall)];
        let filled = |tall: f32| Form::Narrow.filled(places(tall))[1];
        assert_eq!(Form::Narrow.filled(places(9.0))[0], Point::ORIGIN);
        assert_eq!(filled(320.0), Point::new(300.0, 400.0));
        assert_eq!(filled(10.0), Point::new(300.0, 10.0 * MOST));
        assert_eq!(filled(500.0), Point::new(375.0, 500.0));
    }

    /// Watched or skipped, whole or interrupted, the way leads to the same places.
    #[test]
    fn every_way_leads_to_the_same_places() {
        let scene = scene();
        for form in [Form::Wide, Form::Middle, Form::Narrow] {
            let mut skipped = Run::new(&scene, form).unwrap();
            let mut watched = skipped.clone();
            skipped.settle().unwrap();
            let mut frames = 0;
            while !watched.is_settled() {
                watched.advance().unwrap();
                frames += 1;
                assert!(frames < 1000, "the layout never rests");
            }
            let mut hurried = Run::new(&scene, form).unwrap();
            (0..20).for_each(|_| hurried.advance().unwrap());
            hurried.settle().unwrap();
            assert_eq!(watched.places(), skipped.places());
            assert_eq!(hurried.places(), skipped.places());
            assert_eq!(skipped.places()[0], Point::ORIGIN);
        }
    }
}
