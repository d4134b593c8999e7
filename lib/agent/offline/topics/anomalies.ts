import { formatDate } from "../../../domain/calendar";
import type { PeriodInput } from "../../tools/period-input";
import { asOfLine, bold, countOf, inPeriod, paragraphs, plainName, plainText } from "../answers/wording";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const IS_ANOMALY =
  /\bover-?charg\w+\b|\bcharg\w+ (?:me |us )?(?:twice|double|two times)\b|\b(?:charges?|bills?|payments?|transactions?)\b.*\b(?:higher|bigger|larger|more) than (?:normal|usual|expected)\b|\bsurpris\w+\b|\bfishy\b|\bsketchy\b|\bsus\b|\bshady\b|\bdodgy\b|\boutliers?\b|\boff about\b|\b(?:looks?|seems?|anything|something|everything) (?:\w+ )?(?:off|wrong|normal|out of place|ok(?:ay)?|amiss)\b|\bscam\w*\b|\bunauthori[sz]ed\b|\bquestionable\b|\bnot (?:mine|normal|usual)\b|\b(?:didn'?t|did not|never) (?:make|authori[sz]e|recogni[sz]e)\b|\bred flags?\b|\banything (?:i should (?:know|worry|look|be worried)|to worry|worth (?:looking|noting|knowing))|\bworr(?:y|ied) about\b|\bcharged (?:\w+ )?(?:for )?(?:the same|more than once|two times|2x|2 times)\b|\bsame (?:charge|payment|transaction|amount)s? (?:twice|two times|more than once)\b|\bpeculiar\b|\bcurious (?:charges|transactions)\b|\banomal\w+\b|\bunusual\w*\b|\bout of the (?:ordinary|usual)\b|\bstrange\b|\bsuspicious\b|\bweird\b|\bodd\b|\bfraud\w*\b|\bduplicate[ds]?\b|\b(?:charged|billed|paid) (?:me )?(?:twice|double)\b|\bdouble[- ](?:charge[ds]?|billed|paid)\b|\bunexpected\b|\birregular\b|\bspikes?\b|\bdon'?t recogni[sz]e\b|\bunrecogni[sz]ed\b|\babnormal\b|\bstands? out\b|\b(?:bill|charge|debit|take)(?:s|d|ed|n)? (?:me |us |my card )?(?:twice|double)\b/;

/** What is out of the usual, with the reason. */
export const anomalies = topic<{ period: PeriodInput | undefined; kinds: string[] }>({
  name: "anomalies",
  isAbout: ({ plain }) => IS_ANOMALY.test(plain),
  read: ({ plain, periods }) => ({
    period: periods[0],
    kinds: /\bduplicate|\btwice\b|\bdouble\b/.test(plain) ? ["duplicate_charge"] : [],
  }),
  plan: ({ period, kinds }) => [
    { name: "find_anomalies", args: { ...(period && { period }), ...(kinds.length > 0 && { kinds }) } },
  ],
  answer: (_, results, facts) => {
    const [result] = resultsOf(results, "anomalies");
    if (!result) return "";
    const { anomalies: list, anomalyCount, period } = result;
    return paragraphs(
      list.length === 0
        ? `Nothing is out of the usual ${inPeriod(period)}.`
        : `${countOf(anomalyCount, "thing")} out of the usual ${inPeriod(period)}:`,
      list
        .slice(0, 15)
        .map(
          ({ date, name, amount, reason }) =>
            `- ${formatDate(date)}, ${plainName(name)}, ${bold(amount.formatted)}: ${plainText(reason)}`,
        )
        .join("\n"),
      asOfLine(result.asOf, facts),
    );
  },
});
