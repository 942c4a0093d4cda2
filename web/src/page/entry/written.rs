//! Operations whose input a form writes field by field, so that an update carries only what was
//! changed: absent is unchanged, null is cleared, which a generated input type cannot tell apart.
//! A test holds the names of the fields against the schema.

/// Declares operations of this module again, with free-form variables:
/// `written!(GroupCreation: CreateGroup = create_group);`.
macro_rules! written {
    ($($written:ident: $operation:ident = $module:ident),+ $(,)?) => {$(
        /// The operation with variables as a form writes them.
        pub struct $written;

        impl graphql_client::GraphQLQuery for $written {
            type Variables = serde_json::Value;
            type ResponseData = <$operation as graphql_client::GraphQLQuery>::ResponseData;

            fn build_query(variables: serde_json::Value) -> graphql_client::QueryBody<serde_json::Value> {
                graphql_client::QueryBody {
                    variables,
                    query: $module::QUERY,
                    operation_name: $module::OPERATION_NAME,
                }
            }
        }
    )+};
}
pub(crate) use written;

#[cfg(test)]
mod tests {
    use crate::form::{Field, engagement, evidence, need, relationship, requirement, stakeholder};
    use domain::relationship::RelationshipKind;
    use domain::stakeholder::StakeholderKind;
    use domain::vocabulary::Word;
    use std::collections::BTreeMap;

    /// The fields of every input of the schema, with the type of each.
    fn inputs() -> BTreeMap<&'static str, BTreeMap<&'static str, &'static str>> {
        let schema = include_str!("../../../../schema.graphql");
        let blocks = schema.split("\ninput ").skip(1);
        blocks
            .filter_map(|block| {
                let (head, rest) = block.split_once('{')?;
                let lines = rest.split('}').next()?.lines();
                let fields = lines.filter_map(|line| line.trim().split_once(": "));
                Some((head.split_whitespace().next()?, fields.collect()))
            })
            .collect()
    }

    fn check(input: &str, fields: &[Field]) {
        let inputs = inputs();
        for field in fields {
            let mut at = input;
            for part in field.name().split('.') {
                let known = inputs.get(at).unwrap_or_else(|| panic!("no input {at}"));
                let found = known.get(part).unwrap_or_else(|| panic!("{at} has no {part}"));
                at = found.split(['!', ' ']).next().unwrap_or_default();
            }
        }
    }

    /// Every field that the form of a stakeholder sends is one of its inputs'.
    #[test]
    fn stakeholder_fields_are_in_the_schema() {
        for kind in StakeholderKind::ALL {
            let pascal: String = kind
                .code()
                .split('_')
                .map(|word| format!("{}{}", &word[..1], word[1..].to_ascii_lowercase()))
                .collect();
            check(&format!("Create{pascal}Input"), &stakeholder::fields(*kind));
            check(&format!("Create{pascal}Input"), &[Field::Community]);
            check(&format!("Update{pascal}Input"), &stakeholder::fields(*kind));
        }
    }

    /// Every field that the form of a relationship and its evidence sends is one of its inputs'.
    #[test]
    fn relationship_fields_are_in_the_schema() {
        for kind in RelationshipKind::ALL {
            check("AddRelationshipInput", &relationship::fields(Some(*kind)));
            check("RecordCommitmentInput", &relationship::fields(Some(*kind)));
            check("UpdateRelationshipInput", &relationship::editable(Some(*kind)));
        }
        for origin in [evidence::Origin::Recorded, evidence::Origin::New] {
            check("AddRelationshipInput", &evidence::fields(origin));
            check("RecordCommitmentInput", &evidence::fields(origin));
            check("TieCommitmentInput", &evidence::fields(origin));
            check("AddEvidenceInput", &evidence::fields(origin));
        }
    }

    /// Every field that the forms around an engagement send is one of their inputs'.
    #[test]
    fn engagement_fields_are_in_the_schema() {
        check("OpenEngagementInput", &engagement::opening(engagement::Beginning::Standing));
        check("UpdateEngagementInput", &engagement::editing());
        check("LogInteractionInput", engagement::INTERACTION);
        check("AddActionInput", engagement::ACTION);
        check("RecordEngagementDecisionInput", engagement::DECISION);
        check("TieCommitmentInput", engagement::TIE);
        check("StartOnboardingInput", engagement::ONBOARDING);
        check("SetOnboardingTemplateInput", engagement::ONBOARDING);
        check("AddRequirementInput", requirement::ADDITION);
        check("DecideRequirementInput", requirement::DECISION);
        check("DropActionInput", &[Field::Reason]);
        check("AddGainInput", &[Field::Side, Field::Text, Field::Status]);
        let asked = [Field::To, Field::Note, Field::EndsOn, Field::Reason, Field::DeclinedBy];
        check("TransitionEngagementInput", &asked);
        check("StateNeedInput", need::IDENTITY);
        check("StateNeedInput", need::FACTS);
        check("CloseNeedInput", need::MET);
    }
}
