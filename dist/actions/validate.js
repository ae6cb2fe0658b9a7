import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  runAction
} from "../chunks/chunk-DHNK5CBF.js";
import "../chunks/chunk-BCCV3ADV.js";
import "../chunks/chunk-M5BHCXVY.js";
import "../chunks/chunk-FB2AN6SX.js";
import "../chunks/chunk-DIT3HX7E.js";

// src/actions/validate.ts
await runAction("validate", async ({ path, failOn }, { log }) => {
  const { startValidate } = await import("../chunks/start-RADQ2L4M.js");
  const { annotate } = await import("../chunks/annotations-T35C55GP.js");
  const { validateFailure, validateOutputs } = await import("../chunks/ends-HP5GAXNE.js");
  const { validateMarkdown } = await import("../chunks/markdown-2LNHMFE5.js");
  const result = await log.step("Check the definitions", () => startValidate(path, log));
  annotate(result.findings, { folder: path, workspace: process.env.GITHUB_WORKSPACE });
  return {
    outputs: validateOutputs(result),
    summary: validateMarkdown(result),
    failure: validateFailure(result, failOn)
  };
});
