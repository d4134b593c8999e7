import { type ToolRuntime, tool } from "@langchain/core/tools";
import type { z } from "zod";
import { ToolResult } from "../../contract/tool-result";
import { visibleText } from "../../domain/visible-text";
import type { ToolContext } from "../agent-context";
import { mapStrings } from "../map-strings";
import { withoutRules } from "../rules-guard";

type ToolDefinition<Schema extends z.ZodObject> = {
  name: string;
  description: string;
  schema: Schema;
  /** @throws {ToolProblem} for an input that cannot be carried out: it goes back to the model as data */
  run: (
    context: ToolContext,
    input: z.infer<Schema>,
    /** The same when the call is made again in another process. */
    callId: string | undefined,
  ) => Promise<ToolResult> | ToolResult;
};

/**
 * A tool of the agent. The ledger comes from the run's context, so the model cannot choose whose money it reads. The
 * model gets what it can use; the whole result, with the rows behind a number, rides along as artifact for the client.
 * Both see of names and memos what a person would see of them.
 */
export function purserTool<Schema extends z.ZodObject>({
  name,
  description,
  schema,
  run,
}: ToolDefinition<Schema>) {
  return tool(
    async (input: z.infer<Schema>, runtime: ToolRuntime<unknown, ToolContext>) => {
      const { context, toolCall } = runtime;
      const found = await run(context, mapStrings(input, withoutRules), toolCall?.id);
      const result = context.results.keep(mapStrings(found, visibleText));
      return [contentForModel(result), result];
    },
    { name, description, schema, responseFormat: "content_and_artifact" },
  );
}

/**
 * A result as the model reads it. Rows behind a number would cost tokens and tempt to add them up; whoever wants rows
 * searches for them.
 */
export function contentForModel(output: unknown): string {
  const result = ToolResult.safeParse(output);
  if (!result.success) return JSON.stringify(output);
  const { rows: _, ...rest } = result.data;
  return JSON.stringify(rest);
}
