import type { AccountView } from "@/lib/contract/banking";

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
  const { name, mask, type, balance, available } = account;
  const isDebt = type === "credit" || type === "loan";
  return (
    <li className="flex items-baseline justify-between gap-4 px-5 py-3.5">
      <div className="min-w-0">
        <p className="truncate font-medium text-[0.9375rem]">{name}</p>
        <p className="text-muted-foreground text-sm">
          {kindOf(account)}
          {mask && <span className="tabular-nums"> · ending in {mask}</span>}
        </p>
      </div>
      <div className="shrink-0 text-right tabular-nums">
        <p className="font-medium text-[0.9375rem]">
          {balance?.formatted ?? <span className="font-normal text-muted-foreground">Not stated</span>}
        </p>
        <p className="text-muted-foreground text-sm">
          {isDebt
            ? "owed"
            : available &&
              available.amountMinor !== balance?.amountMinor && <>{available.formatted} available</>}
        </p>
      </div>
    </li>
  );
}
