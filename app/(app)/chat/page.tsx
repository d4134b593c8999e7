import type { Metadata } from "next";
import { ChatScreen } from "@/components/chat/chat-screen";

export const metadata: Metadata = { title: "New chat" };

export default function NewChatPage() {
  return <ChatScreen seed={null} />;
}
