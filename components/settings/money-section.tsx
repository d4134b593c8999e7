import type { SettingsView } from "@/lib/contract/settings";
import { ChooseCurrency } from "./choose-currency";
import { ChooseTimeZone } from "./choose-time-zone";
import type { SettingsActions } from "./settings-actions";
import { SettingsRow } from "./settings-row";
import { SettingsSection } from "./settings-section";
import { zoneInWords } from "./zone-in-words";

type MoneySectionProps = {
  timeZone: string;
  settings: Pick<SettingsView, "currency" | "currencies">;
  /** Null where nothing may be changed. */
  actions: Pick<SettingsActions, "chooseTimeZone" | "chooseCurrency"> | null;
};

export function MoneySection({ timeZone, settings, actions }: MoneySectionProps) {
  const [leading, ...others] = settings.currencies;
  return (
    <SettingsSection title="Money" description="When your day begins, and which currency comes first.">
      {actions ? (
        <ChooseTimeZone timeZone={timeZone} onChoose={actions.chooseTimeZone} />
      ) : (
        <SettingsRow label="Time zone">{zoneInWords(timeZone)}</SettingsRow>
      )}
      {actions && others.length > 0 ? (
        <ChooseCurrency {...settings} onChoose={actions.chooseCurrency} />
      ) : (
        <SettingsRow label="Main currency">{inWords(leading, others)}</SettingsRow>
      )}
    </SettingsSection>
  );
}

function inWords(leading: string | undefined, others: readonly string[]): string {
  if (leading === undefined) return "It follows from your accounts, once you have connected a bank.";
  return others.length > 0 ? leading : `${leading}, the currency of all your accounts.`;
}
