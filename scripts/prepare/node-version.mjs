// Runs on any Node, however old: nothing here may be newer than the oldest Node that somebody may still have.
import { readFileSync } from "node:fs";

const REMEDY = "Install a current one from https://nodejs.org (or with your version manager) and try again.";

/**
 * What is wrong with this version of Node, as one line; null when it will do.
 * @param {string} version "20.20.2"
 * @param {string} range `engines.node` of package.json: `^20.19.0 || ^22.13.0 || >=24`
 * @returns {string | null}
 */
export function problemWithNode(version, range) {
  if (range.split("||").some((part) => satisfies(numbers(version), part.trim()))) return null;
  return `Node ${version} is not supported (wanted: ${range}). ${REMEDY}`;
}

/** @returns {string | null} the same for the running Node and the package.json of this project */
export function problemWithThisNode() {
  const packageJson = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return problemWithNode(process.env.PURSER_ASSUME_NODE || process.versions.node, packageJson.engines.node);
}

function satisfies(version, range) {
  const wanted = numbers(range.replace(/^(\^|>=)/, ""));
  const isNotOlder = compare(version, wanted) >= 0;
  return range[0] === "^" ? isNotOlder && version[0] === wanted[0] : isNotOlder;
}

function compare(left, right) {
  for (let index = 0; index < 3; index += 1) {
    if (left[index] !== right[index]) return left[index] - right[index];
  }
  return 0;
}

function numbers(version) {
  const parts = version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  return [parts[0] || 0, parts[1] || 0, parts[2] || 0];
}
