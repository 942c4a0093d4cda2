//! The words and rules of Banyan, with no I/O, no clock and no async, so that the API enforces and
//! the browser shows the very same ones.
//!
//! Glossary, in reading order:
//!
//! * A **stakeholder** is a party: an organization, a global good, a group, an implementation, a
//!   programme, a person, a place or a segment. Its kind says what it *is*; its role is what its
//!   relationships say.
//! * A **relationship** joins two stakeholders: typed, dated, in a state, resting on evidence.
//! * **Evidence** is one place in one **source** that supports or disputes a relationship.
//! * A **capability** is a service that an organization or a group can give for a good, at a level.
//! * A **need** is a service that a party looks for, or offers; somebody else may match it.
//! * A **requirement** is what users of an implementation ask for, and where it belongs.
//! * A **saved view** is what a page shows, kept under a title.
//! * A **community** is the tenant (OpenLMIS, openIMIS ...): it owns **engagements** (where a
//!   conversation with one party about one objective stands) and keeps records of the registry.
//! * A **machine** is a table of states and moves; one engine reads all of them.
//! * A **meeting** is where people of a community sat together: who, what was said and decided.
//! * A **proposal** is what a sentence of somebody's notes says, before anybody has accepted it.
//! * A **version** counts the updates of one record; a **revision** is a position in the change log.
//! * A **refusal** is a rule saying no, with a code, the field, and what is missing.

pub mod vocabulary;

pub mod refusal;
pub mod text;

pub mod dating;
pub mod identifier;
pub mod interval;
pub mod line;

pub mod account;
pub mod action;
pub mod api_token;
pub mod attention;
pub mod capability;
pub mod community;
pub mod completeness;
pub mod confidence;
pub mod contact;
pub mod country;
pub mod duplicate;
pub mod engagement;
pub mod evidence;
pub mod feedback;
pub mod funding;
pub mod introduction;
pub mod language;
pub mod loss;
pub mod machine;
pub mod measure;
pub mod meeting;
pub mod mention;
pub mod need;
pub mod news;
pub mod notes;
pub mod peer;
pub mod policy;
pub mod proposal;
pub mod relationship;
pub mod representation;
pub mod requirement;
pub mod review;
pub mod saved_view;
pub mod search;
pub mod sheet;
pub mod stakeholder;

pub mod graph;
