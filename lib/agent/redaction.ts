import {
  AIMessage,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import { mapStrings } from "./map-strings";

/** What banks write in one run of digits this long is an account, a card or a reference, and no amount. */
const BANK_DIGITS = /(?<!\d)\d{6,}(?!\d)/g;
/** People type amounts without separators, so only longer ones, or those that are called so. */
const TYPED_DIGITS =
  /(?<!\d)\d{9,}(?!\d)|(?<=\b(?:account|acct|card|routing|iban|number|no|nr)\b[^\d\n]{0,12})\d{6,}(?!\d)/gi;
const CARD = /(?<!\d)\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}(?!\d)/g;
const SOCIAL_SECURITY = /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/g;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b/g;

const IDENTIFIER = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const NAME = "[account holder]";

/** Masks account numbers and the person's name in a text. */
type Redact = (text: string) => string;

/** The last four digits stay: that is how people and banks tell accounts apart. */
const masked = (number: string): string => `••••${number.replace(/[^A-Z\d]/gi, "").slice(-4)}`;

const redactWith =
  (digits: RegExp, name: string): Redact =>
  (text) =>
    withoutName(text, name)
      .replace(IBAN, (found) => (isIban(found) ? masked(found) : found))
      .replace(CARD, masked)
      .replace(SOCIAL_SECURITY, masked)
      .replace(digits, masked);

/** By its check digits (ISO 13616): upper-case words of a bank's text can look like one. */
function isIban(found: string): boolean {
  const compact = found.replaceAll(" ", "");
  if (compact.length < 15 || compact.length > 34) return false;
  const moved = compact.slice(4) + compact.slice(0, 4);
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

/** The whole name, in either order. A single word stays: it cannot be told from a shop's name ("Red Robin"). */
function withoutName(text: string, name: string): string {
  const words = name.trim().split(/\s+/).map(escaped);
  if (words.length < 2) return text;
  const [first, last] = [words[0], words.at(-1)];
  const orders = [words.join("\\s+"), `${first}\\s+${last}`, `${last},?\\s+${first}`];
  return text.replace(new RegExp(`(?<!\\p{L})(?:${orders.join("|")})(?!\\p{L})`, "giu"), NAME);
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Texts within data: numbers and ids stay, and amounts as we format them have no such run of digits. */
function redactJson(text: string, redact: Redact): string {
  try {
    const data: unknown = JSON.parse(text);
    return JSON.stringify(mapStrings(data, (one) => (IDENTIFIER.test(one) ? one : redact(one))));
  } catch {
    return redact(text);
  }
}

/** The volatile tail of the system prompt: a heading and one line of JSON. */
export function redactFacts(facts: string, name: string): string {
  const at = facts.indexOf("{");
  return facts.slice(0, at) + redactJson(facts.slice(at), redactWith(BANK_DIGITS, name));
}

/**
 * A message as it may leave the house: account, card and social security numbers are masked but for their last digits,
 * and the person's full name is not told. What no redaction applies to stays the very same message.
 */
export function redactMessage(message: BaseMessage, name: string): BaseMessage {
  const redact = redactWith(TYPED_DIGITS, name);
  const content = ToolMessage.isInstance(message)
    ? redactJson(message.text, redactWith(BANK_DIGITS, name))
    : redact(message.text);
  if (content === message.text) return message;
  const { id, name: author, additional_kwargs } = message;
  const fields = { content, additional_kwargs, ...(id && { id }), ...(author && { name: author }) };
  if (ToolMessage.isInstance(message)) {
    const { tool_call_id, status, artifact } = message;
    return new ToolMessage({ ...fields, tool_call_id, artifact, ...(status && { status }) });
  }
  if (AIMessage.isInstance(message))
    return new AIMessage({ ...fields, tool_calls: message.tool_calls ?? [] });
  return SystemMessage.isInstance(message) ? new SystemMessage(fields) : new HumanMessage(fields);
}
