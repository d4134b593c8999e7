import { requireOwnBanks } from "../banking/require-own-banks";
import { actionFor } from "./action";
import { requireUser } from "./session";

/** A server action that changes the person's banks. Demo people are refused here, once for all of them. */
export const bankAction = actionFor(async () => requireOwnBanks(await requireUser()));
