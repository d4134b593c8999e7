import { SettingsSection } from "./settings-section";

export function ProfileSection() {
  return (
    <SettingsSection title="Profile" description="Your name, and how you sign in.">
      {null}
    </SettingsSection>
  );
}
