import type { GoalsResult } from "../../../contract/results/goals-result";
import { formatDate } from "../../../domain/calendar";
import { normalizeName } from "../../../domain/nearest-names";
import { asOfLine, bold, paragraphs, plainName } from "../answers/wording";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

/** How far savings goals are, and whether they are reached in time. */
export const goals = topic<{ plain: string }>({
  name: "goals",
  isAbout: ({ plain }) =>
    /\bgoals?\b|\bsavings? (?:targets?|plans?)\b|\b(?:my|the) (?:savings )?targets?\b|\b(?:saving|saved|save) (?:up )?(?:for|towards?) (?:my|the|a|an)\b|\b(?:emergency|vacation|holiday|rainy day|house|car|wedding|travel|college) fund\b|\b(?:my|the) (?!index\b|mutual\b|bond\b|stock\b|hedge\b|market\b)[a-z]+ fund\b(?!s)|\bon track (?:for|with) (?:my |the )?(?!budget|spending|payday|bills|rent)[a-z]+|\bhow much (?:more )?(?:do|will) i (?:still )?need (?:to save )?for (?:my|the)\b|\b(?:got|have|put|saved|paid) towards? (?:my|the)\b(?!.*\b(?:cards?|loans?|debts?)\b)|\bhow far (?:along|off|away)\b/.test(
      plain,
    ),
  read: ({ plain }) => ({ plain }),
  plan: () => [{ name: "get_goals", args: {} }],
  answer: ({ plain }, results, facts) => {
    const [result] = resultsOf(results, "goals");
    if (!result) return "";
    const words = normalizeName(plain).split(" ");
    const named = result.goals.filter(({ name }) =>
      normalizeName(name)
        .split(" ")
        .some((word) => word.length > 3 && words.includes(word)),
    );
    const shown = named.length > 0 ? named : result.goals;
    return paragraphs(
      ...shown.map(goalLine),
      shown.length === 0 && "No savings goal is set. Ask me to create one.",
      asOfLine(result.asOf, facts),
    );
  },
});

function goalLine(goal: GoalsResult["goals"][number]): string {
  const {
    name,
    target,
    saved,
    left,
    share,
    targetDate,
    neededPerMonth,
    pacePerMonth,
    projectedDate,
    isOnTrack,
    isReached,
  } = goal;
  if (isReached) return `${plainName(name)} is reached: ${bold(saved.formatted)} of ${target.formatted}.`;
  return [
    `${plainName(name)}: ${bold(saved.formatted)} of ${target.formatted}${share ? ` (${share.formatted})` : ""} is saved, ${bold(left.formatted)} is left.`,
    targetDate &&
      neededPerMonth &&
      `To reach it by ${formatDate(targetDate)}, each month must bring ${bold(neededPerMonth.formatted)}.`,
    pacePerMonth &&
      `The pace is ${pacePerMonth.formatted} per month${projectedDate ? `, which leads to ${formatDate(projectedDate)}` : ""}.`,
    isOnTrack === true ? "You are on track." : isOnTrack === false && "You are not on track.",
  ]
    .filter(Boolean)
    .join(" ");
}
