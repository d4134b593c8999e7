import type { DeploySettings } from "./read-settings";

const IS_SECRET = /^(DATABASE_URL|MONGODB_URI|REDIS_URL|SMTP_URL)$|SECRET|KEY|TOKEN/;
/** Shorter ones would black out words of every sentence. */
const SHORTEST = 6;

/** @returns a function that takes every secret of the settings out of a text, whole or in part, before it is shown */
export function hideSecrets({ application, tools }: DeploySettings): (text: string) => string {
  const secrets = Object.entries({ ...application, ...tools })
    .filter(([name]) => IS_SECRET.test(name))
    .flatMap(([, value]) => [value, ...partsOf(value)])
    .filter((secret) => secret.length >= SHORTEST)
    // Longest first: a part must not break up the whole before it is found.
    .sort((a, b) => b.length - a.length);
  return (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, "…"), text);
}

/** Drivers and tools quote pieces: the password of an address, one of several keys. */
function partsOf(value: string): string[] {
  const password = /^[a-z+]+:\/\/[^/@]*?:([^/@]+)@/.exec(value)?.[1];
  if (password !== undefined) return [password, decode(password)];
  return value.split(",").flatMap((pair) => [pair, pair.slice(pair.indexOf(":") + 1)]);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A "%" that stands for itself.
  }
}
