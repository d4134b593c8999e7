/** The workers that this copy runs, as processes and log files are called; none when the web process is its own. */
export function workerNames(configured: Record<string, string>): string[] {
  if (configured.WORKER_MODE === "inline") return [];
  const count = Number(configured.WORKER_COUNT ?? "1");
  return Array.from({ length: count }, (_, index) => (index === 0 ? "worker" : `worker-${index + 1}`));
}

export const isWorkerName = (name: string): boolean => /^worker(-\d+)?$/.test(name);
