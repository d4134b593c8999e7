"use client";

import type { AuthFormAction } from "./auth-form-state";
import { Field } from "./field";
import { FormProblem } from "./form-problem";
import { PasswordField } from "./password-field";
import { SubmitButton } from "./submit-button";
import { useAuthForm } from "./use-auth-form";

type SignInFormProps = {
  action: AuthFormAction;
  /** Path of this site to open afterwards. */
  next: string;
  /** What went wrong before this page was opened, for instance at Google. */
  problem?: string | undefined;
};

export function SignInForm({ action, next, problem }: SignInFormProps) {
  const { state, isPending, formProps } = useAuthForm(action);
  const { error, values } = state;
  const general = error ? !error.fields && error.message : problem;
  return (
    <form {...formProps} aria-label="Sign in" className="grid gap-5">
      {general && <FormProblem>{general}</FormProblem>}
      <input type="hidden" name="next" value={next} />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        maxLength={254}
        defaultValue={values?.email}
        problem={error?.fields?.email}
        whenMissing="Enter your e-mail address."
        whenWrong="Enter an e-mail address like name@example.com."
      />
      <PasswordField
        autoComplete="current-password"
        maxLength={200}
        problem={error?.fields?.password}
        whenMissing="Enter your password."
      />
      <SubmitButton isPending={isPending}>Sign in</SubmitButton>
    </form>
  );
}
