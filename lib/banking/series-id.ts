import { v5 as nameId } from "uuid";
import type { RecurringSource } from "../contract/recurring";

/** Only there to make ids that are ours. */
const NAMESPACE = "6f1d6c0e-6a3b-4b0c-9a55-6d2f5f1f7b1e";

/** Follows from what a series is, so that finding it again is the same row. `key` tells series of an account apart. */
export const seriesId = (accountId: string, source: RecurringSource, key: string): string =>
  nameId(JSON.stringify([accountId, source, key]), NAMESPACE);
