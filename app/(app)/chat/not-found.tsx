import Link from "next/link";
import { PageProblem } from "@/components/shell/page-problem";
import { Button } from "@/components/ui/button";

export default function ConversationNotFound() {
  return (
    <PageProblem
      title="No such conversation"
      text="It was deleted, or the address is not right. What you asked before is in the list at the left."
    >
      <Button asChild>
        <Link href="/chat">Ask something new</Link>
      </Button>
    </PageProblem>
  );
}
