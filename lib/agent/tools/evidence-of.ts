import type { Evidence } from "../../contract/results/evidence";
import type { CaveatScope } from "../../domain/data-caveats";
import type { Ledger } from "../../domain/ledger";

type DataEvidence = Pick<Evidence, "asOf" | "caveats"> & { dataFrom: string | null };

/** What a result says of the data behind it: how fresh it is, from when on there is any, and what is wrong with it. */
export async function evidenceOf(ledger: Ledger, scope: CaveatScope = {}): Promise<DataEvidence> {
  const [{ asOf, firstDate }, caveats] = await Promise.all([
    ledger.coverage(scope.accountIds),
    ledger.caveats(scope),
  ]);
  return withCaveats({ asOf, dataFrom: firstDate }, caveats);
}

/** With more that must be said, each once. */
export function withCaveats(evidence: DataEvidence, more: readonly string[]): DataEvidence {
  const caveats = [...new Set([...(evidence.caveats ?? []), ...more])];
  return { ...evidence, ...(caveats.length > 0 && { caveats }) };
}
