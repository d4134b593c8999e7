export type RedisNode = { host: string; port: number };
type Login = { username?: string; password?: string };

/** What REDIS_URL names: one server, a cluster, or a master that sentinels know. */
export type RedisAddress = { isEncrypted: boolean; login: Login } & (
  | { kind: "single"; url: string }
  | { kind: "cluster"; nodes: RedisNode[] }
  | { kind: "sentinel"; sentinels: RedisNode[]; sentinelLogin: Login; master: string; database: number }
);

const FORMS =
  "redis://host:6379, redis+cluster://host1:6379,host2:6379 or redis+sentinel://host1:26379,host2:26379/master-name (rediss... with TLS)";
const SHAPE =
  /^(?<scheme>rediss?)(?:\+(?<kind>cluster|sentinel))?:\/\/(?:(?<login>[^/?#]*)@)?(?<hosts>[^/?#@]+)(?<path>\/[^?#]*)?(?:\?(?<query>[^#]*))?$/;

/**
 * Takes REDIS_URL apart. User and password stand before the "@", percent-encoded; sentinels that want a login of
 * their own have it in `?sentinelUsername=` and `?sentinelPassword=`.
 * @throws {Error} whose message says what is expected and never quotes the address, which may hold a password
 */
export function parseRedisAddress(address: string): RedisAddress {
  const parts = SHAPE.exec(address)?.groups;
  if (parts === undefined) throw new Error(`must look like ${FORMS}`);
  const { scheme, kind = "single", login = "", hosts = "", path = "", query = "" } = parts;
  const common = { isEncrypted: scheme === "rediss", login: loginIn(login) };
  if (kind === "single") {
    // Its database and options are read by the driver itself.
    if (hosts.includes(",")) throw new Error(`names several hosts: write it like ${FORMS}`);
    nodesIn(hosts, 6379);
    if (!URL.canParse(address))
      throw new Error(`must look like ${FORMS}, with user and password percent-encoded`);
    return { ...common, kind, url: address };
  }
  if (kind === "cluster") {
    if (!["", "/", "/0"].includes(path))
      throw new Error("names a database, but a Redis Cluster has only number 0: leave the path out");
    return { ...common, kind, nodes: nodesIn(hosts, 6379) };
  }
  return {
    ...common,
    kind: "sentinel",
    sentinels: nodesIn(hosts, 26379),
    ...masterIn(path),
    sentinelLogin: sentinelLoginIn(query),
  };
}

/** The hosts of an address in words that may be shown: without login. */
export function hostsOf(address: RedisAddress): RedisNode[] {
  if (address.kind === "cluster") return address.nodes;
  if (address.kind === "sentinel") return address.sentinels;
  const { hostname, port } = new URL(address.url);
  return [{ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 6379) }];
}

function nodesIn(list: string, defaultPort: number): RedisNode[] {
  return list.split(",").map((entry) => {
    const { v6, name, port } =
      /^(?:\[(?<v6>[0-9a-fA-F:.]+)\]|(?<name>[^:[\]\s]+))(?::(?<port>\d+))?$/.exec(entry)?.groups ?? {};
    const host = v6 ?? name;
    const number = port === undefined ? defaultPort : Number(port);
    if (host === undefined || number < 1 || number > 65_535)
      throw new Error(
        "has a host that is not host:port, or not [host]:port for IPv6; several are separated by commas",
      );
    return { host, port: number };
  });
}

function masterIn(path: string): { master: string; database: number } {
  const { master, database = "0" } = /^\/(?<master>[^/]+)(?:\/(?<database>\d*))?$/.exec(path)?.groups ?? {};
  if (master === undefined)
    throw new Error(
      "must end with the name that the sentinels have for the master, such as /mymaster, or /mymaster/0 for a database",
    );
  return { master: decode(master), database: Number(database) };
}

function loginIn(login: string): Login {
  const separator = login.indexOf(":");
  const username = decode(separator === -1 ? login : login.slice(0, separator));
  const password = separator === -1 ? "" : decode(login.slice(separator + 1));
  return { ...(username && { username }), ...(password && { password }) };
}

function sentinelLoginIn(query: string): Login {
  const given = new URLSearchParams(query);
  const username = given.get("sentinelUsername");
  const password = given.get("sentinelPassword");
  return { ...(username && { username }), ...(password && { password }) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error('has a "%" that is not followed by two digits: percent-encode user and password');
  }
}
