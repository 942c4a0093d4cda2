//! What a write does to the table of sight: which records are seen with which others, and where
//! those stand now.

use crate::error::Result;
use crate::snapshot::{Ground, View};
use crate::store::Together;
use domain::policy::Place;
use entity::sight::{Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QueryTrait,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// How many rows one statement takes.
const BATCH: usize = 200;

/// What is to be stored of it when the write is.
#[derive(Clone, Debug, Default)]
pub(super) struct Sight {
    grounds: BTreeMap<Uuid, Ground>,
    moved: BTreeMap<Uuid, Place>,
    /// Records of which nothing was stored before this write.
    new: BTreeSet<Uuid>,
}

impl Sight {
    /// A record that there never was before.
    pub(super) fn expect_new(&mut self, id: Uuid) {
        self.new.insert(id);
    }

    /// A record that comes, changes or goes; the view shows it as it is afterwards. One that goes
    /// stands where it last stood, and so do those that hung on it.
    pub(super) fn took(
        &mut self,
        view: &View,
        id: Uuid,
        was: Option<Ground>,
        will: Option<Ground>,
    ) {
        let Some(will) = will else { return };
        let place = will.0.get(&id).copied();
        let old = was.as_ref().and_then(|was| was.0.get(&id).copied());
        if let (Some(old), Some(place)) = (old, place)
            && old != place
        {
            self.moved.insert(id, place);
        }
        let hung = was.map(|was| was.0.into_keys().collect::<Vec<_>>());
        if hung.is_some_and(|hung| hung.iter().eq(will.0.keys())) {
            return;
        }
        self.grounds.insert(id, will);
        let said = view.grounds_of_evidence(id);
        self.grounds.extend(said);
    }

    /// Stores it, or has it stored together with what else there is.
    pub(super) async fn store(
        &self,
        transaction: &DatabaseTransaction,
        together: &mut Together,
    ) -> Result<()> {
        let subjects = self.grounds.keys().filter(|id| !self.new.contains(id));
        let subjects: Vec<Uuid> = subjects.copied().collect();
        for subjects in subjects.chunks(BATCH) {
            let known = Column::SubjectId.is_in(subjects.iter().copied());
            Entity::delete_many().filter(known).exec(transaction).await?;
        }
        let rows: Vec<Model> =
            self.grounds.iter().flat_map(|(subject, ground)| rows(*subject, ground)).collect();
        for rows in rows.chunks(BATCH) {
            let rows = rows.iter().map(|row| row.clone().into_active_model().reset_all());
            together.insert(Entity::insert_many(rows).into_query());
        }
        if !self.moved.is_empty() {
            // Rows that were just stored may move too.
            together.send(transaction).await?;
        }
        for (id, place) in &self.moved {
            Entity::update_many()
                .col_expr(Column::CommunityId, Expr::value(place.community))
                .col_expr(Column::Visibility, Expr::value(place.visibility))
                .filter(Column::OnId.eq(*id))
                .exec(transaction)
                .await?;
        }
        Ok(())
    }
}

fn rows(subject_id: Uuid, ground: &Ground) -> impl Iterator<Item = Model> {
    ground.0.iter().map(move |(on_id, place)| Model {
        subject_id,
        on_id: *on_id,
        community_id: place.community,
        visibility: place.visibility,
    })
}
