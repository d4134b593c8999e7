import type { Bench } from "./bench";
import { firstSync } from "./first-sync";
import { idleStreams } from "./idle-streams";
import { largeItem } from "./large-item";
import { moreWorkers } from "./more-workers";
import { offlineAnswer } from "./offline-answer";
import { pages } from "./pages";
import { resume } from "./resume";
import { streams } from "./streams";
import { tools } from "./tools";
import { webhooks } from "./webhooks";

/** Every bench there is. A new one is a file beside this one and a line here. */
export const BENCHES: readonly Bench[] = [
  streams,
  resume,
  idleStreams,
  moreWorkers,
  webhooks,
  firstSync,
  largeItem,
  tools,
  offlineAnswer,
  pages,
];
