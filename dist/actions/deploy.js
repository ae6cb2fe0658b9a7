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

// src/actions/deploy.ts
await runAction("deploy", async (inputs, { log, signal }) => {
  const { path: folder, environment, release, digest, until, takeOver, remote } = inputs;
  const { startDeploy } = await import("../chunks/start-QMWN5PDG.js");
  const { operationFailure, operationOutputs } = await import("../chunks/ends-HVBZLGH3.js");
  const { operationMarkdown } = await import("../chunks/markdown-MT36DGZP.js");
  const { releaseSources } = await import("../chunks/stores-SXB5JGQC.js");
  const { trustOf } = await import("../chunks/provenance-SSF6UKUY.js");
  const request = { folder, environment, release, digest, until, takeOver, remote, trust: trustOf(inputs) };
  const result = await startDeploy(request, releaseSources(folder, inputs), log, signal);
  return {
    outputs: operationOutputs(result),
    summary: operationMarkdown(result),
    failure: operationFailure(result)
  };
});
