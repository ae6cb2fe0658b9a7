import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/report/findings-formats.ts
var FINDINGS_FORMATS = ["text", "json", "sarif", "junit", "github", "markdown"];
async function findingsIn(format, view, options) {
  switch (format) {
    case "text":
      return `${(await import("./findings-text-7AL6PUSH.js")).validateText(view, options).trimEnd()}
`;
    case "json":
      return `${JSON.stringify(view.result, null, 2)}
`;
    case "sarif": {
      const { validateSarif } = await import("./findings-sarif-TPVN4NF3.js");
      const { rulePages } = await import("./rules-766HKIDJ.js");
      return `${JSON.stringify(validateSarif(view, rulePages, options.docs))}
`;
    }
    case "junit":
      return (await import("./findings-junit-M3AUB7I4.js")).validateJunit(view);
    case "github":
      return (await import("./findings-github-ZFT7VY5B.js")).validateGithub(view);
    case "markdown":
      return `${(await import("./findings-markdown-PKSVVE3K.js")).validateMarkdown(view).trimEnd()}
`;
  }
}

export {
  FINDINGS_FORMATS,
  findingsIn
};
