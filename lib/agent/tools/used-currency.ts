import type { Ledger } from "../../domain/ledger";
import { ToolProblem } from "./tool-problem";

/** A currency in which the person has an account, their main one when none is named. @throws {ToolProblem} */
export async function usedCurrency(code: string | null | undefined, ledger: Ledger): Promise<string> {
  const { currencies } = await ledger.coverage();
  const wanted = code?.toUpperCase() ?? currencies[0];
  if (wanted !== undefined && currencies.includes(wanted)) return wanted;
  throw new ToolProblem("unknown_currency", "There is no account in this currency.", {
    suggestions: currencies,
  });
}
