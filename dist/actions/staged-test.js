import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  runAction
} from "../chunks/chunk-YHGQGKNE.js";
import "../chunks/chunk-O5B2VM2C.js";
import "../chunks/chunk-QUOZPITU.js";
import "../chunks/chunk-SASW7LDL.js";
import "../chunks/chunk-FB2AN6SX.js";
import "../chunks/chunk-WRJK5PWJ.js";

// src/actions/staged-test.ts
await runAction("staged-test", async ({ environment, release, digest, ...more }, { log, signal }) => {
  const { startStagedTests } = await import("../chunks/start-J7CNQW2W.js");
  const { stagedTestFailure, stagedTestOutputs } = await import("../chunks/ends-HVBZLGH3.js");
  const { downHooks } = await import("../chunks/down-state-JIXZKR7T.js");
  const { stagedTestMarkdown } = await import("../chunks/markdown-MT36DGZP.js");
  const { releaseSources } = await import("../chunks/stores-SXB5JGQC.js");
  const request = { environment, release, digest };
  const result = await startStagedTests(request, releaseSources(".", more), log, signal, downHooks);
  return {
    outputs: stagedTestOutputs(result),
    summary: stagedTestMarkdown(result),
    failure: stagedTestFailure(result)
  };
});
