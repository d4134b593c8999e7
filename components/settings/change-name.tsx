"use client";

import { useState } from "react";
import { Labelled } from "@/components/import/labelled";
import { FormDialog } from "@/components/money/form-dialog";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { MAX_PERSON_NAME } from "@/lib/contract/account";
import type { SettingsActions } from "./settings-actions";

type ChangeNameProps = { name: string; onSave: SettingsActions["rename"] };

export function ChangeName({ name, onSave }: ChangeNameProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" size="sm" aria-label="Change your name" onClick={() => setOpen(true)}>
        Change
      </Button>
      {isOpen && (
        <FormDialog
          title="Change your name"
          description="It is shown in the menu, and the assistant may call you by it."
          saveLabel="Save"
          onClose={() => setOpen(false)}
          onSave={(fields) => onSave({ name: String(fields.get("name") ?? "") })}
        >
          <Labelled label="Name">
            {(field) => (
              <Input
                {...field}
                name="name"
                required
                maxLength={MAX_PERSON_NAME}
                autoComplete="name"
                defaultValue={name}
              />
            )}
          </Labelled>
        </FormDialog>
      )}
    </>
  );
}
