//! Tables of promises: what they mean, what of them runs, and each finding as it is told.

use crate::policy::{
    Cell, ChannelId, ChannelKind, ChannelSet, Clause, ContactTypeId, Date, Deadline, Duration, PromiseId, SeasonId,
    SegmentId, Share, Unit,
};
use crate::source::{Sink, Span};
use crate::strategy::checks::{Tried, acorn_names, try_part, try_with};
use crate::strategy::components::service_levels::syntax::{self, ServiceLevelsSyntax};
use crate::strategy::components::service_levels::table_model::{self, MOST_PROMISES};
use crate::strategy::components::service_levels::{CellModel, ServiceLevels, ServiceLevelsModel};
use crate::strategy::names::{NameKind, Names};

fn levels(text: &str) -> Tried<ServiceLevelsModel> {
    try_part::<ServiceLevels>(text)
}

/// A table of one promise.
fn cell(promise: &str) -> Tried<ServiceLevelsModel> {
    levels(&format!("service levels: |\n  | contact type | phone |\n  |---|---|\n  | Order help | {promise} |\n"))
}

const TABLE: &str = "\
service levels: |
  | contact type | phone       | social       | help pages |
  |--------------|-------------|--------------|------------|
  | Safety issue | 90% in 10 s |              | -          |
  | Order help   | no promise  | 80% in 1 h   | always     |
";

fn clauses(tried: &Tried<ServiceLevelsModel>) -> &[Clause] {
    &tried.policy.promises[0].clauses
}

#[test]
fn a_table_runs_cell_by_cell() {
    let tried = levels(TABLE);
    tried.is_clean();
    let table = &tried.policy.promise_tables[0];
    let columns: Vec<_> = table.columns.iter().map(|column| (column.heading.as_str(), column.channels)).collect();
    assert_eq!(
        columns,
        [
            ("phone", ChannelSet::One(ChannelId(0))),
            ("social", ChannelSet::Kind(ChannelKind::Social)),
            ("help pages", ChannelSet::One(ChannelId(4))),
        ]
    );
    let safety = vec![Some(Cell::Promise(PromiseId(0))), None, Some(Cell::NotOffered)];
    let order = vec![Some(Cell::NoPromise), Some(Cell::Promise(PromiseId(1))), Some(Cell::Always)];
    assert_eq!(table.rows, [(ContactTypeId(0), safety), (ContactTypeId(1), order)]);
    let deadline = Deadline::Within(Duration::new(10, Unit::Second));
    let share = Share::percent(crate::measure::Decimal::whole(90)).unwrap();
    assert_eq!(clauses(&tried), [Clause::Point { share, strict: false, deadline }]);
    assert_eq!(tried.policy.promises[0].written, "90% in 10 s");
    assert_eq!((table.segment, table.season), (None, None));
}

#[test]
fn each_promise_knows_its_own_cell() {
    let same = "service levels: |\n  | contact type | phone | chat |\n  |---|---|---|\n  \
                | Order help | 80% in 20 s | 80% in 20 s |\n";
    let tried = levels(same);
    tried.is_clean();
    assert_eq!(tried.policy.promises.len(), 2);
    assert_eq!(tried.origin(PromiseId(0)), ("80% in 20 s", "service levels › Order help › phone".into()));
    assert_eq!(tried.origin(PromiseId(1)).1, "service levels › Order help › chat");
}

#[test]
fn a_blank_cell_is_a_gap_and_no_finding() {
    let tried = levels(TABLE);
    let (_, _, cells) = &tried.model.promises.as_ref().unwrap().rows[0];
    let cells: Vec<_> = cells.iter().map(|cell| &cell.value).collect();
    assert!(matches!(cells.as_slice(), [CellModel::Promise(_), CellModel::Blank, CellModel::NotOffered]));
}

#[test]
fn tables_for_a_customer_and_in_a_season_stand_beside_the_plain_one() {
    let text = "\
service levels:
  promises: |
    | contact type | phone       |
    |--------------|-------------|
    | Order help   | 80% in 20 s |
  for Trail Club: |
    | contact type | phone       |
    |--------------|-------------|
    | Order help   | 90% in 10 s |
  in Tax time: |
    | contact type | phone        |
    |--------------|--------------|
    | Order help   | 80% in 5 min |
  seasons:
    Tax time:
      from: 2026-07-01
      to: 2026-10-31
";
    let tried = levels(text);
    tried.is_clean();
    let whose: Vec<_> = tried.policy.promise_tables.iter().map(|table| (table.segment, table.season)).collect();
    assert_eq!(whose, [(None, None), (Some(SegmentId(0)), None), (None, Some(SeasonId(0)))]);
    let dates = ["2026-07-01", "2026-10-31"].map(|date| Date::parse(date).unwrap());
    assert_eq!(tried.policy.seasons[0].dates, [(dates[0], dates[1])]);
    assert_eq!(tried.origin(SeasonId(0)), ("Tax time", "service levels › seasons › Tax time".into()));
    assert_eq!(tried.origin(PromiseId(1)).1, "service levels › for Trail Club › Order help › phone");
    assert_eq!(tried.origin(PromiseId(2)).1, "service levels › in Tax time › Order help › phone");
}

/// The worked names, and a desk with a season.
fn with_season(from: &str, to: &str) -> Names {
    let mut names = acorn_names();
    names.declare(NameKind::Season, "Peak", Span::default(), &mut Sink::new());
    let dates = (Date::parse(from).unwrap(), Date::parse(to).unwrap());
    names.describe_season("Peak", vec!["hours".into(), "Main desk".into()], Some(dates));
    names
}

#[test]
fn the_season_of_a_desk_counts_with_the_dates_of_the_desk() {
    let text = "service levels:\n  in Peak: |\n    | contact type | phone |\n    |---|---|\n    \
                | Order help | 80% in 60 s |\n";
    let tried = try_with::<ServiceLevels>(text, with_season("2026-11-16", "2027-01-03"));
    tried.is_clean();
    assert_eq!(tried.policy.seasons[0].dates[0].0, Date::parse("2026-11-16").unwrap());
    assert_eq!(tried.origin(SeasonId(0)).1, "hours › Main desk");
}

#[test]
fn one_season_has_one_set_of_dates() {
    let text = "service levels:\n  seasons:\n    Peak:\n      from: 2026-12-01\n      to: 2026-12-31\n";
    let tried = try_with::<ServiceLevels>(text, with_season("2026-11-16", "2027-01-03"));
    let told = "must described-twice: \"Peak\" has other dates here than under hours.\n  at: Peak\n  \
                why: Nobody can tell on which dates its promises hold.\n  see:  (first here)\n  \
                fix: give both the same dates, remove this one, or choose another name\n";
    assert_eq!(tried.told(), [told]);
    try_with::<ServiceLevels>(text, with_season("2026-12-01", "2026-12-31")).is_clean();
}

#[test]
fn a_season_ends_after_it_begins() {
    let tried = levels("service levels:\n  seasons:\n    Peak:\n      from: 2026-12-31\n      to: 2026-12-01\n");
    assert_eq!(
        tried.told(),
        ["must ends-before-start: This season ends before it begins.\n  at: 2026-12-01\n  \
          why: It begins on 2026-12-31 and ends on 2026-12-01.\n  see: 2026-12-31 (it begins here)\n  \
          fix: swap the two dates, or correct the year\n"]
    );
    assert_eq!(tried.policy.seasons[0].dates, []);
}

#[test]
fn a_misread_cell_says_which_one_it_is() {
    let tried = cell("80/20");
    assert_eq!(
        tried.told(),
        ["must unclear-promise: \"80/20\" does not say its unit.\n  at: 80/20\n  \
          in: service levels › Order help › phone\n  \
          why: Write it out, so nobody has to guess the unit.\n  fix: 80% in 20 s\n"]
    );
    assert!(tried.mended().contains("| Order help | 80% in 20 s |"));
    assert!(!tried.policy.complete);
    assert_eq!(tried.policy.promise_tables[0].rows[0].1, [None]);
}

#[test]
fn a_cell_of_a_table_for_a_customer_says_so() {
    let text = "service levels:\n  for Trail Club: |\n    | contact type | phone |\n    |---|---|\n    \
                | Order help | 80/20 |\n";
    let path = levels(text).findings[0].path.join(" › ");
    assert_eq!(path, "service levels › for Trail Club › Order help › phone");
}

#[test]
fn a_larger_share_needs_more_time() {
    let tried = cell("95% in 20 s, 90% in 30 s, at most 5% abandoned");
    assert_eq!(
        tried.told(),
        ["must ladder-not-rising: \"90% in 30 s\" does not fit beside \"95% in 20 s\".\n  \
          at: 95% in 20 s, 90% in 30 s, at most 5% abandoned\n  in: service levels › Order help › phone\n  \
          why: A larger share of contacts must be given more time. One of the two promises says nothing.\n  \
          fix: 90% in 20 s, 95% in 30 s, at most 5% abandoned\n"]
    );
    levels(&tried.mended()).is_clean();
}

#[test]
fn ladders_that_rise_or_cannot_be_compared() {
    for rising in [
        "90% in 15 s, 95% in 20 s",
        "95% in 20 s, 90% in 15 s",
        "90% in 90 s, 95% in 2 min",
        "50% in 10 working days, 85% in 20 working days, 100% in 30 working days",
        "80% by 12:00 on working day 3, 100% in 3 working days",
        "90% in 6 days, 95% in 1 week",
        "90% in 4 open hours, 95% in 2 clock hours",
        "90% in 2 days, 95% in 1 working day",
    ] {
        cell(rising).is_clean();
    }
    for falling in [
        "90% in 2 min, 95% in 90 s",
        "90% in 20 s, 90% in 30 s",
        "90% in 20 s, 95% in 20 s",
        "90% in 8 days, 95% in 1 week",
        "80% in 3 working days, 100% by 12:00 on working day 3",
        "90% in 10 s, 95% in 20 s, 99% in 15 s",
    ] {
        let names: Vec<_> = cell(falling).findings.iter().map(|finding| finding.finding.name).collect();
        assert_eq!(names, ["ladder-not-rising"], "{falling}");
    }
    assert_eq!(cell("90% in 20 s, 90% in 30 s").findings[0].fixes[0].text, "90% in 20 s");
    assert_eq!(cell("90% in 20 s, 95% in 20 s").findings[0].fixes[0].text, "95% in 20 s");
}

#[test]
fn always_is_for_help_without_a_person() {
    let tried = cell("always");
    assert_eq!(
        tried.told(),
        ["should always-with-people: People answer on \"phone\", so always promises nothing there.\n  at: always\n  \
          in: service levels › Order help › phone\n  \
          why: Always is for help that is there at once without a person. Here a customer waits, and nobody said how \
          long.\n  fix: write how long, such as 80% in 20 s, or no promise\n"]
    );
    assert_eq!(tried.policy.promise_tables[0].rows[0].1, [Some(Cell::Always)]);
}

#[test]
fn an_unknown_heading_is_one_finding_and_its_cells_are_still_read() {
    let text = "service levels: |\n  | contact type | insta |\n  |---|---|\n  | Order help | 80% in 20 s |\n  \
                | Safety issue | 80/20 |\n";
    let tried = levels(text);
    assert_eq!(
        tried.told(),
        [
            "must unknown-name: There is no channel called \"insta\" in this strategy.\n  at: insta\n  \
             in: service levels › insta\n  see:  (instagram is described here)\n  fix: instagram\n",
            "must unclear-promise: \"80/20\" does not say its unit.\n  at: 80/20\n  \
             in: service levels › Safety issue › insta\n  \
             why: Write it out, so nobody has to guess the unit.\n  fix: 80% in 20 s\n",
        ]
    );
    assert!(tried.model.promises.as_ref().unwrap().incomplete);
    assert_eq!(tried.policy.promise_tables[0].columns, []);
    assert!(!tried.policy.complete);
}

#[test]
fn an_unknown_row_is_one_finding() {
    let tried = levels("service levels: |\n  | contact type | phone |\n  |---|---|\n  | Ordr help | 80% in 20 s |\n");
    assert_eq!(
        tried.told(),
        ["must unknown-name: There is no contact type called \"Ordr help\" in this strategy.\n  at: Ordr help\n  \
          in: service levels › Ordr help\n  see:  (Order help is described here)\n  fix: Order help\n"]
    );
    assert!(!tried.policy.complete);
}

#[test]
fn an_unknown_customer_loses_its_table() {
    let text = "service levels:\n  for Gold: |\n    | contact type | phone |\n    |---|---|\n    \
                | Order help | 90% in 20 s |\n";
    let tried = levels(text);
    assert_eq!(
        tried.told(),
        ["must unknown-name: There is no customer segment called \"Gold\" in this strategy.\n  at: Gold\n  \
          why: The customer segments here: Trail Club or Everyone else.\n  \
          fix: use one of these names, or add \"Gold\" under customers\n"]
    );
    assert_eq!(tried.policy.promise_tables, []);
    assert!(tried.model.incomplete && !tried.policy.complete);
}

#[test]
fn the_first_heading_is_contact_type() {
    let tried = levels("service levels: |\n  | reason | phone |\n  |---|---|\n  | Order help | 80% in 20 s |\n");
    assert_eq!(
        tried.told(),
        ["must unknown-heading: The first heading is \"reason\" and should be contact type.\n  at: reason\n  \
          in: service levels\n  why: The rows are contact types, and the other headings are channels.\n  \
          fix: contact type\n"]
    );
    levels(&tried.mended()).is_clean();
}

#[test]
fn headings_and_rows_need_names() {
    let text = "service levels: |\n  | contact type | phone |  |\n  |---|---|---|\n  | Order help | 80% in 20 s | - |\n  \
                |  | - | - |\n";
    assert_eq!(
        levels(text).told(),
        [
            "must unknown-heading: A column has no heading.\n  at: \n  in: service levels\n  \
             why: Nobody can tell for which channel its promises hold.\n  \
             fix: write the name of a channel or a kind at its top, or remove the column\n",
            "must unknown-heading: A row does not say its contact type.\n  at: \n  in: service levels\n  \
             why: Nobody can tell which contacts its promises are for.\n  \
             fix: write the contact type in its first cell, or remove the row\n",
        ]
    );
}

#[test]
fn a_row_or_column_given_twice() {
    let text = "service levels: |\n  | contact type | phone | phone |\n  |---|---|---|\n  \
                | Order help | 80% in 20 s | 90% in 20 s |\n  | Order help | 70% in 20 s | - |\n";
    let tried = levels(text);
    assert_eq!(
        tried.told(),
        [
            "must given-twice: The column \"phone\" is there twice.\n  at: phone\n  in: service levels › phone\n  \
             why: Only the first one counts.\n  see: phone (first here)\n  fix: keep one of them\n",
            "must given-twice: The row \"Order help\" is there twice.\n  at: Order help\n  \
             in: service levels › Order help\n  why: Only the first one counts.\n  see: Order help (first here)\n  \
             fix: keep one of them\n",
        ]
    );
    let written: Vec<_> = tried.policy.promises.iter().map(|promise| promise.written.as_str()).collect();
    assert_eq!(written, ["80% in 20 s"]);
}

#[test]
fn a_ragged_row_is_one_finding_and_promises_nothing_for_certain() {
    let text = "service levels: |\n  | contact type | phone | chat |\n  |---|---|---|\n  \
                | Order help | 80% in 20 s |\n  | Safety issue | 90% in 10 s | 80/20 | - |\n";
    let tried = levels(text);
    assert_eq!(
        tried.told(),
        [
            "must ragged-row: The row \"Order help\" has 1 cell too few.\n  at: | Order help | 80% in 20 s |\n  \
             in: service levels › Order help\n  why: A promise could stand below the wrong channel.\n  \
             fix: give each column one cell, between two upright lines; leave it blank where nothing is decided\n",
            "must ragged-row: The row \"Safety issue\" has 1 cell too many.\n  at: - |\n  \
             in: service levels › Safety issue\n  why: A promise could stand below the wrong channel.\n  \
             fix: give each column one cell, between two upright lines; leave it blank where nothing is decided\n",
        ]
    );
    let table = tried.model.promises.as_ref().unwrap();
    let cells: Vec<Vec<_>> =
        table.rows.iter().map(|(_, _, cells)| cells.iter().map(|cell| cell.value.clone()).collect()).collect();
    assert!(matches!(cells[0].as_slice(), [CellModel::Promise(_), CellModel::Unreadable]));
    assert_eq!(cells[1], [CellModel::Unreadable, CellModel::Unreadable]);
    assert!(!tried.policy.complete);
}

#[test]
fn what_is_no_table_says_how_one_is_written() {
    let table_wanted = |text: &str| {
        let tried = levels(text);
        let names: Vec<_> = tried.findings.iter().map(|finding| finding.finding.name).collect();
        assert_eq!(names, ["table-wanted"], "{text}");
        tried.findings[0].headline.clone()
    };
    assert_eq!(table_wanted("service levels: 80% in 20 s\n"), "\"service levels\" needs a table.");
    assert_eq!(table_wanted("service levels:\n  promises:\n    phone: fast\n"), "\"promises\" needs a table.");
    assert_eq!(table_wanted("service levels: |\n  80% in 20 s\n"), "\"service levels\" needs a table.");
    assert_eq!(
        table_wanted("service levels: |\n  | contact type | phone |\n"),
        "This table has no rows, so it promises nothing."
    );
    let folded = "service levels: >\n  | contact type | phone |\n  |---|---|\n  | Order help | 80% in 20 s |\n";
    assert_eq!(table_wanted(folded), "\"service levels\" needs a table.");
}

#[test]
fn names_that_may_only_be_missing_are_not_reported() {
    let mut names = Names::new();
    names.mark_unreadable(NameKind::Channel);
    names.mark_unreadable(NameKind::ContactType);
    let tried = try_with::<ServiceLevels>(TABLE, names);
    assert_eq!(tried.told(), Vec::<String>::new());
    assert_eq!(tried.withheld, 5);
    assert!(!tried.policy.complete);
}

#[test]
fn promises_past_the_limit_are_one_finding() {
    let text = "service levels: |\n  | contact type | phone | chat |\n  |---|---|---|\n  \
                | Order help | 80% in 20 s | 80% in 30 s |\n  | Safety issue | 90% in 10 s | - |\n";
    let syntax = section(text);
    let (mut promises, mut sink) = (MOST_PROMISES - 1, Sink::new());
    let table = table_model::resolve(syntax.promises.as_ref().unwrap(), &acorn_names(), &mut promises, &mut sink);
    let told: Vec<_> =
        sink.so_far().iter().map(|finding| (finding.headline.as_str(), finding.path.join(" › "))).collect();
    assert_eq!(told, [("There are more than 60000 promises.", "service levels › Order help › chat".into())]);
    let kept = table.rows.iter().flat_map(|(_, _, cells)| cells);
    assert_eq!(kept.filter(|cell| matches!(cell.value, CellModel::Promise(_))).count(), 1);
}

fn section(text: &str) -> ServiceLevelsSyntax {
    let tree = crate::yaml::read(crate::source::SourceId(0), text);
    syntax::read(tree.root.unwrap().get("service levels").unwrap(), &mut Sink::new())
}
