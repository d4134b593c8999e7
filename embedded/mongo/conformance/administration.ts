import type { Connection } from "mongoose";
import { expect, it } from "vitest";

export function describeAdministration(connection: () => Connection): void {
  const database = () => connection().getClient().db(connection().name);

  it("answers ping, buildInfo, hello and connectionStatus", async () => {
    expect(await database().command({ ping: 1 })).toMatchObject({ ok: 1 });
    expect(await database().command({ buildInfo: 1 })).toHaveProperty("version");
    expect(await database().command({ hello: 1 })).toMatchObject({ isWritablePrimary: true });
    expect(await database().command({ connectionStatus: 1 })).toHaveProperty("authInfo");
  });

  it("creates, lists and drops collections", async () => {
    await database().createCollection("made");
    await connection().collection("implied").insertOne({});
    const names = (await database().listCollections({}, { nameOnly: true }).toArray()).map(
      ({ name }) => name,
    );
    expect(names).toEqual(expect.arrayContaining(["made", "implied"]));
    expect(await database().listCollections({ name: "made" }).toArray()).toHaveLength(1);
    await database().dropCollection("made");
    expect(await database().listCollections({ name: "made" }).toArray()).toEqual([]);
  });

  it("says that it does not know a command, an option, an operator or a cursor", async () => {
    const command = (body: object) => database().command({ ...body });
    await expect(command({ nonsense: 1 })).rejects.toMatchObject({ code: 59, codeName: "CommandNotFound" });
    await expect(command({ find: "a", nonsense: 1 })).rejects.toMatchObject({ code: 40415 });
    await expect(command({ find: "a", filter: { x: { $nonsense: 1 } } })).rejects.toMatchObject({ code: 2 });
    await expect(command({ find: "a", filter: 5 })).rejects.toMatchObject({ code: 14 });
    await expect(command({ listIndexes: "nobody" })).rejects.toMatchObject({ code: 26 });
    await expect(command({ find: "a", filter: { x: { $regex: "(" } } })).rejects.toMatchObject({
      code: 51091,
    });
  });

  it("drops a whole database", async () => {
    const other = connection().getClient().db(`${connection().name}_other`);
    await other.collection("a").insertOne({});
    await other.dropDatabase();
    expect(await other.listCollections().toArray()).toEqual([]);
  });
}
