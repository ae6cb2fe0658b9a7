import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  runPost
} from "../chunks/chunk-YHGQGKNE.js";
import "../chunks/chunk-O5B2VM2C.js";
import "../chunks/chunk-QUOZPITU.js";
import "../chunks/chunk-SASW7LDL.js";
import "../chunks/chunk-FB2AN6SX.js";
import "../chunks/chunk-WRJK5PWJ.js";

// src/actions/staged-test-post.ts
await runPost(async ({ log, signal }) => {
  const { leftToEnd } = await import("../chunks/down-state-JIXZKR7T.js");
  const inputs = leftToEnd();
  if (!inputs) return;
  const { endEnvironment } = await import("../chunks/start-J7CNQW2W.js");
  await endEnvironment(inputs, log, signal);
});
