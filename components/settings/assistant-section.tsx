import Link from "next/link";
import { Button } from "@/components/ui/button";
import { SettingsRow } from "./settings-row";
import { SettingsSection } from "./settings-section";

type AssistantSectionProps = {
  /** Which model answers. */
  model: string;
  /** Whether questions go to a language model elsewhere. */
  isRemote: boolean;
};

export function AssistantSection({ model, isRemote }: AssistantSectionProps) {
  return (
    <SettingsSection title="Assistant" description="Who answers, and what they are told.">
      <SettingsRow label="Answers come from">
        {isRemote
          ? `${model}, a language model. Whoever runs this server has chosen it.`
          : `The ${model.toLowerCase()}, a part of Purser on this server. No language model is asked.`}
      </SettingsRow>
      <SettingsRow label="What is sent to it">
        {isRemote ? <SentToModel /> : "Nothing leaves this server."}
      </SettingsRow>
      <SettingsRow
        label="Memories"
        action={
          <Button asChild variant="outline" size="sm">
            <Link href="/memories" aria-label="Open your memories">
              Open
            </Link>
          </Button>
        }
      >
        What Purser remembers of you goes along with each question.
      </SettingsRow>
    </SettingsSection>
  );
}

function SentToModel() {
  return (
    <>
      Your question and what was said before it, the names of your accounts, bills, budgets and goals, your
      memories, and the transactions and amounts that are looked up for the answer. Account numbers and your
      full name are masked. Passwords and access to your banks are never sent. The eye below an answer shows
      exactly what was.
    </>
  );
}
