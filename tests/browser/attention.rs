//! Monday morning: whom to call and why, and the page to read before the call.

use crate::support::{Account, Role, Setting, play};

/// From Home one press leads to those to call, each with reasons and the last sentence; one more leads to
/// the page about the partner, which French tells as well.
#[test]
fn monday_morning_leads_to_the_brief() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/").await;
        visitor.press(Role::Link, "Whom to call, and what else wants attention").await;
        visitor.reads("was due").await;
        visitor.reads("Last spoken on").await;
        visitor.press_first_like(Role::Link, "Before the call").await;
        visitor.reads("What was last said").await;
        visitor.reads("What comes next").await;
        visitor.switch_language().await;
        visitor.reads("Ce qui s’est dit en dernier").await;
        visitor.open("/attention?rule=SILENT").await;
        visitor.reads("il était convenu tous les").await;
    });
}

/// Nobody learns of the work of a community who is no member of it; what is public wants attention too.
#[test]
fn visitors_see_no_work() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/attention").await;
        visitor.reads("Nobody has to be called by what is recorded").await;
    });
}
