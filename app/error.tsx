"use client";

import Link from "next/link";
import { NoticePage } from "@/components/landing/notice-page";
import { Button } from "@/components/ui/button";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <NoticePage
      title="This page could not be shown."
      text={`Something went wrong on our side. Nothing of yours is lost.${error.digest ? ` Error ${error.digest}.` : ""}`}
    >
      <Button onClick={reset}>Try again</Button>
      <Button asChild variant="outline">
        <Link href="/">Start page</Link>
      </Button>
    </NoticePage>
  );
}
