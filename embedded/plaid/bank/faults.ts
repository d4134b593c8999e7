import type { Fault, FaultKind } from "./fault";
import type { SandboxItem } from "./state";

type Armed = Fault & { seen: number };

/** What goes wrong because a test asked for it. Kept in memory: a bank that is started anew works. */
export type Faults = {
  add(fault: Fault): void;
  /** Of this item, or all. */
  clear(itemId: string | null): void;
  /** The first fault of these kinds that strikes this request, used up by one; null when all goes well. */
  take(item: SandboxItem | null, path: string, kinds: readonly FaultKind[]): Fault | null;
};

export function openFaults(): Faults {
  let armed: Armed[] = [];
  const strikes = (fault: Armed): boolean => {
    fault.seen += 1;
    return fault.seen % fault.every === 0;
  };
  return {
    add: (fault) => void armed.push({ ...fault, seen: 0 }),
    clear: (itemId) => {
      armed = itemId === null ? [] : armed.filter((fault) => fault.itemId !== itemId);
    },
    take: (item, path, kinds) => {
      const fault = armed.find(
        (candidate) =>
          kinds.includes(candidate.kind) &&
          (candidate.itemId === null || candidate.itemId === item?.itemId) &&
          (candidate.path === null || candidate.path === path) &&
          strikes(candidate),
      );
      if (fault === undefined) return null;
      if (fault.times !== null) fault.times -= 1;
      armed = armed.filter(({ times }) => times !== 0);
      return fault;
    },
  };
}
