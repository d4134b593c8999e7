import { setTimeout as sleep } from "node:timers/promises";
import type { ChatUIMessage } from "../../components/chat/chat-message";
import { requestStop } from "../../components/chat/request-stop";
import { loadConversation } from "../../lib/chat/load-conversation";
import type { ConversationView } from "../../lib/contract/chat";
import { AppError } from "../../lib/errors";
import { type Ledger, Line } from "./line";
import { questionOf } from "./plan";
import { breakRule, note, type Story } from "./story";
import { type EndedStatus, isEnded, rawTextOf, type Shown, Tab } from "./tab";

export type World = {
  url: string;
  ledger: Ledger;
  /** Since when nothing has been struck any more: a spinner may be patient, but not for ever. */
  calmSince(): number;
};

/** After the last fault an answer must have ended by then. */
const PATIENCE_MS = 90_000;
/** Even if it is struck again and again. */
const LONGEST_MS = 300_000;
const LOOK_AGAIN_MS = 500;

/** What the person does next. */
type Step = (life: Life) => Promise<Step | null>;

/** One person in front of one question, with a browser that may die under their hands. */
class Life {
  readonly story: Story;
  readonly world: World;
  readonly line: Line;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #end = new AbortController();
  tab: Tab;
  /** The tab in which stop was pressed, and whether the server has heard of it. */
  stopped: { tab: Tab; isHeard: Promise<boolean> } | null = null;
  watching: Promise<string | null> | null = null;

  constructor(story: Story, world: World) {
    this.story = story;
    this.world = world;
    this.line = new Line(world.url, story.person, world.ledger);
    this.tab = new Tab(this.line);
    const watchdog = setInterval(() => this.#lookAtClock(), 1_000);
    this.#timers.push(watchdog);
    this.#planFaults();
  }

  get isOver(): boolean {
    return this.#end.signal.aborted;
  }

  get message(): ChatUIMessage {
    const { messageId, plan } = this.story;
    return { id: messageId, role: "user", parts: [{ type: "text", text: questionOf(plan) }] };
  }

  note(event: string): void {
    note(this.story, event);
  }

  newTab(): Tab {
    this.story.broken.push(...this.tab.shrunk.map((text) => `text on the screen changed: ${text}`));
    this.tab = new Tab(this.line);
    return this.tab;
  }

  pause(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.#end.signal }).catch(() => undefined);
  }

  leave(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#end.abort();
    this.newTab().close();
  }

  #planFaults(): void {
    const { plan, browserFaults } = this.story;
    for (const ms of plan.cutsAfterMs)
      this.#at(ms, () => {
        browserFaults.add("line cut");
        this.note("line cut");
        this.line.cut();
      });
    if (plan.tabDies)
      this.#at(plan.tabDies.afterMs, () => {
        browserFaults.add("tab closed");
        this.note("tab closed");
        this.tab.close();
      });
    if (plan.stopAfterMs !== null)
      this.#at(plan.stopAfterMs, () => {
        const { tab } = this;
        if (!tab.isBusy) return this.note("nothing to stop on the screen");
        this.note(`stop pressed at ${tab.text.length} characters`);
        this.stopped = { tab, isHeard: tab.transport.stop() };
      });
  }

  #at(ms: number, act: () => void): void {
    this.#timers.push(setTimeout(act, ms));
  }

  #lookAtClock(): void {
    const now = Date.now();
    const calm = now - Math.max(this.world.calmSince(), this.story.from);
    if (this.isOver || (calm < PATIENCE_MS && now - this.story.from < LONGEST_MS)) return;
    breakRule(this.story, `still spinning ${Math.round(calm / 1_000)} s after the last fault`);
    this.#end.abort();
    this.tab.close();
  }
}

/** From the first click until the answer has ended for good on this person's screen, whatever is struck meanwhile. */
export async function liveThrough(story: Story, world: World): Promise<void> {
  const life = new Life(story, world);
  for (let step: Step | null = ask; step !== null && !life.isOver; ) step = await step(life);
  const watched = await life.watching;
  if (watched !== null && story.screen?.as === "completed" && watched !== story.screen.text)
    breakRule(story, "another device saw another text");
  life.leave();
  story.to = Date.now();
}

const ask: Step = async (life) => {
  const { story, tab } = life;
  life.note("asked");
  const shown = tab.ask(story.conversationId, life.message);
  watch(life);
  return after(life, await shown, ask);
};

const askAgain =
  (answerId: string): Step =>
  async (life) => {
    life.note("retry pressed");
    const tab = life.newTab();
    return after(life, await tab.askAgain(life.story.conversationId, answerId), askAgain(answerId));
  };

const follow =
  (runId: string): Step =>
  async (life) => {
    life.note("followed from the first chunk");
    return after(life, await life.newTab().follow(life.story.conversationId, runId), reopen);
  };

/** The page is opened anew: what is stored decides what is on the screen. */
const reopen: Step = async (life) => {
  const view = await load(life);
  if (view === null) return again(ask);
  const asked = view.messages.findIndex(({ id }) => id === life.story.messageId);
  if (asked === -1) return again(ask);
  if (view.activeRunId !== null) return follow(view.activeRunId);
  const answer = view.messages[asked + 1];
  const status = answer?.metadata?.status;
  if (answer === undefined || status === undefined || !isEnded(status)) {
    breakRule(life.story, `the loaded conversation has no ended answer, and no active run (${status})`);
    return null;
  }
  life.note(`loaded as ${status}`);
  return settle(life, status, rawTextOf(answer as ChatUIMessage), answer.id);
};

const again =
  (step: Step): Step =>
  async (life) => {
    await life.pause(LOOK_AGAIN_MS);
    life.newTab();
    return step;
  };

/** What the person does when a stream has ended. */
async function after(life: Life, shown: Shown, sameAgain: Step): Promise<Step | null> {
  const { tab, story } = life;
  const { runId } = tab.transport.progress ?? {};
  if (runId) story.runIds.add(runId);
  life.note(
    shown.as === "refused" ? `refused: ${shown.because}` : `${shown.as} after ${tab.text.length} characters`,
  );
  if (shown.as === "gone") {
    await life.pause(story.plan.tabDies?.forMs ?? 0);
    return reopen;
  }
  if (shown.as === "refused") {
    await life.pause(LOOK_AGAIN_MS);
    if (runId) return reopen;
    return again(sameAgain);
  }
  return settle(life, shown.as, tab.text, tab.answerId);
}

async function settle(
  life: Life,
  as: EndedStatus,
  text: string,
  answerId: string | null,
): Promise<Step | null> {
  const { story } = life;
  if (as === "stopped" && life.stopped === null)
    breakRule(story, "ended as stopped, and nobody had pressed stop");
  if (life.stopped !== null && !(await isStopHeard(life, life.stopped))) {
    life.stopped = null;
    return again(ask);
  }
  if (as === "interrupted" || as === "failed") {
    if (answerId === null) return reopen;
    story.retries += 1;
    await life.pause(LOOK_AGAIN_MS);
    return askAgain(answerId);
  }
  story.wasStopped = life.stopped !== null;
  story.screen = { as, text };
  return null;
}

/** @returns false when there was nothing to stop: the question had not reached the server */
async function isStopHeard(life: Life, stopped: NonNullable<Life["stopped"]>): Promise<boolean> {
  const { story } = life;
  const isHeard = await stopped.isHeard;
  const progress = stopped.tab.transport.progress;
  if (!progress?.runId) return false;
  story.runIds.add(progress.runId);
  if (isHeard) return true;
  story.browserFaults.add("stop not heard");
  const stop = { runId: progress.runId, seenSeq: progress.seenSeq };
  const options = { fetch: life.line.fetch, pausesMs: [0, 1_000, 2_000, 4_000, 8_000, 16_000] };
  if (!(await requestStop(story.conversationId, stop, options))) breakRule(story, "stop was never heard");
  return true;
}

/** Another device of the same person, which reads along from the first chunk. */
function watch(life: Life): void {
  const { story, world } = life;
  if (!story.plan.isWatched) return;
  const read = async () => {
    while (!life.tab.transport.progress?.runId && !life.isOver && story.screen === null)
      await life.pause(100);
    const runId = life.tab.transport.progress?.runId;
    if (!runId) return null;
    const device = new Tab(new Line(world.url, story.person, world.ledger));
    const giveUp = setInterval(() => life.isOver && device.close(), 500);
    const shown = await device.follow(story.conversationId, runId);
    clearInterval(giveUp);
    story.broken.push(...device.shrunk.map((text) => `text on another device changed: ${text}`));
    return shown.as === "completed" ? device.text : null;
  };
  life.watching ??= read();
}

/** As the page loads it. @returns null when the conversation is not there (yet) */
async function load(life: Life): Promise<ConversationView | null> {
  const { person, conversationId } = life.story;
  while (!life.isOver) {
    try {
      return await loadConversation(person.userId, conversationId);
    } catch (error) {
      if (error instanceof AppError && error.code === "not_found") return null;
      await life.pause(LOOK_AGAIN_MS);
    }
  }
  return null;
}
