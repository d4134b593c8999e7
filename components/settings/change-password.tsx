"use client";

import { Labelled } from "@/components/import/labelled";
import { Input } from "@/components/ui/input";
import { ChangeButton } from "./change-button";
import type { SettingsActions } from "./settings-actions";

type ChangePasswordProps = { email: string; onSave: SettingsActions["changePassword"] };

export function ChangePassword({ email, onSave }: ChangePasswordProps) {
  return (
    <ChangeButton
      what="your password"
      description="All your other devices are signed out. This one stays."
      onSave={(field) => onSave({ password: field("password"), newPassword: field("newPassword") })}
    >
      {/* Tells password managers whose password it is. */}
      <input hidden readOnly autoComplete="username" value={email} />
      <Labelled label="Your password now">
        {(field) => (
          <Input {...field} name="password" type="password" required autoComplete="current-password" />
        )}
      </Labelled>
      <Labelled label="New password" hint="At least 10 characters.">
        {(field) => (
          <Input {...field} name="newPassword" type="password" required autoComplete="new-password" />
        )}
      </Labelled>
    </ChangeButton>
  );
}
