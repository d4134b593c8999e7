import type { ActionResult } from "@/lib/contract/error-body";
import type {
  ChangeEmail,
  ChangePassword,
  ChooseCurrency,
  ChooseTimeZone,
  OneSession,
  RenamePerson,
} from "@/lib/contract/settings";

/** What can be set, by server actions that the page gives. */
export type SettingsActions = {
  rename: (input: RenamePerson) => Promise<ActionResult<void>>;
  changeEmail: (input: ChangeEmail) => Promise<ActionResult<void>>;
  changePassword: (input: ChangePassword) => Promise<ActionResult<void>>;
  chooseTimeZone: (input: ChooseTimeZone) => Promise<ActionResult<void>>;
  chooseCurrency: (input: ChooseCurrency) => Promise<ActionResult<void>>;
  signOutDevice: (input: OneSession) => Promise<ActionResult<void>>;
  signOutOtherDevices: () => Promise<ActionResult<void>>;
};
