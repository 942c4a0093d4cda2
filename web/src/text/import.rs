//! What the import page says.

use super::texts;
use crate::text::format::count;
use domain::vocabulary::Tongue;

texts! {
    /// The words of the import page.
    ImportText {
        title = "Import" | "Import";
        intro = "Bring in a list that you have: partners, their relationships, or what each can give for which good. Copy the cells of a spreadsheet with their headings and paste them here, or drop a CSV file. Nothing is recorded before you say so, and an import can be undone whole." | "Apportez une liste que vous avez\u{a0}: des partenaires, leurs relations, ou ce que chacun peut apporter à quel bien commun. Copiez les cellules d’un tableur avec leurs en-têtes et collez-les ici, ou déposez un fichier CSV. Rien n’est enregistré sans votre accord, et un import peut être annulé en entier.";
        step_paste = "1. Your list" | "1. Votre liste";
        step_columns = "2. What the columns mean" | "2. Le sens des colonnes";
        step_rows = "3. What becomes of the rows" | "3. Le sort des lignes";
        step_done = "Done" | "Terminé";
        paste = "Cells, with their headings in the first row" | "Cellules, avec les en-têtes dans la première ligne";
        paste_hint = "At most 1,000 rows." | "1\u{202f}000 lignes au plus.";
        choose_file = "Choose a CSV file" | "Choisir un fichier CSV";
        no_file = "No file chosen" | "Aucun fichier choisi";
        drop_here = "You can also drop the file on this page." | "Vous pouvez aussi déposer le fichier sur cette page.";
        file_failed = "The file cannot be read." | "Le fichier est illisible.";
        community = "Kept by" | "Tenues par";
        registry = "Shared registry (public)" | "Registre commun (public)";
        sheet = "The rows are" | "Les lignes sont des";
        dates = "Dates are written" | "Les dates s’écrivent";
        dates_guess = "as their form suggests" | "selon leur forme";
        dates_iso = "2024-05-31" | "2024-05-31";
        dates_day_first = "31/05/2024" | "31/05/2024";
        preview = "Look at it" | "Examiner";
        column = "Column" | "Colonne";
        meaning = "Means" | "Signifie";
        left_out = "left out" | "ignorée";
        defaults = "Where a row does not say" | "Quand une ligne ne le dit pas";
        default_kind = "It is" | "Il s’agit de";
        default_type = "Type of organization" | "Type d’organisation";
        no_default = "no assumption" | "aucune supposition";
        row = "Row" | "Ligne";
        name = "What it says" | "Contenu";
        verdict = "What becomes of it" | "Son sort";
        decide = "Your decision" | "Votre décision";
        all = "All" | "Toutes";
        create = "create" | "créer";
        matched = "found" | "retrouvée";
        reject = "rejected" | "rejetée";
        skip = "leave out" | "écarter";
        as_proposed = "as proposed" | "comme proposé";
        create_new = "create a new record" | "créer une nouvelle fiche";
        commit = "Import" | "Importer";
        earlier_row = "an earlier row of this sheet" | "une ligne précédente de ce tableau";
        nothing_create = "No row makes a new record: what is there already stays as it is." | "Aucune ligne ne crée de fiche\u{a0}: ce qui existe déjà reste tel quel.";
        see_created = "See what was created" | "Voir ce qui a été créé";
        directory = "To the directory" | "Vers le répertoire";
        undo = "Undo this import" | "Défaire cet import";
        undone = "The import is undone." | "L’import est annulé.";
        another = "Import another list" | "Importer une autre liste";
        earlier = "Earlier imports" | "Imports précédents";
        no_earlier = "Nothing was imported yet." | "Rien n’a encore été importé.";
        when = "When" | "Quand";
        file = "File" | "Fichier";
        pasted = "pasted cells" | "cellules collées";
        who = "By" | "Par";
        counts = "Created, found, left out" | "Créées, retrouvées, écartées";
        was_undone = "undone" | "annulé";
        undo_title = "Undo the whole import?" | "Défaire tout l’import\u{a0}?";
        undo_message = "Every record that it created is removed. If somebody has changed some of them or built upon them since, you are asked first whether these stay." | "Toutes les fiches qu’il a créées sont supprimées. Si quelqu’un en a modifié certaines ou s’est appuyé dessus depuis, on vous demande d’abord si celles-ci restent.";
        touched_title = "Some records were touched since" | "Des fiches ont été touchées depuis";
        touched_message = "Nothing was undone. Since the import, somebody has changed these records or built upon them. You can undo all the others and keep these, with what they came with." | "Rien n’a été annulé. Depuis l’import, quelqu’un a modifié ces fiches ou s’est appuyé sur elles. Vous pouvez annuler tout le reste et garder celles-ci, avec ce qui les accompagne.";
        undo_others = "Undo all the others" | "Défaire tout le reste";
        hidden_record = "A record that you may not see:" | "Une fiche que vous ne pouvez pas voir\u{a0}:";
        pages = "Rows" | "Lignes";
        previous = "Previous rows" | "Lignes précédentes";
        next = "Next rows" | "Lignes suivantes";
        too_large = "This file is larger than 4 MB." | "Ce fichier dépasse 4\u{a0}Mo.";
    }
    with {
        summary(create: u32, matched: u32, reject: u32) =
            format!("{create} to create, {matched} found, {reject} left out"),
            format!("{create} à créer, {matched} retrouvées, {reject} écartées");
        outcome(created: u32, matched: u32, rejected: u32) =
            format!("{created} created, {matched} found, {rejected} left out."),
            format!("{created} créées, {matched} retrouvées, {rejected} écartées.");
        assumed(what: &str) = format!("assumed: {what}"), format!("supposé\u{a0}: {what}");
        commit_of(number: u32) = format!("Import: {}", count(i64::from(number), "new record", "new records", Tongue::En)),
            format!("Importer\u{a0}: {}", count(i64::from(number), "nouvelle fiche", "nouvelles fiches", Tongue::Fr));
        undone_but(kept: i64) = format!("The import is undone; {}.", count(kept, "record stays", "records stay", Tongue::En)),
            format!("L’import est annulé\u{a0}; {}.", count(kept, "fiche reste", "fiches restent", Tongue::Fr));
        is_same(name: &str) = format!("it is {name}"), format!("c’est {name}");
        found_as(name: &str, why: &str) = format!("{name} ({why})"), format!("{name} ({why})");
        maybe(name: &str, why: &str) = format!("Perhaps {name} ({why})"), format!("Peut-être {name} ({why})");
        cell(column: &str, cell: &str) = format!("{column}: “{cell}”"), format!("{column}\u{a0}: «\u{a0}{cell}\u{a0}»");
        rows_shown(first: usize, last: usize, all: usize) = format!("{first}–{last} of {all}"), format!("{first}–{last} sur {all}");
        decide_row(row: u32) = format!("Decision about row {row}"), format!("Décision sur la ligne {row}");
        column_means(heading: &str) = format!("Meaning of the column {heading}"), format!("Sens de la colonne {heading}");
        unnamed(position: usize) = format!("column {position}"), format!("colonne {position}");
    }
}
