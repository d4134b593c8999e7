import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chooseEngine } from "./start-mongo";

const MONGOD = "/usr/bin/mongod";
let directory = "";
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), "purser-mongo-")), "mongo");
});
afterEach(() => rmSync(join(directory, ".."), { recursive: true, force: true }));

describe("the server of the conversations", () => {
  it("is the machine's own for a new data folder, else the built-in one", () => {
    expect(chooseEngine(directory, MONGOD).mongod).toBe(MONGOD);
    expect(chooseEngine(directory, null)).toEqual({ folder: directory, mongod: null });
  });

  it("stays the built-in one when MongoDB is installed later", () => {
    mkdirSync(directory);
    expect(chooseEngine(directory, MONGOD)).toEqual({ folder: directory, mongod: null });
  });

  it("is not silently another one when MongoDB is removed", () => {
    mkdirSync(`${directory}-server`);
    expect(chooseEngine(directory, MONGOD).mongod).toBe(MONGOD);
    expect(() => chooseEngine(directory, null)).toThrow(/Install MongoDB again, or set MONGODB_URI/);
  });
});
