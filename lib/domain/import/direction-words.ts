import { plainName } from "./column-names";

const OUT = new Set(
  "debit dbit dr d db s soll af out withdrawal outgoing uit lastschrift expense cargo check".split(" "),
);
const IN = new Set(
  "credit crdt cr c h haben bij in deposit incoming gutschrift income abono dslip".split(" "),
);

/** Whether a word beside an amount says that money went out or came in. */
export function directionOf(word: string): "in" | "out" | undefined {
  const plain = plainName(word);
  if (word.trim() === "-" || plain === "money out" || plain === "paid out" || OUT.has(plain)) return "out";
  if (word.trim() === "+" || plain === "money in" || plain === "paid in" || IN.has(plain)) return "in";
  return undefined;
}

const PENDING =
  /^(pending|vorgemerkt|umsatz vorgemerkt|en attente|pendiente|in attesa|authori[sz]ed|reserved|processing)$/;
const VOID = /^(reverted|declined|cancell?ed|failed|rejected|void|voided|reversed|storniert|abgelehnt)$/;

/** What the bank says about a row that keeps it from counting; undefined for one that is booked. */
export function statusOf(word: string): "pending" | "void" | undefined {
  const plain = plainName(word);
  if (PENDING.test(plain)) return "pending";
  return VOID.test(plain) ? "void" : undefined;
}
