//! Each stage by itself, on the worked example and on large strategies: `cargo bench`.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use frontdesk::analysis::analyse;
use frontdesk::compilation::{Compilation, Date, Options, SourceFile, SourceId, Sources, Span, compile};
use frontdesk::policy::Index;
use frontdesk::source::Sink;
use frontdesk::{document, lints, strategy, worksheet, yaml};

const ACORN: &str = include_str!("../../../strategies/acorn.strategy.yaml");

fn today() -> Date {
    Date::new(2026, 11, 24).expect("the day exists")
}

fn sources(text: &str) -> Sources {
    let mut sources = Sources::new();
    sources.add(SourceFile::new("bench.strategy.yaml", text));
    sources
}

fn compiled(text: &str) -> Compilation {
    let compilation = compile(sources(text), Options { today: today() });
    assert!(compilation.runnable(), "only clean strategies are measured");
    compilation
}

/// All stages up to the lints, and the lints: what they look at is made once and not measured.
fn check(bencher: &mut criterion::Bencher<'_>, text: &str) {
    let sources = sources(text);
    let trees = sources.iter().map(|(id, file)| yaml::read(id, file.text())).collect();
    let mut sink = Sink::new();
    let merged = strategy::merge(trees, &sources, &mut sink);
    let meant = strategy::resolve(&strategy::read(&merged, &mut sink), &mut sink);
    let (policy, claims, _) = strategy::lower(&meant, true);
    let index = Index::new(&policy);
    let sheet = worksheet::fill(&meant, &policy, &index);
    let analysis = analyse(&policy, &claims);
    let times = lints::Times::new(&policy, &index);
    let subject = lints::Subject {
        strategy: &meant,
        policy: &policy,
        index: &index,
        claims: &claims,
        unmet_stories: &[],
        analysis: analysis.as_ref().map_err(|why| *why),
        worksheet: &sheet,
        times: &times,
        today: today(),
    };
    let path = |span: Span| merged.path_at(span);
    // Hours that were worked out once would not be again.
    bencher.iter(|| {
        let times = lints::Times::new(&policy, &index);
        let subject = lints::Subject { times: &times, ..subject };
        lints::run(black_box(&subject), &[], &path, &[]).findings.len()
    });
}

fn stages(criterion: &mut Criterion) {
    let texts = [
        ("acorn", ACORN.to_owned()),
        ("1k", frontdesk_bench::strategy(1_000)),
        ("10k", frontdesk_bench::strategy(10_000)),
    ];
    let mut group = criterion.benchmark_group("stages");
    group.sample_size(20);
    for (name, text) in &texts {
        group.throughput(Throughput::Elements(u64::try_from(text.lines().count()).unwrap_or(u64::MAX)));
        group.bench_with_input(BenchmarkId::new("reading", name), text, |bencher, text| {
            bencher.iter(|| yaml::read(SourceId(0), black_box(text)));
        });
        group.bench_with_input(BenchmarkId::new("check", name), text, |bencher, text| check(bencher, text));
        group.bench_with_input(BenchmarkId::new("compile", name), text, |bencher, text| {
            bencher.iter(|| compile(sources(black_box(text)), Options { today: today() }));
        });
        let compilation = compiled(text);
        group.bench_with_input(BenchmarkId::new("document", name), &compilation, |bencher, compilation| {
            bencher.iter(|| document::markdown(&black_box(compilation).document()).len());
        });
        group.bench_with_input(BenchmarkId::new("bundle", name), &compilation, |bencher, compilation| {
            bencher.iter(|| black_box(compilation).bundle().len());
        });
    }
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
