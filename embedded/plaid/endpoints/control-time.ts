import { z } from "zod";
import { setHistory } from "../bank/history";
import { live } from "../bank/live";
import { type Endpoint, endpoint, plaidRequest } from "./endpoint";
import { AccessToken } from "./fields";

const Day = z.iso.date().nullable();

/** Moves the bank, or only one Item, to a day, silently; null goes back to the real date. */
const setToday = endpoint(
  plaidRequest({ today: Day, access_token: AccessToken.optional() }),
  async (request, bank) => {
    const target = request.access_token === undefined ? null : bank.itemOf(request.access_token);
    await bank.change((state) => {
      if (target === null) state.today = request.today;
      else target.today = request.today;
    });
    return { today: bank.today(target ?? undefined) };
  },
);

/** Lives so many days, with the news of each. */
const liveOn = endpoint(
  plaidRequest({ days: z.int().min(1).max(400), access_token: AccessToken.optional() }),
  async (request, bank) => {
    const target = request.access_token === undefined ? null : bank.itemOf(request.access_token);
    await live(bank, request.days, target);
    return { today: bank.today(target ?? undefined) };
  },
);

/** How much of an Item's history Plaid has fetched so far, with the news of it. */
const moveHistory = endpoint(
  plaidRequest({ access_token: AccessToken, history: z.enum(["none", "initial", "complete"]) }),
  async (request, bank) => {
    await setHistory(bank, bank.itemOf(request.access_token), request.history);
    return { history: request.history };
  },
);

export const controlTimeEndpoints: Record<string, Endpoint> = {
  "/control/today": setToday,
  "/control/live": liveOn,
  "/control/history": moveHistory,
};
