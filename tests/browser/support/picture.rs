//! Pictures of pages: of what went wrong, and for the README.

use std::path::{Path, PathBuf};

use super::output;
use super::visitor::Visitor;

/// The folder that the README's pictures are written to; without it none is.
const FOLDER: &str = "BANYAN_SCREENSHOTS";
/// The folder for a picture of every state in every setting.
const GALLERY: &str = "BANYAN_GALLERY";

impl Visitor {
    /// Takes a picture of what is in sight, when pictures were asked for.
    pub async fn take_picture(&self, name: &str) {
        if let Some(folder) = std::env::var_os(FOLDER) {
            self.photograph(&PathBuf::from(folder).join(format!("{name}.png"))).await;
        }
    }

    /// Takes a picture of the whole page for whoever wants to look through all states.
    pub async fn keep_for_gallery(&self, name: &str) {
        if let Some(folder) = std::env::var_os(GALLERY) {
            let whole = "return document.documentElement.scrollHeight";
            let height = self.evaluate(whole).await;
            let mut metrics = self.setting().screen.metrics();
            metrics["height"] = height;
            self.browser.ask("Emulation.setDeviceMetricsOverride", metrics).await;
            self.photograph(&PathBuf::from(folder).join(format!("{name}.png"))).await;
            self.use_screen(self.setting().screen).await;
        }
    }

    /// Leaves a picture and the words of the page behind, and says where.
    pub(super) async fn show_failure(&self, test: &str) {
        let folder = output().join("../browser");
        let picture = folder.join(format!("{test}.png"));
        self.photograph(&picture).await;
        let address = self.browser.driver.current_url().await.map(String::from);
        eprintln!("at {}; {}", address.unwrap_or_default(), picture.display());
    }

    async fn photograph(&self, file: &Path) {
        let Ok(picture) = self.browser.driver.screenshot_as_png().await else {
            return;
        };
        let folder = file.parent().expect("a folder");
        std::fs::create_dir_all(folder).and_then(|()| std::fs::write(file, picture)).ok();
    }
}
