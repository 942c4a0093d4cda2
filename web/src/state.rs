//! What the whole page knows: who is signed in, in which language, in which light, what the
//! address says, and what has been loaded.

pub mod language;
pub mod load;
pub mod paging;
pub mod query;
pub mod session;
pub mod theme;
pub mod toast;
pub mod unsaved;

pub use language::{locale, tongue};
pub use load::{Load, load};
pub use query::{UrlQuery, url_query};
pub use session::{Session, place, session};
pub use toast::{Toaster, toaster};
