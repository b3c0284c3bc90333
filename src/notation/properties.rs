//! What holds for every reader and every text: no panic, places inside the text, suggestions that read.

use proptest::prelude::*;

use crate::calendar::{Date, Days, Duration, OpenSpan, TimeOfDay, Unit, Weekday, WeeklyHours};
use crate::measure::{Decimal, Share};
use crate::notation::checks::exact;
use crate::notation::misread::LONGEST_PHRASE_BYTES;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::phrase::Phrase;
use crate::notation::places::places;
use crate::notation::promise::{Clause, Promise};
use crate::notation::{self, WeeklyPhrase};
use crate::source::{Excerpt, Span, Spanned};

/// Every reader on one text: places lie inside it, on whole characters; what is suggested reads.
fn hold(text: &str) {
    for phrase in Phrase::ALL {
        let spans = match places(phrase, exact(text)) {
            Ok(spans) => spans,
            Err(misread) => {
                for rewritten in misread.suggestion.iter().chain(&misread.choices) {
                    assert!(places(phrase, exact(rewritten)).is_ok(), "{phrase:?} {text:?}: {rewritten:?}");
                }
                vec![misread.span]
            }
        };
        for span in spans {
            assert!(text.get(span.range()).is_some(), "{phrase:?} {text:?}: {span:?}");
        }
    }
}

/// Words of the language and what people write in their place, parted by bars.
const PIECES: [&str; 9] = [
    "80%|80|0.8|20|20 s|20s|m| in | within | by |average |at most |fewer than | abandoned| after ",
    " over | busy|always|never|no promise|-|, |,|;| and | or |Mon|Mon-Fri|Tuesday|every day| |08:00",
    "9|9am|25:00|24:00|-|\u{2013}|/| to | next day|closed|2026-12-01|1/2/2026|25 December|updated ",
    "review every |6 months|as of |channel|sentiment|what is it| is | not |not | above | below ",
    " between |known|open|desk |contact|(|)|=|<|Trail Club|phone|Order help| on | from |Call on us",
    " with |sent to |reaches |promise |priority |then |tell |answer in |answer by |open again ",
    "rule | per |h|day|week|GBP|\u{a3}|plus or minus |one of |number |only when |every week",
    "same day|when |blended with | first|dedicated|working day| 3|é|\u{1f600}|\u{a0}|PT|P1D|rings",
    "24/7|n/a|public holidays in |bank holidays|live since ",
];

/// Texts made of the words of the language, in any order, with and without blanks.
fn near_phrases() -> impl Strategy<Value = String> {
    let pieces: Vec<&str> = PIECES.iter().flat_map(|line| line.split('|')).collect();
    let pieces = prop::sample::select(pieces);
    prop::collection::vec(pieces, 0..9).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        hold(&text);
    }

    #[test]
    fn texts_of_the_languages_own_words_are_answered(text in near_phrases()) {
        hold(&text);
    }

    #[test]
    fn a_phrase_with_one_character_changed_is_answered(
        phrase in prop::sample::select(Phrase::ALL.to_vec()),
        at in any::<prop::sample::Index>(),
        with in any::<char>(),
    ) {
        let mut characters: Vec<char> = phrase.example().chars().collect();
        let at = at.index(characters.len());
        characters[at] = with;
        hold(&characters.into_iter().collect::<String>());
    }

    #[test]
    fn places_follow_the_text(lead in 0_usize..500) {
        for phrase in Phrase::ALL {
            let text = phrase.example();
            let moved = Excerpt::exact(text, Span::new(Default::default(), lead, lead + text.len()));
            let there: Vec<_> = places(phrase, moved).unwrap().into_iter().map(|span| span.start as usize).collect();
            let here: Vec<_> = places(phrase, exact(text)).unwrap().into_iter().map(|span| span.start as usize + lead).collect();
            prop_assert_eq!(there, here);
        }
    }

    #[test]
    fn printed_durations_read_back(amount in 1_u32..1_000_000_000, unit in prop::sample::select(Unit::ALL.to_vec())) {
        let duration = Duration::new(amount, unit);
        prop_assert_eq!(notation::duration(exact(&duration.to_string())).unwrap().value, duration);
    }

    #[test]
    fn printed_shares_dates_and_times_read_back(share in shares(), days in 0_i64..3_000_000, seconds in 0_u32..=86_400) {
        prop_assert_eq!(notation::share(exact(&share.to_string())).unwrap().value, share);
        let date = Date::new(1, 1, 1).unwrap().plus_days(days);
        prop_assert_eq!(notation::date(exact(&date.to_string())).unwrap().value, date);
        let time = TimeOfDay::from_seconds(seconds).unwrap();
        prop_assert_eq!(notation::time_of_day(exact(&time.to_string())).unwrap().value, time);
    }

    #[test]
    fn printed_promises_read_back(clauses in prop::collection::vec(clauses(), 1..5)) {
        let clauses = clauses.into_iter().map(|clause| Spanned::new(clause, Span::default())).collect();
        let promise = Promise { clauses };
        let read = notation::promise(exact(&promise.to_string())).unwrap().value;
        let values = |promise: &Promise| promise.clauses.iter().map(|clause| clause.value.clone()).collect::<Vec<_>>();
        prop_assert_eq!(values(&read), values(&promise));
    }

    #[test]
    fn printed_hours_read_back(spans in prop::collection::vec(open_spans(), 1..6)) {
        let hours = WeeklyHours::Spans(spans.clone());
        let spans = spans.into_iter().map(|span| Spanned::new(span, Span::default())).collect();
        let printed = WeeklyPhrase { hours: hours.clone(), spans }.to_string();
        prop_assert_eq!(notation::hours(exact(&printed)).unwrap().hours, hours, "{}", printed);
    }
}

fn shares() -> impl Strategy<Value = Share> {
    (0_i64..=100_000_000_000).prop_map(|billionths| Share::percent(Decimal::from_billionths(billionths)).unwrap())
}

fn durations() -> impl Strategy<Value = Duration> {
    (1_u32..100_000, prop::sample::select(Unit::ALL.to_vec())).prop_map(|(amount, unit)| Duration::new(amount, unit))
}

fn clauses() -> impl Strategy<Value = Clause> {
    use crate::calendar::Deadline;
    let deadline = prop_oneof![
        durations().prop_map(Deadline::Within),
        (1_u32..100, 0_u32..=86_400).prop_map(|(working_day, seconds)| Deadline::AtTime {
            working_day,
            time: TimeOfDay::from_seconds(seconds).unwrap()
        }),
        (1_u32..100).prop_map(|working_days| Deadline::SameTime { working_days }),
    ];
    prop_oneof![
        (shares(), any::<bool>(), deadline).prop_map(|(share, strict, deadline)| Clause::Point {
            share,
            strict,
            deadline
        }),
        durations().prop_map(Clause::Average),
        (shares(), prop::option::of(durations())).prop_map(|(at_most, after)| Clause::Abandoned { at_most, after }),
        shares().prop_map(|at_most| Clause::Busy { at_most }),
        (shares(), durations()).prop_map(|(fewer_than, over)| Clause::Over { fewer_than, over }),
    ]
}

fn open_spans() -> impl Strategy<Value = OpenSpan> {
    let days = prop::collection::vec(prop::sample::select(Weekday::ALL.to_vec()), 1..7)
        .prop_map(|days| days.into_iter().fold(Days::NONE, |days, day| days.and(Days::one(day))));
    (days, 0_u32..1440, 0_u32..=1440).prop_map(|(days, from, to)| {
        let time = |minutes: u32| TimeOfDay::from_seconds(minutes * 60).unwrap();
        OpenSpan { days, from: time(from), to: time(to), next_day: from >= to }
    })
}

#[test]
fn every_example_reads() {
    for phrase in Phrase::ALL {
        assert!(places(phrase, exact(phrase.example())).is_ok(), "{phrase:?}");
    }
}

#[test]
fn a_text_that_does_not_stand_so_in_its_file_answers_with_the_whole_place() {
    let span = Span::new(Default::default(), 100, 130);
    let folded = Excerpt { text: "80% in 20", span, exact: false };
    assert_eq!(notation::promise(folded).unwrap_err().span, span);
}

/// Long texts are refused at once; texts just below the limit are answered without running away.
#[test]
fn hostile_texts_are_bounded() {
    let long = "a".repeat(LONGEST_PHRASE_BYTES + 1);
    for phrase in Phrase::ALL {
        let kind = places(phrase, exact(&long)).unwrap_err().kind;
        assert_eq!(kind, MisreadKind::TooLong { limit_bytes: LONGEST_PHRASE_BYTES });
    }
    for piece in [
        "a",
        "80% in 20 s, ",
        "Mon 08:00-09:00, ",
        "Monday 9-5, ",
        "channel is x and ",
        " is ",
        " with ",
        " on ",
        "(",
        ", ",
        "9",
        " or ",
        "a is b with ",
        "x on phone from ",
        "tell ",
        " after 1",
        "\u{2013}",
        " first",
        "one of ",
        "1 h ",
        "|",
        "only when ",
        " between 1 and ",
        "2026-12-01 to ",
        "and ",
        "call on ",
        "P",
        "PT1H",
        "A, as of ",
    ] {
        for length in [2_000, LONGEST_PHRASE_BYTES] {
            hold(&piece.repeat(length / piece.len()));
        }
    }
}
