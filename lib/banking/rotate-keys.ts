import { database } from "../db/client";
import {
  countSealedOtherwise,
  listSealedOtherwise,
  replaceSealedToken,
  type SealedToken,
  TOKEN_TABLES,
  type TokenTable,
} from "../db/queries/sealed-tokens";
import { toAppError } from "../errors";
import { type TokenCipher, tokenCipher } from "../plaid/token-cipher";

const BATCH = 200;
/** A token moves between the two tables while we work, so that one pass can miss it; each pass makes this less likely. */
const MAX_PASSES = 5;

export type Rotation = {
  resealed: number;
  /** Rows that could not be opened, each with the reason. They stay as they are. */
  failed: { table: TokenTable; id: string; reason: string }[];
  /** Rows not under the first key now, the failed ones among them. */
  left: number;
};

/**
 * Brings every stored access token under the first key of `ENCRYPTION_KEYS`, while the application runs: each row changes
 * alone, and only when it still holds the text that was opened. Interrupted, it goes on where it was when called again.
 *
 * All running processes must know that key before: what is resealed, they open with it.
 */
export async function rotateKeys(
  progress: (done: { resealed: number; failed: number; left: number }) => void | Promise<void> = () =>
    undefined,
  cipher: TokenCipher = tokenCipher(),
): Promise<Rotation> {
  const work: Work = { cipher, resealed: 0, failed: new Map() };
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    for (const table of TOKEN_TABLES) {
      await rotateTable(table, work, async () => progress(await stateOf(work)));
    }
    if ((await countLeft(work.cipher)) <= work.failed.size) break;
  }
  return { resealed: work.resealed, failed: [...work.failed.values()], left: await countLeft(work.cipher) };
}

type Work = { cipher: TokenCipher; resealed: number; failed: Map<string, Rotation["failed"][number]> };

async function rotateTable(table: TokenTable, work: Work, progress: () => Promise<void>): Promise<void> {
  let afterId: string | null = null;
  for (;;) {
    const rows: SealedToken[] = await listSealedOtherwise(database(), table, work.cipher.currentPrefix, {
      afterId,
      limit: BATCH,
    });
    for (const row of rows) await rotateRow(row, work);
    afterId = rows.at(-1)?.id ?? null;
    if (afterId === null) return;
    await progress();
  }
}

async function rotateRow(row: SealedToken, work: Work): Promise<void> {
  let resealed: string;
  try {
    resealed = work.cipher.reseal(row.text, { userId: row.userId, itemId: row.id });
  } catch (thrown) {
    const { id, table } = row;
    work.failed.set(id, { id, table, reason: toAppError(thrown).message });
    return;
  }
  work.failed.delete(row.id);
  if (await replaceSealedToken(database(), row, resealed)) work.resealed += 1;
}

const stateOf = async ({ cipher, resealed, failed }: Work) => ({
  resealed,
  failed: failed.size,
  left: await countLeft(cipher),
});

async function countLeft({ currentPrefix }: TokenCipher): Promise<number> {
  const counts = await Promise.all(
    TOKEN_TABLES.map((table) => countSealedOtherwise(database(), table, currentPrefix)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
