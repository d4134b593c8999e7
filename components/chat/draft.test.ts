import { describe, expect, test } from "vitest";
import { Draft, type DraftStorage, draftKey } from "./draft";

const CONVERSATION = "c1";

function storage(): DraftStorage & { all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  };
}

const never = () => false;
let count = 0;
function newId(): string {
  count += 1;
  return `m${count}`;
}

/** What the next page load would find. */
function reopened(place: DraftStorage, name = "ada:c1", isStored: (id: string) => boolean = never): Draft {
  const draft = new Draft(CONVERSATION);
  draft.attach(name, place, isStored);
  return draft;
}

describe("what was typed", () => {
  test("outlives a reload, each conversation its own", () => {
    const place = storage();
    const one = reopened(place, "ada:c1");
    const two = reopened(place, "ada:c2");
    one.type("How much");
    two.type("Where");
    one.save();
    two.save();
    expect(reopened(place, "ada:c1").getText()).toBe("How much");
    expect(reopened(place, "ada:c2").getText()).toBe("Where");
  });

  test("moves along when a new conversation gets its name", () => {
    const place = storage();
    const draft = reopened(place, "ada:new");
    draft.type("And then?");
    draft.attach("ada:c1", place, never);
    expect([...place.all.keys()]).toEqual([draftKey("ada:c1")]);
    expect(reopened(place, "ada:new").getText()).toBe("");
  });

  test("in the next new conversation stays when the one before moves along late", () => {
    const place = storage();
    const before = reopened(place, "ada:new");
    before.type("How much?");
    before.hold(newId);
    before.settle();
    const next = reopened(place, "ada:new");
    next.type("Something else");
    next.save();
    before.attach("ada:c1", place, never);
    expect(reopened(place, "ada:new").getText()).toBe("Something else");
  });

  test("is not overwritten by a tab in which nothing was typed", () => {
    const place = storage();
    const idle = reopened(place);
    const other = reopened(place);
    other.type("typed over there");
    other.save();
    idle.save();
    expect(reopened(place).getText()).toBe("typed over there");
    idle.readAgain();
    expect(idle.getText()).toBe("typed over there");
  });

  test("is not overwritten by what another tab writes while it is typed", () => {
    const place = storage();
    const here = reopened(place);
    here.type("typed here");
    const other = reopened(place);
    other.type("typed there");
    other.save();
    here.readAgain();
    expect(here.getText()).toBe("typed here");
  });

  test("leaves nothing behind for the next person once it is forgotten", () => {
    const place = storage();
    const draft = reopened(place);
    draft.type("secret");
    draft.forget();
    draft.save();
    expect(place.all.size).toBe(0);
  });

  test("lives without a storage, and with one that is not ours", () => {
    const draft = new Draft(CONVERSATION);
    draft.attach("ada:c1", null, never);
    draft.type("How much");
    draft.save();
    expect(draft.getText()).toBe("How much");
    const place = storage();
    place.all.set(draftKey("ada:c1"), "{not json");
    expect(reopened(place).getText()).toBe("");
  });
});

describe("a question on its way", () => {
  test("leaves the field, and is back after a reload that came before the server had it", () => {
    const place = storage();
    const draft = reopened(place);
    draft.type(" How much? ");
    const held = draft.hold(newId);
    expect(held?.text).toBe("How much?");
    expect(draft.getText()).toBe("");
    const after = reopened(place);
    expect(after.getText()).toBe("How much?");
    expect(after.hold(newId)).toEqual(held);
  });

  test("is gone after a reload when the conversation has it", () => {
    const place = storage();
    const draft = reopened(place);
    draft.type("How much?");
    const held = draft.hold(newId);
    expect(reopened(place, "ada:c1", (id) => id === held?.messageId).getText()).toBe("");
  });

  test("is forgotten once the server has it; what was typed meanwhile stays", () => {
    const place = storage();
    const draft = reopened(place);
    draft.type("How much?");
    draft.hold(newId);
    draft.type("And last year?");
    draft.settle();
    expect(reopened(place).getText()).toBe("And last year?");
  });

  test("that was refused is text again, and the same text is the same question", () => {
    const draft = reopened(storage());
    draft.type("How much?");
    const held = draft.hold(newId);
    if (!held) throw new Error("expected a question");
    draft.giveBack(held);
    expect(draft.getText()).toBe("How much?");
    expect(draft.hold(newId)).toEqual(held);
    draft.giveBack(held);
    draft.type("How much is it?");
    expect(draft.hold(newId)?.messageId).not.toBe(held.messageId);
  });

  test("that was refused while something else was typed is not lost", () => {
    const place = storage();
    const draft = reopened(place);
    draft.type("How much?");
    const held = draft.hold(newId);
    draft.type("And last year?");
    if (held) draft.giveBack(held);
    expect(draft.getText()).toBe("And last year?");
    draft.save();
    expect(reopened(place).getText()).toBe("How much?\n\nAnd last year?");
  });

  test("that the server has although it was taken for refused is text no more", () => {
    const place = storage();
    const draft = reopened(place);
    draft.type("How much?");
    const held = draft.hold(newId);
    if (!held) throw new Error("expected a question");
    draft.giveBack(held);
    draft.drop(held);
    expect(draft.getText()).toBe("");
    expect(place.all.size).toBe(0);
  });

  test("an empty field is no question", () => {
    const draft = reopened(storage());
    draft.type("  ");
    expect(draft.hold(newId)).toBeNull();
  });
});
