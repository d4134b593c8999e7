import type { Grounding } from "../contract/grounding";

const MAX_NAMED = 40;
const MAX_CHARACTERS = 60;

/**
 * What a model is told when its answer has numbers that no result states. Once only: what is still unverified then is
 * shown as such. Made of the verdict alone, so that another process asks with the same bytes.
 * @param texts all text parts of the message so far
 */
export function rewriteRequest({ texts: checked }: Grounding, texts: readonly string[]): string {
  const named = checked.flatMap(({ text, numbers }) =>
    numbers.flatMap(({ start, end, match }) =>
      match === null ? [(texts[text] ?? "").slice(start, end).slice(0, MAX_CHARACTERS)] : [],
    ),
  );
  const list = [...new Set(named)].slice(0, MAX_NAMED).map((number) => JSON.stringify(number));
  return `A check of your answer found numbers that no tool result of this answer states: ${list.join(", ")}.
Write the whole answer again, as if for the first time. Correct each of these numbers or leave it out: take it from a result as it stands there, look it up, or use calculate. Do not mention this check. All rules still hold.`;
}
