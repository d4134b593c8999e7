import { v7 as newId } from "uuid";
import { signUp } from "../../lib/account/sign-up";

/** Somebody with an account of their own, signed in. */
export type Person = { userId: string; cookie: string };

const PASSWORD = "correct horse battery";

/** Signs in as a browser without JavaScript would: a token and a form. */
export async function newPerson(url: string): Promise<Person> {
  const email = `${newId()}@purser.example`;
  const { userId } = await signUp({ name: "Robin", email, password: PASSWORD, timeZone: "UTC" });
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ csrfToken, email, password: PASSWORD }),
  });
  const cookie = cookiesOf(response);
  if (!cookie.includes(".session=")) throw new Error(`Signing in failed with ${response.status}.`);
  return { userId, cookie };
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
