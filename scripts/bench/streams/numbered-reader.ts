import type { IncomingMessage } from "node:http";
import { v7 as newId } from "uuid";
import { messageOf } from "./contestants";
import type { SignedIn } from "./people";
import { open } from "./read-answer";
import { microseconds, type Wish } from "./spoken-words";

/** A reader that remembers what it has seen and goes on from there, as the browser does. */
export class NumberedReader {
  readonly conversationId = newId();
  readonly #url: string;
  readonly #person: SignedIn;
  #runId = "";
  /** By number: the JSON of each event, once. */
  readonly events: string[] = [];
  gaps = 0;
  doubled = 0;
  isOver = false;
  #response: IncomingMessage | undefined;

  constructor(url: string, person: SignedIn) {
    this.#url = url;
    this.#person = person;
  }

  /** Asks, and reads until the end or until `cut`. */
  async ask(wish: Wish): Promise<void> {
    const body = { trigger: "submit-message", id: this.conversationId, message: messageOf(wish) };
    const headers = { cookie: this.#person.cookie };
    this.#response = await open(`${this.#url}/api/chat`, { method: "POST", headers }, JSON.stringify(body));
    this.#runId = String(this.#response.headers["x-run-id"]);
    await this.#read();
  }

  /** Reads on from an event. @returns ms from the request to the first byte of the first event, if one came */
  async resume(after = this.events.length): Promise<number | undefined> {
    const startedAt = microseconds();
    const url = `${this.#url}/api/chat/${this.conversationId}/stream?run=${this.#runId}`;
    const headers = { cookie: this.#person.cookie, "last-event-id": String(after) };
    this.#response = await open(url, { method: "GET", headers });
    if (this.#response.statusCode !== 200) {
      this.#response.resume();
      this.isOver = true;
      return undefined;
    }
    const firstAt = await this.#read();
    return firstAt === undefined ? undefined : (firstAt - startedAt) / 1_000;
  }

  /** As a tunnel does: without a word. */
  cut(): void {
    this.#response?.destroy();
  }

  async #read(): Promise<number | undefined> {
    const response = this.#response;
    if (response === undefined) return undefined;
    let firstAt: number | undefined;
    let rest = "";
    response.setEncoding("utf8");
    try {
      for await (const text of response as AsyncIterable<string>) {
        const frames = (rest + text).split("\n\n");
        rest = frames.pop() ?? "";
        for (const frame of frames) {
          if (frame.startsWith("id: ")) firstAt ??= microseconds();
          this.#take(frame);
        }
      }
    } catch {
      // Cut by us, or broken: what was whole until then counts.
    }
    return firstAt;
  }

  #take(frame: string): void {
    if (frame === "data: [DONE]") this.isOver = true;
    const [, seq, json] = /^id: (\d+)\ndata: (.*)$/.exec(frame) ?? [];
    if (seq === undefined || json === undefined) return;
    const expected = this.events.length + 1;
    if (Number(seq) < expected) this.doubled += 1;
    else if (Number(seq) > expected) this.gaps += 1;
    else this.events.push(json);
  }
}
