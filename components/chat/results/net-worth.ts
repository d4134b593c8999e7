import type { NetWorthResult } from "../../../lib/contract/results/net-worth-result";
import { formatDate } from "../../../lib/domain/calendar";
import { filterNotes } from "./filter-notes";
import { evidenceTables } from "./transaction-rows";
import { figure, type ResultView, type Table } from "./view";
import { within } from "./words";

type Worth = NetWorthResult["currencies"][number];

export const viewNetWorth = (result: NetWorthResult): ResultView => ({
  line: `Followed your net worth${within(result.period)}`,
  tables: [...result.currencies.flatMap(worthTables), ...evidenceTables(result)],
  notes: [
    ...(result.knownFrom
      ? [`Before ${formatDate(result.knownFrom)} some account is taken to have held what it first held.`]
      : []),
    ...filterNotes(result.filters),
  ],
});

const worthTables = ({ currency, first, last, change, percent, highest, lowest, points }: Worth): Table[] => [
  {
    title: `Change in ${currency}`,
    columns: ["Of", "When", "Amount"],
    rows: [
      { key: "first", cells: ["First", formatDate(first.date), figure(first.amount)] },
      { key: "last", cells: ["Last", formatDate(last.date), figure(last.amount)] },
      { key: "change", cells: ["Change", percent?.formatted ?? "", figure(change)] },
      { key: "highest", cells: ["Highest", formatDate(highest.date), figure(highest.amount)] },
      { key: "lowest", cells: ["Lowest", formatDate(lowest.date), figure(lowest.amount)] },
    ],
  },
  {
    title: `Net worth in ${currency}`,
    columns: ["Day", "Amount"],
    rows: points.map(({ date, amount }) => ({ key: date, cells: [formatDate(date), figure(amount)] })),
  },
];
