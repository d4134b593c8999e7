import Link from "next/link";
import type { AccountView } from "@/lib/contract/banking";
import { formatMoney } from "@/lib/domain/money";

const KINDS: Record<AccountView["type"], string> = {
  depository: "Account",
  credit: "Card",
  loan: "Loan",
  investment: "Investments",
  other: "Account",
};

/** What the bank calls the kind of account, in sentence case: `money market` becomes `Money market`. */
function kindOf({ type, subtype }: AccountView): string {
  if (!subtype) return KINDS[type];
  return subtype.charAt(0).toUpperCase() + subtype.slice(1);
}

export function AccountRow({ account }: { account: AccountView }) {
  const { name, mask, isClosed } = account;
  const { amount, note } = balanceOf(account);
  return (
    <li>
      <Link
        href={`/accounts/${account.id}`}
        prefetch={false}
        className="flex items-baseline justify-between gap-4 px-5 py-3.5 hover:bg-muted/50 focus-visible:-outline-offset-2"
      >
        <div className="min-w-0">
          <p className="truncate font-medium text-[0.9375rem]">{name}</p>
          <p className="text-muted-foreground text-sm">
            {kindOf(account)}
            {mask && <span className="tabular-nums"> · ending in {mask}</span>}
          </p>
        </div>
        <div className="shrink-0 text-right tabular-nums">
          <p className="font-medium text-[0.9375rem]">
            {amount ?? (
              <span className="font-normal text-muted-foreground">{isClosed ? "Closed" : "Not stated"}</span>
            )}
          </p>
          {note && <p className="text-muted-foreground text-sm">{note}</p>}
        </div>
      </Link>
    </li>
  );
}

/** A debt reads "$120.00 owed": a minus beside the word would say it twice. */
function balanceOf({ type, balance, available }: AccountView): {
  amount: string | null;
  note: string | null;
} {
  if (!balance) return { amount: null, note: null };
  const { amountMinor, currency, formatted } = balance;
  if (type === "credit" || type === "loan") {
    const note = amountMinor < 0 ? "owed" : amountMinor > 0 ? "in your favor" : null;
    return { amount: formatMoney(Math.abs(amountMinor), currency), note };
  }
  const isAllAvailable = !available || available.amountMinor === amountMinor;
  return { amount: formatted, note: isAllAvailable ? null : `${available.formatted} available` };
}
