import { SettingsSection } from "./settings-section";

export function AssistantSection() {
  return (
    <SettingsSection title="Assistant" description="Who answers, and what they are told.">
      {null}
    </SettingsSection>
  );
}
