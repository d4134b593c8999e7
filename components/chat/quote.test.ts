import fc from "fast-check";
import { expect, it } from "vitest";
import { splitQuote, withQuote } from "./quote";

it("comes apart again as it was put together", () => {
  const line = fc.stringMatching(/^[a-z0-9$][a-z0-9$., ]{0,30}$/).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), line, (quoted, typed) => {
      expect(splitQuote(withQuote(quoted.join("\n"), typed))).toEqual({
        quoted: quoted.join("\n"),
        rest: typed,
      });
    }),
  );
});

it("leaves a question alone that quotes nothing", () => {
  expect(splitQuote("Did I spend > $50?")).toEqual({ quoted: null, rest: "Did I spend > $50?" });
});
