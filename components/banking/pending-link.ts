import { z } from "zod";

const KEY = "purser.pending-link";

/**
 * An opening of Plaid's window that may be left for a bank's own page: whoever comes back from there needs the same link
 * token. It opens nothing but that window, and dies with the tab.
 */
const PendingLink = z.object({
  linkToken: z.string(),
  mode: z.enum(["new", "update"]),
  expiration: z.string(),
  target: z.object({ connectionId: z.string().exactOptional(), selectAccounts: z.boolean().exactOptional() }),
});
export type PendingLink = z.infer<typeof PendingLink>;

export function rememberLink(link: PendingLink): void {
  window.sessionStorage.setItem(KEY, JSON.stringify(link));
}

/** @returns null when nothing was begun in this tab, or what is there is not ours */
export function recallLink(): PendingLink | null {
  try {
    const found = PendingLink.safeParse(JSON.parse(window.sessionStorage.getItem(KEY) ?? "null"));
    return found.success ? found.data : null;
  } catch {
    // Not JSON: as good as nothing.
    return null;
  }
}

export function forgetLink(): void {
  window.sessionStorage.removeItem(KEY);
}
