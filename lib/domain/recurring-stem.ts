/** What payment services put before the shop's own name. */
const PREFIXES = /^(?:sq|tst|sp|pp|py|dd|fs|ic|paypal|zettle|sumup|klarna)\s*\*\s*/;

/** Words of the bank about the way of paying, not about who is paid. */
const NOISE = new Set([
  ...[
    "ach",
    "pos",
    "debit",
    "credit",
    "purchase",
    "card",
    "visa",
    "checkcard",
    "online",
    "web",
    "pmt",
    "pmts",
  ],
  ...["payment", "payments", "pymt", "com", "www", "http", "https", "inc", "llc"],
]);

const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?$/;

const MAX_WORDS = 6;

/**
 * What stays of a bank's text from one payment to the next: lower case, without payment services, order codes, store
 * numbers, dates and words about the way of paying. Never empty for a text with something in it.
 */
export function stemOf(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .trim()
    .replace(PREFIXES, "")
    // An order code stands behind a star.
    .replaceAll(/(\S)\*\S*/g, "$1 ");
  const words = plain.split(/[^\p{L}\p{N}&+]+/u).filter((word) => word !== "" && !/\p{N}/u.test(word));
  const telling = words.filter((word) => !NOISE.has(word) && !MONTH.test(word));
  const kept = telling.length > 0 ? telling : words;
  return kept.slice(0, MAX_WORDS).join(" ") || plain || text;
}
