//! Operations of front ends that were served lately, kept in the database: a page that is still open
//! after an update, or that came from another process during one, is known as ours.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use entity::trusted_document::{Column, Entity, Model};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::{Digest, Documents};
use crate::app::App;
use crate::error::Result;

/// An operation that no process has served for this long is a stranger's.
pub const KEPT: TimeDelta = TimeDelta::days(30);

/// How often what others serve is looked for.
const POLL: Duration = Duration::from_mins(1);
/// In which of these rounds this process says what it serves.
const RENEWAL: u32 = 60;

impl Documents {
    /// Writes down what this build serves, forgets what nobody has served for long, and takes what
    /// others serve or served.
    pub async fn remember(&self, app: &App) -> Result<()> {
        let now = app.clock.now();
        let books = app.store.bookkeeping().begin().await?;
        for (digest, text) in self.settings.manifest.iter() {
            let row = Model { digest: digest.to_vec(), text: text.to_string(), seen_at: now };
            let seen = OnConflict::column(Column::Digest).update_column(Column::SeenAt).to_owned();
            let insert = Entity::insert(row.into_active_model()).on_conflict(seen);
            books.insert(insert).await?;
        }
        books.delete(Entity::delete_many().filter(Column::SeenAt.lt(now - KEPT))).await?;
        books.commit().await?;
        self.follow(app).await
    }

    /// Keeps in step with other processes, and says now and then that this front end is still
    /// served, for as long as it is polled.
    pub async fn keep_up(&self, app: &App) {
        for round in 1_u32.. {
            tokio::time::sleep(POLL).await;
            let outcome = match round.is_multiple_of(RENEWAL) {
                true => self.remember(app).await,
                false => self.follow(app).await,
            };
            if let Err(error) = outcome {
                tracing::error!(%error, "the front end's operations could not be kept");
            }
        }
    }

    /// Takes what other processes serve or served.
    pub async fn follow(&self, app: &App) -> Result<()> {
        let recent = Entity::find().filter(Column::SeenAt.gte(app.clock.now() - KEPT));
        let rows = recent.all(app.store.reader()).await?;
        let known = rows.into_iter().filter_map(|row| {
            let digest = Digest::try_from(row.digest).ok()?;
            Some((digest, Arc::from(row.text)))
        });
        self.earlier.store(Arc::new(known.collect::<HashMap<_, _>>()));
        Ok(())
    }
}
