"use client";

import { type SubmitEvent, startTransition, useActionState, useEffect, useRef } from "react";
import type { AuthFormAction } from "./auth-form-state";

/**
 * A form that works before JavaScript has loaded (`action`) and afterwards keeps what was typed (`onSubmit`: React would
 * clear the fields of a form that it submits itself). When it is refused, the first field to mend gets the focus.
 */
export function useAuthForm(action: AuthFormAction) {
  const [state, formAction, isPending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (!state.error) return;
    const find = (selector: string) => form.current?.querySelector<HTMLInputElement>(selector);
    (find("[aria-invalid=true]") ?? find("[name=password]"))?.select();
  }, [state]);

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => formAction(data));
  };
  return { state, isPending, formProps: { ref: form, action: formAction, onSubmit } };
}
