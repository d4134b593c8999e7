import { createServer, type IncomingMessage } from "node:http";

/** What a test wants instead of the bank's answer: a Plaid error, an answer of its own, or nothing (the request goes on). */
type Intervention = { status: number; code: string; type: string } | { answer: object } | undefined;

export type PlaidProxy = {
  url: string;
  /** Every path that was asked for, in order. */
  paths: string[];
  /** Called before each request is passed on; may change the bank or answer in its place. */
  intervene: (path: string, body: Record<string, unknown>) => Promise<Intervention> | Intervention;
  /** May change a good answer of the bank. */
  rewrite: (path: string, answer: Record<string, unknown>) => Record<string, unknown>;
  stop(): Promise<void>;
};

/** Stands between the application and the sandbox bank, so that a test can interfere at an exact moment. */
export async function startPlaidProxy(bankUrl: string): Promise<PlaidProxy> {
  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    const body = await readBody(request);
    proxy.paths.push(path);
    const instead = await proxy.intervene(path, JSON.parse(body || "{}"));
    if (instead && "answer" in instead) {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ ...instead.answer, request_id: "test" }));
      return;
    }
    if (instead) {
      const { status, code, type } = instead;
      response.writeHead(status, { "content-type": "application/json" });
      response.end(
        JSON.stringify({ error_code: code, error_type: type, error_message: "", request_id: "test" }),
      );
      return;
    }
    const answer = await callBank(bankUrl, path, body);
    response.writeHead(answer.status, { "content-type": "application/json" });
    const text = await answer.text();
    response.end(answer.ok ? JSON.stringify(proxy.rewrite(path, JSON.parse(text))) : text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const proxy: PlaidProxy = {
    url: `http://127.0.0.1:${port}`,
    paths: [],
    intervene: () => undefined,
    rewrite: (_path, answer) => answer,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return proxy;
}

/** For `rewrite`, where a test is days ahead of the bank's clock: when Plaid was last there is not said. */
export const withoutVisit: PlaidProxy["rewrite"] = (path, answer) =>
  path === "/item/get" ? { ...answer, status: null } : answer;

const callBank = (bankUrl: string, path: string, body: string) =>
  fetch(`${bankUrl}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "plaid-client-id": "sandbox", "plaid-secret": "sandbox" },
    body,
  });

/** Asks the bank itself, past the application and its SDK. */
export async function askBank<Answer>(
  bankUrl: string,
  path: string,
  body: Record<string, unknown>,
): Promise<Answer> {
  const answer = await callBank(bankUrl, path, JSON.stringify(body));
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
