//! Measures of who is well connected: their words. The figures are reckoned by [`crate::graph::rank`].

use crate::vocabulary;
use crate::vocabulary::Tongue;

vocabulary! {
    /// How well connected a stakeholder is, in one of the usual ways. Directions are ignored.
    pub enum NetworkMeasure {
        /// How many relationships it has.
        Degree = "DEGREE", "degree" | "degré";
        /// The sum of the recorded strengths of its relationships.
        Strength = "STRENGTH", "strength" | "force";
        /// The share of all pairs of others whose shortest ways lead through it.
        Betweenness = "BETWEENNESS", "betweenness" | "intermédiarité";
        /// How few steps it is away from those whom it reaches, and how many it reaches.
        Closeness = "CLOSENESS", "closeness" | "proximité";
        /// How well connected it is to the well connected.
        PageRank = "PAGE_RANK", "PageRank" | "PageRank";
        /// The largest number such that it belongs to a part in which everybody has so many others.
        CoreNumber = "CORE_NUMBER", "core number" | "indice de cœur";
    }
}

/// What a measure tells, in one sentence.
pub fn explanation(measure: NetworkMeasure, tongue: Tongue) -> &'static str {
    use NetworkMeasure::{Betweenness, Closeness, CoreNumber, Degree, PageRank, Strength};
    match (measure, tongue) {
        (Degree, Tongue::En) => "Degree: how many confirmed relationships somebody has.",
        (Degree, Tongue::Fr) => "Degré\u{a0}: le nombre de relations confirmées de quelqu’un.",
        (Strength, Tongue::En) => {
            "Strength: the sum of the recorded strengths (1 to 5) of somebody’s relationships; not known \
             where none is recorded."
        }
        (Strength, Tongue::Fr) => {
            "Force\u{a0}: la somme des forces saisies (1 à 5) des relations de quelqu’un\u{a0}; inconnue si \
             aucune n’est saisie."
        }
        (Betweenness, Tongue::En) => {
            "Betweenness: of all pairs of others, the share whose shortest ways to each other lead through \
             somebody."
        }
        (Betweenness, Tongue::Fr) => {
            "Intermédiarité\u{a0}: parmi toutes les paires d’autres, la part dont les chemins les plus courts \
             passent par quelqu’un."
        }
        (Closeness, Tongue::En) => {
            "Closeness: one over the mean number of steps to those whom somebody reaches, times the share \
             of all that it reaches."
        }
        (Closeness, Tongue::Fr) => {
            "Proximité\u{a0}: l’inverse du nombre moyen de pas vers ceux que quelqu’un atteint, multiplié par \
             la part de tous qu’il atteint."
        }
        (PageRank, Tongue::En) => {
            "PageRank: the share of the time that somebody would be met by a stroller who follows \
             relationships at random and now and then begins anew anywhere."
        }
        (PageRank, Tongue::Fr) => {
            "PageRank\u{a0}: la part du temps où un promeneur qui suit les relations au hasard, et recommence \
             parfois n’importe où, rencontrerait quelqu’un."
        }
        (CoreNumber, Tongue::En) => {
            "Core number: the largest number such that somebody belongs to a circle in which everybody is \
             related to at least so many others of it."
        }
        (CoreNumber, Tongue::Fr) => {
            "Indice de cœur\u{a0}: le plus grand nombre tel que quelqu’un appartient à un cercle où chacun est \
             lié à au moins autant d’autres de ce cercle."
        }
    }
}
