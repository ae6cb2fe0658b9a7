import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  asMapping,
  asScalar,
  asSequence,
  childOf,
  entriesOf
} from "./chunk-ENQVGC6S.js";

// src/definitions/ansible/keywords.ts
var COMMON = [
  "any_errors_fatal",
  "become",
  "become_exe",
  "become_flags",
  "become_method",
  "become_user",
  "check_mode",
  "collections",
  "connection",
  "debugger",
  "diff",
  "environment",
  "ignore_errors",
  "ignore_unreachable",
  "module_defaults",
  "name",
  "no_log",
  "port",
  "remote_user",
  "run_once",
  "tags",
  "throttle",
  "timeout",
  "vars"
];
var ON_A_HOST = ["delegate_facts", "delegate_to", "notify", "when"];
var PLAY_KEYWORDS = /* @__PURE__ */ new Set([
  ...COMMON,
  "fact_path",
  "force_handlers",
  "gather_facts",
  "gather_subset",
  "gather_timeout",
  "handlers",
  "hosts",
  "max_fail_percentage",
  "order",
  "post_tasks",
  "pre_tasks",
  "roles",
  "serial",
  "strategy",
  "tasks",
  "user",
  "vars_files",
  "vars_prompt"
]);
var BLOCK_KEYWORDS = /* @__PURE__ */ new Set([
  ...COMMON,
  ...ON_A_HOST,
  "always",
  "block",
  "rescue"
]);
var TASK_KEYWORDS = /* @__PURE__ */ new Set([
  ...COMMON,
  ...ON_A_HOST,
  "action",
  "args",
  "async",
  "async_val",
  "changed_when",
  "delay",
  "failed_when",
  "listen",
  "local_action",
  "loop",
  "loop_control",
  "loop_with",
  "poll",
  "register",
  "retries",
  "static",
  "until"
]);
var TASK_SECTIONS = ["pre_tasks", "tasks", "post_tasks", "handlers"];
function shortName(module) {
  return module.replace(/^ansible\.(?:builtin|legacy)\./, "");
}
var IMPORT_KEYWORDS = /* @__PURE__ */ new Set([
  ...COMMON.filter((keyword) => keyword !== "collections"),
  "import_playbook",
  "ansible.builtin.import_playbook",
  "when"
]);

// src/definitions/ansible/recognize.ts
var INVENTORY_PATH = /(^|\/)(?:inventor(?:y|ies)\/(?:[^/]+\/)*[^/.]+|(?:hosts|multinode|all-in-one|inventory)[\w-]*|environments\/[^/]+\/(?:hosts|groups))$/i;
var YAML_INVENTORY_PATH = /(^|\/)(?:inventor(?:y|ies)\/(?:[^/]+\/)*[^/]+|(?:hosts|inventory)[\w-]*(?:\.ya?ml)?)$/i;
var ROLE_PART = /^(?:((?:.*\/)?roles\/[^/]+)\/)?(tasks|handlers|defaults|vars|meta)\/(?:[^/]+\/)*[^/]+\.ya?ml$/;
var TASKS_FOLDER = /(?:^|\/)(tasks|handlers)\/(?:[^/]+\/)*[^/]+\.ya?ml$/;
var REQUIREMENTS_PATH = /(^|\/)[\w-]*requirements\.ya?ml$/;
var VARS_PATH = /(^|\/)(?:group_vars|host_vars)\/(?:[^/]+\/)*[^/]+$/;
function mayBeAnsible(path) {
  return INVENTORY_PATH.test(path) || VARS_PATH.test(path);
}
function rolePart(path) {
  const [found, role, name = ""] = ROLE_PART.exec(path) ?? [];
  if (found !== void 0) return { role: role ?? "", name };
  const tasks = TASKS_FOLDER.exec(path)?.[1];
  return tasks === void 0 ? void 0 : { role: void 0, name: tasks };
}
function hasContentOf({ role, name }, root) {
  if (role) return true;
  if (name !== "tasks" && name !== "handlers") return name !== "meta" && asMapping(root) !== void 0;
  const items = asSequence(root)?.items ?? [];
  return items.every(isTask) && items.some(isSurelyTask);
}
function isTask(item) {
  const entries = entriesOf(item);
  return entries.some(({ key }) => TASK_KEYWORDS.has(key) || BLOCK_KEYWORDS.has(key)) && !isPlay(item);
}
var TELLING = /* @__PURE__ */ new Set([
  "assert",
  "become",
  "block",
  "changed_when",
  "copy",
  "debug",
  "delegate_to",
  "failed_when",
  "import_role",
  "import_tasks",
  "include_role",
  "include_tasks",
  "lineinfile",
  "loop",
  "no_log",
  "notify",
  "ping",
  "register",
  "run_once",
  "set_fact",
  "systemd",
  "template"
]);
function isSurelyTask(item) {
  return entriesOf(item).some(({ key }) => TELLING.has(key) || /^with_|^\w+\.\w+\.\w+$/.test(key));
}
function isPlaybook(root) {
  const items = asSequence(root)?.items ?? [];
  if (items.length === 0) return false;
  return items.every((item) => isPlay(item) || isPlayWithoutHosts(item));
}
function isPlayWithoutHosts(item) {
  const has = (keys) => keys.some((key) => asSequence(childOf(item, key)));
  if (!has(["tasks", "pre_tasks", "post_tasks", "roles"])) return false;
  return PLAY_ONLY.some((key) => childOf(item, key));
}
var PLAY_ONLY = [
  "gather_facts",
  "become",
  "pre_tasks",
  "post_tasks",
  "serial",
  "vars_files",
  "any_errors_fatal",
  "connection",
  "max_fail_percentage",
  "remote_user"
];
function isRequirementsFile(path) {
  return REQUIREMENTS_PATH.test(path);
}
function isVars(path) {
  return VARS_PATH.test(path);
}
function isIniInventory(path, text) {
  if (/\.(ya?ml|cfg|conf|json)$/i.test(path) || VARS_PATH.test(path)) return false;
  if (/^\[[\w.-]+:(children|vars)\]/m.test(text)) return true;
  return INVENTORY_PATH.test(path) && /^\[[^\]\s:]+\]\s*(?:#.*)?$/m.test(text);
}
function isAnsible(path, root, entries) {
  if (VARS_PATH.test(path) && asMapping(root)) return true;
  const part = rolePart(path);
  if (part && hasContentOf(part, root)) return true;
  if (isRequirementsFile(path) && isRequirements(root)) return true;
  if (isPlaybook(root)) return true;
  return isYamlInventory(path, entries);
}
function isYamlInventory(path, entries) {
  const all = entries.find(({ key }) => key === "all");
  if (all && INVENTORY_KEYS.some((key) => childOf(all.value, key))) return true;
  if (!YAML_INVENTORY_PATH.test(path)) return false;
  return entries.every(isGroup) && entries.some(({ value }) => childOf(value, "hosts") || childOf(value, "children"));
}
var INVENTORY_KEYS = ["hosts", "children", "vars"];
function isGroup({ value }) {
  if (!asMapping(value)) return asScalar(value)?.value === null;
  return entriesOf(value).every(({ key }) => INVENTORY_KEYS.includes(key));
}
function isPlay(item) {
  return ["hosts", "import_playbook", "ansible.builtin.import_playbook"].some((key) => childOf(item, key));
}
function isRequirements(root) {
  const items = asSequence(root)?.items;
  if (items) return items.length > 0 && items.every(isRequirement);
  return childOf(root, "roles") !== void 0 || childOf(root, "collections") !== void 0;
}
function isRequirement(item) {
  if (!asMapping(item)) return asScalar(item) !== void 0;
  return ["src", "version", "scm", "include"].some((key) => childOf(item, key)) && !isPlay(item);
}

// src/definitions/definition.ts
var PLACEHOLDER = "\uE000";
function isTemplatedValue(text) {
  return text.includes("{{") || text.includes("{%") || text.includes(PLACEHOLDER);
}
function rootMapping(definition) {
  const documents = definition.yaml?.documents ?? [];
  return documents.length === 1 ? asMapping(documents[0]) : void 0;
}

// src/definitions/openstack_ansible/recognize.ts
function isUserConfig(path) {
  return /(^|\/)openstack_user_config\.ya?ml$/.test(path);
}
function partOf(path) {
  const [, folder = "", below = ""] = /^(|.*?\/)((?:conf\.d|env\.d)\/[^/]+|(?:group_vars|host_vars)\/.+|[^/]+)$/.exec(path) ?? [];
  return { part: partBelow(below), folder };
}
function partBelow(path) {
  if (path.startsWith("conf.d/")) return "conf.d";
  if (path.startsWith("env.d/")) return "env.d";
  if (/^(group|host)_vars\//.test(path)) return "group_variables";
  return /^user_[^/]*\.ya?ml$/.test(path) ? "user_variables" : "main";
}
function isVariables(path) {
  if (/(^|\/)user_(variables|secrets)[^/]*\.ya?ml$/.test(path)) return true;
  return /(^|\/)openstack_deploy\/(user_[^/]+|(group|host)_vars\/.+)\.ya?ml$/.test(path);
}
function isOpenstackAnsible(path, entries, keys) {
  const hasGroups = entries.some(({ key, value }) => /[_-]hosts$/.test(key) && asMapping(value));
  if (keys.has("global_overrides") && (keys.has("cidr_networks") || hasGroups)) return true;
  if (keys.has("cidr_networks") && hasGroups) return true;
  const parts = ["cidr_networks", "used_ips", "global_overrides"];
  if (/(^|\/)conf\.d\/[^/]+$/.test(path)) return hasGroups || parts.some((key) => keys.has(key));
  const skeletons = ["component_skel", "container_skel", "physical_skel"];
  if (/(^|\/)env\.d\/[^/]+$/.test(path)) return skeletons.some((key) => keys.has(key));
  return isVariables(path);
}

// src/definitions/haproxy/jinja.ts
var STATEMENT = /[-+]?\s*(if|elif|else|endif|for|endfor|set|endset|raw|endraw|block|endblock|include|import|from|extends|macro|endmacro|call|endcall|filter|endfilter|do|with|endwith)\b/y;
var CLOSING = { "{{": "}}", "{%": "%}", "{#": "#}" };
function tagsOf(text) {
  const tags = [];
  const unclosed = /* @__PURE__ */ new Set();
  const opening = /\{[{%#]/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const [mark] = found;
    STATEMENT.lastIndex = found.index + 2;
    const statement = mark === "{%" ? STATEMENT.exec(text)?.[1] : void 0;
    if (unclosed.has(mark) || mark === "{%" && statement === void 0) continue;
    const close = text.indexOf(CLOSING[mark] ?? "", found.index + 2);
    if (close === -1) unclosed.add(mark);
    else {
      tags.push({ start: found.index, end: close + 2, statement, isExpression: mark === "{{" });
      opening.lastIndex = close + 2;
    }
  }
  return tags;
}
function filled(text) {
  const none = /* @__PURE__ */ new Set();
  if (!text.includes("{{") && !text.includes("{%") && !text.includes("{#")) {
    return { text, isTemplate: false, includes: false, conditional: none, repeated: none };
  }
  const tags = tagsOf(text);
  const parts = [];
  let at = 0;
  for (const { start, end, isExpression } of tags) {
    const covered = text.slice(start, end).replace(/[^\n]/g, isExpression ? PLACEHOLDER : " ");
    parts.push(text.slice(at, start), covered);
    at = end;
  }
  parts.push(text.slice(at));
  return { text: parts.join(""), isTemplate: tags.length > 0, ...flow(text, tags) };
}
var OPENS = /^(?:if|for|block|macro|call|filter)$/;
var ENDS = /^end(?:if|for|block|macro|call|filter)$/;
function flow(text, tags) {
  const conditional = /* @__PURE__ */ new Set();
  const repeated = /* @__PURE__ */ new Set();
  let includes = false;
  let depth = 0;
  let loops = 0;
  let line = 1;
  let at = 0;
  const goTo = (offset) => {
    for (let next = text.indexOf("\n", at); next !== -1 && next < offset; next = text.indexOf("\n", next + 1)) {
      if (depth > 0) conditional.add(line);
      if (loops > 0) repeated.add(line);
      line++;
    }
    at = offset;
    if (depth > 0) conditional.add(line);
    if (loops > 0) repeated.add(line);
  };
  for (const { start, end, statement } of tags) {
    if (statement === void 0) continue;
    goTo(start);
    if (OPENS.test(statement)) depth++;
    if (ENDS.test(statement)) depth = Math.max(0, depth - 1);
    if (statement === "for") loops++;
    if (statement === "endfor") loops = Math.max(0, loops - 1);
    includes ||= statement === "include" || statement === "extends" || statement === "import";
    goTo(end);
    if (statement !== "raw" && statement !== "endraw") conditional.add(line);
  }
  goTo(text.length);
  return { conditional, repeated, includes };
}

// src/definitions/heat/environment-sections.ts
var ENVIRONMENT_SECTIONS = [
  "parameters",
  "parameter_defaults",
  "resource_registry",
  "encrypted_param_names",
  "event_sinks",
  "parameter_merge_strategies"
];

// src/definitions/kolla_ansible/layout.ts
var KAYOBE = /^((?:.*\/)?etc\/kayobe\/)(?:environments\/([^/]+)\/)?(.+)$/;
var OSISM = /^((?:.*\/)?)environments\/(kolla|manager)\/([^/]+)\.ya?ml$/;
var GLOBALS = /^((?:.*\/)?)globals\.ya?ml$/;
var GLOBALS_D = /^((?:.*\/)?)globals\.d\/[^/]+\.ya?ml$/;
var PASSWORDS = /^((?:.*\/)?)passwords\.ya?ml$/;
function placeOf(path) {
  return kayobePlace(path) ?? osismPlace(path) ?? kollaPlace(path);
}
function isKayobeVars(path) {
  return kayobePlace(path)?.part === "kayobe";
}
function kayobePlace(path) {
  const [, root, environment, rest = ""] = KAYOBE.exec(path) ?? [];
  if (root === void 0) return void 0;
  const common = { layout: "kayobe", root, environment };
  if (/^[^/]+\.ya?ml$/.test(rest)) return { ...common, part: "kayobe", isPart: true };
  if (/^kolla\/globals(\.d\/[^/]+)?\.ya?ml$/.test(rest)) return { ...common, part: "globals", isPart: true };
  if (/^kolla\/passwords\.ya?ml$/.test(rest)) return { ...common, part: "passwords", isPart: false };
  return void 0;
}
function osismPlace(path) {
  const [, root, folder, name = ""] = OSISM.exec(path) ?? [];
  if (root === void 0) return void 0;
  const common = { layout: "osism", root, environment: void 0 };
  if (folder === "manager")
    return name === "configuration" ? { ...common, part: "manager", isPart: false } : void 0;
  if (name === "secrets") return { ...common, part: "passwords", isPart: false };
  return { ...common, part: "globals", isPart: true };
}
function kollaPlace(path) {
  const common = { layout: "kolla", environment: void 0 };
  const main = GLOBALS.exec(path);
  if (main) return { ...common, root: main[1] ?? "", part: "globals", isPart: false };
  const part = GLOBALS_D.exec(path);
  if (part) return { ...common, root: part[1] ?? "", part: "globals", isPart: true };
  const passwords = PASSWORDS.exec(path);
  if (passwords) return { ...common, root: passwords[1] ?? "", part: "passwords", isPart: false };
  return void 0;
}
function overridesFolder({ layout, root, environment }) {
  if (layout === "osism") return `${root}environments/kolla/files/overlays/`;
  if (layout === "kolla") return `${root}config/`;
  return environment === void 0 ? `${root}kolla/config/` : `${root}environments/${environment}/kolla/config/`;
}

// src/definitions/oslo_config/services.ts
var SERVICES = [
  "aodh",
  "barbican",
  "ceilometer",
  "cinder",
  "designate",
  "glance",
  "gnocchi",
  "heat",
  "ironic",
  "ironic_inspector",
  "keystone",
  "magnum",
  "manila",
  "masakari",
  "mistral",
  "neutron",
  "nova",
  "octavia",
  "placement",
  "trove"
];
var NAMES = SERVICES.map((service) => service.replace("_", "[-_]")).sort((a, b) => b.length - a.length);
var OWN_NAME = new RegExp(`^(${NAMES.join("|")})(?:[-_.][\\w.-]+)?$`);
var OTHER_PROJECT = /^(?:masakari[-_]?monitors?|heat[-_]?dashboard|ironic[-_]python[-_]agent|neutron[-_]ovn[-_]bgp[-_]agent|trove[-_]?dashboard)\b/;
var NEUTRON_FILE = /^(ml2_conf(_\w+)?|(dhcp|l3|metadata|metering|openvswitch|linuxbridge|macvtap|sriov|sriov_nic|ovn|ovn_metadata|bgp|bgp_dr|vpn|vpnaas)_?agent|bgp_dragent|fwaas_driver|ironic_neutron_agent|networking_\w+|ovn)$/;
var OTHER_INI = /(paste|rootwrap|logging|uwsgi|policy|dnsmasq|wsgi|apache|rsyslog|init|swift[-_]store)/;
function serviceOfFile(path) {
  const name = /([^/]*)\.(?:conf|ini)$/i.exec(path)?.[1]?.toLowerCase();
  if (name === void 0 || OTHER_INI.test(name)) return void 0;
  return NEUTRON_FILE.test(name) ? "neutron" : ownService(name);
}
function isOtherIni(path) {
  return OTHER_INI.test(path.slice(path.lastIndexOf("/") + 1));
}
function serviceOfOverrides(variable) {
  const name = /^([a-z]\w*)_(?:conf|config|ini)_overrides$/.exec(variable)?.[1];
  return name === void 0 || OTHER_INI.test(name) ? void 0 : ownService(name);
}
function ownService(name) {
  const own = OTHER_PROJECT.test(name) ? void 0 : OWN_NAME.exec(name)?.[1]?.replace("-", "_");
  return SERVICES.find((service) => service === own);
}

export {
  PLAY_KEYWORDS,
  BLOCK_KEYWORDS,
  TASK_KEYWORDS,
  TASK_SECTIONS,
  shortName,
  IMPORT_KEYWORDS,
  mayBeAnsible,
  rolePart,
  isPlaybook,
  isRequirementsFile,
  isVars,
  isIniInventory,
  isAnsible,
  isYamlInventory,
  PLACEHOLDER,
  isTemplatedValue,
  rootMapping,
  filled,
  ENVIRONMENT_SECTIONS,
  placeOf,
  isKayobeVars,
  overridesFolder,
  isUserConfig,
  partOf,
  isOpenstackAnsible,
  serviceOfFile,
  isOtherIni,
  serviceOfOverrides
};
