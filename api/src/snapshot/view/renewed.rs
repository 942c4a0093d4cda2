//! The same viewer later, with the rights of then.

use super::{Snapshot, View};
use std::sync::Arc;

impl View {
    /// The same viewer before another revision, with no more rights than are left there; none when
    /// the account is disabled or gone.
    pub fn renewed(&self, snapshot: Arc<Snapshot>) -> Option<Self> {
        let Some(account) = self.viewer.account() else {
            return Some(self.at(snapshot));
        };
        let viewer = self.viewer.narrowed(&snapshot.viewer(account)?);
        Some(Self::new(snapshot, self.policy.clone(), viewer))
    }

    /// As `renewed`, with all the rights that the account has there.
    pub fn anew(&self, snapshot: Arc<Snapshot>) -> Option<Self> {
        let viewer = snapshot.viewer(self.viewer.account()?)?;
        Some(Self::new(snapshot, self.policy.clone(), viewer))
    }
}
