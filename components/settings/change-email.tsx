"use client";

import { Labelled } from "@/components/import/labelled";
import { Input } from "@/components/ui/input";
import { ChangeButton } from "./change-button";
import type { SettingsActions } from "./settings-actions";

type ChangeEmailProps = { onSave: SettingsActions["changeEmail"] };

export function ChangeEmail({ onSave }: ChangeEmailProps) {
  return (
    <ChangeButton
      what="your e-mail"
      description="You sign in with the new address from now on."
      onSave={(field) => onSave({ email: field("email"), password: field("password") })}
    >
      <Labelled label="New e-mail">
        {(field) => <Input {...field} name="email" type="email" required autoComplete="email" />}
      </Labelled>
      <Labelled label="Your password" hint="So that nobody else does this on your device.">
        {(field) => (
          <Input {...field} name="password" type="password" required autoComplete="current-password" />
        )}
      </Labelled>
    </ChangeButton>
  );
}
