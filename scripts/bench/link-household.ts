import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { signUp } from "../../lib/account/sign-up";
import { linkSandboxLogin } from "../../lib/banking/link-sandbox-login";

const FIRST_PLATYPUS = "ins_109508";
const LIMIT_MS = 15 * 60_000;

export type Household = { seed: number; months: number; rows: number };

/** Links a household of the sandbox bank as a person would; a worker reads it. @returns ms from the sign-in to the last row */
export async function linkAndWait(
  household: Household,
  sql: postgres.Sql,
  tick: () => void = () => undefined,
): Promise<{ ms: number; rows: number }> {
  const email = `${randomUUID()}@purser.example`;
  const { userId } = await signUp({ name: "Bench", email, password: "long enough 1", timeZone: "UTC" });
  const startedAt = performance.now();
  const { itemId } = await linkSandboxLogin(userId, {
    institutionId: FIRST_PLATYPUS,
    username: "user_household",
    password: JSON.stringify(household),
  });
  for (;;) {
    const [item] = await sql`select is_history_complete as done, error_code from items where id = ${itemId}`;
    tick();
    if (item?.done) break;
    if (performance.now() - startedAt > LIMIT_MS)
      throw new Error(
        `Not read after ${LIMIT_MS / 60_000} minutes; the bank says ${item?.error_code ?? "nothing"}.`,
      );
    await sleep(20);
  }
  const ms = performance.now() - startedAt;
  const [count] = await sql`select count(*)::int as rows from transactions where item_id = ${itemId}`;
  return { ms, rows: Number(count?.rows) };
}
