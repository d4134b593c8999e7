/** A text that is asked about, put before the question, as Markdown marks what is quoted. */
export function withQuote(quoted: string, typed: string): string {
  const lines = quoted
    .trim()
    .split(/\n+/)
    .map((line) => `> ${line.trim()}`);
  return `${lines.join("\n")}\n\n${typed}`;
}

/** What a question quotes at its beginning, and the rest. */
export function splitQuote(text: string): { quoted: string | null; rest: string } {
  const lines = text.split("\n");
  const end = lines.findIndex((line) => !/^> ?/.test(line));
  const count = end < 0 ? lines.length : end;
  if (count === 0) return { quoted: null, rest: text };
  const quoted = lines.slice(0, count).map((line) => line.replace(/^> ?/, ""));
  return { quoted: quoted.join("\n"), rest: lines.slice(count).join("\n").trim() };
}
