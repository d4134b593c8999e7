import { readSearch } from "../domain/transaction-search";
import { openLedger } from "../insights/open-ledger";
import { exportTransactions } from "../transactions/export-transactions";
import type { route } from "./route";

/** Tells programs that the file is UTF-8; Excel would not know. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The transactions that a search finds, as a CSV file that is written while it is read. */
export const exportRoute = (wrap: typeof route) =>
  wrap({}, async ({ request, user }) => {
    const search = readSearch(new URL(request.url).searchParams);
    const ledger = await openLedger(user.id, new Date());
    const lines = exportTransactions(user.id, search, ledger);
    return new Response(toStream(lines), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="transactions-${ledger.today}.csv"`,
        "cache-control": "no-store",
      },
    });
  });

/** Asks for the next lines only when the reader has taken the last, and stops when the reader leaves. */
function toStream(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(BYTE_ORDER_MARK)),
    pull: async (controller) => {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
}
