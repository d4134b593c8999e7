import { describe, expect, it } from "vitest";
import { withoutForeignOptions } from "./connect-postgres";

describe("the address of PostgreSQL", () => {
  it.each([
    ["postgres://u:p@host:5432/db", "postgres://u:p@host:5432/db"],
    ["postgres://u:p@host:6543/db?pgbouncer=true", "postgres://u:p@host:6543/db"],
    [
      "postgres://u:p@host/db?sslmode=require&channel_binding=require&connection_limit=1",
      "postgres://u:p@host/db?sslmode=require",
    ],
    ["postgres://u:p@one:1,two:2/db?pool_mode=transaction", "postgres://u:p@one:1,two:2/db"],
    ["postgres://u:p@host/db?statement_timeout=5000", "postgres://u:p@host/db?statement_timeout=5000"],
  ])("%s is without what PostgreSQL would refuse", (given, kept) => {
    expect(withoutForeignOptions(given)).toBe(kept);
  });
});
