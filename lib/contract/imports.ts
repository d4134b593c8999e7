import { z } from "zod";
import { ACCOUNT_TYPES, type AccountType } from "./banking";
import { Identifier } from "./identifier";
import { type CalendarDate, CurrencyCode, type Money, type Period } from "./money";

/** Bytes of a file. Server actions take a little more (next.config.ts): the choices travel along. */
export const MAX_IMPORT_BYTES = 5 * 1024 * 1024;
export const MAX_IMPORT_ROWS = 20_000;
export const MAX_IMPORT_COLUMNS = 100;

/** Position of a column of the file, from 0; null where the file has no such column. */
const Column = z
  .int()
  .min(0)
  .max(MAX_IMPORT_COLUMNS - 1)
  .nullable();

const DATE_ORDERS = ["day_first", "month_first"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What each column of a file means, and how its dates and amounts are written. */
export const ImportMapping = z.object({
  date: Column,
  /** When it posted, where the file tells that apart from when it was bought. */
  postedDate: Column,
  description: Column,
  merchant: Column,
  /** One column with signed amounts; else `debit` and `credit`. */
  amount: Column,
  debit: Column,
  credit: Column,
  /** Words such as "debit" and "credit" beside amounts without a sign. */
  direction: Column,
  balance: Column,
  category: Column,
  currency: Column,
  /** Words such as "pending" or "reverted". */
  status: Column,
  /** Of dates like 03/04/2026; null while nobody knows, or where it does not matter. */
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  decimalMark: z.enum([".", ","]),
  /** The bank writes money out as a positive amount, as many cards do. */
  isOutPositive: z.boolean(),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

export const IMPORT_COLUMNS = [
  "date",
  "postedDate",
  "description",
  "merchant",
  "amount",
  "debit",
  "credit",
  "direction",
  "balance",
  "category",
  "currency",
  "status",
] as const satisfies readonly (keyof ImportMapping)[];
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** What the person has decided themselves; the rest is guessed. */
export const ImportOverrides = ImportMapping.partial();
export type ImportOverrides = z.infer<typeof ImportOverrides>;

const Name = (missing: string) => z.string().trim().min(1, missing).max(80, "Use at most 80 characters.");

/** Where the rows go. */
export const ImportTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("existing"), accountId: Identifier }),
  z.object({
    kind: z.literal("new"),
    institutionName: Name("Enter the name of the bank."),
    accountName: Name("Enter a name for the account."),
    type: z.enum(ACCOUNT_TYPES),
    currency: CurrencyCode,
  }),
]);
export type ImportTarget = z.infer<typeof ImportTarget>;

/** The same while the person is still choosing: what is empty or null is suggested. */
const PreviewTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("existing"), accountId: Identifier }),
  z.object({
    kind: z.literal("new"),
    institutionName: z.string().trim().max(80),
    accountName: z.string().trim().max(80),
    type: z.enum(ACCOUNT_TYPES).nullable(),
    currency: CurrencyCode.nullable(),
  }),
]);
export type PreviewTarget = z.infer<typeof PreviewTarget>;

const Lines = z.array(z.int().positive()).max(MAX_IMPORT_ROWS);

/** What travels with the file, as JSON. */
const ImportRequest = z.object({
  overrides: ImportOverrides,
  /** What the person says is on the account after the last row ("1,234.56"; what is owed, for cards and loans). */
  statedBalance: z.string().trim().max(40).default(""),
  /** Lines of the file that are taken although they look like duplicates, and lines that are left out. */
  choices: z.object({ include: Lines, exclude: Lines }).default({ include: [], exclude: [] }),
});

export const PreviewImport = ImportRequest.extend({ target: PreviewTarget });
export type PreviewImport = z.infer<typeof PreviewImport>;

/** `importId` is made by the client: the same confirmation twice is one import. */
export const ConfirmImport = ImportRequest.extend({ importId: Identifier, target: ImportTarget });
export type ConfirmImport = z.infer<typeof ConfirmImport>;

export const UndoImport = z.object({ importId: Identifier });

/**
 * Why a row is left out unless the person takes it: `imported` by an earlier file, `similar` to a row of an earlier file
 * (same day and amount, other words), `bank` has it, or `bank_will`: of days that the linked bank has not told all of.
 */
const DUPLICATE_REASONS = ["imported", "similar", "bank", "bank_will"] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

export type ImportRowView = {
  /** Where the row begins in the file, from 1. */
  line: number;
  date: CalendarDate;
  merchant: string;
  description: string;
  categoryLabel: string;
  amount: Money;
  duplicate: DuplicateReason | null;
};

/** A row that cannot be stored, and why. */
export type ImportProblem = { line: number; text: string; reason: string };

export type ImportPreview = {
  fileName: string;
  /** In words, for example "UTF-8, separated by semicolons". */
  format: string;
  columns: { name: string; samples: string[] }[];
  mapping: ImportMapping;
  /** Of the account, or what the file is in when the account is new and its currency not chosen yet. */
  currency: CurrencyCode;
  /** What stands in the way, in words; nothing can be imported until these are settled. */
  missing: string[];
  /** Both readings of one date of the file, where the person must say which is right. */
  dateReadings: { text: string; day_first: CalendarDate; month_first: CalendarDate } | null;
  /** What looks odd but need not be wrong, in words. */
  warnings: string[];
  /** The first rows that are new and the first duplicates, in the order of the file. */
  rows: ImportRowView[];
  /** The first ones; `counts.problems` says how many there are. */
  problems: ImportProblem[];
  counts: { rows: number; fresh: number; duplicates: number; problems: number; pending: number };
  /** Of all rows that are new, whether shown or not; null when there are none. */
  totals: { moneyIn: Money; moneyOut: Money } | null;
  /** From the first to the last row that is new. */
  period: Period | null;
  /** Whether the account's balance is what files state; that of a connected account is what its bank states. */
  keepsBalance: boolean;
  /** What the file says is on the account after its last row; null where the account keeps none from files. */
  balance: { money: Money; date: CalendarDate } | null;
  /** A bank whose exports look like this one. */
  suggestedBank: string | null;
  suggestedType: AccountType | null;
};

export type ImportResult = {
  importId: Identifier;
  accountName: string;
  institutionName: string;
  imported: number;
};

export type ImportView = {
  id: Identifier;
  fileName: string;
  institutionName: string;
  accountName: string;
  rowCount: number;
  /** ISO 8601 UTC */
  importedAt: string;
};

/** A file and, as JSON, what goes with it: how both travel to a server action. */
const formOf = <Request extends z.ZodType>(request: Request) =>
  z.instanceof(FormData).transform((form, context) => {
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    const file = form.get("file");
    if (!(file instanceof File)) return refuse("Choose a file.");
    if (file.size > MAX_IMPORT_BYTES) {
      return refuse(
        "The file is larger than 5 MB. Export shorter periods and import them one after the other.",
      );
    }
    const read = request.safeParse(fromJson(form.get("request")));
    if (!read.success) return refuse(read.error.issues[0]?.message ?? "The input is not valid.");
    return { file, request: read.data };
  });

function fromJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined; // No client of ours sends this; the schema refuses it.
  }
}

export const PreviewImportForm = formOf(PreviewImport);
export const ConfirmImportForm = formOf(ConfirmImport);
