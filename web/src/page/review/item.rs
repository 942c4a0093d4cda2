//! One thing that waits: why, since when, and what can be done about it.

use super::review_queue::ReviewQueueReviewQueueNodesRecord as Record;
use super::review_queue::{ReviewNamed, ReviewQueueReviewQueueNodes as Row};
use super::{Key, ProposalKind};
use crate::client::{self, operations};
use crate::page::address::record_address;
use crate::page::meeting::proposal::{Card, Hands, Shown};
use crate::state::tongue;
use crate::text::failure::failure_text;
use crate::text::format::{capital, date};
use crate::text::{MeetingText, ReviewText};
use crate::ui::{Badge, Button, Hue, LinkButton, Look};
use domain::duplicate::Likeness;
use domain::review::{ReviewReason, ReviewStep};
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;
use leptos::task::spawn_local;

operations!("graphql/review.graphql": ReviewConfirm, ReviewRetract);

/// Something that waits, with what is asked about it.
#[derive(Clone)]
pub struct Held {
    /// What.
    pub waiting: Waiting,
    /// What is asked.
    pub hands: Hands,
}

/// Something that waits, as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    reason: ReviewReason,
    since: String,
    steps: Vec<ReviewStep>,
    what: What,
}

#[derive(Clone, Debug, PartialEq)]
enum What {
    Proposal {
        shown: Box<Shown>,
        meeting: Option<(String, String)>,
        contact: Option<String>,
    },
    Relationship {
        id: String,
        version: i64,
        kind: super::RelationshipKind,
        from: String,
        to: String,
    },
    Stakeholder {
        id: String,
        name: String,
        other: Option<(String, String)>,
        likeness: Option<Likeness>,
    },
}

fn named(row: ReviewNamed) -> (String, String) {
    (row.id, row.name)
}

impl Waiting {
    /// What was read, when it is something that this page knows.
    pub fn read(row: Row) -> Option<Self> {
        let other = row.other.map(named);
        let likeness = row.likeness;
        let what = match row.record {
            Record::Proposal(one) => {
                let one = *one;
                What::Proposal {
                    meeting: one.meeting.map(|meeting| (meeting.id, meeting.title)),
                    contact: one.contact,
                    shown: Box::new(Shown {
                        id: one.id,
                        version: one.version,
                        kind: one.kind,
                        state: one.state,
                        community: one.community.id,
                        visibility: one.visibility,
                        quote: one.quote,
                        kinds: one.kinds,
                        source: one.source.into_iter().map(named).collect(),
                        target: one.target.into_iter().map(named).collect(),
                        valid_from: one.valid_from,
                        valid_to: one.valid_to,
                        objective: one.objective,
                        text: one.text,
                        owner: one.owner.map(|owner| owner.display_name).or(one.owner_name),
                        due_on: one.due_on,
                        attendees: one
                            .attendees
                            .into_iter()
                            .filter_map(|row| row.stakeholder.map(|it| it.name).or(row.name))
                            .collect(),
                        missing: one.missing,
                        reason: one.reason,
                        result: None,
                    }),
                }
            }
            Record::Relationship(one) => What::Relationship {
                id: one.id,
                version: one.version,
                kind: one.relationship_kind,
                from: one.from.name,
                to: one.to.name,
            },
            record => {
                let (id, name) = stakeholder(record)?;
                What::Stakeholder { id, name, other, likeness }
            }
        };
        Some(Self { reason: row.reason, since: row.since, steps: row.steps, what })
    }

    fn may(&self, step: ReviewStep) -> bool {
        self.steps.contains(&step)
    }

    /// The page of the record.
    fn address(&self) -> Option<String> {
        match &self.what {
            What::Proposal { meeting, shown, .. } => match (meeting, shown.source.first()) {
                (Some((id, _)), _) => Some(format!("/meeting/{id}")),
                (None, Some((id, _))) => record_address(id),
                (None, None) => None,
            },
            What::Relationship { id, .. } | What::Stakeholder { id, .. } => record_address(id),
        }
    }
}

/// The id and the name of a stakeholder of whichever kind.
fn stakeholder(record: Record) -> Option<(String, String)> {
    macro_rules! of_kind {
        ($($kind:ident),+) => {
            match record {
                $(Record::$kind(one) => Some((one.id, one.name)),)+
                _ => None,
            }
        };
    }
    of_kind!(Organization, GlobalGood, Group, Implementation, Programme, Person, Place, Segment)
}

impl Held {
    /// Does what a key says, when it may be done here.
    pub(super) fn press(&self, key: Key, go: &dyn Fn(&str), changed: Callback<()>) {
        match (&self.waiting.what, key) {
            (What::Proposal { shown, .. }, Key::Accept) if self.waiting.may(ReviewStep::Accept) => {
                self.hands.accept(shown);
            }
            (What::Proposal { shown, .. }, Key::Edit)
                if self.waiting.may(ReviewStep::Edit) && shown.is_editable() =>
            {
                self.hands.editing.set(true);
            }
            (What::Proposal { .. }, Key::Reject) if self.waiting.may(ReviewStep::Reject) => {
                self.hands.rejecting.set(true);
            }
            (What::Relationship { id, version, .. }, Key::Accept)
                if self.waiting.may(ReviewStep::Accept) =>
            {
                confirm(id.clone(), *version, self.hands, changed);
            }
            (_, Key::Edit) => {
                if let Some(address) = self.waiting.address() {
                    go(&address);
                }
            }
            _ => {}
        }
    }
}

fn confirm(id: String, version: i64, hands: Hands, changed: Callback<()>) {
    let work = client::send::<ReviewConfirm>(review_confirm::Variables { id, version });
    settle(async move { work.await.map(|_| ()) }, hands, changed);
}

fn retract(id: String, version: i64, hands: Hands, changed: Callback<()>) {
    let work = client::send::<ReviewRetract>(review_retract::Variables { id, version });
    settle(async move { work.await.map(|_| ()) }, hands, changed);
}

fn settle(
    work: impl Future<Output = Result<(), client::Failure>> + 'static,
    hands: Hands,
    changed: Callback<()>,
) {
    let Hands { toaster, tongue, .. } = hands;
    spawn_local(async move {
        match work.await {
            Ok(()) => toaster.done(ReviewText(tongue).settled()),
            Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
        }
        changed.try_run(());
    });
}

/// Why something waits, and what it is.
#[component]
pub fn Entry(
    /// What waits.
    held: Held,
    /// Runs when something was decided.
    changed: Callback<()>,
) -> impl IntoView {
    let (text, tongue) = (ReviewText::here(), tongue());
    let Held { waiting, hands } = held;
    let hue = match waiting.reason {
        ReviewReason::Disputed | ReviewReason::Contradicted => Hue::Bad,
        ReviewReason::Correction => Hue::Warning,
        _ => Hue::Plain,
    };
    let since = text.since(&date(waiting.since.get(..10).unwrap_or(&waiting.since), tongue));
    let open = waiting.address();
    let tools = Tools { steps: waiting.steps.clone(), open };
    let body = match waiting.what {
        What::Proposal { shown, meeting, contact } => {
            let about = about(&shown, tongue);
            let meeting = meeting.map(|(id, title)| {
                view! { <p class="small"><a href=format!("/meeting/{id}")>{title}</a></p> }
            });
            let contact = contact.map(|contact| {
                view! { <p class="small">{text.reach()}": "{contact}</p> }
            });
            view! { {about}{meeting}<Card shown=*shown hands/>{contact} }.into_any()
        }
        What::Relationship { id, version, kind, from, to } => {
            let line = format!("{from} · {} · {to}", kind.label(tongue));
            view! {
                <p class="relationship-line">{line.clone()}</p>
                <Settle id version line tools hands changed/>
            }
            .into_any()
        }
        What::Stakeholder { id, name, other, likeness } => {
            let why = likeness.map(|why| view! { <span class="muted">{why.label(tongue)}</span> });
            let other = other.map(|(id, name)| {
                view! { " ↔ "<a href=format!("/stakeholder/{id}")>{name}</a> }
            });
            view! {
                <p class="relationship-line">
                    <a href=format!("/stakeholder/{id}")>{name}</a>{other}" "{why}
                </p>
            }
            .into_any()
        }
    };
    view! {
        <p class="relationship-line">
            <Badge text=capital(waiting.reason.label(tongue)) hue/>
            <span class="muted small">{since}</span>
        </p>
        {body}
    }
}

/// Whom a correction is about.
fn about(shown: &Shown, tongue: Tongue) -> Option<impl IntoView + use<>> {
    let label = MeetingText(tongue).source();
    let (id, name) = shown.source.first().filter(|_| shown.kind == ProposalKind::Correction)?;
    let href = format!("/stakeholder/{id}");
    Some(view! { <p class="small">{label}" "<a href=href>{name.clone()}</a></p> })
}

#[derive(Clone)]
struct Tools {
    steps: Vec<ReviewStep>,
    open: Option<String>,
}

#[component]
fn Settle(
    id: String,
    version: i64,
    line: String,
    tools: Tools,
    hands: Hands,
    changed: Callback<()>,
) -> impl IntoView {
    let text = ReviewText::here();
    let may = |step| tools.steps.contains(&step);
    let (confirmed, retracted) = (id.clone(), id);
    let hidden = line.clone();
    let accept = may(ReviewStep::Accept).then(|| {
        view! {
            <Button
                look=Look::Primary
                on_press=move |()| confirm(confirmed.clone(), version, hands, changed)
            >
                {text.confirm()}<span class="hidden">": "{hidden}</span>
            </Button>
        }
    });
    let reject = may(ReviewStep::Reject).then(|| {
        view! {
            <Button on_press=move |()| retract(retracted.clone(), version, hands, changed)>
                {text.retract()}<span class="hidden">": "{line}</span>
            </Button>
        }
    });
    let open = tools.open.map(|href| view! { <LinkButton href>{text.open()}</LinkButton> });
    view! { <div class="actions">{accept}{open}{reject}</div> }
}
