import { SettingsSection } from "./settings-section";

export function ConnectionsSection() {
  return (
    <SettingsSection title="Connections" description="Where your numbers come from.">
      {null}
    </SettingsSection>
  );
}
