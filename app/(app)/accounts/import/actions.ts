"use server";

import { revalidatePath } from "next/cache";
import { confirmImport } from "@/lib/banking/confirm-import";
import { previewImport } from "@/lib/banking/preview-import";
import type { ImportFile } from "@/lib/banking/read-import";
import { undoImport } from "@/lib/banking/undo-import";
import type { ActionResult } from "@/lib/contract/error-body";
import {
  ConfirmImportForm,
  type ImportPreview,
  type ImportResult,
  PreviewImportForm,
  UndoImport,
} from "@/lib/contract/imports";
import { ownAction } from "@/lib/web/own-action";

const preview = ownAction(PreviewImportForm, async ({ file, request }, user) =>
  previewImport(user, await toImportFile(file), request),
);

const confirm = ownAction(ConfirmImportForm, async ({ file, request }, user) => {
  const result = await confirmImport(user, await toImportFile(file), request);
  revalidatePath("/accounts", "layout");
  return result;
});

const undo = ownAction(UndoImport, async ({ importId }, user) => {
  await undoImport(user, importId);
  revalidatePath("/accounts", "layout");
  return null;
});

async function toImportFile(file: File): Promise<ImportFile> {
  return { name: file.name.slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) };
}

export async function previewImportAction(form: FormData): Promise<ActionResult<ImportPreview>> {
  return preview(form);
}

export async function confirmImportAction(form: FormData): Promise<ActionResult<ImportResult>> {
  return confirm(form);
}

export async function undoImportAction(input: unknown): Promise<ActionResult<null>> {
  return undo(input);
}
