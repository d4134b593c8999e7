import { moneyText } from "../oracle/money-text";
import { rowsOf, type Scope, sumOf } from "../oracle/sums";
import { questionsOf } from "../question";
import { daysOf, turn, type When } from "./expect";

const listed = (ask: string, when: When, scope: Scope) =>
  turn(ask, {
    any: [
      { money: rowsOf({ ...scope, range: daysOf(when) }).map(({ cents }) => moneyText(Math.abs(cents))) },
    ],
  });

const moved = (ask: string, when: When, scope: Scope) =>
  turn(ask, {
    any: [{ money: [moneyText(Math.abs(sumOf(rowsOf({ ...scope, range: daysOf(when) }))))] }],
  });

/** Rows, and money that is neither spent nor earned. */
export const LISTS = questionsOf("list", [
  listed(
    "Show my Uniqlo transactions since October",
    { start: "2026-10-01", end: "2026-11-24" },
    { merchants: ["Uniqlo"] },
  ),
  listed("Which transactions are still pending?", "thisMonth", { pending: true }),
  listed("list my flights this year", "thisYear", { categories: ["flights"] }),
  listed(
    "show every Netflix charge since july",
    { start: "2026-07-01", end: "2026-11-24" },
    { merchants: ["Netflix"] },
  ),
  listed(
    "What did I buy on October 12, 2026?",
    { start: "2026-10-12", end: "2026-10-12" },
    { flow: "spending" },
  ),
  listed("my last paychecks in october", "2026-10", { categories: ["salary"] }),
  moved("How much cash did I take out this year?", "thisYear", { categories: ["cash"] }),
  moved("How much did I move to savings this year?", "thisYear", {
    categories: ["savings"],
    accounts: ["checking"],
  }),
  moved("What did I pay toward my Sapphire card bill in October?", "2026-10", {
    categories: ["card_payment"],
    accounts: ["sapphire"],
  }),
  moved("how much did I put into my brokerage in 2025", "lastYear", {
    categories: ["investments"],
    accounts: ["brokerage"],
  }),
  moved(
    "What refunds did I get from Marriott this year, in total?",
    { start: "2026-06-30", end: "2026-06-30" },
    { merchants: ["Marriott"] },
  ),
  turn("When did I last shop at Safeway?", { any: [{ words: ["Nov(?:ember)? 23"] }] }),
  turn("When was my last flight purchase and how much was it?", {
    any: [{ money: ["$287.40"], words: ["Sep(?:tember)? 3"] }],
  }),
]);
