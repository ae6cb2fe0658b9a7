import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  runAction
} from "../chunks/chunk-DHNK5CBF.js";
import "../chunks/chunk-BCCV3ADV.js";
import "../chunks/chunk-M5BHCXVY.js";
import "../chunks/chunk-FB2AN6SX.js";
import "../chunks/chunk-DIT3HX7E.js";

// src/actions/package.ts
await runAction("package", async ({ path, version, output }, { log }) => {
  const { buildRelease } = await import("../chunks/build-GSBO3UDT.js");
  const { packageOutputs } = await import("../chunks/ends-HP5GAXNE.js");
  const { defaultOutput } = await import("../chunks/workspace-BAWIEVIM.js");
  const { packageMarkdown } = await import("../chunks/markdown-2LNHMFE5.js");
  const named = version === void 0 ? {} : { version };
  const result = await log.step(
    "Package the release",
    () => buildRelease({ folder: path, output: output ?? defaultOutput(), ...named })
  );
  log.info(`${result.path}: ${result.digest}`);
  return { outputs: packageOutputs(result), summary: packageMarkdown(result) };
});
