import type { PeriodInput } from "../tools/period-input";
import type { Wishes } from "./find-wishes";
import type { Subject } from "./question";

/** All that was found in one question, before deciding what it asks. */
export type ParsedQuestion = {
  plain: string;
  periods: PeriodInput[];
  wishes: Wishes;
  subjects: Subject[];
};
