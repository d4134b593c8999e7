import { check } from "./check";

/** @returns the exit code */
export async function main(): Promise<number> {
  const { failed } = await check();
  return failed === 0 ? 0 : 1;
}
