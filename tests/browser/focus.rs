//! Where the focus goes when what had it is gone.

use thirtyfour::Key;

use crate::support::{Account, Role, Setting, Visitor, play};

/// On the page of an engagement the focus stays with the work: in the form that a button opens, on the
/// part that it leaves, and in the line that was just added to.
#[test]
fn the_focus_stays_with_the_work() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        visitor.open("/directory?q=central+medical+stores").await;
        visitor.press(Role::Link, "Central medical stores").await;
        visitor.settle().await;
        visitor.evaluate("document.querySelector('main a[href^=\"/engagement/\"]').click()").await;
        visitor.is_at("/engagement/").await;
        visitor.settle().await;
        let facts = visitor.find_part("facts").await;
        visitor.press_in(&facts, Role::Button, "Edit").await;
        visitor.settle().await;
        assert_eq!(focused(visitor).await, "why");
        visitor.press_in(&facts, Role::Button, "Cancel").await;
        visitor.settle().await;
        assert_eq!(focused(visitor).await, "facts");

        visitor.fill("They gain", "Fewer empty shelves").await;
        visitor.keys(&[Key::Enter]).await;
        visitor.reads("Fewer empty shelves").await;
        visitor.settle().await;
        assert_eq!(focused(visitor).await, "text");
        visitor.type_on("Better forecasts").await;
        visitor.keys(&[Key::Enter]).await;
        visitor.reads("Better forecasts").await;
    });
}

/// Signing out leaves the focus on the content, not nowhere.
#[test]
fn signing_out_leads_to_the_content() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        visitor.press_like(Role::Summary, "Demo editor").await;
        visitor.press(Role::Button, "Sign out").await;
        visitor.reads("You are signed out.").await;
        visitor.settle().await;
        assert_eq!(focused(visitor).await, "content");
    });
}

/// The name of the control that has the focus, or the id of the part.
async fn focused(visitor: &Visitor) -> String {
    let focused = "const one = document.activeElement; return one.getAttribute('name') || one.id";
    visitor.evaluate(focused).await.as_str().unwrap_or_default().to_owned()
}
