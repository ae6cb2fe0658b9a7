import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  runPost
} from "../chunks/chunk-DHNK5CBF.js";
import "../chunks/chunk-BCCV3ADV.js";
import "../chunks/chunk-M5BHCXVY.js";
import "../chunks/chunk-FB2AN6SX.js";
import "../chunks/chunk-DIT3HX7E.js";

// src/actions/staged-test-post.ts
await runPost(async ({ log, signal }) => {
  const { leftToEnd } = await import("../chunks/down-state-TFHCCNHW.js");
  const inputs = leftToEnd();
  if (!inputs) return;
  const { endEnvironment } = await import("../chunks/start-VAWQMDDQ.js");
  await endEnvironment(inputs, log, signal);
});
