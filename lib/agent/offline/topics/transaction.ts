import { formatDate } from "../../../domain/calendar";
import { asOfLine, bold, paragraphs, plainName, plainText } from "../answers/wording";
import { amountIn, subjectsBeside } from "../beside";
import type { ParsedQuestion } from "../parsed-question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const IS_ONE =
  /\bwhat(?:'s| is| was) (?:this|that|the)\b.*\b(?:charge|transaction|payment|purchase)\b.*\b(?:from|at|on|of|for|about)\b|\btell me (?:more )?about (?:the|this|that|my)\b.*\b(?:charge|transaction|payment|purchase)\b|\bdetails? (?:of|on|about|for|to) (?:the|this|that|my)?\b|\bexplain (?:the|this|that|my)\b.*\b(?:charge|transaction|payment|purchase)\b|\bwhat did (?:the|my) bank (?:write|say|call)\b|\bis (?:the|my) .* (?:charge|payment|purchase|transaction)\b.*\b(?:count|spending|pending|posted)\b/;
const WORDS =
  /\b(?:what's|tell|more|about|details?|explain|charges?|transactions?|payments?|purchases?|bank|write|wrote|say|call|count|counted|this|that|for|[$€£]? ?\d[\d,.]*|dollars)\b|[$€£] ?\d[\d,.]*/g;

type Asked = { merchant: string | undefined; date: string | undefined; amount: number | undefined };

/** All that is known of one transaction. */
export const transaction = topic<Asked>({
  name: "transaction",
  isAbout: ({ plain, wishes }) =>
    IS_ONE.test(plain) && wishes.sort === undefined && !wishes.wantsCount && wishes.average === undefined,
  read: (parsed: ParsedQuestion) => {
    const { periods, unplaced } = parsed;
    const [period] = periods;
    const [subject] = subjectsBeside(parsed, WORDS);
    const merchant = subject?.orMerchant ?? subject?.merchant;
    const amount = amountIn(unplaced);
    const date = typeof period === "object" && period.start === period.end ? period.start : undefined;
    return merchant || amount !== undefined ? { merchant, date, amount } : undefined;
  },
  takesIn: () => "all",
  plan: ({ merchant, date, amount }) => [
    {
      name: "get_transaction",
      args: { ...(merchant && { merchant }), ...(date && { date }), ...(amount !== undefined && { amount }) },
    },
  ],
  answer: (_, results, facts) => {
    const [result] = resultsOf(results, "transaction");
    if (!result) return "";
    return paragraphs(
      ...result.transactions
        .slice(0, 5)
        .map(
          ({
            date,
            merchant,
            amount,
            partOf,
            category,
            account,
            description,
            meaning,
            pending,
            note,
            tags,
          }) =>
            [
              `${bold(amount.formatted)} at ${plainName(merchant)} on ${formatDate(date)}${pending ? " (pending)" : ""}, ${plainName(category)}, ${plainName(account)}.`,
              partOf && `It is a part of ${partOf.formatted}, which you have split.`,
              plainText(meaning),
              description && `The bank wrote: “${plainName(description)}”.`,
              note && `Note: ${plainText(note)}.`,
              tags.length > 0 && `Tags: ${tags.map(plainName).join(", ")}.`,
            ]
              .filter(Boolean)
              .join(" "),
        ),
      result.transactions.length > 1 && "Several fit. Which one do you mean?",
      asOfLine(result.asOf, facts),
    );
  },
});
