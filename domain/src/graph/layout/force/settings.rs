//! The numbers that shape a force layout.

use crate::graph::GraphError;

/// How strong the forces are and how long they work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ForceSettings {
    /// The length at which an edge neither pulls nor pushes.
    pub link_distance: f32,
    /// How strongly nodes push each other, as a share of the squared link distance.
    pub repulsion: f32,
    /// How strongly everything drifts to the origin, so that unjoined parts stay in sight.
    pub gravity: f32,
    /// The width of the picture to be filled over its height.
    pub aspect: f32,
    /// The Barnes-Hut opening angle: larger is faster and less exact.
    pub opening_angle: f32,
    /// The number of steps until everything stands still.
    pub steps: u32,
    /// The layout is calm when the mean squared move of a step is below this.
    pub calm_energy: f32,
    /// What the nudges of the start are drawn from.
    pub seed: u64,
}

impl Default for ForceSettings {
    fn default() -> Self {
        Self {
            link_distance: 80.0,
            repulsion: 0.015,
            gravity: 0.04,
            aspect: 1.6,
            opening_angle: 0.6,
            steps: 300,
            calm_energy: 0.001,
            seed: 0,
        }
    }
}

impl ForceSettings {
    /// Refuses numbers that would divide by zero or never settle.
    pub(super) fn check(&self) -> Result<(), GraphError> {
        let above_zero = [self.link_distance, self.aspect];
        let at_least_zero = [self.repulsion, self.gravity, self.opening_angle, self.calm_energy];
        let usable = above_zero.iter().all(|number| *number > 0.0)
            && at_least_zero.iter().all(|number| *number >= 0.0)
            && above_zero.iter().chain(&at_least_zero).all(|number| number.is_finite());
        if usable { Ok(()) } else { Err(GraphError::UnusableSetting) }
    }
}
