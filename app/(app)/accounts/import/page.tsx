import { ArrowLeftIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { DemoImports } from "@/components/import/demo-imports";
import { ImportScreen } from "@/components/import/import-screen";
import { PastImports } from "@/components/import/past-imports";
import { listConnections } from "@/lib/banking/list-connections";
import { listImports } from "@/lib/banking/list-imports";
import { requireUser } from "@/lib/web/session";
import { confirmImportAction, previewImportAction, undoImportAction } from "./actions";

export const metadata: Metadata = { title: "Import a file" };

export default async function ImportPage() {
  const { id, timeZone, isDemo } = await requireUser();
  const [connections, imports] = await Promise.all([listConnections(id), listImports(id)]);
  const accounts = connections
    .filter(({ status }) => status !== "revoked")
    .flatMap(({ institutionName, accounts }) =>
      accounts.map(({ id, name, mask, type }) => ({ id, name, mask, type, institutionName })),
    );
  const actions = { preview: previewImportAction, confirm: confirmImportAction, undo: undoImportAction };
  return (
    <div className="scrollbar-quiet min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-8 md:px-6">
        <header className="grid gap-2">
          <Link
            href="/accounts"
            className="inline-flex items-center gap-1.5 justify-self-start text-muted-foreground text-sm hover:text-foreground"
          >
            <ArrowLeftIcon className="size-4" aria-hidden /> Accounts
          </Link>
          <h1 className="font-semibold text-2xl tracking-tight">Import a file</h1>
          <p className="max-w-xl text-pretty text-muted-foreground text-sm leading-relaxed">
            For banks that cannot be connected: download your transactions there as CSV and add them here. You
            see everything before it is stored, and can take it back.
          </p>
        </header>
        {isDemo ? <DemoImports /> : <ImportScreen accounts={accounts} actions={actions} />}
        {imports.length > 0 && (
          <PastImports imports={imports} timeZone={timeZone} undo={isDemo ? null : undoImportAction} />
        )}
      </div>
    </div>
  );
}
