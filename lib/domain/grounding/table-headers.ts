type Line = { text: string; start: number };

const isRule = (line: string): boolean => /^[ \t]*\|?[ \t]*:?-{2,}/.test(line) && /^[-|: \t]+$/.test(line);

const cellAt = (line: string, place: number): number =>
  line
    .slice(0, place)
    .replace(/^[ \t]*\|/, "")
    .split("|").length - 1;

/** @returns for a place in plain text: what stands above its column, null outside of tables */
export function tableHeaders(text: string): (place: number) => string | null {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    lines.push({ text: line, start });
    start += line.length + 1;
  }
  return (place) => {
    const row = lines.findLastIndex((line) => line.start <= place);
    let rule = row;
    while (rule > 0 && lines[rule]?.text.includes("|") && !isRule(lines[rule]?.text ?? "")) rule -= 1;
    const header = lines[rule - 1]?.text;
    const line = lines[row];
    if (line === undefined || header === undefined || rule === row || !isRule(lines[rule]?.text ?? ""))
      return null;
    const cells = header.replace(/^[ \t]*\|/, "").split("|");
    return cells[cellAt(line.text, place - line.start)]?.trim() ?? null;
  };
}
