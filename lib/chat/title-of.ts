const MAX_CHARACTERS = 60;

/** The title of a conversation: its first question on one line, cut at a word. */
export function titleOf(question: string): string {
  const line = question.replace(/\s+/g, " ").trim();
  if (line.length <= MAX_CHARACTERS) return line;
  const room = line.slice(0, MAX_CHARACTERS);
  const lastSpace = room.lastIndexOf(" ");
  const cut = lastSpace > MAX_CHARACTERS / 2 ? room.slice(0, lastSpace) : withoutHalfCharacter(room);
  return `${cut.replace(/[\s,;:.–-]+$/u, "")}…`;
}

const withoutHalfCharacter = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, "");
