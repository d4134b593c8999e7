import { expect, it } from "vitest";
import { QuestionQueue } from "./question-queue";

const question = (messageId: string, text = messageId) => ({ conversationId: "c", messageId, text });

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

function queueOn(storage: ReturnType<typeof memory>, isStored: (id: string) => boolean = () => false) {
  const queue = new QuestionQueue();
  queue.attach("queue:p:c", storage, isStored);
  return queue;
}

it("keeps what waits over a reload, in its order and under its ids", () => {
  const storage = memory();
  const queue = queueOn(storage);
  queue.add(question("a"));
  queue.add(question("b"));
  queue.change("a", "changed");
  expect(queueOn(storage).get().questions).toEqual([question("a", "changed"), question("b")]);
});

it("forgets what the conversation has by now", () => {
  const storage = memory();
  queueOn(storage).add(question("a"));
  const again = queueOn(storage, (id) => id === "a");
  expect(again.get().questions).toEqual([]);
  expect(queueOn(storage).get().questions).toEqual([]);
});

it("sends nothing whose text is being changed", () => {
  const queue = queueOn(memory());
  queue.add(question("a"));
  queue.startChanging("a");
  expect(queue.next()).toBeNull();
  queue.change("a", "better");
  expect(queue.next()).toEqual(question("a", "better"));
});

it("shows what another tab has removed as removed", () => {
  const storage = memory();
  const [here, there] = [queueOn(storage), queueOn(storage)];
  here.add(question("a"));
  there.readAgain();
  there.remove("a");
  here.readAgain();
  expect(here.get().questions).toEqual([]);
});

it("takes no more than ten", () => {
  const queue = queueOn(memory());
  const taken = Array.from({ length: 11 }, (_, index) => queue.add(question(String(index))));
  expect(taken.filter(Boolean)).toHaveLength(10);
});

it("works without a place to keep things", () => {
  const queue = new QuestionQueue();
  queue.attach("queue:p:c", null, () => false);
  expect(queue.add(question("a"))).toBe(true);
  expect(queue.next()).toEqual(question("a"));
});
