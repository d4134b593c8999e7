import type { LinkSession } from "@/lib/contract/linking";
import type { LinkEnd } from "./finish-link";
import type { LinkTarget } from "./link-window";

/** Where one opening of Link stands. */
export type Linking =
  | { phase: "closed" }
  | { phase: "opening" }
  | { phase: "window"; session: LinkSession; target: LinkTarget; isShown: boolean }
  | { phase: "finishing"; bank: string }
  | { phase: "ended"; end: LinkEnd }
  | { phase: "problem"; message: string; retry: () => void };
