import { describe, expect, it } from "vitest";
import type { ConnectionView } from "../../lib/contract/banking";
import { noticeOf, stateLine } from "./connection-words";

const healthy: ConnectionView = {
  id: "00000000-0000-4000-8000-000000000001",
  source: "plaid",
  institutionName: "Tidewater",
  status: "active",
  lastSyncedAt: "2026-11-20T10:00:00.000Z",
  reading: null,
  problem: null,
  remedy: null,
  reconnectBy: null,
  isStale: false,
  accounts: [],
};
const words = (change: Partial<ConnectionView>) => {
  const connection = { ...healthy, ...change };
  return [stateLine(connection, "UTC").text, noticeOf(connection, "UTC")];
};

describe("what the page says of a connection", () => {
  it("says when a healthy one was updated, and no more", () => {
    expect(words({})).toEqual(["Updated Nov 20, 10:00 AM", null]);
  });

  it("says that it is being read, for the first time too", () => {
    expect(words({ reading: "older" })).toEqual([
      "Recent transactions are here; still reading older ones",
      null,
    ]);
    expect(words({ lastSyncedAt: null })).toEqual(["Reading your transactions…", null]);
  });

  it("does not call a bank well that has not been read for days, whatever the reason", () => {
    const stale = (change: Partial<ConnectionView>) =>
      stateLine({ ...healthy, isStale: true, ...change }, "UTC");
    expect(stale({})).toEqual({ tone: "bad", text: "Not updated since Nov 20, 10:00 AM; we go on trying" });
    expect(stale({ reading: "older" })).toMatchObject({ tone: "bad" });
    expect(stale({ reading: "waiting", lastSyncedAt: null })).toEqual({
      tone: "bad",
      text: "No transactions have arrived yet; we go on trying",
    });
    expect(stale({ status: "error" }).text).toBe("Not reached, last updated Nov 20, 10:00 AM");
    expect(stale({ source: "file" }).tone).toBe("quiet");
  });

  it("says how old the data is when the bank waits for a sign-in", () => {
    expect(words({ status: "login_required", remedy: "sign_in" })).toEqual([
      "Needs a new sign-in, last updated Nov 20, 10:00 AM",
      "Tidewater asks you to sign in again. Until then nothing new arrives; all that is here stays.",
    ]);
  });

  it("does not ask the person to mend what is the bank's to mend", () => {
    expect(words({ status: "error", problem: "Your bank cannot be reached now." })).toEqual([
      "Not reached, last updated Nov 20, 10:00 AM",
      "Your bank cannot be reached now. We keep your data as it is.",
    ]);
  });

  it("names the day by which to sign in again while all still works", () => {
    expect(words({ reconnectBy: "2026-12-01T12:00:00.000Z", remedy: "sign_in" })).toEqual([
      "Updated Nov 20, 10:00 AM",
      "Tidewater will stop sharing on December 1 unless you sign in again.",
    ]);
  });

  it("tells of accounts that are not shared", () => {
    expect(words({ remedy: "select_accounts" })[1]).toContain("accounts that you do not share");
  });

  it("says that the data is gone once access has ended", () => {
    const [state, notice] = words({ status: "revoked", remedy: "link_again" });
    expect(state).toBe("Access has ended");
    expect(notice).toContain("was deleted here");
  });

  it("speaks of files where rows come from files", () => {
    expect(words({ source: "file" })).toEqual(["From files, last imported Nov 20, 10:00 AM", null]);
    expect(words({ source: "file", lastSyncedAt: null })).toEqual(["From files", null]);
  });
});
