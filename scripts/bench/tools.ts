import postgres from "postgres";
import { closeDatabase } from "../../lib/db/client";
import type { Bench, BenchContext } from "./bench";
import type { SignedIn } from "./streams/people";
import { fillPeople } from "./tools/fill-people";
import { type Timed, timeCalls } from "./tools/time-calls";

const ROUNDS = 100;
/** What a tool takes for a person of few rows is mostly the way to the database: growth is told from this on. */
const LEAST_MS = 1;

const GROUPS = {
  "10,000 rows": { people: 1, rows: 10_000, years: 10 },
  "100,000 rows": { people: 1, rows: 100_000, years: 10 },
  "1,000,000 rows": { people: 1, rows: 1_000_000, years: 10 },
  "1,000 people": { people: 1_000, rows: 5_000, years: 2 },
} as const;
type Group = keyof typeof GROUPS;
const SMOKE = { people: 2, rows: 500, years: 2 };

/** Every read tool of the agent over people of different sizes in one database, in the order in which they moved in. */
export const tools: Bench = {
  name: "tools",
  goals: [
    { figure: "100,000 rows: worst p50", unit: "ms", most: 10 },
    { figure: "100,000 rows: worst p99", unit: "ms", most: 50 },
    { figure: "1,000 people: worst p50", unit: "ms", most: 10 },
    { figure: "1,000 people: worst p99", unit: "ms", most: 50 },
    { figure: "1,000,000 rows: worst p99", unit: "ms" },
    { figure: "from 10,000 to 100,000 rows: worst growth of p50", unit: "x", most: 3 },
    { figure: "from 10,000 to 1,000,000 rows: worst growth of p50", unit: "x", most: 3 },
  ],
  run: measure,
};

async function measure({ parts, isSmoke, say }: BenchContext) {
  const sql = postgres(String(parts.environment.DATABASE_URL), { max: 1 });
  try {
    const people = new Map<Group, SignedIn[]>();
    for (const [name, size] of Object.entries(GROUPS) as [Group, (typeof GROUPS)[Group]][]) {
      say(`${name}: moving in`);
      people.set(name, await fillPeople(isSmoke ? SMOKE : size, sql, parts.environment));
    }
    const timed = {} as Record<Group, Timed[]>;
    for (const [name, ids] of people) {
      say(`${name}: asking`);
      timed[name] = await timeCalls(ids, isSmoke ? 1 : ROUNDS);
    }
    return { figures: figuresOf(timed), notes: notesOf(timed) };
  } finally {
    await Promise.all([sql.end(), closeDatabase()]);
  }
}

function figuresOf(timed: Record<Group, Timed[]>): Record<string, number> {
  const worst = (group: Group, share: "p50" | "p99") => Math.max(...timed[group].map((one) => one[share]));
  const growth = (group: Group) =>
    Math.max(
      ...timed[group].map(
        ({ p50 }, index) => p50 / Math.max(LEAST_MS, timed["10,000 rows"][index]?.p50 ?? 0),
      ),
    );
  return {
    "100,000 rows: worst p50": worst("100,000 rows", "p50"),
    "100,000 rows: worst p99": worst("100,000 rows", "p99"),
    "1,000 people: worst p50": worst("1,000 people", "p50"),
    "1,000 people: worst p99": worst("1,000 people", "p99"),
    "1,000,000 rows: worst p99": worst("1,000,000 rows", "p99"),
    "from 10,000 to 100,000 rows: worst growth of p50": growth("100,000 rows"),
    "from 10,000 to 1,000,000 rows: worst growth of p50": growth("1,000,000 rows"),
    ...Object.fromEntries(
      Object.entries(timed).flatMap(([group, all]) =>
        all.flatMap(({ call, p50, p99 }) => [
          [`${group}, ${call.tool}, ${call.asked}, p50`, p50],
          [`${group}, ${call.tool}, ${call.asked}, p99`, p99],
        ]),
      ),
    ),
  };
}

/** Each tool by the call that takes it longest. */
function notesOf(timed: Record<Group, Timed[]>): string[] {
  return Object.entries(timed).flatMap(([group, all]) => [
    `${group}, the slowest call of each tool (p50 / p99):`,
    ...all
      .toSorted((a, b) => b.p99 - a.p99)
      .filter(({ call }, index, sorted) => sorted.findIndex((one) => one.call.tool === call.tool) === index)
      .map(
        ({ call, p50, p99 }) => `  ${call.tool} (${call.asked}): ${p50.toFixed(1)} / ${p99.toFixed(1)} ms`,
      ),
  ]);
}
