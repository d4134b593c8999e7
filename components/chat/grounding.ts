import { type GroundedNumber, Grounding } from "../../lib/contract/grounding";
import type { ChatUIMessage } from "./chat-message";
import type { NumberSpan } from "./mark-numbers";

/** What checking the numbers of a message has shown, by the place of the text among its texts. */
export type Check = {
  numbers: ReadonlyMap<number, readonly GroundedNumber[]>;
  /** Texts that were written again. */
  superseded: ReadonlySet<number>;
  /** The answer is being written again because of its numbers, as far as is known. */
  isRewritten: boolean;
};

/** What a later version of the server writes and this page cannot read marks nothing. */
export function readCheck(parts: ChatUIMessage["parts"]): Check {
  const groundings = parts.flatMap((part) => {
    const read = part.type === "data-grounding" ? Grounding.safeParse(part.data) : null;
    return read?.success ? [read.data] : [];
  });
  return {
    numbers: new Map(
      groundings.flatMap(({ texts }) => texts.map(({ text, numbers }) => [text, numbers] as const)),
    ),
    superseded: new Set(groundings.flatMap(({ supersedes }) => supersedes)),
    isRewritten: groundings.at(-1)?.isFinal === false,
  };
}

/** A number that a result states can be opened. Dates, and what the person said, were computed by nobody. */
const isWorthMarking = ({ kind, match }: GroundedNumber): boolean =>
  match === null || (kind !== "date" && /^r\d+$/.test(match.ref));

export const spansOf = (numbers: readonly GroundedNumber[]): NumberSpan[] =>
  numbers.flatMap((number, index) =>
    isWorthMarking(number) ? [{ start: number.start, end: number.end, index }] : [],
  );

/** The numbers that nothing states, as they are written, each once. */
export function unverifiedNumbers(texts: readonly string[], { numbers, superseded }: Check): string[] {
  const found = texts.flatMap((text, index) =>
    superseded.has(index)
      ? []
      : (numbers.get(index) ?? [])
          .filter(({ match }) => match === null)
          .map(({ start, end }) => text.slice(start, end).replace(/[*_`]/g, "").trim()),
  );
  return [...new Set(found)];
}
