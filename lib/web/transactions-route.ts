import { csvFile } from "../csv/write-line";
import { readSearch } from "../domain/transaction-search";
import { openLedger } from "../insights/open-ledger";
import { exportTransactions } from "../transactions/export-transactions";
import { downloadStream } from "./download-stream";
import type { route } from "./route";

/** The transactions that a search finds, as a CSV file that is written while it is read. */
export const exportRoute = (wrap: typeof route) =>
  wrap({}, async ({ request, user }) => {
    const search = readSearch(new URL(request.url).searchParams);
    const ledger = await openLedger(user.id, new Date());
    const lines = exportTransactions(user.id, search, ledger);
    return new Response(downloadStream(csvFile(lines)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="transactions-${ledger.today}.csv"`,
        "cache-control": "no-store",
      },
    });
  });
