import { REFUSED } from "../examples/refused";
import { fixedReading } from "../fixed-readings";
import type { ParsedQuestion } from "../parsed-question";
import { likelyTopics } from "../topic-chooser";
import { LATE_TOPICS, TOPICS } from "./all-topics";
import type { Reading, Topic } from "./topic";
import type { Label } from "./topic-name";

/** How likely a topic must be where the rules read none. */
const SURE = 0.65;
/** How likely a topic must be, and how unlikely that of the rules, to take its place. */
const OVERRULES = { likely: 0.85, unlikely: 0.05 };
/** The same against topics that take almost anything in. */
const OVERRULES_WIDE = { likely: SURE, unlikely: 0.15 };

/**
 * The reading of the likeliest topic, where the rules read nothing or something that the words speak against; else the
 * one of the rules.
 * @param ruled what the rules read
 */
export function likelyReading(ruled: Reading | undefined, parsed: ParsedQuestion): Reading | undefined {
  const likely = likelyTopics(parsed.plain);
  const [best] = likely;
  if (!best || best.label === ruled?.topic) return ruled;
  if (!ruled) return best.probability >= SURE ? assumed(best.label, parsed) : undefined;
  const own = likely.find(({ label }) => label === ruled.topic);
  const isWide = LATE_TOPICS.some(({ name }) => name === ruled.topic);
  if (isWide && FLOWS.has(best.label)) return ruled;
  const { likely: least, unlikely: most } = isWide ? OVERRULES_WIDE : OVERRULES;
  const isDoubtful = best.probability >= least && (own?.probability ?? 0) <= most;
  return isDoubtful ? (assumed(best.label, parsed) ?? ruled) : ruled;
}

/** What tells these apart is what was found in the question (a sort, a count, a refund), not its words. */
const FLOWS: ReadonlySet<Label> = new Set(["spending", "rows", "income"]);

const BY_NAME: ReadonlyMap<Label, Topic> = new Map(
  [...TOPICS, ...LATE_TOPICS].map((topic) => [topic.name, topic]),
);

function assumed(label: Label, parsed: ParsedQuestion): Reading | undefined {
  const topic = BY_NAME.get(label);
  if (topic) return topic.assume(parsed);
  const reason = REFUSED.find((one) => one.label === label)?.label;
  return reason && fixedReading({ kind: "refusal", reason });
}
