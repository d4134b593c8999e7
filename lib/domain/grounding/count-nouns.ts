/** What answers count, and the words for it. A count of one kind never stands for a count of another. */
const NOUNS: Record<string, readonly string[]> = {
  transaction:
    "transaction purchase payment charge row entry transfer deposit refund order visit paycheck debit credit withdrawal occurrence match record time reversal".split(
      " ",
    ),
  account: ["account", "card", "wallet"],
  bank: ["bank", "institution", "connection"],
  category: ["category"],
  merchant: ["merchant", "shop", "store", "place", "vendor", "payee", "business", "restaurant", "seller"],
  series: ["series", "subscription", "bill", "membership", "recurring", "service"],
  budget: ["budget"],
  goal: ["goal"],
  holding: ["holding", "position", "security", "stock", "fund"],
  debt: ["debt", "loan", "liability"],
  day: ["day"],
  week: ["week"],
  fortnight: ["fortnight"],
  month: ["month"],
  quarter: ["quarter"],
  year: ["year"],
  currency: ["currency"],
  group: ["group"],
  point: ["point"],
};

const KIND_OF_WORD = new Map(
  Object.entries(NOUNS).flatMap(([kind, words]) => words.map((word) => [word, kind] as const)),
);

/** What this word counts, singular or plural; null for a word that counts nothing that is known. */
export function countNounOf(word: string): string | null {
  const lower = word.toLowerCase();
  const singulars = [
    lower,
    lower.replace(/ies$/, "y"),
    lower.replace(/(?:es|s)$/, ""),
    lower.replace(/s$/, ""),
  ];
  for (const singular of singulars) {
    const kind = KIND_OF_WORD.get(singular);
    if (kind !== undefined) return kind;
  }
  return null;
}

/** What follows one of these is no longer what a number counts: "3 on Oct 5", "3 of your accounts". */
const STOP =
  /^(?:of|on|in|at|from|for|to|and|or|with|was|were|is|are|by|per|than|across|over|this|last|each|every|that|which|a|an|the|your|my|between|since|until|through|but|so)$/i;

/**
 * What the words right after this place say is counted, within three words and the line: "3 pending grocery
 * purchases", "2 credit cards", "the 30-day average".
 */
export function nounAfter(text: string, end: number): string | null {
  const words = /^-?(?: ?\p{L}[\p{L}'’-]*){1,3}/u.exec(text.slice(end, end + 80))?.[0] ?? "";
  const phrase = words.split(/[ -]/).filter(Boolean);
  const stop = phrase.findIndex((word) => STOP.test(word));
  const nouns = phrase.slice(0, stop < 0 ? undefined : stop).filter((word) => countNounOf(word) !== null);
  const counted = nouns.find((word) => /s$/i.test(word)) ?? nouns.at(-1);
  return counted === undefined ? null : countNounOf(counted);
}

/** What a label right before this place says is counted: "Transactions: 3", "accounts (4)". */
export function nounBefore(text: string, start: number): string | null {
  const word = /(\p{L}+) ?(?:[:=(]|[–—-] )\s*$/u.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  return word === undefined ? null : countNounOf(word);
}
