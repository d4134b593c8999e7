import { describe, expect, it } from "vitest";
import { understand } from "../understand";
import { EXAMPLES } from "./all-examples";
import { CONVERSATIONS } from "./conversations";
import { type Example, isHeldOut } from "./example";
import { REFUSED } from "./refused";

/** What holds now: raise it whenever more is understood. */
const HELD_OUT = 0.82;
const OPEN = 0.82;
const IN_CONVERSATIONS = 0.8;

const CALENDAR = { today: "2026-11-24", firstDate: "2024-01-15" };
const UNANSWERED: readonly string[] = ["unclear", ...REFUSED.map(({ label }) => label)];

function isUnderstood(asks: readonly string[], looksUp: readonly string[], label?: string): boolean {
  const calls = understand(asks, CALENDAR).flatMap((reading) => reading.calls);
  if (label && UNANSWERED.includes(label)) return calls.length === 0;
  const text = JSON.stringify(calls.map(({ name, args }) => [name, args]));
  return calls.length > 0 && looksUp.every((part) => text.includes(part));
}

const asked = EXAMPLES.flatMap(({ label, examples }) => examples.map((example) => ({ label, example })));
const heldOut = asked.filter(({ example }) => isHeldOut(example));
const open = asked.filter(({ example }) => !isHeldOut(example));

const isRead = ({ label, example: [ask, ...looksUp] }: { label: string; example: Example }): boolean =>
  isUnderstood([ask], looksUp, label);
const shareOf = <T>(all: readonly T[], isRight: (one: T) => boolean): number =>
  all.filter(isRight).length / all.length;

describe("what many people would ask", () => {
  it("is a large set, of which a third is held out", () => {
    expect(new Set(asked.map(({ example: [ask] }) => ask)).size).toBe(asked.length);
    expect(asked.length).toBeGreaterThan(700);
    expect(heldOut.length / asked.length).toBeGreaterThan(0.28);
  });

  it("is understood, held out or not", () => {
    expect(shareOf(heldOut, isRead)).toBeGreaterThanOrEqual(HELD_OUT);
    // No list of misread ones of those held out: whoever reads it tunes for them.
    const misread = open.filter((one) => !isRead(one)).map(({ example: [ask] }) => ask);
    expect(1 - misread.length / open.length, misread.join("\n")).toBeGreaterThanOrEqual(OPEN);
  });

  it("is understood in conversations", () => {
    const misread = CONVERSATIONS.filter(({ asks, looksUp }) => !isUnderstood(asks, looksUp));
    expect(1 - misread.length / CONVERSATIONS.length, JSON.stringify(misread)).toBeGreaterThanOrEqual(
      IN_CONVERSATIONS,
    );
  });
});
