import Link from "next/link";
import { count } from "@/components/chat/results/words";
import { Button } from "@/components/ui/button";
import type { SettingsView } from "@/lib/contract/settings";
import { SettingsRow } from "./settings-row";
import { SettingsSection } from "./settings-section";

type ConnectionsSectionProps = { settings: Pick<SettingsView, "bankCount" | "fileCount"> };

export function ConnectionsSection({ settings }: ConnectionsSectionProps) {
  return (
    <SettingsSection title="Connections" description="Where your numbers come from.">
      <SettingsRow
        label="Banks and files"
        action={
          <Button asChild variant="outline" size="sm">
            <Link href="/accounts" aria-label="Open your accounts">
              Open
            </Link>
          </Button>
        }
      >
        {inWords(settings)}
      </SettingsRow>
    </SettingsSection>
  );
}

function inWords({ bankCount, fileCount }: ConnectionsSectionProps["settings"]): string {
  const banks = bankCount > 0 && count(bankCount, "linked bank");
  const files = fileCount > 0 && count(fileCount, "bank from files", "banks from files");
  return [banks, files].filter(Boolean).join(" and ") || "No bank is linked yet.";
}
