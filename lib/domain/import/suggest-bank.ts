import type { AccountType } from "../../contract/banking";
import { plainName } from "./column-names";

type Suggestion = { bank: string; type: AccountType };

/** Columns that only one bank's exports have, as `plainName` writes them. */
const SIGNS: readonly (Suggestion & { has: readonly string[] })[] = [
  { bank: "Chase", type: "credit", has: ["transaction date", "post date", "category", "type", "memo"] },
  { bank: "Chase", type: "depository", has: ["details", "posting date", "check or slip"] },
  { bank: "American Express", type: "credit", has: ["card member", "amount"] },
  { bank: "Discover", type: "credit", has: ["trans date", "post date", "category"] },
  { bank: "Capital One", type: "credit", has: ["card no", "debit", "credit"] },
  { bank: "Bank of America", type: "depository", has: ["date", "running bal"] },
  { bank: "N26", type: "depository", has: ["partner iban", "payment reference"] },
  { bank: "N26", type: "depository", has: ["payee", "payment reference", "amount eur"] },
  { bank: "Monzo", type: "depository", has: ["transaction id", "emoji", "local currency"] },
  { bank: "Revolut", type: "depository", has: ["product", "started date", "completed date", "state"] },
  { bank: "Sparkasse", type: "depository", has: ["auftragskonto", "buchungstag", "valutadatum"] },
  { bank: "ING", type: "depository", has: ["name description", "counterparty", "debit credit"] },
  { bank: "ING", type: "depository", has: ["buchung", "auftraggeber empfanger", "saldo"] },
  { bank: "DKB", type: "depository", has: ["buchungsdatum", "zahlungspflichtige r"] },
  { bank: "Rabobank", type: "depository", has: ["iban bban", "volgnr"] },
];

/** The bank whose exports have these columns; null for one that we do not know. Only a suggestion. */
export function suggestBank(headers: readonly string[]): Suggestion | null {
  const names = new Set(headers.map(plainName));
  const found = SIGNS.find(({ has }) => has.every((name) => names.has(name)));
  return found ? { bank: found.bank, type: found.type } : null;
}
