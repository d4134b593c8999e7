import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export type SignedWebhook = { body: string; token: string };

export type Sender = {
  /** Answers /webhook_verification_key/get as Plaid does, and nothing else. */
  url: string;
  make(count: number): Promise<SignedWebhook[]>;
  stop(): Promise<void>;
};

/** Webhooks of banks that nobody linked, signed now: each is stored and handled, none leads to a reading. */
export async function startSender(): Promise<Sender> {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const kid = randomUUID();
  const jwk = await exportJWK(publicKey);
  const key = { ...jwk, alg: "ES256", kid, use: "sig", created_at: 1_700_000_000, expired_at: null };
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ key, request_id: "bench" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  async function sign(): Promise<SignedWebhook> {
    const news = {
      webhook_type: "TRANSACTIONS",
      webhook_code: "SYNC_UPDATES_AVAILABLE",
      item_id: randomUUID(),
      initial_update_complete: true,
      historical_update_complete: true,
      environment: "sandbox",
    };
    const body = JSON.stringify(news, null, 2);
    const token = await new SignJWT({ request_body_sha256: createHash("sha256").update(body).digest("hex") })
      .setProtectedHeader({ alg: "ES256", kid, typ: "JWT" })
      .setIssuedAt()
      .sign(privateKey);
    return { body, token };
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    make: (count) => Promise.all(Array.from({ length: count }, sign)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
