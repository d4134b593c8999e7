import { log } from "./log";

/** Does `work` again and again, never two at a time; a failure is logged and tried again at the next turn. @returns stop */
export function every(ms: number, work: () => Promise<void>, about: Record<string, string>): () => void {
  let isBusy = false;
  const timer = setInterval(async () => {
    if (isBusy) return;
    isBusy = true;
    await work().catch((error: unknown) => log().warn({ ...about, err: error }, "failed, trying again"));
    isBusy = false;
  }, ms);
  return () => clearInterval(timer);
}
