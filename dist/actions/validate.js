import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  expectShortRun
} from "../chunks/chunk-YLO3EHPC.js";
import {
  runAction
} from "../chunks/chunk-TUDO24AJ.js";
import "../chunks/chunk-HU7Q3R2U.js";
import "../chunks/chunk-SASW7LDL.js";
import "../chunks/chunk-QUOZPITU.js";
import "../chunks/chunk-FB2AN6SX.js";
import "../chunks/chunk-WRJK5PWJ.js";

// src/actions/validate.ts
await runAction("validate", async (inputs, { log, signal }) => {
  expectShortRun();
  const { findInAction } = await import("../chunks/findings-XYLEB7AS.js");
  const { validateFailure, validateOutputs } = await import("../chunks/ends-ZVNNYAJG.js");
  const { SUMMARY_BYTES } = await import("../chunks/summary-7Y65YTPV.js");
  const { validateMarkdown } = await import("../chunks/findings-markdown-PKSVVE3K.js");
  const { result, files, about } = await findInAction(inputs, log, { signal });
  return {
    outputs: validateOutputs(result, files),
    summary: validateMarkdown({ ...about, result, limit: SUMMARY_BYTES }),
    failure: validateFailure(result, inputs.failOn)
  };
});
