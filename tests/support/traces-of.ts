import { sql } from "drizzle-orm";
import { database } from "../../lib/db/client";
import { documents, withDocuments } from "../../lib/documents/connection";

/** Everything in the stores that names one of these ids: by table or collection, each row or document as text. */
export type Traces = Map<string, string[]>;

/** Of every table and collection that there is, also those that nobody thought of. */
export async function tracesOf(ids: readonly string[]): Promise<Traces> {
  return new Map([...(await rowsWith(ids)), ...(await documentsWith(ids))]);
}

async function rowsWith(ids: readonly string[]): Promise<Traces> {
  const tables = await database().execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
  const traces: Traces = new Map();
  for (const { name } of tables) {
    const rows = await database().execute<{ text: string }>(sql`
      select text from (select to_jsonb(one)::text as text from ${sql.identifier(name)} one) texts
      where text ~ ${ids.join("|")} order by text`);
    traces.set(
      `table ${name}`,
      rows.map(({ text }) => text),
    );
  }
  return traces;
}

async function documentsWith(ids: readonly string[]): Promise<Traces> {
  const traces: Traces = new Map();
  await withDocuments(async () => {
    for (const { name } of (await documents().db?.listCollections().toArray()) ?? []) {
      const all = (await documents().db?.collection(name).find().toArray()) ?? [];
      const texts = all
        .map((one) => JSON.stringify(one))
        .filter((text) => ids.some((id) => text.includes(id)));
      traces.set(`collection ${name}`, texts.sort());
    }
  });
  return traces;
}

/** The tables and collections in which there are none. */
export const without = (traces: Traces): string[] =>
  [...traces].filter(([, texts]) => texts.length === 0).map(([name]) => name);

/** Those in which there are some, with how many. */
export const within = (traces: Traces): [string, number][] =>
  [...traces].filter(([, texts]) => texts.length > 0).map(([name, texts]) => [name, texts.length]);
