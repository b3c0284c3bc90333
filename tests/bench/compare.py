#!/usr/bin/env python3
"""How long `frontdesk check` takes beside `yamllint`, on the same files and in one run.

usage: compare.py FRONTDESK GENERATE [YAMLLINT] [--runs N]

FRONTDESK is the program (a release build), GENERATE the program of this package that writes large strategies,
YAMLLINT the other checker (default: the one on the PATH). Every number is the median of N runs (default 5) of the whole
process, from its start to its end; the two programs take turns, so that a busy machine is busy for both.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

SIZES = [("1k", 1_000), ("10k", 10_000), ("100k", 100_000)]
RULES = "{extends: default, rules: {line-length: {max: 120}}}"
ACORN = pathlib.Path(__file__).resolve().parents[2] / "strategies" / "acorn.strategy.yaml"

GNU_TIME = "/usr/bin/time" if sys.platform == "linux" and os.path.exists("/usr/bin/time") else None


def once(command):
    """Wall seconds, CPU seconds (user and system), peak memory in MiB and the exit code of one run."""
    with tempfile.NamedTemporaryFile("r") as peak_file:
        # Linux counts the memory of whoever starts a program towards its peak, and Python is larger than frontdesk.
        # GNU time is small; where there is none, the peak of a small program is that of this one.
        timed = GNU_TIME and [GNU_TIME, "--quiet", "-f", "%M", "-o", peak_file.name]
        start = time.perf_counter()
        process = subprocess.Popen([*(timed or []), *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if timed:
            peak = int(peak_file.read()) / 1024
        else:
            # Linux counts in KiB, macOS in bytes.
            peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return wall, usage.ru_utime + usage.ru_stime, peak, process.returncode


def compared(commands, runs):
    """The medians of each command; they take turns. The first turn only warms the files and is not counted."""
    rows = [[] for _ in commands]
    for turn in range(runs + 1):
        for row, command in zip(rows, commands):
            wall, cpu, peak, code = once(command)
            if code != 0:
                sys.exit(f"{' '.join(map(str, command))} ended with {code}: the comparison is of clean files.")
            if turn > 0:
                row.append((wall, cpu, peak))
    return [tuple(statistics.median(column) for column in zip(*row)) for row in rows]


def version(program):
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("frontdesk")
    parser.add_argument("generate")
    parser.add_argument("yamllint", nargs="?", default="yamllint")
    parser.add_argument("--runs", type=int, default=5)
    told = parser.parse_args()
    print(f"{version(told.frontdesk)} reads the file, gives every name its meaning, makes the policy and applies its")
    print("lints: `frontdesk check`. It is a native program.")
    print(f"{version(told.yamllint)} reads the tokens and looks at the form only (indentation, blanks, line length,")
    print("repeated keys; the default rules, lines up to 120): `yamllint`. It is a Python program, its YAML reader too.")
    print(f"Medians of {told.runs} runs of the whole process, in turns. CPU is user and system time together.\n")
    print("| file | lines | KiB | frontdesk: wall | CPU | peak | yamllint: wall | CPU | peak | wall, × | CPU, × | peak, × |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        files = [("acorn", ACORN)]
        for name, lines in SIZES:
            file = pathlib.Path(folder) / f"{name}.strategy.yaml"
            subprocess.run([told.generate, str(lines), file], check=True)
            files.append((name, file))
        for name, file in files:
            text = file.read_bytes()
            check = [told.frontdesk, "check", "--fail-on", "should", file]
            ours, theirs = compared([check, [told.yamllint, "-d", RULES, file]], told.runs)
            line_count = text.count(b"\n")
            cells = [name, f"{line_count:,}", f"{len(text) // 1024:,}"]
            for wall, cpu, peak in (ours, theirs):
                cells += [f"{wall:.3f} s", f"{cpu:.3f} s", f"{peak:.0f} MiB"]
            cells += [f"{their / our:.1f}" for our, their in zip(ours, theirs)]
            print(f"| {' | '.join(cells)} |", flush=True)
    print("\nThe last three columns say how many times as much yamllint takes.")


if __name__ == "__main__":
    main()
