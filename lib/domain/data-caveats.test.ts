import { describe, expect, it } from "vitest";
import { type BankState, caveatsOf, dataAsOf } from "./data-caveats";

const clock = { today: "2026-11-24", timeZone: "America/New_York" };
const bank = (more: Partial<BankState> = {}): BankState => ({
  institution: "Tidewater Credit Union",
  source: "plaid",
  status: "active",
  lastSyncedAt: "2026-11-24T12:00:00.000Z",
  isHistoryComplete: true,
  accountIds: ["a"],
  ...more,
});
const about = (more: Partial<BankState>, scope = {}) => caveatsOf([bank(more)], scope, clock);
const OLD = "2026-11-04T03:00:00.000Z";

describe("what must be known about the data behind an answer", () => {
  it("is nothing for a bank whose data is whole and fresh, nor for files", () => {
    expect(about({})).toEqual([]);
    expect(about({ lastSyncedAt: "2026-11-21T12:00:00.000Z" })).toEqual([]);
    expect(about({ source: "file", lastSyncedAt: null, isHistoryComplete: false })).toEqual([]);
    expect(about({ status: "error" })).toEqual([]);
  });

  it.each([
    [
      { status: "login_required", lastSyncedAt: OLD },
      "Tidewater Credit Union needs you to sign in again; its data ends on Nov 3, 2026.",
    ],
    [
      { status: "login_required" },
      "Tidewater Credit Union needs you to sign in again; it gets no new data until then.",
    ],
    [
      { status: "login_required", lastSyncedAt: null },
      "Tidewater Credit Union needs you to sign in again; there is no data of it yet.",
    ],
    [
      { status: "error", lastSyncedAt: OLD },
      "Tidewater Credit Union cannot be read now; its data ends on Nov 3, 2026.",
    ],
    [
      { status: "error", lastSyncedAt: null },
      "Tidewater Credit Union cannot be read now; there is no data of it yet.",
    ],
    [
      { status: "revoked", accountIds: [] },
      "Access to Tidewater Credit Union has ended, so its data is no longer here.",
    ],
    [{ lastSyncedAt: null }, "The transactions of Tidewater Credit Union have not arrived yet."],
    [
      { lastSyncedAt: OLD },
      "Tidewater Credit Union was last read on Nov 3, 2026; what came after is missing.",
    ],
    [{ isHistoryComplete: false }, "Still reading older transactions of Tidewater Credit Union."],
  ] as const)("of a bank that is %j: %s", (state, caveat) => {
    expect(about(state)).toEqual([caveat]);
  });

  it("is about banks that the answer rests on, and no others", () => {
    const problem = { status: "login_required", lastSyncedAt: OLD } as const;
    expect(about(problem, { accountIds: ["a", "b"] })).toHaveLength(1);
    expect(about(problem, { accountIds: ["b"] })).toEqual([]);
  });

  it("is about newer rows only where the answer reaches beyond the data", () => {
    const problem = { status: "login_required", lastSyncedAt: OLD } as const;
    const october = { start: "2026-10-01", end: "2026-10-31" };
    const november = { start: "2026-11-01", end: "2026-11-30" };
    expect(about(problem, { period: october })).toEqual([]);
    expect(about(problem, { period: november })).toHaveLength(1);
    expect(about({ isHistoryComplete: false }, { period: october })).toHaveLength(1);
  });

  it("stays a short list", () => {
    expect(
      caveatsOf(
        Array.from({ length: 30 }, () => bank({ lastSyncedAt: OLD })),
        {},
        clock,
      ),
    ).toHaveLength(5);
  });
});

describe("how fresh the data behind an answer is", () => {
  const fresh = bank({ accountIds: ["fresh"] });
  const old = bank({ accountIds: ["old"], status: "error", lastSyncedAt: OLD });

  it("is when the slowest of its banks was read", () => {
    expect(dataAsOf([fresh, old])).toBe(OLD);
    expect(dataAsOf([])).toBeNull();
  });

  it("rests on the banks of the accounts that are asked about", () => {
    expect(dataAsOf([fresh, old], ["fresh"])).toBe(fresh.lastSyncedAt);
    expect(dataAsOf([fresh, old], ["fresh", "old"])).toBe(OLD);
  });

  it("is not dragged back by a bank whose data is gone, nor by files where there are banks", () => {
    const ended = bank({ status: "revoked", lastSyncedAt: OLD, accountIds: [] });
    const file = bank({ source: "file", lastSyncedAt: OLD, accountIds: ["file"] });
    expect(dataAsOf([ended, file, fresh])).toBe(fresh.lastSyncedAt);
    expect(dataAsOf([ended])).toBeNull();
    expect(dataAsOf([file, fresh], ["file"])).toBe(OLD);
  });

  it("knows nothing of a bank that was never read, which is told instead", () => {
    const unread = bank({ institution: "New Bank", lastSyncedAt: null });
    expect(dataAsOf([unread, fresh])).toBe(fresh.lastSyncedAt);
    expect(caveatsOf([unread, fresh], {}, clock)).toEqual([
      "The transactions of New Bank have not arrived yet.",
    ]);
  });
});
