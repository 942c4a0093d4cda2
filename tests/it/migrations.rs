//! The schema's steps, forwards and backwards.

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Database as Connection, DatabaseConnection, DbBackend, Statement};
use tests::database::Database;

/// What the database says of its own schema: tables, columns, indices, triggers.
async fn schema(connection: &DatabaseConnection) -> Vec<String> {
    let backend = connection.get_database_backend();
    let sql = match backend {
        DbBackend::Postgres => {
            "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable)
             FROM information_schema.columns WHERE table_schema = 'public'
             UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
             UNION ALL SELECT concat_ws(' ', conrelid::regclass, pg_get_constraintdef(oid))
             FROM pg_constraint WHERE connamespace = 'public'::regnamespace
             UNION ALL SELECT concat_ws(' ', tgname, tgrelid::regclass) FROM pg_trigger
             WHERE NOT tgisinternal ORDER BY 1"
        }
        _ => "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1",
    };
    let rows =
        connection.query_all_raw(Statement::from_string(backend, sql)).await.expect("schema");
    rows.iter().map(|row| row.try_get_by_index::<String>(0).expect("a text")).collect()
}

/// Every step can be undone, and done again, and leaves the very same schema.
#[tokio::test]
async fn up_down_up_leaves_the_same_schema() {
    let database = Database::empty().await;
    let connection = Connection::connect(&database.url).await.expect("connect");
    Migrator::up(&connection, None).await.expect("up");
    let first = schema(&connection).await;
    assert!(first.len() > 50, "{first:?}");
    Migrator::down(&connection, None).await.expect("down");
    let bare = schema(&connection).await;
    let left = bare.iter().filter(|line| !line.contains("seaql_migrations"));
    assert_eq!(left.count(), 0, "{bare:?}");
    Migrator::up(&connection, None).await.expect("up again");
    assert_eq!(schema(&connection).await, first);
    connection.close().await.expect("close");
}

/// The database itself refuses to change or delete a line of the change log.
#[tokio::test]
async fn the_change_log_is_append_only() {
    let database = Database::fresh().await;
    let app = api::app::App::open(&database.url, api::clock::Clock::system()).await.expect("open");
    crate::snapshot::World::new(app.clone()).await;
    let connection = Connection::connect(&database.url).await.expect("connect");
    for sql in ["UPDATE change SET noun = 'x'", "DELETE FROM change"] {
        let refused = connection.execute_unprepared(sql).await.expect_err(sql);
        assert!(refused.to_string().contains("append-only"), "{refused}");
    }
    connection.close().await.expect("close");
    app.store.clone().close().await.expect("close");
}
