import type { ProposalKind, ProposedChange } from "../contract/proposals";
import type { ChangeKind } from "./change-kind";
import { changeBudget } from "./kinds/change-budget";
import { changeCategory } from "./kinds/change-category";
import { changeGoal } from "./kinds/change-goal";
import { changeMemory } from "./kinds/change-memory";
import { changeNote } from "./kinds/change-note";
import { changeRecurring } from "./kinds/change-recurring";
import { changeRule } from "./kinds/change-rule";
import { changeSplit } from "./kinds/change-split";

const CHANGE_KINDS: { [Kind in ProposalKind]: ChangeKind<Extract<ProposedChange, { kind: Kind }>> } = {
  category: changeCategory,
  rule: changeRule,
  budget: changeBudget,
  goal: changeGoal,
  note: changeNote,
  split: changeSplit,
  recurring: changeRecurring,
  memory: changeMemory,
};

/** How a change is described, applied and taken back. */
export const kindOf = ({ kind }: ProposedChange): ChangeKind<ProposedChange> => CHANGE_KINDS[kind];
