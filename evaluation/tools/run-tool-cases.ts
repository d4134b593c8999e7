import type { ToolContext } from "../../lib/agent/agent-context";
import { RunResults } from "../../lib/agent/run-results";
import { agentTools } from "../../lib/agent/tools/agent-tools";
import { lookUp } from "../../lib/agent/tools/look-up";
import type { ProposedChange } from "../../lib/contract/proposals";
import type { Ledger } from "../../lib/domain/ledger";
import { TOOL_CASES } from "./all-tool-cases";
import type { ToolCase } from "./tool-case";

export type ToolFigures = { asked: number; right: number; problems: string[] };

/** Calls the tools themselves, without any model: here nothing but 100 % will do. */
export async function runToolCases(ledger: Ledger): Promise<ToolFigures> {
  const tools = agentTools();
  const problems: string[] = [];
  for (const one of TOOL_CASES) {
    const found = await problemsOf(one, ledger, tools);
    problems.push(
      ...found.slice(0, 1).map((problem) => `${one.tool} ${JSON.stringify(one.args)}: ${problem}`),
    );
  }
  return { asked: TOOL_CASES.length, right: TOOL_CASES.length - problems.length, problems };
}

async function problemsOf(
  { before = [], asked = "", check, ...call }: ToolCase,
  ledger: Ledger,
  tools: ReturnType<typeof agentTools>,
): Promise<string[]> {
  let proposed: ProposedChange | undefined;
  const context: ToolContext = {
    ledger,
    results: new RunResults([], asked),
    propose: async (change) => {
      proposed = change;
      return proposalOf(change);
    },
  };
  const signal = new AbortController().signal;
  let result: unknown;
  for (const { tool: name, args } of [...before, call]) {
    const message = await lookUp(tools, { id: "call", name, args }, context, signal);
    result = message.artifact;
  }
  return check(result, proposed);
}

/** As if it had been stored: what it would change is for the tests of what stores it. */
const proposalOf = (change: ProposedChange) => ({
  kind: "proposal" as const,
  definition: "proposal.v1",
  asOf: null,
  rowCount: 0,
  proposalId: "0190a000-0000-7000-8000-000000000001",
  change: change.kind,
  title: "A change",
  changes: [],
  effects: [],
  period: null,
  expiresAt: "2026-12-01T00:00:00.000Z",
});
