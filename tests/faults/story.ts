import type { Person } from "./person";
import type { Plan } from "./plan";
import type { EndedStatus } from "./tab";

/** All that happened to one question, as its person saw it. */
export type Story = {
  plan: Plan;
  person: Person;
  conversationId: string;
  messageId: string;
  from: number;
  to: number;
  /** In order, with the milliseconds since the question was asked; printed when a rule is broken. */
  events: string[];
  runIds: Set<string>;
  /** How often the answer was asked for again after it had ended early. */
  retries: number;
  /** What happened to this person's browser. */
  browserFaults: Set<string>;
  /** What stood on the screen at the end, and how it ended. */
  screen: { as: EndedStatus; text: string } | null;
  /** Of those, whose words are from a screen and not from the store. */
  wasStopped: boolean;
  broken: string[];
};

export function newStory(
  plan: Plan,
  person: Person,
  ids: { conversationId: string; messageId: string },
): Story {
  const from = Date.now();
  return {
    plan,
    person,
    ...ids,
    from,
    to: from,
    events: [],
    runIds: new Set(),
    retries: 0,
    browserFaults: new Set(),
    screen: null,
    wasStopped: false,
    broken: [],
  };
}

export const note = (story: Story, event: string): void => {
  story.events.push(`${Date.now() - story.from}ms ${event}`);
};

export const breakRule = (story: Story, rule: string): void => {
  note(story, `BROKEN: ${rule}`);
  story.broken.push(rule);
};
