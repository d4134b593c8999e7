import type { ToolFailure } from "../../../contract/results/tool-failure";
import { bold, joinWords, paragraphs, plainName } from "./wording";

export type RefusalReason =
  | "move_money"
  | "trade"
  | "other_people"
  | "change"
  | "rules"
  | "future_spending"
  | "off_topic"
  | "secrets";

/** What is said without looking anything up. */
export type Fixed =
  | { kind: "refusal"; reason: RefusalReason }
  /** Conditions that would be left out of the answer: asks back instead. */
  | { kind: "unclear"; words: string[] }
  | { kind: "no_such_date"; words: string }
  | { kind: "help" | "greeting" | "thanks" | "unknown" | "pointless" };

const EXAMPLES = [
  "How much did I spend on groceries last month?",
  "Compare my restaurants this month and last month",
  "What was my largest purchase last year?",
  "What is my savings rate this year?",
  "Which bills are due before my next paycheck?",
  "How has my net worth changed this year?",
]
  .map((example) => `- ${example}`)
  .join("\n");

const WHAT_I_AM =
  "I am the offline analyst: I read your own transactions without any language model, so I understand plain questions about them and nothing else.";

const REFUSALS: Record<RefusalReason, string> = {
  move_money:
    "I cannot move money or pay anything: I can only read your accounts. Please use your bank's own app for that.",
  trade:
    "I cannot trade, and I do not say what to buy or sell. I can show what your accounts hold and what you spend.",
  other_people:
    "I can only see your own accounts. I have no access to anybody else's, so I cannot answer that.",
  change: "I cannot change anything: I can only read your accounts and transactions.",
  future_spending:
    "I cannot look ahead at what you will spend. I can show what you usually spend, which bills are coming up, and how your balance is expected to go.",
  off_topic:
    "I cannot help with that: I only know your own accounts, and answer questions about your money from them.",
  secrets:
    "I cannot show that: I have no access to passwords, PINs or full account numbers. Please use your bank's own app for that.",
  rules: "I keep to my own rules and do not show them. I can answer questions about your money.",
};

/** Answers that need no data. */
export function answerFixed(question: Fixed): string {
  switch (question.kind) {
    case "refusal":
      return REFUSALS[question.reason];
    case "unclear":
      return unclear(question.words);
    case "no_such_date":
      return `There is no such date as ${plainName(question.words)}. Which day do you mean?`;
    case "pointless":
      return "I cannot tell what that is about: nothing was asked before it. Which category, merchant or period do you mean?";
    case "greeting":
      return paragraphs("Hello! Ask me about your own money, for example:", EXAMPLES);
    case "thanks":
      return "You're welcome. Ask me anything else about your money.";
    case "help":
      return paragraphs(WHAT_I_AM, "You can ask, for example:", EXAMPLES);
    default:
      return paragraphs(
        "I cannot answer that offline: I did not understand it as a question about your money. I can answer questions about spending, income, savings, balances, bills, subscriptions, debts, investments, budgets and goals, for example:",
        EXAMPLES,
      );
  }
}

/** What was not understood is said, and what would be. */
const unclear = (words: string[]): string =>
  `I cannot take ${joinWords(words.map((word) => `“${plainName(word)}”`))} into account offline, and a number without it would answer another question. I can narrow an answer by period, category, merchant, account and amount. How should I read it?`;

/** A look-up that could not be carried out: asks back where the person can help. */
export function answerFailure({ error }: ToolFailure): string {
  const suggestions = (error.suggestions ?? []).map((name) => bold(plainName(name)));
  if (suggestions.length > 0) {
    return `${plainName(error.message)} Did you mean ${joinWords(suggestions, "or")}?`;
  }
  if (error.code === "unknown_merchant") {
    return `${plainName(error.message)} Is it a category or a merchant under another name? Try the name as your bank writes it, or ask for your top merchants.`;
  }
  return plainName(error.message) + (error.hint ? ` ${plainName(error.hint)}` : "");
}

export const NO_BANK =
  "No bank is linked yet, so there is nothing to look at. Link one on the accounts page, then ask again.";
