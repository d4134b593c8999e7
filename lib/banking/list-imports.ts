import type { ImportView } from "../contract/imports";
import { database } from "../db/client";
import { listImportRows } from "../db/queries/imports";

/** The person's imports, the newest first. */
export async function listImports(userId: string): Promise<ImportView[]> {
  const rows = await listImportRows(database(), userId);
  return rows.map(({ createdAt, ...row }) => ({ ...row, importedAt: createdAt.toISOString() }));
}
