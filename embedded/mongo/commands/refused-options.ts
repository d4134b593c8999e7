import type { Document } from "bson";
import { isPlainDocument } from "../bson-view";
import { notSupported } from "../command-error";

/** The "simple" collation is the comparison by bytes that happens anyway. */
export function refuseCollation(options: Document): void {
  const collation: unknown = options.collation;
  if (collation === undefined || (isPlainDocument(collation) && collation.locale === "simple")) return;
  throw notSupported("Collation");
}
