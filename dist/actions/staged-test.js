import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  runAction
} from "../chunks/chunk-TUDO24AJ.js";
import "../chunks/chunk-HU7Q3R2U.js";
import "../chunks/chunk-SASW7LDL.js";
import "../chunks/chunk-QUOZPITU.js";
import "../chunks/chunk-FB2AN6SX.js";
import "../chunks/chunk-WRJK5PWJ.js";

// src/actions/staged-test.ts
await runAction("staged-test", async ({ environment, release, digest, ...more }, { log, signal }) => {
  const { startStagedTests } = await import("../chunks/start-72LQIQ3M.js");
  const { stagedTestFailure, stagedTestOutputs } = await import("../chunks/ends-ZVNNYAJG.js");
  const { downHooks } = await import("../chunks/down-state-EZHJA6VO.js");
  const { stagedTestMarkdown } = await import("../chunks/markdown-6QCSXVY5.js");
  const { releaseSources } = await import("../chunks/stores-SXB5JGQC.js");
  const request = { environment, release, digest };
  const result = await startStagedTests(request, releaseSources(".", more), log, signal, downHooks);
  return {
    outputs: stagedTestOutputs(result),
    summary: stagedTestMarkdown(result),
    failure: stagedTestFailure(result)
  };
});
