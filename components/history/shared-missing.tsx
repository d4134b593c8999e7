import Link from "next/link";
import { NoticePage } from "@/components/landing/notice-page";
import { Button } from "@/components/ui/button";

export function SharedMissing() {
  return (
    <NoticePage
      title="This link shows nothing any more"
      text="It was open for a while only, or whoever made it took it back. Ask them for a new one."
    >
      <Button asChild>
        <Link href="/">What Purser is</Link>
      </Button>
    </NoticePage>
  );
}
