export const SHORTCUTS = [
  { keys: ["Mod", "K"], does: "Go anywhere, do anything" },
  { keys: ["Mod", "Shift", "O"], does: "Start a new chat" },
  { keys: ["/"], does: "Go to the question field" },
  { keys: ["Enter"], does: "Ask; while an answer is written, ask next" },
  { keys: ["Shift", "Enter"], does: "New line" },
  { keys: ["Escape"], does: "Stop the answer, or close what is open" },
  { keys: ["?"], does: "Show these shortcuts" },
] as const;

export type ShortcutCommand = "palette" | "new-chat" | "focus-composer" | "help";

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The command that a key gives anywhere on the page. While something is typed only those with Ctrl or Cmd count. */
export function shortcutOf(key: Key, isTyping: boolean): ShortcutCommand | null {
  const name = key.key.toLowerCase();
  if (key.altKey) return null;
  if (key.ctrlKey || key.metaKey) {
    if (name === "k" && !key.shiftKey) return "palette";
    return name === "o" && key.shiftKey ? "new-chat" : null;
  }
  if (isTyping) return null;
  if (name === "?") return "help";
  return name === "/" ? "focus-composer" : null;
}
