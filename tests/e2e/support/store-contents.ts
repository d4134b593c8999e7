import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { Redis } from "ioredis";
import mongoose from "mongoose";
import postgres from "postgres";

/** Every row of every table, one text. */
export async function postgresContents(url: string): Promise<string> {
  const client = postgres(url, { max: 1 });
  try {
    const tables = await client<{ name: string }[]>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
    const texts: string[] = [];
    for (const { name } of tables) {
      const rows = await client.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
      texts.push(name, ...rows.map(({ row }) => row));
    }
    return texts.join("\n");
  } finally {
    await client.end();
  }
}

/** Every document of every collection, one text. */
export async function mongoContents(url: string): Promise<string> {
  const connection = await mongoose.createConnection(url).asPromise();
  try {
    const texts: string[] = [];
    for (const { name } of await connection.listCollections()) {
      texts.push(name, JSON.stringify(await connection.collection(name).find({}).toArray()));
    }
    return texts.join("\n");
  } finally {
    await connection.close();
  }
}

/** Every key with its value, one text. */
export async function redisContents(url: string): Promise<string> {
  const redis = new Redis(url);
  const readers: Record<string, (key: string) => Promise<unknown>> = {
    string: (key) => redis.get(key),
    hash: (key) => redis.hgetall(key),
    list: (key) => redis.lrange(key, 0, -1),
    set: (key) => redis.smembers(key),
    zset: (key) => redis.zrange(key, "0", "-1"),
    stream: (key) => redis.xrange(key, "-", "+"),
  };
  try {
    const texts: string[] = [];
    for (const key of await redis.keys("*")) {
      const type = await redis.type(key);
      // Gone meanwhile.
      if (type === "none") continue;
      const read = readers[type];
      if (!read) throw new Error(`a key of the type ${type} is not looked into: ${key}`);
      texts.push(key, JSON.stringify(await read(key)));
    }
    return texts.join("\n");
  } finally {
    await redis.quit();
  }
}

/**
 * Every command that Redis gets from now on: jobs that are gone before anybody looks are in it too. On a bare connection:
 * ioredis takes commands that are told together with the consent to MONITOR for answers that nobody asked for.
 */
export async function watchRedis(url: string): Promise<{ text: () => string; stop: () => void }> {
  const { hostname, port, username, password } = new URL(url);
  const connection = connect(Number(port), hostname).setEncoding("utf8");
  let told = "";
  connection.on("data", (text: string) => {
    told += text;
  });
  const login = password === "" ? "" : `AUTH ${username || "default"} ${password}\r\n`;
  connection.write(`${login}MONITOR\r\n`);
  await once(connection, "data");
  return { text: () => told, stop: () => connection.destroy() };
}

/** What the web process and the worker have written to their logs. */
export async function applicationLogs(dataDirectory: string): Promise<string> {
  const folder = join(dataDirectory, "logs");
  const ours = (await readdir(folder)).filter((file) => /^(web|worker)\b/.test(file));
  return (await Promise.all(ours.map((file) => readFile(join(folder, file), "utf8")))).join("\n");
}
