import { DownloadIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/contract/error-body";
import type { Belongings, DeleteAccount, DeletionPlan } from "@/lib/contract/your-data";
import { DeleteAccountDialog } from "./delete-account-dialog";
import { SettingsSection } from "./settings-section";

type YourDataSectionProps = {
  plan: DeletionPlan;
  email: string;
  onDelete: (input: DeleteAccount) => Promise<ActionResult<Belongings>>;
};

export function YourDataSection({ plan: { belongings, proof }, email, onDelete }: YourDataSectionProps) {
  return (
    <SettingsSection title="Your data" description="Take everything with you, or take everything away.">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-4">
        <p className="max-w-prose text-pretty text-sm leading-relaxed">
          Everything that Purser keeps of you in one archive: conversations, transactions, accounts, budgets,
          goals, rules and memories.
        </p>
        <Button asChild variant="outline">
          <a href="/api/export/everything" download>
            <DownloadIcon /> Export everything
          </a>
        </Button>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-4">
        <p className="max-w-prose text-pretty text-sm leading-relaxed">
          {proof === null
            ? "Everybody who opens the demo shares this account, so it cannot be deleted."
            : "Delete your account with all that is in it. Your banks are disconnected, and nothing can be brought back."}
        </p>
        {proof !== null && (
          <DeleteAccountDialog belongings={belongings} proof={proof} email={email} onDelete={onDelete} />
        )}
      </div>
    </SettingsSection>
  );
}
