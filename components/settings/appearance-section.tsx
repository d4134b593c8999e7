import { SettingsSection } from "./settings-section";

export function AppearanceSection() {
  return (
    <SettingsSection title="Appearance" description="How Purser looks on this device.">
      {null}
    </SettingsSection>
  );
}
