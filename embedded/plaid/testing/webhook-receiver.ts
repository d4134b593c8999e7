import { createServer } from "node:http";

export type Received = { signature: string; raw: string; body: Record<string, unknown> };

/** Listens for webhooks as an application would; `answer` says with which status the n-th one (from 0) is taken, or when. */
export async function receiveWebhooks(
  answer: (nth: number) => number | Promise<number> = () => 200,
): Promise<{
  url: string;
  received: Received[];
  codes(): unknown[];
  stop(): Promise<void>;
}> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const raw = Buffer.concat(chunks).toString("utf8");
    received.push({
      signature: String(request.headers["plaid-verification"]),
      raw,
      body: JSON.parse(raw),
    });
    response.writeHead(await answer(received.length - 1)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/news`,
    received,
    codes: () => received.map(({ body }) => body.webhook_code),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
