import type { ActionError } from "@/lib/contract/error-body";

/** What a form of the sign-in pages knows after it was sent: why it was refused, and what was typed (never the password). */
export type AuthFormState = { error?: ActionError; values?: { name?: string; email?: string } };

/** A server action that answers with the form's next state, or leads to another page. */
export type AuthFormAction = (previous: AuthFormState, form: FormData) => Promise<AuthFormState>;
