//! How many sockets are open and subscriptions followed, and by whom.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::http::graphql::caller::Payer;

/// All who have something open.
#[derive(Clone, Debug)]
pub struct Crowd {
    open: Arc<Mutex<HashMap<Payer, usize>>>,
    of_one: usize,
    of_all: usize,
}

/// A place in the crowd; dropping it leaves.
#[derive(Debug)]
pub struct Ticket {
    crowd: Crowd,
    who: Payer,
}

impl Crowd {
    /// The sockets of this process: of one client, which may be a whole office, and of all.
    pub fn of_sockets() -> Self {
        Self::new(100, 5_000)
    }

    /// The subscriptions of this process: each looks at every commit.
    pub fn of_subscriptions() -> Self {
        Self::new(200, 20_000)
    }

    fn new(of_one: usize, of_all: usize) -> Self {
        Self { open: Arc::default(), of_one, of_all }
    }

    /// How many places one client has.
    pub fn of_one(&self) -> usize {
        self.of_one
    }

    /// A place, while there is one.
    pub fn enter(&self, who: Payer) -> Option<Ticket> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = open.values().sum();
        let own = open.get(&who).copied().unwrap_or_default();
        if own >= self.of_one || all >= self.of_all {
            return None;
        }
        open.insert(who, own + 1);
        Some(Ticket { crowd: self.clone(), who })
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let mut open = self.crowd.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = open.get_mut(&self.who) {
            *own = own.saturating_sub(1);
            if *own == 0 {
                open.remove(&self.who);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One client has its share and no more, and all of them theirs; who leaves makes room.
    #[test]
    fn everybody_has_a_share() {
        let crowd = Crowd::new(3, 5);
        let [one, other] = [1, 2].map(|last| Payer::Address([192, 0, 2, last].into()));
        let mut tickets: Vec<_> = (0..3).filter_map(|_| crowd.enter(one)).collect();
        assert!(crowd.enter(one).is_none());
        tickets.extend((0..2).filter_map(|_| crowd.enter(other)));
        assert!(crowd.enter(other).is_none());
        assert_eq!(tickets.len(), 5);
        tickets.remove(0);
        assert!(crowd.enter(one).is_some());
    }
}
