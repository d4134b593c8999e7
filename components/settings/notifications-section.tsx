import type { ChooseDigest, DigestSettings } from "@/lib/contract/digest";
import type { ActionResult } from "@/lib/contract/error-body";
import { ChooseDigestSwitches } from "./choose-digest-switches";
import { SettingsSection } from "./settings-section";

type NotificationsSectionProps = {
  settings: DigestSettings;
  email: string;
  /** Null where nothing can be changed. */
  onChoose: ((input: ChooseDigest) => Promise<ActionResult<void>>) | null;
};

export function NotificationsSection(props: NotificationsSectionProps) {
  return (
    <SettingsSection
      title="Notifications"
      description="On Monday mornings: what you spent last week, what cost most, and which bills are next."
    >
      <ChooseDigestSwitches {...props} />
    </SettingsSection>
  );
}
