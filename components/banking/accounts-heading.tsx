/** Of the page's heading: the keyboard's place when what had it is gone. */
export const ACCOUNTS_HEADING = "accounts-heading";

export function AccountsHeading() {
  return (
    <h1
      id={ACCOUNTS_HEADING}
      tabIndex={-1}
      className="font-semibold text-2xl tracking-tight focus:outline-none"
    >
      Accounts
    </h1>
  );
}
