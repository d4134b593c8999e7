import { ToolInputParsingException } from "@langchain/core/tools";
import { MiddlewareError, ToolInvocationError } from "langchain";
import type { ToolFailure } from "../../contract/results/tool-failure";
import { visibleText } from "../../domain/visible-text";
import { log } from "../../log";
import { mapStrings } from "../map-strings";
import { ToolProblem } from "./tool-problem";

const MAX_HINT_CHARACTERS = 600;

/**
 * Whatever a tool threw, as data for the model and for the person. A bad input tells what is wrong with it; an error
 * of ours tells nothing of its insides and goes to the log.
 */
export function toToolFailure(error: unknown): ToolFailure {
  const root = rootOf(error);
  if (root instanceof ToolProblem) return mapStrings(root.failure, visibleText);
  if (root instanceof ToolInputParsingException) {
    return {
      error: {
        code: "invalid_input",
        message: "The look-up was asked for in a form that it does not understand.",
        hint: root.message.slice(0, MAX_HINT_CHARACTERS),
      },
    };
  }
  log().error({ err: root }, "a tool failed");
  return {
    error: { code: "unavailable", message: "The look-up failed. Please try again in a moment." },
  };
}

/** LangChain wraps what a tool throws, once per layer. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (MiddlewareError.isInstance(root) || ToolInvocationError.isInstance(root)) {
    root = ToolInvocationError.isInstance(root) ? root.toolError : root.cause;
  }
  return root;
}
