import type { ConnectionView } from "@/lib/contract/banking";

/** Linked, and its first transactions are still on their way. */
export const isReading = ({ status, lastSyncedAt }: ConnectionView): boolean =>
  status === "active" && lastSyncedAt === null;
