import type { Metadata } from "next";
import Link from "next/link";
import { NoticePage } from "@/components/landing/notice-page";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <NoticePage
      title="There is nothing at this address."
      text="The page was moved or deleted, or it belongs to another account."
    >
      <Button asChild>
        <Link href="/chat">Go to your chats</Link>
      </Button>
      <Button asChild variant="outline">
        <Link href="/">Start page</Link>
      </Button>
    </NoticePage>
  );
}
