import type { Document } from "bson";
import { isPlainDocument, toView } from "./bson-view";
import { badValue, CommandError, typeMismatch } from "./command-error";
import type { CursorStore } from "./cursors";
import type { Store } from "./store";

export type Reply = Document | Uint8Array;

/** What one request asks, and what it may touch. Numbers in `body` are BSON objects: read them with the functions below. */
export interface Call {
  store: Store;
  cursors: CursorStore;
  connectionId: number;
  database: string;
  name: string;
  body: Document;
}

export interface Command {
  /** Options that are understood, besides those of every command. Any other one is an error, never ignored. */
  options: readonly string[];
  /** Options that a real MongoDB has and this server does not. */
  refused?: readonly string[];
  run(call: Call): Reply | Promise<Reply>;
}

export type Commands = Record<string, Command>;

const wrongType = (name: string, wanted: string) =>
  typeMismatch(`BSON field '${name}' is the wrong type, expected ${wanted}`);

export function readText(body: Document, name: string): string {
  const value: unknown = body[name];
  if (typeof value !== "string") throw wrongType(name, "string");
  return value;
}

export function readNumber(body: Document, name: string): number | undefined {
  const value = toView(body[name]);
  if (value === null) return undefined;
  if (typeof value !== "number") throw wrongType(name, "number");
  return value;
}

/** A whole number of at least 0. */
export function readCount(body: Document, name: string): number | undefined {
  const value = readNumber(body, name);
  if (value !== undefined && (value < 0 || !Number.isInteger(value))) {
    throw badValue(`BSON field '${name}' value must be a whole number >= 0, actual value '${value}'`);
  }
  return value;
}

export const readFlag = (body: Document, name: string): boolean => Boolean(toView(body[name]));

export function readDocument(body: Document, name: string): Document {
  const value: unknown = body[name];
  if (value === undefined || value === null) return {};
  if (!isPlainDocument(value)) throw wrongType(name, "object");
  return value;
}

export function readDocuments(body: Document, name: string): Document[] {
  const value: unknown = body[name];
  if (!Array.isArray(value)) throw wrongType(name, "array");
  return value.map((item: unknown) => {
    if (!isPlainDocument(item)) throw wrongType(name, "array of objects");
    return item;
  });
}

export const readOptionalDocuments = (body: Document, name: string): Document[] =>
  body[name] === undefined ? [] : readDocuments(body, name);

/** @throws CommandError 40415 for a field that is not among the known ones. */
export function refuseUnknown(document: Document, where: string, known: readonly string[]): void {
  const stranger = Object.keys(document).find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw new CommandError(40415, "Location40415", `BSON field '${where}.${stranger}' is an unknown field.`);
  }
}
