//! A graph that somebody gives as a file of edges.

use anyhow::{Context, Result, ensure};
use domain::graph::{Edge, Graph, GraphBuilder};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// A given graph: its nodes by order of first mention.
#[derive(Debug, Default)]
pub struct Given {
    /// How many nodes there are.
    pub nodes: u32,
    /// The ends of every edge, parallel ones and loops too.
    pub pairs: Vec<(u32, u32)>,
}

impl Given {
    /// Reads lines of the form `source,target`, whatever the names; a name alone is a node that may
    /// have no edge.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let given = Self::parse(&text);
        ensure!(!given.pairs.is_empty(), "{} holds no edge", path.display());
        Ok(given)
    }

    fn parse(text: &str) -> Self {
        let mut known: HashMap<&str, u32> = HashMap::new();
        let mut given = Self::default();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let mut number = |name| {
                *known.entry(name).or_insert_with(|| {
                    given.nodes += 1;
                    given.nodes - 1
                })
            };
            match line.split_once(',') {
                None => drop(number(line)),
                Some((source, target)) => {
                    let pair = (number(source.trim()), number(target.trim()));
                    given.pairs.push(pair);
                }
            }
        }
        given
    }

    /// The graph itself.
    pub fn graph(&self) -> Result<Graph> {
        let mut builder = GraphBuilder::new(self.nodes);
        for &(from, to) in &self.pairs {
            builder.add(Edge { from, to, kind: 0 })?;
        }
        Ok(builder.build())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names become nodes once each, in order; edges stay as often as they are given.
    #[test]
    fn edges_are_read() {
        let given = Given::parse("a,b\nc\n\nb, a\na,a\n");
        assert_eq!((given.nodes, given.pairs.clone()), (3, vec![(0, 1), (1, 0), (0, 0)]));
        assert_eq!(given.graph().unwrap().edge_count(), 3);
    }
}
