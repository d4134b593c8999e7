import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../../embedded/plaid/household/random";
import type { FaultyApplication } from "./faulty-application";

const PARTS = ["web", "worker", "redis", "postgres", "mongo"] as const;
/** The plain ones come twice as often. */
const WAYS = ["killed", "killed", "frozen", "frozen", "frozen, then killed"] as const;

export type Strike = { part: (typeof PARTS)[number]; way: (typeof WAYS)[number]; frozenMs: number };
/** A strike that was made: from its beginning until everything answered again. */
export type Struck = Strike & { kind: string; from: number; to: number };

const BACK_LIMIT_MS = 90_000;

const kindOf = ({ part, way }: Pick<Strike, "part" | "way">): string => `${part} ${way}`;

export function randomStrike(random: Random, longestMs: number): Strike {
  return { part: random.pick(PARTS), way: random.pick(WAYS), frozenMs: random.amount(1_000, longestMs) };
}

/** Each part killed and frozen once, and the worker both ways, in an order of its own. */
export function everyStrike(random: Random, longestMs: number): Strike[] {
  const all: Pick<Strike, "part" | "way">[] = [
    ...PARTS.map((part) => ({ part, way: "killed" as const })),
    ...PARTS.map((part) => ({ part, way: "frozen" as const })),
    { part: "worker", way: "frozen, then killed" },
  ];
  return all
    .map((made) => ({ made, key: random.unit() }))
    .sort((a, b) => a.key - b.key)
    .map(({ made }) => ({ ...made, frozenMs: random.integer(1_000, longestMs) }));
}

/** Strikes one part and waits until the supervisor has it back and the application is ready. */
export async function strike(application: FaultyApplication, made: Strike): Promise<Struck> {
  const from = Date.now();
  const pid = await application.processOf(made.part);
  if (made.way !== "killed") {
    // The whole group: PostgreSQL is many processes.
    process.kill(-pid, "SIGSTOP");
    await sleep(made.frozenMs);
    process.kill(-pid, made.way === "frozen" ? "SIGCONT" : "SIGKILL");
  } else process.kill(pid, "SIGKILL");
  if (made.way !== "frozen") await untilReplaced(application, made.part, pid);
  await application.untilReady(BACK_LIMIT_MS);
  return { ...made, kind: kindOf(made), from, to: Date.now() };
}

async function untilReplaced(application: FaultyApplication, part: string, pid: number): Promise<void> {
  const deadline = performance.now() + BACK_LIMIT_MS;
  while ((await application.processOf(part).catch(() => pid)) === pid) {
    if (performance.now() > deadline) throw new Error(`${part} was not started again.`);
    await sleep(50);
  }
}
