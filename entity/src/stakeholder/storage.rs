//! Loading and storing a stakeholder with all its parts; one query a table, whatever the number.

use super::detail::{
    PersonNames, body, global_good, implementation, organization, person, place, programme,
};
use super::{Stakeholder, external_id, row, text};
use crate::contact;
use domain::identifier::StakeholderId;
use domain::stakeholder::{Detail, ExternalId, StakeholderKind};
use domain::text::{Locale, TextField, TranslationStatus};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use std::collections::{BTreeMap, HashMap};

macro_rules! rows {
    ($db:expr, $only:expr, $module:ident, $column:ident) => {{
        let query = $module::Entity::find();
        match $only {
            Some(id) => query.filter($module::Column::$column.eq(id)).all($db).await?,
            None => query.all($db).await?,
        }
    }};
}

/// One stakeholder, or all in order of id.
pub(super) async fn load<C: ConnectionTrait>(
    db: &C,
    only: Option<StakeholderId>,
) -> Result<Vec<Stakeholder>, DbErr> {
    let rows = match only {
        Some(id) => row::Entity::find_by_id(id).all(db).await?,
        None => row::Entity::find().order_by_asc(row::Column::Id).all(db).await?,
    };
    let mut details = load_details(db, only).await?;
    let mut people: HashMap<_, _> =
        rows!(db, only, person, Id).into_iter().map(|person| (person.id, person)).collect();
    let mut texts: HashMap<_, Vec<_>> = HashMap::new();
    for text in rows!(db, only, text, SubjectId) {
        texts.entry(text.subject_id).or_default().push(text);
    }
    let mut ids: HashMap<_, Vec<_>> = HashMap::new();
    for id in rows!(db, only, external_id, StakeholderId) {
        let known = ExternalId { registry: id.registry, value: id.value };
        ids.entry(id.stakeholder_id).or_default().push(known);
    }
    rows.into_iter()
        .map(|row| {
            let id = row.id;
            let person = people.remove(&id);
            let detail = match &person {
                Some(person) => Some(Detail::Person { role: person.role.clone() }),
                None if row.kind == StakeholderKind::Segment => Some(Detail::Segment),
                None => details.remove(&id),
            };
            let detail =
                detail.ok_or_else(|| DbErr::Custom(format!("no {} {}", row.kind, id.0)))?;
            let mut external_ids = ids.remove(&id).unwrap_or_default();
            external_ids.sort();
            let texts = texts.remove(&id).unwrap_or_default();
            Ok(assemble(row, detail, person, texts, external_ids))
        })
        .collect()
}

async fn load_details<C: ConnectionTrait>(
    db: &C,
    only: Option<StakeholderId>,
) -> Result<HashMap<StakeholderId, Detail>, DbErr> {
    let mut details = HashMap::new();
    macro_rules! collect {
        ($($module:ident),+) => {
            $(for row in rows!(db, only, $module, Id) {
                details.insert(row.id, Detail::from(row));
            })+
        };
    }
    collect!(organization, global_good, body, implementation, programme, place);
    Ok(details)
}

fn assemble(
    row: row::Model,
    detail: Detail,
    person: Option<person::Model>,
    texts: Vec<text::Model>,
    external_ids: Vec<ExternalId>,
) -> Stakeholder {
    let by_locale = |field| -> BTreeMap<Locale, String> {
        let texts = texts.iter().filter(|text| text.field == field);
        texts.map(|text| (text.locale, text.value.clone())).collect()
    };
    let summaries = by_locale(TextField::Summary);
    let (names, slug) = match person {
        Some(person) => (person.names.0, Some(person.slug)),
        None => (by_locale(TextField::Name), row.slug),
    };
    Stakeholder {
        id: row.id,
        kind: row.kind,
        slug: slug.unwrap_or_default(),
        names,
        summaries,
        aliases: row.aliases.0,
        acronym: row.acronym,
        country: row.country,
        countries: row.countries.0,
        languages: row.languages.0,
        website: row.website,
        external_ids,
        unresolved: row.unresolved,
        detail,
        practice: row.practice,
        community_id: row.community_id,
        visibility: row.visibility,
        archived_at: row.archived_at,
        erased_at: row.erased_at,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    }
}

/// Writes a new stakeholder.
pub(super) async fn insert<C: ConnectionTrait>(db: &C, record: &Stakeholder) -> Result<(), DbErr> {
    let row = record.row().into_active_model().reset_all();
    row::Entity::insert(row).exec_without_returning(db).await?;
    insert_parts(db, record).await
}

/// Writes over a stakeholder: the common row in place, its parts anew.
pub(super) async fn update<C: ConnectionTrait>(db: &C, record: &Stakeholder) -> Result<(), DbErr> {
    row::Entity::update(record.row().into_active_model().reset_all()).exec(db).await?;
    delete_parts(db, record.id, record.kind).await?;
    insert_parts(db, record).await
}

/// Takes a stakeholder away with its parts.
pub(super) async fn delete<C: ConnectionTrait>(db: &C, id: StakeholderId) -> Result<(), DbErr> {
    if let Some(row) = row::Entity::find_by_id(id).one(db).await? {
        contact::Entity::delete_by_id(id).exec(db).await?;
        delete_parts(db, id, row.kind).await?;
        row::Entity::delete_by_id(id).exec(db).await?;
    }
    Ok(())
}

async fn insert_parts<C: ConnectionTrait>(db: &C, record: &Stakeholder) -> Result<(), DbErr> {
    insert_detail(db, record).await?;
    let texts = texts(record);
    if !texts.is_empty() {
        let texts = texts.into_iter().map(|text| text.into_active_model().reset_all());
        text::Entity::insert_many(texts).exec_without_returning(db).await?;
    }
    if !record.external_ids.is_empty() {
        let ids = record.external_ids.iter().map(|id| {
            let row = external_id::Model {
                stakeholder_id: record.id,
                registry: id.registry,
                value: id.value.clone(),
            };
            row.into_active_model().reset_all()
        });
        external_id::Entity::insert_many(ids).exec_without_returning(db).await?;
    }
    Ok(())
}

fn texts(record: &Stakeholder) -> Vec<text::Model> {
    let person = record.kind == StakeholderKind::Person;
    let names = record.names.iter().filter(|_| !person);
    let names = names.map(|(locale, value)| (TextField::Name, *locale, value));
    let summaries = record.summaries.iter();
    let summaries = summaries.map(|(locale, value)| (TextField::Summary, *locale, value));
    names
        .chain(summaries)
        .map(|(field, locale, value)| text::Model {
            subject_id: record.id,
            field,
            locale,
            value: value.clone(),
            status: TranslationStatus::Original,
        })
        .collect()
}

async fn delete_parts<C: ConnectionTrait>(
    db: &C,
    id: StakeholderId,
    kind: StakeholderKind,
) -> Result<(), DbErr> {
    text::Entity::delete_many().filter(text::Column::SubjectId.eq(id)).exec(db).await?;
    external_id::Entity::delete_many()
        .filter(external_id::Column::StakeholderId.eq(id))
        .exec(db)
        .await?;
    macro_rules! forget {
        ($module:ident) => {
            $module::Entity::delete_by_id(id).exec(db).await.map(|_| ())
        };
    }
    match kind {
        StakeholderKind::Organization => forget!(organization),
        StakeholderKind::GlobalGood => forget!(global_good),
        StakeholderKind::Group => forget!(body),
        StakeholderKind::Implementation => forget!(implementation),
        StakeholderKind::Programme => forget!(programme),
        StakeholderKind::Person => forget!(person),
        StakeholderKind::Place => forget!(place),
        StakeholderKind::Segment => Ok(()),
    }
}

async fn insert_detail<C: ConnectionTrait>(db: &C, record: &Stakeholder) -> Result<(), DbErr> {
    macro_rules! store {
        ($module:ident, $row:expr) => {
            if let Some(row) = $row {
                let row = row.into_active_model().reset_all();
                $module::Entity::insert(row).exec_without_returning(db).await?;
            }
        };
    }
    macro_rules! store_detail {
        ($($module:ident),+) => {
            $(store!($module, $module::Model::of(record.id, &record.detail));)+
        };
    }
    store_detail!(organization, global_good, body, implementation, programme, place);
    store!(person, person_row(record));
    Ok(())
}

fn person_row(record: &Stakeholder) -> Option<person::Model> {
    let Detail::Person { role } = record.detail.clone() else {
        return None;
    };
    let names = PersonNames(record.names.clone());
    Some(person::Model { id: record.id, names, slug: record.slug.clone(), role })
}
