//! What is said of the top of the file, of dates, zones and regions.

use crate::calendar::{Date, HolidayList};
use crate::source::{Diagnostic, Span, Spanned, quoted};
use crate::strategy::errors::finding::{
    ENDS_BEFORE_START, NEWER_FORMAT, NOTHING_WRITTEN, OTHER_SPELLING, UNKNOWN_REGION, UNKNOWN_WORD, UNKNOWN_ZONE,
};
use crate::strategy::guess;
use crate::strategy::header::FORMAT;
use crate::strategy::written::Written;

/// A file in which nothing is written, or only comments.
pub fn nothing_written(start: Span) -> Diagnostic {
    Diagnostic::new(&NOTHING_WRITTEN, start, "Nothing is written in this file yet.")
        .why("All ten parts of an access strategy are missing.")
        .advise("begin with one of the starters: frontdesk init")
}

/// A file that holds something else than sections.
pub fn no_sections(span: Span) -> Diagnostic {
    Diagnostic::new(&NOTHING_WRITTEN, span, "This file holds no sections of a strategy.")
        .why("A strategy is made of sections such as customers, channels and hours, each with a colon after its name.")
        .advise("begin with one of the starters: frontdesk init")
}

/// A format that only a newer version reads.
pub fn newer_format(found: u32, span: Span) -> Diagnostic {
    let headline = format!("This file is written in format {found}, which is newer than this frontdesk.");
    Diagnostic::new(&NEWER_FORMAT, span, headline)
        .why(format!("This version reads formats up to {FORMAT}. A newer frontdesk reads format {found}."))
        .advise("install the newest frontdesk")
}

/// The parts of the plan owner with semicolons between them.
pub fn parted_by_semicolons(owner: &Written, with_commas: &str) -> Diagnostic {
    Diagnostic::new(&OTHER_SPELLING, owner.span, "The semicolons here are read as a part of the name.")
        .why("First comes the person or role, then the function, with commas between them.")
        .replace(owner.span, with_commas)
}

/// A format that never was.
pub fn unknown_format(written: &Written) -> Diagnostic {
    Diagnostic::new(&UNKNOWN_WORD, written.span, format!("There is no format {}.", quoted(&written.text)))
        .why("The number says which version of the language the file is written in.")
        .replace(written.span, FORMAT.to_string())
}

/// A time zone that is not in the data.
pub fn unknown_zone(written: &Written, guess: Option<&str>) -> Diagnostic {
    let headline = format!("There is no time zone called {}.", quoted(&written.text));
    let version = crate::calendar::tzdb_version();
    let finding = Diagnostic::new(&UNKNOWN_ZONE, written.span, headline)
        .why(format!("Without it nobody knows when 08:00 is. (Time zone data {version}.)"));
    match guess {
        Some(guess) => finding.replace(written.span, guess),
        None => finding.advise("write a continent and a city, such as Europe/London or America/New_York"),
    }
}

/// Public holidays of a region for which there is no data.
pub fn unknown_region(region: &Spanned<String>) -> Diagnostic {
    let headline = format!("There are no public holidays for a region called {}.", quoted(&region.value));
    let version = crate::calendar::holiday_data_version();
    let finding = Diagnostic::new(&UNKNOWN_REGION, region.span, headline)
        .why(format!("The desk would be open on its holidays. (Holiday data of {version}.)"));
    let regions: Vec<&str> = HolidayList::all_regions().collect();
    match guess::nearest(&region.value, &regions) {
        Some(guess) => finding.replace(region.span, guess),
        None if !HolidayList::parts_of(&region.value).is_empty() => {
            finding.advise(format!("name one of its parts: {}", HolidayList::parts_of(&region.value).join(", ")))
        }
        None => finding.advise("name a country or one of its parts, such as England or Bavaria, or list the dates"),
    }
}

/// A stretch of dates that ends before it begins.
pub fn ends_before_it_begins(what: &str, from: Date, until: Date, at: Span, see: Span) -> Diagnostic {
    let finding = Diagnostic::new(&ENDS_BEFORE_START, at, format!("{what} ends before it begins."))
        .why(format!("It begins on {from} and ends on {until}."))
        .advise("swap the two dates, or correct the year");
    if see == at { finding } else { finding.see(see, "it begins here") }
}
