import { checkSettings, complaintsOfSchema } from "./check-settings";
import { checkStores } from "./check-stores";
import { checkTools } from "./check-tools";
import { checkTree } from "./check-tree";
import { findPrevious } from "./find-previous";
import { pendingMigrations } from "./pending-migrations";
import type { Problem } from "./problem";
import type { DeploySettings } from "./read-settings";
import type { Target } from "./step";

type Options = { file: string; address: string | undefined; waitMs: number };

/** Looks at everything before anything is touched, so that all that is missing is said at once. */
export async function check(
  settings: DeploySettings,
  { file, address, waitMs }: Options,
): Promise<{ problems: Problem[]; target: Target }> {
  const { application, tools } = settings;
  const { DATABASE_URL = "", AUTH_URL = "<AUTH_URL>" } = application;
  const { FLY_APP } = tools;
  // With settings that stop the boot the stores cannot be asked in the way of the application.
  const canBoot = complaintsOfSchema(application).length === 0;
  const [stores, ofTools, tree] = await Promise.all([
    canBoot ? checkStores(application) : [],
    checkTools(tools),
    checkTree(),
  ]);
  const known =
    canBoot && FLY_APP !== undefined && ofTools.length === 0
      ? await findPrevious(FLY_APP, AUTH_URL)
      : { previous: { image: null, webDeployment: null }, problems: [] };
  return {
    problems: [...checkSettings(settings, file), ...stores, ...ofTools, ...tree, ...known.problems],
    target: {
      application,
      flyApp: FLY_APP ?? "<FLY_APP>",
      address: (address ?? AUTH_URL).replace(/\/$/, ""),
      waitMs,
      previous: known.previous,
      pendingMigrations: canBoot && stores.length === 0 ? await pendingMigrations(DATABASE_URL) : null,
    },
  };
}
