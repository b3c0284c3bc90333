//! Public holidays: dated, sourced lists by region, compiled in as text and read when first asked for.

mod list;

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use crate::calendar::date::{Date, Weekday};
use crate::calendar::time_of_day::TimeOfDay;

/// One entry of a list: a date, or a part of it, that is a public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// The date.
    pub date: Date,
    /// The name, in English, as the source has it: `Boxing Day (observed)`, `Christmas Eve (part day)`.
    pub name: &'static str,
    /// From when to when it is a holiday, where it is only a part of the date: `19:00` to `24:00`.
    pub part: Option<(TimeOfDay, TimeOfDay)>,
    /// Whether the date is not yet certain (it follows the moon, or somebody has yet to fix it).
    pub estimated: bool,
}

/// The public holidays of one region, for some years. Outside these years nothing is known, and nothing is guessed.
#[derive(Debug)]
pub struct HolidayList {
    /// What the region is called: `England`.
    pub region: &'static str,
    /// What else it is called: `Bayern` for Bavaria, `the Netherlands` for Netherlands.
    pub also_called: Vec<&'static str>,
    /// The larger places that it is a part of: `United Kingdom`. There need not be a list for them.
    pub part_of: Vec<&'static str>,
    /// Where the dates come from, with its version and licence.
    pub source: &'static str,
    /// The day on which the dates were last compared with the source.
    pub checked: Date,
    /// The first year that the list knows.
    pub first_year: i16,
    /// The last year that the list knows.
    pub last_year: i16,
    text: &'static str,
    days: OnceLock<Vec<Holiday>>,
}

static LISTS: LazyLock<Vec<HolidayList>> =
    LazyLock::new(|| list::TEXTS.iter().filter_map(|text| read_list(text).ok()).collect());

static NAMES: LazyLock<BTreeMap<&'static str, &'static HolidayList>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    for list in LISTS.iter() {
        names.insert(list.region, list);
        names.extend(list.also_called.iter().map(|name| (*name, list)));
    }
    names
});

impl HolidayList {
    /// The list of a region, by its name or another name of it, letter for letter.
    #[must_use]
    pub fn find(region: &str) -> Option<&'static Self> {
        NAMES.get(region).copied()
    }

    /// The names of all regions, sorted; one name each.
    pub fn all_regions() -> impl Iterator<Item = &'static str> {
        LISTS.iter().map(|list| list.region)
    }

    /// Every name that `find` knows, sorted: regions and their other names, for suggestions.
    pub fn all_names() -> impl Iterator<Item = &'static str> {
        NAMES.keys().copied()
    }

    /// The regions that are parts of a place, sorted: the four nations for `United Kingdom` or `the UK` (which have no
    /// list of their own), the states for `Germany` (which has). Empty for a place without parts.
    #[must_use]
    pub fn parts_of(place: &str) -> Vec<&'static str> {
        let place = Self::find(place).map_or(place, |list| list.region);
        LISTS.iter().filter(|list| list.part_of.contains(&place)).map(|list| list.region).collect()
    }

    /// All entries by date. A date has one entry for the whole day or one for a part of it, never both.
    #[must_use]
    pub fn days(&self) -> &[Holiday] {
        // A line that cannot be read would be lost here; a test reads every line of every file.
        self.days.get_or_init(|| day_lines(self.text).filter_map(|line| read_day(line).ok()).collect())
    }

    /// The entry of a date, if it is a public holiday. `None` for years outside the list says nothing: see `covers`.
    #[must_use]
    pub fn on(&self, date: Date) -> Option<&Holiday> {
        let days = self.days();
        days.binary_search_by_key(&date, |day| day.date).ok().and_then(|index| days.get(index))
    }

    /// Whether the list knows the year of the date.
    #[must_use]
    pub fn covers(&self, date: Date) -> bool {
        (self.first_year..=self.last_year).contains(&date.year())
    }
}

static VERSION: LazyLock<&'static str> = LazyLock::new(|| {
    let headers = list::TEXTS.iter().flat_map(|text| header_lines(text));
    headers.filter_map(|line| line.strip_prefix("checked: ")).max().unwrap_or("unknown")
});

/// The version of the holiday data: the newest day on which a list was compared with its source, `2026-11-24`.
#[must_use]
pub fn holiday_data_version() -> &'static str {
    *VERSION
}

/// The lines before the first entry, without comments.
fn header_lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().take_while(|line| !starts_with_digit(line)).filter(|line| !line.starts_with('#'))
}

/// The lines from the first entry on.
fn day_lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().skip_while(|line| !starts_with_digit(line))
}

fn starts_with_digit(line: &str) -> bool {
    line.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
}

/// Reads what stands above the entries; or says what is wrong with it.
fn read_list(text: &'static str) -> Result<HolidayList, String> {
    let (mut region, mut source, mut checked, mut years) = (None, None, None, None);
    let (mut also_called, mut part_of) = (Vec::new(), Vec::new());
    for line in header_lines(text) {
        let Some((key, value)) = line.split_once(": ") else {
            return Err(format!("not `key: value`: {line}"));
        };
        match key {
            "region" => region = Some(value),
            "also called" => also_called.push(value),
            "part of" => part_of.push(value),
            "source" => source = Some(value),
            "checked" => checked = Date::parse(value),
            "years" => years = value.split_once('-'),
            _ => return Err(format!("not a key of a list of holidays: {line}")),
        }
    }
    let year = |text: &str| text.parse::<i16>().map_err(|_| format!("not a year: {text}"));
    let (first, last) = years.ok_or("no `years`")?;
    Ok(HolidayList {
        region: region.ok_or("no `region`")?,
        also_called,
        part_of,
        source: source.ok_or("no `source`")?,
        checked: checked.ok_or("no date in `checked`")?,
        first_year: year(first)?,
        last_year: year(last)?,
        text,
        days: OnceLock::new(),
    })
}

/// Reads `2026-12-24 Thu 19:00-24:00 Christmas Eve (part day)`, with `~` after the weekday of an uncertain date; or says
/// what is wrong with it.
fn read_day(line: &'static str) -> Result<Holiday, String> {
    let wrong = |what: &str| format!("{what}: {line}");
    let (date, rest) = line.split_once(' ').ok_or_else(|| wrong("nothing after the date"))?;
    let date = Date::parse(date).ok_or_else(|| wrong("no such date"))?;
    let (weekday, rest) = rest.split_once(' ').ok_or_else(|| wrong("nothing after the weekday"))?;
    if Weekday::from_short(weekday) != Some(date.weekday()) {
        return Err(wrong("another weekday"));
    }
    let (estimated, rest) = rest.strip_prefix("~ ").map_or((false, rest), |rest| (true, rest));
    // A name may begin with a digit (`2nd January`); a span has a colon in its first word.
    let Some((span, name)) = rest.split_once(' ').filter(|(span, _)| starts_with_digit(span) && span.contains(':'))
    else {
        return Ok(Holiday { date, name: rest, part: None, estimated });
    };
    let (from, to) = span.split_once('-').ok_or_else(|| wrong("no span"))?;
    let part = TimeOfDay::parse(from).zip(TimeOfDay::parse(to)).filter(|(from, to)| from < to);
    let part = Some(part.ok_or_else(|| wrong("no such span"))?);
    Ok(Holiday { date, name, part, estimated })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    /// The dates of one year of a region, as `01-01`.
    fn year(region: &str, year: i16) -> Vec<String> {
        let list = HolidayList::find(region).unwrap();
        let days = list.days().iter().filter(|day| day.date.year() == year);
        days.map(|day| format!("{:02}-{:02}", day.date.month(), day.date.day())).collect()
    }

    #[test]
    fn every_line_of_every_file_reads() {
        for text in list::TEXTS {
            let list = read_list(text).unwrap();
            let days: Vec<Holiday> = day_lines(text)
                .map(|line| read_day(line).unwrap_or_else(|wrong| panic!("{}: {wrong}", list.region)))
                .collect();
            assert!(days.is_sorted_by(|a, b| a.date < b.date), "{}: one entry a date, by date", list.region);
            for year in list.first_year..=list.last_year {
                assert!(days.iter().any(|day| day.date.year() == year), "{}: nothing in {year}", list.region);
            }
            for day in &days {
                assert!(list.covers(day.date), "{}: {}", list.region, day.date);
                assert!(!day.name.is_empty() && day.name == day.name.trim(), "{}: {}", list.region, day.date);
                assert_eq!(day.part.is_some(), day.name.ends_with("(part day)"), "{}: {}", list.region, day.date);
                assert!(!day.estimated || day.name.contains("estimated)"), "{}: {}", list.region, day.date);
            }
            assert_eq!(list.days(), days);
        }
    }

    #[test]
    fn the_names_are_sorted_and_each_is_one_region_only() {
        assert_eq!(LISTS.len(), list::TEXTS.len());
        assert!(HolidayList::all_regions().is_sorted_by(|a, b| a < b));
        assert_eq!(NAMES.len(), LISTS.iter().map(|list| 1 + list.also_called.len()).sum::<usize>());
        assert!(HolidayList::all_names().all(|name| !name.contains(", ")), "a comma ends a name in a strategy");
        assert_eq!(HolidayList::find("Bayern").unwrap().region, "Bavaria");
        assert_eq!(HolidayList::find("the Netherlands").unwrap().region, "Netherlands");
        assert!(HolidayList::find("england").is_none() && HolidayList::find("").is_none());
    }

    #[test]
    fn every_region_that_was_asked_for_is_there_until_2029() {
        let nations = ["England", "Wales", "Scotland", "Northern Ireland", "Ireland", "United States", "Canada"];
        let europe =
            ["France", "Spain", "Italy", "Netherlands", "Belgium", "Austria", "Switzerland", "Sweden", "Norway"];
        let north = ["Denmark", "Finland", "Poland", "Portugal", "Germany", "Australia", "New Zealand", "India"];
        let rest = ["Singapore", "Hong Kong", "Japan", "Brazil", "Mexico", "South Africa"];
        for region in nations.iter().chain(&europe).chain(&north).chain(&rest) {
            let list = HolidayList::find(region).unwrap_or_else(|| panic!("{region}"));
            assert!(list.first_year <= 2026 && list.last_year >= 2029, "{region}");
            assert!(list.checked >= date("2026-11-24") && list.source.contains("MIT"), "{region}");
        }
        let counts =
            [("Germany", 16), ("Australia", 8), ("Canada", 13), ("United States", 51), ("the UK", 4), ("Spain", 0)];
        for (whole, parts) in counts {
            assert_eq!(HolidayList::parts_of(whole).len(), parts, "{whole}");
        }
        assert!(HolidayList::find("the UK").is_none(), "the nations differ, so there is no list for all four");
        assert_eq!(HolidayList::parts_of("UK"), ["England", "Northern Ireland", "Scotland", "Wales"]);
    }

    #[test]
    fn england_keeps_the_day_and_the_day_in_its_place() {
        let days_2026 = ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-26", "12-28"];
        assert_eq!(year("England", 2026), days_2026);
        let england = HolidayList::find("England").unwrap();
        assert_eq!(england.on(date("2026-12-28")).unwrap().name, "Boxing Day (observed)");
        assert_eq!(england.on(date("2028-01-03")).unwrap().name, "New Year's Day (observed)");
        assert!(england.on(date("2026-12-27")).is_none());
        assert!(!england.covers(date("2030-01-01")) && england.on(date("2030-01-01")).is_none());
        assert_eq!(year("Wales", 2027), year("England", 2027));
        assert!(year("Scotland", 2026).contains(&"01-02".into()) && year("Scotland", 2026).contains(&"11-30".into()));
        assert!(!year("Scotland", 2026).contains(&"04-06".into()), "Easter Monday is none in Scotland");
        assert!(year("Northern Ireland", 2026).contains(&"07-13".into()));
    }

    #[test]
    fn other_years_that_are_known_from_the_law() {
        let united_states = [
            "01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "07-04", "09-07", "10-12", "11-11", "11-26", "12-25",
        ];
        assert_eq!(year("United States", 2026), united_states);
        let new_year = HolidayList::find("the US").unwrap();
        assert_eq!(new_year.on(date("2027-12-31")).unwrap().name, "New Year's Day (observed)");
        let ireland = ["01-01", "02-02", "03-17", "04-06", "05-04", "06-01", "08-03", "10-26", "12-25", "12-26"];
        assert_eq!(year("Ireland", 2026), ireland);
        let bavaria = [
            "01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "05-25", "06-04", "10-03", "11-01", "12-25", "12-26",
        ];
        assert_eq!(year("Bavaria", 2026), bavaria);
        let ontario = ["01-01", "02-16", "04-03", "05-18", "07-01", "09-07", "10-12", "12-25", "12-26", "12-28"];
        assert_eq!(year("Ontario", 2026), ontario);
        assert!(!year("Ontario", 2026).contains(&"08-03".into()), "the Civic Holiday is none by law");
        assert!(year("New South Wales", 2027).contains(&"04-26".into()), "for Anzac Day on a Sunday");
    }

    #[test]
    fn parts_of_days_and_uncertain_dates() {
        let eve = HolidayList::find("South Australia").unwrap().on(date("2026-12-24")).copied().unwrap();
        assert_eq!(eve.part, TimeOfDay::new(19, 0).zip(Some(TimeOfDay::END)));
        assert_eq!(eve.name, "Christmas Eve (part day)");
        let queensland = HolidayList::find("Queensland").unwrap().on(date("2026-12-24")).unwrap();
        assert_eq!(queensland.part, TimeOfDay::new(18, 0).zip(Some(TimeOfDay::END)));
        assert!(HolidayList::find("India").unwrap().on(date("2028-02-27")).unwrap().estimated);
        assert!(!HolidayList::find("India").unwrap().on(date("2028-08-15")).unwrap().estimated);
    }

    #[test]
    fn what_is_wrong_with_a_file_is_said() {
        for (line, wrong) in [
            ("2026-12-25", "nothing after the date"),
            ("2026-02-29 Sun Leap Day", "no such date"),
            ("2026-12-25 Thu Christmas Day", "another weekday"),
            ("2026-12-24 Thu 19:00-18:00 Christmas Eve", "no such span"),
            ("2026-12-24 Thu 19:00 Christmas Eve", "no span"),
        ] {
            assert_eq!(read_day(line).unwrap_err(), format!("{wrong}: {line}"));
        }
        assert_eq!(read_list("region: England\nsource: law\n2026-01-01 Thu Day\n").unwrap_err(), "no `years`");
        assert_eq!(read_list("region: England\nsource: law\nyears: 2026-2026\n").unwrap_err(), "no date in `checked`");
    }

    #[test]
    fn the_version_is_the_newest_checked_date() {
        let newest = LISTS.iter().map(|list| list.checked).max().unwrap();
        assert_eq!(holiday_data_version(), newest.to_string());
    }
}
