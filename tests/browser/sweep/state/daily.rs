//! The pages of daily work: meetings and their notes, what waits for review, the outreach plan, requirements.

use super::Step::{Fill, FirstRow, Open, Press};
use super::{State, Step, Words};
use crate::support::Role;

const RECORD_A_MEETING: Words = ("Record a meeting", "Consigner une réunion");
const RECORD_A_REQUIREMENT: Words = ("Record a requirement", "Saisir une exigence");
const TITLE: Step = Fill(("Title", "Titre"), "OpenLMIS");
const DAY: Step = Fill(("Day", "Jour"), "2026-06-01");
const RECORD: Step = Press(Role::Button, RECORD_A_MEETING);

/// What those see of it who are not signed in.
pub const CLOSED: &[State] = &[
    State::new("meetings, closed", &[Open("/meetings")]),
    State::new("review queue, closed", &[Open("/review")]),
    State::new("outreach plan, closed", &[Open("/outreach")]),
    State::new("requirements, nothing", &[Open("/requirements")]),
    State::new(
        "correction",
        &[
            Open("/directory?q=openlmis&kind=GLOBAL_GOOD"),
            FirstRow,
            Press(Role::Summary, ("Suggest a correction", "Suggérer une correction")),
        ],
    ),
];

/// What members see of it.
pub const DAILY: &[State] = &[
    State::new("meetings", &[Open("/meetings")]),
    State::new(
        "meeting, refused",
        &[
            Open("/meetings"),
            Press(Role::Summary, RECORD_A_MEETING),
            Press(Role::Button, RECORD_A_MEETING),
        ],
    ),
    State::new(
        "meeting, notes",
        &[Open("/meetings"), Press(Role::Summary, RECORD_A_MEETING), TITLE, DAY, RECORD],
    ),
    State::new(
        "meeting, proposals",
        &[
            Open("/meetings"),
            Press(Role::Summary, RECORD_A_MEETING),
            TITLE,
            DAY,
            RECORD,
            Fill(
                ("Notes", "Notes"),
                "Gavi funds OpenLMIS since 2024.\n\nAction: call DIAL by 30 June 2027.",
            ),
            Press(Role::Button, ("Save and read the notes", "Enregistrer et lire les notes")),
        ],
    ),
    State::new("review queue", &[Open("/review")]),
    State::new("outreach plan", &[Open("/outreach")]),
    State::new(
        "requirements, refused",
        &[
            Open("/requirements"),
            Press(Role::Summary, RECORD_A_REQUIREMENT),
            Press(Role::Button, RECORD_A_REQUIREMENT),
        ],
    ),
];
