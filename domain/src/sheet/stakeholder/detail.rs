//! What a row says about the kind of a stakeholder, and the cells that only its kind has.

use super::StakeholderColumn as Column;
use super::word::{WhatItIs, read_kind, read_organization_type, read_type};
use crate::refusal::{Refusal, RefusalCode};
use crate::sheet::column::{Form, camel_case};
use crate::sheet::reader::Reader;
use crate::stakeholder::{
    DetailDraft, GroupType, OrganizationType, PlaceLevel, ProgrammeType, StageMoved,
    StakeholderKind, codes,
};
use crate::vocabulary::Word;

/// What the row is, and what only its kind has. Without kind and type it is taken for an
/// organization of an unknown type, which the person who imports sees and can correct.
pub(super) fn read_detail(reader: &mut Reader<Column>) -> DetailDraft {
    let kind = reader.word_by(Column::Kind, read_kind);
    let text = reader.text(Column::Type);
    let typed = if text.is_empty() { None } else { read_type(&text, kind) };
    // A type that stands for a missing cell is taken where it fits the kind, and refuses nothing.
    if typed.is_none() && !text.is_empty() && !reader.is_blank(Column::Type) {
        reader.refuse_word(Column::Type, allowed_types(kind));
    }
    let implied = match typed {
        Some(WhatItIs::Organization(_)) | None => StakeholderKind::Organization,
        Some(WhatItIs::Group(_)) => StakeholderKind::Group,
        Some(WhatItIs::Programme(_)) => StakeholderKind::Programme,
        Some(WhatItIs::Place(_)) => StakeholderKind::Place,
        Some(WhatItIs::Kind(kind)) => kind,
    };
    let kind = if typed.is_some() {
        kind.unwrap_or(implied)
    } else {
        reader.or_assume(Column::Kind, kind, implied)
    };
    match kind {
        StakeholderKind::Organization => organization(reader, typed),
        StakeholderKind::Group => group(reader, typed),
        StakeholderKind::Implementation => implementation(reader),
        StakeholderKind::GlobalGood => DetailDraft::GlobalGood {
            licence: reader.text(Column::Licence),
            repository: reader.text(Column::Repository),
        },
        StakeholderKind::Programme => {
            let programme_type = match typed {
                Some(WhatItIs::Programme(programme_type)) => Some(programme_type),
                _ => None,
            };
            DetailDraft::Programme { programme_type, decided_by: reader.text(Column::DecidedBy) }
        }
        StakeholderKind::Person => DetailDraft::Person { role: reader.text(Column::Role) },
        StakeholderKind::Place => {
            let level = match typed {
                Some(WhatItIs::Place(level)) => Some(level),
                _ => None,
            };
            DetailDraft::Place { level: reader.or_assume(Column::Type, level, PlaceLevel::Country) }
        }
        StakeholderKind::Segment => DetailDraft::Segment,
    }
}

fn allowed_types(kind: Option<StakeholderKind>) -> Vec<String> {
    match kind {
        Some(StakeholderKind::Group) => codes::<GroupType>(),
        Some(StakeholderKind::Programme) => codes::<ProgrammeType>(),
        Some(StakeholderKind::Place) => codes::<PlaceLevel>(),
        Some(StakeholderKind::Organization) | None => codes::<OrganizationType>(),
        Some(_) => Vec::new(),
    }
}

fn organization(reader: &mut Reader<Column>, typed: Option<WhatItIs>) -> DetailDraft {
    let organization_type = match typed {
        Some(WhatItIs::Organization(organization_type)) => Some(organization_type),
        _ => None,
    };
    let mut secondary_types = Vec::new();
    for text in reader.words(Column::SecondaryTypes, |word| read_organization_type(word).is_some())
    {
        match read_organization_type(&text) {
            Some(secondary) => secondary_types.push(secondary),
            None => reader.refuse_word(Column::SecondaryTypes, codes::<OrganizationType>()),
        }
    }
    DetailDraft::Organization {
        organization_type: reader.or_assume(
            Column::Type,
            organization_type,
            OrganizationType::Other,
        ),
        secondary_types,
        size_band: reader.word(Column::SizeBand),
        is_local: reader.yes_or_no(Column::IsLocal),
    }
}

fn group(reader: &mut Reader<Column>, typed: Option<WhatItIs>) -> DetailDraft {
    let group_type = match typed {
        Some(WhatItIs::Group(group_type)) => Some(group_type),
        _ => None,
    };
    DetailDraft::Group {
        group_type: reader.or_assume(Column::Type, group_type, GroupType::WorkingGroup),
        local_name: reader.text(Column::LocalName),
        mandate: reader.text(Column::Mandate),
        topics: reader.names(Column::Topics),
        language: reader.text(Column::Language),
        meets: reader.text(Column::Meets),
        required_constituencies: read_required(reader),
    }
}

/// The constituencies that should have a seat. That each should have one is what is kept: another
/// number behind a name ("donors: 2") would be lost, so it is refused.
fn read_required(reader: &mut Reader<Column>) -> Vec<String> {
    let names = reader.names(Column::RequiredConstituencies);
    if reader.settings().form == Form::Banyan {
        return names;
    }
    let counted = |name: &str| {
        let (constituency, number) = name.rsplit_once(':')?;
        Some((constituency.trim().to_owned(), number.trim().parse::<u32>().ok()?))
    };
    let mut required = Vec::with_capacity(names.len());
    for name in names {
        match counted(&name) {
            None => required.push(name),
            Some((constituency, 1)) => required.push(constituency),
            Some(_) => {
                let field = camel_case(Column::RequiredConstituencies.code());
                let refusal = Refusal::new(RefusalCode::OutOfRange, field);
                reader.refusals.push(refusal.missing("1"));
            }
        }
    }
    required
}

fn implementation(reader: &mut Reader<Column>) -> DetailDraft {
    DetailDraft::Implementation {
        stage: reader.word(Column::Stage),
        scope: reader.word(Column::Scope),
        scheme: reader.text(Column::Scheme),
        started_on: reader.date(Column::StartedOn),
        ended_on: reader.date(Column::EndedOn),
        moved: StageMoved::default(),
    }
}
