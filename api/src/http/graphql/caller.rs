//! Who asks at the door, whatever they came over.

use std::net::{IpAddr, Ipv6Addr};

use domain::identifier::AccountId;

use super::limits::Limits;
use crate::error::Result;
use crate::http::peer::Peer;
use crate::http::state::State;
use crate::op::Identity;

/// Somebody at the door: as whom they read, against whom their requests count, and how much they
/// may ask for.
#[derive(Clone, Debug)]
pub struct Caller {
    /// As whom, and by what they have shown it.
    pub identity: Identity,
    /// Who pays.
    pub key: Payer,
    /// How much.
    pub limits: Limits,
}

/// Whoever pays for requests: an account wherever it comes from and by whichever of its tokens, else
/// an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Payer {
    /// Somebody signed in.
    Account(AccountId),
    /// A client's address; of IPv6 the network of 64 bits, all of which is one household's.
    Address(IpAddr),
}

impl Payer {
    /// Whoever is at the other end, as long as nobody is signed in.
    pub fn of(peer: &Peer) -> Self {
        Self::Address(household(peer.address))
    }
}

impl Payer {
    /// The address, where nobody is signed in.
    pub fn address(self) -> Option<IpAddr> {
        match self {
            Self::Account(_) => None,
            Self::Address(address) => Some(address),
        }
    }
}

impl Caller {
    /// Reads who asks from the content of an `Authorization` header and the other end's address.
    pub fn read(state: &State, authorization: Option<&str>, peer: &Peer) -> Result<Self> {
        let identity = state.auth.authenticate(authorization)?;
        let key = match identity.viewer.account() {
            Some(account) => Payer::Account(account),
            None => Payer::of(peer),
        };
        let limits = *state.tiers.of(&identity.viewer);
        Ok(Self { identity, key, limits })
    }
}

fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One network of 64 bits is one client; IPv4 addresses are one each.
    #[test]
    fn a_household_is_one_client() {
        let of = |text: &str| household(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:3::4"), of("2001:db8:1:2::ffff"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }
}
