//! Who is at the other end: the client's address, also when proxies stand between.

use std::net::{IpAddr, Ipv4Addr};
use std::str::FromStr;

use actix_web::HttpRequest;
use actix_web::http::header::HeaderMap;
use ipnet::IpNet;

/// The client of a request, as far as the proxies that the operator trusts say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// Its address; an IPv4 address is never written as IPv6.
    pub address: IpAddr,
    /// Whether its connection is encrypted; known only from a trusted proxy, which ends TLS.
    pub secure: bool,
}

/// The proxies whose word about clients is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpNet>);

impl Peer {
    /// The client of this request.
    pub fn of(request: &HttpRequest, proxies: &Proxies) -> Self {
        let socket = request.peer_addr().map(|address| address.ip());
        Self::behind(socket.unwrap_or(Ipv4Addr::UNSPECIFIED.into()), request.headers(), proxies)
    }

    /// The client behind a socket. Every proxy adds at the right whom it heard from, so the list is
    /// read from there, and only as far as those who wrote it are trusted.
    fn behind(socket: IpAddr, headers: &HeaderMap, proxies: &Proxies) -> Self {
        let socket = socket.to_canonical();
        if !proxies.hold(socket) {
            return Self { address: socket, secure: false };
        }
        let mut address = socket;
        for told in listed(headers, "x-forwarded-for").rev() {
            // What cannot be read was not written by a proxy that is to be trusted.
            let Some(client) = read_address(told) else { break };
            address = client;
            if !proxies.hold(client) {
                break;
            }
        }
        let scheme = listed(headers, "x-forwarded-proto").next_back();
        Self { address, secure: scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("https")) }
    }
}

impl Proxies {
    /// Reads addresses and networks (`10.0.0.0/8`); answers with the one that is neither.
    pub fn parse<'a>(list: impl IntoIterator<Item = &'a str>) -> Result<Self, &'a str> {
        let read = |text: &'a str| match text.trim() {
            one if one.contains('/') => IpNet::from_str(one).map_err(|_| text),
            one => IpAddr::from_str(one).map(IpNet::from).map_err(|_| text),
        };
        list.into_iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    fn hold(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// The items of a header that is a list, however many lines it has.
fn listed<'a>(headers: &'a HeaderMap, name: &str) -> impl DoubleEndedIterator<Item = &'a str> {
    let lines: Vec<_> = headers.get_all(name).collect();
    let lines = lines.into_iter().map(|line| line.to_str().unwrap_or_default());
    lines.flat_map(|line| line.split(',')).map(str::trim)
}

/// An address, with a port or in brackets as some proxies write it.
fn read_address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let bare = bare.map_or(text, |(address, _)| address);
    let address = bare.parse().ok().or_else(|| {
        let (address, _port) = bare.split_once(':')?;
        address.parse().ok()
    });
    address.map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};

    const FOR: &str = "x-forwarded-for";
    const PROTO: &str = "x-forwarded-proto";

    fn check(socket: &str, headers: &[(&'static str, &'static str)], address: &str, secure: bool) {
        let pairs = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        let mut map = HeaderMap::new();
        pairs.for_each(|(name, value)| map.append(name, value));
        let proxies = Proxies::parse(["10.0.0.0/8", "192.0.2.7", "fd00::/8"]).unwrap();
        let found = Peer::behind(socket.parse().unwrap(), &map, &proxies);
        assert_eq!(found, Peer { address: address.parse().unwrap(), secure }, "{headers:?}");
    }

    /// Whoever is not a trusted proxy speaks for nobody.
    #[test]
    fn strangers_are_themselves() {
        check("203.0.113.9", &[], "203.0.113.9", false);
        check("203.0.113.9", &[(FOR, "198.51.100.1"), (PROTO, "https")], "203.0.113.9", false);
        check("::ffff:203.0.113.9", &[], "203.0.113.9", false);
    }

    /// The client is the last address that no trusted proxy has; what stands before it may be made
    /// up.
    #[test]
    fn the_list_is_read_from_the_right() {
        check("10.1.2.3", &[(FOR, "198.51.100.1")], "198.51.100.1", false);
        check("10.1.2.3", &[(FOR, "1.1.1.1, 198.51.100.1, 192.0.2.7")], "198.51.100.1", false);
        check("10.1.2.3", &[(FOR, "1.1.1.1"), (FOR, "198.51.100.1")], "198.51.100.1", false);
        check("fd00::1", &[(FOR, "2001:db8::1"), (PROTO, "https")], "2001:db8::1", true);
        check("10.1.2.3", &[(PROTO, "https, http")], "10.1.2.3", false);
    }

    /// Ports and brackets do not matter; what is no address hides nobody.
    #[test]
    fn addresses_are_read_as_proxies_write_them() {
        check("10.1.2.3", &[(FOR, "198.51.100.1:4711")], "198.51.100.1", false);
        check("10.1.2.3", &[(FOR, "[2001:db8::1]:4711")], "2001:db8::1", false);
        check("10.1.2.3", &[(FOR, "198.51.100.1, unknown, 10.9.9.9")], "10.9.9.9", false);
        check("10.1.2.3", &[(FOR, "")], "10.1.2.3", false);
    }

    /// A list of proxies names addresses and networks, and nothing else.
    #[test]
    fn proxies_are_addresses() {
        assert_eq!(Proxies::parse(["10.0.0.1", "proxy.example"]), Err("proxy.example"));
        assert_eq!(Proxies::parse(["10.0.0.0/33"]), Err("10.0.0.0/33"));
        assert!(Proxies::parse([]).is_ok());
    }
}
