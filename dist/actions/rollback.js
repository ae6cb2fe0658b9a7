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

// src/actions/rollback.ts
await runAction("rollback", async (inputs, { log, signal }) => {
  const { path: folder, environment, to, release, takeOver, wait, remote, token, base } = inputs;
  const { startRollback, startRollbackPlan } = await import("../chunks/start-C5MEYTLN.js");
  const { operationFailure, planFailure, planOutputs, rollbackOutputs } = await import("../chunks/ends-ZVNNYAJG.js");
  const { releaseSources } = await import("../chunks/stores-SXB5JGQC.js");
  const { trustOf } = await import("../chunks/provenance-HBBTTMCB.js");
  const request = { folder, environment, to, release, takeOver, wait, remote, token, trust: trustOf(inputs) };
  const sources = releaseSources(folder, inputs);
  if (inputs.dryRun) {
    const plan = await startRollbackPlan(request, sources, log, signal);
    const { rollbackPlanMarkdown } = await import("../chunks/rollback-plan-KN6B4DHY.js");
    return { outputs: planOutputs(plan), summary: rollbackPlanMarkdown(plan), failure: planFailure(plan) };
  }
  let result = await startRollback(request, sources, log, signal);
  if (inputs.writeBack) {
    const { withWriteBack } = await import("../chunks/write-back-O2DUJJFP.js");
    const { env } = process;
    result = await withWriteBack(result, { folder, environment, remote, base, token, env }, log, signal);
  }
  const { operationMarkdown } = await import("../chunks/markdown-6QCSXVY5.js");
  return {
    outputs: rollbackOutputs(result),
    summary: operationMarkdown(result),
    failure: operationFailure(result)
  };
});
