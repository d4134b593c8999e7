import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, createConnection } from "mongoose";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { describeAdministration } from "./conformance/administration";
import { describeAggregation } from "./conformance/aggregation";
import { describeCursors } from "./conformance/cursors";
import { describeDocuments } from "./conformance/documents";
import { describeIndexes } from "./conformance/indexes";
import { describeQueries } from "./conformance/queries";
import { describeUpdates } from "./conformance/updates";
import { startMongoServer } from "./server";

/** The MongoDB that `MONGODB_URI` named when the tests were started must answer in the same way. */
const { otherMongoUrl } = inject("services");

const servers: { name: string; otherUrl?: string }[] = [{ name: "the built-in server" }];
if (otherMongoUrl !== "") servers.push({ name: "the MongoDB of MONGODB_URI", otherUrl: otherMongoUrl });

describe.each(servers)("$name", ({ otherUrl }) => {
  let connection: Connection;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "purser-mongo-"));
    const server = otherUrl === undefined ? await startMongoServer({ directory: folder }) : undefined;
    const dbName = `conformance_${randomUUID().slice(0, 8)}`;
    connection = await createConnection(server?.url ?? otherUrl ?? "", { dbName }).asPromise();
    stop = async () => {
      await connection.dropDatabase();
      await connection.close();
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    };
  });
  afterAll(() => stop());

  describe("documents", () => describeDocuments(() => connection));
  describe("queries", () => describeQueries(() => connection));
  describe("updates", () => describeUpdates(() => connection));
  describe("indexes", () => describeIndexes(() => connection));
  describe("aggregation", () => describeAggregation(() => connection));
  describe("cursors", () => describeCursors(() => connection));
  describe("administration", () => describeAdministration(() => connection));
});
