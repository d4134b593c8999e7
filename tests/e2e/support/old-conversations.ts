import postgres from "postgres";
import { type ApplicationAddress, servicesOf } from "./application";

/** Gives a person conversations of long ago, named "Old 001" (the oldest) and so on, as asking for years would. */
export async function keepOldConversations(
  application: ApplicationAddress,
  email: string,
  { count, isArchived = false }: { count: number; isArchived?: boolean },
): Promise<void> {
  const client = postgres((await servicesOf(application)).databaseUrl, { max: 1 });
  try {
    await client`
      insert into conversations (id, user_id, title, created_at, updated_at, archived_at)
      select gen_random_uuid(), u.id, ${isArchived ? "Put away " : "Old "} || lpad(n::text, 3, '0'), day, day, ${isArchived ? new Date() : null}
      from users u, generate_series(1, ${count}::int) n,
        lateral (select timestamptz '2020-01-01 12:00Z' + n * interval '1 day' as day) d
      where u.email = ${email}`;
  } finally {
    await client.end();
  }
}
