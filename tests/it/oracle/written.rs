//! A plan as the text of a strategy.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::plan::{Cell, Contact, Deadline, Plan, Rule, Span, Test, Week};

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The date of a day number from 1970-01-01.
pub(super) fn date(day: i64) -> Date {
    Date::constant(1970, 1, 1).checked_add(jiff::Span::new().days(day)).unwrap()
}

fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn span(span: Span) -> String {
    if span.to > 1440 {
        format!("{}-{} next day", clock(span.from), clock(span.to - 1440))
    } else {
        format!("{}-{}", clock(span.from), clock(span.to))
    }
}

fn week(week: &Week) -> String {
    match week {
        Week::Always => "always".into(),
        Week::Never => "never".into(),
        Week::Spans(spans) => {
            let spans = spans.iter().map(|(days, times)| {
                let days: Vec<&str> = days.iter().map(|day| DAYS[*day]).collect();
                format!("{} {}", days.join(", "), span(*times))
            });
            spans.collect::<Vec<_>>().join(", ")
        }
    }
}

fn count(amount: i64, one: &str) -> String {
    format!("{amount} {one}{}", if amount == 1 { "" } else { "s" })
}

/// A length of time, in seconds, minutes or hours as it comes out even.
fn length(deadline: Deadline) -> String {
    match deadline {
        Deadline::Minutes(minutes) if minutes % 60 == 0 => format!("{} h", minutes / 60),
        Deadline::Minutes(minutes) if minutes % 7 == 0 => format!("{} s", minutes * 60),
        Deadline::Minutes(minutes) => format!("{minutes} min"),
        Deadline::OpenHours(hours) => count(hours, "open hour"),
        Deadline::ClockHours(hours) => count(hours, "clock hour"),
        Deadline::WorkingDays(days) => count(i64::try_from(days).unwrap(), "working day"),
        Deadline::Days(days) if days % 7 == 0 => count(days / 7, "week"),
        Deadline::Days(days) => count(days, "day"),
        Deadline::Months(months) => count(months, "month"),
        Deadline::AtTime(..) | Deadline::SameTime(_) => unreachable!("no length of time"),
    }
}

fn point(deadline: Deadline, share: usize) -> String {
    match deadline {
        Deadline::AtTime(day, minute) => format!("by {} on working day {day}", clock(minute)),
        Deadline::SameTime(days) => format!("{} at the same time", count(i64::try_from(days).unwrap(), "working day")),
        Deadline::WorkingDays(2) => "by close of working day 2".into(),
        Deadline::Minutes(_)
        | Deadline::OpenHours(_)
        | Deadline::ClockHours(_)
        | Deadline::WorkingDays(_)
        | Deadline::Days(_)
        | Deadline::Months(_) => format!("{share}% in {}", length(deadline)),
    }
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::NotOffered => "-".into(),
        Cell::NoPromise => "no promise".into(),
        Cell::Points(points) => {
            let points = points.iter().zip([80, 90]).map(|(deadline, share)| point(*deadline, share));
            points.collect::<Vec<_>>().join(", ")
        }
    }
}

fn tenths(number: i64) -> String {
    format!("{}{}.{}", if number < 0 { "-" } else { "" }, number.abs() / 10, number.abs() % 10)
}

fn test(test: &Test, plan: &Plan) -> String {
    match test {
        Test::Is(field, names, not) => format!("{field} is {}{}", if *not { "not " } else { "" }, names.join(", ")),
        Test::Number("waiting", comparison, minutes) => format!("waiting {comparison} {minutes} min"),
        Test::Number(field, comparison, number) => format!("{field} {comparison} {}", tenths(*number)),
        Test::Between(field, low, high) => format!("{field} between {} and {}", tenths(*low), tenths(*high)),
        Test::Known(field, known) => format!("{field} is {}known", if *known { "" } else { "not " }),
        Test::Term(term, not) => format!("contact is {}{}", if *not { "not " } else { "" }, plan.terms[*term].0),
        Test::Desk(desk, open) => {
            format!("desk {} is {}", plan.desks[*desk].name, if *open { "open" } else { "closed" })
        }
    }
}

fn tests(list: &[Test], plan: &Plan) -> String {
    list.iter().map(|one| test(one, plan)).collect::<Vec<_>>().join(" and ")
}

/// The text of a strategy that says what the plan says.
pub(super) fn text(plan: &Plan) -> String {
    let mut out = format!("format: 1\nstrategy: Oracle\ntime zone: {}\n", plan.zone);
    out += "fields:\n  tier: one of gold, silver, bronze\n  vip: yes or no\n  score: number from -10 to 10\n";
    if !plan.terms.is_empty() {
        out += "terms:\n";
        plan.terms.iter().for_each(|(name, list)| out += &format!("  {name}: {}\n", tests(list, plan)));
    }
    out += "customers:\n";
    for (name, list) in &plan.segments {
        let by = if list.is_empty() { String::new() } else { format!("    recognised by: {}\n", tests(list, plan)) };
        out += &format!("  {name}:\n    who: some of them\n{by}");
    }
    out += "contact types:\n";
    for it in &plan.types {
        out += &format!("  {}:\n    examples: one of them\n", it.name);
        it.part_of.iter().for_each(|parent| out += &format!("    part of: {}\n", plan.types[*parent].name));
        it.gravity.iter().for_each(|gravity| out += &format!("    gravity: {gravity}\n"));
        it.reply.iter().for_each(|reply| out += &format!("    reply: {reply}\n"));
        out += if it.everything_else { "    everything else: yes\n" } else { "" };
    }
    out += "channels:\n";
    for it in &plan.channels {
        let mode = if it.listen { "    mode: listen\n" } else { "" };
        out += &format!("  {}:\n    kind: {}\n{mode}", it.name, it.kind);
    }
    hours(plan, &mut out);
    service_levels(plan, &mut out);
    if !plan.rules.is_empty() {
        out += "routing:\n";
        plan.rules.iter().for_each(|it| rule(it, plan, &mut out));
    }
    out += "agent groups:\n";
    super::plan::GROUPS.iter().for_each(|group| out += &format!("  {group}:\n    languages: German, Welsh\n"));
    out
}

fn hours(plan: &Plan, out: &mut String) {
    if !plan.desks.is_empty() {
        *out += "hours:\n";
    }
    for desk in &plan.desks {
        let _ = writeln!(
            out,
            "  {}:\n    channels: {}\n    open: {}",
            desk.name,
            desk.channels.join(", "),
            week(&desk.open)
        );
        desk.zone.iter().for_each(|zone| *out += &format!("    time zone: {zone}\n"));
        desk.staffed.iter().for_each(|staffed| *out += &format!("    staffed: {}\n", week(staffed)));
        if !desk.closed.is_empty() {
            let closed = desk.closed.iter().map(|(from, to)| match from == to {
                true => date(*from).to_string(),
                false => format!("{} to {}", date(*from), date(*to)),
            });
            let _ = writeln!(out, "    closed on: {}", closed.collect::<Vec<_>>().join(", "));
        }
        if !desk.special.is_empty() {
            *out += "    special days:\n";
        }
        for (day, spans) in &desk.special {
            let spans: Vec<String> = spans.iter().map(|one| span(*one)).collect();
            let spans = if spans.is_empty() { "closed".into() } else { spans.join(", ") };
            let _ = writeln!(out, "      {}: {spans}", date(*day));
        }
        if let Some((from, to, open)) = &desk.season {
            let _ = writeln!(
                out,
                "    seasons:\n      Peak:\n        from: {}\n        to: {}\n        open: {}",
                date(*from),
                date(*to),
                week(open)
            );
        }
    }
}

fn service_levels(plan: &Plan, out: &mut String) {
    *out += "service levels:\n";
    let counting = match (plan.all_hours, plan.after_close_next) {
        (false, false) => "",
        (true, false) => "  counting: all hours\n",
        (false, true) => "  counting: after close counts as the next working day\n",
        (true, true) => "  counting:\n    runs on: all hours\n    after close: counts as the next working day\n",
    };
    for table in &plan.tables {
        match (&table.customer, table.season) {
            (None, false) => *out += "  promises: |\n",
            (None, true) => *out += "  in Peak: |\n",
            (Some(customer), _) => *out += &format!("  for {customer}: |\n"),
        }
        let _ = writeln!(out, "    | contact type | {} |", table.columns.join(" | "));
        let _ = writeln!(out, "    |---{} |", "|---".repeat(table.columns.len()));
        for (row, cells) in &table.rows {
            let cells: Vec<String> = cells.iter().map(cell).collect();
            let _ = writeln!(out, "    | {} | {} |", plan.types[*row].name, cells.join(" | "));
        }
    }
    *out += counting;
}

fn rule(rule: &Rule, plan: &Plan, out: &mut String) {
    let _ = writeln!(out, "  {}:", rule.name);
    if !rule.tests.is_empty() {
        let _ = writeln!(out, "    when: {}", tests(&rule.tests, plan));
    }
    match rule.group {
        Some(group) => *out += &format!("    send to: {group}\n"),
        None => *out += "    reply: none needed\n",
    }
    rule.step.iter().for_each(|(after, to)| *out += &format!("    then after {}: {to}\n", length(*after)));
    rule.tell.iter().for_each(|after| *out += &format!("    if not answered in {}: tell Boss\n", length(*after)));
    rule.priority.iter().for_each(|priority| *out += &format!("    priority: {priority}\n"));
}

/// The JSON object of a contact.
pub(super) fn json(contact: &Contact) -> String {
    let at = jiff::Timestamp::from_second(contact.at * 60).unwrap();
    let mut out = serde_json::json!({
        "contact type": contact.contact_type,
        "channel": contact.channel,
        "at": at.to_string(),
        "customer": contact.customer,
        "language": contact.language,
        "tier": contact.tier,
        "vip": contact.vip.map(|yes| if yes { "yes" } else { "no" }),
    });
    let mut number = |name: &str, value: Option<serde_json::Number>| out[name] = value.into();
    let decimal = |tenth: i64| tenths(tenth).parse().ok();
    number("sentiment", contact.sentiment.and_then(decimal));
    number("score", contact.score.and_then(decimal));
    number("waiting", contact.waiting.map(|minutes| (minutes * 60).into()));
    out.to_string()
}
