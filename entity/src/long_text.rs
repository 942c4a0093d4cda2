//! The index of long texts: which of its entries belong to records in a scope.

use crate::scope::in_scope;
use crate::stakeholder::row;
use crate::{engagement, meeting, relationship};
use domain::policy::Scope;
use sea_orm::sea_query::{Condition, DynIden, Expr, ExprTrait, IntoIden, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

/// The table. Each engine builds it in its own way, so it is no entity.
pub const TABLE: &str = "long_text";
/// The record that a text belongs to.
pub const SUBJECT: &str = "subject_id";

/// The condition that keeps exactly the texts of records in scope: those of stakeholders, and those
/// of meetings, and those of relationships and engagements that are seen together with their ends.
pub fn subject_in_scope(scope: &Scope) -> Condition {
    let subject: DynIden = SUBJECT.into_iden();
    let subject = Expr::col(subject);
    if scope.everything() {
        return Condition::all();
    }
    Condition::any()
        .add(subject.clone().in_subquery(stakeholders(scope)))
        .add(subject.clone().in_subquery(relationships(scope)))
        .add(subject.clone().in_subquery(engagements(scope)))
        .add(subject.in_subquery(meetings(scope)))
}

fn stakeholders(scope: &Scope) -> SelectStatement {
    row::Entity::find()
        .select_only()
        .column(row::Column::Id)
        .filter(in_scope(scope, row::Column::CommunityId, row::Column::Visibility))
        .into_query()
}

fn meetings(scope: &Scope) -> SelectStatement {
    use meeting::Column;
    meeting::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(in_scope(scope, Column::CommunityId, Column::Visibility))
        .into_query()
}

fn relationships(scope: &Scope) -> SelectStatement {
    use relationship::Column;
    relationship::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(in_scope(scope, Column::CommunityId, Column::Visibility))
        .filter(Column::SourceId.in_subquery(stakeholders(scope)))
        .filter(Column::TargetId.in_subquery(stakeholders(scope)))
        .into_query()
}

fn engagements(scope: &Scope) -> SelectStatement {
    use engagement::Column;
    engagement::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(in_scope(scope, Column::CommunityId, Column::Visibility))
        .filter(Column::PartyId.in_subquery(stakeholders(scope)))
        .into_query()
}
