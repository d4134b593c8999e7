import { ToolResult } from "../contract/tool-result";

/**
 * The results of one answer, each under a short name ("r1", "r2", ...) by which later calls speak of it: a calculation
 * or a chart takes its numbers from here and never from what a model typed.
 */
export class RunResults {
  readonly #byRef = new Map<string, ToolResult>();

  /**
   * @param shown outputs of tools that an earlier attempt at this answer has shown, with the names they had
   * @param question what the person asked: numbers that they typed may be used, too
   */
  constructor(
    shown: readonly unknown[] = [],
    readonly question = "",
  ) {
    for (const output of shown) {
      const result = ToolResult.safeParse(output);
      if (result.success && result.data.ref !== undefined) this.#byRef.set(result.data.ref, result.data);
    }
  }

  /** @returns the result with its name */
  keep(result: ToolResult): ToolResult {
    const ref = `r${this.#byRef.size + 1}`;
    const named = { ...result, ref };
    this.#byRef.set(ref, named);
    return named;
  }

  find = (ref: string): ToolResult | undefined => this.#byRef.get(ref);

  all = (): ToolResult[] => [...this.#byRef.values()];
}
