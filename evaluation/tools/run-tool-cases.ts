import { RunResults } from "../../lib/agent/run-results";
import { agentTools } from "../../lib/agent/tools/agent-tools";
import { lookUp } from "../../lib/agent/tools/look-up";
import type { Ledger } from "../../lib/domain/ledger";
import { FLOW_CASES, STATISTIC_CASES } from "./flow-cases";
import { NET_WORTH_CASES } from "./net-worth-cases";
import { PLANNING_CASES } from "./planning-cases";
import { ROW_CASES } from "./row-cases";
import { SPENDING_CASES } from "./spending-cases";
import type { ToolCase } from "./tool-case";

export type ToolFigures = { asked: number; right: number; problems: string[] };

const TOOL_CASES: readonly ToolCase[] = [
  ...SPENDING_CASES,
  ...ROW_CASES,
  ...FLOW_CASES,
  ...STATISTIC_CASES,
  ...PLANNING_CASES,
  ...NET_WORTH_CASES,
];

/** Calls the tools themselves, without any model: here nothing but 100 % will do. */
export async function runToolCases(ledger: Ledger): Promise<ToolFigures> {
  const tools = agentTools();
  const signal = new AbortController().signal;
  const problems: string[] = [];
  for (const { tool, args, check } of TOOL_CASES) {
    const context = { ledger, results: new RunResults(), facts: "{}" };
    const { artifact } = await lookUp(tools, { id: "call", name: tool, args }, context, signal);
    problems.push(
      ...check(artifact)
        .map((problem) => `${tool} ${JSON.stringify(args)}: ${problem}`)
        .slice(0, 1),
    );
  }
  return { asked: TOOL_CASES.length, right: TOOL_CASES.length - problems.length, problems };
}
