//! Whose turn it is to write facts: one writer at a time in this process, in order of asking.
//! Waiting for it holds no connection, so that those who wait keep nobody from reading.

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// The line in which writers of this process wait.
#[derive(Clone, Debug, Default)]
pub(super) struct Line(Arc<Mutex<()>>);

/// The turn of one writer: a transaction, and nobody else's beside it.
#[derive(Debug)]
pub struct Turn {
    // Dropped in this order: the transaction is given up before the next writer comes.
    transaction: DatabaseTransaction,
    first: FirstInLine,
}

/// Being the first in the line; dropping it lets the next writer come.
#[derive(Debug)]
pub struct FirstInLine(
    #[expect(dead_code, reason = "held until it is dropped")] OwnedMutexGuard<()>,
);

impl Line {
    /// Waits for the turn, then begins.
    pub(super) async fn wait(&self, writer: &DatabaseConnection) -> Result<Turn, DbErr> {
        let first = FirstInLine(self.0.clone().lock_owned().await);
        let transaction = writer.begin_with_options(options(writer)).await?;
        Ok(Turn { transaction, first })
    }

    /// Waits for the turn, and lets the next one have it.
    pub(super) async fn pass(&self) {
        drop(self.0.lock().await);
    }
}

impl Turn {
    /// Where the rows go.
    pub fn transaction(&self) -> &DatabaseTransaction {
        &self.transaction
    }

    /// Makes the rows lasting. The next writer comes when that is dropped.
    pub async fn commit(self) -> Result<FirstInLine, DbErr> {
        self.transaction.commit().await?;
        Ok(self.first)
    }

    /// Undoes everything now, not only when the connection is used again.
    pub async fn give_up(self) -> Result<(), DbErr> {
        self.transaction.rollback().await
    }
}

fn options(writer: &DatabaseConnection) -> TransactionOptions {
    match writer.get_database_backend() {
        // The connection itself says in which isolation; see `writing_postgres`.
        DbBackend::Postgres => TransactionOptions::default(),
        _ => TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        },
    }
}
