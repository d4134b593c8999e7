import { createEventParser } from "../../components/chat/server-sent-events";
import type { Person } from "./person";

/** Two readers were told different things under one number. */
export type Conflict = { runId: string; seq: number; first: string; other: string };

/** What every connection has brought: of each chunk of each run one text, whoever read it and however often. */
export class Ledger {
  readonly #runs = new Map<string, Map<number, string>>();
  readonly conflicts: Conflict[] = [];

  take(runId: string, seq: number, data: string): void {
    const chunks = this.#runs.get(runId) ?? new Map<number, string>();
    this.#runs.set(runId, chunks);
    const known = chunks.get(seq);
    if (known === undefined) chunks.set(seq, data);
    else if (known !== data) this.conflicts.push({ runId, seq, first: known, other: data });
  }
}

/** A browser's way to the server: `fetch` with the cookie of its person, whose open connections can be cut. */
export class Line {
  readonly #open = new Set<AbortController>();
  readonly #url: string;
  readonly #person: Person;
  readonly #ledger: Ledger;

  constructor(url: string, person: Person, ledger: Ledger) {
    this.#url = url;
    this.#person = person;
    this.#ledger = ledger;
  }

  /** Every connection that is open breaks, in the middle of an event or not. */
  cut(): void {
    for (const connection of this.#open) connection.abort(new TypeError("The line was cut."));
    this.#open.clear();
  }

  readonly fetch: typeof fetch = async (path, init = {}) => {
    const connection = new AbortController();
    this.#open.add(connection);
    const signals = [connection.signal, ...(init.signal ? [init.signal] : [])];
    const headers = new Headers(init.headers);
    headers.set("cookie", this.#person.cookie);
    const response = await fetch(new URL(String(path), this.#url), {
      ...init,
      headers,
      signal: AbortSignal.any(signals),
    });
    const runId = response.headers.get("x-run-id");
    if (runId === null || response.body === null) return response;
    const { status } = response;
    return new Response(response.body.pipeThrough(this.#tap(runId)), { status, headers: response.headers });
  };

  #tap(runId: string): TransformStream<Uint8Array, Uint8Array> {
    const parse = createEventParser();
    const decoder = new TextDecoder();
    return new TransformStream({
      transform: (bytes, controller) => {
        for (const { id, data } of parse(decoder.decode(bytes, { stream: true })))
          if (id !== null) this.#ledger.take(runId, Number(id), data);
        controller.enqueue(bytes);
      },
    });
  }
}
