import type { Metadata } from "next";
import { connection } from "next/server";
import { SharedMissing } from "@/components/history/shared-missing";
import { SharedPage } from "@/components/history/shared-page";
import { readShared } from "@/lib/chat/read-shared";

type PageProps = { params: Promise<{ secret: string }> };

/** The address is the key: no search engine may keep it, and no other site may hear of it. The title tells nothing. */
export const metadata: Metadata = {
  title: "Shared conversation",
  robots: { index: false, follow: false, noarchive: true },
  referrer: "no-referrer",
};

export default async function SharedConversationPage({ params }: PageProps) {
  await connection();
  const shared = await readShared((await params).secret, new Date());
  return shared ? <SharedPage shared={shared} /> : <SharedMissing />;
}
