import type { Metadata } from "next";
import { OauthReturn } from "@/components/banking/oauth-return";
import { requireUser } from "@/lib/web/session";
import { finishLinkAction, finishUpdateAction, openLinkAction } from "../actions";

export const metadata: Metadata = { title: "Connecting your bank" };

/** Where a bank's own sign-in page sends the person back to. https://plaid.com/docs/link/oauth/ */
export default async function OauthReturnPage() {
  await requireUser();
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto px-4 py-8">
      <OauthReturn
        actions={{ openLink: openLinkAction, finishLink: finishLinkAction, finishUpdate: finishUpdateAction }}
      />
    </div>
  );
}
