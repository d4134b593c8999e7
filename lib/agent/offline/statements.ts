/** What somebody tells before they ask: "I'm trying to cut down on coffee. How much did I spend on it?" */
const TELLS =
  /^(?:(?:so|well|ok|and|because|also|look) )*(?:i(?:'m| am)? (?:think|feel|guess|know|worry|noticed|suspect|trying|worried|planning|thinking|hoping|afraid|sure|looking|considering|cutting|saving|doing|having|being|getting|told|promised|keep|love|hate|just|really|have been|want to (?:cut|reduce|spend less|get)|need to (?:cut|reduce|spend less|get))\b|i've been\b|we(?:'re|'ve been| are| think| keep)\b|my [a-z]+(?: [a-z]+)? (?:says?|thinks?|said|told|keeps?|wants?|reckons?|complains?)\b|it (?:feels|seems|looks)\b|(?:money|cash|things?) (?:is|are|feels?|seems?|has been) (?:tight|short))/;
const ASKS =
  "(?:so |and |but )*(?:how|what|when|which|where|did|do|does|is|are|was|were|am|have|has|can|could|will|would|show|list|give|tell)";
const BORDER = new RegExp(`^([^?]{8,}?)(?:[.!;:]+ |,? - |\\.{2,} ?|, )(?=${ASKS}\\b)`);
/** A time or an amount among it may be meant for the question too: then nothing is taken away. */
const NARROWS =
  /\d|\b(?:last|this|since|yesterday|today|ago|january|february|march|april|june|july|august|september|october|november|december|except|without|excluding|only)\b/;
const OBJECT = /\b(?:on|about|at|for|buying|of|getting|booking) ((?:(?!that\b|it\b)[$€£\w,.'&-]+ ?){1,4})$/;
const POINTER = /\b(?:it|that|this|them|those|there)\b(?! (?:month|week|year|quarter|time)\b)/;

/**
 * The question without what is told before it; what "it" in the question points to takes its place.
 * @param plain lower case, single spaces
 */
export function withoutStatement(plain: string): string {
  const told = BORDER.exec(plain);
  const [lead, statement = ""] = told ?? [];
  if (!lead || !TELLS.test(statement)) return plain;
  const question = plain.slice(lead.length);
  const object = OBJECT.exec(statement)?.[1]?.trim();
  if (!POINTER.test(question)) return NARROWS.test(statement) ? plain : question;
  const besides = object ? statement.slice(0, -object.length) : statement;
  return object && !NARROWS.test(besides) ? question.replace(POINTER, object) : plain;
}
