"use client";

import { useState } from "react";
import { Labelled } from "@/components/import/labelled";
import { FormDialog } from "@/components/money/form-dialog";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { SettingsActions } from "./settings-actions";

type ChangePasswordProps = { email: string; onSave: SettingsActions["changePassword"] };

export function ChangePassword({ email, onSave }: ChangePasswordProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" size="sm" aria-label="Change your password" onClick={() => setOpen(true)}>
        Change
      </Button>
      {isOpen && (
        <FormDialog
          title="Change your password"
          description="All your other devices are signed out. This one stays."
          saveLabel="Save"
          onClose={() => setOpen(false)}
          onSave={(fields) =>
            onSave({
              password: String(fields.get("password") ?? ""),
              newPassword: String(fields.get("newPassword") ?? ""),
            })
          }
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
        </FormDialog>
      )}
    </>
  );
}
