import { answer } from "../../../model";

export async function POST(request: Request): Promise<Response> {
  return (await answer(request)).toUIMessageStreamResponse();
}
