import { v7 as newId } from "uuid";
import { z } from "zod";

const Csrf = z.object({ csrfToken: z.string() });
const Chunk = z.object({ type: z.string(), delta: z.string().optional() });

/** What a browser does to sign in and ask, with the few cookies that this takes. */
export class SessionOverHttp {
  readonly #address: string;
  readonly #limitMs: number;
  readonly #cookies = new Map<string, string>();

  private constructor(address: string, limitMs: number) {
    this.#address = address;
    this.#limitMs = limitMs;
  }

  /** @throws {Error} when the web does not let this person in */
  static async signIn(
    address: string,
    person: { email: string; password: string },
    limitMs: number,
  ): Promise<SessionOverHttp> {
    const session = new SessionOverHttp(address, limitMs);
    const { csrfToken } = Csrf.parse(await (await session.#send("/api/auth/csrf")).json());
    const known = session.#cookies.size;
    const response = await session.#send("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, ...person }).toString(),
    });
    if (response.status >= 400 || session.#cookies.size === known || !session.#hasSession())
      throw new Error(
        `Signing in was refused: ${response.status} ${response.headers.get("location") ?? ""}`.trim(),
      );
    return session;
  }

  /** @returns the text of the answer. @throws {Error} when the answer does not come to its end, or says nothing */
  async ask(question: string): Promise<string> {
    const response = await this.#send("/api/chat", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        trigger: "submit-message",
        id: newId(),
        message: { id: newId(), role: "user", parts: [{ type: "text", text: question }] },
      }),
    });
    const body = await response.text();
    if (!response.ok) throw new Error(`The question was refused: ${response.status} ${body.slice(0, 300)}`);
    const chunks = [...body.matchAll(/^data: (\{.*)$/gm)].map(([, json = ""]) =>
      Chunk.parse(JSON.parse(json)),
    );
    const last = chunks.at(-1)?.type ?? "nothing";
    const text = chunks.map(({ type, delta }) => (type === "text-delta" ? delta : "")).join("");
    if (last !== "finish") throw new Error(`The answer ended with "${last}" instead of "finish".`);
    if (text.trim() === "") throw new Error("The answer is empty.");
    return text;
  }

  #hasSession(): boolean {
    return [...this.#cookies.keys()].some((name) => name.endsWith(".session"));
  }

  async #send(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(`${this.#address}${path}`, {
      ...init,
      headers: { ...init.headers, ...(cookie && { cookie }) },
      redirect: "manual",
      signal: AbortSignal.timeout(this.#limitMs),
    });
    for (const header of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}
