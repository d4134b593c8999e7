import { ChooseTheme } from "./choose-theme";
import { SettingsSection } from "./settings-section";

export function AppearanceSection() {
  return (
    <SettingsSection title="Appearance" description="How Purser looks in this browser.">
      <ChooseTheme />
    </SettingsSection>
  );
}
