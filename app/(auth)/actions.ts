"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { CredentialsSignin } from "next-auth";
import { z } from "zod";
import type { AuthFormState } from "@/components/auth/auth-form-state";
import { countSignUp } from "@/lib/account/attempt-limits";
import { findDemoPerson } from "@/lib/account/find-demo-person";
import { signUp } from "@/lib/account/sign-up";
import { SignIn, SignUp, TimeZone } from "@/lib/contract/account";
import type { ActionResult } from "@/lib/contract/error-body";
import { publicAction } from "@/lib/web/action";
import { signIn, signOut } from "@/lib/web/auth";
import { clientAddress } from "@/lib/web/client-address";
import { HOME_PATH, safeRedirectPath } from "@/lib/web/safe-redirect";
import { signInProblem } from "@/lib/web/sign-in-problem";
import { writeTimeZoneCookie } from "@/lib/web/time-zone-cookie";

const next = z.unknown().transform((value) => safeRedirectPath(value));

const startSession = publicAction(SignIn.extend({ next }), async ({ email, password, next }) => {
  await signInWithPassword({ email, password });
  redirect(next);
});

const createAccount = publicAction(SignUp.extend({ next }), async ({ next, ...input }) => {
  await countSignUp(clientAddress(await headers()));
  await signUp(input);
  await signInWithPassword(input);
  redirect(next);
});

const openDemo = publicAction(z.unknown(), async () => {
  // Asked first for its clear errors; Auth.js would wrap them.
  await findDemoPerson();
  await signIn("demo", { redirect: false });
  redirect(HOME_PATH);
});

const leaveForProvider = publicAction(
  z.object({ provider: z.enum(["google", "github"]), next, timeZone: TimeZone.catch("UTC") }),
  async ({ provider, next, timeZone }) => {
    await writeTimeZoneCookie(timeZone);
    await signIn(provider, { redirectTo: next });
  },
);

async function signInWithPassword(credentials: SignIn): Promise<void> {
  try {
    await signIn("credentials", { ...credentials, redirect: false });
  } catch (thrown) {
    if (!(thrown instanceof CredentialsSignin)) throw thrown;
    throw signInProblem(thrown.code);
  }
}

/** The form's next state. On success there is none: the browser is on its way to another page. */
function formState(result: ActionResult<never>, form: FormData): AuthFormState {
  if (result.ok) return {};
  return { error: result.error, values: { name: text(form, "name"), email: text(form, "email") } };
}

const text = (form: FormData, field: string): string => {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
};

export async function signInAction(_previous: AuthFormState, form: FormData): Promise<AuthFormState> {
  return formState(await startSession(Object.fromEntries(form)), form);
}

export async function signUpAction(_previous: AuthFormState, form: FormData): Promise<AuthFormState> {
  return formState(await createAccount(Object.fromEntries(form)), form);
}

export async function exploreDemoAction(_previous: AuthFormState, form: FormData): Promise<AuthFormState> {
  return formState(await openDemo({}), form);
}

export async function continueWithProviderAction(form: FormData): Promise<void> {
  const result = await leaveForProvider(Object.fromEntries(form));
  if (!result.ok) redirect("/sign-in?error=Configuration");
}

export async function signOutAction(): Promise<void> {
  await signOut({ redirect: false });
  redirect("/");
}
