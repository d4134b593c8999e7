"use client";

import { ChartNoAxesColumnIcon, TableIcon } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { DataTable } from "../chat/result-table";
import type { Table } from "../chat/results/view";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";

type ChartFigureProps = {
  title: string;
  /** What stands below the title, such as the period. */
  subtitle?: string | undefined;
  /** The twin of the drawing: what it shows, in words and numbers. */
  table: Table;
  /** What is shown in place of the drawing when the table is asked for. */
  details: ReactNode;
  /** Beside the button that changes between the two. */
  action?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A drawing with its name. Screen readers get its table; everybody else can have it too. */
export function ChartFigure({
  title,
  subtitle,
  table,
  details,
  action,
  className,
  children,
}: ChartFigureProps) {
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <figure aria-labelledby={id} className={cn("rounded-2xl border bg-card p-4", className)}>
      <figcaption className="mb-3 flex items-start justify-between gap-3">
        <span id={id} className="font-medium text-sm">
          {title}
          {subtitle && <span className="block font-normal text-muted-foreground text-xs">{subtitle}</span>}
        </span>
        <span className="-mt-1 -mr-2 flex flex-wrap justify-end">
          {action}
          <Button variant="ghost" size="sm" onClick={() => setTable(!isTable)}>
            {isTable ? <ChartNoAxesColumnIcon aria-hidden /> : <TableIcon aria-hidden />}
            <span className={action ? "max-sm:sr-only" : undefined}>
              {isTable ? "Show as chart" : "Show as table"}
            </span>
          </Button>
        </span>
      </figcaption>
      {isTable ? (
        details
      ) : (
        <>
          {children}
          {table.note && <p className="mt-2 text-muted-foreground text-xs">{table.note}</p>}
          <div className="sr-only">
            <DataTable table={table} isCaptioned={false} />
          </div>
        </>
      )}
    </figure>
  );
}
