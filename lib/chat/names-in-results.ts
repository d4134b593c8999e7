import type { ChatMessage } from "../contract/chat";

/** Where results of tools name accounts and banks, also such as are no longer linked (lib/contract/results). */
const NAMING_KEYS = new Set(["account", "accounts", "accountMask", "institution", "institutions", "mask"]);

/** What the results in these messages call accounts and banks. */
export function namesInResults(messages: readonly ChatMessage[]): string[] {
  const outputs = messages.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.type === "dynamic-tool" ? [part.output] : [])),
  );
  return [...new Set(outputs.flatMap((output) => namesIn(output, false)))];
}

function namesIn(value: unknown, isName: boolean): string[] {
  if (typeof value === "string") return isName ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => namesIn(item, isName));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    // An account that is told of as a whole has its name under `name`.
    namesIn(item, NAMING_KEYS.has(key) || (isName && key === "name")),
  );
}
