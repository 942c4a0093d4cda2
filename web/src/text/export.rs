//! What is said where the records can be taken along.

use super::texts;

texts! {
    /// The words of the export.
    ExportText {
        export = "Export" | "Exporter";
        about = "Everything that you may see, as three files: a spreadsheet opens them, and Import reads them back, the stakeholders first." | "Tout ce que vous pouvez voir, en trois fichiers\u{a0}: un tableur les ouvre et la page Import les relit, les parties prenantes d’abord.";
        stakeholders = "Stakeholders (CSV)" | "Parties prenantes (CSV)";
        relationships = "Relationships (CSV)" | "Relations (CSV)";
        capabilities = "Capabilities (CSV)" | "Capacités (CSV)";
        own_files = "Banyan’s own files" | "Les fichiers de Banyan";
    }
}
