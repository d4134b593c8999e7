import { setTimeout as sleep } from "node:timers/promises";
import { v7 as newId } from "uuid";
import { createEventParser } from "../../components/chat/server-sent-events";
import type { FaultyApplication } from "./faulty-application";
import type { Person } from "./person";
import { type Plan, questionOf } from "./plan";

const AT_ONCE = 8;
const LIVE_READERS = 60;

type Answer = { conversationId: string; runId: string; frames: string[] };

/**
 * A long answer, read again from each of its numbers: the very same frames must follow, while it is written and after.
 * @returns what differed
 */
export async function resumeEverywhere(
  application: FaultyApplication,
  person: Person,
  plan: Plan,
): Promise<{ readers: number; broken: string[] }> {
  application.model.learn(plan);
  const headers = { cookie: person.cookie, "content-type": "application/json" };
  const conversationId = newId();
  const message = { id: newId(), role: "user", parts: [{ type: "text", text: questionOf(plan) }] };
  const body = JSON.stringify({ trigger: "submit-message", id: conversationId, message });
  const response = await fetch(`${application.url}/api/chat`, { method: "POST", headers, body });
  const runId = response.headers.get("x-run-id");
  if (!response.ok || runId === null)
    throw new Error(`The long question was refused with ${response.status}.`);
  const answer: Answer = { conversationId, runId, frames: [] };
  const read = (after: number) => readFrom(application.url, person, answer, after);

  const live: Promise<{ after: number; frames: string[] }>[] = [];
  for await (const frame of framesOf(response)) {
    answer.frames.push(frame);
    const after = answer.frames.length;
    if (live.length < LIVE_READERS && after % 2 === 0 && frame.startsWith("{"))
      live.push(read(after % 4 === 0 ? after : Math.floor(after / 2)));
  }
  const broken: string[] = [];
  const compare = ({ after, frames }: { after: number; frames: string[] }, when: string) => {
    const expected = answer.frames.slice(after);
    if (JSON.stringify(frames) !== JSON.stringify(expected))
      broken.push(`${when} after ${after}: ${frames.length} frames instead of ${expected.length}`);
  };
  for (const reader of await Promise.all(live)) compare(reader, "live");
  // The last frame is [DONE] and has no number; after the last number there is nothing to read.
  const numbers = Array.from({ length: answer.frames.length - 1 }, (_, after) => after);
  await inLanes(numbers, async (after) => compare(await read(after), "ended"));
  if ((await read(answer.frames.length - 1)).frames.length > 0)
    broken.push("there was something after the end");
  return { readers: live.length + numbers.length + 1, broken };
}

/** Half of the readers say where they are as a browser does by itself, half as our client does. */
async function readFrom(url: string, { cookie }: Person, answer: Answer, after: number) {
  const byHeader = after % 2 === 0;
  const query = new URLSearchParams({ run: answer.runId, ...(byHeader ? {} : { after: String(after) }) });
  const headers = { cookie, ...(byHeader ? { "last-event-id": String(after) } : {}) };
  const target = `${url}/api/chat/${answer.conversationId}/stream?${query}`;
  for (;;) {
    const response = await fetch(target, { headers });
    const frames: string[] = [];
    if (response.ok) {
      for await (const frame of framesOf(response)) frames.push(frame);
      return { after, frames };
    }
    await response.body?.cancel();
    if (response.status !== 429) return { after, frames: [`refused with ${response.status}`] };
    await sleep(Number(response.headers.get("retry-after") ?? 1) * 1_000);
  }
}

/** The data of all that has a number, and the end. */
async function* framesOf(response: Response): AsyncGenerator<string> {
  if (response.body === null) return;
  const parse = createEventParser();
  const decoder = new TextDecoder();
  for await (const bytes of response.body)
    for (const { id, data } of parse(decoder.decode(bytes, { stream: true })))
      if (id !== null || data === "[DONE]") yield data;
}

async function inLanes<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
