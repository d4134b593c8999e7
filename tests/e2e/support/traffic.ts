import type { Page, Request, Response } from "@playwright/test";

export type Traffic = {
  /** Everything that went over the wire so far, one text. */
  text(): Promise<string>;
  count(): number;
};

/** Writes down what a page sends and gets: addresses, headers, bodies. */
export function recordTraffic(page: Page): Traffic {
  const parts: Promise<string>[] = [];
  page.on("request", (request) => parts.push(wordsOfRequest(request)));
  page.on("response", (response) => parts.push(wordsOfResponse(response)));
  return { text: async () => (await Promise.all(parts)).join("\n"), count: () => parts.length };
}

async function wordsOfRequest(request: Request): Promise<string> {
  const headers = await request.allHeaders().catch(() => request.headers());
  return [request.url(), JSON.stringify(headers), request.postData() ?? ""].join("\n");
}

async function wordsOfResponse(response: Response): Promise<string> {
  const headers = await response.allHeaders().catch(() => response.headers());
  // A redirect has no body, and a browser keeps none of a stream: that one is read again where it matters.
  const isStream = headers["content-type"]?.startsWith("text/event-stream");
  const body = isStream ? "" : await response.text().catch(() => "");
  return [response.url(), JSON.stringify(headers), body].join("\n");
}
