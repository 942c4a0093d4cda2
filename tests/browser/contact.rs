//! Logging contacts on the page of an engagement.

use crate::support::{Account, Role, Setting, play};

/// A contact is logged together with the step that follows, and the next one after it, without the
/// page having to be opened anew.
#[test]
fn a_contact_sets_the_next_step() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        visitor.press(Role::Link, "Pipeline").await;
        visitor.settle().await;
        visitor.press_like(Role::Link, "Local vendors").await;
        visitor.find_like(Role::Heading, "Local vendors").await;
        visitor.settle().await;
        for (said, next) in [("They answered.", "Send the terms"), ("Sent.", "Ask for a reply")] {
            if !visitor.has(Role::Field, "Next step").await {
                visitor.press(Role::Summary, "And then (optional)").await;
            }
            visitor.fill("What was said", said).await;
            visitor.fill("Next step", next).await;
            visitor.press(Role::Button, "Log").await;
            visitor.reads("Logged.").await;
            visitor.reads(said).await;
            visitor.reads(next).await;
            visitor.settle().await;
        }
    });
}
