import type { ActionResult } from "../../lib/contract/error-body";
import type { PersonEvent } from "../../lib/contract/events";
import type { ProposalStatus } from "../../lib/contract/proposals";

type OnOne = (input: { proposalId: string }) => Promise<ActionResult<ProposalStatus>>;

export type ProposalVerb = "apply" | "undo" | "dismiss";

/** The server actions that read and change proposals. */
export type ProposalActions = Record<ProposalVerb, OnOne> & {
  list: (input: { ids: string[] }) => Promise<ActionResult<ProposalStatus[]>>;
};

export type ProposalView = {
  /** How it stands by the server's word; "unread" when the server could not be asked, "gone" when it knows of none. */
  state: ProposalStatus["state"] | "loading" | "unread" | "gone";
  /** What the server is being asked to do. It counts as done when the server says so. */
  doing: ProposalVerb | null;
  /** Why it would not, in words for the person. */
  refusal: string | null;
};

const LOADING: ProposalView = { state: "loading", doing: null, refusal: null };
const OFFLINE = "The server could not be reached. Try again.";
const MOST_AT_ONCE = 200;
/** How it stands now need not be how it stands later. */
const CAN_CHANGE = new Set<ProposalView["state"]>(["proposed", "applied", "unread"]);

/** How the proposals of this tab stand. It is asked once for all that appear together. */
export class ProposalStates {
  readonly #actions: ProposalActions;
  readonly #views = new Map<string, ProposalView>();
  readonly #listeners = new Set<() => void>();
  readonly #wanted = new Set<string>();

  constructor(actions: ProposalActions) {
    this.#actions = actions;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly get = (id: string): ProposalView => this.#views.get(id) ?? LOADING;

  /** Asks how it stands, unless that is known. */
  want(id: string): void {
    if (this.#views.has(id) && this.get(id).state !== "unread") return;
    this.#set(id, LOADING);
    this.#askFor(id);
  }

  /** Another tab or device may have decided; after a snapshot nobody knows what was missed. */
  hear(event: PersonEvent): void {
    if (event.type !== "proposal" && event.type !== "snapshot") return;
    for (const [id, { state, doing }] of this.#views) {
      const isMeant = event.type === "snapshot" || event.id === id;
      if (isMeant && doing === null && CAN_CHANGE.has(state)) this.#askFor(id);
    }
  }

  /** Has the server do it. A second click while it is busy does nothing. */
  async act(id: string, verb: ProposalVerb): Promise<void> {
    const before = this.get(id);
    if (before.doing !== null) return;
    this.#set(id, { ...before, doing: verb, refusal: null });
    const result = await this.#actions[verb]({ proposalId: id }).catch(() => null);
    if (result?.ok) return this.#set(id, known(result.data));
    const refusal = result?.error.message ?? OFFLINE;
    // What it was refused for may have changed how it stands, and an answer that was lost may have been a yes.
    const now = await this.#actions.list({ ids: [id] }).catch(() => null);
    const status = now?.ok ? now.data.find((one) => one.id === id) : undefined;
    const isDone = status !== undefined && result === null && status.state !== before.state;
    this.#set(id, {
      ...(status ? known(status) : { ...before, doing: null }),
      refusal: isDone ? null : refusal,
    });
  }

  #askFor(id: string): void {
    this.#wanted.add(id);
    if (this.#wanted.size === 1) queueMicrotask(() => void this.#load());
  }

  async #load(): Promise<void> {
    const ids = [...this.#wanted].slice(0, MOST_AT_ONCE);
    for (const id of ids) this.#wanted.delete(id);
    if (this.#wanted.size > 0) queueMicrotask(() => void this.#load());
    const asked = ids.map((id) => ({ id, before: this.get(id) }));
    const result = await this.#actions.list({ ids }).catch(() => null);
    for (const { id, before } of asked) {
      // A click was quicker, and knows more.
      if (this.get(id) !== before) continue;
      const view = viewAfter(id, before, result);
      if (view.state !== before.state) this.#set(id, view);
    }
  }

  #set(id: string, view: ProposalView): void {
    this.#views.set(id, view);
    for (const listener of this.#listeners) listener();
  }
}

/** What the server says of it; without its answer what was known before, if anything was. */
function viewAfter(
  id: string,
  before: ProposalView,
  result: ActionResult<ProposalStatus[]> | null,
): ProposalView {
  if (!result?.ok) return before.state === "loading" ? { ...LOADING, state: "unread" } : before;
  const status = result.data.find((one) => one.id === id);
  return status ? known(status) : { ...LOADING, state: "gone" };
}

const known = ({ state }: ProposalStatus): ProposalView => ({ state, doing: null, refusal: null });
