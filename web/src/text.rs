//! What the pages say, in English and French side by side: a text without its French form does not
//! compile. The closed words are `domain`'s and are not repeated here.

#[cfg(feature = "account")]
mod account;
#[cfg(feature = "working")]
mod actions;
#[cfg(feature = "account")]
mod api_token;
#[cfg(feature = "planning")]
mod attention;
mod compare;
#[cfg(feature = "auditing")]
mod completeness;
#[cfg(feature = "reading")]
mod correction;
#[cfg(feature = "planning")]
mod coverage;
mod diff;
mod directory;
mod entrance;
mod evidence;
mod export;
pub mod failure;
#[cfg(feature = "answering")]
mod feedback;
mod form;
pub mod format;
#[cfg(feature = "answering")]
mod funding;
mod history;
mod home;
mod import;
#[cfg(feature = "answering")]
mod introduction;
pub mod kind;
#[cfg(feature = "engaging")]
mod log;
#[cfg(feature = "planning")]
mod loss;
mod map;
#[cfg(feature = "meeting")]
mod meeting;
#[cfg(feature = "account")]
mod members;
#[cfg(feature = "preparing")]
mod need;
#[cfg(feature = "supporting")]
mod network;
#[cfg(feature = "preparing")]
mod outreach;
#[cfg(feature = "planning")]
mod peer;
mod pipeline;
mod profile;
mod questions;
mod relationship;
mod reliability;
#[cfg(feature = "answering")]
mod representation;
#[cfg(feature = "preparing")]
mod requirement;
mod saved_view;
mod shell;
mod signin;
mod support;

#[cfg(feature = "account")]
pub use account::{AccountText, ToldText};
#[cfg(feature = "working")]
pub use actions::ActionsText;
#[cfg(feature = "account")]
pub use api_token::ApiTokenText;
#[cfg(feature = "planning")]
pub use attention::{AttentionText, BriefText};
pub use compare::CompareText;
#[cfg(feature = "auditing")]
pub use completeness::CompletenessText;
#[cfg(feature = "reading")]
pub use correction::CorrectionText;
#[cfg(feature = "planning")]
pub use coverage::CoverageText;
pub use diff::DiffText;
pub use directory::DirectoryText;
pub use entrance::EntranceText;
pub use evidence::EvidenceText;
pub use export::ExportText;
#[cfg(feature = "answering")]
pub use feedback::FeedbackText;
pub use form::{EngagementFormText, FormText, RelationshipFormText, StakeholderFormText};
#[cfg(feature = "answering")]
pub use funding::FundingText;
pub use history::{HistoryText, noun as change_noun, stored_field};
pub use home::HomeText;
pub use import::ImportText;
#[cfg(feature = "answering")]
pub use introduction::IntroductionText;
#[cfg(feature = "engaging")]
pub use log::LogText;
#[cfg(feature = "planning")]
pub use loss::LossText;
pub use map::MapText;
#[cfg(feature = "meeting")]
pub use meeting::{MeetingText, ReviewText};
#[cfg(feature = "account")]
pub use members::MembersText;
#[cfg(feature = "preparing")]
pub use need::NeedText;
#[cfg(feature = "supporting")]
pub use network::NetworkText;
#[cfg(feature = "preparing")]
pub use outreach::OutreachText;
#[cfg(feature = "planning")]
pub use peer::PeerText;
pub use pipeline::{BoardText, EngagementText};
pub use profile::ProfileText;
pub use questions::QuestionsText;
pub use relationship::RelationshipText;
pub use reliability::ReliabilityText;
#[cfg(feature = "answering")]
pub use representation::RepresentationText;
#[cfg(feature = "preparing")]
pub use requirement::RequirementText;
pub use saved_view::SavedViewText;
pub use shell::ShellText;
pub use signin::SignInText;
pub use support::{CapabilityText, SupportText};

/// Declares the texts of a page: fixed ones, then sentences with something in them.
///
/// ```ignore
/// texts! {
///     /// What the directory says.
///     DirectoryText {
///         title = "Directory" | "Répertoire";
///     }
///     with {
///         found(count: i64) = format!("{count} found"), format!("{count} résultats");
///     }
/// }
/// let text = DirectoryText::here();   // in the language the page is being built in
/// view! { <h1>{text.title()}</h1> }
/// ```
macro_rules! texts {
    ($(#[doc = $doc:literal])+ $name:ident {
        $($fixed:ident = $fixed_en:literal | $fixed_fr:literal;)*
    } $(with {
        $($made:ident($($argument:ident: $type:ty),+ $(,)?) = $made_en:expr, $made_fr:expr;)*
    })?) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy)]
        pub struct $name(pub domain::vocabulary::Tongue);

        impl $name {
            /// The texts in the language in which the page is being built.
            pub fn here() -> Self {
                Self($crate::state::tongue())
            }

            $(
                #[doc = $fixed_en]
                pub fn $fixed(self) -> &'static str {
                    match self.0 {
                        domain::vocabulary::Tongue::En => $fixed_en,
                        domain::vocabulary::Tongue::Fr => $fixed_fr,
                    }
                }
            )*

            $($(
                /// A sentence with something in it.
                pub fn $made(self, $($argument: $type),+) -> String {
                    match self.0 {
                        domain::vocabulary::Tongue::En => String::from($made_en),
                        domain::vocabulary::Tongue::Fr => String::from($made_fr),
                    }
                }
            )*)?

            /// Every fixed text in both languages, for the check of their typography.
            #[cfg(test)]
            pub const FIXED: &'static [(&'static str, &'static str)] =
                &[$(($fixed_en, $fixed_fr)),*];
        }
    };
}
pub(crate) use texts;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(texts: &[(&str, &str)]) {
        for (en, fr) in texts {
            assert!(!en.is_empty() && !fr.is_empty(), "{en} | {fr}");
            assert!(!fr.contains('\''), "French wants ’: {fr}");
            assert!(!fr.contains('"'), "French wants « »: {fr}");
            let mut before = ' ';
            for mark in fr.chars() {
                if matches!(mark, ':' | ';' | '?' | '!' | '»') {
                    let is_space = matches!(before, '\u{a0}' | '\u{202f}');
                    assert!(is_space, "French wants a no-break space before {mark}: {fr}");
                }
                before = mark;
            }
            assert!(!fr.contains("« "), "French wants a no-break space after «: {fr}");
        }
    }

    /// French texts follow French typography.
    #[test]
    fn french_is_set_as_french() {
        check(DirectoryText::FIXED);
        check(CompareText::FIXED);
        check(LogText::FIXED);
        check(CompletenessText::FIXED);
        check(AttentionText::FIXED);
        check(BriefText::FIXED);
        check(CoverageText::FIXED);
        check(DiffText::FIXED);
        check(AccountText::FIXED);
        check(ToldText::FIXED);
        check(ActionsText::FIXED);
        check(ApiTokenText::FIXED);
        check(MembersText::FIXED);
        check(EntranceText::FIXED);
        check(EvidenceText::FIXED);
        check(ExportText::FIXED);
        check(FeedbackText::FIXED);
        check(HomeText::FIXED);
        check(PeerText::FIXED);
        check(ProfileText::FIXED);
        check(FundingText::FIXED);
        check(LossText::FIXED);
        check(QuestionsText::FIXED);
        check(ReliabilityText::FIXED);
        check(RelationshipText::FIXED);
        check(RepresentationText::FIXED);
        check(OutreachText::FIXED);
        check(RequirementText::FIXED);
        check(SavedViewText::FIXED);
        check(ShellText::FIXED);
        check(SignInText::FIXED);
        check(SupportText::FIXED);
        check(CapabilityText::FIXED);
        check(MapText::FIXED);
        check(MeetingText::FIXED);
        check(ReviewText::FIXED);
        check(CorrectionText::FIXED);
        check(NeedText::FIXED);
        check(NetworkText::FIXED);
        check(FormText::FIXED);
        check(ImportText::FIXED);
        check(IntroductionText::FIXED);
        check(HistoryText::FIXED);
        check(BoardText::FIXED);
        check(EngagementText::FIXED);
        check(StakeholderFormText::FIXED);
        check(RelationshipFormText::FIXED);
        check(EngagementFormText::FIXED);
    }
}
