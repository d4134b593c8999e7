import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { analystOf } from "./ask";
import { evaluationLedger, toolLedger } from "./feed";
import { FROZEN_HASH, hashOfRows } from "./household/household";
import { type MeasuredModel, modelNamed } from "./models";
import { ALL_QUESTIONS } from "./questions/all-questions";
import { failuresOf, tableOf } from "./report/console";
import { pageOf } from "./report/page";
import { summarise } from "./report/summary";
import { type Outcome, runQuestions } from "./run";
import { runToolCases } from "./tools/run-tool-cases";

const USAGE = `Usage: npm run eval [-- options]
  --model name    offline (default), openai, or the URL of an endpoint like OpenAI's (OPENAI_API_KEY, OPENAI_MODEL)
  --repeat n      ask everything n times; a question counts only when all its answers are right
  --kind name     only questions of this kind; may be given several times
  --id id         only this question; may be given several times
  --failures      print what went wrong, without the questions kept aside
  --json          print the figures as JSON instead of a table
  --input-price, --output-price  dollars per million tokens, for the cost
  --out folder    where the JSON and the page go (evaluation-results)`;

const OPTIONS = {
  model: { type: "string", default: "offline" },
  repeat: { type: "string", default: "1" },
  kind: { type: "string", multiple: true },
  id: { type: "string", multiple: true },
  failures: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  "input-price": { type: "string", default: "0" },
  "output-price": { type: "string", default: "0" },
  out: { type: "string", default: "evaluation-results" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** The command. @returns the exit code: 1 when a tool is wrong or nothing could be asked */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.help) return say(USAGE, 0);
  if (hashOfRows() !== FROZEN_HASH) return say("The household is not the frozen one: see FROZEN_HASH.", 1);
  const { kind, id } = values;
  const questions = ALL_QUESTIONS.filter(
    (question) => (!kind || kind.includes(question.kind)) && (!id || id.includes(question.id)),
  );
  if (questions.length === 0) return say(`No such questions.\n${USAGE}`, 1);
  let model: MeasuredModel;
  try {
    model = await modelNamed(values.model);
  } catch (error) {
    return say(error instanceof Error ? error.message : String(error), 1);
  }
  const ledger = evaluationLedger();
  const tools = await runToolCases(toolLedger());
  const outcomes = await runQuestions(
    analystOf(model.model, model.usage),
    ledger,
    questions,
    Math.max(1, Number(values.repeat)),
    (done) => process.stderr.write(`\r${done}/${questions.length}`),
  );
  process.stderr.write("\r");
  const summary = summarise(outcomes);
  const { inputTokens, outputTokens } = summary.all;
  const dollars =
    (inputTokens * Number(values["input-price"]) + outputTokens * Number(values["output-price"])) / 1_000_000;
  const report = {
    model: model.label,
    repeat: Number(values.repeat),
    tools,
    summary,
    dollars,
    outcomes: outcomes.map(withoutAside),
  };
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "evaluation.json"), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(values.out, "evaluation.html"), pageOf(report));
  if (values.json) say(JSON.stringify({ ...report, outcomes: undefined }, null, 2), 0);
  else say(`${model.label}\n${tableOf(summary)}`, 0);
  say(`tools: ${tools.right} of ${tools.asked} exact`, 0, values.json);
  for (const problem of tools.problems) say(`  ${problem}`, 0, values.json);
  if (inputTokens + outputTokens > 0)
    say(`tokens: ${inputTokens} in, ${outputTokens} out; $${dollars.toFixed(4)}`, 0, values.json);
  if (values.failures) say(failuresOf(outcomes), 0, values.json);
  say(`written to ${join(values.out, "evaluation.html")}`, 0, values.json);
  return tools.right === tools.asked ? 0 : 1;
}

/** Who has read the questions kept aside would tune for them. */
const withoutAside = (outcome: Outcome): Outcome =>
  outcome.aside ? { ...outcome, ask: "", text: "", problems: [], ungrounded: [], tools: [] } : outcome;

/** Standard output belongs to the JSON when that was asked for. */
function say(text: string, code: number, aside = false): number {
  (aside ? process.stderr : process.stdout).write(`${text}\n`);
  return code;
}
