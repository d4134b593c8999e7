import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Wish, wishIn, wordOf } from "./spoken-words";

/** A model that thinks for no time, in OpenAI's chat completions: `model-server.ts <port>`. Every word says when it left. */
let answers = 0;

const server = createServer(async (request, response) => {
  const wish = wishIn(await textOf(request));
  answers += 1;
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  const head = `data: {"id":"chatcmpl-${answers}","object":"chat.completion.chunk","created":1,"model":"scripted","choices":[{"index":0,"delta":`;
  response.write(`${head}{"role":"assistant","content":""},"finish_reason":null}]}\n\n`);
  speak(response, head, wish);
});

function speak(response: ServerResponse, head: string, { words, everyMs }: Wish): void {
  const startedAt = performance.now();
  let spoken = 0;
  const word = () => `${head}{"content":"${wordOf(spoken++)}"},"finish_reason":null}]}\n\n`;
  const turn = () => {
    if (response.destroyed) return;
    const due = everyMs === 0 ? words : 1 + Math.floor((performance.now() - startedAt) / everyMs);
    while (spoken < Math.min(words, due)) response.write(word());
    if (spoken < words) setTimeout(turn, startedAt + spoken * everyMs - performance.now());
    else response.end(`${head}{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n`);
  };
  turn();
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

server.listen(Number(process.argv[2]), "127.0.0.1");
