import { createServer, type Server, type Socket } from "node:net";
import { serveConnection } from "./connection";
import { CursorStore } from "./cursors";
import { expireDocuments } from "./expire-documents";
import { openStore } from "./open-store";
import type { Store } from "./store";

export interface MongoServerOptions {
  /** Where the journal lives; made if it is absent. */
  directory: string;
  /** 0, the default, takes a free one. */
  port?: number;
  host?: string;
  /** How often documents of TTL indexes are looked for; MongoDB does it every 60 s. */
  expirySeconds?: number;
  log?: (line: string) => void;
}

export interface MongoServer {
  url: string;
  port: number;
  stop(): Promise<void>;
}

const DATABASE = "purser";

/**
 * A server that the unmodified MongoDB driver can use. Acknowledged writes survive a crash.
 * @throws Error when the directory is in use or damaged, or the port is taken; the message names the remedy.
 */
export async function startMongoServer(options: MongoServerOptions): Promise<MongoServer> {
  const { directory, port = 0, host = "127.0.0.1", log = (line) => console.warn(`mongo: ${line}`) } = options;
  const { store, close } = await openStore(directory, log);
  const sockets = new Set<Socket>();
  const server = createConnectionServer(store, sockets, log);
  try {
    await listen(server, port, host);
  } catch (error) {
    await close();
    throw error;
  }
  const stopExpiry = startExpiry(store, options.expirySeconds ?? 60, log);
  const actualPort = portOf(server);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    stopExpiry();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
    await close();
  };
  return {
    url: `mongodb://${host}:${actualPort}/${DATABASE}?directConnection=true&retryWrites=false&retryReads=false`,
    port: actualPort,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function createConnectionServer(store: Store, sockets: Set<Socket>, log: (line: string) => void): Server {
  const cursors = new CursorStore();
  let connections = 0;
  return createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    serveConnection(socket, { store, cursors, connectionId: ++connections }, log);
  });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      reject(isTaken ? new Error(`Port ${port} on ${host} is taken. Choose another one.`) : error);
    });
    server.listen(port, host, resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

function startExpiry(store: Store, seconds: number, log: (line: string) => void): () => void {
  const timer = setInterval(() => {
    expireDocuments(store, new Date()).catch((error: unknown) => log(`expiry failed: ${String(error)}`));
  }, seconds * 1000);
  timer.unref();
  return () => clearInterval(timer);
}
