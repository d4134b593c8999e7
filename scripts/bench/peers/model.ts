import { createOpenAI } from "@ai-sdk/openai";
import { convertToModelMessages, streamText, type UIMessage } from "ai";

/** As the AI SDK's documentation writes a chat route. */
export async function answer(request: Request): Promise<ReturnType<typeof streamText>> {
  const { messages }: { messages: UIMessage[] } = await request.json();
  const openai = createOpenAI({ baseURL: String(process.env.OPENAI_BASE_URL), apiKey: "none" });
  return streamText({ model: openai.chat("scripted"), messages: await convertToModelMessages(messages) });
}
