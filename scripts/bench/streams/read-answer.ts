import { Agent, type IncomingMessage, type RequestOptions, request } from "node:http";
import { microseconds, wordsIn } from "./spoken-words";

const LONG_LIVED = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** What one reader of one answer saw. */
export type Reading = {
  /** From the request to the first word, in milliseconds. */
  firstMs: number;
  /** From the request to the end of the stream. */
  wholeMs: number;
  /** From the model to the reader, of every word. */
  delaysMs: number[];
  /** Words that came twice, or never. */
  lost: number;
  doubled: number;
  /** Set when there was no answer, or one that broke off. */
  problem?: string;
};

export type Ask = {
  url: string;
  headers?: Record<string, string>;
  body: unknown;
  words: number;
  onFirst?: (() => void) | undefined;
};

/** Asks and reads to the end. Never rejects: a broken answer is a figure, too. */
export async function readAnswer({ url, headers, body, words, onFirst }: Ask): Promise<Reading> {
  const startedAt = microseconds();
  const reading: Reading = {
    firstMs: Number.NaN,
    wholeMs: 0,
    delaysMs: [],
    lost: 0,
    doubled: 0,
  };
  const seen = new Set<number>();
  try {
    const response = await open(url, { method: "POST", ...(headers && { headers }) }, JSON.stringify(body));
    if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
    for await (const lines of linesOf(response)) {
      const now = microseconds();
      for (const { index, sentAt } of wordsIn(lines)) {
        if (seen.size === 0) {
          reading.firstMs = (now - startedAt) / 1_000;
          onFirst?.();
        }
        if (seen.has(index)) reading.doubled += 1;
        seen.add(index);
        reading.delaysMs.push((now - sentAt) / 1_000);
      }
    }
  } catch (error) {
    reading.problem = error instanceof Error ? error.message : String(error);
  }
  reading.wholeMs = (microseconds() - startedAt) / 1_000;
  reading.lost = words - seen.size;
  return reading;
}

/** The response as soon as its headers are there. */
export function open(url: string, options: RequestOptions, body = ""): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        agent: LONG_LIVED,
        ...options,
        headers: {
          ...options.headers,
          ...(body !== "" && {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
          }),
        },
      },
      resolve,
    );
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

/** Whole lines, as many as have come; never half of one. */
async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
  let rest = "";
  response.setEncoding("utf8");
  for await (const text of response as AsyncIterable<string>) {
    const whole = rest + text;
    const end = whole.lastIndexOf("\n") + 1;
    rest = whole.slice(end);
    if (end > 0) yield whole.slice(0, end);
  }
}
