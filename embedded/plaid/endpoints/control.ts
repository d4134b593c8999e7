import { z } from "zod";
import { type Endpoint, endpoint, plaidRequest } from "./endpoint";
import { AccessToken } from "./fields";

const Day = z.iso.date().nullable();

/** Moves the bank, or only one Item, to a day; null goes back to the real date. */
const setToday = endpoint(
  plaidRequest({ today: Day, access_token: AccessToken.optional() }),
  async (request, bank) => {
    const target = request.access_token === undefined ? null : bank.itemOf(request.access_token);
    await bank.change((state) => {
      if (target === null) state.today = request.today;
      for (const item of state.items) if (item.itemId === target?.itemId) item.today = request.today;
    });
    return { today: bank.today(target ?? undefined) };
  },
);

/** How much of an Item's history Plaid has fetched so far. */
const setHistory = endpoint(
  plaidRequest({ access_token: AccessToken, history: z.enum(["none", "initial", "complete"]) }),
  async (request, bank) => {
    const { itemId } = bank.itemOf(request.access_token);
    await bank.change((state) => {
      for (const item of state.items) if (item.itemId === itemId) item.history = request.history;
    });
    return { history: request.history };
  },
);

/** What no bank has: only for tests, never called by the application. */
export const controlEndpoints: Record<string, Endpoint> = {
  "/control/today": setToday,
  "/control/history": setHistory,
};
