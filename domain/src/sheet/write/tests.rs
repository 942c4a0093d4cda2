//! What is written reads back as the same facts.

use super::*;
use crate::capability::{CapabilityDraft, ServiceKind};
use crate::identifier::StakeholderId;
use crate::relationship::End;
use crate::sheet::{
    CapabilityOutcome, Entry, Outcome, Register, RelationshipOutcome, Sheet, Who, guess,
    plan_capabilities, plan_relationships, plan_stakeholders,
};
use crate::stakeholder::{
    DetailDraft, ExternalId, GroupType, ImplementationScope, ImplementationStage, OrganizationType,
    PlaceLevel, ProgrammeType, Registry, SizeBand, StageMoved, StakeholderDraft, StakeholderKind,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

fn line() -> impl Strategy<Value = String> {
    "[=+@'|\\\\a-zéÀ ,;\"(-]{1,12}|n/a|None|Autres|NA"
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), line(), "[a-z|]{1,4}\n[=a-z\t]{1,4}"]
}

fn lines() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(line(), 0..3)
}

fn word<W: Word>() -> impl Strategy<Value = Option<W>> {
    proptest::option::of(proptest::sample::select(W::ALL))
}

fn one<W: Word>() -> impl Strategy<Value = W> {
    proptest::sample::select(W::ALL)
}

fn detail() -> impl Strategy<Value = DetailDraft> {
    let date =
        || prop_oneof![Just(String::new()), Just("2020".to_owned()), Just("2021-05".to_owned())];
    let optional_line = || prop_oneof![Just(String::new()), line()];
    prop_oneof![
        (
            one::<OrganizationType>(),
            proptest::collection::vec(one::<OrganizationType>(), 0..3),
            word::<SizeBand>(),
            any::<Option<bool>>()
        )
            .prop_map(|(organization_type, secondary_types, size_band, is_local)| {
                DetailDraft::Organization {
                    organization_type,
                    secondary_types,
                    size_band,
                    is_local,
                }
            }),
        optional_line().prop_map(|licence| DetailDraft::GlobalGood {
            licence,
            repository: "https://example.org/a,b".into()
        }),
        (one::<GroupType>(), optional_line(), text(), lines(), lines()).prop_map(
            |(group_type, local_name, mandate, topics, required_constituencies)| {
                DetailDraft::Group {
                    group_type,
                    local_name,
                    mandate,
                    topics,
                    language: "fr".into(),
                    meets: String::new(),
                    required_constituencies,
                }
            }
        ),
        (word::<ImplementationStage>(), word::<ImplementationScope>(), optional_line(), date())
            .prop_map(|(stage, scope, scheme, started_on)| DetailDraft::Implementation {
                stage,
                scope,
                scheme,
                started_on,
                ended_on: "2022-12-31".into(),
                moved: StageMoved::default(),
            }),
        (word::<ProgrammeType>(), optional_line()).prop_map(|(programme_type, decided_by)| {
            DetailDraft::Programme { programme_type, decided_by }
        }),
        optional_line().prop_map(|role| DetailDraft::Person { role }),
        one::<PlaceLevel>().prop_map(|level| DetailDraft::Place { level }),
        Just(DetailDraft::Segment),
    ]
}

prop_compose! {
    fn stakeholder()(
        names in proptest::collection::btree_map(one::<Locale>(), line(), 1..3),
        summaries in proptest::collection::btree_map(one::<Locale>(), text(), 0..3),
        aliases in lines(),
        unresolved in prop_oneof![Just(String::new()), line()],
        identifier in line(),
        detail in detail(),
    ) -> StakeholderDraft {
        StakeholderDraft {
            names, summaries, aliases, unresolved, detail,
            acronym: "NA".into(),
            country: "NA".into(),
            countries: vec!["CM".into(), "NP".into()],
            languages: vec!["fr".into()],
            website: "https://example.org".into(),
            external_ids: vec![ExternalId { registry: Registry::Ror, value: identifier }],
        }
    }
}

proptest! {
    /// A stakeholder of any kind, whatever its texts hold, reads back as the same stakeholder.
    #[test]
    fn stakeholders_read_back(draft in stakeholder()) {
        let Ok(facts) = draft.parse() else { return Ok(()) };
        let line = StakeholderLine { slug: "x", visibility: Visibility::Restricted, community: "OpenLMIS", facts: &facts };
        let sheet = Sheet::parse(vec![stakeholder_heading(), stakeholder_cells(&line, None)]).unwrap();
        let rows = plan_stakeholders(&sheet, &guess(&sheet), &[], &mut Register::default(), &|| Ok(())).unwrap();
        prop_assert_eq!(&rows[0].outcome, &Outcome::Create);
        let record = rows[0].record.clone();
        prop_assert_eq!(record.draft.parse().unwrap(), facts);
        prop_assert_eq!((record.slug.as_str(), record.community.as_str()), ("x", "OpenLMIS"));
        prop_assert_eq!(record.visibility, Some(Visibility::Restricted));
    }
}

fn known(number: u128, slug: &str, kind: StakeholderKind) -> Entry {
    let who = Who::Stored(StakeholderId(Uuid::from_u128(number << 64)));
    Entry { who, kind, slug: slug.into(), main: Vec::new(), other: Vec::new() }
}

prop_compose! {
    fn capability()(
        service in one::<ServiceKind>(),
        level in proptest::option::of(0..5),
        countries in proptest::sample::subsequence(vec!["NA", "CM", "NP", "SN"], 0..4),
        languages in proptest::sample::subsequence(vec!["fr", "en"], 0..3),
        expires_on in prop_oneof![Just(String::new()), Just("2027-12-31".to_owned())],
        note in prop_oneof![Just(String::new()), line()],
    ) -> CapabilityDraft {
        let end = |number: u128, kind| End { id: StakeholderId(Uuid::from_u128(number << 64)), kind };
        let owned = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect();
        CapabilityDraft {
            provider: end(1, StakeholderKind::Group),
            good: end(2, StakeholderKind::GlobalGood),
            service, level, expires_on, note,
            countries: owned(countries),
            languages: owned(languages),
        }
    }
}

proptest! {
    /// A capability, whatever of it is recorded, reads back as the same capability.
    #[test]
    fn capabilities_read_back(draft in capability()) {
        let facts = draft.parse().unwrap();
        let register = Register::new([
            known(1, "a", StakeholderKind::Group),
            known(2, "b", StakeholderKind::GlobalGood),
        ]);
        let line = CapabilityLine {
            provider: "a", good: "b", visibility: Visibility::Restricted, community: "OpenLMIS", facts: &facts,
        };
        let sheet = Sheet::parse(vec![capability_heading(), capability_cells(&line, None)]).unwrap();
        let rows = plan_capabilities(&sheet, &guess(&sheet), &register, &HashMap::new(), &|| Ok(())).unwrap();
        let CapabilityOutcome::Create(ends) = rows[0].outcome else { panic!("{:?}", rows[0].outcome) };
        let record = rows[0].record.clone().unwrap();
        let id_of = |who| match who {
            Who::Stored(id) => id,
            Who::Row(_) => panic!("no row names a stakeholder"),
        };
        prop_assert_eq!(record.draft(&ends, id_of).parse().unwrap(), facts);
        prop_assert_eq!((record.visibility, record.community.as_str()), (Some(Visibility::Restricted), "OpenLMIS"));
    }
}

/// A relationship with every field, and with two pieces of evidence, reads back as the same.
#[test]
fn relationships_read_back() {
    let heading = "from,kind,to,state,valid_from,valid_to,amount,currency,share_min,share_max,purpose,form,via,strength,note";
    let row = "a,FUNDS,b,ENDED,2019,2020-06,250000,USD,10,20,CORE,IN_KIND,c,3,=so it is";
    let register = Register::new([
        known(1, "a", StakeholderKind::Organization),
        known(2, "b", StakeholderKind::GlobalGood),
        known(3, "c", StakeholderKind::Programme),
    ]);
    let facts = |sheet: &Sheet| {
        let row = plan_relationships(sheet, &guess(sheet), &register, &HashMap::new(), &|| Ok(()))
            .unwrap()
            .remove(0);
        let RelationshipOutcome::Create(ends) = row.outcome else { panic!("{:?}", row.outcome) };
        let id_of = |who| match who {
            Who::Stored(id) => id,
            Who::Row(_) => panic!("no row names a stakeholder"),
        };
        (row.record.unwrap().draft(&ends, id_of).parse().unwrap(), row.evidence)
    };
    let cells = |row: &str| row.split(',').map(str::to_owned).collect::<Vec<_>>();
    let (first, _) = facts(&Sheet::parse(vec![cells(heading), cells(row)]).unwrap());
    assert_eq!(first.note.as_deref(), Some("=so it is"));
    let source = crate::evidence::SourceDraft {
        kind: crate::evidence::SourceKind::Meeting,
        title: "Notes".into(),
        url: "https://example.org".into(),
        published_on: "2018-12".into(),
        licence: "CC-BY-4.0".into(),
        revision_tag: "second".into(),
    };
    let evidence = crate::evidence::EvidenceDraft {
        stance: crate::evidence::Stance::Disputes,
        locator: "line 3".into(),
        note: "-1\n=2".into(),
        asserted_on: "2018".into(),
    };
    let (source_facts, evidence_facts) =
        (source.clone().parse().unwrap(), evidence.clone().parse().unwrap());
    let written =
        EvidenceLine { key: "N", source: &source_facts, facts: &evidence_facts, inferred: true };
    let line = RelationshipLine {
        from: "a",
        to: "b",
        via: "c",
        blocked_by: "",
        visibility: Visibility::Public,
        community: "",
        facts: &first,
    };
    let cells = relationship_cells(&line, Some(&written));
    let sheet = Sheet::parse(vec![relationship_heading(), cells.clone(), cells]).unwrap();
    let (again, read) = facts(&sheet);
    assert_eq!(again, first);
    assert_eq!(read.len(), 2);
    assert_eq!((read[0].draft.clone(), read[0].inferred), (evidence, true));
    assert_eq!(read[0].described, Some(source));
    assert_eq!(BTreeMap::from([("N".to_owned(), source_facts)])["N"].title, "Notes");
}
