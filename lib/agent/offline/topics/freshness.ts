import { formatDate } from "../../../domain/calendar";
import { asOfLine, paragraphs, plainName, plainText } from "../answers/wording";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const IS_FRESHNESS =
  /\bup[- ]to[- ]date\b|\blast (?:sync\w*|update[ds]?|refresh\w*|read)\b|\bhow (?:fresh|current|old|recent) (?:is|are)\b|\bwhen (?:was|were|did)\b.*\b(?:sync\w*|update[ds]?|refresh\w*|read)\b|\bhow far back\b|\b(?:data|transactions|history)\b.*\b(?:go back|goes back|begins?|starts?|reach|stale|missing|complete|fresh)\b|\bstale\b|\b(?:bank|connection|account)s?\b.*\b(?:connected|working|broken|synced|syncing)\b|\bmissing (?:data|transactions)\b|\bdata freshness\b/;

/** When each bank was last read and how far its data reach. */
export const freshness = topic<true>({
  read: ({ plain }) => (IS_FRESHNESS.test(plain) ? true : undefined),
  plan: () => [{ name: "get_data_freshness", args: {} }],
  answer: (_, results, facts) => {
    const [result] = resultsOf(results, "freshness");
    if (!result) return "";
    return paragraphs(
      ...result.banks.map(({ institution, words, lastSyncedOn, firstDate, lastDate }) =>
        [
          `${plainName(institution)}: ${plainText(words)}`,
          lastSyncedOn && `Last read on ${formatDate(lastSyncedOn)}.`,
          firstDate && lastDate && `Transactions from ${formatDate(firstDate)} to ${formatDate(lastDate)}.`,
        ]
          .filter(Boolean)
          .join(" "),
      ),
      asOfLine(result.asOf, facts),
    );
  },
});
