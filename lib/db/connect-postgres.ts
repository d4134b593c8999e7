import postgres from "postgres";

/** Options that poolers, libpq and other people's libraries read from the address: sent to PostgreSQL, it refuses to connect. */
const NOT_FOR_POSTGRES = new Set([
  ...["pgbouncer", "pool_mode", "pool_timeout", "pool_size", "connection_limit", "statement_cache_size"],
  ...["prepare", "prepareThreshold", "prepared_statements", "supa", "workaround", "schema", "socket_timeout"],
  ...["channel_binding", "gssencmode", "sslcert", "sslkey", "sslidentity", "sslpassword", "sslaccept"],
]);

/**
 * A pool of connections. No statement is ever prepared by name and no session state is relied on, so that a pooler may give
 * every transaction another session (docs/stores.md). Drizzle prepares nothing unless told to, so it costs nothing.
 */
export function connectPostgres(url: string, options: { max: number; applicationName: string }) {
  return postgres(withoutForeignOptions(url), {
    max: options.max,
    prepare: false,
    onnotice: () => undefined,
    connection: { application_name: options.applicationName },
  });
}

/** The address as PostgreSQL's own protocol takes it. */
export function withoutForeignOptions(url: string): string {
  const start = url.indexOf("?");
  if (start === -1) return url;
  const kept = new URLSearchParams(url.slice(start));
  for (const key of [...kept.keys()]) if (NOT_FOR_POSTGRES.has(key)) kept.delete(key);
  return kept.size === 0 ? url.slice(0, start) : `${url.slice(0, start)}?${kept}`;
}
