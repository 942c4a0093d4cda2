//! What everybody may read, without signing in.

use crate::support::{Role, Setting, play};

/// Everything public is reached by links from the home page, and nothing is offered that needs a role.
#[test]
fn the_public_reads_everything_public() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/").await;
        visitor.press(Role::Link, "Directory").await;
        visitor.fill("Name, alias or acronym", "dhis2 donor").await;
        visitor.press(Role::Link, "DHIS2 Donor Advisory Council").await;
        visitor.find(Role::Heading, "DHIS2 Donor Advisory Council").await;
        visitor.reads("CDC").await;
        for offer in ["Edit", "Add a relationship", "Archive"] {
            assert!(
                !visitor.has(Role::Link, offer).await && !visitor.has(Role::Button, offer).await
            );
        }
        visitor.press(Role::Link, "History").await;
        visitor.find_like(Role::Heading, "History of").await;
        assert!(!visitor.words().await.contains("Undo"));
        visitor.press(Role::Link, "Back to the record").await;
        visitor.press(Role::Link, "On the map").await;
        visitor.find_like(Role::Heading, "Map of DHIS2 Donor Advisory Council").await;
        visitor.press(Role::Link, "Changes").await;
        visitor.find(Role::Heading, "Changes").await;
    });
}

/// What needs a role says so instead of failing: the pipeline, a form, the import.
#[test]
fn closed_doors_are_friendly() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/pipeline").await;
        visitor.reads("Engagements are seen by members of the community.").await;
        for form in ["/import", "/stakeholder/new", "/relationship/new", "/engagement/new"] {
            visitor.open(form).await;
            visitor.reads("Sign in to record this.").await;
        }
        visitor.open("/stakeholder/org_01h2xcejqtf2nbrexx3vqjhp41").await;
        visitor.find(Role::Heading, "Nothing here").await;
    });
}
