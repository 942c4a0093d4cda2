//! What every recorded noun has in common, so that one write path can store, log and undo them all.

use domain::policy::Place;
use sea_orm::{ConnectionTrait, DbErr};
use serde::{Serialize, de::DeserializeOwned};
use std::future::Future;
use uuid::Uuid;

/// A noun whose rows are facts: stored only by the write path, with a change for every step.
///
/// Serialised, a record is the before or after image of a change; the names of its JSON fields are
/// the ones that history shows and that undo compares.
pub trait Record: Clone + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The table's name, as in the change log.
    const NOUN: &'static str;

    /// The row's id, whatever its type.
    fn uuid(&self) -> Uuid;
    /// How often it was updated.
    fn version(&self) -> i32;
    /// Sets the counter; only the write path does.
    fn set_version(&mut self, version: i32);
    /// Where it stands; none when that follows from the record it belongs to.
    fn place(&self) -> Option<Place>;
    /// What a person would call it, for the title of a change.
    fn title(&self) -> String;

    /// The row as the database has it.
    fn find<C: ConnectionTrait>(
        db: &C,
        id: Uuid,
    ) -> impl Future<Output = Result<Option<Self>, DbErr>> + Send;
    /// Every row, in order of id.
    fn all<C: ConnectionTrait>(db: &C) -> impl Future<Output = Result<Vec<Self>, DbErr>> + Send;
    /// Some rows after this one, in order of id; none when there are no more. Reading them all so needs
    /// little memory beside what they become.
    fn page<C: ConnectionTrait>(
        db: &C,
        after: Option<Uuid>,
    ) -> impl Future<Output = Result<Vec<Self>, DbErr>> + Send;
    /// Writes a new row.
    fn insert<C: ConnectionTrait>(&self, db: &C) -> impl Future<Output = Result<(), DbErr>> + Send;
    /// Writes over the row.
    fn update<C: ConnectionTrait>(&self, db: &C) -> impl Future<Output = Result<(), DbErr>> + Send;
    /// Takes the row away; only undoing its creation does.
    fn delete<C: ConnectionTrait>(
        db: &C,
        id: Uuid,
    ) -> impl Future<Output = Result<(), DbErr>> + Send;
}

/// How many rows a page has.
pub(crate) const PAGE: u64 = 2_000;

/// Implements the storage of a [`Record`] that is one row of one table.
macro_rules! one_table {
    ($id:ident) => {
        async fn find<C: sea_orm::ConnectionTrait>(
            db: &C,
            id: uuid::Uuid,
        ) -> Result<Option<Self>, sea_orm::DbErr> {
            Entity::find_by_id($id(id)).one(db).await
        }

        async fn all<C: sea_orm::ConnectionTrait>(db: &C) -> Result<Vec<Self>, sea_orm::DbErr> {
            use sea_orm::QueryOrder;
            Entity::find().order_by_asc(Column::Id).all(db).await
        }

        async fn page<C: sea_orm::ConnectionTrait>(
            db: &C,
            after: Option<uuid::Uuid>,
        ) -> Result<Vec<Self>, sea_orm::DbErr> {
            use sea_orm::{QueryFilter, QueryOrder, QuerySelect};
            let rows = Entity::find().order_by_asc(Column::Id).limit(crate::record::PAGE);
            match after {
                Some(after) => rows.filter(Column::Id.gt($id(after))).all(db).await,
                None => rows.all(db).await,
            }
        }

        async fn insert<C: sea_orm::ConnectionTrait>(&self, db: &C) -> Result<(), sea_orm::DbErr> {
            let row = self.clone().into_active_model().reset_all();
            Entity::insert(row).exec_without_returning(db).await.map(|_| ())
        }

        async fn update<C: sea_orm::ConnectionTrait>(&self, db: &C) -> Result<(), sea_orm::DbErr> {
            let row = self.clone().into_active_model().reset_all();
            Entity::update(row).exec(db).await.map(|_| ())
        }

        async fn delete<C: sea_orm::ConnectionTrait>(
            db: &C,
            id: uuid::Uuid,
        ) -> Result<(), sea_orm::DbErr> {
            Entity::delete_by_id($id(id)).exec(db).await.map(|_| ())
        }
    };
}
pub(crate) use one_table;

/// A list kept in one JSON column; what must be searched lies in the snapshot, not here.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

mod list {
    //! sea-orm derives these for types without parameters only.

    use super::List;
    use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, ValueType, ValueTypeErr};
    use sea_orm::{ActiveValue, IntoActiveValue, TryGetableFromJson, Value};
    use serde::{Serialize, de::DeserializeOwned};

    impl<T: DeserializeOwned> TryGetableFromJson for List<T> {}

    impl<T: Serialize> From<List<T>> for Value {
        fn from(list: List<T>) -> Self {
            // A list of closed words, ids and texts always has a JSON form.
            Self::Json(serde_json::to_value(&list).ok().map(Box::new))
        }
    }

    impl<T: DeserializeOwned> ValueType for List<T> {
        fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
            match value {
                Value::Json(Some(json)) => serde_json::from_value(*json).map_err(|_| ValueTypeErr),
                _ => Err(ValueTypeErr),
            }
        }
        fn type_name() -> String {
            "List".to_owned()
        }
        fn array_type() -> ArrayType {
            ArrayType::Json
        }
        fn column_type() -> ColumnType {
            ColumnType::Json
        }
    }

    impl<T> Nullable for List<T> {
        fn null() -> Value {
            Value::Json(None)
        }
    }

    impl<T: Serialize + DeserializeOwned> IntoActiveValue<Self> for List<T> {
        fn into_active_value(self) -> ActiveValue<Self> {
            ActiveValue::set(self)
        }
    }
}
