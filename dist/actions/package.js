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

// src/actions/package.ts
await runAction("package", async (inputs, { log, signal }) => {
  const { path, version, output, previous, allowDirty, skipValidate, store } = inputs;
  const startedOn = /* @__PURE__ */ new Date();
  const { buildRelease } = await import("../chunks/build-MLXIJ47N.js");
  const { packageOutputs } = await import("../chunks/ends-ZVNNYAJG.js");
  const { defaultOutput } = await import("../chunks/workspace-J6J5O7M2.js");
  const { packageMarkdown } = await import("../chunks/markdown-6QCSXVY5.js");
  const before = previous === void 0 ? void 0 : await manifestOf(previous);
  const options = {
    ...{ folder: path, output: output ?? defaultOutput(), allowDirty },
    ...version === void 0 ? {} : { version },
    ...skipValidate ? {} : { check: (await import("../chunks/validate-commit-2OCP54EI.js")).validateCommit },
    ...before ? { previous: before } : {}
  };
  async function manifestOf(release) {
    const { withRelease } = await import("../chunks/locate-ZXYQFOO2.js");
    const { releaseSources } = await import("../chunks/stores-SXB5JGQC.js");
    const sources = releaseSources(path, inputs);
    const asked = { release, digest: void 0 };
    return withRelease(asked, sources, { log, signal }, async ({ manifest }) => manifest);
  }
  const built = await log.step("Package the release", () => buildRelease(options));
  const { proveRelease } = await import("../chunks/provenance-HBBTTMCB.js");
  const made = await proveRelease(built, inputs, startedOn, log);
  const { keepInStore } = await import("../chunks/stores-SXB5JGQC.js");
  const result = store === void 0 ? made : await keepInStore(made, store, inputs, log, signal);
  log.info(`${result.path}: ${result.digest}`);
  if (result.dirty) log.warn("The release holds changes that nobody committed.");
  if (result.findings === null) log.warn("The definitions in the release were not checked.");
  return { outputs: packageOutputs(result), summary: packageMarkdown(result) };
});
