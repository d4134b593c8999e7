/** What can be wrong with a bank that is no fault of it nor of Plaid: our codes in `items.errorCode`, and what to say. */
export const OUR_PROBLEMS = {
  TOKEN_UNREADABLE:
    "The key to this bank cannot be opened on our side. Whoever runs Purser must restore ENCRYPTION_KEYS; until then nothing new arrives.",
  TOKEN_LOST: "The key to this bank was lost on our side. Link it again; until then nothing new arrives.",
  UNKNOWN_ACCOUNT:
    "The bank sent rows of an account that it does not list, so nothing new was stored. We will try again.",
  READING_FAILED: "Reading this bank failed on our side. We will try again.",
} as const;

export type OurProblem = keyof typeof OUR_PROBLEMS;

export const isOurProblem = (code: string): code is OurProblem => Object.hasOwn(OUR_PROBLEMS, code);
