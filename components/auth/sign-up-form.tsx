"use client";

import type { AuthFormAction } from "./auth-form-state";
import { Field } from "./field";
import { FormProblem } from "./form-problem";
import { PasswordField } from "./password-field";
import { SubmitButton } from "./submit-button";
import { TimeZoneField } from "./time-zone-field";
import { useAuthForm } from "./use-auth-form";

type SignUpFormProps = { action: AuthFormAction; next: string };

export function SignUpForm({ action, next }: SignUpFormProps) {
  const { state, isPending, formProps } = useAuthForm(action);
  const { error, values } = state;
  return (
    <form {...formProps} aria-label="Create account" className="grid gap-5">
      {error && !error.fields && <FormProblem>{error.message}</FormProblem>}
      <input type="hidden" name="next" value={next} />
      <TimeZoneField />
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        maxLength={100}
        defaultValue={values?.name}
        problem={error?.fields?.name}
        whenMissing="Enter your name."
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        maxLength={254}
        defaultValue={values?.email}
        problem={error?.fields?.email}
        whenMissing="Enter your e-mail address."
        whenWrong="Enter an e-mail address like name@example.com."
      />
      <PasswordField
        autoComplete="new-password"
        minLength={10}
        maxLength={200}
        hint="At least 10 characters. Plain words are fine."
        problem={error?.fields?.password}
        whenMissing="Choose a password."
        whenWrong="Use at least 10 characters."
      />
      <SubmitButton isPending={isPending}>Create account</SubmitButton>
    </form>
  );
}
