//! A relationship as it was read, and the form made of it.

use crate::client::operations;
use crate::form::{Field, Form, Link};
use crate::text::format::number;
use domain::vocabulary::{Tongue, Word};

operations!("graphql/relationship_form.graphql": RelationshipToEdit, RelationshipToUpdate);

/// The record as the API tells it.
pub type Record = relationship_to_edit::RelationshipToEditNodeOnRelationship;
type End = relationship_to_edit::End;

/// The relationship of an answer, when the id was one's.
pub fn record(data: relationship_to_edit::ResponseData) -> Option<Record> {
    match data.node? {
        relationship_to_edit::RelationshipToEditNode::Relationship(record) => Some(*record),
        _ => None,
    }
}

/// The form of a record.
pub fn form(record: &Record, tongue: Tongue) -> Form {
    let digits = |value: Option<i64>| value.map(|value| value.to_string());
    let truth = |value: Option<bool>| value.map(|value| value.to_string());
    Form::new()
        .with(Field::Kind, record.kind.code())
        .with(Field::Source, Some(link(&record.source.end)))
        .with(Field::Target, Some(link(&record.target.end)))
        .with(Field::State, record.state.code())
        .with(Field::ValidFrom, record.valid_from.clone())
        .with(Field::ValidTo, record.valid_to.clone())
        .with(Field::Strength, digits(record.strength))
        .with(Field::Note, record.note.clone())
        .with(Field::Role, record.role.clone())
        .with(Field::Topic, record.topic.clone())
        .with(Field::Constituency, record.constituency.clone())
        .with(Field::Voting, truth(record.voting))
        .with(Field::Cadence, record.cadence.clone())
        .with(Field::LastHeard, record.last_heard.clone())
        .with(Field::BlockedBy, record.blocked_by.as_ref().map(|end| link(&end.end)))
        .with(Field::Amount, record.amount.map(|amount| whole(amount, tongue)))
        .with(Field::Currency, record.currency.clone())
        .with(Field::ShareMin, digits(record.share_min))
        .with(Field::ShareMax, digits(record.share_max))
        .with(Field::Purpose, record.purpose.map(|word| word.code().to_owned()))
        .with(Field::FundingForm, record.form.map(|word| word.code().to_owned()))
        .with(Field::Via, record.via.as_ref().map(|end| link(&end.end)))
        .with(Field::Consent, truth(record.consent))
        .with(Field::Visibility, record.visibility.code())
        .with(Field::Community, record.community.as_ref().map(|community| community.id.clone()))
}

fn link(end: &End) -> Link {
    Link { id: end.id.clone(), name: end.name.clone(), kind: Some(end.kind) }
}

/// An amount as a person would type it: digits in groups.
fn whole(amount: f64, tongue: Tongue) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "amounts are whole units far inside i64")]
    let amount = amount.round() as i64;
    match tongue {
        Tongue::En => amount.to_string(),
        Tongue::Fr => number(amount, tongue),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::relationship::{check, editable};
    use serde_json::json;

    /// A record that is read and not touched passes the rules and changes nothing.
    #[test]
    fn an_untouched_form_changes_nothing() {
        let end = |id: &str, kind: &str| json!({"__typename": "Organization", "id": id, "kind": kind, "name": "Any"});
        let data: relationship_to_edit::ResponseData = serde_json::from_value(json!({"node": {
            "__typename": "Relationship", "id": "rel_1", "kind": "FUNDS", "version": 2,
            "source": end("org_01h2xcejqtf2nbrexx3vqjhp41", "ORGANIZATION"),
            "target": end("good_01h2xcejqtf2nbrexx3vqjhp42", "GLOBAL_GOOD"),
            "validFrom": "2018", "validTo": null, "state": "CONFIRMED", "strength": null, "note": null,
            "role": null, "topic": null, "constituency": null, "voting": null, "cadence": null,
            "lastHeard": null, "blockedBy": null, "amount": 1250000.0, "currency": "USD",
            "shareMin": 10, "shareMax": null, "purpose": "CORE", "form": null, "via": null,
            "consent": null, "visibility": "PUBLIC", "community": null
        }}))
        .unwrap();
        let form = form(&record(data).unwrap(), Tongue::Fr);
        assert_eq!(check(&form).map(|facts| facts.extra.amount), Ok(Some(1_250_000)));
        let fields = editable(form.word(Field::Kind));
        let mut touched = form.clone();
        assert!(touched.changes(&form, &fields).is_empty());
        touched.set(Field::Amount, "1250000");
        touched.set(Field::ShareMin, "");
        let changes = serde_json::Value::Object(touched.changes(&form, &fields));
        assert_eq!(changes, json!({"shareMin": null}));
    }
}
