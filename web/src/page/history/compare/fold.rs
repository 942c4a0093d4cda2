//! Long stretches of unchanged lines folded away, and where each change has its way back. Pure.

use super::LineDiff;
use domain::line::LineState;

/// How many unchanged lines are shown on each side of a change.
const AROUND: usize = 3;

/// What is shown of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// A line.
    Line {
        /// The line.
        line: LineDiff,
        /// Whether the change behind it is offered to be taken back here.
        undo: bool,
    },
    /// So many unchanged lines that are not shown.
    Gap(usize),
}

/// The lines of one field as they are shown.
pub fn fold(lines: Vec<LineDiff>) -> Vec<Told> {
    let changed: Vec<bool> = lines.iter().map(|line| line.state != LineState::Same).collect();
    let is_near = |place: usize| {
        let from = place.saturating_sub(AROUND);
        let to = place.saturating_add(AROUND + 1).min(changed.len());
        changed.get(from..to).is_some_and(|around| around.contains(&true))
    };
    let change = |line: Option<&LineDiff>| line?.change.as_ref().map(|change| change.id.clone());
    let lasts: Vec<bool> = (0..lines.len())
        .map(|place| change(lines.get(place)) != change(lines.get(place + 1)))
        .collect();
    let mut told = Vec::new();
    for ((place, line), undo) in lines.into_iter().enumerate().zip(lasts) {
        if is_near(place) {
            told.push(Told::Line { line, undo });
            continue;
        }
        match told.last_mut() {
            Some(Told::Gap(many)) => *many += 1,
            _ => told.push(Told::Gap(1)),
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{from_value, json};

    fn check(lines: &[(&str, Option<&str>)], expected: &str) {
        let line = |(state, change): &(&str, Option<&str>)| -> LineDiff {
            let change =
                change.map(|id| json!({ "id": id, "title": "Any", "operation": "UPDATE" }));
            from_value(json!({ "field": "note", "state": state, "text": "", "change": change }))
                .unwrap()
        };
        let told = fold(lines.iter().map(line).collect()).into_iter().map(|told| match told {
            Told::Gap(many) => format!("{many}"),
            Told::Line { line, undo } => {
                let sign = match line.state {
                    LineState::Added => "+",
                    LineState::Removed => "-",
                    LineState::Same => "=",
                };
                format!("{sign}{}", if undo && line.change.is_some() { "!" } else { "" })
            }
        });
        assert_eq!(told.collect::<Vec<_>>().join(" "), expected);
    }

    /// Unchanged lines far from any change are counted and not shown; a change is taken back where
    /// its lines end.
    #[test]
    fn far_lines_are_folded() {
        let same = ("SAME", None);
        let mut lines = vec![same; 5];
        lines.extend([
            ("REMOVED", Some("chg_1")),
            ("ADDED", Some("chg_1")),
            ("ADDED", Some("chg_2")),
        ]);
        lines.extend([same; 6]);
        check(&lines, "2 = = = - +! +! = = = 3");
        check(&[("ADDED", None)], "+");
        check(&[], "");
    }
}
