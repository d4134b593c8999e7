/** What came of one attempt: the status that was answered, or why there was none. */
export type Attempt = {
  at: string;
  status: number | null;
  error: string | null;
  /** The Plaid-Verification header: each attempt is signed anew. */
  signature: string;
};

const TIMEOUT_MILLISECONDS = 10_000;

/** Posts once. Plaid takes anything but 200 within ten seconds as a failure. */
export async function postWebhook(
  url: string,
  { body, signature, at, signal }: { body: string; signature: string; at: Date; signal: AbortSignal },
): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "plaid-verification": signature },
      body,
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MILLISECONDS)]),
    });
    await response.arrayBuffer(); // The connection is free for the next one only when the answer was read.
    return { at: at.toISOString(), status: response.status, error: null, signature };
  } catch (error) {
    // Nobody listens, or the answer took too long: the receiver's affair, noted and tried again.
    const reason = error instanceof Error ? error.message : "failed";
    return { at: at.toISOString(), status: null, error: reason, signature };
  }
}
