import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** `hasSettings`: a setting of the application stood in the environment of the tool. */
type Call = { tool: string; args: string[]; input: string; hasSettings: boolean };

const [END_OF_CALL, END_OF_PART, END_OF_ARGUMENT] = ["\x1d", "\x1e", "\x1f"];

/**
 * In the language of the shell, which starts a hundred times faster than Node. It writes down what it is told, fails when its
 * command is as the file `fail` says (and then repeats what it was given, as careless programs do), and answers what is known for it.
 * A worker that is deployed comes to life in the world.
 */
const program = (answers: Record<string, string>) => `#!/bin/sh
folder="$(dirname "$0")/.."
tool="$(basename "$0")"
input="$(cat; printf .)"; input="\${input%.}"
arguments="$(printf '%s\\037' "$@")"
printf '%s\\036%s\\036%s\\036%s\\035' "$tool" "$arguments" "$input" "$PLAID_SECRET" >> "$folder/calls"
command="$tool $*"
if [ -f "$folder/fail" ] && printf '%s' "$command" | grep -Eq "$(cat "$folder/fail")"; then
  printf 'Error: it would not with %s\\n' "$input" >&2
  exit 3
fi
case "$command" in
${Object.entries(answers)
  .map(([beginning, answer]) => `  "${beginning}"*) printf '%s\\n' '${answer}' ;;`)
  .join("\n")}
  "flyctl deploy"*) exec node -e 'fetch(process.env.STAND_IN_WORLD + "/stand-in", { method: "POST" })' ;;
esac
`;

/** Programs called vercel and flyctl in a folder of their own, for the PATH. */
export class StandInTools {
  readonly bin: string;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.bin = join(folder, "bin");
  }

  /** @param answers what a command prints that begins so */
  static async make(folder: string, answers: Record<string, string>): Promise<StandInTools> {
    const tools = new StandInTools(folder);
    await mkdir(tools.bin, { recursive: true });
    for (const name of ["vercel", "flyctl"]) {
      await writeFile(join(tools.bin, name), program(answers));
      await chmod(join(tools.bin, name), 0o755);
    }
    return tools;
  }

  async failAt(command: RegExp): Promise<void> {
    await writeFile(join(this.#folder, "fail"), command.source);
  }

  async reset(): Promise<void> {
    await Promise.all(["fail", "calls"].map((name) => rm(join(this.#folder, name), { force: true })));
  }

  /** In the order in which they were made. */
  async calls(): Promise<Call[]> {
    const text = await readFile(join(this.#folder, "calls"), "utf8").catch(() => "");
    return text
      .split(END_OF_CALL)
      .slice(0, -1)
      .map((call) => {
        const [tool = "", args = "", input = "", setting = ""] = call.split(END_OF_PART);
        return { tool, args: args.split(END_OF_ARGUMENT).slice(0, -1), input, hasSettings: setting !== "" };
      });
  }
}
