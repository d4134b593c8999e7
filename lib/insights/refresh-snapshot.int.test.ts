import { describe, expect, it } from "vitest";
import { newLink, newPerson } from "../../tests/support/linked-bank";
import { syncItem } from "../banking/sync-item";
import { unlinkItem } from "../banking/unlink-item";
import { findContextDocument } from "../documents/context-documents";
import { knownSnapshot } from "./refresh-snapshot";

const kept = (userId: string) => findContextDocument(userId, `snapshot.${userId}`);

describe("the snapshot of a person's money", () => {
  it("is taken with each sync, and goes with the bank", async () => {
    const { userId, itemId } = await newLink(1, 3);
    expect(await kept(userId)).toBeNull();
    await syncItem(itemId);
    const snapshot = await kept(userId);
    expect(snapshot).toMatchObject({ asOf: expect.any(String), accounts: expect.any(Array) });
    expect(await knownSnapshot(userId, new Date())).toEqual(snapshot);
    await unlinkItem(userId, itemId);
    expect(await knownSnapshot(userId, new Date())).toMatchObject({ accounts: [], banks: [] });
  });

  it("is taken when it is first needed, and nobody else's is found", async () => {
    const [mine, other] = [await newPerson(), await newPerson()];
    await knownSnapshot(mine, new Date());
    expect(await kept(mine)).not.toBeNull();
    expect(await findContextDocument(other, `snapshot.${mine}`)).toBeNull();
  });
});
