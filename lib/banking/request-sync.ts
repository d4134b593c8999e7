import { enqueue } from "../queue/enqueue";

/** Puts the reading of a bank into the queue, where it is at most once. @throws {AppError} `unavailable` */
export function requestSync(itemId: string): Promise<void> {
  return enqueue("bank.sync", { itemId }, { deduplication: { id: itemId } });
}
