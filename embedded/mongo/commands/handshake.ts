import { Int32 } from "bson";
import { isPlainDocument } from "../bson-view";
import type { Call, Commands, Reply } from "../command";
import { MAX_MESSAGE_BYTES } from "../wire";
import { sessionKey } from "./call-context";

/** What a 7.0 server announces: the driver chooses its commands by this. */
const MAX_WIRE_VERSION = 21;
const VERSION = "7.0.0";
const startedAt = process.uptime();

/** No `topologyVersion`, no set name: a standalone, so the driver neither retries writes nor streams greetings. */
const hello = (call: Call): Reply => ({
  ...(call.name === "hello" ? { isWritablePrimary: true } : { ismaster: true }),
  helloOk: true,
  maxBsonObjectSize: new Int32(16 * 1024 * 1024),
  maxMessageSizeBytes: new Int32(MAX_MESSAGE_BYTES),
  maxWriteBatchSize: new Int32(100_000),
  localTime: new Date(),
  logicalSessionTimeoutMinutes: new Int32(30),
  connectionId: new Int32(call.connectionId),
  minWireVersion: new Int32(0),
  maxWireVersion: new Int32(MAX_WIRE_VERSION),
  readOnly: false,
  ok: 1,
});

const buildInfo = (): Reply => ({
  version: VERSION,
  versionArray: [7, 0, 0, 0],
  gitVersion: "built-in",
  modules: [],
  bits: 64,
  debug: false,
  maxBsonObjectSize: new Int32(16 * 1024 * 1024),
  storageEngines: ["journal"],
  ok: 1,
});

const serverStatus = (call: Call): Reply => ({
  host: "127.0.0.1",
  version: VERSION,
  process: "purser-mongo",
  pid: process.pid,
  uptime: Math.floor(process.uptime() - startedAt),
  localTime: new Date(),
  metrics: { cursor: { open: { total: call.cursors.count } } },
  ok: 1,
});

function endSessions(call: Call): Reply {
  const sessions: unknown[] = Array.isArray(call.body[call.name]) ? call.body[call.name] : [];
  const keys = sessions.map((session) => (isPlainDocument(session) ? sessionKey(session) : undefined));
  call.cursors.endSessions(new Set(keys.filter((key) => key !== undefined)));
  return { ok: 1 };
}

const greeting = {
  options: [
    "helloOk",
    "client",
    "compression",
    "topologyVersion",
    "maxAwaitTimeMS",
    "saslSupportedMechs",
  ].concat(["speculativeAuthenticate", "loadBalanced", "backpressure"]),
  run: hello,
};

export const handshakeCommands: Commands = {
  hello: greeting,
  isMaster: greeting,
  ismaster: greeting,
  ping: { options: [], run: () => ({ ok: 1 }) },
  buildInfo: { options: [], run: buildInfo },
  buildinfo: { options: [], run: buildInfo },
  serverStatus: { options: [], run: serverStatus },
  connectionStatus: {
    options: ["showPrivileges"],
    run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }),
  },
  endSessions: { options: [], run: endSessions },
  killSessions: { options: [], run: endSessions },
  refreshSessions: { options: [], run: () => ({ ok: 1 }) },
};
