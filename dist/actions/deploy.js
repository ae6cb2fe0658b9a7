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

// src/actions/deploy.ts
await runAction("deploy", async (inputs, { log, signal }) => {
  const { path: folder, environment, release, digest, until, takeOver, wait, remote, token } = inputs;
  const { startDeploy } = await import("../chunks/start-C5MEYTLN.js");
  const { operationFailure, operationOutputs } = await import("../chunks/ends-ZVNNYAJG.js");
  const { operationMarkdown } = await import("../chunks/markdown-6QCSXVY5.js");
  const { releaseSources } = await import("../chunks/stores-SXB5JGQC.js");
  const { trustOf } = await import("../chunks/provenance-HBBTTMCB.js");
  const request = {
    folder,
    environment,
    release,
    digest,
    until,
    takeOver,
    wait,
    remote,
    token,
    trust: trustOf(inputs)
  };
  const result = await startDeploy(request, releaseSources(folder, inputs), log, signal);
  return {
    outputs: operationOutputs(result),
    summary: operationMarkdown(result),
    failure: operationFailure(result)
  };
});
