export const RATINGS = ["up", "down"] as const;
