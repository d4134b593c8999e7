const ASKING =
  "how|what|what's|whats|when|which|who|where|did|do|does|am|is|are|was|were|can|could|will|show|list|give|compare";

/** After a question mark, after a sentence when a question follows, and before "and how much ...". */
const BORDERS = [
  /(?<=\?)\s+/,
  new RegExp(`(?<=[a-z0-9][.!;])\\s+(?=(?:and |also |then )*(?:${ASKING})\\b)`),
  /(?:,|;) and (?=[a-z' ]{3,30} (?:in|this|last|since|for|over|during) )/,
  new RegExp(`(?:,|;)? (?:and|also|plus)(?: also)? (?=(?:${ASKING}) )`),
];

/** "By how much?": said by the answer before it. */
const SAID_ALREADY =
  /^(?:and )?(?:by how much|how (?:much|many|often)|when|how much (?:more|less)|how much is that|and why not|please|thanks?(?: you)?)[ ?.!]*$/;
/** "What's the difference" and the like lean on both parts: never apart. */
const ONE = /^(?:and )?(?:compare|which\b.*\b(?:more|less|most|least)|what (?:came|comes|is coming) in)\b/;

/** The questions of one message, each to be read by itself. At most five. */
export function splitQuestions(plain: string): string[] {
  if (ONE.test(plain)) return [plain];
  let parts = [plain];
  for (const border of BORDERS) parts = parts.flatMap((part) => part.split(border));
  const [first = plain, ...others] = parts.map((part) => part.trim()).filter(Boolean);
  const further = others.filter((part) => !SAID_ALREADY.test(part));
  return [first, ...further].slice(0, 5);
}
