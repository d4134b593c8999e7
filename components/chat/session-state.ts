import type { BranchNode } from "../../lib/contract/chat";
import type { Feedback } from "../../lib/contract/feedback";
import type { Question } from "./draft";
import type { ConnectionState } from "./read-run";
import { RequestError } from "./request-error";

/** What went wrong outside an answer, and what can be tried again. */
export type Problem = {
  reason: string;
  /** The session ended: signing in again comes before trying again. */
  isSignedOut: boolean;
  /** By this computer's clock; before it the server would refuse again. */
  retryAt: number | null;
} & (
  | { kind: "question-refused"; question: Question }
  /** The question was to stand in the place of another one. */
  | { kind: "edit-refused"; question: Question; edited: string }
  | { kind: "version-refused"; messageId: string; step: Step }
  | { kind: "rating-refused"; messageId: string; feedback: Feedback | null }
  | { kind: "answer-refused" }
  /** The answer is written on, but this page cannot get at it. */
  | { kind: "connection-refused"; runId: string }
);

/** To the next version of a message, or the one before. */
export type Step = 1 | -1;

/** The message that an arrow led to. */
export type Arrival = { messageId: string; step: Step };

export type SessionState = {
  connection: ConnectionState;
  problem: Problem | null;
  /** How many questions the server has stored since the page was opened. */
  accepted: number;
  /** A question is on its way and the server has not said yet that it has it. */
  isSending: boolean;
  /** How many answers are ahead of the one that waits here, where the server says so. */
  ahead: number | null;
  /** What the log no longer has is being fetched from the store. */
  isFetching: boolean;
  /** Where the messages of the branches stand that are not shown. */
  elsewhere: readonly BranchNode[];
  /** The question that is being asked differently, and the text so far. */
  editing: { messageId: string; text: string } | null;
  arrival: Arrival | null;
  /** The server is to keep nothing of it once it is left. */
  isTemporary: boolean;
};

export const CALM: SessionState = {
  connection: { phase: "live" },
  problem: null,
  accepted: 0,
  isSending: false,
  ahead: null,
  isFetching: false,
  elsewhere: [],
  editing: null,
  arrival: null,
  isTemporary: false,
};

export type Refusal = Pick<Problem, "reason" | "isSignedOut" | "retryAt">;

/** A failed request in the words and times that the person needs. */
export function refusalOf(error: Error): Refusal {
  const { status, retryAfterMs } = error instanceof RequestError ? error : { status: 0, retryAfterMs: null };
  return {
    reason: error.message,
    isSignedOut: status === 401,
    retryAt: retryAfterMs === null ? null : Date.now() + retryAfterMs,
  };
}

/** Whether a view would show anything else after this change. */
export function isNews(state: SessionState, change: Partial<SessionState>): boolean {
  const { connection, ...rest } = change;
  if (connection !== undefined && JSON.stringify(connection) !== JSON.stringify(state.connection))
    return true;
  return Object.entries(rest).some(([key, value]) => state[key as keyof SessionState] !== value);
}

/** The last answer is written on, or stored whole, where this page cannot see it just now. */
export const isOutOfSight = ({ isFetching, problem }: SessionState): boolean =>
  isFetching || problem?.kind === "connection-refused";
