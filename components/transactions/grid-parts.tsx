import type { ComponentProps } from "react";

/**
 * A real table cannot be drawn in part. The grid keeps the focus and names the row that is meant, so its parts take none.
 */
const partOf = (role: "grid" | "rowgroup" | "row" | "rowheader" | "gridcell") =>
  function GridPart(props: ComponentProps<"div">) {
    return <div role={role} {...props} />;
  };

export const Grid = partOf("grid");
export const GridRows = partOf("rowgroup");
export const GridRow = partOf("row");
export const GridHeader = partOf("rowheader");
export const GridCell = partOf("gridcell");
