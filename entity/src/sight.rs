//! What of the log is still in sight: where every record stands now, and everything that it hangs
//! on. A record that is gone stands where it last stood.

use crate::change;
use crate::scope::in_scope;
use domain::identifier::CommunityId;
use domain::policy::Scope;
use domain::stakeholder::Visibility;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, Func, SelectStatement};
use sea_orm::{Condition, QuerySelect, QueryTrait};

/// One record that another hangs on, or the record itself, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sight")]
pub struct Model {
    /// The record that is looked at.
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: Uuid,
    /// What it is in sight with.
    #[sea_orm(primary_key, auto_increment = false)]
    pub on_id: Uuid,
    /// The community that maintains the latter.
    pub community_id: Option<CommunityId>,
    /// Who may see it.
    pub visibility: Visibility,
}

/// Changes name a record by its id alone.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The condition that keeps exactly the changes that were in scope when they were made, of records
/// that still are in scope with everything that they hang on.
pub fn change_in_sight(scope: &Scope) -> Condition {
    if scope.everything() {
        return Condition::all();
    }
    Condition::all()
        .add(in_scope(scope, change::Column::AudienceId, change::Column::Visibility))
        .add(Expr::SubQuery(None, Box::new(hidden(scope).into())).eq(Expr::cust("0")))
}

/// Whether anything that the subject of a change hangs on is hidden: 1 or 0. Of a subject that is
/// not known it is neither.
fn hidden(scope: &Scope) -> SelectStatement {
    let seen = in_scope(scope, Column::CommunityId, Column::Visibility);
    let hidden: Expr = Expr::case(seen, Expr::cust("0")).finally(Expr::cust("1")).into();
    Entity::find()
        .select_only()
        .expr(Func::max(hidden))
        .filter(
            Expr::col((Entity, Column::SubjectId))
                .equals((change::Entity, change::Column::SubjectId)),
        )
        .into_query()
}
