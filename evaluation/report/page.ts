import type { Outcome } from "../run";
import type { ToolFigures } from "../tools/run-tool-cases";
import { type Figures, percentOf, type Summary } from "./summary";

export type Report = {
  model: string;
  repeat: number;
  tools: ToolFigures;
  summary: Summary;
  dollars: number;
  outcomes: readonly Outcome[];
};

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;color:#1c2430;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{padding:.3rem .6rem;border-bottom:1px solid #dde3ea;text-align:right}th:first-child,td:first-child{text-align:left}
.tiles{display:flex;gap:1rem;flex-wrap:wrap}.tile{border:1px solid #dde3ea;border-radius:8px;padding:.8rem 1.2rem}
.tile b{display:block;font-size:1.6rem}pre{white-space:pre-wrap;background:#f5f7fa;padding:.6rem;border-radius:6px}
text{font:12px system-ui,sans-serif;fill:#1c2430}.tuned{fill:#2563a8}.aside{fill:#d98324}
@media(prefers-color-scheme:dark){body{background:#12161c;color:#e6ebf2}text{fill:#e6ebf2}pre{background:#1c2430}th,td,.tile{border-color:#333d4a}}`;

/** One file that needs nothing from anywhere. Of the questions kept aside it shows figures only. */
export function pageOf(report: Report): string {
  const { summary, tools, model, repeat } = report;
  const { tuned, aside, all } = summary;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Evaluation: ${escaped(model)}</title><style>${STYLE}</style>
<h1>Evaluation: ${escaped(model)}</h1>
<p>A frozen household, expected values from an oracle that shares no code with the application. ${repeat > 1 ? `Everything was asked ${repeat} times; the worst counts.` : ""}</p>
<div class="tiles">
${tile(percentOf(tuned), `exact of ${tuned.asked} tuned questions`)}
${tile(percentOf(aside), `exact of ${aside.asked} kept aside`)}
${tile(`${tools.right}/${tools.asked}`, "tool results exact")}
${tile(String(all.ungrounded), "answers with an ungrounded amount")}
${tile(milliseconds(all.firstTokenP50), "first token, p50")}
${tile(milliseconds(all.latencyP95), "whole answer, p95")}
${all.inputTokens > 0 ? tile(`$${report.dollars.toFixed(4)}`, `${all.inputTokens + all.outputTokens} tokens`) : ""}
</div>
<h2>Exact answers by kind</h2>${chartOf(summary)}
<h2>Figures</h2>${tableOf(summary)}
<h2>What went wrong</h2>${failuresOf(report.outcomes)}
</html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const tile = (figure: string, label: string): string =>
  `<div class="tile"><b>${escaped(figure)}</b>${escaped(label)}</div>`;

const milliseconds = (value: number | null): string => (value === null ? "-" : `${value.toFixed(0)} ms`);

const BAR = 320;

/** Two bars per kind: tuned above, kept aside below. */
function chartOf({ kinds }: Summary): string {
  const rows = kinds.map(({ kind, tuned, aside }, index) => {
    const top = index * 34;
    return `<text x="0" y="${top + 17}">${escaped(kind)}</text>${barOf("tuned", tuned, top)}${barOf("aside", aside, top + 14)}`;
  });
  const height = kinds.length * 34 + 24;
  const legend = `<rect class="tuned" x="130" y="${height - 14}" width="10" height="10"/><text x="145" y="${height - 5}">tuned</text><rect class="aside" x="210" y="${height - 14}" width="10" height="10"/><text x="225" y="${height - 5}">kept aside</text>`;
  return `<svg viewBox="0 0 560 ${height}" role="img" aria-label="Share of exact answers by kind of question; the table below has the numbers">${rows.join("")}${legend}</svg>`;
}

function barOf(name: "tuned" | "aside", figures: Figures, top: number): string {
  if (figures.asked === 0) return "";
  const width = (BAR * figures.exact) / figures.asked;
  return `<rect class="${name}" x="130" y="${top + 2}" width="${width.toFixed(1)}" height="12"/><text x="${(135 + width).toFixed(1)}" y="${top + 12}">${percentOf(figures)}</text>`;
}

function tableOf({ kinds, tuned, aside }: Summary): string {
  const rows = [...kinds, { kind: "all", tuned, aside }].map(
    (row) =>
      `<tr><td>${escaped(row.kind)}</td><td>${row.tuned.exact}/${row.tuned.asked}</td><td>${percentOf(row.tuned)}</td><td>${row.aside.exact}/${row.aside.asked}</td><td>${percentOf(row.aside)}</td><td>${row.tuned.ungrounded + row.aside.ungrounded}</td><td>${row.tuned.toolCalls + row.aside.toolCalls}</td><td>${milliseconds(row.tuned.latencyP50)}</td></tr>`,
  );
  return `<table><tr><th>Kind</th><th colspan="2">Tuned</th><th colspan="2">Kept aside</th><th>Ungrounded</th><th>Tool calls</th><th>p50</th></tr>${rows.join("")}</table>`;
}

const failuresOf = (outcomes: readonly Outcome[]): string =>
  outcomes
    .filter(({ aside, isExact, ungrounded }) => !aside && (!isExact || ungrounded.length > 0))
    .map(
      ({ id, ask, problems, ungrounded, text }) =>
        `<details><summary>${escaped(`${id}: ${ask}`)}</summary><p>${escaped([...problems, ...ungrounded].join("; "))}</p><pre>${escaped(text)}</pre></details>`,
    )
    .join("\n");
