import { setTimeout as sleep } from "node:timers/promises";
import { v7 as newId } from "uuid";
import { randomFor } from "../../embedded/plaid/household/random";
import { closeDatabase } from "../../lib/db/client";
import { closeDocuments } from "../../lib/documents/connection";
import { closeQueues } from "../../lib/queue/enqueue";
import { type FaultyApplication, startFaultyApplication } from "./faulty-application";
import { judge } from "./judge";
import { Ledger } from "./line";
import { liveThrough, type World } from "./live-through";
import { newPerson, type Person } from "./person";
import { longPlan, type Pace, planFor } from "./plan";
import { explain, type Judged, table } from "./report";
import { resumeEverywhere } from "./resume-everywhere";
import { leftovers, storedOf } from "./stored";
import { newStory, type Story } from "./story";
import { everyStrike, randomStrike, type Strike, type Struck, strike } from "./strikes";

export type FaultRun = {
  seed: number;
  answers: number;
  atOnce: number;
  pace: Pace;
  /** The longest that a part stays frozen. */
  frozenMs: number;
  /** Each fault once and then no more, instead of faults at random until all is asked. */
  isShort: boolean;
  /** Pieces of the answer that is resumed from each of its numbers. */
  longAnswer: number;
};

const QUIET_LIMIT_MS = 60_000;

type State = { application: FaultyApplication; world: World; struck: Struck[]; stories: Story[] };

/** Asks, strikes, waits until all is quiet, and judges. @returns whether every rule held */
export async function runFaults(run: FaultRun, say: (line: string) => void): Promise<boolean> {
  const application = await startFaultyApplication();
  try {
    const people = await Promise.all(Array.from({ length: run.atOnce }, () => newPerson(application.url)));
    const struck: Struck[] = [];
    const calmSince = () => struck.at(-1)?.to ?? 0;
    const world = { url: application.url, ledger: new Ledger(), calmSince };
    const state: State = { application, world, struck, stories: [] };
    const resumed = await resumeEverywhere(
      application,
      people[0] as Person,
      longPlan(run.seed, run.longAnswer),
    );
    say(
      `${resumed.readers} readers of one answer from each of its numbers, ${resumed.broken.length} saw other bytes`,
    );
    for (const line of resumed.broken) say(`✗ ${line}`);
    const failure = await askAndStrike(state, people, run, say);
    if (failure) say(`✗ ${failure}`);
    const left = await untilQuiet();
    for (const line of left) say(`✗ left behind: ${line}`);
    const judged = await judgeAll(state);
    for (const one of judged.filter(({ broken }) => broken.length > 0))
      say(await explain(one, struck, application.logLinesWith));
    say(`\n${table(judged, struck)}`);
    const isRight = judged.every(({ broken }) => broken.length === 0);
    return isRight && !failure && left.length === 0 && resumed.broken.length === 0;
  } finally {
    await Promise.allSettled([closeQueues(), closeDatabase(), closeDocuments()]);
    await application.stop();
  }
}

/** @returns what made it impossible to go on, if anything did */
async function askAndStrike(
  state: State,
  people: readonly Person[],
  run: FaultRun,
  say: (line: string) => void,
): Promise<string | null> {
  let next = 0;
  let areStrikesOver = false;
  const isAsking = () => next < run.answers || (run.isShort && !areStrikesOver);
  const lane = async (person: Person) => {
    let conversationId = newId();
    while (isAsking()) {
      next += 1;
      const plan = planFor(run.seed, next, run.pace);
      if (!plan.isFollowUp) conversationId = newId();
      state.application.model.learn(plan);
      const story = newStory(plan, person, { conversationId, messageId: newId() });
      state.stories.push(story);
      await liveThrough(story, state.world);
      if (next % 50 === 0) say(`… ${next} asked, ${state.struck.length} strikes`);
    }
  };
  const striking = strikeAll(state, run, isAsking).then(
    () => null,
    (error: unknown) => String(error),
  );
  void striking.then(() => {
    areStrikesOver = true;
  });
  await Promise.all(people.map(lane));
  return striking;
}

async function strikeAll(
  { application, struck }: State,
  run: FaultRun,
  isAsking: () => boolean,
): Promise<void> {
  const random = randomFor("strikes", run.seed);
  const planned: Strike[] | null = run.isShort ? everyStrike(random, run.frozenMs) : null;
  while (planned === null ? isAsking() : planned.length > 0) {
    await sleep(random.integer(300, run.isShort ? 1_200 : 4_000));
    const made = planned?.shift() ?? randomStrike(random, run.frozenMs);
    struck.push(await strike(application, made));
  }
}

/** @returns what is still there when it should be gone */
async function untilQuiet(): Promise<string[]> {
  const deadline = performance.now() + QUIET_LIMIT_MS;
  for (;;) {
    const left = await leftovers().catch((error: unknown) => [String(error)]);
    if (left.length === 0 || performance.now() > deadline) return left;
    await sleep(250);
  }
}

/** Afterwards and not as each ends: what was kept must not have grown since. */
async function judgeAll({ stories, world }: State): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const story of stories) {
    const stored = await storedOf(story);
    for (const { id } of stored.chain) story.runIds.add(id);
    const broken = judge(story, stored, { stories, conflicts: world.ledger.conflicts });
    judged.push({ story, broken, attempts: stored.chain.at(-1)?.attempt ?? 0 });
  }
  return judged;
}
