import { SettingsSection } from "./settings-section";

export function MoneySection() {
  return (
    <SettingsSection title="Money" description="How days and amounts are read.">
      {null}
    </SettingsSection>
  );
}
