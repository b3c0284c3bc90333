"""Writes the dated lists of public holidays in src/calendar/holidays/ anew, and says what changed.

How to run it, from the root of the repository (Python 3.11 or newer; node for the second opinion):

    python3 -m venv /tmp/holidays && /tmp/holidays/bin/pip install holidays==0.109
    npm install --prefix /tmp/holidays date-holidays@3.37.0
    /tmp/holidays/bin/python tests/holidays/regenerate.py --node-packages /tmp/holidays --checked 2026-11-24

The dates come from the Python package `holidays` (MIT), offline. The npm package `date-holidays` is asked for a second
opinion: where it differs, the file says on which dates in a comment, and nothing else follows from it. Its licences
contradict each other on the data (CC-BY-3.0 in package.json, CC-BY-SA-3.0 in LICENSE), so none of it is copied: no
name, no rule, no span. Without `--node-packages` the comments on the second opinion are left out. Which regions there are, what they
are called, and what is corrected by hand, with the reason, is in regions.toml. The same packages, years and
`--checked` give the same bytes. `--dry-run` only shows what would change; the exit code is 0 either way.
"""

import argparse
import datetime
import difflib
import json
import pathlib
import re
import subprocess
import sys
import textwrap
import tomllib
import unicodedata

import holidays

PINNED = "0.109"
HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "src" / "calendar" / "holidays"
FROM_HOUR = re.compile(r"^(?P<name>.*) \(from (?P<hour>\d+)(?P<half>am|pm)\)$")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WHOLE_DAY = ""


class Region:
    """One region: its names, and where the two packages keep it."""

    def __init__(self, name, also, whole, country, code, second):
        self.name = name
        self.also = also
        self.whole = whole
        self.country = country
        self.code = code
        self.second = second

    @property
    def file(self):
        plain = unicodedata.normalize("NFKD", self.name).encode("ascii", "ignore").decode()
        return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-") + ".txt"


def read_regions(table):
    """All regions of regions.toml, sorted by name as Rust sorts text."""
    regions = []
    for country in table["country"]:
        code = country["code"]
        own = [country["name"], *country.get("also", [])] if "name" in country else []
        if own:
            regions.append(Region(own[0], own[1:], [], country, None, [code]))
        for line in country.get("parts", "").strip().splitlines():
            codes, _, names = line.partition(" ")
            first, _, second = codes.partition("=")
            name, *also = [part.strip() for part in names.split("|")]
            second = [code, second or first] if second != "-" else None
            regions.append(Region(name, also, country.get("whole", own[:1]), country, first.replace("_", " "), second))
    return sorted(regions, key=lambda region: region.name.encode())


def ask(region, years, category):
    """What the Python package lists: (date, name) pairs."""
    country = region.country
    found = holidays.country_holidays(
        country["code"], subdiv=region.code, years=years, language=country.get("language"), categories=(category,)
    )
    renamed = {**country.get("rename", {})}
    for date in sorted(found):
        if date.year in years:
            for name in found.get_list(date):
                plain = re.sub(r" \((?:observed|estimated|observed, estimated)\)$", "", name)
                yield date, renamed.get(plain, plain) + name[len(plain):]


def listed(region, years, table):
    """The entries of a region: {(date, span): [names]}; the span is empty for a whole day."""
    entries = {}
    for date, name in ask(region, years, region.country.get("category", {}).get(region.code or "", "public")):
        entries.setdefault((date, WHOLE_DAY), []).append(name)
    country = holidays.country_holidays(region.country["code"], subdiv=region.code)
    if region.code and "half_day" in country.supported_categories:
        for date, name in ask(region, years, "half_day"):
            if (date, WHOLE_DAY) in entries:
                continue
            hour = FROM_HOUR.match(name)
            start = region.country.get("half_day_from", {}).get(region.code)
            if hour:
                start = f"{int(hour['hour']) % 12 + (12 if hour['half'] == 'pm' else 0):02}:00"
                name = hour["name"]
            if not start:
                sys.exit(f"{region.name}: {name} is part of a day, but from which hour? See half_day_from in regions.toml.")
            entries.setdefault((date, f"{start}-24:00"), []).append(f"{name} (part day)")
    for correction in table.get("correction", []):
        if correction["region"] == region.name and not correct(entries, correction, years):
            sys.exit(f"This correction of {region.name} changes nothing any more. Take it out: {correction['why']}")
    return entries


def correct(entries, correction, years):
    """One correction by hand. False where it finds nothing to do."""
    if "add" in correction:
        key = (correction["date"], correction.get("span", WHOLE_DAY))
        if key in entries:
            return False
        if key[0].year in years:
            entries[key] = [correction["add"]]
        return True
    name = correction.get("without") or correction["estimated"]
    found = False
    for key, names in list(entries.items()):
        concerned = [other for other in names if other in (name, f"{name} (observed)")]
        if not concerned or key[0].year < correction.get("from", 0):
            continue
        found = True
        if "without" in correction:
            entries[key] = [other for other in names if other not in concerned]
            if not entries[key]:
                del entries[key]
        else:
            entries[key] = [f"{other} (estimated)" if other in concerned else other for other in names]
    return found


def add_common_days(whole, parts):
    """To a country's own list: each date that is a whole-day holiday in all of its parts."""
    common = set.intersection(*({key for key in part if not key[1]} for part in parts))
    for key in common - set(whole):
        names = [" and ".join(part[key]) for part in parts]
        whole[key] = [max(sorted(set(names)), key=names.count)]


def second_opinion(folder, regions, years):
    """The version of date-holidays and its answer by region."""
    asked = {region.name: region.second for region in regions if region.second}
    command = ["node", str(HERE / "second_opinion.mjs"), str(pathlib.Path(folder).resolve())]
    answer = subprocess.run(
        command, input=json.dumps({"years": list(years), "regions": asked}), capture_output=True, text=True, check=True
    )
    answer = json.loads(answer.stdout)
    return answer["version"], answer["answer"]


def differences(entries, other):
    """Sentences on where date-holidays differs: dates by our names, and dates that only it has."""
    ours = {date.isoformat(): " and ".join(names) for (date, _), names in entries.items()}
    spans = {date.isoformat(): span[:5] or "00:00" for date, span in entries}
    public = {(date, time) for date, _, kind, time in other if kind == "public"}
    missing = {}
    for date, name in ours.items():
        if (date, spans[date]) not in public:
            missing.setdefault(re.sub(r" [(]estimated[)]$", "", name), []).append(date)
    for name, dates in sorted(missing.items(), key=lambda item: item[1]):
        yield f"date-holidays differs: {name} is not a public holiday there: {', '.join(dates)}."
    extra = sorted({date for date, _ in public} - set(ours))
    if extra:
        yield f"date-holidays differs: more public holidays there: {', '.join(extra)}."


def comment(text):
    """A comment of as many lines as it takes."""
    return textwrap.wrap(text, 118, initial_indent="# ", subsequent_indent="#   ", break_on_hyphens=False)


def render(region, entries, notes, second, years, checked):
    """The text of a region's file."""
    shown = next((name for name in region.also if name == f"the {region.name}"), region.name)
    lines = comment(f"Public holidays in {shown}. Written by tests/holidays/regenerate.py: change it there, not here.")
    for note in notes:
        lines += comment(note)
    category = region.country.get("category", {}).get(region.code or "", "public")
    code = "-".join(filter(None, (region.country["code"], region.code)))
    source = f"Python package holidays {holidays.__version__} (MIT), {code}, category {category}"
    if second:
        source += f"; compared with npm package date-holidays {second[0]}"
        for line in second[1]:
            lines += comment(line)
    lines.append(f"region: {region.name}")
    lines += [f"also called: {name}" for name in region.also]
    lines += [f"part of: {name}" for name in region.whole]
    lines += [f"source: {source}", f"checked: {checked}", f"years: {years[0]}-{years[-1]}"]
    for (date, span), names in sorted(entries.items()):
        estimated = all("estimated)" in name for name in names)
        words = [date.isoformat(), WEEKDAYS[date.weekday()], "~" if estimated else "", span, " and ".join(names)]
        lines.append(" ".join(filter(None, words)))
    return "\n".join(lines) + "\n"


def notes_of(region, table):
    """What is to be known about a list, and the reasons of its corrections."""
    notes = []
    for note in table.get("note", []):
        of_country = region.code and note.get("parts_of") == region.country["code"]
        if of_country or note.get("region") == region.name:
            notes.append(note["text"])
    seen = []
    for correction in table.get("correction", []):
        if correction["region"] == region.name and correction["why"] not in seen:
            seen.append(correction["why"])
    return notes + [f"Corrected by hand: {why}" for why in seen]


def write(texts, dry_run):
    """Writes what differs, removes what is no longer named, prints what changed."""
    changed = 0
    for path in sorted(set(TARGET.glob("*.txt")) | {TARGET / name for name in texts}):
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        new = texts.get(path.name, "")
        if old == new:
            continue
        changed += 1
        lines = list(difflib.unified_diff(old.splitlines(), new.splitlines(), "", "", lineterm="", n=0))[2:]
        print(f"{path.name}: " + ("new" if not old else "removed" if not new else ""))
        if old and new:
            print("".join(f"    {line}\n" for line in lines if not line.startswith("@@")), end="")
        if not dry_run:
            path.write_text(new, encoding="utf-8") if new else path.unlink()
    print(f"{len(texts)} files, {changed} changed" + (" (nothing was written)" if dry_run else ""))


def list_of(regions):
    """src/calendar/holidays/list.rs, which compiles the files in."""
    lines = [f'    include_str!("{region.file}"),' for region in regions]
    return "\n".join(
        [
            "//! The text of every list of public holidays, compiled in. Written by tests/holidays/regenerate.py.",
            "",
            "/// One text for each region, sorted by the region's name.",
            f"pub(crate) static TEXTS: [&str; {len(regions)}] = [",
            *lines,
            "];",
            "",
        ]
    )


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--years", default="2025-2029", help="first and last year")
    options.add_argument("--checked", default=datetime.date.today().isoformat(), help="the date to write as `checked`")
    options.add_argument("--node-packages", help="the folder into which date-holidays was installed")
    options.add_argument("--dry-run", action="store_true", help="show what would change, write nothing")
    options = options.parse_args()
    if holidays.__version__ != PINNED:
        print(f"Note: holidays {holidays.__version__} is installed, the lists in the repository came from {PINNED}.")
    first, last = map(int, options.years.split("-"))
    years = list(range(first, last + 1))
    table = tomllib.loads((HERE / "regions.toml").read_text(encoding="utf-8"))
    regions = read_regions(table)
    version, other = second_opinion(options.node_packages, regions, years) if options.node_packages else (None, {})
    entries = {region.name: listed(region, years, table) for region in regions}
    for region in regions:
        if region.country.get("add_common_days") and not region.code:
            parts = [entries[part.name] for part in regions if part.country is region.country and part.code]
            add_common_days(entries[region.name], parts)
    texts = {}
    for region in regions:
        second = (version, differences(entries[region.name], other[region.name])) if region.name in other else None
        texts[region.file] = render(
            region, entries[region.name], notes_of(region, table), second, years, options.checked
        )
    write(texts, options.dry_run)
    if not options.dry_run:
        (TARGET / "list.rs").write_text(list_of(regions), encoding="utf-8")


if __name__ == "__main__":
    main()
