import type { Ledger } from "../lib/domain/ledger";
import { type Analyst, type Answer, converse } from "./ask";
import type { Question } from "./question";
import { grade } from "./score";

/** One turn of one question, asked once or several times. */
export type Outcome = {
  id: string;
  kind: string;
  aside: boolean;
  ask: string;
  /** In every repetition. */
  isExact: boolean;
  problems: string[];
  ungrounded: string[];
  /** Of the last repetition. */
  text: string;
  tools: string[];
  /** Milliseconds, one per repetition. */
  firstTokens: number[];
  latencies: number[];
  inputTokens: number;
  outputTokens: number;
};

/** Asks everything, one conversation after the other, so that times are those of one person. */
export async function runQuestions(
  analyst: Analyst,
  ledger: Ledger,
  questions: readonly Question[],
  repeat: number,
  onDone?: (done: number) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, question] of questions.entries()) {
    const repetitions: Answer[][] = [];
    for (let time = 0; time < repeat; time += 1) {
      const asks = question.turns.map(({ ask }) => ask);
      repetitions.push(await converse(analyst, ledger, asks));
    }
    outcomes.push(...question.turns.map((_, at) => outcomeOf(question, at, repetitions)));
    onDone?.(index + 1);
  }
  return outcomes;
}

function outcomeOf(question: Question, at: number, repetitions: readonly Answer[][]): Outcome {
  const turn = question.turns[at];
  const answers = repetitions.flatMap((answers) => answers[at] ?? []);
  if (!turn) throw new Error(`${question.id} has no turn ${at}.`);
  const grades = answers.map((answer) => grade(turn.expect, answer, turn.ask));
  const last = answers.at(-1);
  return {
    id: question.turns.length > 1 ? `${question.id}.${at + 1}` : question.id,
    kind: question.kind,
    aside: question.aside ?? false,
    ask: turn.ask,
    isExact: grades.every(({ isExact }) => isExact),
    problems: [...new Set(grades.flatMap(({ problems }) => problems))],
    ungrounded: [...new Set(grades.flatMap(({ ungrounded }) => ungrounded))],
    text: last?.text ?? "",
    tools: last?.calls.map(({ name }) => name) ?? [],
    firstTokens: answers.flatMap(({ firstToken }) => firstToken ?? []),
    latencies: answers.map(({ latency }) => latency),
    inputTokens: answers.reduce((sum, { usage }) => sum + (usage?.input ?? 0), 0),
    outputTokens: answers.reduce((sum, { usage }) => sum + (usage?.output ?? 0), 0),
  };
}
