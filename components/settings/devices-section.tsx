import { SettingsSection } from "./settings-section";

export function DevicesSection() {
  return (
    <SettingsSection title="Devices" description="Where you are signed in.">
      {null}
    </SettingsSection>
  );
}
