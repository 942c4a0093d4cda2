//! What a thing on a page is to those who use it.

/// The role of an element, by which people and their readers tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Something to press.
    Button,
    /// A line that opens to show more.
    Summary,
    /// A way to another page.
    Link,
    /// Something to write in.
    Field,
    /// A list of which one is chosen.
    Choice,
    /// A box with suggestions below.
    Combobox,
    /// A suggestion.
    Suggestion,
    /// One of several of which one holds.
    Radio,
    /// A heading.
    Heading,
    /// An item of a list.
    Item,
    /// A dialog.
    Dialog,
    /// A card that can be carried.
    Card,
    /// A part of the page with a name.
    Region,
}

impl Role {
    /// The elements that have it.
    pub fn selector(self) -> &'static str {
        match self {
            Self::Button => "button, [role=button], input[type=submit]",
            Self::Summary => "summary",
            Self::Link => "a[href]",
            Self::Field => {
                "input:not([type=checkbox], [type=radio], [type=submit], [type=file], [role=combobox]), textarea"
            }
            Self::Choice => "select",
            Self::Combobox => "[role=combobox]",
            Self::Suggestion => "[role=option]",
            // People press the word; the box itself may be too small to be pressed.
            Self::Radio => "label:has(> input[type=radio])",
            Self::Heading => "h1, h2, h3, h4",
            Self::Item => "li",
            Self::Dialog => "dialog[open]",
            Self::Card => ".card[role=group]",
            Self::Region => "section, fieldset, search, nav",
        }
    }
}
