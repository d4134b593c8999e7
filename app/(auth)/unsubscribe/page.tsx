import type { Metadata } from "next";
import { AuthCard } from "@/components/auth/auth-card";
import { UnsubscribeForm } from "@/components/auth/unsubscribe-form";
import { unsubscribeAction } from "./actions";

export const metadata: Metadata = { title: "Weekly digest", robots: { index: false } };

type PageQuery = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the link of a message leads. It asks for a click: programs that look at links must not turn anything off. */
export default async function UnsubscribePage({ searchParams }: PageQuery) {
  const { token } = await searchParams;
  return (
    <AuthCard
      title="Weekly digest"
      lead="No more of these messages by e-mail?"
      other={{ question: "More to choose from:", label: "Settings", href: "/settings" }}
    >
      <UnsubscribeForm token={String(token ?? "")} action={unsubscribeAction} />
    </AuthCard>
  );
}
