import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  exampleTexts,
  visible
} from "./chunk-3VTBN6ZZ.js";
import {
  lines,
  styler
} from "./chunk-PK4TSXVP.js";
import {
  grouped
} from "./chunk-IMRJL5B6.js";
import {
  count
} from "./chunk-BM2BY55Z.js";
import {
  oneLine
} from "./chunk-4KQUTUGP.js";
import "./chunk-WRJK5PWJ.js";

// src/report/rules-text.ts
var COLORS = { error: "red", warning: "yellow", notice: "cyan" };
function rulesText(pages, options) {
  const style = styler(options);
  const width = Math.max(0, ...pages.map(({ id }) => id.length));
  const families = [...grouped(pages, ({ id }) => id.split("/")[0] ?? "")].map(
    ([family, rules]) => lines(
      style("bold", family),
      ...rules.map(
        ({ id, severity, summary }) => `  ${id.padEnd(width)}  ${style(COLORS[severity], severity.padEnd(7))}  ${summary}`
      ),
      ""
    )
  );
  return `${lines(...families, `${count(pages.length, "rule")}. More about one: changeover rules ${pages[0]?.id ?? "RULE"}`)}
`;
}
function ruleText(page, found, options) {
  const style = styler(options);
  const { id, severity, summary, help, example } = page;
  const width = Math.min(options.width ?? 100, 100);
  return `${lines(
    `${style("bold", id)}  ${style(COLORS[severity], severity)}`,
    `${summary.slice(0, 1).toUpperCase()}${summary.slice(1)}.`,
    "",
    ...wrapped(help, width),
    "",
    ...exampleLines("Found in", example.bad, style),
    ...found.flatMap((finding) => findingLines(finding, style)),
    ...exampleLines("Not found in", example.good, style),
    style("bold", "To silence it"),
    `  in one place    # changeover: ignore ${id}   at the end of the line, or on a line of its own before it`,
    `  everywhere      validate: { rules: { ${id}: off } }   in changeover.yml`,
    `  for one run     changeover validate --rule ${id}=off`
  )}
`;
}
function findingLines({ file, line, column, severity, message, help }, style) {
  const named = style(COLORS[severity], severity);
  return [
    `  ${file}:${line}:${column}  ${named}  ${oneLine(message)}`,
    `      ${style("dim", "help:")} ${oneLine(help)}`,
    ""
  ];
}
function exampleLines(title, example, style) {
  return exampleTexts(example).flatMap(([path, text]) => [
    `${style("bold", title)}${path === "" ? "" : ` ${path}`}`,
    ...visible(text).trimEnd().split("\n").map((line) => `  ${style("dim", "\u2502")} ${line}`.trimEnd()),
    ""
  ]);
}
function wrapped(text, width) {
  const found = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (line !== "" && line.length + 1 + word.length > width) {
        found.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    found.push(line);
  }
  return found;
}
export {
  ruleText,
  rulesText
};
