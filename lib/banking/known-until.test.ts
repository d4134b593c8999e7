import { expect, it } from "vitest";
import { knownUntil } from "./known-until";

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, day, hour));

it.each([
  ["a bank that works and was visited yesterday is known until now", at(23), true, at(22), at(24)],
  ["one that works and does not say when is known until now", null, true, at(22), at(24)],
  ["one that was not visited for days is known until then", at(20), true, at(23, 0), at(23, 0)],
  ["a visit after the last reading counts, though there is a problem now", at(23), false, at(20), at(23)],
  ["without a visit it is known as of the reading before", null, false, at(20), at(20)],
  ["a clock that is ahead of ours does not make it known in the future", at(26), false, at(20), at(24)],
  ["one of which nothing is known yet is known now", null, false, null, at(24)],
])("%s", (_name, visitedAt, isWell, lastSyncedAt, expected) => {
  expect(knownUntil({ visitedAt, isWell, lastSyncedAt }, at(24))).toEqual(expected);
});
