import { type Document, deserialize, serialize } from "bson";

/** Every number keeps its BSON type (Int32, Long, Double objects) and every pattern its options. */
const TYPED = { promoteValues: false, promoteBuffers: false, bsonRegExp: true } as const;

export const readTyped = (bytes: Uint8Array): Document => deserialize(bytes, TYPED);

export const writeTyped = (document: Document): Uint8Array => serialize(document, { ignoreUndefined: true });
