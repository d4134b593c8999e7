"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { changeEmail } from "@/lib/account/change-email";
import { changePassword } from "@/lib/account/change-password";
import { chooseCurrency } from "@/lib/account/choose-currency";
import { chooseTimeZone } from "@/lib/account/choose-time-zone";
import { endOtherSessions, endSession } from "@/lib/account/end-session";
import { renamePerson } from "@/lib/account/rename-person";
import type { ActionResult } from "@/lib/contract/error-body";
import {
  ChangeEmail,
  ChangePassword,
  ChooseCurrency,
  ChooseTimeZone,
  OneSession,
  RenamePerson,
} from "@/lib/contract/settings";
import { clientAddress } from "@/lib/web/client-address";
import { ownAction } from "@/lib/web/own-action";
import { requireSession } from "@/lib/web/session";

/** Name, zone and currency are part of what every page shows. */
const showEverywhere = () => revalidatePath("/", "layout");

const askingClient = async () => clientAddress(await headers());

const rename = ownAction(RenamePerson, async ({ name }, user) => {
  await renamePerson(user.id, name);
  showEverywhere();
});
const setEmail = ownAction(ChangeEmail, async (input, user) => {
  await changeEmail(user, input, await askingClient());
  showEverywhere();
});
const setPassword = ownAction(ChangePassword, async (input, { email }) => {
  const { userId, sessionId } = await requireSession();
  await changePassword({ userId, sessionId, email, client: await askingClient() }, input);
  revalidatePath("/settings");
});
const setTimeZone = ownAction(ChooseTimeZone, async ({ timeZone }, user) => {
  await chooseTimeZone(user.id, timeZone);
  showEverywhere();
});
const setCurrency = ownAction(ChooseCurrency, async ({ currency }, user) => {
  await chooseCurrency(user.id, currency);
  showEverywhere();
});
const signOutDevice = ownAction(OneSession, async ({ sessionId }, user) => {
  await endSession({ userId: user.id, sessionId });
  revalidatePath("/settings");
});
const signOutOthers = ownAction(z.unknown(), async () => {
  await endOtherSessions(await requireSession());
  revalidatePath("/settings");
});

export async function renamePersonAction(input: unknown): Promise<ActionResult<void>> {
  return rename(input);
}

export async function changeEmailAction(input: unknown): Promise<ActionResult<void>> {
  return setEmail(input);
}

export async function changePasswordAction(input: unknown): Promise<ActionResult<void>> {
  return setPassword(input);
}

export async function chooseTimeZoneAction(input: unknown): Promise<ActionResult<void>> {
  return setTimeZone(input);
}

export async function chooseCurrencyAction(input: unknown): Promise<ActionResult<void>> {
  return setCurrency(input);
}

export async function signOutDeviceAction(input: unknown): Promise<ActionResult<void>> {
  return signOutDevice(input);
}

export async function signOutOtherDevicesAction(): Promise<ActionResult<void>> {
  return signOutOthers(null);
}
