"use client";

import { Labelled } from "@/components/import/labelled";
import { Input } from "@/components/ui/input";
import { MAX_PERSON_NAME } from "@/lib/contract/account";
import { ChangeButton } from "./change-button";
import type { SettingsActions } from "./settings-actions";

type ChangeNameProps = { name: string; onSave: SettingsActions["rename"] };

export function ChangeName({ name, onSave }: ChangeNameProps) {
  return (
    <ChangeButton
      what="your name"
      description="It is shown in the menu, and the assistant may call you by it."
      onSave={(field) => onSave({ name: field("name") })}
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
    </ChangeButton>
  );
}
