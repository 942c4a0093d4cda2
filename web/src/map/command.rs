//! What one can ask of the picture, by whatever means.

use domain::graph::layout::Point;

use super::heading::Heading;
use super::selection::Target;

/// One wish; pointer, keys, buttons and tables all speak in these.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command {
    /// Drag the picture by so many pixels.
    Drag(Point),
    /// Look so many times closer, with the place under a point staying where it is; without one, the
    /// middle stays.
    Zoom(f32, Option<Point>),
    /// Show everything.
    Fit,
    /// Select what is there, or nothing.
    Select(Option<Target>),
    /// Point at what is there, or at nothing.
    Hover(Option<Target>),
    /// Select the nearest stakeholder in a direction.
    Go(Heading),
    /// Select the next stakeholder in the order of the table.
    TurnNode(Turn),
    /// Select the next relationship of the selected stakeholder, or of all.
    TurnEdge(Turn),
    /// Put the selected stakeholder in the middle.
    Refocus,
    /// Go on reading about the selection.
    Inspect,
}

/// Which way round a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Forwards.
    Next,
    /// Backwards.
    Previous,
}

impl Turn {
    /// The position after this one in a list of so many, round and round; the first or the last one
    /// when there was none before.
    pub fn turned(self, position: Option<usize>, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        Some(match (self, position) {
            (Self::Next, Some(position)) if position < last => position + 1,
            (Self::Next, _) => 0,
            (Self::Previous, Some(position)) if position > 0 => position - 1,
            (Self::Previous, _) => last,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list is turned round and round, from either end.
    #[test]
    fn turns_go_round() {
        assert_eq!(Turn::Next.turned(None, 3), Some(0));
        assert_eq!(Turn::Next.turned(Some(2), 3), Some(0));
        assert_eq!(Turn::Previous.turned(None, 3), Some(2));
        assert_eq!(Turn::Previous.turned(Some(0), 3), Some(2));
        assert_eq!(Turn::Previous.turned(Some(2), 3), Some(1));
        assert_eq!(Turn::Next.turned(Some(0), 0), None);
    }
}
