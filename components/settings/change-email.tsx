"use client";

import { useState } from "react";
import { Labelled } from "@/components/import/labelled";
import { FormDialog } from "@/components/money/form-dialog";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { SettingsActions } from "./settings-actions";

type ChangeEmailProps = { onSave: SettingsActions["changeEmail"] };

export function ChangeEmail({ onSave }: ChangeEmailProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" size="sm" aria-label="Change your e-mail" onClick={() => setOpen(true)}>
        Change
      </Button>
      {isOpen && (
        <FormDialog
          title="Change your e-mail"
          description="You sign in with the new address from now on."
          saveLabel="Save"
          onClose={() => setOpen(false)}
          onSave={(fields) =>
            onSave({
              email: String(fields.get("email") ?? ""),
              password: String(fields.get("password") ?? ""),
            })
          }
        >
          <Labelled label="New e-mail">
            {(field) => <Input {...field} name="email" type="email" required autoComplete="email" />}
          </Labelled>
          <Labelled label="Your password" hint="So that nobody else does this on your device.">
            {(field) => (
              <Input {...field} name="password" type="password" required autoComplete="current-password" />
            )}
          </Labelled>
        </FormDialog>
      )}
    </>
  );
}
