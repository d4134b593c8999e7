import Link from "next/link";
import type { Person } from "@/lib/contract/account";
import type { SettingsView } from "@/lib/contract/settings";
import { ChangeEmail } from "./change-email";
import { ChangeName } from "./change-name";
import { ChangePassword } from "./change-password";
import type { SettingsActions } from "./settings-actions";
import { SettingsRow } from "./settings-row";
import { SettingsSection } from "./settings-section";

type ProfileSectionProps = {
  person: Person;
  settings: Pick<SettingsView, "hasPassword" | "providers">;
  /** Null where nothing may be changed. */
  actions: SettingsActions | null;
};

export function ProfileSection({ person, settings, actions }: ProfileSectionProps) {
  const { hasPassword } = settings;
  return (
    <SettingsSection
      title="Profile"
      description={actions ? "Your name, and how you sign in." : <DemoNotice />}
    >
      <SettingsRow label="Name" action={actions && <ChangeName name={person.name} onSave={actions.rename} />}>
        {person.name}
      </SettingsRow>
      <SettingsRow
        label="E-mail"
        action={actions && hasPassword && <ChangeEmail onSave={actions.changeEmail} />}
      >
        {person.email}
      </SettingsRow>
      <SettingsRow
        label="Password"
        action={
          actions && hasPassword && <ChangePassword email={person.email} onSave={actions.changePassword} />
        }
      >
        {waysIn(person, settings)}
      </SettingsRow>
    </SettingsSection>
  );
}

function DemoNotice() {
  return (
    <>
      Everybody who opens the demo shares this account, so nothing in it can be changed.{" "}
      <Link href="/sign-up" className="text-primary underline underline-offset-4">
        Create an account
      </Link>{" "}
      of your own.
    </>
  );
}

function waysIn(
  { isDemo }: Pick<Person, "isDemo">,
  { hasPassword, providers }: ProfileSectionProps["settings"],
): string {
  if (isDemo) return "The demo opens without one.";
  if (hasPassword) return "You sign in with your e-mail and a password.";
  const names = providers.join(" and ");
  return `You have none: you sign in with ${names}, where your e-mail and password are kept and changed.`;
}
