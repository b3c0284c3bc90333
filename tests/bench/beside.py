#!/usr/bin/env python3
"""frontdesk beside other engines and provers, in one run: builds everything, measures, and prints Markdown.

    python3 beside.py                       # everything: some 40 minutes after the first build
    python3 beside.py --only decide,stream  # of decide, analyses, stream, agree

All rules and contacts are made up, the same for the same --seed. Times are those of the processor, so that what else the
computer does counts little. Needs Python 3.9, Cargo, Linux or macOS; OPA is taken from a Python wheel for Linux where that can
be had, and left out elsewhere.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
TARGET = TOP / "target"
BENCH, PEERS, DATA = TARGET / "bench/release", TARGET / "peers/release", TARGET / "beside"
FRONTDESK = TARGET / "release/frontdesk"
SIZES = [10, 100, 1000, 10000]
ENGINES = ["frontdesk", "scan", "zen", "cel", "regorus-code", "regorus-tree", "cedar"]
PROFILES = ["layered", "layered12", "random"]
OPA = "opa-golib-python-bindings==0.4.4"


def say(text=""):
    print(text, flush=True)


def note(text):
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def run(command, **options):
    return subprocess.run([str(word) for word in command], check=True, **options)


def lines(command, **options):
    """The lines of JSON that a command prints; none where it fails, which is told."""
    found = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, text=True, **options)
    if found.returncode:
        note(f"failed: {' '.join(str(word) for word in command)}")
    return [json.loads(line) for line in found.stdout.splitlines() if line.startswith("{")]


def build():
    """Builds the compiler, its measuring programs and the peers, and fetches what comes from Python."""
    for folder, target in ((TOP, TARGET), (HERE, TARGET / "bench"), (HERE / "peers", TARGET / "peers")):
        note(f"building {folder}")
        run(["cargo", "build", "--release", "--locked", "--quiet", "--bins", "--target-dir", target], cwd=folder)
    python = DATA / "venv/bin/python"
    if not python.exists():
        run([sys.executable, "-m", "venv", DATA / "venv"])
        run([python, "-m", "pip", "install", "--quiet", "z3-solver==5.4.1.0"])
    if not opa():
        wheel = [python, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--python-version", "3.14"]
        wheel += ["--platform", "manylinux_2_34_x86_64", "--dest", DATA / "wheel", OPA]
        if subprocess.run([str(word) for word in wheel]).returncode == 0:
            for file in (DATA / "wheel").glob("*.whl"):
                run([python, "-m", "zipfile", "-e", file, DATA / "wheel"])


def opa():
    return next((DATA / "wheel").glob("**/libopabridge.so"), None)


def rules(profile, seed, contacts, sizes, folder=None):
    folder = DATA / (folder or profile)
    run([BENCH / "ruleset", folder, ",".join(map(str, sizes)), seed, contacts, profile])
    return folder


def length(nanoseconds):
    for unit, size in (("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.0f} ns" if nanoseconds >= 20 else f"{nanoseconds:.1f} ns"


def milliseconds(number):
    return f"{number:,.0f} ms" if number >= 100 else f"{number:.3g} ms"


def times(ratio):
    return f"{ratio:,.0f} x" if ratio >= 100 else f"{ratio:.3g} x"


def table(head, rows, left=1):
    say("| " + " | ".join(head) + " |")
    say("|" + "---|" * left + "---:|" * (len(head) - left))
    for row in rows:
        say("| " + " | ".join(row) + " |")
    say()


def decide(options):
    """Which rule decides: all engines, all sizes, the same rules and contacts."""
    folder = rules("layered", options.seed, 10000, SIZES)
    found = {}
    for turn in range(options.turns):
        for size in SIZES:
            for engine in ENGINES + ["frontdesk-whole"]:
                note(f"decide, turn {turn + 1}: {engine}, {size} rules")
                for line in lines([PEERS / "frontdesk-peers", "time", engine, folder, size, options.seconds]):
                    found.setdefault((engine, size), []).append(line)
            if opa() and turn == 0:
                note(f"decide: OPA, {size} rules")
                rego = run([PEERS / "frontdesk-peers", "rego", folder, size], stdout=subprocess.PIPE).stdout
                command = [sys.executable, HERE / "peers/opa.py", opa(), folder, size, options.seconds]
                printed = run(command, input=rego, stdout=subprocess.PIPE).stdout
                found[("opa", size)] = [json.loads(printed)]

    def middle(engine, size, *what):
        some = [line for line in found.get((engine, size), []) if "cannot" not in line]
        return statistics.median(sum(line[name] for name in what) for line in some) if some else None

    def row(engine, other, *what):
        name = next(line["tool"] for size in SIZES for line in found.get((engine, size), [{"tool": engine}]))
        cells = [name]
        for size in SIZES:
            mine, theirs = middle("frontdesk" if other is None else other, size, *what), middle(engine, size, *what)
            if theirs is None:
                cells.append(found.get((engine, size), [{"cannot": "not measured"}])[0]["cannot"].split("\n")[0][:60])
            else:
                cells.append(length(theirs) + ("" if engine == (other or "frontdesk") else f" ({times(theirs / mine)})"))
        return cells

    engines = ENGINES + (["opa"] if opa() else [])
    head = ["from a contact that is ready to its rule"] + [f"{size:,} rules" for size in SIZES]
    table(head, [row(engine, None, "decide_ns") for engine in engines])
    ratio = middle("frontdesk", SIZES[-1], "decide_ns") / middle("frontdesk", SIZES[0], "decide_ns")
    say(f"frontdesk with {SIZES[-1]:,} rules takes {times(ratio)} what it takes with {SIZES[0]}.")
    say()
    head[0] = "from names and values to the decision"
    others = ["frontdesk-whole"] + [engine for engine in engines if engine not in ("frontdesk", "scan")]
    table(head, [row(engine, "frontdesk-whole", "prepare_ns", "decide_ns") for engine in others])
    everything = [line for some in found.values() for line in some if "cannot" not in line]
    wrong = sum(line["wrong"] for line in everything)
    say(f"{sum(line['compared'] for line in everything):,} answers compared, {wrong} wrong. OPA pays some 10 µs a call for ctypes and JSON.")
    say()
    head = ["until the rules are ready (ms), and memory (MB)"] + head[1:]

    def loads(engine):
        cells = [next(line["tool"] for line in found[(engine, SIZES[0])])]
        for size in SIZES:
            load, peak = middle(engine, size, "load_ms"), found.get((engine, size), [{}])[0].get("peak_mb")
            cells.append("" if load is None else f"{load:.3g}" + (f", {peak:.0f}" if peak else ""))
        return cells

    table(head, [loads(engine) for engine in engines])


def analyses(options):
    """Gaps, rules that never win and guarantees: frontdesk, z3 and ZEN's verifier."""
    python = DATA / "venv/bin/python"
    for profile in PROFILES:
        folder = rules(profile, options.seed, 100, SIZES)
        rows = []
        for size in SIZES:
            note(f"analyses: {profile}, {size} rules")
            ours = lines([BENCH / "analyses", folder, size])
            z3 = lines([python, HERE / "peers/z3_analyses.py", folder, size, options.patience])
            zen = lines([PEERS / "frontdesk-peers", "verify", folder, size])
            rows += compare(size, ours, z3, zen)
        say(f"Profile {profile}:")
        say()
        table(["rules", "question", "answer", "frontdesk", "memory", "z3", "ZEN's verifier", "answers"], rows, 3)


def compare(size, ours, z3, zen):
    def of(answers, question):
        return next((line for line in answers if line["question"] == question), None)

    def told(line, mine, alike):
        """The time, its ratio, and whether the answer is the same."""
        if line is None:
            return "", []
        cell = f"{milliseconds(line['cpu_ms'])} ({times(line['cpu_ms'] / mine['cpu_ms'])})"
        if line.get("gave_up") or line["answer"] == "gave up":
            return f"gave up: {cell}", [] if alike is None else [alike]
        return cell, [alike]

    rows = []
    for question in ("gap", "wins", "guarantees"):
        mine, other, third = of(ours, question), of(z3, question), of(zen, question)
        alike_z3, alike_zen = None, None
        if question == "gap":
            words = mine["answer"]
            alike_z3 = None if other is None or other["answer"] == "gave up" else other["answer"] == words
            alike_zen = None if third is None or third["answer"] == "gave up" else third["answer"] == words
        elif question == "wins":
            words = f"{len(mine['answer']):,} never win"
            if other is not None:
                done = other.get("done", size)
                alike_z3 = other["answer"] == [rule for rule in mine["answer"] if rule < done]
            if third is not None:
                complete = not third["gave_up"]
                alike_zen = third["answer"] == len(mine["answer"]) if complete else third["answer"] <= len(mine["answer"])
        else:
            words = f"{mine['answer'].count('holds')} of {len(mine['answer'])} hold"
            alike_z3 = None if other is None else other["answer"] == mine["answer"]
        by_z3, one = told(other, mine, alike_z3)
        by_zen, two = told(third, mine, alike_zen)
        agreed = [alike for alike in one + two if alike is not None]
        rows.append([
            f"{size:,}", question, words, milliseconds(mine['cpu_ms']), f"{mine['peak_mb']:.0f} MB", by_z3, by_zen,
            "alike" if agreed and all(agreed) else "DIFFERENT" if agreed else "",
        ])
    return rows


def whole(command, read):
    """Runs a whole process; answers what it wrote, its seconds of work and its peak memory in megabytes."""
    with open(read, "rb") as given, open(DATA / "written", "wb") as written:
        child = subprocess.Popen([str(word) for word in command], stdin=given, stdout=written)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"failed: {command}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def stream(options):
    """Very many contacts as lines of JSON, whole processes."""
    sizes = [10, 1000, 10000]
    folder = rules("layered", options.seed, options.contacts, sizes, "stream")
    lines_in = folder / "contacts.jsonl"
    megabytes = lines_in.stat().st_size / 1e6
    say(f"{options.contacts:,} contacts, {megabytes:,.0f} MB of JSON lines in; seconds of work of the whole process:")
    say()
    rows = []
    for size in sizes:
        note(f"stream: {size} rules")
        with open(folder / f"answers-{size}.json", encoding="utf-8") as file:
            answers = json.load(file)
        programs = {"frontdesk decide": [FRONTDESK, "decide", folder / f"rules-{size}.bundle.json"]}
        for engine in options.streamed:
            if size == 10 or engine == "zen":
                programs[engine] = [PEERS / "frontdesk-peers", "stream", engine, folder, size]
        used = {}
        for turn in range(options.turns):
            for name, command in programs.items():
                used.setdefault(name, []).append(whole(command, lines_in))
                if turn == 0:
                    with open(DATA / "written", encoding="utf-8") as file:
                        decided = [json.loads(line)["rule"] for line in file]
                    # frontdesk names the rule; its name is r and its number.
                    decided = [int(rule["name"][1:]) if isinstance(rule, dict) else rule for rule in decided]
                    if decided != answers:
                        raise SystemExit(f"{name} with {size} rules decides otherwise.")
        mine = statistics.median(seconds for seconds, _ in used["frontdesk decide"])
        for name, some in used.items():
            seconds = statistics.median(seconds for seconds, _ in some)
            rows.append([
                f"{size:,}", name, f"{seconds:.2f} s", f"{megabytes / seconds:,.0f} MB/s",
                f"{max(peak for _, peak in some):,.0f} MB", "" if name == "frontdesk decide" else times(seconds / mine),
            ])
    table(["rules", "program", "work", "input per core", "memory", "times as much"], rows, 2)
    say("All of these decisions name the same rule. frontdesk also works out and writes group, desk, promise and due instants.")
    say()


def agree(options):
    """Index, rules and analyses on very many contacts."""
    note(f"agree: {options.agree} contacts")
    run([BENCH / "agree", options.agree, options.seed])
    say()


PARTS = {"decide": decide, "analyses": analyses, "stream": stream, "agree": agree}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(PARTS), help="which parts: " + ",".join(PARTS))
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--seconds", type=float, default=1.5, help="for each engine and size, twice: comparing and timing")
    parser.add_argument("--turns", type=int, default=3, help="how often everything is measured; the middle one counts")
    parser.add_argument("--patience", type=float, default=300, help="seconds that z3 has for a question")
    parser.add_argument("--contacts", type=int, default=1_000_000, help="how many are streamed")
    parser.add_argument("--agree", type=int, default=10_000_000, help="how many are compared with what is proven")
    parser.add_argument("--streamed", nargs="*", default=["zen", "cel", "regorus-code"], help="the peers of the stream")
    parser.add_argument("--no-build", action="store_true", help="everything is built already")
    options = parser.parse_args()
    DATA.mkdir(parents=True, exist_ok=True)
    if not options.no_build:
        build()
    commit = run(["git", "describe", "--always", "--dirty", "--abbrev=12"], cwd=TOP, stdout=subprocess.PIPE, text=True)
    load = " ".join(f"{part:.1f}" for part in os.getloadavg())
    say(f"Commit {commit.stdout.strip()}, {time.strftime('%Y-%m-%d %H:%M', time.gmtime())} UTC, {platform.machine()}, "
        f"{os.cpu_count()} cores, load {load}, seed {options.seed}.")
    say()
    for part in options.only.split(","):
        say(f"## {part}")
        say()
        PARTS[part](options)


main()
