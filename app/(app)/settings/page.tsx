import type { Metadata } from "next";
import { PageFrame } from "@/components/money/page-frame";
import { AppearanceSection } from "@/components/settings/appearance-section";
import { AssistantSection } from "@/components/settings/assistant-section";
import { ConnectionsSection } from "@/components/settings/connections-section";
import { DevicesSection } from "@/components/settings/devices-section";
import { MoneySection } from "@/components/settings/money-section";
import { NotificationsSection } from "@/components/settings/notifications-section";
import { ProfileSection } from "@/components/settings/profile-section";
import { YourDataSection } from "@/components/settings/your-data-section";
import { listSessions } from "@/lib/account/list-sessions";
import { planDeletion } from "@/lib/account/plan-deletion";
import { readSettings } from "@/lib/account/read-settings";
import { modelLabel, usesRemoteModel } from "@/lib/agent/model";
import { readDigestSettings } from "@/lib/insights/choose-digest";
import { requireSession, requireUser } from "@/lib/web/session";
import {
  changeEmailAction,
  changePasswordAction,
  chooseCurrencyAction,
  chooseTimeZoneAction,
  renamePersonAction,
  signOutDeviceAction,
  signOutOtherDevicesAction,
} from "./actions";
import { chooseDigestAction } from "./digest-actions";
import { deleteAccountAction } from "./your-data-actions";

export const metadata: Metadata = { title: "Settings" };

const ownActions = {
  rename: renamePersonAction,
  changeEmail: changeEmailAction,
  changePassword: changePasswordAction,
  chooseTimeZone: chooseTimeZoneAction,
  chooseCurrency: chooseCurrencyAction,
  signOutDevice: signOutDeviceAction,
  signOutOtherDevices: signOutOtherDevicesAction,
};

export default async function SettingsPage() {
  const person = await requireUser();
  const [settings, sessions, digest, deletion] = await Promise.all([
    readSettings(person.id),
    listSessions(await requireSession(), new Date()),
    readDigestSettings(person.id),
    planDeletion(person.id),
  ]);
  const { timeZone, isDemo, email } = person;
  const actions = isDemo ? null : ownActions;
  return (
    <PageFrame title="Settings">
      <div className="grid gap-10">
        <ProfileSection person={person} settings={settings} actions={actions} />
        <MoneySection timeZone={timeZone} settings={settings} actions={actions} />
        <AppearanceSection />
        <AssistantSection model={modelLabel()} isRemote={usesRemoteModel()} />
        <ConnectionsSection settings={settings} />
        <DevicesSection
          // Everybody who opens the demo is the same person: where the others are is not for this one to see.
          sessions={isDemo ? sessions.filter(({ isThis }) => isThis) : sessions}
          timeZone={timeZone}
          actions={actions}
        />
        <NotificationsSection settings={digest} email={email} onChoose={isDemo ? null : chooseDigestAction} />
        <YourDataSection plan={deletion} email={email} onDelete={deleteAccountAction} />
      </div>
    </PageFrame>
  );
}
