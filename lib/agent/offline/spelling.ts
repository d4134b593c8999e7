import { editDistance } from "../../domain/nearest-names";
import { isSaidWhenAsking } from "./said-when-asking";

/** Words that a question turns on. Names of merchants and categories are matched elsewhere, with a note to the person. */
const VOCABULARY = new Set(
  `account accounts afford august average biggest cheapest excluding february january largest last month november october quarter september smallest weekend week year compared comparison between breakdown afternoon amount annual average balance balances bills borrow brokerage budget budgets calculate cancel cash
  category charge charged charges checking compare credit debts deposit duplicate earned earnings expense expenses expensive
  forecast goals groceries holdings income increase increased interest investment investments largest liabilities monthly month mortgage
  money overdraft overdue paycheck paychecks payday payment payments percent percentage portfolio price purchase purchases
  recategorize recategorise received recurring refund refunds remaining restaurant restaurants salary savings saving
  saved spend spent spending statement subscription subscriptions suspicious total transaction transactions transfer
  unusual upcoming utilization utilisation weekly worth yearly yesterday`
    .split(/\s+/)
    .filter(Boolean),
);

/** Real words that a slip could also have made of a word above: they stay. */
const REAL = new Set(
  `accounting balanced budge caught clash coins counts dept goats gaols income learned mother mouth outcome paving prince pride prize
  raving savors shaved slaved rating restaurateur salaried seated server statements trending weekday wordy worse worthy wrath
  canceled cancelled receive recurrent sending spec spear pricey priced praise serving mortgaged outgoing incoming`
    .split(/\s+/)
    .filter(Boolean),
);

/** What people type for it. */
const SHORT: Record<string, string> = {
  amt: "amount",
  hom: "how",
  hwat: "what",
  hwo: "how",
  lsat: "last",
  lst: "last",
  mcuh: "much",
  mnoth: "month",
  mnth: "month",
  mths: "months",
  muhc: "much",
  mych: "much",
  ohw: "how",
  qtr: "quarter",
  teh: "the",
  thsi: "this",
  tihs: "this",
  waht: "what",
  wehn: "when",
  weke: "week",
  wekk: "week",
  whcih: "which",
  whta: "what",
  wich: "which",
  wkend: "weekend",
  yaer: "year",
  yday: "yesterday",
  yera: "year",
  accts: "accounts",
  acct: "account",
  arent: "aren't",
  cant: "can't",
  couldnt: "couldn't",
  didnt: "didn't",
  doesnt: "doesn't",
  dont: "don't",
  hasnt: "hasn't",
  havent: "haven't",
  isnt: "isn't",
  todays: "today's",
  wasnt: "wasn't",
  werent: "weren't",
  wont: "won't",
  wouldnt: "wouldn't",
  youre: "you're",
  avg: "average",
  bal: "balance",
  bals: "balances",
  cc: "credit card",
  ccs: "credit cards",
  chk: "checking",
  dept: "debt",
  depts: "debts",
  gonna: "going to",
  gotta: "have to",
  hows: "how's",
  hw: "how",
  im: "i'm",
  ive: "i've",
  mo: "month",
  mos: "months",
  mth: "month",
  muc: "much",
  mutch: "much",
  nw: "net worth",
  networth: "net worth",
  plz: "please",
  pls: "please",
  ppl: "people",
  rn: "now",
  subs: "subscriptions",
  thats: "that's",
  theres: "there's",
  tmrw: "tomorrow",
  tx: "transactions",
  txn: "transaction",
  txns: "transactions",
  u: "you",
  ur: "your",
  wanna: "want to",
  wat: "what",
  wats: "what's",
  whats: "what's",
  whens: "when's",
  wheres: "where's",
  wk: "week",
  wks: "weeks",
  wut: "what",
  yr: "year",
  yrs: "years",
};

/** @param text lower case */
export const spelledRight = (text: string): string =>
  text
    .replaceAll(/(?<![\w/])w\/o (?=\w)/g, "without ")
    .replaceAll(/(?<![\w/])w\/ ?(?=\w)/g, "with ")
    .replaceAll(/(?<=\d)\s?\/\s?(?=(?:mo|month|yr|year|wk|week)\b)/g, " a ")
    .replaceAll(/(?<![\w'@.-])[a-z]+(?![\w'@-])/g, (word) =>
      Object.hasOwn(SHORT, word) ? (SHORT[word] ?? word) : meant(word),
    );

/**
 * "chekcing", "upcomming", "subscribtions": the one word of the vocabulary that a slip of the finger makes of it. Of short
 * words too many are words themselves: those must hold the same letters, or lack one.
 */
function meant(word: string): string {
  if (word.length < 4 || VOCABULARY.has(word) || REAL.has(word) || isSaidWhenAsking(word)) return word;
  const near = [...VOCABULARY]
    .filter((known) => isSlip(word, known))
    .map((known) => ({ known, edits: editDistance(word, known) }))
    .toSorted((a, b) => a.edits - b.edits);
  const [best, second] = near;
  return best && (!second || second.edits > best.edits) ? best.known : word;
}

function isSlip(word: string, known: string): boolean {
  if (word[0] !== known[0] || Math.abs(word.length - known.length) > 2) return false;
  if (undoubled(word) === undoubled(known)) return true;
  if (isInflected(word, known)) return false;
  if (
    known.length < 7 &&
    lettersOf(word) !== lettersOf(known) &&
    !(known.length > 5 && lacksOne(word, known))
  )
    return false;
  return editDistance(word, known) <= (known.length > 8 ? 2 : 1);
}

const undoubled = (word: string): string => word.replaceAll(/(.)\1/g, "$1");
const lettersOf = (word: string): string => [...word].toSorted().join("");
const lacksOne = (word: string, known: string): boolean =>
  [...known].some((_, index) => known.slice(0, index) + known.slice(index + 1) === word);

/** "Investor", "invested": another word of the same stem is no slip. */
function isInflected(word: string, known: string): boolean {
  const stem = /^(.{4,}?)(?:s|e?d|e?r|e?rs|ing|ings|ors?|ions?|ly|al|y)$/.exec(word)?.[1];
  return stem !== undefined && known.startsWith(stem);
}
