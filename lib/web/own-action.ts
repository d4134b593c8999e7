import { requireOwnAccount } from "../account/require-own-account";
import { actionFor } from "./action";
import { requireUser } from "./session";

/** A server action that changes what the person keeps here. Demo people are refused here, once for all of them. */
export const ownAction = actionFor(async () => requireOwnAccount(await requireUser()));
