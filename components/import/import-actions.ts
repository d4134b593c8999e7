import type { AccountType } from "@/lib/contract/banking";
import type { ActionResult } from "@/lib/contract/error-body";
import type { ImportPreview, ImportResult } from "@/lib/contract/imports";

/** Server actions, given by the page. */
export type ImportActions = {
  preview: (form: FormData) => Promise<ActionResult<ImportPreview>>;
  confirm: (form: FormData) => Promise<ActionResult<ImportResult>>;
  undo: (input: unknown) => Promise<ActionResult<null>>;
};

export type AccountOption = {
  id: string;
  name: string;
  mask: string | null;
  type: AccountType;
  institutionName: string;
};
