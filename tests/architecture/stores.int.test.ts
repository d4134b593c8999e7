import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "../../lib/db/client";

it("every test file starts on an empty, migrated database of its own", async () => {
  const people = await database().execute(sql`select count(*)::int as count from users`);
  expect(people[0]?.count).toBe(0);
});
