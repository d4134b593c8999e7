import { formatMoment } from "@/components/format-moment";
import type { SessionView } from "@/lib/contract/settings";
import type { SettingsActions } from "./settings-actions";
import { SettingsSection } from "./settings-section";
import { SignOutButton } from "./sign-out-button";

type DevicesSectionProps = {
  sessions: readonly SessionView[];
  timeZone: string;
  /** Null where no device may be signed out. */
  actions: Pick<SettingsActions, "signOutDevice" | "signOutOtherDevices"> | null;
};

export function DevicesSection({ sessions, timeZone, actions }: DevicesSectionProps) {
  const hasOthers = sessions.some(({ isThis }) => !isThis);
  return (
    <SettingsSection
      title="Devices"
      description="Where you are signed in. Sign out what you do not know, and then change your password."
    >
      <ul aria-label="Devices" className="divide-y">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 px-5 py-4">
            <div className="min-w-0 flex-1 space-y-1">
              <p className="font-medium text-sm">{session.device}</p>
              <p className="text-muted-foreground text-sm leading-relaxed">{inWords(session, timeZone)}</p>
            </div>
            {actions && !session.isThis && (
              <SignOutButton
                label="Sign out"
                accessibleLabel={`Sign out ${session.device}`}
                onSignOut={actions.signOutDevice.bind(null, { sessionId: session.id })}
              />
            )}
          </li>
        ))}
      </ul>
      {actions && hasOthers && (
        <div className="flex flex-wrap px-5 py-4">
          <SignOutButton label="Sign out everywhere else" onSignOut={actions.signOutOtherDevices} />
        </div>
      )}
    </SettingsSection>
  );
}

function inWords({ isThis, lastSeenAt, signedInAt }: SessionView, timeZone: string): string {
  const since = `signed in ${formatMoment(signedInAt, timeZone)}`;
  return isThis ? `This device, ${since}` : `Last used ${formatMoment(lastSeenAt, timeZone)}, ${since}`;
}
