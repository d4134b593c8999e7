/** Signs as en-US writes them (CLDR), and the words for amounts. Plain "$" is the US dollar. */
const SIGNS: Record<string, string> = {
  $: "USD",
  US$: "USD",
  CA$: "CAD",
  C$: "CAD",
  A$: "AUD",
  AU$: "AUD",
  NZ$: "NZD",
  HK$: "HKD",
  NT$: "TWD",
  S$: "SGD",
  MX$: "MXN",
  R$: "BRL",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "CN¥": "CNY",
  "₹": "INR",
  "₩": "KRW",
  "₪": "ILS",
  "₫": "VND",
  "₱": "PHP",
};
const WORDS: Record<string, string> = {
  dollar: "USD",
  dollars: "USD",
  bucks: "USD",
  cent: "USD",
  cents: "USD",
  "¢": "USD",
  euro: "EUR",
  euros: "EUR",
  yen: "JPY",
  rupees: "INR",
  francs: "CHF",
};
/** Codes that are no words in capitals. */
const CODES =
  "USD EUR GBP JPY CHF CAD AUD NZD CNY INR BRL MXN SEK NOK DKK PLN CZK HUF RON BGN SGD HKD TWD THB ZAR ILS KRW KWD BHD AED SAR VND PHP IDR MYR CLP COP UAH ISK XXX".split(
    " ",
  );

const escaped = (sign: string) => sign.replaceAll("$", "\\$");
const longestFirst = (signs: string[]) => signs.toSorted((a, b) => b.length - a.length);

/** Parts of a pattern that is case-sensitive. */
export const CURRENCY_BEFORE = `(?:${longestFirst(Object.keys(SIGNS))
  .map((sign) => (/^[A-Z]/.test(sign) ? `(?<![A-Za-z])${escaped(sign)}` : escaped(sign)))
  .join("|")}|(?<![A-Za-z])(?:${CODES.join("|")})(?![A-Za-z]))`;
export const CURRENCY_AFTER = `(?:${[
  ...CODES,
  ...longestFirst([...Object.keys(WORDS), ...Object.keys(SIGNS)]),
]
  .map(escaped)
  .join("|")})(?![A-Za-z\\d])`;

/** ISO 4217 code of a sign, code or word that the patterns above match. */
export const currencyOf = (text: string): string =>
  SIGNS[text] ?? WORDS[text.toLowerCase()] ?? text.toUpperCase();
