import type { SpeakingOptions } from "./spoken-text";

type Speech = { kind: "speech"; text: string; isExact: boolean };
type Step<Item> = { kind: "step"; step: Item };

/**
 * The steps of an agent and what its model says meanwhile, in the order in which they came. Words that nobody has
 * taken yet go together.
 * @param start gets what the model is to say its words to
 */
export async function* withSpeech<Item>(
  start: (onText: NonNullable<SpeakingOptions["onText"]>) => Promise<AsyncIterable<Item>>,
): AsyncGenerator<Speech | Step<Item>, void, undefined> {
  const waiting: (Speech | Step<Item>)[] = [];
  let wake: () => void = () => undefined;
  const onText = (text: string, isExact = false) => {
    const last = waiting.at(-1);
    if (last?.kind === "speech" && last.isExact === isExact) last.text += text;
    else waiting.push({ kind: "speech", text, isExact });
    wake();
  };
  let steps: AsyncIterator<Item> | undefined;
  let isOver = false;
  const follow = async () => {
    // LangChain hands out its stream when the first step is done: what is said until then must not wait for it.
    steps = (await start(onText))[Symbol.asyncIterator]();
    for (let next = await steps.next(); !next.done; next = await steps.next()) {
      waiting.push({ kind: "step", step: next.value });
      wake();
    }
  };
  const following = follow().finally(() => {
    isOver = true;
    wake();
  });
  // Thrown where it is awaited: what was said before a failure comes first.
  following.catch(() => undefined);
  try {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else if (isOver) break;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    await following;
  } finally {
    // Not awaited: it waits for a pending step, and that may be the very thing that hangs.
    if (!isOver) steps?.return?.().then(undefined, () => undefined);
  }
}
