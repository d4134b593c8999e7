import type { Belongings } from "@/lib/contract/your-data";

const NOUNS = {
  conversations: ["conversation", "conversations"],
  banks: ["connected bank", "connected banks"],
  transactions: ["transaction", "transactions"],
  memories: ["memory", "memories"],
} as const satisfies Record<keyof Belongings, readonly [string, string]>;

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** "your account, 12 conversations and 4,210 transactions": what there is none of is not mentioned. */
export function belongingsInWords(belongings: Belongings): string {
  const counted = Object.entries(NOUNS).flatMap(([kind, [one, many]]) => {
    const count = belongings[kind as keyof Belongings];
    return count === 0 ? [] : [`${count.toLocaleString("en-US")} ${count === 1 ? one : many}`];
  });
  return list.format(["your account", ...counted]);
}
