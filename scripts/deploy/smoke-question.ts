import { randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import { deleteAccount } from "../../lib/account/delete-account";
import { removeAccount } from "../../lib/account/remove-account";
import { signUp } from "../../lib/account/sign-up";
import { SessionOverHttp } from "./session-over-http";
import type { Step, Target } from "./step";

const QUESTION = "How much did I spend on groceries last month?";

/**
 * Asks one question as a person would, by the deployed web and its worker. There is no HTTP interface for making and deleting an
 * account (pages do it by server actions, whose names change with each build), so these two go by the use cases.
 */
export function smokeQuestion({ address, waitMs }: Target): Step {
  return {
    title: "question",
    plan: `sign in as a throw-away person, ask "${QUESTION}", read the answer, delete the person`,
    run: () =>
      asThrowAwayPerson(async (person) => {
        const session = await SessionOverHttp.signIn(address, person, waitMs);
        return `${(await session.ask(QUESTION)).length} characters of an answer`;
      }),
    remedy: "`vercel logs` and `flyctl logs` tell the error; the request id joins them.",
  };
}

type Person = { email: string; password: string };

async function asThrowAwayPerson<Result>(work: (person: Person) => Promise<Result>): Promise<Result> {
  const person = {
    email: `deployment-${newId()}@purser.invalid`,
    password: randomBytes(24).toString("base64url"),
  };
  const { userId } = await signUp({ ...person, name: "Deployment", timeZone: "UTC" });
  try {
    return await work(person);
  } finally {
    await deleteAccount(
      { id: userId, email: person.email },
      { typed: person.password, client: "deployment" },
      new Date(),
    );
    // The worker has been promised the same. It may be what does not work.
    await removeAccount(userId, new Date());
  }
}
