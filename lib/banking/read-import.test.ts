import { describe, expect, it } from "vitest";
import type { AccountType } from "../contract/banking";
import type { ImportOverrides } from "../contract/imports";
import { missingParts, readImport } from "./read-import";

const today = "2026-11-24";

function read(text: string | Uint8Array, options: { type?: AccountType; overrides?: ImportOverrides } = {}) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readImport(
    { name: "export.csv", bytes },
    { overrides: options.overrides ?? {}, type: options.type ?? null, currency: null, today },
  );
}

const rowsOf = (result: ReturnType<typeof read>) =>
  result.entries.map(({ date, amountMinor, merchant }) => [date, amountMinor, merchant]);

const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

/** Formats as banks write them; names, numbers and amounts are invented. */
const FORMATS: {
  bank: string;
  file: string | Uint8Array;
  type?: AccountType;
  currency: string;
  rows: [string, number, string][];
  problems?: number;
  balance?: number;
}[] = [
  {
    bank: "Chase, card",
    file: `Transaction Date,Post Date,Description,Category,Type,Amount,Memo
11/13/2026,11/15/2026,BLUE DOOR BAKERY,Food & Drink,Sale,-7.25,
11/02/2026,11/03/2026,Payment Thank You-Mobile,,Payment,"1,200.00",
`,
    currency: "USD",
    rows: [
      ["2026-11-13", -725, "BLUE DOOR BAKERY"],
      ["2026-11-02", 120000, "Payment Thank You-Mobile"],
    ],
  },
  {
    bank: "Chase, checking, with a comma at the end of each row",
    file: `Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
DEBIT,11/13/2026,"CITY WATER  WEB PMTS",-41.10,ACH_DEBIT,958.90,,
CREDIT,11/12/2026,"ACME CORP PAYROLL",1000.00,ACH_CREDIT,1000.00,,
`,
    currency: "USD",
    rows: [
      ["2026-11-13", -4110, "CITY WATER WEB PMTS"],
      ["2026-11-12", 100000, "ACME CORP PAYROLL"],
    ],
    balance: 95890,
  },
  {
    bank: "American Express, where charges are positive",
    file: `Date,Description,Card Member,Account #,Amount
11/20/2026,GREEN GROCER,R EXAMPLE,-11001,54.10
11/18/2026,AUTOPAY PAYMENT - THANK YOU,R EXAMPLE,-11001,-300.00
11/17/2026,HARBOR COFFEE,R EXAMPLE,-11001,4.80
`,
    currency: "USD",
    rows: [
      ["2026-11-20", -5410, "GREEN GROCER"],
      ["2026-11-18", 30000, "AUTOPAY PAYMENT - THANK YOU"],
      ["2026-11-17", -480, "HARBOR COFFEE"],
    ],
  },
  {
    bank: "Wells Fargo, without a header",
    file: `"11/19/2026","-25.00","*","","RECURRING TRANSFER TO SAVINGS"
"11/16/2026","310.55","*","","MOBILE DEPOSIT"
`,
    currency: "USD",
    rows: [
      ["2026-11-19", -2500, "RECURRING TRANSFER TO SAVINGS"],
      ["2026-11-16", 31055, "MOBILE DEPOSIT"],
    ],
  },
  {
    bank: "Bank of America, with a summary above the table",
    file: `Description,,Summary Amt.
Beginning balance as of 11/01/2026,,"1,000.00"
Total credits,,"50.00"
Total debits,,"-20.00"
Ending balance as of 11/20/2026,,"1,030.00"

Date,Description,Amount,Running Bal.
11/01/2026,Beginning balance as of 11/01/2026,,"1,000.00"
11/05/2026,"REFUND, SHOE STORE","50.00","1,050.00"
11/19/2026,"CORNER DELI","-20.00","1,030.00"
`,
    currency: "USD",
    rows: [
      ["2026-11-05", 5000, "REFUND, SHOE STORE"],
      ["2026-11-19", -2000, "CORNER DELI"],
    ],
    problems: 1,
    balance: 103000,
  },
  {
    bank: "Capital One, with a column for each direction",
    file: `Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit
2026-11-15,2026-11-16,1234,OAK HARDWARE,Merchandise,88.01,
2026-11-10,2026-11-10,1234,CAPITAL PYMT,Payment/Credit,,500.00
`,
    currency: "USD",
    rows: [
      ["2026-11-15", -8801, "OAK HARDWARE"],
      ["2026-11-10", 50000, "CAPITAL PYMT"],
    ],
  },
  {
    bank: "Citi, which writes a minus into the credit column",
    file: `Status,Date,Description,Debit,Credit
Cleared,11/21/2026,"NORTH CINEMA",31.00,
Cleared,11/20/2026,"ONLINE PAYMENT",,-250.00
Pending,11/23/2026,"LATE CAB",12.00,
`,
    type: "credit",
    currency: "USD",
    rows: [
      ["2026-11-21", -3100, "NORTH CINEMA"],
      ["2026-11-20", 25000, "ONLINE PAYMENT"],
    ],
    problems: 1,
  },
  {
    bank: "N26",
    file: `"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
2026-11-03,2026-11-03,"Bäckerei Sommer",,Presentment,,"Main Account",-3.40,3.40,EUR,1
2026-11-04,2026-11-04,"Lantern Books",,Presentment,"Order 77","Main Account",-18.11,20.00,USD,1.1044
`,
    currency: "EUR",
    rows: [
      ["2026-11-03", -340, "Bäckerei Sommer"],
      ["2026-11-04", -1811, "Lantern Books"],
    ],
  },
  {
    bank: "Sparkasse, Windows-1252, with a booking that is only announced",
    file: latin(`"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"
"DE00";"20.11.26";"20.11.26";"KARTENZAHLUNG";"2026-11-19T18:02 Debitk.1";"Müller Gärtnerei";"DE11";"XXX";"-1.045,30";"EUR";"Umsatz gebucht"
"DE00";"23.11.26";"23.11.26";"GUTSCHR. UEBERWEISUNG";"Miete Keller";"Jörg Beispiel";"DE12";"XXX";"60,00";"EUR";"Umsatz vorgemerkt"
`),
    currency: "EUR",
    rows: [["2026-11-20", -104530, "Müller Gärtnerei"]],
    problems: 1,
  },
  {
    bank: "ING Germany, with a preamble and two columns of currency",
    file: latin(`Umsatzanzeige;Datei erstellt am: 21.11.2026 10:15

IBAN;DE00 0000
Kontoname;Girokonto
Bank;ING
Kunde;R Beispiel
Zeitraum;01.11.2026 - 21.11.2026
Saldo;1.954,70;EUR

Sortierung;Datum absteigend

Buchung;Valuta;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Saldo;Währung;Betrag;Währung
20.11.2026;20.11.2026;Stadtwerke;Lastschrift;Abschlag November;1.954,70;EUR;-45,30;EUR
02.11.2026;02.11.2026;Beispiel GmbH;Gehalt/Rente;Lohn;2.000,00;EUR;2.000,00;EUR
`),
    currency: "EUR",
    rows: [
      ["2026-11-20", -4530, "Stadtwerke"],
      ["2026-11-02", 200000, "Beispiel GmbH"],
    ],
    balance: 195470,
  },
  {
    bank: "ING Netherlands, with a word for the direction",
    file: `"Date";"Name / Description";"Account";"Counterparty";"Code";"Debit/credit";"Amount (EUR)";"Transaction type";"Notifications"
"20261120";"Molen Supermarkt";"NL00";"";"BA";"Debit";"23,45";"Payment terminal";"Card 001"
"20261119";"Hr R Voorbeeld";"NL00";"NL11";"OV";"Credit";"100,00";"Transfer";""
`,
    currency: "EUR",
    rows: [
      ["2026-11-20", -2345, "Molen Supermarkt"],
      ["2026-11-19", 10000, "Hr R Voorbeeld"],
    ],
  },
  {
    bank: "Monzo, which has amounts three times",
    file: `Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In
tx_1,20/11/2026,08:01:00,Card payment,Kite Cafe,☕,Eating out,-3.20,GBP,-3.20,GBP,,,,KITE CAFE LONDON,,-3.20,
tx_2,19/11/2026,00:05:00,Faster payment,Example Ltd,,Income,1500.00,GBP,1500.00,GBP,,,,SALARY,,,1500.00
`,
    currency: "GBP",
    rows: [
      ["2026-11-20", -320, "Kite Cafe"],
      ["2026-11-19", 150000, "Example Ltd"],
    ],
  },
  {
    bank: "Revolut, with a payment that was reverted",
    file: `Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
CARD_PAYMENT,Current,2026-11-18 09:12:44,2026-11-19 03:00:01,Pine Pharmacy,-12.99,0.00,EUR,COMPLETED,87.01
CARD_PAYMENT,Current,2026-11-20 10:00:00,2026-11-20 10:00:01,Ghost Shop,-40.00,0.00,EUR,REVERTED,
TOPUP,Current,2026-11-21 10:00:00,2026-11-21 10:00:01,Top-up,20.00,0.00,EUR,COMPLETED,107.01
`,
    currency: "EUR",
    rows: [
      ["2026-11-19", -1299, "Pine Pharmacy"],
      ["2026-11-21", 2000, "Top-up"],
    ],
    problems: 1,
    balance: 10701,
  },
  {
    bank: "DKB, with a balance above the table and euro signs",
    file: `"Girokonto";"DE00"
"Kontostand vom 21.11.2026:";"1.234,56 €"
""
"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID"
"20.11.26";"20.11.26";"Gebucht";"R Beispiel";"Radhaus";"Reparatur";"Ausgang";"DE1";"-119,90 €";""
`,
    currency: "EUR",
    rows: [["2026-11-20", -11990, "Radhaus"]],
  },
  {
    bank: "a British bank, with paid out and paid in",
    file: `Date,Transaction type,Description,Paid out,Paid in,Balance
19 Nov 2026,Visa purchase,"THE LAMP POST","£1,020.00",,"£3,980.00"
20 Nov 2026,Bank credit,MS A SAMPLE,,£20.50,"£4,000.50"
`,
    currency: "GBP",
    rows: [
      ["2026-11-19", -102000, "THE LAMP POST"],
      ["2026-11-20", 2050, "MS A SAMPLE"],
    ],
    balance: 400050,
  },
  {
    bank: "a Swiss bank, with apostrophes and day-first dates",
    file: `Datum;Text;Belastung;Gutschrift;Saldo
20.11.2026;Bergbahn;1'250.40;;8'749.60
21.11.2026;Lohn;;5'000.00;13'749.60
`,
    currency: "USD",
    rows: [
      ["2026-11-20", -125040, "Bergbahn"],
      ["2026-11-21", 500000, "Lohn"],
    ],
    balance: 1374960,
  },
  {
    bank: "a French bank, with a narrow space and a trailing minus",
    file: `Date opération;Libellé;Montant
20 novembre 2026;Boulangerie;1\u202f250,40-
21 nov. 2026;Virement;10,00
`,
    currency: "USD",
    rows: [
      ["2026-11-20", -125040, "Boulangerie"],
      ["2026-11-21", 1000, "Virement"],
    ],
  },
  {
    bank: "Excel in UTF-16 with tabs",
    file: new Uint8Array(
      Buffer.from("\ufeffDate\tDescription\tAmount\r\n2026-11-20\tÉpicerie\t(12.00)\r\n", "utf16le"),
    ),
    currency: "USD",
    rows: [["2026-11-20", -1200, "Épicerie"]],
  },
  {
    bank: "Excel's hint for the separator, and names in a language we do not know",
    file: `sep=;
Päivä;Saaja;Summa
20.11.2026;Kahvila;-4,50
`,
    currency: "USD",
    rows: [["2026-11-20", -450, "Kahvila"]],
  },
  {
    bank: "a Japanese card without decimals",
    file: 'Date,Merchant,Amount,Currency\n2026/11/20,Ramen Taro,"-1,200",JPY\n',
    currency: "JPY",
    rows: [["2026-11-20", -1200, "Ramen Taro"]],
  },
];

describe("files of banks", () => {
  it.each(FORMATS)("are read to the cent: $bank", ({ file, type, currency, rows, problems = 0, balance }) => {
    const result = read(file, type ? { type } : {});
    expect(missingParts(result)).toEqual([]);
    expect(rowsOf(result)).toEqual(rows);
    expect(result.currency).toBe(currency);
    expect(result.problems.length).toBe(problems);
    if (balance !== undefined) {
      const { isNewestFirst } = result.balances;
      expect((isNewestFirst ? result.entries[0] : result.entries.at(-1))?.balanceMinor).toBe(balance);
    }
  });

  it("turn the sign round where the balances show that money out is written as positive", () => {
    const file =
      "Date,Description,Amount,Balance\n2026-11-20,Shop,10.00,90.00\n2026-11-21,Shop,15.00,75.00\n";
    expect(rowsOf(read(file))).toEqual([
      ["2026-11-20", -1000, "Shop"],
      ["2026-11-21", -1500, "Shop"],
    ]);
  });

  it("ask about dates that both orders allow, and read them as told", () => {
    const file = "Date,Description,Amount\n03/04/2026,Shop,-1.00\n05/06/2026,Shop,-2.00\n";
    const open = read(file);
    expect(missingParts(open)).toEqual(["Say how the dates are written."]);
    expect(open.entries).toEqual([]);
    const told = (dateOrder: "day_first" | "month_first") =>
      read(file, { overrides: { dateOrder } }).entries.map(({ date }) => date);
    expect(told("day_first")).toEqual(["2026-04-03", "2026-06-05"]);
    expect(told("month_first")).toEqual(["2026-03-04", "2026-05-06"]);
  });

  it("decide the order of dates by the whole column", () => {
    const dates = (file: string) => read(file).entries.map(({ date }) => date);
    expect(dates("Date,Text,Amount\n03/04/2026,a,-1.00\n25/04/2026,b,-1.00\n")).toEqual([
      "2026-04-03",
      "2026-04-25",
    ]);
    expect(dates("Date,Text,Amount\n03/04/2026,a,-1.00\n04/25/2026,b,-1.00\n")).toEqual([
      "2026-03-04",
      "2026-04-25",
    ]);
  });

  it("say which rows cannot be stored, on which line and why, also behind quoted line ends", () => {
    const { entries, problems } = read(`Date,Description,Amount,Currency
2026-11-01,"two
lines",-1.00,USD
2026-11-31,Shop,-1.00,USD
2026-11-02,Shop,abc,USD

2026-11-03,Shop,,USD
,Shop,-1.00,USD
2026-11-04,Shop,-1.00,EUR
2026-11-05,Shop,-1.005,USD
Total,,-1.00,
2026-11-06,Last,-2.00,USD
`);
    expect(entries.map(({ line, description }) => [line, description])).toEqual([
      [2, "two lines"],
      [12, "Last"],
    ]);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [4, "“2026-11-31” is not a date."],
      [5, "“abc” is not an amount."],
      [7, "It has no amount."],
      [8, "It has no date."],
      [9, "It is in EUR; the account is in USD."],
      [10, "“-1.005” has more decimals than USD has."],
      [11, "“Total” is not a date."],
    ]);
  });

  it("tell of quotation marks that are never closed instead of dropping what follows", () => {
    const { entries, problems } = read(
      'Date,Description,Amount\n2026-11-01,Shop,-1.00\n2026-11-02,"Shop,-2.00\n2026-11-03,Shop,-3.00\n',
    );
    expect(entries.length).toBe(1);
    expect(problems).toMatchObject([{ line: 3, reason: expect.stringContaining("never closed") }]);
  });

  it("keep text as text: no control characters, no hidden direction marks, formulas untouched", () => {
    const { entries } = read(
      'Date,Description,Amount\n2026-11-01,"=HYPERLINK(""x"")\u0007\u202eevil",-1.00\n2026-11-02,"=""0042""",-1.00\n',
    );
    expect(entries.map(({ description }) => description)).toEqual(['=HYPERLINK("x") evil', "0042"]);
  });
});

describe("files that are no CSV", () => {
  it.each([
    ["a spreadsheet", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "spreadsheet"],
    ["a PDF", "%PDF-1.7", "PDF"],
    ["OFX", "OFXHEADER:100", "not a CSV"],
    ["Quicken", "!Type:Bank\nD01/01/2026", "Quicken"],
    ["nothing", "  \n ", "empty"],
    ["bytes", new Uint8Array([65, 0, 0, 0, 66, 0, 0, 1, 2]), "not a text file"],
  ])("are refused with what to do: %s", (_, file, message) => {
    expect(() => read(file)).toThrow(message);
  });

  it("are refused above the limits", () => {
    expect(() => read(new Uint8Array(5 * 1024 * 1024 + 1).fill(65))).toThrow("larger than 5 MB");
    const many = `Date,Description,Amount\n${"2026-11-01,Shop,-1.00\n".repeat(20_001)}`;
    expect(() => read(many)).toThrow("more than 20,000 rows");
  });
});
