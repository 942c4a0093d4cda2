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
//! * A **community** is the tenant (OpenLMIS, openIMIS ...): it owns **engagements** (where a
//!   conversation with one party about one objective stands) and keeps records of the registry.
//! * A **version** counts the updates of one record; a **revision** is a position in the change log.
//! * A **refusal** is a rule saying no, with a code, the field, and what is missing.

pub mod vocabulary;

pub mod refusal;
pub mod text;

pub mod identifier;
pub mod interval;

pub mod account;
pub mod action;
pub mod api_token;
pub mod community;
pub mod confidence;
pub mod contact;
pub mod country;
pub mod engagement;
pub mod evidence;
pub mod feedback;
pub mod funding;
pub mod language;
pub mod loss;
pub mod policy;
pub mod relationship;
pub mod representation;
pub mod search;
pub mod sheet;
pub mod stakeholder;

pub mod graph;
