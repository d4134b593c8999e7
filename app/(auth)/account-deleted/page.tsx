import type { Metadata } from "next";
import { AuthCard } from "@/components/auth/auth-card";
import { belongingsInWords } from "@/components/settings/belongings-in-words";
import { Belongings } from "@/lib/contract/your-data";

export const metadata: Metadata = { title: "Account deleted", robots: { index: false } };

type PageQuery = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const NOTHING: Belongings = { conversations: 0, banks: 0, transactions: 0, memories: 0 };

/** The last page that a person sees of their account; nothing of it is there to ask, so its address holds the counts. */
export default async function AccountDeletedPage({ searchParams }: PageQuery) {
  const { data: gone = NOTHING } = Belongings.safeParse(await searchParams);
  const words = belongingsInWords(gone);
  const isAlone = words === "your account";
  return (
    <AuthCard
      title="Your account is deleted"
      lead={`${words[0]?.toUpperCase()}${words.slice(1)} ${isAlone ? "is" : "are"} gone.`}
      other={{ question: "Changed your mind?", label: "Start anew", href: "/sign-up" }}
    >
      <p className="text-pretty text-muted-foreground text-sm leading-relaxed">
        Nobody can open {isAlone ? "it" : "them"} any more. What is left on our servers is being removed now
        {gone.banks > 0 && ", and your banks are told that access has ended"}. Your e-mail address is free for
        a new account.
      </p>
    </AuthCard>
  );
}
