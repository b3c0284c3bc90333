// What the npm package date-holidays says: reads {"years": [..], "regions": {"England": ["GB", "ENG"], ..}} on standard
// input and writes {"England": [["2026-01-01", "New Year's Day", "public", "00:00"], ..], ..} on standard output.
// Run by regenerate.py; the package is looked up in the folder named as the first argument.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(`${process.argv[2]}/`);
const loaded = require("date-holidays");
const Holidays = loaded.default ?? loaded;
const { years, regions } = JSON.parse(readFileSync(0, "utf8"));

const answer = {};
for (const [region, codes] of Object.entries(regions)) {
  const holidays = new Holidays(...codes);
  holidays.setLanguages("en");
  const found = [];
  for (const year of years) {
    for (const day of holidays.getHolidays(year)) {
      const [date, time] = day.date.split(" ");
      // An entry may run over several dates (the days of the Lunar New Year).
      const length = Math.max(1, Math.round((day.end - day.start) / 86_400_000));
      for (let extra = 0; extra < length; extra += 1) {
        const shifted = new Date(`${date}T00:00:00Z`);
        shifted.setUTCDate(shifted.getUTCDate() + extra);
        found.push([shifted.toISOString().slice(0, 10), day.name, day.type, time.slice(0, 5)]);
      }
    }
  }
  answer[region] = found;
}
const version = JSON.parse(readFileSync(require.resolve("date-holidays/package.json"), "utf8")).version;
process.stdout.write(JSON.stringify({ version, answer }));
