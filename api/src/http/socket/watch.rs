//! What is looked after on a socket as time goes by, second by second.

/// Who the client is must be said within so many seconds.
const INIT_PATIENCE: u32 = 10;
/// Whether a silent client is there is asked after so many seconds.
const PING: u32 = 15;
/// A client that is silent for so many seconds is gone.
const SILENCE: u32 = 40;
/// How often rights are looked at again, in seconds.
const RIGHTS: u32 = 2;

/// The seconds of one socket.
#[derive(Debug, Default)]
pub struct Watch {
    age: u32,
    silent: u32,
}

/// What a second brings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// The time to say who one is has passed.
    pub init: bool,
    /// Rights are to be looked at again.
    pub rights: bool,
    /// Ask whether anybody is there.
    pub ping: bool,
    /// Nobody is there.
    pub dead: bool,
}

impl Watch {
    /// Something came from the client.
    pub fn heard(&mut self) {
        self.silent = 0;
    }

    /// A second has passed.
    pub fn second(&mut self) -> Due {
        self.age = self.age.saturating_add(1);
        self.silent += 1;
        Due {
            init: self.age >= INIT_PATIENCE,
            rights: self.age.is_multiple_of(RIGHTS),
            ping: self.silent.is_multiple_of(PING),
            dead: self.silent >= SILENCE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(watch: &mut Watch, count: u32) -> Due {
        (0..count).map(|_| watch.second()).last().unwrap_or_default()
    }

    /// Who says nothing is asked, then cut; who answers stays.
    #[test]
    fn silence_ends() {
        let mut watch = Watch::default();
        assert!(!seconds(&mut watch, PING - 1).ping);
        assert!(seconds(&mut watch, 1).ping);
        assert!(seconds(&mut watch, SILENCE - PING).dead);
        let mut watch = Watch::default();
        for _ in 0..20 {
            assert!(!seconds(&mut watch, PING).dead);
            watch.heard();
        }
    }

    /// The time for saying who one is is ten seconds; rights are looked at every other second.
    #[test]
    fn time_is_kept() {
        let mut watch = Watch::default();
        assert!(!seconds(&mut watch, 9).init);
        assert!(seconds(&mut watch, 1).init);
        assert!(watch.second().rights != watch.second().rights);
    }
}
