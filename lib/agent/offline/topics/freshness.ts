import { formatDate } from "../../../domain/calendar";
import { asOfLine, paragraphs, plainName, plainText } from "../answers/wording";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const IS_FRESHNESS =
  /\beverything up (?:to|until)\b|\btime (?:period|range|span|frame)\b.*\bdata\b|^(?:is|are) (?:my |the )?(?:\w+ ){1,3}(?:connected|linked|synced|up to date)\b|\b(?:data|info\w*|numbers|figures|transactions|accounts?|banks?|this|it|you|everything)\b.*\b(?:synced|syncing|sync|updated|refreshed|pulled|fetched|imported|loaded|recent(?=[ ?.!]*$)|real[- ]?time|live|current(?! balance| account)|up to date|outdated|out of date|delayed|lag\w*)\b|\b(?:last|latest) (?:time )?(?:you )?(?:synced|updated|refreshed|checked|pulled|fetched|imported|data)\b|\bhow (?:fresh|stale|recent|new|old|up[- ]to[- ]date)\b|\bas of when\b|\b(?:oldest|earliest|first|newest|latest|most recent) (?:transaction|data)\w* (?:you have|do you have|available|on record)\b|\bsince when\b.*\bdata\b|\b(?:how (?:much|far)|what) (?:history|data)\b.*\b(?:have|got|see|go)\b|\bup[- ]to[- ]date\b|\blast (?:sync\w*|update[ds]?|refresh\w*|read)\b|\bhow (?:fresh|current|old|recent) (?:is|are)\b|\bwhen (?:was|were|did)\b.*\b(?:sync\w*|update[ds]?|refresh\w*|read)\b|\bhow far back\b|\b(?:data|transactions|history)\b.*\b(?:go back|goes back|begins?|starts?|reach|stale|missing|complete|fresh)\b|\bstale\b|\b(?:bank|connection|account)s?\b.*\b(?:connected|working|broken|synced|syncing)\b|\bmissing (?:data|transactions)\b|\bdata freshness\b/;

/** "Why don't I see today's transactions?" asks for no reason of a change. */
export const IS_MISSED =
  /\bwhy (?:don't|can't|do|can|doesn't|aren't|isn't|haven't|hasn't)\b.*\b(?:see|find|show(?:ing|n)?|appear(?:ed|ing)?|updated?|synced|arrived)\b|\bwhy (?:is|are)\b.*\b(?:missing|not (?:showing|there|here|updated|synced))\b/;

/** When each bank was last read and how far its data reach. */
export const freshness = topic<true>({
  name: "freshness",
  isAbout: ({ plain }) => IS_FRESHNESS.test(plain) || IS_MISSED.test(plain),
  read: () => true,
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
