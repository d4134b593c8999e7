import { EXAMPLES } from "./examples/all-examples";
import { isHeldOut } from "./examples/example";

let said: ReadonlySet<string> | undefined;

/** Whether people say the word when they ask about quite different things: then it is no slip of another one. */
export function isSaidWhenAsking(word: string): boolean {
  said ??= wordsOfSeveralTopics();
  return said.has(word);
}

function wordsOfSeveralTopics(): ReadonlySet<string> {
  const topics = new Map<string, Set<string>>();
  for (const { label, examples } of EXAMPLES) {
    for (const [ask] of examples.filter((example) => !isHeldOut(example))) {
      for (const word of ask.toLowerCase().match(/[a-z]+/g) ?? [])
        topics.set(word, (topics.get(word) ?? new Set<string>()).add(label));
    }
  }
  return new Set([...topics].flatMap(([word, labels]) => (labels.size > 1 ? word : [])));
}
