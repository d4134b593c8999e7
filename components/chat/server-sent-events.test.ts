import fc from "fast-check";
import { expect, test } from "vitest";
import { createEventParser } from "./server-sent-events";

test("reads ids and data, and drops comments and other fields", () => {
  const parse = createEventParser();
  expect(parse(': heartbeat\n\nid: 7\nevent: x\ndata: {"a":1}\n\ndata: [DONE]\n\n')).toEqual([
    { id: "7", data: '{"a":1}' },
    { id: null, data: "[DONE]" },
  ]);
});

test("joins several data lines and accepts CRLF", () => {
  expect(createEventParser()("data: one\r\ndata:two\r\n\r\n")).toEqual([{ id: null, data: "one\ntwo" }]);
});

test("an event that is not finished is not an event", () => {
  expect(createEventParser()("id: 1\ndata: half")).toEqual([]);
});

test("how the text is cut changes nothing", () => {
  const text = "id: 1\r\ndata: a\r\n\r\nid: 2\ndata: b\ndata: c\n\n:x\n\ndata: d\r\r";
  const whole = createEventParser()(`${text}\n`);
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
      const parse = createEventParser();
      const points = [0, ...[...cuts].sort((a, b) => a - b), text.length];
      const pieces = points.slice(1).map((end, index) => text.slice(points[index], end));
      expect([...pieces, "\n"].flatMap((piece) => parse(piece))).toEqual(whole);
    }),
  );
});
