/** One step of a deployment. Each can be run again after it has been done, half or whole. */
export type Step = {
  title: string;
  /** What the plan says of it. */
  plan: string;
  run: () => Promise<string | undefined>;
  /** What to do when it fails, in words for the person at the terminal. */
  remedy: string;
  undo?: Undo;
};

/** Takes a step back that was begun; who cannot do so says how it is done by hand. */
export type Undo = { title: string; run: (() => Promise<unknown>) | null; byHand: string };

/** What the steps know of the world before the first of them. */
export type Target = {
  application: Record<string, string>;
  flyApp: string;
  /** Where the deployed web is asked; the address that people type, unless it does not lead there yet. */
  address: string;
  /** For each wait. */
  waitMs: number;
  /** What runs now, and what is rolled back to; null where there is none. */
  previous: { image: string | null; webDeployment: string | null };
  /** Their names; null while the database cannot be asked. */
  pendingMigrations: string[] | null;
};
