import { createServer, type RequestListener, type Server } from "node:http";

/** The webhook route behind a plain HTTP server that can be shut for a while, as when the web process is down. */
export type WebhookDoor = {
  url: string;
  shut(): Promise<void>;
  open(): Promise<void>;
  stop(): Promise<void>;
};

export async function startWebhookDoor(route: RequestListener): Promise<WebhookDoor> {
  let port = 0;
  let server: Server | undefined;
  const open = async () => {
    server = createServer(route);
    await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
    const address = server.address();
    port = typeof address === "object" && address !== null ? address.port : 0;
  };
  const shut = async () => {
    const closing = server;
    server = undefined;
    if (!closing) return;
    closing.closeAllConnections();
    await new Promise<void>((resolve) => closing.close(() => resolve()));
  };
  await open();
  return { url: `http://127.0.0.1:${port}`, shut, open, stop: shut };
}
