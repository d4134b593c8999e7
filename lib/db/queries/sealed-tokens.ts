import { and, asc, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { items, linksToEnd } from "../schema/banks";

/** Where sealed access tokens stand. */
const TABLES = { items, links_to_end: linksToEnd } as const;
export type TokenTable = keyof typeof TABLES;
export const TOKEN_TABLES = Object.keys(TABLES) as TokenTable[];

export type SealedToken = { table: TokenTable; id: string; userId: string; text: string };

/** Rows whose sealed token does not begin with `prefix`, in the order of their ids, those after `afterId`. */
export async function listSealedOtherwise(
  db: Executor,
  table: TokenTable,
  prefix: string,
  { afterId, limit }: { afterId: string | null; limit: number },
): Promise<SealedToken[]> {
  const { id, userId, accessTokenEncrypted: text } = TABLES[table];
  const rows = await db
    .select({ id, userId, text })
    .from(TABLES[table])
    .where(
      and(
        isNotNull(text),
        sql`not starts_with(${text}, ${prefix})`,
        afterId === null ? undefined : gt(id, afterId),
      ),
    )
    .orderBy(asc(id))
    .limit(limit);
  return rows.map((row) => ({ table, id: row.id, userId: row.userId, text: row.text ?? "" }));
}

export async function countSealedOtherwise(db: Executor, table: TokenTable, prefix: string): Promise<number> {
  const { accessTokenEncrypted: text } = TABLES[table];
  return db.$count(TABLES[table], and(isNotNull(text), sql`not starts_with(${text}, ${prefix})`));
}

/** Only while the row still holds the text that was read. @returns false when it does not, or is gone */
export async function replaceSealedToken(
  db: Executor,
  { table, id, text }: SealedToken,
  replacement: string,
): Promise<boolean> {
  const columns = TABLES[table];
  const changed = await db
    .update(columns)
    .set({ accessTokenEncrypted: replacement })
    .where(and(eq(columns.id, id), eq(columns.accessTokenEncrypted, text)))
    .returning({ id: columns.id });
  return changed.length === 1;
}

/** The token that stands under this id in either table. Of a link that is to be ended Plaid's id is not known any more. */
export async function findSealedToken(
  db: Executor,
  id: string,
): Promise<(SealedToken & { plaidItemId: string | null }) | undefined> {
  const [item] = await db.select().from(items).where(eq(items.id, id));
  if (item?.accessTokenEncrypted) {
    const { userId, plaidItemId, accessTokenEncrypted: text } = item;
    return { table: "items", id, userId, text, plaidItemId };
  }
  const [link] = await db.select().from(linksToEnd).where(eq(linksToEnd.id, id));
  if (!link) return undefined;
  const { userId, accessTokenEncrypted: text } = link;
  return { table: "links_to_end", id, userId, text, plaidItemId: null };
}

/** A bank without its token is never read again and says so. @returns false when the row holds another text by now */
export async function dropSealedToken(db: Executor, { table, id, text }: SealedToken): Promise<boolean> {
  if (table === "links_to_end") {
    const gone = await db
      .delete(linksToEnd)
      .where(and(eq(linksToEnd.id, id), eq(linksToEnd.accessTokenEncrypted, text)))
      .returning({ id: linksToEnd.id });
    return gone.length === 1;
  }
  const changed = await db
    .update(items)
    .set({
      accessTokenEncrypted: null,
      status: "error",
      errorCode: "TOKEN_LOST",
      nextReadAt: null,
      readLease: null,
      readLeaseUntil: null,
      reconnectBy: null,
      hasNewAccounts: false,
    })
    .where(and(eq(items.id, id), eq(items.accessTokenEncrypted, text)))
    .returning({ id: items.id });
  return changed.length === 1;
}

/** For each key in use: how many tokens are under it, and one of them. */
export async function listKeysInUse(
  db: Executor,
): Promise<(Omit<SealedToken, "table"> & { keyId: string; count: number })[]> {
  const rows = await db.execute<{
    key_id: string;
    count: number;
    id: string;
    user_id: string;
    text: string;
  }>(sql`
    select key_id, count(*)::int as count, (array_agg(id))[1] as id, (array_agg(user_id))[1] as user_id,
      (array_agg(text))[1] as text
    from (
      select split_part(access_token_encrypted, '.', 2) as key_id, id, user_id, access_token_encrypted as text
      from items where access_token_encrypted is not null
      union all
      select split_part(access_token_encrypted, '.', 2), id, user_id, access_token_encrypted from links_to_end
    ) as sealed
    group by key_id order by key_id`);
  return rows.map(({ key_id, user_id, ...row }) => ({ ...row, keyId: key_id, userId: user_id }));
}
