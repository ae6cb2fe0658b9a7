import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  runPost
} from "../chunks/chunk-TUDO24AJ.js";
import "../chunks/chunk-HU7Q3R2U.js";
import "../chunks/chunk-SASW7LDL.js";
import "../chunks/chunk-QUOZPITU.js";
import "../chunks/chunk-FB2AN6SX.js";
import "../chunks/chunk-WRJK5PWJ.js";

// src/actions/staged-test-post.ts
await runPost(async ({ log, signal }) => {
  const { leftToEnd } = await import("../chunks/down-state-EZHJA6VO.js");
  const inputs = leftToEnd();
  if (!inputs) return;
  const { endEnvironment } = await import("../chunks/start-72LQIQ3M.js");
  await endEnvironment(inputs, log, signal);
});
