import { lengthOfMonth, type Range } from "./oracle/days";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Whether the answer names exactly these days, in one of the ways that people write them. */
export function saysPeriod(text: string, range: Range): boolean {
  const said = inOneStyle(text);
  return waysOfSaying(range).some((way) => said.includes(way));
}

const inOneStyle = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(
      /\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?/g,
      "$1",
    )
    .replaceAll(/\s*[–—]\s*| - | (?:through|until|till) /g, " to ")
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/g, "$1");

function waysOfSaying({ start, end }: Range): string[] {
  const [first, last] = [partsOf(start), partsOf(end)];
  if (start === end) return [`${last.name} ${last.day}, ${last.year}`, end];
  const isWhole = first.day === 1 && last.day === lengthOfMonth(last.year, last.month);
  const from = `${first.name} ${first.day}`;
  const to = `${last.day}, ${last.year}`;
  return [
    `${start} to ${end}`,
    `${from} to ${last.name} ${to}`,
    `${from}, ${first.year} to ${last.name} ${to}`,
    `between ${from} and ${last.name} ${to}`,
    `since ${from}`,
    ...(first.name === last.name && first.year === last.year ? [`${from} to ${to}`] : []),
    ...(isWhole ? wholePeriods(first, last) : []),
  ];
}

type Parts = { year: number; month: number; day: number; name: string };

function wholePeriods(first: Parts, last: Parts): string[] {
  if (first.year !== last.year) return [`${first.name} ${first.year} to ${last.name} ${last.year}`];
  if (first.month === last.month) return [`${last.name} ${last.year}`];
  if (first.month === 1 && last.month === 12) return [`in ${last.year}`, `for ${last.year}`, `${last.year}:`];
  const spans = [`${first.name} to ${last.name} ${last.year}`];
  const isQuarter = last.month - first.month === 2 && last.month % 3 === 0;
  return isQuarter ? [...spans, `q${last.month / 3} ${last.year}`] : spans;
}

function partsOf(date: string): Parts {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day, name: MONTHS[month - 1] ?? "" };
}
