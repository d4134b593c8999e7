import { expect, test } from "vitest";
import type { ActionResult } from "../../lib/contract/error-body";
import type { ProposalState, ProposalStatus } from "../../lib/contract/proposals";
import { type ProposalActions, ProposalStates, type ProposalVerb } from "./proposal-states";

const AFTER: Record<ProposalVerb, ProposalState> = { apply: "applied", undo: "undone", dismiss: "dismissed" };

/** A server that knows these proposals; `refuse` makes it say no, `lose` makes its answers get lost. */
function server(states: Record<string, ProposalState>, options: { refuse?: string; lose?: boolean } = {}) {
  const calls: string[] = [];
  const status = (id: string): ProposalStatus => ({
    id,
    kind: "budget",
    state: states[id] ?? "proposed",
    title: "",
    expiresAt: "2026-12-01T00:00:00.000Z",
    appliedAt: null,
  });
  const act =
    (verb: ProposalVerb) =>
    async ({ proposalId }: { proposalId: string }) => {
      calls.push(`${verb} ${proposalId}`);
      if (options.refuse !== undefined) return refused(options.refuse);
      states[proposalId] = AFTER[verb];
      if (options.lose) throw new TypeError("network");
      return { ok: true, data: status(proposalId) } as const;
    };
  const actions: ProposalActions = {
    list: async ({ ids }) => {
      calls.push(`list ${ids.join(",")}`);
      return { ok: true, data: ids.filter((id) => id in states).map(status) };
    },
    apply: act("apply"),
    undo: act("undo"),
    dismiss: act("dismiss"),
  };
  return { actions, calls };
}

const refused = (message: string): ActionResult<never> => ({
  ok: false,
  error: { code: "conflict", message, requestId: "r" },
});

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("how proposals stand is asked once for all that appear together; those that are not there are gone", async () => {
  const { actions, calls } = server({ a: "applied", b: "expired" });
  const states = new ProposalStates(actions);
  for (const id of ["a", "b", "c", "a"]) states.want(id);
  expect(states.get("a").state).toBe("loading");
  await settled();
  expect(["a", "b", "c"].map((id) => states.get(id).state)).toEqual(["applied", "expired", "gone"]);
  states.want("a");
  await settled();
  expect(calls).toEqual(["list a,b,c"]);
});

test("it counts as done when the server says so, and a second click meanwhile does nothing", async () => {
  const { actions, calls } = server({ a: "proposed" });
  const states = new ProposalStates(actions);
  states.want("a");
  await settled();
  const clicks = [states.act("a", "apply"), states.act("a", "apply"), states.act("a", "dismiss")];
  expect(states.get("a")).toEqual({ state: "proposed", doing: "apply", refusal: null });
  await Promise.all(clicks);
  expect(states.get("a")).toEqual({ state: "applied", doing: null, refusal: null });
  await states.act("a", "undo");
  expect(states.get("a").state).toBe("undone");
  expect(calls).toEqual(["list a", "apply a", "undo a"]);
});

test("a refusal says why, with how the proposal stands now", async () => {
  const { actions } = server({ a: "expired" }, { refuse: "This proposal is too old." });
  const states = new ProposalStates(actions);
  await states.act("a", "apply");
  expect(states.get("a")).toEqual({ state: "expired", doing: null, refusal: "This proposal is too old." });
});

test("when the answer to a click is lost, what the server did is shown", async () => {
  const { actions } = server({ a: "proposed" }, { lose: true });
  const states = new ProposalStates(actions);
  states.want("a");
  await settled();
  await states.act("a", "apply");
  expect(states.get("a")).toEqual({ state: "applied", doing: null, refusal: null });
});

test("a server that cannot be asked is asked again when wanted again", async () => {
  const { actions } = server({ a: "applied" });
  let isDown = true;
  const list: ProposalActions["list"] = (input) =>
    isDown ? Promise.reject(new TypeError("network")) : actions.list(input);
  const states = new ProposalStates({ ...actions, list });
  states.want("a");
  await settled();
  expect(states.get("a").state).toBe("unread");
  isDown = false;
  states.want("a");
  await settled();
  expect(states.get("a").state).toBe("applied");
});

test("what another tab decided is asked for when it is told, and not what nobody shows here", async () => {
  const known: Record<string, ProposalState> = { a: "proposed", b: "proposed", c: "undone" };
  const { actions, calls } = server(known);
  const states = new ProposalStates(actions);
  for (const id of ["a", "b", "c"]) states.want(id);
  await settled();
  known.a = "applied";
  for (const id of ["a", "c", "elsewhere"]) states.hear({ type: "proposal", id });
  await settled();
  expect(states.get("a").state).toBe("applied");
  known.b = "dismissed";
  states.hear({ type: "snapshot", personId: "p", conversations: [] });
  await settled();
  expect(states.get("b").state).toBe("dismissed");
  expect(calls).toEqual(["list a,b,c", "list a", "list a,b"]);
});

test("news neither undoes a click that was quicker, nor takes away why another was refused", async () => {
  const known: Record<string, ProposalState> = { a: "proposed" };
  const { actions } = server(known);
  let answer: (result: ActionResult<ProposalStatus[]>) => void = () => undefined;
  const late: ProposalActions["list"] = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  let list = actions.list;
  const states = new ProposalStates({ ...actions, list: (input) => list(input) });
  states.want("a");
  await settled();
  const before = await actions.list({ ids: ["a"] });
  list = late;
  states.hear({ type: "proposal", id: "a" });
  await settled();
  await states.act("a", "apply");
  answer(before);
  await settled();
  expect(states.get("a").state).toBe("applied");

  const refusing = server({ b: "proposed" }, { refuse: "This proposal is too old." });
  const others = new ProposalStates(refusing.actions);
  others.want("b");
  await settled();
  await others.act("b", "apply");
  others.hear({ type: "proposal", id: "b" });
  await settled();
  expect(others.get("b").refusal).toBe("This proposal is too old.");
});
