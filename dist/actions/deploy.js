import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  runAction
} from "../chunks/chunk-DHNK5CBF.js";
import "../chunks/chunk-BCCV3ADV.js";
import "../chunks/chunk-M5BHCXVY.js";
import "../chunks/chunk-FB2AN6SX.js";
import "../chunks/chunk-DIT3HX7E.js";

// src/actions/deploy.ts
await runAction(
  "deploy",
  async ({ path: folder, environment, release, digest, until, takeOver, remote }, { log, signal }) => {
    const { startDeploy } = await import("../chunks/start-X2YHLGZG.js");
    const { operationFailure, operationOutputs } = await import("../chunks/ends-HP5GAXNE.js");
    const { operationMarkdown } = await import("../chunks/markdown-2LNHMFE5.js");
    const inputs = { folder, environment, release, digest, until, takeOver, remote };
    const result = await startDeploy(inputs, log, signal);
    return {
      outputs: operationOutputs(result),
      summary: operationMarkdown(result),
      failure: operationFailure(result)
    };
  }
);
