import type { Money } from "../contract/money";
import type { FlowSum } from "./flow-sums";
import { sumByCurrency, toMoney } from "./money";
import type { Flow } from "./transaction";

/** Minor units by currency of the sums of these flows, money in less money out; currencies without a row are left out. */
export const netOf = (sums: readonly FlowSum[], flows: readonly Flow[]): Money[] =>
  sumByCurrency(
    sums
      .filter(({ flow }) => flows.includes(flow))
      .map(({ netMinor, currency }) => ({ amountMinor: netMinor, currency })),
  ).map(({ amountMinor, currency }) => toMoney(amountMinor, currency));

/** What is left of income after spending: see CASH_FLOW_DEFINITION. */
export const countedNet = (sums: readonly FlowSum[]): Money[] => netOf(sums, ["income", "spending"]);
