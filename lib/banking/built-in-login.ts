import type { SandboxLogin } from "../plaid/sandbox";

/** Of the built-in sandbox bank: any seed is a household, the same one for ever. */
export function builtInLogin(institutionId: string, seed: number, months = 24): SandboxLogin {
  return { institutionId, username: "user_household", password: JSON.stringify({ seed, months }) };
}
