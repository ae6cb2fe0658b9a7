import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  runAction
} from "../chunks/chunk-DHNK5CBF.js";
import "../chunks/chunk-BCCV3ADV.js";
import "../chunks/chunk-M5BHCXVY.js";
import "../chunks/chunk-FB2AN6SX.js";
import "../chunks/chunk-DIT3HX7E.js";

// src/actions/lifecycle.ts
await runAction("lifecycle", async (inputs, { log, signal }) => {
  const ends = await import("../chunks/ends-HP5GAXNE.js");
  const { lifecycleMarkdown } = await import("../chunks/markdown-2LNHMFE5.js");
  const { path: folder, version, testEnvironment, environment, until, takeOver, remote } = inputs;
  const parts = { validate: null, package: null, staged_test: null, operation: null };
  const end = (last, failure) => ({
    outputs: {
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
    summary: lifecycleMarkdown(parts),
    failure
  });
  const { startValidate } = await import("../chunks/start-RADQ2L4M.js");
  const { annotate } = await import("../chunks/annotations-T35C55GP.js");
  const validated = await log.step("Check the definitions", () => startValidate(folder, log));
  parts.validate = validated;
  annotate(validated.findings, { folder, workspace: process.env.GITHUB_WORKSPACE });
  const invalid = ends.validateFailure(validated, "error");
  if (invalid !== void 0) return end(validated, invalid);
  const { buildRelease } = await import("../chunks/build-GSBO3UDT.js");
  const { defaultOutput } = await import("../chunks/workspace-BAWIEVIM.js");
  const named = version === void 0 ? {} : { version };
  const packaged = await log.step(
    "Package the release",
    () => buildRelease({ folder, output: defaultOutput(), ...named })
  );
  parts.package = packaged;
  const { path: release, digest } = packaged;
  if (testEnvironment !== void 0) {
    const { startStagedTests } = await import("../chunks/start-VAWQMDDQ.js");
    const { downHooks } = await import("../chunks/down-state-TFHCCNHW.js");
    const test = { environment: testEnvironment, release, digest };
    parts.staged_test = await startStagedTests(test, log, signal, downHooks(test));
    const failure = ends.stagedTestFailure(parts.staged_test);
    if (failure !== void 0) return end(parts.staged_test, failure);
  }
  if (environment === void 0) return end({ outcome: "passed", reason: "completed" });
  const { startDeploy } = await import("../chunks/start-X2YHLGZG.js");
  const operation = await startDeploy(
    { folder, environment, release, digest, until, takeOver, remote },
    log,
    signal
  );
  parts.operation = operation;
  return end(operation, ends.operationFailure(operation));
});
