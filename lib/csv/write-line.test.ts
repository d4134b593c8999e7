import fc from "fast-check";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { csvLine } from "./write-line";

it.each(["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "  =1", "＝1"])("takes the sting out of %j", (text) => {
  expect(Papa.parse<string[]>(csvLine([text])).data[0]).toEqual([`'${text}`]);
});

it("leaves numbers and plain words as they are", () => {
  expect(csvLine(["Shop, Inc.", 'the "best"', "-12.50", ""])).toBe('"Shop, Inc.","the ""best""",-12.50,\r\n');
});

it("can be read back cell by cell, whatever is in it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 6 }), (cells) => {
      const [read = []] = Papa.parse<string[]>(csvLine(cells), { newline: "\r\n" }).data;
      expect(read.map((cell, index) => (cell === cells[index] ? cell : cell.slice(1)))).toEqual(cells);
    }),
  );
});
