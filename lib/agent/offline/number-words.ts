/** One to nine. */
export const SMALL: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
};
const LARGE: Record<string, number> = {
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const ONES = Object.keys(SMALL).join("|");
const ALL = `${Object.keys(LARGE).join("|")}|${ONES}`;
const CURRENCY = "(?:dollars?|usd|bucks?|quid|euros?|eur)";

const numberOf = (word: string): number => SMALL[word] ?? LARGE[word] ?? Number(word);

const HUNDREDS = new RegExp(`\\b(an?|\\d+|${ONES}) (hundred|thousand|grand)\\b`, "g");
const COMPOUND = new RegExp(`\\b(${TENS})[ -](${ONES})\\b`, "g");
const ALONE = new RegExp(`\\b(${Object.keys(LARGE).join("|")})\\b`, "g");
const OF_CURRENCY = new RegExp(`\\b(${ALL})(?= ${CURRENCY}\\b)`, "g");

/** "Over fifty bucks", "the last thirty days", "a hundred dollars" in digits; "one" and the like only of money. */
export const inDigits = (text: string): string =>
  text
    .replaceAll(COMPOUND, (_, tens, ones) => String(numberOf(tens) + numberOf(ones)))
    .replaceAll(HUNDREDS, (_, count, unit) =>
      String((/^an?$/.test(count) ? 1 : numberOf(count)) * (unit === "hundred" ? 100 : 1000)),
    )
    .replaceAll(ALONE, (_, word) => String(numberOf(word)))
    .replaceAll(OF_CURRENCY, (_, word) => String(numberOf(word)))
    .replaceAll(/\b(?:a |one )?dozen (?=days|weeks|months|transactions|purchases)/g, "12 ");
