//! The parts that pages are built from. They know no noun of Banyan and fetch nothing.

mod badge;
mod button;
mod check;
mod combobox;
mod dialog;
mod disclosure;
mod field;
mod icon;
mod id;
mod loaded;
mod menu;
mod notice;
mod pager;
mod select;
mod sort;
mod switch;
mod title;
mod toasts;

pub use badge::{Badge, Hue};
pub use button::{Button, LinkButton, Look, Purpose};
pub use check::{CheckGroup, Checkbox, Option as Checkable};
pub use combobox::{Choice, Combobox, Found};
pub use dialog::{ConfirmDialog, Dialog};
pub use disclosure::Disclosure;
pub use field::{Field, FieldIds, TextField};
pub use icon::{Glyph, Icon};
pub use id::fresh_id;
pub use loaded::{Loaded, LoadedPage};
pub use menu::Menu;
pub use notice::{Empty, FailureNotice, Loading};
pub use pager::Pager;
pub use select::{Select, WordSelect};
pub use sort::{Sort, SortHead, Way};
pub use switch::Segmented;
pub use title::PageTitle;
pub use toasts::Toasts;
