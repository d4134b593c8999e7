import { RunResults } from "../../../lib/agent/run-results";
import { agentTools } from "../../../lib/agent/tools/agent-tools";
import { lookUp } from "../../../lib/agent/tools/look-up";
import { openLedger } from "../../../lib/insights/open-ledger";
import { percentile } from "../percentile";
import type { SignedIn } from "../streams/people";
import { CALLS, type Call } from "./calls";

const WARM_UP = 3;

export type Timed = { call: Call; p50: number; p99: number };

/**
 * Every call again and again, each through a ledger of its own and over the next of these people: what is kept for one
 * answer helps no other one. @throws {Error} when a tool does not answer
 */
export async function timeCalls(people: readonly SignedIn[], rounds: number): Promise<Timed[]> {
  const tools = agentTools();
  const times = new Map<Call, number[]>(CALLS.map((call) => [call, []]));
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const [index, call] of CALLS.entries()) {
      const person = people[Math.abs(round * CALLS.length + index) % people.length]?.userId ?? "";
      const startedAt = performance.now();
      await answer(tools, call, person);
      if (round >= 0) times.get(call)?.push(performance.now() - startedAt);
    }
  }
  return [...times].map(([call, ms]) => ({ call, p50: percentile(ms, 0.5), p99: percentile(ms, 0.99) }));
}

async function answer(tools: ReturnType<typeof agentTools>, { tool, asked, args }: Call, person: string) {
  const ledger = await openLedger(person, new Date());
  const context = { ledger, results: new RunResults() };
  const { status, content } = await lookUp(
    tools,
    { id: "call", name: tool, args },
    context,
    new AbortController().signal,
  );
  if (status === "error") throw new Error(`${tool} (${asked}): ${String(content)}`);
}
