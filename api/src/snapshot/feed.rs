//! What the applier tells of the commits that it took, to whoever listens in this process.

use super::Patch;
use entity::{change, change_value};
use std::sync::Arc;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::broadcast::{Receiver, Sender, channel};

/// Who listens may be behind by so many commits; whoever is further behind has missed some.
const BEHIND: usize = 64;
/// A commit of more steps than this is told without them, so that what waits to be heard is small.
const LARGEST: usize = 250;

/// One step of the log with its values.
#[derive(Clone, Debug)]
pub struct Logged {
    /// What was changed, by whom, and who may read of it.
    pub change: change::Model,
    /// What was in the fields.
    pub value: change_value::Model,
}

impl Logged {
    /// The step as a snapshot takes it.
    pub fn patch(&self) -> Patch {
        let change::Model { noun, subject_id, .. } = &self.change;
        Patch { noun: noun.clone(), id: *subject_id, after: self.value.after.clone() }
    }
}

/// What was heard.
#[derive(Clone, Debug)]
pub enum News {
    /// These steps were committed, and the snapshot shows them.
    Steps(Arc<[Logged]>),
    /// The snapshot has moved on; by which steps is not known, or was missed.
    Moved,
}

/// Where the applier tells.
#[derive(Debug)]
pub struct Feed(Sender<News>);

/// Hears of every commit from its beginning on.
#[derive(Debug)]
pub struct Listener(Receiver<News>);

impl Default for Feed {
    fn default() -> Self {
        Self(channel(BEHIND).0)
    }
}

impl Feed {
    /// Tells of steps that the snapshot shows by now; none says that they are not known.
    pub(super) fn tell(&self, steps: Option<Vec<Logged>>) {
        let news = match steps {
            Some(steps) if steps.len() <= LARGEST => News::Steps(steps.into()),
            _ => News::Moved,
        };
        // Nobody may be listening.
        self.0.send(news).ok();
    }

    /// Listens from now on.
    pub fn listen(&self) -> Listener {
        Listener(self.0.subscribe())
    }
}

impl Listener {
    /// Waits for the next news; never again after the process's state is gone.
    pub async fn next(&mut self) -> News {
        match self.0.recv().await {
            Ok(news) => news,
            Err(RecvError::Lagged(_)) => News::Moved,
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }

    /// The next news that is there already.
    pub fn heard(&mut self) -> Option<News> {
        match self.0.try_recv() {
            Ok(news) => Some(news),
            Err(TryRecvError::Lagged(_)) => Some(News::Moved),
            Err(TryRecvError::Empty | TryRecvError::Closed) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever is too far behind is told so once, and hears what is still kept.
    #[test]
    fn who_is_behind_is_told() {
        let feed = Feed::default();
        let mut listener = feed.listen();
        for _ in 0..=BEHIND {
            feed.tell(Some(Vec::new()));
        }
        assert!(matches!(listener.heard(), Some(News::Moved)));
        let kept = std::iter::from_fn(|| listener.heard());
        assert_eq!(kept.filter(|news| matches!(news, News::Steps(_))).count(), BEHIND);
        feed.tell(None);
        assert!(matches!(listener.heard(), Some(News::Moved)));
        assert!(listener.heard().is_none());
    }
}
