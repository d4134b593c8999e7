import type { Bench } from "./bench";
import { firstSync } from "./first-sync";
import { largeItem } from "./large-item";
import { streams } from "./streams";
import { webhooks } from "./webhooks";

/** Every bench there is. A new one is a file beside this one and a line here. */
export const BENCHES: readonly Bench[] = [streams, webhooks, firstSync, largeItem];
