import type { Document } from "bson";
import { isPlainDocument, toView } from "./bson-view";
import { type Call, type Command, type Commands, type Reply, refuseUnknown } from "./command";
import { badValue, CommandError, commandNotFound, notSupported, toCommandError } from "./command-error";
import { adminCommands } from "./commands/admin";
import { aggregateCommand } from "./commands/aggregate";
import { findAndModifyCommand } from "./commands/find-and-modify";
import { handshakeCommands } from "./commands/handshake";
import { indexCommands } from "./commands/index-commands";
import { readCommands } from "./commands/read";
import { refuseCollation } from "./commands/refused-options";
import { writeCommands } from "./commands/write";

const COMMANDS: Commands = {
  ...handshakeCommands,
  ...readCommands,
  ...writeCommands,
  ...indexCommands,
  ...adminCommands,
  aggregate: aggregateCommand,
  findAndModify: findAndModifyCommand,
  findandmodify: findAndModifyCommand,
};

/** What any command may carry. None of it changes an answer of a single server without replicas. */
const ENVELOPE = [
  "$db",
  "$clusterTime",
  "$readPreference",
  "apiDeprecationErrors",
  "apiStrict",
  "apiVersion",
  "collation",
  "comment",
  "lsid",
  "maxTimeMS",
  "readConcern",
  "writeConcern",
];

export type CallContext = Omit<Call, "name" | "database" | "body">;

/** Runs one command. Every failure becomes an answer, as MongoDB gives it. */
export async function dispatch(body: Document, context: CallContext): Promise<Reply> {
  try {
    const name = Object.keys(body)[0] ?? "";
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    refuseTransaction(body);
    if (command === undefined) throw commandNotFound(name);
    checkOptions(name, command, body);
    const database = body.$db;
    if (typeof database !== "string") throw new CommandError(40571, "Location40571", "OP_MSG requires $db");
    return await command.run({ ...context, name, database, body });
  } catch (error) {
    return errorReply(toCommandError(error));
  }
}

const errorReply = ({ message, code, codeName, details }: CommandError): Document => ({
  ok: 0,
  errmsg: message,
  code,
  codeName,
  ...details,
});

/** Drivers send these only when the caller wants a transaction; half of one would be worse than none. */
function refuseTransaction(body: Document): void {
  if (body.txnNumber === undefined && body.startTransaction === undefined && body.autocommit === undefined)
    return;
  throw new CommandError(
    20,
    "IllegalOperation",
    "Transaction numbers are only allowed on a replica set member or mongos",
  );
}

function checkOptions(name: string, command: Command, body: Document): void {
  refuseCollation(body);
  const refused = command.refused?.find(
    (option) => body[option] !== undefined && toView(body[option]) !== false,
  );
  if (refused !== undefined) throw notSupported(`The ${name} option "${refused}"`);
  const known = [name, ...ENVELOPE, ...command.options, ...(command.refused ?? [])];
  refuseUnknown(body, name, known);
  checkConcerns(body);
}

function checkConcerns({ readConcern, writeConcern }: Document): void {
  if (isPlainDocument(readConcern)) {
    const level: unknown = readConcern.level ?? "local";
    if (level === "snapshot" || level === "linearizable" || readConcern.afterClusterTime !== undefined) {
      throw notSupported(`The read concern "${String(level)}"`);
    }
  }
  if (isPlainDocument(writeConcern)) {
    const copies = toView(writeConcern.w);
    if (typeof copies === "number" && copies > 1) {
      throw badValue("cannot use 'w' > 1 when a host is not replicated");
    }
  }
}
