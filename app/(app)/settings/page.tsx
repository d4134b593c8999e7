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
import { requireUser } from "@/lib/web/session";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  await requireUser();
  return (
    <PageFrame title="Settings">
      <div className="grid gap-10">
        <ProfileSection />
        <MoneySection />
        <AppearanceSection />
        <AssistantSection />
        <ConnectionsSection />
        <DevicesSection />
        <NotificationsSection />
        <YourDataSection />
      </div>
    </PageFrame>
  );
}
