"use client";

import { type ComponentProps, useState } from "react";
import { Field } from "./field";

type PasswordFieldProps = Omit<ComponentProps<typeof Field>, "type" | "trailing" | "label" | "name">;

/** A password with a button to look at it: typing blind costs more people their account than onlookers do. */
export function PasswordField(props: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <Field
      {...props}
      label="Password"
      name="password"
      type={isShown ? "text" : "password"}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      className="pr-16"
      trailing={
        <button
          type="button"
          onClick={() => setShown(!isShown)}
          className="absolute inset-y-0 right-1 my-1 rounded-md px-2.5 text-muted-foreground text-sm hover:text-foreground"
        >
          {isShown ? "Hide" : "Show"}
          <span className="sr-only"> what is typed</span>
        </button>
      }
    />
  );
}
