import { Agent, createServer, request } from "node:http";

/** The least that an answer can cost: words of the model as server-sent events, and nothing else. `floor-server.ts <port>`. */
const model = new URL(`${process.env.OPENAI_BASE_URL}/chat/completions`);
const agent = new Agent({ keepAlive: true });

const server = createServer((asked, answer) => {
  answer.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  const upstream = request(model, { agent, method: "POST" }, (response) => {
    let rest = "";
    response.setEncoding("utf8");
    response.on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      let events = "";
      for (const line of lines) {
        const content = line.startsWith("data: {") && JSON.parse(line.slice(6)).choices[0]?.delta.content;
        if (content) events += `data: ${JSON.stringify({ type: "text-delta", delta: content })}\n\n`;
      }
      if (events !== "") answer.write(events);
    });
    response.on("end", () => answer.end("data: [DONE]\n\n"));
  });
  upstream.on("error", () => answer.destroy());
  answer.on("close", () => upstream.destroy());
  asked.pipe(upstream);
});

server.listen(Number(process.argv[2]), "127.0.0.1");
