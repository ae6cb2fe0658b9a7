import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  runAction
} from "../chunks/chunk-DHNK5CBF.js";
import "../chunks/chunk-BCCV3ADV.js";
import "../chunks/chunk-M5BHCXVY.js";
import "../chunks/chunk-FB2AN6SX.js";
import "../chunks/chunk-DIT3HX7E.js";

// src/actions/staged-test.ts
await runAction("staged-test", async ({ environment, release, digest }, { log, signal }) => {
  const { startStagedTests } = await import("../chunks/start-VAWQMDDQ.js");
  const { stagedTestFailure, stagedTestOutputs } = await import("../chunks/ends-HP5GAXNE.js");
  const { downHooks } = await import("../chunks/down-state-TFHCCNHW.js");
  const { stagedTestMarkdown } = await import("../chunks/markdown-2LNHMFE5.js");
  const inputs = { environment, release, digest };
  const result = await startStagedTests(inputs, log, signal, downHooks(inputs));
  return {
    outputs: stagedTestOutputs(result),
    summary: stagedTestMarkdown(result),
    failure: stagedTestFailure(result)
  };
});
