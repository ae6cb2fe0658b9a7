import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/report/markdown-parts.ts
function title(good, text) {
  return `### ${good ? "\u2705" : "\u274C"} ${text}`;
}
function mermaid(picture) {
  return `\`\`\`mermaid
${picture}
\`\`\``;
}
function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
function blocks(...parts) {
  return parts.filter((part) => part !== "").join("\n\n");
}

export {
  title,
  mermaid,
  table,
  blocks
};
