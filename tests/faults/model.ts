import { type ScriptedModelServer, startScriptedModelServer } from "../support/scripted-model-server";
import { namedIn, type Plan } from "./plan";

export type PlannedModel = ScriptedModelServer & { learn(plan: Plan): void };

/** A model that answers each question as its plan says, however many are asked at once and however often. */
export async function startPlannedModel(): Promise<PlannedModel> {
  const plans = new Map<number, Plan>();
  const model = await startScriptedModelServer([
    {
      kind: "by-request",
      turn: ({ messages }) => {
        const asked = messages.findLastIndex(
          ({ role, content }) => role === "user" && namedIn(String(content)) !== undefined,
        );
        const plan = plans.get(namedIn(String(messages[asked]?.content)) ?? -1);
        if (plan === undefined) return { kind: "status", status: 400, message: "No plan is named." };
        const hasLookedUp = messages.slice(asked).some(({ role }) => role === "tool");
        if (plan.usesTool && !hasLookedUp)
          return { kind: "tool-calls", calls: [{ name: "get_accounts", args: {} }] };
        return { kind: "text", pieces: plan.pieces, pieceMilliseconds: plan.pieceMilliseconds };
      },
    },
  ]);
  return { ...model, learn: (plan) => void plans.set(plan.number, plan) };
}
