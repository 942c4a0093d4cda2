//! Waiting for what must come, as long as a slow machine may need for it, and no longer than it takes.

use std::time::{Duration, Instant};

use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};

/// How long anything on a page may take. It is reached only when something is broken.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often one looks.
const PAUSE: Duration = Duration::from_millis(25);

/// Looks until there is something, and answers it. What the page does while one looks at it, such as
/// replacing an element, is not a failure: one looks again.
pub async fn eventually<T>(
    what: &str,
    look: impl AsyncFn() -> WebDriverResult<Result<T, String>>,
) -> T {
    let started = Instant::now();
    loop {
        let reason = match look().await {
            Ok(Ok(found)) => return found,
            Ok(Err(reason)) => reason,
            Err(error) if is_passing(error.as_inner()) => error.to_string(),
            Err(error) => panic!("{what}: {error}"),
        };
        assert!(started.elapsed() < PATIENCE, "{what}: {reason}");
        tokio::time::sleep(PAUSE).await;
    }
}

/// Whether an error only says that the page was changing at that moment.
fn is_passing(error: &WebDriverErrorInner) -> bool {
    use WebDriverErrorInner as Error;
    matches!(
        error,
        Error::StaleElementReference(_)
            | Error::NoSuchElement(_)
            | Error::NoSuchAlert(_)
            | Error::ElementClickIntercepted(_)
            | Error::ElementNotInteractable(_)
            | Error::JavascriptError(_)
            | Error::ScriptTimeout(_)
    )
}
