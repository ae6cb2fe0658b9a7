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

// src/actions/lifecycle.ts
await runAction("lifecycle", async (inputs, { log, signal }) => {
  const startedOn = /* @__PURE__ */ new Date();
  const ends = await import("../chunks/ends-ZVNNYAJG.js");
  const { lifecycleMarkdown } = await import("../chunks/markdown-6QCSXVY5.js");
  const { SUMMARY_BYTES } = await import("../chunks/summary-7Y65YTPV.js");
  const { path: folder, failOn, version, testEnvironment, environment, until, takeOver, remote } = inputs;
  const { token, wait } = inputs;
  const parts = { validate: null, package: null, staged_test: null, operation: null };
  let about = {};
  let files = {};
  const end = (last, failure) => ({
    outputs: {
      ...files,
      ...parts.package ? ends.packageOutputs(parts.package) : {},
      ...parts.operation ? ends.operationOutputs(parts.operation) : {},
      outcome: last.outcome,
      reason: last.reason,
      result: JSON.stringify({
        schema: "changeover/lifecycle/v1",
        outcome: last.outcome,
        reason: last.reason,
        ...parts
      })
    },
    summary: lifecycleMarkdown(parts, about),
    failure
  });
  const { findInAction } = await import("../chunks/findings-XYLEB7AS.js");
  const found = await findInAction(inputs, log, { signal });
  parts.validate = found.result;
  about = { ...found.about, limit: SUMMARY_BYTES / 2 };
  files = found.files;
  const invalid = ends.validateFailure(found.result, failOn);
  if (invalid !== void 0) return end(found.result, invalid);
  const { buildRelease } = await import("../chunks/build-MLXIJ47N.js");
  const { validateCommit } = await import("../chunks/validate-commit-2OCP54EI.js");
  const { defaultOutput } = await import("../chunks/workspace-J6J5O7M2.js");
  const named = version === void 0 ? {} : { version };
  const built = await log.step(
    "Package the release",
    () => buildRelease({ folder, output: defaultOutput(), check: validateCommit, tolerateErrors: true, ...named })
  );
  const { proveRelease, trustOf } = await import("../chunks/provenance-HBBTTMCB.js");
  const packaged = await proveRelease(built, inputs, startedOn, log);
  parts.package = packaged;
  const { path: release, digest } = packaged;
  const { releaseSources } = await import("../chunks/stores-SXB5JGQC.js");
  const sources = releaseSources(folder, inputs);
  if (testEnvironment !== void 0) {
    const { startStagedTests } = await import("../chunks/start-72LQIQ3M.js");
    const { downHooks } = await import("../chunks/down-state-EZHJA6VO.js");
    const test = { environment: testEnvironment, release, digest };
    parts.staged_test = await startStagedTests(test, sources, log, signal, downHooks);
    const failure = ends.stagedTestFailure(parts.staged_test);
    if (failure !== void 0) return end(parts.staged_test, failure);
  }
  if (inputs.store !== void 0) {
    const { keepInStore } = await import("../chunks/stores-SXB5JGQC.js");
    parts.package = await keepInStore(packaged, inputs.store, inputs, log, signal);
  }
  if (environment === void 0) return end({ outcome: "passed", reason: "completed" });
  const { startDeploy } = await import("../chunks/start-C5MEYTLN.js");
  const operation = await startDeploy(
    { folder, environment, release, digest, until, takeOver, wait, remote, token, trust: trustOf(inputs) },
    sources,
    log,
    signal
  );
  parts.operation = operation;
  return end(operation, ends.operationFailure(operation));
});
