import type { ToolFailure } from "../../contract/results/tool-failure";

/** A request that a tool cannot carry out as asked. It goes back to the model as data, so that it can ask better. */
export class ToolProblem extends Error {
  override readonly name = "ToolProblem";
  readonly failure: ToolFailure;

  constructor(code: string, message: string, more: { hint?: string; suggestions?: string[] } = {}) {
    super(message);
    this.failure = { error: { code, message, ...more } };
  }
}
