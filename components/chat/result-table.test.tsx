import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DataTable } from "./result-table";
import type { Cell } from "./results/view";

const rendered = (...cells: Cell[]): string =>
  renderToStaticMarkup(
    <DataTable
      table={{
        title: "Bills",
        columns: cells.map((_, index) => `Column ${index}`),
        rows: [{ key: "0", cells }],
      }}
      isCaptioned={false}
    />,
  );

test("a date stays in one line however narrow its column is, also among other words", () => {
  const date = '<span class="whitespace-nowrap">Nov 30, 2026</span>';
  expect(rendered("Nov 30, 2026, late")).toContain(`>${date}, late</td>`);
  expect(rendered("Nov 30, 2026 – Nov 30, 2026")).toContain(`>${date} – ${date}</td>`);
  expect(rendered("Planet Fitness 2026")).not.toContain("nowrap");
});
