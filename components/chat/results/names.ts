import type { NamesResult } from "../../../lib/contract/results/names-result";
import { type ResultView, toRows } from "./view";
import { fromCode } from "./words";

export const viewNames = ({ phrase, candidates, isAmbiguous }: NamesResult): ResultView => ({
  line: `Looked up “${phrase}”`,
  tables: [
    {
      title: "What it can mean",
      columns: ["Name", "Kind"],
      rows: toRows(candidates, ({ name, type }) => [name, fromCode(type)]),
    },
  ],
  notes: isAmbiguous ? ["More than one fits as well as the best."] : [],
});
