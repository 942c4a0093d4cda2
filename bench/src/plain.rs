//! The same facts once more, as somebody would lay them out who has no policy, no languages and no
//! history: what peers read, with an index for each of their questions.

use anyhow::Result;
use sea_orm::{ConnectionTrait, DatabaseConnection};

const STATEMENTS: &[&str] = &[
    "CREATE SCHEMA plain",
    "CREATE TABLE plain.stakeholder AS
     SELECT s.id, t.value AS name, s.kind, o.organization_type AS type, s.country
     FROM stakeholder s
     JOIN text t ON t.subject_id = s.id AND t.field = 'NAME'
     LEFT JOIN organization o ON o.id = s.id",
    "ALTER TABLE plain.stakeholder ADD PRIMARY KEY (id)",
    "CREATE INDEX ON plain.stakeholder (type, name, id)",
    "CREATE INDEX ON plain.stakeholder (name, id)",
    "CREATE INDEX ON plain.stakeholder (kind)",
    "CREATE TABLE plain.relationship AS
     SELECT id, source_id, target_id, kind, strength FROM relationship",
    "ALTER TABLE plain.relationship ADD PRIMARY KEY (id),
     ADD FOREIGN KEY (source_id) REFERENCES plain.stakeholder,
     ADD FOREIGN KEY (target_id) REFERENCES plain.stakeholder",
    "CREATE INDEX ON plain.relationship (source_id, id)",
    "CREATE INDEX ON plain.relationship (target_id, id)",
    "CREATE INDEX ON plain.relationship (kind)",
    "CREATE TABLE plain.engagement AS
     SELECT id, party_id, objective, stage, next_step_due FROM engagement",
    "ALTER TABLE plain.engagement ADD PRIMARY KEY (id),
     ADD FOREIGN KEY (party_id) REFERENCES plain.stakeholder",
    "CREATE INDEX ON plain.engagement (party_id, id)",
    "CREATE INDEX ON plain.engagement (stage, next_step_due)",
    "VACUUM ANALYZE",
];

/// Lays them out beside Banyan's own tables, of the same database.
pub async fn lay_out(db: &DatabaseConnection) -> Result<()> {
    for statement in STATEMENTS {
        db.execute_unprepared(statement).await?;
    }
    Ok(())
}
