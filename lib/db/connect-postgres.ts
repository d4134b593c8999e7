import postgres from "postgres";
import { withPreparedStatements } from "./prepared-statements";

/** Options that poolers, libpq and other people's libraries read from the address: sent to PostgreSQL, it refuses to connect. */
const NOT_FOR_POSTGRES = new Set([
  ...["pgbouncer", "pool_mode", "pool_timeout", "pool_size", "connection_limit", "statement_cache_size"],
  ...["prepare", "prepareThreshold", "prepared_statements", "supa", "workaround", "schema", "socket_timeout"],
  ...["channel_binding", "gssencmode", "sslcert", "sslkey", "sslidentity", "sslpassword", "sslaccept"],
]);

/**
 * A pool of connections. No session state is relied on and no statement is prepared by name unless the caller
 * knows that sessions are kept, so that a pooler may give every transaction another session (docs/stores.md).
 */
export function connectPostgres(
  url: string,
  { max, applicationName, keepsSessions = false }: ConnectOptions,
): postgres.Sql {
  const connections = postgres(withoutForeignOptions(url), {
    max,
    prepare: keepsSessions,
    onnotice: () => undefined,
    connection: { application_name: applicationName },
  });
  return keepsSessions ? withPreparedStatements(connections) : connections;
}

type ConnectOptions = {
  max: number;
  applicationName: string;
  /** Nothing stands between that would give another session to every transaction: statements may be prepared. */
  keepsSessions?: boolean;
};

/** The address as PostgreSQL's own protocol takes it. */
export function withoutForeignOptions(url: string): string {
  const start = url.indexOf("?");
  if (start === -1) return url;
  const kept = new URLSearchParams(url.slice(start));
  for (const key of [...kept.keys()]) if (NOT_FOR_POSTGRES.has(key)) kept.delete(key);
  return kept.size === 0 ? url.slice(0, start) : `${url.slice(0, start)}?${kept}`;
}
