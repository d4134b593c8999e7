import { createServer, type Server } from "node:http";
import { type BankOptions, openBank } from "./bank/open-bank";
import { isCalendarDate } from "./household/calendar";
import type { Credentials } from "./http/check-credentials";
import { requestHandler } from "./http/request-handler";

export type SandboxBankOptions = BankOptions & {
  /** Default: any free port. */
  port?: number | undefined;
  /** Default: `sandbox` and `sandbox`. */
  credentials?: Credentials | undefined;
};

export type SandboxBank = { url: string; port: number; stop(): Promise<void> };

const KEEP_ALIVE_MILLISECONDS = 65_000;

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // A request that still runs gets a moment; a client that keeps its connection open does not hold us up.
    setTimeout(() => server.closeAllConnections(), 1_000).unref();
  });
}

/**
 * Starts a bank that speaks Plaid's HTTP API, for the official `plaid` client with its base path set to `url`. It
 * listens on this machine only.
 * @throws when the port is taken, `today` is no date, or the state in `directory` cannot be read
 */
export async function startSandboxBank(options: SandboxBankOptions = {}): Promise<SandboxBank> {
  if (options.today !== undefined && !isCalendarDate(options.today)) {
    throw new Error(`"${options.today}" is not a calendar date: write today as YYYY-MM-DD`);
  }
  const bank = await openBank(options);
  const handle = requestHandler(bank, options.credentials ?? { clientId: "sandbox", secret: "sandbox" });
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  // A client on a busy machine may look up only after seconds, and would write into a connection just closed.
  server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    stop: async () => {
      await close(server);
      await bank.stop();
    },
  };
}
