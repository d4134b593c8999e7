import type { Step, Target } from "./step";

/** What will be done, in order, and what is gone back to when it fails. */
export function printPlan(steps: readonly Step[], { previous }: Target, overridden: readonly string[]): void {
  console.log("\nThe plan:");
  for (const [index, { plan }] of steps.entries()) console.log(`  ${index + 1}. ${plan}`);
  console.log(`  If one fails: back to worker ${previous.image ?? "(none known)"}`);
  console.log(
    `                and web ${previous.webDeployment ?? "(none known)"}; migrations stay, they only add.`,
  );
  if (overridden.length > 0)
    console.log(`  The environment has other values than the file, and wins: ${overridden.join(", ")}`);
  console.log("");
}
