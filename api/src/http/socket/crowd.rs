//! How many sockets are open, and to whom.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

/// Sockets of one address at once; a whole office may share one.
const OF_ONE: usize = 100;
/// Sockets of this process at once.
const OF_ALL: usize = 5_000;

/// All who are connected.
#[derive(Clone, Debug, Default)]
pub struct Crowd(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// One socket's place in the crowd; dropping it leaves.
#[derive(Debug)]
pub struct Ticket {
    crowd: Crowd,
    address: IpAddr,
}

impl Crowd {
    /// A place, while there is one.
    pub fn enter(&self, address: IpAddr) -> Option<Ticket> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = open.values().sum();
        let own = open.get(&address).copied().unwrap_or_default();
        if own >= OF_ONE || all >= OF_ALL {
            return None;
        }
        open.insert(address, own + 1);
        Some(Ticket { crowd: self.clone(), address })
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let mut open = self.crowd.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = open.get_mut(&self.address) {
            *own = own.saturating_sub(1);
            if *own == 0 {
                open.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One address has its share and no more; who leaves makes room.
    #[test]
    fn one_address_has_its_share() {
        let crowd = Crowd::default();
        let (one, other) = ([192, 0, 2, 1].into(), [192, 0, 2, 2].into());
        let mut tickets: Vec<_> = (0..OF_ONE).filter_map(|_| crowd.enter(one)).collect();
        assert_eq!(tickets.len(), OF_ONE);
        assert!(crowd.enter(one).is_none());
        assert!(crowd.enter(other).is_some());
        tickets.pop();
        assert!(crowd.enter(one).is_some());
    }
}
