//! Hours as meant.

use crate::calendar::{Closure, Date, DaySpan, HolidayList, Season, SpecialDay, WeeklyHours, Zone};
use crate::notation::{ClosedOn, WeeklyPhrase};
use crate::policy::{ChannelSet, DeskZone};
use crate::source::{Sink, Spanned};
use crate::strategy::components::hours::syntax::{DeskSyntax, HoursSyntax, SeasonSyntax};
use crate::strategy::errors;
use crate::strategy::header;
use crate::strategy::names::Names;
use crate::strategy::written::{Named, Written};

/// All desks as meant.
#[derive(Debug, Clone, Default)]
pub struct HoursModel {
    /// In the order written.
    pub desks: Vec<DeskModel>,
}

/// A desk as meant.
#[derive(Debug, Clone, Default)]
pub struct DeskModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The channels that it lists.
    pub channels: Vec<Spanned<ChannelSet>>,
    /// The weekly hours.
    pub open: Option<WeeklyPhrase>,
    /// A zone of its own.
    pub zone: Option<Spanned<Zone>>,
    /// Whose clock the hours are read on.
    pub zone_of: DeskZone,
    /// The regions on whose public holidays it closes, with their data.
    pub holidays: Vec<Spanned<&'static HolidayList>>,
    /// The other closed dates, with both ends.
    pub closed: Vec<Spanned<(Date, Date)>>,
    /// The dates with other hours.
    pub special_days: Vec<(Spanned<Date>, Vec<DaySpan>)>,
    /// The seasons.
    pub seasons: Vec<SeasonModel>,
    /// When people answer.
    pub staffed: Option<WeeklyPhrase>,
    /// What the customer gets when it is closed.
    pub when_closed: Option<Written>,
}

/// A season as meant.
#[derive(Debug, Clone)]
pub struct SeasonModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The first date.
    pub from: Spanned<Date>,
    /// The last date.
    pub to: Spanned<Date>,
    /// The weekly hours.
    pub open: WeeklyPhrase,
}

impl DeskModel {
    /// The hours as plain data, in the zone `zone` where the desk has none of its own.
    #[must_use]
    pub fn hours(&self, zone: &Zone, weekly: Option<&WeeklyPhrase>) -> crate::calendar::Hours {
        let mut closed: Vec<Closure> = Vec::new();
        for list in &self.holidays {
            for day in list.value.days() {
                let name = Some(day.name.to_owned());
                closed.push(Closure::Dates { from: day.date, to: day.date, name, part: day.part });
            }
        }
        closed.extend(self.closed.iter().map(|dates| {
            let (from, to) = dates.value;
            Closure::Dates { from, to, name: None, part: None }
        }));
        let season = |season: &SeasonModel| Season {
            name: season.head.name.clone(),
            from: season.from.value,
            to: season.to.value,
            weekly: season.open.hours.clone(),
        };
        crate::calendar::Hours {
            zone: self.zone.as_ref().map_or_else(|| zone.clone(), |own| own.value.clone()),
            weekly: weekly.map_or(WeeklyHours::Never, |phrase| phrase.hours.clone()),
            seasons: self.seasons.iter().map(season).collect(),
            closed,
            special: self
                .special_days
                .iter()
                .map(|(date, spans)| SpecialDay { date: date.value, spans: spans.clone() })
                .collect(),
        }
    }

    /// The last year for which all public holidays of the desk are known; none where it closes on no public holidays.
    #[must_use]
    pub fn holidays_known_until(&self) -> Option<i16> {
        self.holidays.iter().map(|list| list.value.last_year).min()
    }
}

/// Gives the names their meaning.
pub(super) fn resolve(syntax: &HoursSyntax, names: &Names, sink: &mut Sink) -> HoursModel {
    HoursModel { desks: syntax.desks.iter().map(|desk| resolve_desk(desk, names, sink)).collect() }
}

fn resolve_desk(desk: &DeskSyntax, names: &Names, sink: &mut Sink) -> DeskModel {
    let channel = |written: &Written, sink: &mut Sink| {
        let name = written.spanned();
        names.find_channels(&name, sink).map(|set| Spanned::new(set, name.span))
    };
    let (zone, zone_of) = resolve_zone(desk.time_zone.as_ref(), sink);
    let (holidays, closed) = resolve_closed(&desk.closed_on, sink);
    DeskModel {
        head: desk.head.clone(),
        channels: desk.channels.iter().filter_map(|written| channel(written, sink)).collect(),
        open: desk.open.clone(),
        zone,
        zone_of,
        holidays,
        closed,
        special_days: desk.special_days.clone(),
        seasons: desk.seasons.iter().filter_map(|season| resolve_season(season, sink)).collect(),
        staffed: desk.staffed.clone(),
        when_closed: desk.when_closed.clone(),
    }
}

fn resolve_zone(written: Option<&Written>, sink: &mut Sink) -> (Option<Spanned<Zone>>, DeskZone) {
    match written {
        None => (None, DeskZone::Own),
        Some(written) if written.text == "the customer's" => (None, DeskZone::Customers),
        Some(written) => (header::zone(written, sink), DeskZone::Own),
    }
}

type Closed = (Vec<Spanned<&'static HolidayList>>, Vec<Spanned<(Date, Date)>>);

fn resolve_closed(written: &[Spanned<ClosedOn>], sink: &mut Sink) -> Closed {
    let (mut holidays, mut dates) = (Vec::new(), Vec::new());
    for part in written {
        match &part.value {
            ClosedOn::PublicHolidays { region } => match HolidayList::find(&region.value) {
                Some(list) => holidays.push(Spanned::new(list, part.span)),
                None => sink.push(errors::unknown_region(region)),
            },
            ClosedOn::Date(date) => dates.push(Spanned::new((*date, *date), part.span)),
            ClosedOn::Range(from, to) if to < from => {
                sink.push(errors::ends_before_it_begins("This closed stretch", *from, *to, part.span, part.span));
            }
            ClosedOn::Range(from, to) => dates.push(Spanned::new((*from, *to), part.span)),
        }
    }
    (holidays, dates)
}

fn resolve_season(season: &SeasonSyntax, sink: &mut Sink) -> Option<SeasonModel> {
    let (from, to, open) = (season.from?, season.to?, season.open.clone()?);
    if to.value < from.value {
        sink.push(errors::ends_before_it_begins("This season", from.value, to.value, to.span, from.span));
        return None;
    }
    Some(SeasonModel { head: season.head.clone(), from, to, open })
}
