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

// src/actions/abort.ts
await runAction("abort", async (inputs, { log, signal }) => {
  const { path: folder, environment, expired, teardown, release, takeOver, remote, token } = inputs;
  const { startAbort } = await import("../chunks/start-C5MEYTLN.js");
  const { operationFailure, operationOutputs } = await import("../chunks/ends-ZVNNYAJG.js");
  const { operationMarkdown } = await import("../chunks/markdown-6QCSXVY5.js");
  const { releaseSources } = await import("../chunks/stores-SXB5JGQC.js");
  const { trustOf } = await import("../chunks/provenance-HBBTTMCB.js");
  const trust = trustOf(inputs);
  const request = { folder, environment, expired, teardown, release, takeOver, remote, token, trust };
  const result = await startAbort(request, releaseSources(folder, inputs), log, signal);
  return {
    outputs: operationOutputs(result),
    summary: operationMarkdown(result),
    failure: operationFailure(result)
  };
});
