import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/report/rule-help.ts
var MOST_CHARACTERS = 3e3;
function exampleTexts(example) {
  const files = typeof example === "string" ? [["", example]] : Object.entries(example);
  return files.map(([path, text]) => [path, shortened(text)]);
}
function shortened(text) {
  if (text.length <= MOST_CHARACTERS) return text;
  const lines = text.slice(0, MOST_CHARACTERS).split("\n").slice(0, 20);
  return `${lines.map((line) => line.length > 200 ? `${line.slice(0, 200)}\u2026` : line).join("\n")}
\u2026
`;
}
function ruleMarkdown({ id, help, example }) {
  return [
    help,
    "**Found in**",
    ...exampleTexts(example.bad).map(fenced),
    "**Not found in**",
    ...exampleTexts(example.good).map(fenced),
    `A single place is silenced by a comment at the end of its line, \`# changeover: ignore ${id}\`; the rule by \`validate.rules\` in changeover.yml.`
  ].join("\n\n");
}
function ruleTextPlain({ id, help }) {
  return `${help}

A single place is silenced by a comment at the end of its line, "# changeover: ignore ${id}"; the rule by validate.rules in changeover.yml.`;
}
function fenced([path, text]) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const name = path === "" ? "" : `\`${path}\`:

`;
  return `${name}${fence}yaml
${visible(text).replace(/\n?$/, "\n")}${fence}`;
}
function visible(text) {
  return text.replace(/[^\P{Cc}\n\t]/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

export {
  exampleTexts,
  ruleMarkdown,
  ruleTextPlain,
  visible
};
