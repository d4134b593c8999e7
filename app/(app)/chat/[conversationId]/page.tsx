import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ChatScreen } from "@/components/chat/chat-screen";
import { loadConversation } from "@/lib/chat/load-conversation";
import { Identifier } from "@/lib/contract/identifier";
import { AppError } from "@/lib/errors";
import { currentUser } from "@/lib/web/session";

type PageProps = { params: Promise<{ conversationId: string }> };

/** Once per request, for the title and the page. Another person's conversation is one that does not exist. */
const load = cache(async (conversationId: string) => {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const id = Identifier.safeParse(conversationId);
  if (!id.success) notFound();
  try {
    return await loadConversation(user.id, id.data);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { title } = await load((await params).conversationId);
  return { title };
}

export default async function ConversationPage({ params }: PageProps) {
  return <ChatScreen seed={await load((await params).conversationId)} />;
}
