import { accountsEndpoints } from "./accounts";
import { controlEndpoints } from "./control";
import type { Endpoint } from "./endpoint";
import { holdingsEndpoints } from "./holdings";
import { institutionsEndpoints } from "./institutions";
import { itemEndpoints } from "./item";
import { liabilitiesEndpoints } from "./liabilities";
import { linkEndpoints } from "./link";
import { publicTokenEndpoints } from "./public-token";
import { recurringEndpoints } from "./recurring";
import { referenceEndpoints } from "./reference";
import { sandboxItemEndpoints } from "./sandbox-item";
import { sandboxLinkEndpoints } from "./sandbox-link";
import { transactionsEndpoints } from "./transactions";
import { transactionsGetEndpoints } from "./transactions-get";

/** Every path that this bank answers. A new group of endpoints is a file beside this one and a line here. */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map(
  [
    linkEndpoints,
    publicTokenEndpoints,
    itemEndpoints,
    accountsEndpoints,
    transactionsEndpoints,
    institutionsEndpoints,
    transactionsGetEndpoints,
    recurringEndpoints,
    holdingsEndpoints,
    liabilitiesEndpoints,
    sandboxItemEndpoints,
    referenceEndpoints,
    sandboxLinkEndpoints,
    controlEndpoints,
  ].flatMap((group) => Object.entries(group)),
);
