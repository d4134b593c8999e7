import { Binary, type Document } from "bson";
import { isPlainDocument } from "../bson-view";
import { type Call, readText } from "../command";

/** `database.collection` of a command whose own value is the collection. */
export const namespaceOf = (call: Call): string => `${call.database}.${readText(call.body, call.name)}`;

/** The logical session that a request belongs to: cursors end with it. */
export function sessionOf(body: Document): string | undefined {
  return isPlainDocument(body.lsid) ? sessionKey(body.lsid) : undefined;
}

export const sessionKey = (session: Document): string | undefined =>
  session.id instanceof Binary ? session.id.toString("hex") : undefined;
