import { bold, inPeriod, paragraphs, plainName, plainText } from "../answers/wording";
import { type PlannedCall, resultsOf } from "../tool-round";
import { FILING_RULES, WIDE_FILING_RULES } from "./filing-proposals";
import { MARKING_RULES } from "./marking-proposals";
import { PLANNING_RULES } from "./planning-proposals";
import { topic } from "./topic";

const RULES = [...PLANNING_RULES, ...FILING_RULES, ...MARKING_RULES, ...WIDE_FILING_RULES];

/** Changes as proposals: nothing happens before the person's click. */
export const proposals = topic<PlannedCall>({
  name: "proposals",
  read: (parsed) => {
    for (const { pattern, read } of RULES) {
      const match = pattern.exec(parsed.plain);
      const call = match ? read(match, parsed) : undefined;
      if (call) return call;
    }
    return undefined;
  },
  goOn: () => undefined,
  takesIn: () => "all",
  plan: (call) => [call],
  answer: (_, results) => {
    const [result] = resultsOf(results, "proposal");
    if (!result) return "";
    const { title, effects, period } = result;
    return paragraphs(
      `I propose: ${bold(plainText(title))}. Nothing has changed yet; click to apply it.`,
      effects.length > 0 &&
        `It would change these totals${period ? ` ${inPeriod(period)}` : ""}: ${effects.map(({ label, before, after }) => `${plainName(label)} ${before ? `from ${before.formatted} ` : ""}to ${after.formatted}`).join(", ")}.`,
    );
  },
});
