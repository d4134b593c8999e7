import { eq } from "drizzle-orm";
import { type Random, randomFor } from "../../embedded/plaid/household/random";
import { builtInLogin } from "../../lib/banking/built-in-login";
import { editTransaction } from "../../lib/banking/edit-transaction";
import { linkSandboxLogin } from "../../lib/banking/link-sandbox-login";
import { requestSync } from "../../lib/banking/request-sync";
import { unlinkItem } from "../../lib/banking/unlink-item";
import { database } from "../../lib/db/client";
import { transactions } from "../../lib/db/schema/transactions";
import { accessTokenOf, newPerson } from "../support/linked-bank";
import { bankControl, type WebhookMode } from "./bank-control";

const INSTITUTIONS = ["ins_109508", "ins_900001", "ins_900002"] as const;
const FAULTS = [
  "rate_limit",
  "institution_down",
  "internal_error",
  "cut",
  "cut_body",
  "mutation",
  "planned_maintenance",
] as const;
const KEPT_MODES = ["normal", "hold", "duplicate", "reorder"] as const satisfies WebhookMode[];
const PATHS = ["/transactions/sync", "/transactions/sync", "/accounts/get"] as const;

/** What histories share, and what one of them may do to the world of all. */
export type World = {
  bankUrl: string;
  killWorker: (index: number) => void;
  webhooks: (mode: WebhookMode) => Promise<void>;
  mayDrop: boolean;
};

export type History = {
  seed: number;
  userId: string;
  itemId: string;
  bank: ReturnType<typeof bankControl>;
  accessToken: string;
  isUnlinked: boolean;
  /** What happened, in order: printed when the books differ. */
  steps: string[];
  /** Notes by the bank's id of the row on which they were written. */
  notes: Map<string, string>;
};

type Step = (history: History, random: Random, world: World) => Promise<void>;

const STEPS: Record<string, Step> = {
  live: ({ bank }, random) => bank.live(random.integer(1, 12)).then(() => undefined),
  fault: async ({ bank }, random) => {
    await bank.fault({
      kind: random.pick(FAULTS),
      path: random.pick(PATHS),
      times: random.integer(1, 3),
    });
    await bank.live(1);
  },
  killWorker: async (_history, random, world) => world.killWorker(random.integer(0, 1)),
  webhooks: (_history, random, world) =>
    world.webhooks(world.mayDrop && random.chance(0.3) ? "drop" : random.pick(KEPT_MODES)),
  wish: ({ itemId }) => requestSync(itemId),
  signInAgain: async ({ bank }, random) => {
    await bank.problem("ITEM_LOGIN_REQUIRED");
    await bank.live(random.integer(1, 5));
    await bank.problem(null);
  },
  firstThirtyDays: async ({ bank }, random) => {
    await bank.history("initial");
    await bank.live(random.integer(1, 3));
    await bank.history("complete");
  },
  note: async (history, random) => {
    const { itemId, userId, notes } = history;
    const rows = await database()
      .select({ id: transactions.id, bankId: transactions.plaidTransactionId, pending: transactions.pending })
      .from(transactions)
      .where(eq(transactions.itemId, itemId));
    const waiting = rows.filter(({ pending }) => pending);
    const row = (waiting.length > 0 ? waiting : rows)[random.integer(0, 1_000) % Math.max(1, rows.length)];
    if (!row) return;
    const note = `note ${notes.size}`;
    const written = await editTransaction(userId, row.id, { note }).then(
      () => true,
      () => false, // The bank took the row back in this very moment.
    );
    if (written) notes.set(row.bankId, note);
  },
};

const MIX = [
  "live",
  "live",
  "live",
  "fault",
  "fault",
  "killWorker",
  "webhooks",
  "wish",
  "signInAgain",
  "firstThirtyDays",
  "note",
  "note",
] as const;

/** Links a bank and lets things happen to it: which ones, and in which order, follows from the seed. */
export async function liveThrough(seed: number, world: World): Promise<History> {
  const random = randomFor("torture", seed);
  const userId = await newPerson();
  const login = builtInLogin(random.pick(INSTITUTIONS), random.integer(2, 500), random.integer(1, 4));
  const { itemId } = await linkSandboxLogin(userId, login);
  const accessToken = await accessTokenOf(itemId);
  const bank = bankControl(world.bankUrl, accessToken);
  const history: History = {
    seed,
    userId,
    itemId,
    bank,
    accessToken,
    isUnlinked: false,
    steps: [],
    notes: new Map(),
  };
  for (let left = random.integer(5, 12); left > 0; left -= 1) {
    const name = random.pick(MIX);
    history.steps.push(name);
    await STEPS[name]?.(history, random, world);
  }
  if (random.chance(0.1)) {
    history.steps.push("unlink");
    await unlinkItem(userId, itemId);
    history.isUnlinked = true;
  }
  return history;
}
