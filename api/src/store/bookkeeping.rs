//! The second way to write, beside the one for facts: sessions, passwords, links, API tokens,
//! attempts, denials, kept answers, the front end's documents and how people want to be told, and no
//! other table.

use crate::error::Result;
use entity::{
    answer, api_token, calendar_feed, credential, denial, digest_setting, known_device, mute,
    refresh_token, session, signin_attempt, signin_link, trusted_document, verified_address,
};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend,
    DeleteMany, EntityTrait, Insert, PaginatorTrait, Select, TransactionTrait, UpdateMany,
};

/// The channel on which processes tell each other that sessions or tokens have ended.
pub const ENDINGS: &str = "banyan_endings";

/// A table that holds no facts.
pub trait Book: EntityTrait {}

impl Book for answer::Entity {}
impl Book for api_token::Entity {}
impl Book for calendar_feed::Entity {}
impl Book for credential::Entity {}
impl Book for denial::Entity {}
impl Book for digest_setting::Entity {}
impl Book for known_device::Entity {}
impl Book for mute::Entity {}
impl Book for refresh_token::Entity {}
impl Book for session::Entity {}
impl Book for signin_attempt::Entity {}
impl Book for signin_link::Entity {}
impl Book for trusted_document::Entity {}
impl Book for verified_address::Entity {}

/// A writing connection, of which only those tables can be reached.
#[derive(Clone, Debug)]
pub struct Bookkeeping<C = DatabaseConnection>(C);

impl Bookkeeping {
    pub(super) fn new(connection: DatabaseConnection) -> Self {
        Self(connection)
    }

    /// Several steps that happen together or not at all.
    pub async fn begin(&self) -> Result<Bookkeeping<DatabaseTransaction>> {
        Ok(Bookkeeping(self.0.begin().await?))
    }
}

impl Bookkeeping<DatabaseTransaction> {
    /// Tells the other processes, once this is lasting, that sessions or tokens have changed.
    pub async fn tell(&self) -> Result<()> {
        if self.0.get_database_backend() == DbBackend::Postgres {
            self.0.execute_unprepared(&format!("NOTIFY {ENDINGS}")).await?;
        }
        Ok(())
    }

    /// Makes the steps lasting.
    pub async fn commit(self) -> Result<()> {
        Ok(self.0.commit().await?)
    }
}

impl<C: ConnectionTrait> Bookkeeping<C> {
    /// Adds a row.
    pub async fn insert<A>(&self, row: Insert<A>) -> Result<()>
    where
        A: ActiveModelTrait,
        A::Entity: Book,
    {
        row.exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// Changes rows, and answers how many.
    pub async fn update<E: Book>(&self, rows: UpdateMany<E>) -> Result<u64> {
        Ok(rows.exec(&self.0).await?.rows_affected)
    }

    /// Takes rows away.
    pub async fn delete<E: Book>(&self, rows: DeleteMany<E>) -> Result<()> {
        rows.exec(&self.0).await?;
        Ok(())
    }

    /// All of these rows.
    pub async fn list<E: Book>(&self, rows: Select<E>) -> Result<Vec<E::Model>> {
        Ok(rows.all(&self.0).await?)
    }

    /// The first of these rows.
    pub async fn find<E: Book>(&self, rows: Select<E>) -> Result<Option<E::Model>> {
        Ok(rows.one(&self.0).await?)
    }

    /// How many rows these are.
    pub async fn count<E: Book>(&self, rows: Select<E>) -> Result<u64>
    where
        E::Model: Sync,
    {
        Ok(rows.count(&self.0).await?)
    }
}
