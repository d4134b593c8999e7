const HELLO =
  "(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening)|morning|evening)(?: there| purser| everyone| again)?";
const SOFT =
  "(?:ok(?:ay)?|so|well|um+|uh|hm+|right|alright|please|kindly|quick (?:question|one)|just curious|just wondering|one more thing|sorry|purser|listen|btw|by the way|oh|ah|yeah|yes|sure|thanks|thank you|thx|great|cool|nice|perfect|awesome|got it|interesting|wow|cheers|ta|never ?mind(?: that| it)?|scratch that|forget (?:that|it)|no(?:pe)?|nah|wait|hang on|hold on|actually)";
const ASK =
  "(?:(?:can|could|would|will) (?:you|u) (?:please |kindly |maybe |quickly )*(?:tell me|let me know|say|check|find out|look up|work out|figure out|remind me|help me (?:find out|figure out|understand|see))|(?:please |just )?(?:tell me|let me know|remind me|find out|figure out|work out|check)|(?:do|would) you (?:happen to )?know|any idea|i(?:'d| would) (?:like|love) to (?:know|see|find out|understand)|i (?:want|need|wanted) to (?:know|see|find out|understand|check)|i(?:'m| am| was|'ve been)? (?:just )?(?:wonder(?:ing)?|curious)(?: about)?)";
const ASKED =
  "(?=how|what|when|which|who|where|why|do\\b|does\\b|did\\b|is\\b|are\\b|am\\b|was\\b|were\\b|will\\b|can\\b|have\\b|has\\b|my\\b|the\\b|all\\b|i\\b)";

/** In this order, until nothing is left to take. What follows "tell me about" is no question of its own. */
const LEADS = [
  new RegExp(`^${HELLO}(?:[,.!:-]+ ?| )(?=\\S+ \\S)`),
  new RegExp(`^${SOFT}(?: ?[,.!:-]+ | ?\\.\\.+ ?)(?=\\S)`),
  /^(?:ok(?:ay)?|so|well|um+|uh|hm+|please|alright|oh|btw|hey|yo) (?=\S+ \S)(?!far\b|much\b|that\b)/,
  new RegExp(`^${ASK},? (?:if |whether )?${ASKED}`),
  /^(?:can|could|would|will) (?:you|u) (?:please |kindly |maybe |quickly )*(?=(?:show|give|list|draw|plot|chart|graph|compare|break|explain|summari[sz]e|calculate|add|sum|display|visuali[sz]e|pull|forecast|project|predict|split)\b)/,
];
const TAILS = [
  /(?<=\w{4}),? please(?=[ ?.!]*$)/,
  /(?<=\S \S.*?)[, ]+(?:please|thanks|thank you|thx|cheers|ta|mate|bro|man|dude|buddy|purser|pal|tho|though|lol|haha|asap)(?: (?:so much|a lot|in advance|very much))?(?=[ ?.!]*$)/,
  /(?<=\S)[?!.] (?:please|thanks|thank you|thx|cheers|ta|just curious|just wondering|no rush|lol)(?: (?:so much|a lot|in advance|very much))?[ ?.!]*$/,
  /(?<=\S \S.*) (?:do you (?:know|think)|(?:can|could) you (?:tell me|check))(?=[ ?.!]*$)/,
  /(?<=\S \S.*)[ ?!.]*(?:[:;]-?[)(dp]|(?:\p{Extended_Pictographic}\u{fe0f}?)+)[ ]*$/u,
];

/**
 * The question without what is said around it: "hi, could you tell me how much I made in May? Thanks!". A greeting or
 * thanks alone stay.
 * @param text lower case, single spaces
 */
export function withoutPoliteness(text: string): string {
  const shorter = TAILS.reduce(
    (rest, tail) => rest.replace(tail, ""),
    LEADS.reduce((rest, lead) => rest.replace(lead, ""), text),
  ).trim();
  return shorter === "" || shorter === text ? text : withoutPoliteness(shorter);
}
