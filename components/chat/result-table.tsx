"use client";

import { cn } from "../ui/cn";
import type { Cell, Table } from "./results/view";

/** A long table scrolls inside its box. */
export function ResultTable({ table, isCaptioned }: { table: Table; isCaptioned: boolean }) {
  const { title, note } = table;
  return (
    <div className="border-border/70 border-b last:border-b-0">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard */}
      <section aria-label={title} tabIndex={0} className="scrollbar-quiet max-h-96 overflow-auto">
        <DataTable table={table} isCaptioned={isCaptioned} />
      </section>
      {note && (
        <p className="border-border/70 border-t px-3.5 py-1.5 text-muted-foreground text-xs">{note}</p>
      )}
    </div>
  );
}

/** The table itself. One figure a row needs no heading to be seen. */
export function DataTable({ table, isCaptioned }: { table: Table; isCaptioned: boolean }) {
  const { title, columns, rows } = table;
  const figures = rows[0]?.cells.filter(isFigure).length ?? 0;
  return (
    <table className="w-full">
      <caption className={isCaptioned ? "px-3.5 pt-2.5 pb-1 text-left font-medium text-xs" : "sr-only"}>
        {title}
      </caption>
      <thead className={figures > 1 ? "text-muted-foreground text-xs" : "sr-only"}>
        <tr>
          {columns.map((column, index) => (
            <th
              key={column}
              scope="col"
              className={cn(
                "px-2 py-1 font-normal first:pl-3.5 last:pr-3.5",
                isFigure(rows[0]?.cells[index]) ? "text-right" : "text-left",
              )}
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-border/70">
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, index) => (
              <TableCell key={columns[index]} cell={cell} isFirst={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isFigure = (cell: Cell | undefined): boolean => typeof cell === "object";

function TableCell({ cell, isFirst }: { cell: Cell; isFirst: boolean }) {
  const space = "px-2 py-1.5 align-baseline first:pl-3.5 last:pr-3.5";
  if (typeof cell === "string") {
    return (
      <td className={cn(space, isFirst ? "min-w-24" : "text-muted-foreground")}>
        <Words text={cell} />
      </td>
    );
  }
  const { text, isGain } = cell;
  return (
    <td className={cn(space, "amount text-right", isGain && "text-positive")}>
      {text ?? <span className="text-muted-foreground">not stated</span>}
    </td>
  );
}

/** As `formatDate` writes it. */
const DATE = /(\b[A-Z][a-z]{2} \d{1,2}, \d{4}\b)/;

/** Words may go on in the next line of a narrow column, the parts of a date may not. */
const Words = ({ text }: { text: string }) =>
  text.split(DATE).map((part, index) =>
    DATE.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text do not move
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
