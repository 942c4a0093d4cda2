//! Connections that can only read: their type has no way to write, and the database behind them
//! refuses what a query would write.

use async_trait::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult,
    IsolationLevel, QueryResult, Statement, TransactionTrait,
};

/// The readers of this process.
pub type Reader = Reading<DatabaseConnection>;

/// A connection of which only the queries can be reached.
#[derive(Clone, Debug)]
pub struct Reading<C>(C);

impl Reader {
    /// Over connections that the database itself keeps from writing.
    pub(super) fn new(connection: DatabaseConnection) -> Self {
        Self(connection)
    }

    /// The connections themselves, for what belongs to the store alone.
    pub(super) fn connection(&self) -> &DatabaseConnection {
        &self.0
    }

    /// Reads that all see one state of the database.
    pub async fn pinned(&self) -> Result<Reading<DatabaseTransaction>, DbErr> {
        let isolation = match self.0.get_database_backend() {
            DbBackend::Postgres => Some(IsolationLevel::RepeatableRead),
            // A read transaction of SQLite sees one state anyway.
            _ => None,
        };
        Ok(Reading(self.0.begin_with_config(isolation, None).await?))
    }

    /// Closes every connection.
    pub(super) async fn close(self) -> Result<(), DbErr> {
        self.0.close().await
    }
}

impl Reading<DatabaseTransaction> {
    /// Gives the connection back.
    pub async fn end(self) -> Result<(), DbErr> {
        self.0.commit().await
    }
}

#[async_trait]
impl<C: ConnectionTrait> ConnectionTrait for Reading<C> {
    fn get_database_backend(&self) -> DbBackend {
        self.0.get_database_backend()
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        Err(refused())
    }

    async fn execute_unprepared(&self, _: &str) -> Result<ExecResult, DbErr> {
        Err(refused())
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.0.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.0.query_all_raw(statement).await
    }
}

fn refused() -> DbErr {
    DbErr::Custom("a reader was asked to write".to_owned())
}
