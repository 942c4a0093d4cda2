//! How a sheet is to be read: as its headings suggest, and as a person said.

use super::Request;
use domain::refusal::{Refusal, RefusalCode, Refusals};
use domain::sheet::{COLUMN_LIMIT, Decision, Form, Meaning, Settings, Sheet, SheetColumn, guess};
use std::collections::BTreeSet;

/// The settings for the sheet of a request.
pub(super) fn settings<C: SheetColumn>(
    sheet: &Sheet,
    request: &Request,
) -> Result<Settings<C>, Vec<Refusal>> {
    let mut refusals = Refusals::new();
    let mut settings = guess::<C>(sheet);
    if let Some(columns) = &request.columns {
        settings.columns = refusals.take(assigned(columns)).unwrap_or_default();
    }
    if let (Some(dates), Form::Foreign) = (request.dates, settings.form) {
        settings.dates = dates;
    }
    for (name, reading) in &request.defaults {
        let column = refusals.take(column(name, "defaults"));
        if settings.meanings.iter().any(|meaning| Some(meaning.column) == column) {
            refusals.push(Refusal::new(RefusalCode::Duplicate, "defaults").missing(name));
            continue;
        }
        settings.meanings.extend(column.map(|column| Meaning {
            column,
            text: String::new(),
            reading: reading.clone(),
        }));
    }
    refusals.require(decided(sheet, &request.decisions));
    refusals.finish(Some(settings))
}

/// Decisions are about rows that there are, one about each: a mistaken number would otherwise look
/// like a decision that was followed.
fn decided(sheet: &Sheet, decisions: &[Decision]) -> Result<(), Refusal> {
    let rows: BTreeSet<usize> = sheet.rows.iter().map(|row| row.number).collect();
    let mut known = BTreeSet::new();
    for row in decisions.iter().map(|decision| decision.row) {
        let code = match (rows.contains(&row), known.insert(row)) {
            (true, true) => continue,
            (true, false) => RefusalCode::Duplicate,
            (false, _) => RefusalCode::NotFound,
        };
        return Err(Refusal::new(code, "decisions.row").missing(row.to_string()));
    }
    Ok(())
}

/// The columns as a person assigned them, each meaning at most once.
fn assigned<C: SheetColumn>(names: &[Option<String>]) -> Result<Vec<Option<C>>, Refusal> {
    if names.len() > COLUMN_LIMIT {
        let refusal = Refusal::new(RefusalCode::TooMany, "columns");
        return Err(refusal.missing(COLUMN_LIMIT.to_string()));
    }
    let mut columns = Vec::with_capacity(names.len());
    for name in names {
        let column = name.as_deref().map(|name| column::<C>(name, "columns")).transpose()?;
        if column.is_some() && columns.contains(&column) {
            let refusal = Refusal::new(RefusalCode::Duplicate, "columns");
            return Err(refusal.missing(name.clone().unwrap_or_default()));
        }
        columns.push(column);
    }
    Ok(columns)
}

/// A column by its code, or by the name of the field that it fills.
fn column<C: SheetColumn>(name: &str, field: &str) -> Result<C, Refusal> {
    let name = match name {
        // The field of an organization; its column is that of every kind's type.
        "organizationType" => "type",
        name => name,
    };
    let plain = |text: &str| text.replace('_', "").to_ascii_lowercase();
    let found = C::ALL.iter().copied().find(|column| plain(column.code()) == plain(name));
    found.ok_or_else(|| Refusal::new(RefusalCode::UnknownWord, field).missing(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::sheet::{DateForm, StakeholderColumn, Table};
    use domain::text::Locale;
    use std::collections::BTreeMap;

    fn request() -> Request {
        Request {
            community: None,
            table: Table::Stakeholders,
            file_name: String::new(),
            text: String::new(),
            columns: None,
            dates: None,
            defaults: BTreeMap::new(),
            decisions: Vec::new(),
            locale: Locale::En,
        }
    }

    fn sheet() -> Sheet {
        let heading = vec!["Nom".to_owned(), "Pays".to_owned()];
        Sheet { heading, rows: Vec::new() }
    }

    /// What a person says stands above what the headings suggest.
    #[test]
    fn a_person_stands_above_the_guess() {
        use StakeholderColumn::{Acronym, Country, Name, Type};
        let read = |request: &Request| settings::<StakeholderColumn>(&sheet(), request).unwrap();
        assert_eq!(read(&request()).columns, [Some(Name), Some(Country)]);
        let said = Request {
            columns: Some(vec![Some("acronym".into()), None, Some("NAME".into())]),
            dates: Some(DateForm::DayFirst),
            defaults: BTreeMap::from([("organizationType".into(), "FOUNDATION".into())]),
            ..request()
        };
        let settings = read(&said);
        assert_eq!(settings.columns, [Some(Acronym), None, Some(Name)]);
        assert_eq!((settings.dates, settings.meanings[0].column), (DateForm::DayFirst, Type));
    }

    /// A column that there is not, or one that is assigned twice, is refused.
    #[test]
    fn unknown_and_repeated_columns_are_refused() {
        let refused = |columns: &[&str]| {
            let columns = columns.iter().map(|name| Some((*name).to_owned())).collect();
            let said = Request { columns: Some(columns), ..request() };
            settings::<StakeholderColumn>(&sheet(), &said).unwrap_err()[0].code
        };
        assert_eq!(refused(&["nameEn", "shoe size"]), RefusalCode::UnknownWord);
        assert_eq!(refused(&["nameEn", "NAME_EN"]), RefusalCode::Duplicate);
    }
}
