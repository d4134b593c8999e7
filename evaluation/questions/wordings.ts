import { range } from "../oracle/days";
import { tunedQuestionsOf } from "../question";
import { asksCount, asksSpent } from "./expect";

/** Spending in the words of many people: times, things that are bought, slips of the finger, what is left out. */
export const WORDINGS = tunedQuestionsOf("wording", [
  asksSpent("whats the damage this month so far", "thisMonth"),
  asksSpent("damage for october?", "2026-10"),
  asksSpent("what did october set me back", "2026-10"),
  asksSpent("how much have i burned through in the past thirty days", "last30"),
  asksSpent("spendings between 3 may and 20 june", range("2026-05-03", "2026-06-20")),
  asksSpent("How much did I shell out in H1 2025?", range("2025-01-01", "2025-06-30")),
  asksSpent("how much from the 1st to the 15th of october", range("2026-10-01", "2026-10-15")),
  asksSpent("How much did I spend on Halloween this year?", range("2026-10-31", "2026-10-31")),
  asksSpent("spend the week before last?", range("2026-11-09", "2026-11-15")),
  asksSpent("what did I spend in the last quarter of 2025", range("2025-10-01", "2025-12-31")),
  asksSpent("how much did I spend between Labor Day and Halloween", range("2026-09-07", "2026-10-31")),
  asksSpent("waht did i spent in setpember", "2026-09"),
  asksSpent("how much did filling the tank cost me in july", "2026-07", { categories: ["fuel"] }),
  asksSpent("how much went to my landlord this year?", "thisYear", { categories: ["rent"] }),
  asksSpent("cat food and vet stuff this year", "thisYear", { categories: ["pets"] }),
  asksSpent("meds in september", "2026-09", { categories: ["pharmacy"] }),
  asksSpent("my caffeine habit: october cost?", "2026-10", { categories: ["coffee"] }),
  asksSpent("How much have I sunk into the gym since January?", "thisYear", { categories: ["fitness"] }),
  asksSpent("commuting by train in october, cost?", "2026-10", { categories: ["public_transit"] }),
  asksSpent("traderjoes last month", "lastMonth", { merchants: ["Trader Joe's"] }),
  asksSpent("wholefoods + safeway in september", "2026-09", { merchants: ["Whole Foods", "Safeway"] }),
  asksSpent("everything but rent and groceries in september", "2026-09", {
    notCategories: ["rent", "groceries"],
  }),
  asksSpent("How much did I spend in October, rent and insurance excluded?", "2026-10", {
    notCategories: ["rent", "insurance"],
  }),
  asksSpent("groceries on my sapphire, september", "2026-09", {
    categories: ["groceries"],
    accounts: ["sapphire"],
  }),
  asksSpent("how much did I put on plastic last month", "lastMonth", { accounts: ["sapphire", "freedom"] }),
  asksCount("times i went to shake shack in october", "2026-10", { merchants: ["Shake Shack"] }),
]);
