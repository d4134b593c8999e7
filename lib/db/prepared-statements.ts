import type postgres from "postgres";

/** Statements with more parameters are batches of rows, whose text differs with their number: they would pile up. */
const MAX_PARAMETERS = 64;

/**
 * The same connections, on which every statement is prepared by name when it is first run: later it takes one round trip
 * instead of two, and PostgreSQL neither parses it nor looks up its types. Not for a pooler that gives every transaction
 * another session.
 * @see https://www.postgresql.org/docs/current/sql-prepare.html
 */
export function withPreparedStatements<Connections extends postgres.Sql | postgres.TransactionSql>(
  connections: Connections,
): Connections {
  return new Proxy(connections, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      // Drizzle says "unprepared" with each statement that nobody gave a name.
      if (key === "unsafe")
        return (text: string, parameters: unknown[] = [], options?: postgres.UnsafeQueryOptions) =>
          Reflect.apply(value, target, [
            text,
            parameters,
            { ...options, prepare: parameters.length > 0 && parameters.length <= MAX_PARAMETERS },
          ]);
      if (key === "begin" || key === "savepoint")
        return (...args: unknown[]) =>
          Reflect.apply(
            value,
            target,
            args.map((argument) => (isWork(argument) ? within(argument) : argument)),
          );
      return value;
    },
  });
}

type Work = (transaction: postgres.TransactionSql) => unknown;

const isWork = (argument: unknown): argument is Work => typeof argument === "function";

const within =
  (work: Work): Work =>
  (transaction) =>
    work(withPreparedStatements(transaction));
