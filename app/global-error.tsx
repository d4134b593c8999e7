"use client";

import { NoticePage } from "@/components/landing/notice-page";
import { Button } from "@/components/ui/button";
import "./globals.css";

/** Stands in for the whole document when even the layout fails, so it brings its own. */
export default function GlobalErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Purser</title>
        <NoticePage
          title="Purser could not be shown."
          text={`Something went wrong on our side. Nothing of yours is lost.${error.digest ? ` Error ${error.digest}.` : ""}`}
        >
          <Button onClick={reset}>Try again</Button>
        </NoticePage>
      </body>
    </html>
  );
}
