//! Saying that a capability holds.

use super::{Capability, CapabilityToVerify, capability_to_verify};
use crate::client;
use crate::state::{place, session, toaster, tongue};
use crate::text::CapabilityText;
use crate::text::failure::failure_text;
use crate::ui::{Button, ConfirmDialog, Look};
use domain::policy::Action;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The button, after a question; nothing for those who may not verify.
#[component]
pub fn Verify(
    /// The capability.
    capability: Capability,
    /// Told when it is verified, or when somebody else was faster.
    changed: Callback<()>,
) -> impl IntoView {
    let (text, tongue) = (CapabilityText::here(), tongue());
    let (session, toaster) = (session(), toaster());
    let (busy, asking) = (RwSignal::new(false), RwSignal::new(false));
    let community = capability.community.as_ref().map(|community| community.id.as_str());
    let place = place(community, capability.visibility);
    let (id, version) = (StoredValue::new(capability.id), capability.version);
    let word = if capability.verified { text.verify_again() } else { text.verify() };
    let verify = Callback::new(move |()| {
        busy.set(true);
        let variables = capability_to_verify::Variables { id: id.get_value(), version };
        spawn_local(async move {
            let answer = client::send::<CapabilityToVerify>(variables).await;
            busy.try_set(false);
            match answer {
                Ok(_) => toaster.done(text.done()),
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
            changed.try_run(());
        });
    });
    move || {
        session.can(Action::VerifyCapability, place).then(|| {
            view! {
                <Button look=Look::Primary busy on_press=move |()| asking.set(true)>{word}</Button>
                <ConfirmDialog
                    title=text.verify_question()
                    message=text.verify_meaning()
                    confirm=word
                    open=asking
                    on_confirm=verify
                />
            }
        })
    }
}
