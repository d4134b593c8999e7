import { endLink } from "../banking/end-link";
import { forgetMessageCount } from "../chat/message-limits";
import { database } from "../db/client";
import { countBelongings } from "../db/queries/belongings";
import { deleteMarkedUser, deleteNewsOfBanks } from "../db/queries/deleted-users";
import { deleteItem, listItems, lockBanking } from "../db/queries/items";
import { insertLinkToEnd, listLinksOfPerson } from "../db/queries/links-to-end";
import { keepPromisesOf } from "../db/queries/outbox";
import { endRunsOfPerson, listRunsSince } from "../db/queries/runs";
import { findUserById } from "../db/queries/users";
import { deleteContextDocumentsOfPerson } from "../documents/context-documents";
import { deleteMessagesOfPerson } from "../documents/messages";
import { AppError } from "../errors";
import { log } from "../log";
import type { JobName } from "../queue/jobs";
import { forgetLog } from "../stream/forget-log";
import { OPEN_LOG_TTL_MS } from "../stream/run-keys";

/** Promised when an account is deleted, and kept only when nothing of it is left. */
export const REMOVE_JOB = "account.delete" satisfies JobName;

/** How much of what a step has removed; nothing where an earlier attempt has done it. */
type Removed = Record<string, number>;

/**
 * In this order: who still writes is stopped first, and rows go before documents, because without rows nobody can write
 * documents that stay. Each step does nothing where it has been done.
 */
export const REMOVAL_STEPS: readonly ((userId: string, now: Date) => Promise<Removed>)[] = [
  stopAnswers,
  removeRows,
  removeDocuments,
  endBanks,
];

/**
 * Removes all that a deleted person kept here. Safe to call again, after whatever ended it before; a bank that cannot be
 * reached holds nothing up: its link is ended later (lib/banking/end-link.ts).
 * @throws {AppError} `conflict` for somebody who has not deleted their account; `unavailable`: the promise stays, and the
 * sweep comes back to it
 */
export async function removeAccount(userId: string, now: Date): Promise<void> {
  if (await findUserById(database(), userId)) {
    throw new AppError("conflict", "This person has not deleted their account.");
  }
  const removed: Removed = {};
  for (const step of REMOVAL_STEPS) Object.assign(removed, await step(userId, now));
  await keepPromisesOf(database(), REMOVE_JOB, { userId });
  log().info({ userId, ...removed }, "account removed");
}

/** Takes every answer from whoever writes it, and removes what was streamed. The documents that they leave go with the rest. */
async function stopAnswers(userId: string, now: Date): Promise<Removed> {
  const stoppedAnswers = await endRunsOfPerson(database(), userId);
  const runs = await listRunsSince(database(), userId, new Date(now.getTime() - OPEN_LOG_TTL_MS));
  await Promise.all(runs.map(({ id }) => forgetLog(id)));
  await forgetMessageCount(userId);
  return { stoppedAnswers, streams: runs.length };
}

/**
 * In one transaction with the notes of the links that Plaid has to end, so that no bank that is linked in this moment can be
 * lost: Plaid would bill it for good.
 */
async function removeRows(userId: string, now: Date): Promise<Removed> {
  return database().transaction(async (tx) => {
    await lockBanking(tx, userId);
    const belongings = await countBelongings(tx, userId);
    await deleteNewsOfBanks(tx, userId);
    for (const { id, accessTokenEncrypted } of await listItems(tx, userId)) {
      if (accessTokenEncrypted !== null) {
        await insertLinkToEnd(tx, { id, userId, accessTokenEncrypted, dueAt: now });
      }
      await deleteItem(tx, userId, id);
    }
    await deleteMarkedUser(tx, userId);
    return belongings;
  });
}

async function removeDocuments(userId: string): Promise<Removed> {
  const [messages, contextDocuments] = await Promise.all([
    deleteMessagesOfPerson(userId),
    deleteContextDocumentsOfPerson(userId),
  ]);
  return { messages, contextDocuments };
}

async function endBanks(userId: string, now: Date): Promise<Removed> {
  const links = await listLinksOfPerson(database(), userId);
  const outcomes = await Promise.allSettled(links.map((id) => endLink(id, now)));
  const endedLinks = outcomes.filter(({ status }) => status === "fulfilled").length;
  return { endedLinks, linksLeftToTheSweep: outcomes.length - endedLinks };
}
