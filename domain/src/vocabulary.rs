//! Macros that declare a closed word list or a typed id once, for the database, for GraphQL and for
//! the browser. The features `graphql` and `orm` are named nowhere else.

use std::fmt;

/// The languages that every closed word of Banyan exists in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tongue {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

/// A closed word list: every variant has a stable code and an English and a French label.
pub trait Word: Copy + Eq + fmt::Debug + 'static {
    /// Every variant, in the order of declaration.
    const ALL: &'static [Self];
    /// The stable SCREAMING_SNAKE code, as in GraphQL and in the database.
    fn code(self) -> &'static str;
    /// The word shown to people.
    fn label(self, tongue: Tongue) -> &'static str;
    /// The variant with this code.
    fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.code() == code)
    }
}

/// Declares a closed enum with its codes and its labels in both languages.
///
/// A variant without a French label does not compile.
#[macro_export]
macro_rules! vocabulary {
    ($(#[doc = $doc:literal])+ pub enum $name:ident {
        $($(#[doc = $variant_doc:literal])+ $variant:ident = $code:literal, $en:literal | $fr:literal;)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
        #[cfg_attr(feature = "orm", derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum))]
        #[cfg_attr(feature = "orm", sea_orm(rs_type = "String", db_type = "Text"))]
        pub enum $name {
            $(
                $(#[doc = $variant_doc])+
                #[serde(rename = $code)]
                #[cfg_attr(feature = "graphql", graphql(name = $code))]
                #[cfg_attr(feature = "orm", sea_orm(string_value = $code))]
                $variant,
            )+
        }

        impl $crate::vocabulary::Word for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            fn label(self, tongue: $crate::vocabulary::Tongue) -> &'static str {
                match tongue {
                    $crate::vocabulary::Tongue::En => match self { $(Self::$variant => $en),+ },
                    $crate::vocabulary::Tongue::Fr => match self { $(Self::$variant => $fr),+ },
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str($crate::vocabulary::Word::code(*self))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::refusal::UnknownWord;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                $crate::vocabulary::Word::parse(code).ok_or($crate::refusal::UnknownWord)
            }
        }
    };
}

/// Declares a typed id over a UUID; the type keeps one noun's id from standing where another's belongs.
#[macro_export]
macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $name:ident;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        #[cfg(feature = "orm")]
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )+};
}

/// Declares a value that is written as text in the database, in GraphQL and in JSON alike; it
/// needs `Display` and `FromStr`.
#[macro_export]
macro_rules! written {
    ($(#[doc = $doc:literal])+ pub struct $name:ident as $scalar:literal {
        $($(#[doc = $field_doc:literal])+ pub $field:ident: $type:ty,)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
        #[cfg_attr(feature = "orm", sea_orm(value_type = "String"))]
        pub struct $name {
            $($(#[doc = $field_doc])+ pub $field: $type,)+
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        $(#[doc = $doc])+
        #[cfg(feature = "graphql")]
        #[async_graphql::Scalar(name = $scalar)]
        impl async_graphql::ScalarType for $name {
            fn parse(value: async_graphql::Value) -> async_graphql::InputValueResult<Self> {
                match &value {
                    async_graphql::Value::String(text) => Ok(text.parse()?),
                    _ => Err(async_graphql::InputValueError::expected_type(value)),
                }
            }

            fn to_value(&self) -> async_graphql::Value {
                async_graphql::Value::String(self.to_string())
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::completeness::{Question, RecordFact, RecordKind};
    use crate::confidence::Freshness;
    use crate::need::{MatchReason, NeedSide, NeedStatus};
    use crate::requirement::Disposition;
    use crate::{
        account::*, action::*, community::*, engagement::*, evidence::*, interval::*, notes::*,
        policy::*, refusal::*, relationship::*, sheet::*, stakeholder::*, text::*,
    };

    fn check<W: Word>() {
        for (position, word) in W::ALL.iter().enumerate() {
            assert_eq!(W::parse(word.code()), Some(*word));
            assert!(
                word.code()
                    .bytes()
                    .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
            );
            assert!(!word.label(Tongue::En).is_empty() && !word.label(Tongue::Fr).is_empty());
            let plain = ["'", " :", " ;", " ?", " !"];
            let french = word.label(Tongue::Fr);
            assert!(!plain.iter().any(|plain| french.contains(plain)), "not as printed: {french}");
            for other in &W::ALL[position + 1..] {
                assert_ne!(word.label(Tongue::En), other.label(Tongue::En), "{word:?}");
                assert_ne!(word.label(Tongue::Fr), other.label(Tongue::Fr), "{word:?}");
            }
        }
    }

    /// Within one list no two words read alike in either language, and codes parse back. French is
    /// written with its own apostrophe and with no-break spaces.
    #[test]
    fn words_are_distinct_and_parse_back() {
        check::<StakeholderKind>();
        check::<OrganizationType>();
        check::<GroupType>();
        check::<ImplementationStage>();
        check::<ImplementationScope>();
        check::<ProgrammeType>();
        check::<PlaceLevel>();
        check::<SizeBand>();
        check::<Registry>();
        check::<Visibility>();
        check::<RelationshipKind>();
        check::<Layer>();
        check::<RelationshipState>();
        check::<FundingPurpose>();
        check::<FundingForm>();
        check::<Precision>();
        check::<Stance>();
        check::<SourceKind>();
        check::<Freshness>();
        check::<Objective>();
        check::<Stage>();
        check::<GainSide>();
        check::<GainStatus>();
        check::<Channel>();
        check::<Direction>();
        check::<DeclinedBy>();
        check::<ActionState>();
        check::<Role>();
        check::<MemberStatus>();
        check::<LinkPurpose>();
        check::<Action>();
        check::<Locale>();
        check::<RefusalCode>();
        check::<Missing>();
        check::<ProposalKind>();
        check::<Presence>();
        check::<TranslationStatus>();
        check::<TextField>();
        check::<RelationshipField>();
        check::<Table>();
        check::<DateForm>();
        check::<StakeholderColumn>();
        check::<RelationshipColumn>();
        check::<CapabilityColumn>();
        check::<RecordKind>();
        check::<RecordFact>();
        check::<Question>();
        check::<ReviewOutcome>();
        check::<StuckReason>();
        check::<SuggestionReason>();
        check::<Disposition>();
        check::<NeedSide>();
        check::<NeedStatus>();
        check::<MatchReason>();
    }
}
