import type { CalendarDate } from "../../contract/money";
import type { PeriodInput } from "../tools/period-input";
import type { Wishes } from "./find-wishes";
import type { Subject } from "./question";

/** All that was found in one question, before deciding what it asks. */
export type ParsedQuestion = {
  /** Lower case, single spaces. */
  plain: string;
  /** The words of the questions before it, when it speaks of what they named: "it", "that card". */
  before: string;
  /** In the person's time zone. */
  today: CalendarDate;
  /** `plain` with the words of its periods marked. */
  unplaced: string;
  /** In the order of the text. */
  periods: PeriodInput[];
  wishes: Wishes;
  subjects: Subject[];
  /** What is to be left out: "without rent". */
  excluded: Subject[];
};
