//! Sources, stakeholders and relationships, read as any file in Banyan's own form is.

use super::{Demo, file, find};
use crate::error::Result;
use crate::op::{Expected, Write};
use crate::service::import::{Request, bring_in};
use crate::service::source;
use domain::evidence::SourceDraft;
use domain::policy::Place;
use domain::sheet::Table;
use domain::stakeholder::Visibility;
use domain::text::Locale;
use entity::community;
use std::collections::BTreeMap;

/// Loads them, and says which good each community is about.
pub(super) async fn load(write: &mut Write<'_>, demo: &mut Demo) -> Result<()> {
    add_sources(write, demo).await?;
    let tables =
        [("stakeholders.csv", Table::Stakeholders), ("relationships.csv", Table::Relationships)];
    for (name, table) in tables {
        let request = Request {
            community: None,
            table,
            file_name: String::new(),
            text: file::text(name)?.to_owned(),
            columns: None,
            dates: None,
            defaults: BTreeMap::new(),
            decisions: Vec::new(),
            locale: Locale::En,
        };
        let preview = bring_in(write, &request, &mut demo.sources).await?;
        if let Some(row) = preview.rows.iter().find(|row| !row.faults.is_empty()) {
            return Err(file::broken(format!("{name}: {row:?}")));
        }
    }
    name_goods(write, demo).await
}

/// The documents stand in the registry: what they prove is mostly public.
async fn add_sources(write: &mut Write<'_>, demo: &mut Demo) -> Result<()> {
    let place = Place { community: None, visibility: Visibility::Public };
    for line in file::read::<file::Source>("sources.csv")? {
        demo.said_on.insert(line.key.clone(), line.published_on.clone());
        let draft = SourceDraft {
            kind: line.kind,
            title: line.title,
            url: line.url,
            published_on: line.published_on,
            licence: line.licence,
            revision_tag: line.revision_tag,
        };
        let id = source::insert(write, place, draft.parse()?).await?;
        demo.sources.know(&line.key, place, id);
    }
    Ok(())
}

async fn name_goods(write: &mut Write<'_>, demo: &Demo) -> Result<()> {
    for line in file::read::<file::Community>("communities.csv")? {
        let good = find(write, &line.good)?;
        let before: community::Model = write.load(demo.community(&line.name)?.0).await?;
        let after = community::Model { global_good_id: Some(good), ..before.clone() };
        write.update(before, after, Expected::Command).await?;
    }
    Ok(())
}
