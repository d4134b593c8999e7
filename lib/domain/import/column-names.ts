import type { ImportColumn } from "../../contract/imports";

/**
 * What banks call their columns, the surest name first, as `plainName` writes them. A name may be the beginning of the
 * header: "amount" is found in "Amount (EUR)".
 */
const NAMES: Record<ImportColumn, readonly string[]> = {
  date: [
    "transaction date",
    "trans date",
    "date of transaction",
    "booking date",
    "buchungsdatum",
    "buchungstag",
    "buchung",
    "posting date",
    "posted date",
    "post date",
    "completed date",
    "date operation",
    "date de l operation",
    "fecha operacion",
    "fecha",
    "data operazione",
    "data contabile",
    "data",
    "datum",
    "date",
    "value date",
    "valuta",
    "wertstellung",
    "bogforingsdato",
    "bokforingsdag",
    "dato",
    "created",
    "time",
  ],
  postedDate: ["post date", "posted date", "posting date", "date posted", "settlement date"],
  description: [
    "description",
    "transaction description",
    "name description",
    "verwendungszweck",
    "payment reference",
    "reference",
    "omschrijving",
    "omschrijving 1",
    "mededelingen",
    "notifications",
    "libelle",
    "concepto",
    "descripcion",
    "descrizione",
    "causale",
    "descricao",
    "details",
    "narrative",
    "particulars",
    "memo",
    "buchungstext",
    "text",
    "tekst",
    "beskrivelse",
    "notes and tags",
    "transaction",
    "payee",
    "name",
  ],
  merchant: [
    "merchant name",
    "merchant",
    "payee",
    "payee name",
    "partner name",
    "counterparty name",
    "counter party",
    "beguenstigter zahlungspflichtiger",
    "auftraggeber empfanger",
    "auftraggeber beguenstigter",
    "name zahlungsbeteiligter",
    "zahlungsempfanger in",
    "zahlungsempfanger",
    "empfanger",
    "naam tegenpartij",
    "naam omschrijving",
    "beneficiary",
    "target name",
    "name",
  ],
  amount: [
    "amount",
    "transaction amount",
    "net amount",
    "betrag",
    "umsatz",
    "bedrag",
    "montant",
    "importe",
    "importo",
    "valor",
    "belopp",
    "belop",
    "value",
  ],
  debit: [
    "debit",
    "debit amount",
    "money out",
    "paid out",
    "withdrawal",
    "withdrawals",
    "withdrawal amount",
    "amount debit",
    "soll",
    "belastung",
    "lastschrift",
    "ausgang",
    "cargo",
    "cargos",
    "addebiti",
    "addebito",
    "uscite",
    "dare",
    "out",
    "charge",
    "spent",
  ],
  credit: [
    "credit",
    "credit amount",
    "money in",
    "paid in",
    "deposit",
    "deposits",
    "deposit amount",
    "amount credit",
    "haben",
    "gutschrift",
    "eingang",
    "abono",
    "abonos",
    "accrediti",
    "accredito",
    "entrate",
    "avere",
    "in",
    "received",
  ],
  direction: [
    "debit credit",
    "credit debit",
    "credit debit indicator",
    "af bij",
    "soll haben",
    "dr cr",
    "cr dr",
    "direction",
    "transaction type",
    "details",
    "type",
  ],
  balance: [
    "running balance",
    "running bal",
    "balance",
    "resulting balance",
    "account balance",
    "closing balance",
    "available balance",
    "saldo",
    "saldo nach buchung",
    "saldo na trn",
    "saldo na mutatie",
    "kontostand",
    "solde",
  ],
  category: ["category", "kategorie", "categorie", "categoria", "subcategory", "spending category", "tag"],
  currency: [
    "currency",
    "currency code",
    "waehrung",
    "wahrung",
    "munt",
    "valuta code",
    "devise",
    "divisa",
    "ccy",
  ],
  status: ["status", "state", "info", "transaction status"],
};

/** Amounts in money of other countries, and what else looks like a column of ours but is not. */
const NEVER = /\b(original|foreign|local|fremd\w*|exchange|urspr\w*|account currency|fee currency)\b/;

/** Without accents, signs and double spaces, in lower case. */
export const plainName = (header: string): string =>
  header
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** How well a header fits a column, 0 being the best; undefined: not at all. A whole name beats the beginning of one. */
export function nameRank(header: string, column: ImportColumn): number | undefined {
  const name = plainName(header);
  if (name === "" || NEVER.test(name)) return undefined;
  const names = NAMES[column];
  const exact = names.indexOf(name);
  if (exact >= 0) return exact;
  const begins = names.findIndex(
    (known) => known.length > 3 && name.startsWith(`${known} `) && hasUnitOnly(name, known),
  );
  return begins < 0 ? undefined : begins + 0.5;
}

/** "Amount (EUR)", "Betrag in EUR", "Debit (USD)": a unit may follow, nothing that makes it another column. */
const hasUnitOnly = (name: string, known: string) =>
  /^(in )?([a-z]{3}|[a-z]{0,2})$/.test(name.slice(known.length + 1));

/** How many columns of ours the cells name: a row that names several is the header. */
export function countNamed(cells: readonly string[]): number {
  const columns = Object.keys(NAMES) as ImportColumn[];
  return cells.filter((cell) => columns.some((column) => nameRank(cell, column) !== undefined)).length;
}

/** The currency that a header names: "Amount (EUR)". */
export const currencyInHeader = (header: string): string | undefined =>
  /[([ ]([A-Z]{3})[)\] ]*$/.exec(header.trim())?.[1] ?? (header.includes("€") ? "EUR" : undefined);
