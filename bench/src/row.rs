//! The comparisons, each in a file of its own, and what they share: databases that are filled once.

pub mod dashboard;
pub mod kernel;
pub mod list;
pub mod memory;
pub mod patch;
pub mod path;
pub mod transition;

use crate::cluster::Cluster;
use crate::fill::{connect, fill};
use crate::measure::Pace;
use crate::plain;
use crate::server::Place;
use crate::world::{LARGE, SEED, SMALL, Scale, World};
use anyhow::{Context, Result};
use std::cell::OnceCell;

/// One run: where it takes place, how long its rounds are, and what was made for it so far.
pub struct Run {
    /// Programs and folders.
    pub place: Place,
    /// How long and how often.
    pub pace: Pace,
    /// PostgreSQL, where it is installed.
    pub cluster: Option<Cluster>,
    small: OnceCell<World>,
    large: OnceCell<World>,
}

impl Run {
    /// Begins a run.
    pub fn new(place: Place, pace: Pace) -> Result<Self> {
        let cluster = Cluster::start()?;
        Ok(Self { place, pace, cluster, small: OnceCell::new(), large: OnceCell::new() })
    }

    /// The world of 5k/50k.
    pub fn small(&self) -> &World {
        self.small.get_or_init(|| World::new(SMALL, SEED))
    }

    /// The world of 100k/1M.
    pub fn large(&self) -> &World {
        self.large.get_or_init(|| World::new(LARGE, SEED))
    }

    fn world(&self, scale: Scale) -> &World {
        if scale == LARGE { self.large() } else { self.small() }
    }

    /// An SQLite database with a world in it; the same for everybody who asks for that scale.
    pub async fn sqlite(&self, scale: Scale) -> Result<String> {
        let file = self.place.folder.join(format!("{}.db", scale.stakeholders));
        let url = format!("sqlite://{}", file.display());
        if !file.is_file() {
            eprintln!("  fill    {} into SQLite", scale.name);
            let db = connect(&url, 1).await?;
            fill(&db, self.world(scale)).await?;
            db.close().await?;
        }
        Ok(url)
    }

    /// A PostgreSQL database with the small world in it, in Banyan's tables and in plain ones.
    pub async fn postgres(&self, name: &str) -> Result<String> {
        let cluster = self.cluster.as_ref().context("PostgreSQL is not installed")?;
        let url = cluster.create(name)?;
        eprintln!("  fill    {} into PostgreSQL", SMALL.name);
        let db = connect(&url, 1).await?;
        fill(&db, self.small()).await?;
        plain::lay_out(&db).await?;
        db.close().await?;
        Ok(url)
    }
}
