import type { FreshnessResult } from "../../../lib/contract/results/freshness-result";
import { formatDate } from "../../../lib/domain/calendar";
import type { ResultView } from "./view";
import { toRows } from "./view";
import { count } from "./words";

export const viewFreshness = ({ banks }: FreshnessResult): ResultView => ({
  line: `Checked how up to date ${count(banks.length, "bank")} ${banks.length === 1 ? "is" : "are"}`,
  tables: [
    {
      title: "Banks",
      columns: ["Bank", "State", "Last read", "Transactions"],
      rows: toRows(banks, ({ institution, words, lastSyncedOn, firstDate, lastDate }) => [
        institution,
        words,
        lastSyncedOn ? formatDate(lastSyncedOn) : "never",
        firstDate && lastDate ? `${formatDate(firstDate)} – ${formatDate(lastDate)}` : "none",
      ]),
    },
  ],
  notes: [],
});
