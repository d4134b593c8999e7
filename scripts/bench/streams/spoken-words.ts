/** What the model of the benches is asked for: so many words, one every so many milliseconds. */
export type Wish = { words: number; everyMs: number };

export const questionFor = ({ words, everyMs }: Wish): string =>
  `Say ${words} words, one every ${everyMs} ms.`;

/** @returns the last wish in the body of a request to a model; none asks for one word */
export function wishIn(body: string): Wish {
  const found = [...body.matchAll(/Say (\d+) words, one every (\d+) ms/g)].at(-1);
  return { words: Number(found?.[1] ?? 1), everyMs: Number(found?.[2] ?? 0) };
}

/** The clock that all processes of one machine share, in microseconds. */
export const microseconds = (): number => Number(process.hrtime.bigint() / 1_000n);

/** A word says which one it is and when the model sent it. */
export const wordOf = (index: number): string => `${index}_${microseconds().toString(36)} `;

export type Heard = { index: number; sentAt: number };

/** The words in lines of a stream, whatever their framing. */
export function* wordsIn(lines: string): Generator<Heard> {
  for (const [, index, sentAt] of lines.matchAll(/(\d+)_([0-9a-z]+) /g))
    yield { index: Number(index), sentAt: Number.parseInt(sentAt ?? "", 36) };
}
