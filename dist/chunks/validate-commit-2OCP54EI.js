import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  chosenRelease,
  readTree,
  ruleSettings
} from "./chunk-KK7TGXPH.js";
import {
  checkDefinitions,
  detectedRelease
} from "./chunk-N724N4JM.js";
import "./chunk-RMJXUFFO.js";
import "./chunk-HCAG3BBD.js";
import {
  factsOf,
  requireKnownRules
} from "./chunk-OOT4JN5N.js";
import "./chunk-LE2X64PV.js";
import {
  require_picomatch
} from "./chunk-4Z36K7FC.js";
import "./chunk-GO7XLY65.js";
import "./chunk-BLGYSRL7.js";
import "./chunk-YB7TKF5C.js";
import {
  treeOf
} from "./chunk-KFWHASM4.js";
import "./chunk-TP5A5OSX.js";
import "./chunk-WEE4WDUK.js";
import "./chunk-LIBN5DWY.js";
import "./chunk-775FTGG5.js";
import "./chunk-DRLVPPAE.js";
import "./chunk-ENQVGC6S.js";
import "./chunk-YDE2UNG7.js";
import "./chunk-65XTCQBH.js";
import "./chunk-3IJZ65AX.js";
import "./chunk-YLO3EHPC.js";
import "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-WRJK5PWJ.js";

// src/definitions/validate-commit.ts
var import_picomatch = __toESM(require_picomatch(), 1);
var SECRET_RULES = /* @__PURE__ */ new Set([
  "ansible/plaintext-password",
  "clouds/password-in-clouds",
  "heat/secret-default",
  "kolla_ansible/plaintext-password",
  "openstack_ansible/plaintext-secrets",
  "oslo_config/plaintext-secret",
  "repository/leaked-key",
  "repository/plaintext-secret"
]);
async function validateCommit(what) {
  const { root, tree, settings, isReleased } = what;
  const { ignore = [], checks = [], rules: written = {} } = settings.validate ?? {};
  const rules = ruleSettings(written, checks).own;
  requireKnownRules(Object.keys(rules));
  const entries = await treeOf(root, tree);
  const definitions = await readTree(root, entries, (0, import_picomatch.default)([...ignore], { dot: true }));
  const release = chosenRelease(void 0, settings) ?? detectedRelease(definitions);
  const { findings } = checkDefinitions(
    definitions,
    { rules, isAsked: isReleased },
    { facts: factsOf(release.name, release.assumed), files: new Set(entries.map(({ path }) => path)) }
  );
  const kinds = {};
  for (const { kind, path } of definitions) if (isReleased(path)) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return {
    kinds,
    openstackRelease: release.name,
    findings,
    secrets: findings.filter(({ rule }) => SECRET_RULES.has(rule))
  };
}
export {
  SECRET_RULES,
  validateCommit
};
