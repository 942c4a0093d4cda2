//! Where a fact comes from: source, place in it, and what it says.

mod form;
pub use form::{EvidenceEntries, EvidenceForm};

use super::mark::{InferredMark, VisibilityMark};
use crate::state::{session, tongue};
use crate::text::{EvidenceText, ShellText, format};
use crate::ui::{Badge, Disclosure, Glyph, Hue, Icon};
use domain::evidence::{SourceKind, Stance};
use domain::policy::{Action, Place};
use domain::stakeholder::Visibility;
use domain::text::parse_url;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// One piece of evidence, as any operation brings it.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// For or against.
    pub stance: Stance,
    /// Where in the source: line, page, minute.
    pub locator: Option<String>,
    /// What it says.
    pub note: Option<String>,
    /// When it was said.
    pub asserted_on: Option<String>,
    /// Whether it was concluded rather than said.
    pub inferred: bool,
    /// Who may see it.
    pub visibility: Visibility,
    /// The source.
    pub source: Source,
}

/// The source of a piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What kind of thing it is.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// When it was published.
    pub published_on: Option<String>,
    /// Which state of it is meant.
    pub revision_tag: Option<String>,
}

/// Takes the fragment `EvidenceParts` of these operations' modules as `Evidence`.
macro_rules! evidence_of {
    ($($module:ident),+ $(,)?) => {$(
        impl From<$module::EvidenceParts> for $crate::page::evidence::Evidence {
            fn from(parts: $module::EvidenceParts) -> Self {
                Self {
                    stance: parts.stance,
                    locator: parts.locator,
                    note: parts.note,
                    asserted_on: parts.asserted_on,
                    inferred: parts.inferred,
                    visibility: parts.visibility,
                    source: $crate::page::evidence::Source {
                        kind: parts.source.kind,
                        title: parts.source.title,
                        url: parts.source.url,
                        published_on: parts.source.published_on,
                        revision_tag: parts.source.revision_tag,
                    },
                }
            }
        }
    )+};
}
pub(crate) use evidence_of;

/// The form that adds one more piece, opened in place; nothing for those who may not.
#[component]
pub fn AddEvidence(
    /// The id of what it is about.
    subject: String,
    /// Where that stands.
    place: Place,
    /// Told when a piece was added.
    added: Callback<()>,
) -> impl IntoView {
    let session = session();
    move || {
        let subject = subject.clone();
        session.can(Action::AddEvidence, place).then(|| {
            view! {
                <Disclosure summary=move || EvidenceText::here().add()>
                    <EvidenceForm subject on_added=added/>
                </Disclosure>
            }
        })
    }
}

/// Every piece of evidence of something, or the sentence that there is none.
#[component]
pub fn EvidenceList(
    /// The pieces.
    evidence: Vec<Evidence>,
) -> impl IntoView {
    if evidence.is_empty() {
        return view! { <p class="muted">{EvidenceText::here().none()}</p> }.into_any();
    }
    let items = evidence.into_iter().map(|evidence| view! { <EvidenceItem evidence/> });
    view! { <ul class="evidence">{items.collect_view()}</ul> }.into_any()
}

#[component]
fn EvidenceItem(evidence: Evidence) -> impl IntoView {
    let (text, tongue) = (EvidenceText::here(), tongue());
    let against = evidence.stance == Stance::Disputes;
    let said = evidence.asserted_on.map(|on| text.said_on(&format::date(&on, tongue)));
    let locator =
        evidence.locator.map(|locator| view! { <span class="evidence-locator">{locator}</span> });
    view! {
        <li class:evidence-against=against>
            <p class="relationship-line">
                <SourceName source=evidence.source/>
                {locator}
                {against.then(|| view! { <Badge hue=Hue::Bad text=evidence.stance.label(tongue)/> })}
                <InferredMark inferred=evidence.inferred/>
                <VisibilityMark visibility=evidence.visibility/>
            </p>
            {evidence.note.map(|note| view! { <p>{note}</p> })}
            {said.map(|said| view! { <p class="muted small">{said}</p> })}
        </li>
    }
}

/// The source's title, a link where it has an address that is safe to follow, and its date.
#[component]
fn SourceName(source: Source) -> impl IntoView {
    let tongue = tongue();
    let link = source.url.and_then(|url| parse_url(&url, "url").ok().flatten());
    let title = source.title;
    let name = match link {
        Some(url) => view! {
            <a href=url rel="external noopener noreferrer">
                {title}
                " "
                <Icon glyph=Glyph::Outside/>
                <span class="hidden">{ShellText::here().new_window()}</span>
            </a>
        }
        .into_any(),
        None => view! { <cite>{title}</cite> }.into_any(),
    };
    let about = [
        Some(source.kind.label(tongue).to_owned()),
        source.published_on.map(|on| format::date(&on, tongue)),
        source.revision_tag,
    ];
    let about: Vec<_> = about.into_iter().flatten().collect();
    (name, view! { <span class="muted small">{about.join(", ")}</span> })
}
