import Link from "next/link";
import { PageProblem } from "@/components/shell/page-problem";
import { Button } from "@/components/ui/button";

export default function AccountNotFound() {
  return (
    <PageProblem
      title="No such account"
      text="Its bank was disconnected, or the address is not right. All that there is is on the page of accounts."
    >
      <Button asChild>
        <Link href="/accounts">See the accounts</Link>
      </Button>
    </PageProblem>
  );
}
