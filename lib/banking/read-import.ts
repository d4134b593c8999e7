import type { AccountType } from "../contract/banking";
import {
  type ImportMapping,
  type ImportOverrides,
  type ImportProblem,
  MAX_IMPORT_BYTES,
  MAX_IMPORT_ROWS,
} from "../contract/imports";
import type { CalendarDate } from "../contract/money";
import { decodeText } from "../csv/decode-text";
import { readTable } from "../csv/read-table";
import { type BalanceCheck, checkBalances } from "../domain/import/check-balances";
import { findTable, type Table } from "../domain/import/find-header";
import { guessCurrency } from "../domain/import/guess-currency";
import { guessMapping } from "../domain/import/guess-mapping";
import { type ReadRows, readRows } from "../domain/import/read-rows";
import { suggestBank } from "../domain/import/suggest-bank";
import { cellText } from "../domain/import/table";
import { AppError } from "../errors";

export type ImportFile = { name: string; bytes: Uint8Array };

export type ReadImport = ReadRows & {
  encoding: string;
  delimiter: string;
  table: Table;
  headers: string[];
  mapping: ImportMapping;
  isDateAmbiguous: boolean;
  type: AccountType;
  currency: string;
  balances: BalanceCheck;
  suggested: { bank: string; type: AccountType } | null;
};

/** What is assumed where neither the person nor the file says it. */
const DEFAULT_TYPE: AccountType = "depository";
const DEFAULT_CURRENCY = "USD";

type Wishes = {
  overrides: ImportOverrides;
  /** Of the account; null: by the file. */
  type: AccountType | null;
  currency: string | null;
  /** In the person's time zone. */
  today: CalendarDate;
};

/**
 * Reads a file of transactions without looking at what is stored.
 * @throws {AppError} `too_large`, or `invalid` for what is no CSV
 */
export function readImport(file: ImportFile, wishes: Wishes): ReadImport {
  if (file.bytes.length > MAX_IMPORT_BYTES) {
    throw new AppError(
      "too_large",
      "The file is larger than 5 MB. Export shorter periods and import them one after the other.",
    );
  }
  const { text, encoding } = decodeText(file.bytes);
  const { delimiter, rows, broken } = readTable(text);
  const table = findTable(rows);
  if (table.rows.length > MAX_IMPORT_ROWS) throw tooManyRows();
  const headers = Array.from({ length: table.width }, (_, column) =>
    table.header ? cellText(table.header, column) : "",
  );
  const suggested = suggestBank(headers);
  const type = wishes.type ?? suggested?.type ?? DEFAULT_TYPE;
  const { mapping, isDateAmbiguous } = guessMapping(table, wishes.overrides, { type, today: wishes.today });
  const { currency: column, amount, debit, credit } = mapping;
  const guessed = guessCurrency(table, { currency: column, amounts: [amount, debit, credit] });
  const currency = wishes.currency ?? guessed ?? DEFAULT_CURRENCY;
  const isReadable = missingParts({ mapping, isDateAmbiguous }).length === 0;
  const read = isReadable
    ? readWithSign(table, mapping, {
        type,
        currency,
        isSignGiven: wishes.overrides.isOutPositive !== undefined,
      })
    : { mapping, entries: [], problems: [], pending: 0 };
  return {
    ...{ encoding, delimiter, table, headers, isDateAmbiguous, type, currency, suggested },
    ...read,
    problems: inFileOrder([...read.problems, ...broken]),
    balances: checkBalances(read.entries),
  };
}

/** Where the balances of an account with money in it run against the amounts, the bank writes them the other way round. */
function readWithSign(
  table: Table,
  mapping: ImportMapping,
  { type, currency, isSignGiven }: { type: AccountType; currency: string; isSignGiven: boolean },
): ReadRows & { mapping: ImportMapping } {
  const read = readRows(table.rows, mapping, currency);
  const { checked, agreeing, isReversed } = checkBalances(read.entries);
  const isOwedAccount = type === "credit" || type === "loan";
  if (isSignGiven || isOwedAccount || !isReversed || agreeing < checked * 0.8) return { ...read, mapping };
  const turned = { ...mapping, isOutPositive: !mapping.isOutPositive };
  return { ...readRows(table.rows, turned, currency), mapping: turned };
}

/** What the person must still say before anything can be read, in words. */
export function missingParts({
  mapping,
  isDateAmbiguous,
}: Pick<ReadImport, "mapping" | "isDateAmbiguous">): string[] {
  const { date, amount, debit, credit } = mapping;
  return [
    ...(date === null ? ["Choose the column that holds the date."] : []),
    ...(amount === null && debit === null && credit === null
      ? ["Choose the column that holds the amount, or one for money out and one for money in."]
      : []),
    ...(isDateAmbiguous ? ["Say how the dates are written."] : []),
  ];
}

const tooManyRows = () =>
  new AppError(
    "too_large",
    `The file has more than ${MAX_IMPORT_ROWS.toLocaleString("en-US")} rows. Export shorter periods and import them one after the other.`,
  );

const inFileOrder = (problems: readonly ImportProblem[]) => [...problems].sort((a, b) => a.line - b.line);
