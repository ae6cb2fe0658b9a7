import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  packageRoot
} from "./chunk-LE2X64PV.js";
import {
  ALGORITHMS,
  BIND_FLAGS,
  BIND_SETTINGS,
  FileIndex,
  GLOBAL_KEYWORDS,
  HTTP_ACTIONS,
  HTTP_CHECK_KEYWORDS,
  Hints,
  MEANT_GROUPS,
  MODES,
  OLD_GROUPS,
  OPTIONS,
  PROXY_KEYWORDS,
  PROXY_SECTIONS,
  REPLACEMENTS,
  SERVER_FLAGS,
  SERVER_SETTINGS,
  STATS_KEYWORDS,
  TIMEOUTS,
  authSetting,
  authTypeOf,
  bindsOf,
  cloudFiles,
  conditionOf,
  effective,
  folderOf,
  hostsOf,
  inventories,
  isManagement,
  isNothing,
  isUnknown,
  joined,
  mayHoldMore,
  misspelledWord,
  modeOf,
  nameOf,
  nameOf2,
  normalized,
  option,
  optionsOf,
  own,
  placed,
  readConfig,
  readConfiguration,
  readIni,
  shown,
  textOf,
  titleOf,
  truthOf
} from "./chunk-GO7XLY65.js";
import {
  BLOCK_KEYWORDS,
  ENVIRONMENT_SECTIONS,
  IMPORT_KEYWORDS,
  PLACEHOLDER,
  PLAY_KEYWORDS,
  TASK_KEYWORDS,
  TASK_SECTIONS,
  isPlaybook,
  isRequirementsFile,
  isTemplatedValue,
  isUserConfig,
  isVars,
  overridesFolder,
  partOf,
  placeOf,
  rolePart,
  rootMapping,
  serviceOfFile,
  serviceOfOverrides,
  shortName
} from "./chunk-YB7TKF5C.js";
import {
  NEWEST_RELEASE,
  RELEASES,
  SERVICES,
  SourceText,
  asMapping,
  asRelease,
  asScalar,
  asSequence,
  asString,
  childOf,
  entriesOf,
  entryOf,
  isBefore,
  isOlderRelease,
  readManifest,
  resolve,
  toData,
  unclosedBracket,
  walk
} from "./chunk-ENQVGC6S.js";
import {
  areSwapped,
  nearest,
  require_mod,
  slips
} from "./chunk-65XTCQBH.js";
import {
  UserError,
  messageOf
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-WRJK5PWJ.js";

// src/definitions/rule.ts
function ruleSet(parts) {
  return {
    kind: parts.kind,
    exampleFile: parts.exampleFile,
    pages: parts.rules,
    *check(definitions, isOn2, context) {
      const rules2 = parts.rules.filter((rule3) => isOn2(rule3.id));
      for (const subject of parts.subjects(definitions, context)) {
        for (const rule3 of rules2) for (const problem5 of problemsOf(rule3, subject)) yield [rule3, problem5];
      }
    }
  };
}
function problemsOf(rule3, subject) {
  try {
    return [...rule3.check(subject)];
  } catch (error) {
    throw new Error(`the rule ${rule3.id} failed on ${subject.path}: ${messageOf(error)}`, { cause: error });
  }
}
function exampleFiles({ exampleFile }, { encode, file, ...example2 }, which) {
  const content = example2[which];
  if (typeof content !== "string") return content;
  return { [file ?? exampleFile]: which === "bad" && encode ? encode(content) : content };
}

// src/definitions/ansible/slip.ts
function slipOf(name, known) {
  if (name.length < 4) return void 0;
  for (const other of known) if (isSlip(name, other)) return other;
  return void 0;
}
function isSlip(name, other) {
  const shorter = Math.min(name.length, other.length);
  if (name === other || Math.max(name.length, other.length) - shorter > 1) return false;
  let start = 0;
  while (start < shorter && isSame(name, start, other, start)) start++;
  let end = 0;
  while (end < shorter - start && isSame(name, name.length - 1 - end, other, other.length - 1 - end)) end++;
  const from = name.slice(start, name.length - end);
  const to = other.slice(start, other.length - end);
  if (/\d/.test(from + to)) return false;
  return Math.max(from.length, to.length) <= 1 || isExchange(from, to);
}
function isSame(a, at, b, other) {
  const one = a.charCodeAt(at);
  const two = b.charCodeAt(other);
  return one === two || isDash(one) && isDash(two);
}
function isDash(code) {
  return code === 45 || code === 95;
}
function isExchange(from, to) {
  const last = from.length - 1;
  return from.length === to.length && from[0] === to[last] && from[last] === to[0] && from.slice(1, -1) === to.slice(1, -1);
}

// src/definitions/ansible/tasks.ts
function indexed(node) {
  const entries = /* @__PURE__ */ new Map();
  for (const entry of entriesOf(node)) entries.set(entry.key, entry);
  return entries;
}
var TaskFinder = class {
  constructor(found2) {
    this.found = found2;
  }
  found;
  seen = /* @__PURE__ */ new Set();
  list(node, place, parents = []) {
    const sequence = asSequence(node);
    if (!sequence || this.seen.has(sequence)) return;
    this.seen.add(sequence);
    for (const item of sequence.items) {
      const mapping = asMapping(item);
      if (mapping && !this.seen.has(mapping)) this.item(mapping, place, parents);
      else if (!mapping && !isPassedBy(item)) this.found.misfits.push({ file: place.file, range: item.range });
    }
  }
  item(mapping, place, parents) {
    this.seen.add(mapping);
    const entries = indexed(mapping);
    if (!entries.has("block")) {
      this.found.tasks.push({ ...place, entries, mapping, parents, ...calledBy(entries) });
      return;
    }
    const block = { ...place, entries, mapping, parents };
    this.found.blocks.push(block);
    for (const section of ["block", "rescue", "always"]) {
      this.list(entries.get(section)?.value, place, [...parents, block]);
    }
  }
};
function isPassedBy(item) {
  const scalar = asScalar(item);
  return scalar !== void 0 && (scalar.value === null || isTemplatedValue(scalar.text));
}
function placeOf2({ mapping }) {
  return mapping.entries[0]?.keyRange ?? mapping.range;
}
function calledBy(entries) {
  const modules = [];
  for (const [key, entry] of entries)
    if (!TASK_KEYWORDS.has(key) && !key.startsWith("with_")) modules.push(entry);
  const [only] = modules;
  const written3 = entries.get("action") ?? entries.get("local_action");
  const action = only ? modules.length === 1 && !written3 && moduleAction(only, entries) : written3 && keywordAction(written3, entries);
  return { modules, action: action || void 0 };
}
function moduleAction({ key, value }, entries) {
  const isMapping = asMapping(value) !== void 0;
  return {
    name: shortName(key),
    args: withArgs(entries, isMapping ? value : void 0),
    free: isMapping ? void 0 : value
  };
}
function keywordAction({ value }, entries) {
  const written3 = asString(value) ?? asString(childOf(value, "module"));
  const name = written3 && /^\s*([\w.]+)/.exec(written3)?.[1];
  if (!name) return void 0;
  const isMapping = asMapping(value) !== void 0;
  return {
    name: shortName(name),
    args: withArgs(entries, isMapping ? value : void 0),
    free: isMapping ? void 0 : value
  };
}
function withArgs(entries, own3) {
  const args = entries.get("args");
  return args ? new Map([...indexed(args.value), ...indexed(own3)]) : indexed(own3);
}
function commandOf(action) {
  const node = action.free ?? action.args.get("cmd")?.value ?? action.args.get("argv")?.value;
  const found2 = resolve(node);
  if (!node || !found2) return void 0;
  if (found2.kind === "sequence") {
    return { text: found2.items.map((item) => asScalar(item)?.text ?? "").join(" "), range: node.range };
  }
  return found2.kind === "scalar" ? { text: found2.text, range: node.range } : void 0;
}

// src/definitions/ansible/task-rules.ts
var PLAY = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Write the configuration
      ansible.builtin.template:
        src: "{{ item }}"
        dest: /etc/keystone/
        mode: "0640"
      when: keystone_enabled
      loop: [keystone.conf]
`;
var conflictingActions = {
  id: "ansible/conflicting-actions",
  severity: "error",
  summary: "a task has two actions, or a keyword that Ansible does not know",
  help: "In a task, every key that is no keyword is taken for the module to run. With two of them Ansible refuses the file. The second one is usually a misspelled keyword, an argument of the module that is indented too little, or the beginning of another task without its dash.",
  example: { bad: PLAY.replace("when:", "wehn:"), good: PLAY },
  *check({ tasks }) {
    for (const task of tasks) {
      const keys2 = task.modules.filter(({ key }) => !isTemplatedValue(key));
      const written3 = ["action", "local_action"].filter((key) => task.entries.has(key));
      if (keys2.length !== task.modules.length || keys2.length + written3.length < 2) continue;
      const stray = keys2.find(({ key }) => misspelledKeyword(key)) ?? keys2.at(-1);
      if (!stray) continue;
      const others = [...keys2.map(({ key }) => key), ...written3].filter((key) => key !== stray.key);
      const near = misspelledKeyword(stray.key);
      yield {
        file: task.file,
        range: stray.keyRange,
        message: near ? `A task has no keyword "${stray.key}", so Ansible takes it for a second action and refuses the file.` : `The task has more than one action, "${others[0]}" and "${stray.key}", so Ansible refuses the file.`,
        help: near ? `Did you mean "${near}"?` : "Make two tasks of it, or indent what is an argument of the module."
      };
    }
  }
};
var MODULES_LIKE_KEYWORDS = /* @__PURE__ */ new Set(["script", "group", "user"]);
function misspelledKeyword(key) {
  return key.includes(".") || MODULES_LIKE_KEYWORDS.has(key) ? void 0 : slipOf(key, TASK_KEYWORDS);
}
var taskWithoutAction = {
  id: "ansible/task-without-action",
  severity: "error",
  summary: "a task does nothing",
  help: "A task that has keywords but no module is refused by Ansible, with the whole file. So is an item that is no mapping, such as the name of a module without a colon.",
  example: {
    bad: PLAY.replace(/ {6}ansible.builtin.template:\n( {8}.*\n)+/, ""),
    good: PLAY
  },
  *check({ tasks, misfits: misfits2 }) {
    for (const task of tasks) {
      const { modules, entries, file } = task;
      if (modules.length > 0 || entries.has("action") || entries.has("local_action")) continue;
      if ([...entries.keys()].some(isTemplatedValue)) continue;
      yield {
        file,
        range: placeOf2(task),
        message: "The task has no action, so Ansible refuses the file.",
        help: "Add the module that it calls, or remove the task."
      };
    }
    for (const { file, range: range2 } of misfits2) {
      yield {
        file,
        range: range2,
        message: "An item of a list of tasks is no task, so Ansible refuses the file.",
        help: "Write a mapping with a name and a module, or remove the item."
      };
    }
  }
};
function loopsOf({ entries }) {
  const loops = [];
  for (const [key, entry] of entries) if (key === "loop" || key.startsWith("with_")) loops.push(entry);
  return loops;
}
var BLOCK = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Ask for an answer
      become: true
      block:
        - name: Greet
          ansible.builtin.ping:
`;
var unknownBlockKeyword = {
  id: "ansible/unknown-block-keyword",
  severity: "error",
  summary: "a block has a keyword that only tasks have",
  help: "A block takes what it can hand on to its tasks, such as when, become or tags. A loop, register, until or changed_when belongs to a single task: Ansible refuses a block that has one. To repeat a block, put its tasks into a file and loop over include_tasks.",
  example: { bad: BLOCK.replace("become: true", "loop: [1, 2]"), good: BLOCK },
  *check({ blocks }) {
    for (const { file, entries } of blocks) {
      for (const { key, keyRange } of entries.values()) {
        if (BLOCK_KEYWORDS.has(key) || isTemplatedValue(key)) continue;
        const near = TASK_KEYWORDS.has(key) ? void 0 : nearest(key, BLOCK_KEYWORDS);
        const help = near ? `Did you mean "${near}"?` : "Move it to the tasks of the block.";
        yield {
          file,
          range: keyRange,
          message: `A block has no keyword "${key}", so Ansible refuses the file.`,
          help
        };
      }
    }
  }
};
var invalidLoop = {
  id: "ansible/invalid-loop",
  severity: "error",
  summary: "a task loops twice, or over an import",
  help: "A task has one loop, be it loop or one of with_items and its kin; Ansible refuses a second one, or forgets the first. An import is read before anything runs, so it cannot be repeated: use include_tasks or include_role for that.",
  example: { bad: `${PLAY}      with_items: [keystone.conf]
`, good: PLAY },
  *check({ tasks }) {
    for (const task of tasks) {
      const loops = loopsOf(task);
      const [first, second2] = loops;
      if (!first) continue;
      if (second2) {
        const end = second2.key === "loop" ? "forgets the first" : "refuses the file";
        const message = `The task loops twice, with "${first.key}" and "${second2.key}", so Ansible ${end}.`;
        yield { file: task.file, range: second2.keyRange, message, help: "Keep one of the two." };
      } else if (isImport(task)) {
        yield {
          file: task.file,
          range: first.keyRange,
          message: `An ${task.action?.name} cannot be looped over, so Ansible refuses the file.`,
          help: `Use ${task.action?.name.replace("import", "include")}.`
        };
      }
    }
  }
};
function isImport({ action }) {
  return action?.name === "import_tasks" || action?.name === "import_role";
}
var invalidVariableName = {
  id: "ansible/invalid-variable-name",
  severity: "error",
  summary: "a variable of a play, block or task has a name that Ansible refuses",
  help: "Below vars of a play, a block, a task or a role, a name consists of letters, digits and underscores, and does not begin with a digit. Ansible refuses the playbook otherwise.",
  example: {
    bad: PLAY.replace("  tasks:", "  vars:\n    keystone-port: 5000\n  tasks:"),
    good: PLAY.replace("  tasks:", "  vars:\n    keystone_port: 5000\n  tasks:")
  },
  *check({ vars }) {
    for (const place of vars) {
      if (!place.isStrict) continue;
      for (const { key, keyRange } of place.vars.entries) {
        if (key === "<<" || isTemplatedValue(key) || /^[A-Za-z_]\w*$/.test(key)) continue;
        const problem5 = {
          file: place.file,
          range: keyRange,
          message: `"${key}" is no name for a variable, so Ansible refuses the file.`,
          help: `Write "${key.replace(/\W/g, "_").replace(/^(?=\d|$)/, "_")}", or another name of letters, digits and underscores.`
        };
        yield problem5;
      }
    }
  }
};

// src/definitions/ansible/condition-rules.ts
var CONDITIONS = ["when", "until", "changed_when", "failed_when"];
var conditionDelimiters = {
  id: "ansible/condition-delimiters",
  severity: "warning",
  summary: "a condition stands in Jinja delimiters",
  help: "What stands behind when, until, changed_when and failed_when is a Jinja expression already. With {{ }} around it or inside of it, it is evaluated twice, which goes wrong as soon as the value holds a quote or looks like an expression: Ansible warns, and its newer versions refuse delimiters inside of an expression.",
  example: { bad: PLAY.replace("when: keystone_enabled", 'when: "{{ keystone_enabled }}"'), good: PLAY },
  *check({ tasks, blocks }) {
    for (const { file, entries } of [...blocks, ...tasks]) {
      for (const keyword of CONDITIONS) {
        const node = entries.get(keyword)?.value;
        if (!node) continue;
        for (const item of asSequence(node)?.items ?? [node]) {
          const scalar = asScalar(item);
          if (!scalar || !hasDelimiters(scalar.text)) continue;
          yield {
            file,
            range: scalar.range,
            message: `The condition "${keyword}" holds Jinja delimiters, so it is evaluated twice.`,
            help: "Write the expression without {{ }}; variables are named as they are."
          };
        }
      }
    }
  }
};
function hasDelimiters(expression) {
  if (!expression.includes("{")) return false;
  return /\{\{|\{%/.test(expression.replace(/'(?:\{\{|\}\}|\{%)'|"(?:\{\{|\}\}|\{%)"/g, ""));
}

// src/definitions/ansible/failure-rules.ts
var STEPS = [
  [
    /\b(?:db[_ -]sync|db-manage|api_db sync|dbsync|online_data_migrations|upgrade heads?)\b/,
    "the database migration"
  ],
  [/\bmkfs\b/, "the new file system"],
  [/\bdrop (?:database|table)\b/i, "the removal of the data"],
  [/\bmysql(?:dump)?\b[^|]*[<>]/, "the copy of the database"]
];
var MODULES = {
  mysql_db: "the change of the database",
  "community.mysql.mysql_db": "the change of the database",
  filesystem: "the new file system",
  "community.general.filesystem": "the new file system"
};
var GOOD = `- name: Upgrade Keystone
  hosts: control[0]
  tasks:
    - name: Migrate the database
      ansible.builtin.command: keystone-manage db_sync --expand
      changed_when: true
`;
var ignoredFailure = {
  id: "ansible/ignored-failure",
  severity: "warning",
  summary: "the failure of a step that changes data for good is ignored",
  help: "A migration of a database, a new file system or a dropped table that fails leaves something in between. When the failure is ignored, the play goes on and starts services on it. Let it fail, or register the result and look at it: then nothing is said.",
  example: { bad: `${GOOD}      ignore_errors: true
`, good: GOOD },
  *check({ tasks }) {
    for (const { file, entries, action } of tasks) {
      const ignoring = [...entries.values()].find(isIgnoring);
      const step = ignoring && !entries.has("register") ? stepOf(action) : void 0;
      if (!ignoring || step === void 0) continue;
      yield {
        file,
        range: ignoring.keyRange,
        message: `The play goes on when ${step} has failed.`,
        help: `Remove ${ignoring.key}, or register the result and say which failures are harmless.`
      };
    }
  }
};
function isIgnoring({ key, value }) {
  const scalar = asScalar(value);
  const says = (boolean) => scalar?.value === boolean || scalar?.text.toLowerCase() === String(boolean);
  return key === "ignore_errors" && says(true) || key === "failed_when" && says(false);
}
function stepOf(action) {
  if (!action) return void 0;
  if (Object.hasOwn(MODULES, action.name)) return MODULES[action.name];
  if (!["command", "shell", "raw"].includes(action.name)) return void 0;
  const text = commandOf(action)?.text.slice(0, 2e3) ?? "";
  return STEPS.find(([pattern]) => pattern.test(text))?.[1];
}

// src/definitions/ansible/play-rules.ts
var GOOD2 = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Greet
      ansible.builtin.ping:
`;
var unknownPlayKeyword = {
  id: "ansible/unknown-play-keyword",
  severity: "error",
  summary: "a play has a keyword that Ansible does not know",
  help: "Ansible refuses a playbook when a play, or an import_playbook, has any other key than the keywords of its own. Such a key is a misspelled keyword, a variable that belongs below vars, or a keyword of tasks that plays do not have.",
  example: { bad: GOOD2.replace("  hosts", "  becom: true\n  hosts"), good: GOOD2 },
  *check({ plays }) {
    for (const { file, entries } of plays) {
      const isImport2 = importOf(entries) !== void 0;
      const known = isImport2 ? IMPORT_KEYWORDS : PLAY_KEYWORDS;
      const isSure = isImport2 || TASK_SECTIONS.some((section) => entries.has(section)) || entries.has("roles");
      for (const { key, keyRange } of entries.values()) {
        if (known.has(key) || isTemplatedValue(key)) continue;
        const near = nearest(key, known);
        if (!isSure && !near) continue;
        const what = isImport2 ? "An import_playbook" : "A play";
        yield {
          file,
          range: keyRange,
          message: `${what} has no keyword "${key}", so Ansible refuses the playbook.`,
          help: near ? `Did you mean "${near}"?` : "Remove it, or put it below vars when it is a variable."
        };
      }
    }
  }
};
function importOf(entries) {
  return entries.get("import_playbook") ?? entries.get("ansible.builtin.import_playbook");
}
var playWithoutHosts = {
  id: "ansible/play-without-hosts",
  severity: "error",
  summary: "a play has no hosts",
  help: "Ansible refuses a playbook in which a play does not say on which hosts it runs. Use localhost for what runs on the machine of Ansible itself.",
  example: { bad: GOOD2.replace("hosts: control", "become: true"), good: GOOD2 },
  *check({ plays }) {
    for (const { file, entries, range: range2 } of plays) {
      if (importOf(entries)) continue;
      const hosts = entries.get("hosts");
      if (hosts && !isEmpty(hosts.value)) continue;
      yield {
        file,
        range: hosts?.keyRange ?? range2,
        message: "The play has no hosts, so Ansible refuses the playbook.",
        help: "Add hosts, with the groups that the play is for."
      };
    }
  }
};
function isEmpty(node) {
  const value = resolve(node);
  if (value?.kind === "sequence") return value.items.length === 0;
  return value?.kind === "scalar" && (value.value === null || value.text === "");
}
var unguardedSerial = {
  id: "ansible/unguarded-serial",
  severity: "warning",
  summary: "a rolling play goes on with the next batch after a host has failed",
  help: "With serial, Ansible stops only when every host of a batch has failed. A new version that breaks one host of each batch is then rolled out to all of them. Set max_fail_percentage: 0 or any_errors_fatal: true, or serial: 1, and the play stops at the first host that fails.",
  example: {
    bad: GOOD2.replace("control\n", "control\n  serial: 2\n"),
    good: GOOD2.replace("control\n", "control\n  serial: 2\n  max_fail_percentage: 0\n")
  },
  *check({ plays }) {
    for (const { file, entries } of plays) {
      const serial = entries.get("serial");
      if (!serial || entries.has("max_fail_percentage") || entries.has("any_errors_fatal")) continue;
      const batches = asSequence(serial.value)?.items ?? [serial.value];
      if (!batches.some(isMoreThanOne)) continue;
      yield {
        file,
        range: serial.keyRange,
        message: "The play goes on with the next hosts when some of a batch have failed.",
        help: "Add  max_fail_percentage: 0  or  any_errors_fatal: true."
      };
    }
  }
};
function isMoreThanOne(batch) {
  const text = asScalar(batch)?.text ?? "";
  return text.endsWith("%") || Number(text) > 1;
}

// src/definitions/ansible/file-rules.ts
var PING = "- name: Greet\n  hosts: all\n  tasks:\n    - name: Greet\n      ansible.builtin.ping:\n";
var SITE = "- name: Deploy Keystone\n  ansible.builtin.import_playbook: keystone.yml\n";
var missingPlaybook = {
  id: "ansible/missing-playbook",
  severity: "error",
  summary: "an imported playbook does not exist",
  help: "The name is relative to the folder of the playbook that imports it. Ansible reads all imports before it does anything, and stops when one is not there. When the whole folder is not there, it may be fetched before the run, and this is a notice. Playbooks of collections and names that hold Jinja are not looked at.",
  example: {
    bad: { "site.yml": SITE, "keystone-api.yml": PING },
    good: { "site.yml": SITE, "keystone.yml": PING }
  },
  *check({ plays, files: files2 }) {
    for (const { file, entries } of plays) {
      const node = importOf(entries)?.value;
      const name = asString(node);
      if (!node || !name || isCollection(name)) continue;
      const wanted = { file, range: node.range, name, folders: [folderOf(file)] };
      if (isMissing(wanted, files2)) yield missing("playbook", wanted, files2);
    }
  }
};
function isCollection(name) {
  return /^\w+\.\w+\.\w[\w.]*$/.test(name.replace(/\.ya?ml$/, ""));
}
var missingTasks = {
  id: "ansible/missing-tasks",
  severity: "error",
  summary: "a file of tasks that is included does not exist",
  help: "An import_tasks that leads to no file stops Ansible before it does anything; an include_tasks stops it in the middle of the run. It is reported when no file of that name lies anywhere in the repository; when the whole folder is not there, this is a notice. Names that hold Jinja are not looked at.",
  example: {
    bad: {
      "site.yml": PING.replace("ping:", "import_tasks: tasks/keystone.yml"),
      "tasks/keystnoe.yml": "- name: Greet\n  ansible.builtin.ping:\n"
    },
    good: {
      "site.yml": PING.replace("ping:", "import_tasks: tasks/keystone.yml"),
      "tasks/keystone.yml": "- name: Greet\n  ansible.builtin.ping:\n"
    }
  },
  *check({ tasks, files: files2 }) {
    for (const task of tasks) {
      const { action } = task;
      if (action?.name !== "import_tasks" && action?.name !== "include_tasks") continue;
      const wanted = wantedBy(task, action.free ?? action.args.get("file")?.value, "tasks");
      if (wanted && isMissing(wanted, files2)) yield missing("file of tasks", wanted, files2);
    }
  }
};
var missingVarsFile = {
  id: "ansible/missing-vars-file",
  severity: "warning",
  summary: "a file of variables does not exist",
  help: "A play stops when a file of its vars_files is not there. It is reported when no file of that name lies anywhere in the repository; a file that is made during the run, or kept out of the repository because it holds secrets, is a good reason to silence it. Names that hold Jinja, and lists of alternatives, are not looked at.",
  example: {
    bad: {
      "site.yml": PING.replace("  tasks", "  vars_files: [vars/keystone.yml]\n  tasks"),
      "vars/glance.yml": "a: 1\n"
    },
    good: {
      "site.yml": PING.replace("  tasks", "  vars_files: [vars/keystone.yml]\n  tasks"),
      "vars/keystone.yml": "a: 1\n"
    }
  },
  *check({ plays, tasks, files: files2 }) {
    for (const { file, entries } of plays) {
      const node = entries.get("vars_files")?.value;
      for (const item of asSequence(node)?.items ?? [node]) {
        const name = asString(item);
        if (!item || name === void 0) continue;
        const folder = folderOf(file);
        const wanted = { file, range: item.range, name, folders: [folder, joined(folder, "vars") ?? folder] };
        if (isMissing(wanted, files2)) yield missing("file of variables", wanted, files2);
      }
    }
    for (const task of tasks) {
      const { action } = task;
      if (action?.name !== "include_vars") continue;
      const wanted = wantedBy(task, action.free ?? action.args.get("file")?.value, "vars");
      if (wanted && isMissing(wanted, files2)) yield missing("file of variables", wanted, files2);
    }
  }
};
var missingTemplate = {
  id: "ansible/missing-template",
  severity: "warning",
  summary: "a template does not exist",
  help: "The task fails when Ansible finds no such file in the templates folder of the role, or beside the playbook. It is reported when the folder is there and no file of that name lies anywhere in the repository. Names that hold Jinja are not looked at.",
  example: {
    bad: { "site.yml": template("keystone.conf.j2"), "templates/keystone.cnf.j2": "" },
    good: { "site.yml": template("keystone.conf.j2"), "templates/keystone.conf.j2": "" }
  },
  *check({ tasks, files: files2 }) {
    for (const task of tasks) {
      const { action } = task;
      if (action?.name !== "template") continue;
      const wanted = wantedBy(task, action.args.get("src")?.value, "templates");
      const hasFolder = wanted?.folders.some(
        (folder) => nameOf(folder) === "templates" && files2.hasFolder(folder)
      );
      if (wanted && hasFolder && isMissing(wanted, files2)) yield missing("template", wanted, files2);
    }
  }
};
function template(src) {
  return PING.replace("ping:", `template: { src: ${src}, dest: /etc/keystone/keystone.conf, mode: "0640" }`);
}
function wantedBy(task, node, part) {
  const name = asScalar(node)?.text;
  if (!node || !name || /[\s=]/.test(name)) return void 0;
  const folder = folderOf(task.file);
  const starts = task.role === void 0 ? [folder] : [task.role, folder];
  const folders3 = starts.flatMap((start) => [start, joined(start, part) ?? start]);
  return { file: task.file, range: node.range, name, folders: folders3 };
}
function isMissing({ name, folders: folders3 }, files2) {
  if (isTemplatedValue(name) || name.startsWith("/") || name.startsWith("~")) return false;
  const paths = folders3.map((folder) => joined(folder, name));
  return !files2.hasName(nameOf(name)) && !paths.includes(void 0) && paths.every((path) => path && !files2.has(path));
}
function missing(what, { file, range: range2, name, folders: folders3 }, files2) {
  const looked = folders3.map((folder) => joined(folder, folderOf(name)) ?? folder);
  const near = files2.near(nameOf(name), looked);
  const beside = folderOf(name) === "" ? "" : `${folderOf(name)}/`;
  const problem5 = {
    file,
    range: range2,
    message: `The ${what} "${name}" does not exist.`,
    help: near ? `Did you mean "${beside}${near}"?` : "Add the file, or mend its name."
  };
  return looked.some((folder) => files2.hasFolder(folder)) ? problem5 : { ...problem5, severity: "notice" };
}

// src/definitions/ansible/handler-rules.ts
var GOOD3 = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Write the configuration
      ansible.builtin.template: { src: "{{ conf }}", dest: /etc/keystone/keystone.conf, mode: "0640" }
      notify: Restart keystone
  handlers:
    - name: Restart keystone
      ansible.builtin.service: { name: keystone, state: restarted }
`;
var unknownHandler = {
  id: "ansible/unknown-handler",
  severity: "error",
  summary: "a task notifies a handler that does not exist",
  help: "When the task changes something, Ansible looks for a handler of exactly this name, or one that listens to it, and fails the run when there is none: after the change was made, and before the service was restarted. It is an error when a handler has nearly the same name, or when all handlers of the play stand in it; roles that are kept elsewhere may bring handlers, and then nothing is said.",
  example: { bad: GOOD3.replace("notify: Restart", "notify: restart"), good: GOOD3 },
  *check({ tasks, blocks }) {
    const handlers = new Handlers(tasks);
    for (const owner of [...blocks, ...tasks]) {
      for (const notified of scalars(owner.entries.get("notify")?.value)) {
        if (isTemplatedValue(notified.text) || handlers.has(notified.text)) continue;
        const problem5 = handlers.explain(notified, owner);
        if (problem5) yield problem5;
      }
    }
  }
};
function scalars(node) {
  return (asSequence(node)?.items ?? [node]).flatMap((item) => asScalar(item) ?? []);
}
function scopeOf({ play, role }) {
  return play ?? role;
}
var MAX_PATTERNS = 500;
var Handlers = class {
  /** Of all tasks: a file that the handlers of a play include lies anywhere. */
  names = /* @__PURE__ */ new Set();
  /** Beginnings and ends of names that hold Jinja. */
  patterns = /* @__PURE__ */ new Map();
  byScope = /* @__PURE__ */ new Map();
  /** Plays to which roles or included files may bring handlers. */
  open = /* @__PURE__ */ new Set();
  hints = new Hints(similar);
  constructor(tasks) {
    for (const task of tasks) {
      if (/^(?:include|import)/.test(task.action?.name ?? "")) this.open.add(scopeOf(task));
      for (const keyword of ["name", "listen"]) {
        for (const { text } of scalars(task.entries.get(keyword)?.value)) this.add(text, task);
      }
    }
  }
  add(text, task) {
    if (isTemplatedValue(text)) {
      if (!task.isHandler) return;
      const start = text.slice(0, text.indexOf("{"));
      const end = text.slice(text.lastIndexOf("}") + 1);
      this.patterns.set(`${start}
${end}`, { start, end });
      return;
    }
    this.names.add(text);
    if (!task.isHandler) return;
    const scope = scopeOf(task);
    const own3 = this.byScope.get(scope);
    if (own3) own3.push(text);
    else this.byScope.set(scope, [text]);
  }
  has(name) {
    if (this.patterns.size > MAX_PATTERNS) return true;
    return [name, name.split(" : ").at(-1) ?? name].some(
      (known) => this.names.has(known) || [...this.patterns.values()].some(({ start, end }) => known.startsWith(start) && known.endsWith(end))
    );
  }
  explain({ text, range: range2 }, owner) {
    const scope = scopeOf(owner);
    const near = scope === void 0 ? void 0 : this.hints.near(text, this.byScope.get(scope) ?? []);
    const isWhole2 = owner.play && !owner.play.has("roles") && !this.open.has(scope);
    if (near === void 0 && !isWhole2) return void 0;
    return {
      file: owner.file,
      range: range2,
      message: `There is no handler "${text}", so the run fails when the task changes something.`,
      help: near === void 0 ? "Add it to the handlers of the play." : `Did you mean "${near}"?`
    };
  }
};
function similar(name, others) {
  const lower = name.toLowerCase();
  for (const other of others) if (other.toLowerCase() === lower) return other;
  return slipOf(name, others);
}

// src/definitions/ansible/scalars.ts
function* scalarsOf(nodes) {
  const open = [...nodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === "scalar") yield node;
    else if (node.kind === "sequence") for (const item of node.items) open.push(item);
    else if (node.kind === "mapping") for (const { value } of node.entries) open.push(value);
  }
}
function partOf2({ text, range: range2, plain: plain2 }, start, length) {
  const { line, column } = range2.start;
  const isAsWritten = range2.end.line === line && range2.end.column - column === text.length + (plain2 ? 0 : 2);
  if (!isAsWritten) return range2;
  const from = column + start + (plain2 ? 0 : 1);
  return { start: { line, column: from }, end: { line, column: from + length } };
}

// src/definitions/ansible/host-pattern-rules.ts
var INVENTORY = "[control]\nctl1\n";
var PLAY2 = "- name: Greet\n  hosts: control\n  tasks:\n    - name: Greet\n      ansible.builtin.ping:\n";
var FIRST = `database_host: "{{ groups['control'][0] }}"
`;
var REFERENCE = /(?<![\w.])groups\[\s*['"]([\w.-]+)['"]\s*\](?!\s*\|\s*d(?:efault)?\b)/g;
var unknownHosts = {
  id: "ansible/unknown-hosts",
  severity: "error",
  summary: "a play is for a group or host that looks like a misspelled one",
  help: "A play whose hosts match nothing is skipped: Ansible warns, and the run ends well. It is an error when the name is a slip away from a group or a host that an inventory of the repository has and that no other play is for, and a warning when other plays are. Other unknown names are left alone, since they may stand in an inventory that is kept elsewhere.",
  example: {
    bad: { "inventory/hosts": INVENTORY, "site.yml": PLAY2.replace("control", "contorl") },
    good: { "inventory/hosts": INVENTORY, "site.yml": PLAY2 }
  },
  *check(project) {
    const known = knownNames(project);
    if (!known) return;
    const patterns = project.plays.flatMap(
      ({ file, entries }) => patternsOf(entries.get("hosts")?.value).map((pattern) => ({ ...pattern, file }))
    );
    const used = new Set(patterns.map(({ name }) => name));
    const hints = new Hints(slipOf);
    for (const { file, name, range: range2 } of patterns) {
      if (known.has(name)) continue;
      const near = hints.near(name, known);
      if (near === void 0) continue;
      const problem5 = {
        file,
        range: range2,
        message: `No inventory has a group or host "${name}", so nothing is done for it.`,
        help: `Did you mean "${near}"?`
      };
      yield used.has(near) ? { ...problem5, severity: "warning" } : problem5;
    }
  }
};
var unknownGroupReference = {
  id: "ansible/unknown-group-reference",
  severity: "warning",
  summary: "an expression asks for a group that looks like a misspelled one",
  help: 'An expression such as groups["control"][0] fails in the middle of the run when no inventory has the group. It is reported when the name is a slip away from a group or a host that an inventory of the repository has; a reference with a default is left alone.',
  example: {
    bad: { "inventory/hosts": INVENTORY, "group_vars/all.yml": FIRST.replace("control", "contorl") },
    good: { "inventory/hosts": INVENTORY, "group_vars/all.yml": FIRST }
  },
  *check(project) {
    let known;
    const hints = new Hints(slipOf);
    for (const { path, yaml } of project.documents) {
      if (!yaml?.source.text.includes("groups[")) continue;
      known ??= knownNames(project);
      if (!known) return;
      for (const scalar of scalarsOf(yaml.documents)) {
        for (const { 1: name = "", index: index2 } of scalar.text.matchAll(REFERENCE)) {
          const near = known.has(name) ? void 0 : hints.near(name, known);
          if (near === void 0) continue;
          yield {
            file: path,
            range: partOf2(scalar, scalar.text.indexOf(name, index2 + "groups[".length), name.length),
            message: `No inventory has a group "${name}", so the expression fails.`,
            help: `Did you mean "${near}"?`
          };
        }
      }
    }
  }
};
function knownNames({ inventories: inventories2, tasks }) {
  if (inventories2.length === 0 || !inventories2.every(({ isWhole: isWhole2 }) => isWhole2)) return void 0;
  const known = /* @__PURE__ */ new Set(["all", "ungrouped", "localhost", "127.0.0.1", "::1"]);
  for (const { groups, hosts } of inventories2) {
    for (const { name, children } of groups.values())
      for (const group2 of [name, ...children]) known.add(group2);
    for (const host of hosts.keys()) known.add(host);
  }
  for (const { action } of tasks) {
    if (action?.name !== "add_host" && action?.name !== "group_by") continue;
    const made4 = ["name", "hostname", "host", "groups", "group", "groupname", "key", "parents"].flatMap(
      (key) => {
        const node = action.args.get(key)?.value;
        return (asSequence(node)?.items ?? [node]).map((item) => asScalar(item)?.text ?? "");
      }
    );
    if (action.free || made4.some(isTemplatedValue)) return void 0;
    for (const text of made4) for (const name of text.split(",")) known.add(name.trim());
  }
  return known;
}
function patternsOf(node) {
  return (asSequence(node)?.items ?? [node]).flatMap((item) => {
    const scalar = asScalar(item);
    if (!scalar || isTemplatedValue(scalar.text)) return [];
    const separator = scalar.text.includes(",") ? "," : ":";
    let at = 0;
    return scalar.text.split(separator).flatMap((part) => {
      const start = at + part.length - part.trimStart().length;
      at += part.length + 1;
      const [, sign = "", name] = /^([!&]?)([\w.-]+)$/.exec(part.trim()) ?? [];
      return name === void 0 ? [] : [{ name, range: partOf2(scalar, start + sign.length, name.length) }];
    });
  });
}

// src/definitions/ansible/inventory-value-rules.ts
var EXAMPLE = "[control]\nctl1 ansible_host=192.0.2.11\nctl2 ansible_host=192.0.2.12\n";
var FILE = "inventory/hosts";
var inventoryComment = {
  id: "ansible/inventory-comment",
  severity: "warning",
  summary: "a comment becomes part of a group variable",
  help: "Below [group:vars] of an inventory in INI form, everything behind the = is the value, also what looks like a comment, unless the whole is a Python literal such as a number. Put the comment on a line of its own.",
  example: {
    file: FILE,
    bad: `${EXAMPLE}[control:vars]
ansible_user=kolla # until we have keys
`,
    good: `${EXAMPLE}[control:vars]
# until we have keys
ansible_user=kolla
`
  },
  *check({ inventories: inventories2 }) {
    for (const { files: files2 } of inventories2) {
      for (const { path, groups } of files2) {
        if (isYaml(path)) continue;
        for (const { vars } of groups.values()) {
          for (const { name, value, range: range2 } of vars.values()) {
            if (!/^[^"'\s[{(#][^#]*\s#/.test(value) || /^[-+]?[\d._]+\s*#|^(?:True|False|None)\s*#/.test(value))
              continue;
            yield {
              file: path,
              range: range2,
              message: `The comment behind the value of "${name}" becomes part of the value.`,
              help: "Put the comment on a line of its own."
            };
          }
        }
      }
    }
  }
};
function isYaml(path) {
  return /\.(?:ya?ml|json)$/i.test(path);
}
var cutValue = {
  id: "ansible/cut-value",
  severity: "warning",
  summary: "a # cuts off the value of a variable of a host",
  help: "In the line of a host of an inventory in INI form, a # begins a comment wherever it stands, also in the middle of a word: of secret=abc#def only abc is left. Put the value in quotes, or a space before the comment.",
  example: {
    file: FILE,
    bad: EXAMPLE.replace("192.0.2.11", "192.0.2.11 rack=a#1"),
    good: EXAMPLE.replace("192.0.2.11", '192.0.2.11 rack="a#1"')
  },
  *check({ inventories: inventories2 }) {
    for (const { files: files2 } of inventories2) {
      for (const { path, groups } of files2) {
        if (isYaml(path)) continue;
        for (const { hosts } of groups.values()) {
          const said = /* @__PURE__ */ new Set();
          for (const { range: host, vars } of hosts) {
            const cut = said.has(host.start.line) ? void 0 : [...vars.values()].find(({ isCut }) => isCut);
            said.add(host.start.line);
            if (!cut) continue;
            yield {
              file: path,
              range: cut.range,
              message: `The value of "${cut.name}" ends at the #.`,
              help: "Put the value in quotes, or a space before the comment."
            };
          }
        }
      }
    }
  }
};
var ignoredKey = {
  id: "ansible/inventory-ignored-key",
  severity: "error",
  summary: "a group of an inventory has a key that Ansible passes by",
  help: "In an inventory in YAML, a group has hosts, children and vars and nothing else. Whatever stands below another key, such as a group that belongs below children, is passed by with a warning, and the run goes on without those hosts.",
  example: {
    file: "hosts.yml",
    bad: "all:\n  children:\n    control:\n      host:\n        ctl1:\n",
    good: "all:\n  children:\n    control:\n      hosts:\n        ctl1:\n"
  },
  *check({ inventories: inventories2 }) {
    for (const { files: files2 } of inventories2) {
      for (const { path, ignored: ignored2 } of files2) for (const problem5 of ignored2) yield { file: path, ...problem5 };
    }
  }
};

// src/definitions/ansible/inventory-rules.ts
var EXAMPLE2 = "[control]\nctl1 ansible_host=192.0.2.11\nctl2 ansible_host=192.0.2.12\n";
var FILE2 = "inventory/hosts";
var inventorySyntax = {
  id: "ansible/inventory-syntax",
  severity: "error",
  summary: "Ansible cannot read an inventory",
  help: "Ansible gives up on an inventory file at the first line that it cannot read, says so in a warning, and goes on with the hosts that it has. The run then skips every host that stands in the rest of the file and still ends well.",
  example: { file: FILE2, bad: EXAMPLE2.replace("ctl1 ", "ctl[1-3] "), good: EXAMPLE2 },
  *check({ inventories: inventories2 }) {
    for (const { files: files2 } of inventories2) {
      for (const { path, problems } of files2) for (const problem5 of problems) yield { file: path, ...problem5 };
    }
  }
};
var ALWAYS = ["all", "ungrouped"];
var undefinedGroup = {
  id: "ansible/undefined-group",
  severity: "error",
  summary: "an inventory speaks of a group that it does not define",
  help: "A name below [group:children], and the group of a [group:vars] section, must be a group that the same inventory defines with a section of its own; an empty one is enough. Otherwise Ansible refuses the whole file. When other files of the folder could not be read, or when another program adds to them, this is a warning.",
  example: {
    file: FILE2,
    bad: `${EXAMPLE2}[cloud:children]
controls
`,
    good: `${EXAMPLE2}[cloud:children]
control
`
  },
  *check({ inventories: inventories2 }) {
    const known = new Set(ALWAYS);
    for (const { files: files2 } of inventories2)
      for (const file of files2) for (const name of declared(file)) known.add(name);
    const hints = new Hints(nearest);
    for (const inventory of inventories2) {
      let own3;
      let uses;
      const isAlone = inventory.isWhole && inventory.files.length === 1;
      for (const { file, range: range2, name } of undefinedIn(inventory, known)) {
        uses ??= childUses(inventory);
        const slip2 = unusedSlip(inventory, name, uses);
        if (slip2) {
          yield slip2;
          continue;
        }
        own3 ??= inventory.files.flatMap((file2) => [...declared(file2)]);
        const near = hints.near(name, own3);
        const problem5 = {
          file,
          range: range2,
          message: `The group "${name}" is not defined, so Ansible refuses this file.`,
          help: near ? `Did you mean "${near}"?` : `Define it: a line [${name}] is enough, with its hosts below.`
        };
        yield near || isAlone ? problem5 : { ...problem5, severity: "warning" };
      }
    }
  }
};
function childUses({ files: files2 }) {
  const uses = /* @__PURE__ */ new Map();
  for (const { groups } of files2) {
    for (const { name, children } of groups.values()) {
      for (const child of children) {
        const users = uses.get(child.name);
        if (users) users.push(name);
        else uses.set(child.name, [name]);
      }
    }
  }
  return uses;
}
function unusedSlip({ files: files2 }, wanted, uses) {
  const users = uses.get(wanted) ?? [];
  if (users.length < 2) return void 0;
  for (const { path: file, groups } of files2) {
    const free = [...groups.keys()].filter((name) => !uses.has(name));
    const group2 = groups.get(slipOf(wanted, free) ?? "");
    if (!group2) continue;
    return {
      file,
      range: group2.range,
      message: `The group "${wanted}" is not defined, so Ansible refuses this inventory; ${users.length} groups need it, and none needs "${group2.name}".`,
      help: `Did you mean "${wanted}"?`
    };
  }
  return void 0;
}
function* undefinedIn({ files: files2 }, known) {
  for (const { path: file, groups } of files2) {
    const said = /* @__PURE__ */ new Set();
    for (const { name, range: range2, isDeclared, children } of groups.values()) {
      for (const named2 of isDeclared ? children : [{ name, range: range2 }, ...children]) {
        if (known.has(named2.name) || said.has(named2.name)) continue;
        said.add(named2.name);
        yield { ...named2, file };
      }
    }
  }
}
function* declared({ groups }) {
  for (const { name, isDeclared } of groups.values()) if (isDeclared) yield name;
}
var groupLoop = {
  id: "ansible/group-loop",
  severity: "error",
  summary: "a group is its own child",
  help: "Groups form a tree: when a group stands below itself, also by way of other groups, Ansible refuses the inventory.",
  example: {
    file: FILE2,
    bad: `${EXAMPLE2}[cloud:children]
control
[control:children]
cloud
`,
    good: `${EXAMPLE2}[cloud:children]
control
`
  },
  *check({ inventories: inventories2 }) {
    for (const inventory of inventories2) yield* loopsIn(inventory);
  }
};
function* loopsIn({ files: files2, groups }) {
  const closing = /* @__PURE__ */ new Set();
  const done = /* @__PURE__ */ new Set();
  const path = /* @__PURE__ */ new Set();
  const open = [];
  const enter = (name) => {
    path.add(name);
    open.push({ name, children: (groups.get(name)?.children ?? /* @__PURE__ */ new Set()).values() });
  };
  for (const start of groups.keys()) {
    if (!done.has(start)) enter(start);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const { done: isLast, value: child } = top.children.next();
      if (isLast) {
        done.add(top.name);
        path.delete(top.name);
        open.pop();
      } else if (path.has(child)) closing.add(`${top.name}
${child}`);
      else if (!done.has(child)) enter(child);
    }
  }
  if (closing.size === 0) return;
  for (const file of files2) {
    for (const group2 of file.groups.values()) {
      for (const child of group2.children) {
        if (!closing.delete(`${group2.name}
${child.name}`)) continue;
        yield {
          file: file.path,
          range: child.range,
          message: `The group "${child.name}" stands below itself when "${group2.name}" has it for a child.`,
          help: "Take one of the groups out of the circle."
        };
      }
    }
  }
}
var duplicateHost = {
  id: "ansible/duplicate-host",
  severity: "warning",
  summary: "a group names the same host twice",
  help: "Ansible takes the two for one host, and where both set a variable the last one wins. One of them is probably meant to be another host, which is then missing.",
  example: { file: FILE2, bad: EXAMPLE2.replace("ctl2", "ctl1"), good: EXAMPLE2 },
  *check({ inventories: inventories2 }) {
    for (const { files: files2 } of inventories2) {
      for (const { path, groups } of files2) {
        if (isYaml(path)) continue;
        for (const { name: group2, hosts } of groups.values()) {
          const seen = /* @__PURE__ */ new Map();
          for (const { name, range: range2 } of hosts) {
            const first = seen.get(name);
            if (first === void 0) seen.set(name, range2.start.line);
            else {
              yield {
                file: path,
                range: range2,
                message: `The host "${name}" stands in the group "${group2}" already, on line ${first}.`,
                help: "Remove one of the two, or name the host that was meant."
              };
            }
          }
        }
      }
    }
  }
};
var sharedAddress = {
  id: "ansible/shared-address",
  severity: "warning",
  summary: "two hosts of a group have the same address",
  help: "Two hosts of one group with the same ansible_host and the same port are one machine: it is deployed twice, and the machine that was meant is not deployed at all. Two names for a machine in different groups, such as one for each color of a blue-green environment, are left alone.",
  example: { file: FILE2, bad: EXAMPLE2.replace("192.0.2.12", "192.0.2.11"), good: EXAMPLE2 },
  *check({ inventories: inventories2 }) {
    for (const { hosts } of inventories2) {
      const owners = /* @__PURE__ */ new Map();
      for (const { name, groups, vars } of hosts.values()) {
        const address = vars.get("ansible_host");
        if (!address || !isRemote(address.value) || vars.get("ansible_connection")) continue;
        const port = vars.get("ansible_port")?.value ?? "22";
        const own3 = `
${address.value}
${port}`;
        const keys2 = [...groups].map((group2) => group2 + own3);
        const shared = keys2.find((key) => owners.has(key));
        for (const key of keys2) owners.set(key, owners.get(key) ?? name);
        if (shared === void 0) continue;
        yield {
          file: address.file,
          range: address.range,
          message: `The hosts "${owners.get(shared)}" and "${name}" of the group "${shared.split("\n")[0]}" have the same address, ${address.value}.`,
          help: "Give each host an address of its own."
        };
      }
    }
  }
};
function isRemote(address) {
  return address !== "" && !address.includes("{{") && !/^(?:localhost|127\.|::1$)/.test(address);
}

// src/definitions/ansible/project.ts
function* projects(definitions, context) {
  const own3 = definitions.filter(({ kind, unread }) => kind === "ansible" && !unread);
  if (own3.length > 0) yield new ProjectReader(own3, definitions, context).read();
}
var ProjectReader = class {
  constructor(definitions, all, context) {
    this.definitions = definitions;
    this.all = all;
    this.context = context;
  }
  definitions;
  all;
  context;
  plays = [];
  found = { tasks: [], blocks: [], misfits: [] };
  finder = new TaskFinder(this.found);
  roleUses = [];
  requirements = [];
  vars = [];
  read() {
    for (const definition of this.definitions) this.file(definition);
    for (const { file, entries } of [...this.plays, ...this.found.blocks, ...this.found.tasks]) {
      this.addVars(file, entries.get("vars")?.value, true);
    }
    this.includedRoles();
    return {
      path: this.definitions[0]?.path ?? "",
      inventories: inventories(this.all, this.context.files),
      plays: this.plays,
      ...this.found,
      roleUses: this.roleUses,
      requirements: this.requirements,
      vars: this.vars,
      documents: this.definitions.filter(({ yaml }) => yaml),
      files: new FileIndex(this.context.files)
    };
  }
  file(definition) {
    const { path: file, yaml } = definition;
    const root = yaml?.documents[0];
    if (!root) return;
    const part = rolePart(file);
    if (isPlaybook(root)) this.playbook(file, root);
    else if (isVars(file) || part?.name === "vars" || part?.name === "defaults")
      this.addVars(file, root, false);
    else if (part?.name === "meta") this.roles(file, childOf(root, "dependencies"));
    else if (part) {
      this.finder.list(root, { file, role: part.role, play: void 0, isHandler: part.name === "handlers" });
    } else if (isRequirementsFile(file)) this.requirements.push({ file, root });
  }
  addVars(file, node, isStrict) {
    const vars = asMapping(node);
    if (vars) this.vars.push({ file, vars, isStrict });
  }
  playbook(file, root) {
    for (const item of asSequence(root)?.items ?? []) {
      const mapping = asMapping(item);
      if (!mapping) continue;
      const play = {
        file,
        entries: indexed(mapping),
        range: mapping.entries[0]?.keyRange ?? mapping.range
      };
      this.plays.push(play);
      this.roles(file, play.entries.get("roles")?.value);
      for (const section of TASK_SECTIONS) {
        const isHandler = section === "handlers";
        const place = { file, role: void 0, play: play.entries, isHandler };
        this.finder.list(play.entries.get(section)?.value, place);
      }
    }
  }
  roles(file, node) {
    for (const item of asSequence(node)?.items ?? []) {
      const named2 = asMapping(item) ? childOf(item, "role") ?? childOf(item, "name") : item;
      const name = asString(named2);
      if (named2 && name) this.roleUses.push({ file, name, range: named2.range });
      this.addVars(file, childOf(item, "vars"), true);
    }
  }
  includedRoles() {
    for (const { file, action } of this.found.tasks) {
      const named2 = /^(?:include|import)_role$/.test(action?.name ?? "") && (action?.args.get("name") ?? action?.args.get("role"))?.value;
      const name = named2 ? asString(named2) : void 0;
      if (named2 && name) this.roleUses.push({ file, name, range: named2.range });
    }
  }
};

// src/definitions/ansible/requirement-rules.ts
var FILE3 = "requirements.yml";
var GOOD4 = `roles:
  - name: ntp
    src: https://git.example.com/ansible-role-ntp
    scm: git
    version: 1.4.2
collections:
  - name: openstack.cloud
    version: 2.3.0
`;
var BRANCH = /^(?:master|main|devel|develop|development|trunk|head|(?:stable|unmaintained|release|feature)\/.+)$/i;
function* requirementsOf({ requirements }) {
  for (const { file, root } of requirements) {
    const lists = [
      { kind: "role", node: asSequence(root) ?? childOf(root, "roles") },
      { kind: "collection", node: childOf(root, "collections") }
    ];
    for (const { kind, node } of lists) {
      for (const item of asSequence(node)?.items ?? []) {
        const named2 = ["name", "role", "src", "source"].map((key) => childOf(item, key)).find((found2) => asString(found2));
        const range2 = (named2 ?? item).range;
        yield { file, kind, item, name: asString(named2 ?? item), range: range2, version: childOf(item, "version") };
      }
    }
  }
}
var mutableRequirement = {
  id: "ansible/mutable-requirement",
  severity: "warning",
  summary: "a required role or collection has no fixed version",
  help: "Without a version, or with the name of a branch, each installation takes what is newest at that moment: what was tested in staging is not what production gets, and going back to an older release of the repository does not bring back the older role. Give a tag, a version or a commit. Ranges of versions are left alone.",
  example: { file: FILE3, bad: GOOD4.replace("1.4.2", "main"), good: GOOD4 },
  *check(project) {
    for (const { file, kind, item, name, range: range2, version } of requirementsOf(project)) {
      if (name === void 0 || isTemplatedValue(name) || isLocal(item, name)) continue;
      if (childOf(item, "trackbranch")) continue;
      const text = asScalar(version)?.text ?? (/^[^,]+,([^,]+)/.exec(name)?.[1] || /:([^:/]+)$/.exec(name)?.[1]);
      if (text === void 0 || text === "" || text === "*") {
        yield {
          file,
          range: range2,
          message: `The ${kind} "${name}" has no version, so each installation takes the newest.`,
          help: "Add  version:  with a tag, a version or a commit."
        };
      } else if (BRANCH.test(text)) {
        yield {
          file,
          range: version?.range ?? range2,
          message: `The version "${text}" of the ${kind} "${name}" is a branch, which moves.`,
          help: "Give a tag, a version or a commit."
        };
      }
    }
  }
};
function isLocal(item, name) {
  if (childOf(item, "include")) return true;
  const type = asString(childOf(item, "type"));
  if (type !== void 0 && ["file", "dir", "subdirs", "url"].includes(type)) return true;
  return /^(?:\.{0,2}\/|file:|~)|\.tar\.gz$/.test(name);
}
var invalidRequirement = {
  id: "ansible/invalid-requirement",
  severity: "error",
  summary: "ansible-galaxy cannot read the requirements",
  help: "A list of requirements has the keys roles and collections and no other. Each role needs a name or a src, each collection a name or a source: ansible-galaxy refuses the whole file otherwise.",
  example: { file: FILE3, bad: GOOD4.replace("name: openstack.cloud", "nmae: openstack.cloud"), good: GOOD4 },
  *check(project) {
    for (const { file, root } of project.requirements) {
      for (const { key, keyRange } of entriesOf(root)) {
        if (key === "roles" || key === "collections") continue;
        const near = nearest(key, ["roles", "collections"]);
        yield {
          file,
          range: keyRange,
          message: `Requirements have no "${key}", so ansible-galaxy refuses the file.`,
          help: near ? `Did you mean "${near}"?` : "Keep only roles and collections on the top."
        };
      }
    }
    for (const { file, kind, item, name } of requirementsOf(project)) {
      const mapping = asMapping(item);
      if (!mapping || name !== void 0 || childOf(item, "include")) continue;
      if (["name", "role", "src", "source"].some((key) => childOf(item, key))) continue;
      yield {
        file,
        range: mapping.entries[0]?.keyRange ?? mapping.range,
        message: `The ${kind} has no name, so ansible-galaxy refuses the file.`,
        help: kind === "role" ? "Add its name or its src." : "Add its name."
      };
    }
  }
};
var contradictoryRequirement = {
  id: "ansible/contradictory-requirement",
  severity: "error",
  summary: "a file requires a role or collection twice, in two versions",
  help: "Of a role that is required twice, ansible-galaxy installs the first version and skips the second; of a collection it refuses both. Keep one.",
  example: {
    file: FILE3,
    bad: `${GOOD4}  - name: openstack.cloud
    version: 2.2.0
`,
    good: GOOD4
  },
  *check(project) {
    const seen = /* @__PURE__ */ new Map();
    for (const { file, kind, name, range: range2, version } of requirementsOf(project)) {
      const text = asScalar(version)?.text;
      if (name === void 0 || text === void 0 || isTemplatedValue(name + text) || /[<>=!*,]/.test(text))
        continue;
      const key = `${file}
${kind}
${name}`;
      const first = seen.get(key);
      if (!first) seen.set(key, { version: text, line: range2.start.line });
      else if (first.version !== text) {
        yield {
          file,
          range: range2,
          message: `The ${kind} "${name}" is required already, in version ${first.version}, on line ${first.line}.`,
          help: "Keep one of the two."
        };
      }
    }
  }
};

// src/definitions/ansible/role-rules.ts
var PLAY3 = "- name: Deploy Keystone\n  hosts: all\n  roles: [keystone]\n";
var TASKS = "- name: Greet\n  ansible.builtin.ping:\n";
var unknownRole = {
  id: "ansible/unknown-role",
  severity: "error",
  summary: "a role has a name that looks like a misspelled one",
  help: "Ansible looks for roles in the roles folder beside the playbook and in its own folders, and stops when there is none of that name. It is reported when no role of that name lies in the repository, none comes from its requirements, and one of them has nearly the same name.",
  example: {
    bad: { "site.yml": PLAY3, "roles/keystne/tasks/main.yml": TASKS },
    good: { "site.yml": PLAY3, "roles/keystone/tasks/main.yml": TASKS }
  },
  *check(project) {
    if (project.roleUses.length === 0) return;
    const known = knownRoles(project);
    const hints = new Hints(slipOf);
    for (const { file, name, range: range2 } of project.roleUses) {
      if (known.has(name) || isTemplatedValue(name) || /[./]/.test(name)) continue;
      const near = hints.near(name, known);
      if (near === void 0) continue;
      yield {
        file,
        range: range2,
        message: `There is no role "${name}" in the repository or its requirements.`,
        help: `Did you mean "${near}"?`
      };
    }
  }
};
function knownRoles({ files: files2, requirements }) {
  const known = /* @__PURE__ */ new Set();
  for (const folder of files2.allFolders()) if (nameOf(folderOf(folder)) === "roles") known.add(nameOf(folder));
  for (const { root } of requirements) {
    for (const item of asSequence(childOf(root, "roles") ?? root)?.items ?? []) {
      for (const name of namesOf(item)) known.add(name);
    }
  }
  return known;
}
function namesOf(item) {
  const name = asString(childOf(item, "name")) ?? asString(childOf(item, "role"));
  const source = asString(childOf(item, "src")) ?? asString(item);
  return [
    name ?? [],
    source ? nameOf(source.split(",")[0] ?? "").replace(/\.git$|\.tar\.gz$/, "") : []
  ].flat();
}

// src/definitions/ansible/secret-rules.ts
var LOGIN = /^ansible_(?:(?:ssh|become|sudo|su|httpapi|winrm|psrp|paramiko|netconf)_)?pass(?:word|phrase)?$/;
var plaintextPassword = {
  id: "ansible/plaintext-password",
  severity: "warning",
  summary: "a password of a host stands in clear text",
  help: "Who can read the repository, or any copy of it, can log in to the host or become root there, and the history keeps the password after it was removed. Encrypt it with ansible-vault, take it from a lookup, or use SSH keys; then change the password.",
  example: {
    file: "inventory/hosts",
    bad: "[control]\nctl1 ansible_user=kolla ansible_password=kolla\n",
    good: '[control]\nctl1 ansible_user=kolla ansible_password="{{ vault_password }}"\n'
  },
  *check({ inventories: inventories2, vars }) {
    const said = /* @__PURE__ */ new Set();
    for (const { files: files2 } of inventories2) {
      for (const { path, groups } of files2) {
        for (const { hosts, vars: own3 } of groups.values()) {
          for (const variables of [own3, ...hosts.map((host) => host.vars)]) {
            for (const { name, range: range2 } of logins(variables)) {
              const place = `${path} ${range2.start.line} ${range2.start.column}`;
              if (said.has(place)) continue;
              said.add(place);
              yield inClear(path, name, range2);
            }
          }
        }
      }
    }
    for (const { file, vars: mapping } of vars) {
      for (const { key, keyRange, value } of entriesOf(mapping)) {
        const scalar = LOGIN.test(key) ? asScalar(value) : void 0;
        if (scalar && scalar.tag === void 0 && isSecret(scalar.text)) yield inClear(file, key, keyRange);
      }
    }
  }
};
function* logins(variables) {
  for (const [name, variable] of variables) if (LOGIN.test(name) && isSecret(variable.value)) yield variable;
}
function isSecret(value) {
  return value !== "" && value !== '""' && value !== "''" && !isTemplatedValue(value) && !/^\s*(?:\$ANSIBLE_VAULT|<|~$|null$)/.test(value);
}
function inClear(file, name, range2) {
  return {
    file,
    range: range2,
    message: `"${name}" stands in clear text.`,
    help: "Encrypt it with ansible-vault, or use SSH keys; then change the password."
  };
}
var SECRET_NAME = /(?:^|_)(?:password|passwd|passphrase|secret|secret_key)s?$/;
var SHELL_MODULES = /* @__PURE__ */ new Set(["command", "shell", "raw", "script"]);
var NAME_IN_JINJA = /\{\{-?\s*([A-Za-z_]\w*)\s*(?:\||-?\}\})/g;
var COMMAND = '- name: Create the database\n  hosts: control\n  tasks:\n    - name: Create it\n      ansible.builtin.command: mysql --password={{ database_password }} -e "create database keystone"\n      changed_when: true\n';
var secretInOutput = {
  id: "ansible/secret-in-output",
  severity: "notice",
  summary: "a task prints a password",
  help: "Ansible shows the command line of a command that fails, and of every command when it runs with -v, and debug shows what it is told to: a password in it ends up in the log of the run. Set no_log: true on the task or its block. Modules with arguments for passwords hide those themselves, so they are not reported.",
  example: { bad: COMMAND, good: `${COMMAND}      no_log: true
` },
  *check({ tasks }) {
    for (const task of tasks) {
      const shown4 = shownBy(task);
      if (!shown4 || isHidden(task)) continue;
      const name = [...shown4.text.matchAll(NAME_IN_JINJA)].map((match) => match[1] ?? "").find((found2) => SECRET_NAME.test(found2));
      if (name === void 0) continue;
      yield {
        file: task.file,
        range: shown4.range,
        message: task.action?.name === "debug" ? `The task shows "${name}" in the log.` : `The task shows "${name}" in the log when it fails.`,
        help: "Add  no_log: true."
      };
    }
  }
};
function shownBy({ action }) {
  if (!action) return void 0;
  if (SHELL_MODULES.has(action.name)) return commandOf(action);
  const scalar = action.name === "debug" ? asScalar((action.args.get("msg") ?? action.args.get("var"))?.value) : void 0;
  if (!scalar) return void 0;
  return { text: action.args.has("msg") ? scalar.text : `{{ ${scalar.text} }}`, range: scalar.range };
}
function isHidden(task) {
  return [task.entries, ...task.parents.map(({ entries }) => entries), task.play].some(
    (entries) => entries?.has("no_log")
  );
}

// src/definitions/ansible/truth-rules.ts
var PLAY4 = `- name: Deploy Keystone
  hosts: all
  tasks:
    - name: Greet
      ansible.builtin.ping:
      when: keystone_enabled
`;
var falseText = {
  id: "ansible/false-text",
  severity: "warning",
  summary: 'a variable that is asked for its truth holds the text "false"',
  help: 'A condition that consists of a variable alone asks whether it is empty. The text "false" or "no" is not, so the task runs all the same; Ansible 2.19 and newer refuse the condition. In YAML, write false without quotes. In an inventory in INI form only False and True, with a capital letter, are truth values. A condition with | bool is right in any case.',
  example: {
    bad: { "site.yml": PLAY4, "group_vars/all.yml": 'keystone_enabled: "false"\n' },
    good: { "site.yml": PLAY4, "group_vars/all.yml": "keystone_enabled: false\n" }
  },
  *check(project) {
    const asked = askedNames(project);
    if (asked.size === 0) return;
    for (const { file, vars } of project.vars) {
      for (const { key, value } of entriesOf(vars)) {
        const user = asked.get(key);
        const scalar = user === void 0 ? void 0 : asScalar(value);
        if (user === void 0 || typeof scalar?.value !== "string" || !isFalse(scalar.value)) continue;
        yield problem(
          { name: key, value: scalar.text, range: scalar.range, file },
          user,
          "false, without quotes"
        );
      }
    }
    for (const variable of iniVariables(project)) {
      const user = asked.get(variable.name);
      if (user !== void 0 && variable.value !== "False" && isFalse(variable.value))
        yield problem(variable, user, "False, with a capital letter");
    }
  }
};
function askedNames({ tasks, blocks }) {
  const asked = /* @__PURE__ */ new Map();
  for (const { file, entries } of [...tasks, ...blocks]) {
    const node = entries.get("when")?.value;
    for (const item of asSequence(node)?.items ?? [node]) {
      for (const part of asScalar(item)?.text.split(/\sand\s/) ?? []) {
        const name = /^\s*(?:not\s+)?([a-z_]\w*)\s*$/i.exec(part)?.[1];
        if (name !== void 0 && !asked.has(name)) asked.set(name, file);
      }
    }
  }
  return asked;
}
function* iniVariables({ inventories: inventories2 }) {
  for (const { files: files2 } of inventories2) {
    for (const { path: file, groups } of files2) {
      if (/\.(?:ya?ml|json)$/i.test(file)) continue;
      for (const { hosts, vars } of groups.values()) {
        yield* vars.values();
        for (const host of hosts) yield* host.vars.values();
      }
    }
  }
}
function isFalse(text) {
  return /^(["']?)(?:false|no|off)\1$/i.test(text);
}
function problem({ name, value, range: range2, file }, user, right) {
  return {
    file,
    range: range2,
    message: `"${name}" is the text "${value}", which counts as true where ${user} asks for it.`,
    help: `Write ${right}, or ask with  | bool.`
  };
}

// src/definitions/ansible/value-rules.ts
var MODE_MODULES = /* @__PURE__ */ new Set([
  "assemble",
  "blockinfile",
  "copy",
  "file",
  "get_url",
  "known_hosts",
  "lineinfile",
  "replace",
  "template",
  "unarchive",
  "community.general.ini_file",
  "ini_file",
  "community.general.archive",
  "archive",
  "config_template",
  "openstack.config_template.config_template"
]);
var MEANT_DECIMAL = /* @__PURE__ */ new Set(["416", "420", "436", "511"]);
var TASK = `- name: Configure
  hosts: control
  tasks:
    - name: Make the folder
      ansible.builtin.file: { path: /etc/keystone, state: directory, mode: "0755" }
`;
var decimalMode = {
  id: "ansible/decimal-mode",
  severity: "error",
  summary: "the mode of a file is a decimal number",
  help: "Without a leading zero, YAML reads 755 as the decimal number, and Ansible sets those bits: 755 is 01363, which leaves the owner without the right to read and sets the sticky bit. Write the mode in quotes, with its zero.",
  example: { bad: TASK.replace('"0755"', "755"), good: TASK },
  *check({ tasks }) {
    for (const { file, action } of tasks) {
      if (!action || !MODE_MODULES.has(action.name)) continue;
      for (const key of ["mode", "directory_mode"]) {
        const scalar = asScalar(action.args.get(key)?.value);
        if (!scalar || !isDecimalMode(scalar)) continue;
        const octal = Number(scalar.text).toString(8);
        yield {
          file,
          range: scalar.range,
          message: `The mode ${scalar.text} is a decimal number: the file gets 0${octal}.`,
          help: `Write "0${scalar.text}", in quotes.`
        };
      }
    }
  }
};
function isDecimalMode({ plain: plain2, text, value, tag }) {
  if (!plain2 || tag !== void 0 || typeof value !== "number") return false;
  return /^[1-7][0-7]{2,3}$/.test(text) && !MEANT_DECIMAL.has(text);
}
var baseSixtyNumber = {
  id: "ansible/base-sixty-number",
  severity: "error",
  summary: "a value with colons is read as a number to the base of sixty",
  help: "In YAML 1.1 digits with colons between them are a number to the base of sixty, as long as none of them after the first is above 59: the ports 8080:80 are text, but 80:22 is the number 4822, and some MAC addresses are huge numbers. Put such values in quotes.",
  example: {
    file: "group_vars/all.yml",
    bad: "forwarded_port: 80:22\n",
    good: 'forwarded_port: "80:22"\n'
  },
  *check({ documents }) {
    for (const { path, yaml, templated } of documents) {
      if (templated || !yaml || !/\d:[0-5]?\d\b/.test(yaml.source.text)) continue;
      for (const scalar of scalarsOf(yaml.documents)) {
        if (typeof scalar.value !== "number" || !scalar.text.includes(":")) continue;
        yield {
          file: path,
          range: scalar.range,
          message: `YAML reads ${scalar.text} as the number ${scalar.value}.`,
          help: `Write "${scalar.text}", in quotes.`
        };
      }
    }
  }
};
var shortenedVersion = {
  id: "ansible/shortened-version",
  severity: "error",
  summary: "a version loses its last zero",
  help: "Without quotes 3.10 is the number 3.1, and that is what ends up in a name of a package or in a URL. Put versions in quotes.",
  example: {
    file: "group_vars/all.yml",
    bad: "python_version: 3.10\n",
    good: 'python_version: "3.10"\n'
  },
  *check({ vars }) {
    for (const { file, vars: mapping } of vars) {
      for (const { key, value } of mapping.entries) {
        const scalar = /(?:^|_)(?:version|release|tag)$/.test(key) ? asScalar(value) : void 0;
        if (!scalar?.plain || typeof scalar.value !== "number") continue;
        if (!/^\d+\.\d*[1-9]0+$|^\d+\.0{2,}$/.test(scalar.text)) continue;
        yield {
          file,
          range: scalar.range,
          message: `YAML reads the version ${scalar.text} as the number ${pythonFloat(scalar.value)}.`,
          help: `Write "${scalar.text}", in quotes.`
        };
      }
    }
  }
};
function pythonFloat(value) {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

// src/definitions/ansible/vars-file-rules.ts
var VARS_FILE = /^(.*?)(group_vars|host_vars)\/([^/]+)(\/.*)?$/;
var INVENTORY2 = "[control]\nctl1\n[compute]\ncmp1\n";
var varsWithoutGroup = {
  id: "ansible/vars-without-group",
  severity: "warning",
  summary: "group_vars has a name that looks like a misspelled group",
  help: "Variables in group_vars/<name> are for the hosts of the group <name>. When no inventory has the group, Ansible passes the file by without a word. It is reported when a group with a similar name has no variables of its own.",
  example: {
    bad: { "inventory/hosts": INVENTORY2, "inventory/group_vars/computes.yml": "cpu_mode: host-model\n" },
    good: { "inventory/hosts": INVENTORY2, "inventory/group_vars/compute.yml": "cpu_mode: host-model\n" }
  },
  check: (project) => misnamed(
    project,
    "group_vars",
    ({ groups }) => groups.keys(),
    (name, near) => ({
      message: `No inventory has a group "${name}", so Ansible reads these variables for no host.`,
      help: `Did you mean "${near}"?`
    })
  )
};
var varsWithoutHost = {
  id: "ansible/vars-without-host",
  severity: "warning",
  summary: "host_vars has a name that looks like a misspelled host",
  help: "Variables in host_vars/<name> are for the host <name>. When no inventory has the host, Ansible passes the file by without a word. It is reported when a host with a similar name has no variables of its own.",
  example: {
    bad: { "inventory/hosts": INVENTORY2, "inventory/host_vars/ctrl1.yml": "rack: a\n" },
    good: { "inventory/hosts": INVENTORY2, "inventory/host_vars/ctl1.yml": "rack: a\n" }
  },
  check: (project) => misnamed(
    project,
    "host_vars",
    ({ hosts }) => hosts.keys(),
    (name, near) => ({
      message: `No inventory has a host "${name}", so Ansible reads these variables for nobody.`,
      help: `Did you mean "${near}"?`
    })
  )
};
function* misnamed({ documents, inventories: inventories2 }, folder, namesOf2, say) {
  if (inventories2.length === 0 || !inventories2.every(({ isWhole: isWhole2 }) => isWhole2)) return;
  const known = /* @__PURE__ */ new Set([...inventories2.flatMap((inventory) => [...namesOf2(inventory)]), "all", "ungrouped"]);
  const beside = new Set(
    inventories2.map(({ path, files: files2 }) => files2[0]?.path === path ? folderOf(path) : path)
  );
  const used = /* @__PURE__ */ new Set();
  const unknown3 = [];
  for (const { path } of documents) {
    const [, before = "", kind, written3 = "", rest] = VARS_FILE.exec(path) ?? [];
    if (kind !== folder || !beside.has(before.replace(/\/$/, ""))) continue;
    const name = rest === void 0 ? nameOf(written3).replace(/\.(?:ya?ml|json)$/, "") : written3;
    used.add(name);
    if (!known.has(name)) unknown3.push({ name, file: path });
  }
  const free = [...known].filter((name) => !used.has(name));
  const hints = new Hints(
    (name, others) => nearest(
      name,
      [...others].filter((other) => digits(other) === digits(name))
    )
  );
  for (const { name, file } of unknown3) {
    const near = hints.near(name, free);
    const range2 = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    if (near) yield { file, range: range2, ...say(name, near) };
  }
}
function digits(name) {
  return name.replace(/\D/g, "");
}

// src/definitions/ansible/index.ts
var ansibleRules = ruleSet({
  kind: "ansible",
  exampleFile: "site.yml",
  rules: [
    inventorySyntax,
    undefinedGroup,
    groupLoop,
    duplicateHost,
    sharedAddress,
    inventoryComment,
    cutValue,
    ignoredKey,
    varsWithoutGroup,
    varsWithoutHost,
    unknownPlayKeyword,
    playWithoutHosts,
    unguardedSerial,
    conflictingActions,
    taskWithoutAction,
    unknownBlockKeyword,
    invalidLoop,
    invalidVariableName,
    conditionDelimiters,
    falseText,
    unknownHosts,
    unknownGroupReference,
    unknownHandler,
    missingPlaybook,
    missingTasks,
    missingVarsFile,
    missingTemplate,
    unknownRole,
    ignoredFailure,
    plaintextPassword,
    secretInOutput,
    decimalMode,
    baseSixtyNumber,
    shortenedVersion,
    invalidRequirement,
    mutableRequirement,
    contradictoryRequirement
  ],
  subjects: projects
});

// src/definitions/clouds/auth-types.ts
function keys(text) {
  return text.split(/\s+/).filter((key) => key !== "");
}
var SCOPE = keys(
  "auth_url system_scope domain_id domain_name project_id project_name project_domain_id project_domain_name trust_id"
);
var USER = keys("user_id username user_domain_id user_domain_name");
var DEFAULT_DOMAIN = keys("default_domain_id default_domain_name");
var AUTH_KEYS = /* @__PURE__ */ new Map([
  ["password", /* @__PURE__ */ new Set([...SCOPE, ...USER, ...DEFAULT_DOMAIN, "password"])],
  ["token", /* @__PURE__ */ new Set([...SCOPE, ...DEFAULT_DOMAIN, "token"])],
  ["v3password", /* @__PURE__ */ new Set([...SCOPE, ...USER, "password"])],
  ["v3token", /* @__PURE__ */ new Set([...SCOPE, "token"])],
  ["v3totp", /* @__PURE__ */ new Set([...SCOPE, ...USER, "passcode"])],
  [
    "v3applicationcredential",
    /* @__PURE__ */ new Set([
      ...SCOPE,
      ...USER,
      "application_credential_id",
      "application_credential_name",
      "application_credential_secret"
    ])
  ]
]);
var AUTH_TYPES = /* @__PURE__ */ new Set([
  ...AUTH_KEYS.keys(),
  ...keys(
    "admin_token http_basic none noauth v1password v2password v2token v3adfspassword v3fedkerb v3kerberos v3multifactor v3oauth1 v3oauth2clientcredential v3oauth2mtlsclientcredential v3oidcaccesstoken v3oidcauthcode v3oidcclientcredentials v3oidcdeviceauthz v3oidcpassword v3samlpassword v3tokenlessauth v3websso token_endpoint aodh-noauth gnocchi-basic gnocchi-noauth rackspace_apikey vitrage-keycloak vitrage-noauth"
  )
]);
var MEANT_AUTH_TYPES = new Map(
  keys(
    "applicationcredential application_credential application-credential v3application_credential v3_application_credential appcred"
  ).map((written3) => [written3, "v3applicationcredential"])
);
var OLD_AUTH_NAMES = /* @__PURE__ */ new Map([
  ["tenant_id", "project_id"],
  ["tenant_name", "project_name"],
  ["auth_token", "token"],
  ["user_name", "username"]
]);
var CLOUD_KEYS = new Set(
  keys(
    "auth auth_type auth_plugin auth_methods api_timeout cacert cert cloud profile database_api_version disable_vendor_agent endpoint_type external_network internal_network floating_ip_source force_ipv4 prefer_ipv6 image_api_use_tasks image_format insecure interface key message metrics networks password region_name regions requires_floating_ip secgroup_source status timeout timing username user_id vendor_hook verify verify_glance_checksum default_domain use_direct_get log_file log_level project_id project_name project_domain_id project_domain_name user_domain_id user_domain_name domain_id domain_name token system_scope auth_url nova_url object_store_endpoint_override baremetal_status_code_retries baremetal_introspection_status_code_retries image_status_code_retries compute_api_version identity_api_version image_api_version network_api_version volume_api_version block_storage_api_version object_store_api_version dns_api_version baremetal_api_version load_balancer_api_version orchestration_api_version container_infra_api_version shared_file_system_api_version key_manager_api_version placement_api_version workflow_api_version"
  )
);
var SERVICE_KEY = /_(?:api_version|default_microversion|interface|endpoint_type|endpoint_override|endpoint|service_type|service_name|region_name|timeout|status_code_retries|connect_retries|min_version|max_version)$/;
var CLOSED_VENDORS = new Set(
  keys("betacloud ibmcloud internap ultimum unitedstack")
);

// src/definitions/clouds/example.ts
var CLOUDS = `clouds:
  production:
    auth:
      auth_url: https://keystone.example.com:5000/v3
      username: operator
      project_name: platform
      user_domain_name: Default
      project_domain_name: Default
    region_name: region-one
    interface: public
`;

// src/definitions/clouds/auth-rules.ts
var SECRETS = ["password", "token", "application_credential_secret", "client_secret", "passcode"];
var passwordInClouds = {
  id: "clouds/password-in-clouds",
  severity: "warning",
  summary: "a password stands in clouds.yaml",
  help: "clouds.yaml says how to reach a cloud and is meant to be shared; secure.yaml beside it, or in ~/.config/openstack, holds the passwords and is merged over it. Move the password there, and keep that file encrypted or out of the repository.",
  example: {
    bad: CLOUDS.replace("username: operator", "username: operator\n      password: k8sVd2Lq"),
    good: CLOUDS
  },
  *check({ clouds }) {
    for (const cloud of clouds) {
      for (const key of SECRETS) {
        const secret = authSetting(cloud, key);
        if (!secret?.text || secret.isSecure) continue;
        yield {
          file: secret.file,
          range: secret.node.range,
          message: `The ${key} of the cloud "${cloud.name}" stands in clouds.yaml.`,
          help: "Move it to secure.yaml, under the same keys."
        };
      }
    }
  }
};
var unknownAuthType = {
  id: "clouds/unknown-auth-type",
  severity: "error",
  summary: "an auth_type is misspelled",
  help: 'auth_type names the plugin of keystoneauth that logs in. When there is none of that name, nothing connects to the cloud: "The plugin \u2026 could not be found". Names that are like none of the known ones may come from another package and are left alone.',
  example: {
    bad: CLOUDS.replace("    auth:", "    auth_type: v3pasword\n    auth:"),
    good: CLOUDS.replace("    auth:", "    auth_type: v3password\n    auth:")
  },
  *check({ clouds }) {
    for (const { settings } of clouds) {
      const type = settings.get("auth_type") ?? settings.get("auth_plugin");
      if (!type?.text || AUTH_TYPES.has(type.text)) continue;
      const near = MEANT_AUTH_TYPES.get(type.text.toLowerCase()) ?? nearest(type.text, AUTH_TYPES);
      if (near === void 0) continue;
      yield {
        file: type.file,
        range: type.node.range,
        message: `There is no auth_type "${type.text}".`,
        help: `Did you mean "${near}"?`
      };
    }
  }
};
var unknownAuthKey = {
  id: "clouds/unknown-auth-key",
  severity: "error",
  summary: "auth holds a key that its auth_type does not take",
  help: "openstacksdk hands everything in auth to the plugin of keystoneauth, which stops at a key that it does not know (TypeError: unexpected keyword argument). Settings of the cloud itself, such as region_name or verify, stand beside auth; application credentials need `auth_type: v3applicationcredential`.",
  example: {
    bad: CLOUDS.replace("      username: operator", "      usrname: operator"),
    good: CLOUDS
  },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const type = authTypeOf(cloud);
      const known = type === void 0 ? void 0 : AUTH_KEYS.get(type);
      if (!known || type === void 0 || cloud.oddity) continue;
      for (const setting of cloud.auth.values()) {
        const { key, file, keyRange } = setting;
        if (known.has(key) || OLD_AUTH_NAMES.has(key) || key.includes("{")) continue;
        yield {
          file,
          range: keyRange,
          message: `The auth of the cloud "${cloud.name}" has the key "${key}", which ${withType(cloud, type)} does not take.`,
          help: hintFor(key, known)
        };
      }
    }
  }
};
function withType({ settings }, type) {
  return settings.has("auth_type") ? `auth_type ${type}` : `the default auth_type ${type}`;
}
function hintFor(key, known) {
  const type = [...AUTH_KEYS].find(([, keys2]) => keys2.has(key))?.[0];
  if (key.startsWith("application_credential") && type) return `Set \`auth_type: ${type}\`.`;
  if (CLOUD_KEYS.has(key)) return "Move it out of auth, to the keys of the cloud.";
  const near = nearest(key, known);
  if (near) return `Did you mean "${near}"?`;
  return type ? `Set \`auth_type: ${type}\`, or remove it.` : "Remove it.";
}
var APPLICATION_CREDENTIAL = `clouds:
  production:
    auth_type: v3applicationcredential
    auth:
      auth_url: https://keystone.example.com:5000/v3
      application_credential_id: 8d3f1c
    region_name: region-one
`;
var applicationCredentialScope = {
  id: "clouds/application-credential-scope",
  severity: "error",
  summary: "an application credential together with a project",
  help: 'An application credential belongs to one project, and Keystone refuses a login that asks for a scope besides: "Application credentials cannot request a scope". Remove project, domain and system_scope; they often stay behind when a password is replaced.',
  example: {
    bad: APPLICATION_CREDENTIAL.replace("id: 8d3f1c", "id: 8d3f1c\n      project_id: 5b1e"),
    good: APPLICATION_CREDENTIAL
  },
  *check({ clouds }) {
    for (const cloud of clouds) {
      if (authTypeOf(cloud) !== "v3applicationcredential") continue;
      const scope = authSetting(
        cloud,
        "project_id",
        "project_name",
        "tenant_id",
        "tenant_name",
        "system_scope",
        "trust_id"
      );
      if (!scope) continue;
      yield {
        file: scope.file,
        range: scope.keyRange,
        message: `The cloud "${cloud.name}" has an application credential and ${scope.key}: Keystone refuses the login.`,
        help: `Remove ${scope.key}.`
      };
    }
  }
};
var severalScopes = {
  id: "clouds/several-scopes",
  severity: "error",
  summary: "a login asks for a project and for a trust or the system",
  help: "A token is for one project, one domain, one trust or the system. keystoneauth refuses a trust beside a project. Beside system_scope its older releases take the project and never ask for the system, and the newer ones refuse that, too; it is a warning.",
  example: {
    bad: CLOUDS.replace("username: operator", "username: operator\n      trust_id: 5b1e"),
    good: CLOUDS
  },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const project = authSetting(cloud, "project_id", "project_name", "tenant_id", "tenant_name");
      if (!project || authTypeOf(cloud) === "v3applicationcredential") continue;
      const trust = authSetting(cloud, "trust_id");
      if (trust) yield scopes(cloud, trust, `has a trust and ${project.key}: the login is refused`);
      const system = authSetting(cloud, "system_scope");
      if (!system) continue;
      const problem5 = scopes(
        cloud,
        system,
        `has system_scope and ${project.key}, which is ignored or refused`
      );
      yield { ...problem5, severity: "warning" };
    }
  }
};
function scopes({ name }, { file, keyRange, key }, why) {
  return {
    file,
    range: keyRange,
    message: `The cloud "${name}" ${why}.`,
    help: `Remove the one or the other: ${key} or the project.`
  };
}
var missingDomain = {
  id: "clouds/missing-domain",
  severity: "warning",
  summary: "a user or a project without its domain",
  help: 'Names of users and projects are unique in their domain only. Without user_domain_name and project_domain_name (or the ids) Keystone answers "Expecting to find domain in user". The openstack command assumes the domain "default"; Ansible, openstacksdk and Terraform do not.',
  example: { bad: CLOUDS.replace("      user_domain_name: Default\n", ""), good: CLOUDS },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const type = authTypeOf(cloud);
      if (!AUTH_KEYS.has(type ?? "") || cloud.hasProfile) continue;
      for (const [what, names] of [
        ["user", ["username", "user_name"]],
        ["project", ["project_name", "tenant_name"]]
      ]) {
        const named2 = authSetting(cloud, ...names);
        const hasId = authSetting(cloud, `${what}_id`) !== void 0;
        const domain = authSetting(cloud, ...domainKeys(what));
        if (!named2 || named2.isSecure || hasId || domain || type === "v3applicationcredential") continue;
        yield {
          file: named2.file,
          range: named2.keyRange,
          message: `The cloud "${cloud.name}" names a ${what} without its domain.`,
          help: `Add ${what}_domain_name.`
        };
      }
    }
  }
};
function domainKeys(what) {
  return [
    `${what}_domain_id`,
    `${what}_domain_name`,
    "domain_id",
    "domain_name",
    "default_domain_id",
    "default_domain_name",
    "default_domain"
  ];
}
var missingAuthUrl = {
  id: "clouds/missing-auth-url",
  severity: "warning",
  summary: "a cloud without an auth_url",
  help: 'Without auth_url, and without the profile of a vendor that brings one, nothing knows where Keystone is: "Auth plugin requires parameters which were not given: auth_url".',
  example: { bad: CLOUDS.replace(/ {6}auth_url: .*\n/, ""), good: CLOUDS },
  *check({ clouds, isWhole: isWhole2 }) {
    for (const cloud of clouds) {
      if (!isWhole2 || cloud.isOnlySecure || cloud.hasProfile || cloud.oddity) continue;
      if (!AUTH_KEYS.has(authTypeOf(cloud) ?? "") || authSetting(cloud, "auth_url")) continue;
      const auth = cloud.settings.get("auth");
      yield {
        file: cloud.file,
        range: auth?.keyRange ?? cloud.keyRange,
        message: `The cloud "${cloud.name}" has no auth_url.`,
        help: "Add auth_url under auth, or a profile."
      };
    }
  }
};

// src/definitions/clouds/key-rules.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var unknownKey = {
  id: "clouds/unknown-key",
  severity: "warning",
  summary: "a key of a cloud is misspelled",
  help: "openstacksdk keeps keys that it does not know and never looks at them, so a misspelled region_name or interface has no effect, and nobody says so.",
  example: { bad: CLOUDS.replace("region_name", "region_nam"), good: CLOUDS },
  *check({ clouds }) {
    for (const cloud of clouds) {
      for (const { key, file, keyRange } of cloud.settings.values()) {
        if (CLOUD_KEYS.has(key) || SERVICE_KEY.test(key) || key.length < 4 || key.startsWith("x_")) continue;
        const near = [...CLOUD_KEYS].find((known) => isNear(key, known));
        if (near === void 0) continue;
        yield {
          file,
          range: keyRange,
          message: `The key "${key}" of the cloud "${cloud.name}" has no effect.`,
          help: `Did you mean "${near}"?`
        };
      }
    }
  }
};
function isNear(key, known) {
  const slips2 = key.length < 8 ? 1 : 2;
  return Math.abs(key.length - known.length) <= slips2 && (0, import_fastest_levenshtein.distance)(key, known) <= slips2;
}
var legacyName = {
  id: "clouds/legacy-name",
  severity: "notice",
  summary: "an old name that is on its way out",
  help: "openstacksdk still understands endpoint_type (now interface), tenant_name and tenant_id (now project), auth_plugin (now auth_type), `cloud` inside of a cloud (now profile) and several regions in region_name (now regions), and warns about some of them; other clients do not understand them all.",
  example: {
    bad: CLOUDS.replace("interface: public", "endpoint_type: public"),
    good: CLOUDS
  },
  *check({ clouds }) {
    for (const { settings, auth } of clouds) {
      for (const setting of settings.values()) {
        const today = todaysName(setting);
        if (today !== void 0) yield legacy(setting, today);
      }
      for (const setting of auth.values()) {
        const today = OLD_AUTH_NAMES.get(setting.key);
        if (today !== void 0) yield legacy(setting, today);
      }
    }
  }
};
function todaysName({ key, text, node }) {
  if (key === "cloud" && text !== void 0) return "profile";
  if (key === "auth_plugin") return "auth_type";
  if (key === "region_name") return text?.includes(",") || node.kind === "sequence" ? "regions" : void 0;
  if (key.endsWith("endpoint_type")) return key.replace("endpoint_type", "interface");
  return key === "tenant_id" || key === "tenant_name" ? OLD_AUTH_NAMES.get(key) : void 0;
}
function legacy({ key, file, keyRange }, today) {
  return {
    file,
    range: keyRange,
    message: `The key ${key} is called ${today} today.`,
    help: `Write ${today}.`
  };
}
var SECURE = 'clouds:\n  production:\n    auth:\n      password: "{{ vault_password }}"\n';
var secureWithoutCloud = {
  id: "clouds/secure-without-cloud",
  severity: "warning",
  summary: "secure.yaml has a cloud that clouds.yaml does not have",
  help: "secure.yaml is merged over clouds.yaml by the names of the clouds. A name that only it has gets a password and nothing else, and the cloud that was meant gets none.",
  example: {
    bad: { "clouds.yaml": CLOUDS, "secure.yaml": SECURE.replace("production", "producton") },
    good: { "clouds.yaml": CLOUDS, "secure.yaml": SECURE }
  },
  *check({ clouds, isWhole: isWhole2 }) {
    if (!isWhole2) return;
    const known = clouds.filter(({ isOnlySecure }) => !isOnlySecure).map(({ name }) => name);
    for (const { name, file, keyRange, isOnlySecure, settings } of clouds) {
      if (!isOnlySecure || asMapping(settings.get("auth")?.node)?.entries.some(({ key }) => key === "auth_url"))
        continue;
      const near = nearest(name, known);
      yield {
        file,
        range: keyRange,
        message: `There is no cloud "${name}" in clouds.yaml.`,
        help: near ? `Did you mean "${near}"?` : "Add it there, or remove it here."
      };
    }
  }
};

// src/definitions/clouds/use-rules.ts
var import_fastest_levenshtein2 = __toESM(require_mod(), 1);
var PLAYBOOK = (cloud) => `- name: Ask for servers
  hosts: localhost
  tasks:
    - name: List them
      openstack.cloud.server_info:
        cloud: ${cloud}
`;
var misspelledCloud = {
  id: "clouds/misspelled-cloud",
  severity: "warning",
  summary: "a playbook or a workflow names a cloud that is nearly one of clouds.yaml",
  help: "A cloud that no clouds.yaml defines is not found when the playbook or the workflow runs. A name that is unlike all of the repository may stand in the clouds.yaml of the machine that runs it, and is left alone.",
  example: {
    bad: { "clouds.yaml": CLOUDS, "site.yml": PLAYBOOK("prodution") },
    good: { "clouds.yaml": CLOUDS, "site.yml": PLAYBOOK("production") }
  },
  *check({ uses, namesOfAll }) {
    for (const { file, range: range2, name } of uses) {
      if (namesOfAll.has(name)) continue;
      const near = [...namesOfAll].find((known) => isSlip2(name, known));
      if (near === void 0) continue;
      yield {
        file,
        range: range2,
        message: `No clouds.yaml defines the cloud "${name}".`,
        help: `Did you mean "${near}"?`
      };
    }
  }
};
function isSlip2(name, known) {
  const [longer, shorter] = name.length > known.length ? [name, known] : [known, name];
  if (shorter.length < 5 || longer.length - shorter.length > 2) return false;
  if (longer.startsWith(shorter) || longer.endsWith(shorter)) return false;
  if (name.replace(/\D/g, "") !== known.replace(/\D/g, "")) return false;
  return (0, import_fastest_levenshtein2.distance)(name, known) <= (shorter.length < 8 ? 1 : 2);
}

// src/definitions/clouds/value-rules.ts
import { isIP } from "node:net";
var verificationOff = {
  id: "clouds/verification-off",
  severity: "warning",
  summary: "certificates are not verified",
  help: "With `verify: false`, or `insecure: true`, anybody between here and the cloud can read the password and answer in its place; a cacert beside it is ignored. Name the CA in cacert instead.",
  example: {
    bad: CLOUDS.replace("    interface", "    verify: false\n    interface"),
    good: CLOUDS.replace("    interface", "    cacert: /etc/ssl/certs/ca.pem\n    interface")
  },
  *check({ clouds }) {
    for (const { name, settings } of clouds) {
      const off = [settings.get("verify"), settings.get("insecure")].find(
        (setting) => asScalar(setting?.node)?.value === (setting?.key === "insecure")
      );
      if (!off) continue;
      const cacert = settings.has("cacert") ? " Its cacert is ignored." : "";
      yield {
        file: off.file,
        range: off.node.range,
        message: `The certificate of the cloud "${name}" is not verified.${cacert}`,
        help: "Remove it, and name the CA in cacert if it is your own."
      };
    }
  }
};
var identityV2 = {
  id: "clouds/old-identity-api",
  severity: "error",
  summary: "the auth_url is that of the Identity API v2.0",
  help: "Keystone has no v2.0 API any more since the release Queens, so nobody can log in there. Use /v3, or leave the version out.",
  example: { bad: CLOUDS.replace("/v3", "/v2.0"), good: CLOUDS },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const url = authSetting(cloud, "auth_url");
      if (url?.text && /\/v2(?:\.0)?\/?$/.test(url.text)) {
        yield {
          file: url.file,
          range: url.node.range,
          message: `The auth_url of the cloud "${cloud.name}" is that of the Identity API v2.0, which is gone.`,
          help: "Write /v3 at its end."
        };
      }
      const version = cloud.settings.get("identity_api_version");
      if (!version?.text || !/^v?2(?:\.0?)?$/.test(version.text)) continue;
      yield {
        file: version.file,
        range: version.node.range,
        message: `The cloud "${cloud.name}" asks for version ${version.text} of the Identity API, which is gone.`,
        help: "Write 3.",
        severity: "warning"
      };
    }
  }
};
var invalidAuthUrl = {
  id: "clouds/invalid-auth-url",
  severity: "error",
  summary: "the auth_url is no URL",
  help: "auth_url needs its scheme and its host, such as https://keystone.example.com:5000/v3. Without the scheme the client cannot even try.",
  example: { bad: CLOUDS.replace("https://keystone", "keystone"), good: CLOUDS },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const url = authSetting(cloud, "auth_url");
      if (!url || url.text === void 0 || url.text.includes("$") || isUrl(url.text)) continue;
      yield {
        file: url.file,
        range: url.node.range,
        message: `The auth_url "${url.text}" of the cloud "${cloud.name}" is no URL.`,
        help: "Start it with https:// and the name of the host."
      };
    }
  }
};
function isUrl(text) {
  return /^https?:\/\/[^/\s]/i.test(text) && URL.canParse(text);
}
var plainHttp = {
  id: "clouds/plain-http",
  severity: "notice",
  summary: "passwords go to a public host without TLS",
  help: "With http:// the password, and the token that every later request carries, can be read by anybody on the way. Hosts with private addresses and names without a public domain are left alone.",
  example: { bad: CLOUDS.replace("https://", "http://"), good: CLOUDS },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const url = authSetting(cloud, "auth_url");
      const host = url?.text && isUrl(url.text) ? new URL(url.text) : void 0;
      if (!url || host?.protocol !== "http:" || !isPublic(host.hostname)) continue;
      yield {
        file: url.file,
        range: url.node.range,
        message: `Passwords go to ${host.hostname} without TLS.`,
        help: "Use https."
      };
    }
  }
};
var NOT_PUBLIC = /(^|\.)(local|localhost|internal|lan|home|corp|intra|test|invalid|svc|localdomain|arpa)$/i;
var PRIVATE_IPV4 = /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
function isPublic(host) {
  if (host.startsWith("[")) return /^\[[23]/.test(host) && !host.startsWith("[2001:db8");
  if (isIP(host) === 4) return !PRIVATE_IPV4.test(host);
  return host.includes(".") && !NOT_PUBLIC.test(host);
}
var missingRegion = {
  id: "clouds/missing-region",
  severity: "notice",
  summary: "a cloud names no region, and others at the same Keystone do",
  help: "Without region_name a client takes the first endpoint in the catalog, of whichever region that is. Where one Keystone serves several regions, that is by chance.",
  example: {
    bad: `${CLOUDS}${second("")}${third("")}`,
    good: `${CLOUDS}${second("")}${third("    region_name: region-two\n")}`
  },
  *check({ clouds }) {
    const regions = /* @__PURE__ */ new Map();
    for (const cloud of clouds) {
      const url = authSetting(cloud, "auth_url")?.text;
      const region = cloud.settings.get("region_name")?.text;
      if (url === void 0 || region === void 0) continue;
      regions.set(url, (regions.get(url) ?? /* @__PURE__ */ new Set()).add(region));
    }
    for (const cloud of clouds) {
      const url = authSetting(cloud, "auth_url")?.text;
      const others = url === void 0 ? void 0 : regions.get(url);
      if (!others || others.size < 2 || cloud.hasProfile) continue;
      if (cloud.settings.has("region_name") || cloud.settings.has("regions")) continue;
      yield {
        file: cloud.file,
        range: cloud.keyRange,
        message: `The cloud "${cloud.name}" names none of the regions ${[...others].sort().join(", ")} of its Keystone.`,
        help: "Add region_name."
      };
    }
  }
};
function second(_region) {
  return CLOUDS.replace("clouds:\n", "").replace("production:", "second:").replace("region-one", "region-two");
}
function third(region) {
  return CLOUDS.replace("clouds:\n", "").replace("production:", "third:").replace("    region_name: region-one\n", region);
}
var closedVendor = {
  id: "clouds/closed-vendor",
  severity: "error",
  summary: "the profile is that of a public cloud that closed down",
  help: "openstacksdk knows that this public cloud no longer exists, and refuses to use its profile.",
  example: { bad: CLOUDS.replace("    auth:", "    profile: internap\n    auth:"), good: CLOUDS },
  *check({ clouds }) {
    for (const { settings } of clouds) {
      const profile = settings.get("profile") ?? settings.get("cloud");
      if (!profile?.text || !CLOSED_VENDORS.has(profile.text)) continue;
      yield {
        file: profile.file,
        range: profile.node.range,
        message: `The public cloud "${profile.text}" does not exist any more.`,
        help: "Remove the cloud, or give its own auth_url instead of the profile."
      };
    }
  }
};
var invalidValue = {
  id: "clouds/invalid-value",
  severity: "error",
  summary: "a value has a form that openstacksdk does not take",
  help: 'A cloud and its auth are mappings; `verify` is true or false, and a quoted "false" is taken for the name of a CA file; interface is public, internal or admin; regions and networks are lists whose entries have a name. openstacksdk stops at anything else, or looks for an endpoint that does not exist.',
  example: {
    bad: CLOUDS.replace("interface: public", "interface: privat"),
    good: CLOUDS.replace("interface: public", "interface: internal")
  },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const { settings, oddity } = cloud;
      if (oddity) {
        if (!cloud.isOnlySecure)
          yield problem2(oddity, `The cloud "${cloud.name}" is no mapping`, "Write its keys below it.");
        continue;
      }
      const auth = settings.get("auth");
      if (auth && !asMapping(auth.node) && !isTemplate(auth)) {
        yield problem2(
          auth,
          `The auth of the cloud "${cloud.name}" is no mapping`,
          "Write auth_url, username\u2026 below it."
        );
      }
      yield* wrongScalars(cloud);
      yield* wrongLists(cloud);
    }
  }
};
function problem2(setting, message, help, node = setting.node) {
  return { file: setting.file, range: node.range, message: `${message}.`, help };
}
function isTemplate({ node, text }) {
  return text === void 0 && asScalar(node)?.value !== null && asScalar(node) !== void 0;
}
function* wrongScalars({ name, settings }) {
  for (const [key, setting] of settings) {
    const { text, node } = setting;
    if (text === void 0) continue;
    if (key === "verify" && /^(?:false|no|off|true|yes|on|0|1)$/i.test(text) && typeof asScalar(node)?.value !== "boolean") {
      const isFile = `The verify of the cloud "${name}" is the text "${text}", which is taken for a CA file`;
      yield problem2(setting, isFile, "Write true or false, without quotes.");
    }
    const isInterface = key === "interface" || key === "endpoint_type" || /_(?:interface|endpoint_type)$/.test(key);
    if (isInterface && !/^(?:public|internal|admin)(?:URL)?$/.test(text)) {
      yield problem2(setting, `There is no interface "${text}"`, "Write public, internal or admin.");
    }
    if (key === "api_timeout" && Number.isNaN(Number(text))) {
      yield problem2(setting, `The api_timeout "${text}" is no number`, "Write a number of seconds.");
    }
  }
}
function* wrongLists({ settings }) {
  const regions = settings.get("regions");
  for (const item of asSequence(regions?.node)?.items ?? []) {
    const keys2 = entriesOf(item).map(({ key }) => key);
    if (!regions || !asMapping(item) || keys2.includes("name") && keys2.every((key) => key === "name" || key === "values"))
      continue;
    yield problem2(
      regions,
      "A region has other keys than name and values",
      "Put its settings under values.",
      item
    );
  }
  const networks = settings.get("networks");
  for (const item of asSequence(networks?.node)?.items ?? []) {
    if (networks && asMapping(item) && childOf(item, "name") === void 0) {
      yield problem2(networks, "A network has no name", "Add its name.", item);
    }
  }
  for (const flag of ["nat_destination", "default_interface"]) {
    const [, second2] = (asSequence(networks?.node)?.items ?? []).filter(
      (item) => asScalar(childOf(item, flag))?.value === true
    );
    if (networks && second2) {
      yield problem2(networks, `Two networks are the ${flag}`, `Set ${flag} for one of them only.`, second2);
    }
  }
  for (const key of ["external_network", "internal_network"]) {
    const old = settings.get(key);
    if (networks && old) yield problem2(old, `The cloud has networks and ${key}`, `Remove ${key}.`);
  }
}

// src/definitions/clouds/index.ts
var cloudsRules = ruleSet({
  kind: "clouds",
  exampleFile: "clouds.yaml",
  rules: [
    passwordInClouds,
    unknownAuthType,
    unknownAuthKey,
    applicationCredentialScope,
    severalScopes,
    missingDomain,
    missingAuthUrl,
    verificationOff,
    identityV2,
    invalidAuthUrl,
    plainHttp,
    missingRegion,
    closedVendor,
    invalidValue,
    unknownKey,
    legacyName,
    secureWithoutCloud,
    misspelledCloud
  ],
  subjects: cloudFiles
});

// src/definitions/haproxy/example.ts
var EXAMPLE3 = `global
    hard-stop-after 10m
    stats socket /run/haproxy/admin.sock mode 660 level operator

defaults
    mode http
    timeout connect 5s
    timeout client 60s
    timeout server 60s

frontend keystone
    bind 203.0.113.10:5000
    default_backend keystone

backend keystone
    option httpchk
    http-check send meth GET uri /healthcheck
    http-check expect status 200
    server infra1 10.0.0.11:5000 check
    server infra2 10.0.0.12:5000 check
`;

// src/definitions/haproxy/subject.ts
var MODULE = "community.general.haproxy:";
var MODULE_LINE = /^\s*(?:-\s+)?community\.general\.haproxy:/m;
function* subjects(definitions) {
  const groups = [...together(definitions.filter(({ kind }) => kind === "haproxy")).values()];
  if (groups.length === 0) return;
  const read3 = /* @__PURE__ */ new Map();
  const backendsElsewhere = /* @__PURE__ */ new Set();
  for (const group2 of groups) {
    if (group2.some(isSurelyWhole)) continue;
    const configuration = readConfiguration(group2);
    read3.set(group2, configuration);
    if (configuration.isWhole) continue;
    for (const { isBackend, name } of configuration.proxies)
      if (isBackend && name) backendsElsewhere.add(name.text);
  }
  const serverControl = definitions.find(
    ({ kind, text }) => kind === "ansible" && text.includes(MODULE) && MODULE_LINE.test(text)
  )?.path;
  for (const group2 of groups)
    yield { ...read3.get(group2) ?? readConfiguration(group2), backendsElsewhere, serverControl };
}
function isSurelyWhole({ text }) {
  return /^[ \t]*(?:global|defaults)(?=[ \t\r#]|$)/m.test(text) && !/\{[{%#]/.test(text);
}
function together(files2) {
  const groups = /* @__PURE__ */ new Map();
  for (const file of files2) {
    const key = /^(?:.*\/)?[^/]+\.d(?=\/[^/]+$)/.exec(file.path)?.[0] ?? file.path;
    const group2 = groups.get(key);
    if (group2) group2.push(file);
    else groups.set(key, [file]);
  }
  return groups;
}
function haproxyRule(rule3) {
  return {
    ...rule3,
    *check(subject) {
      for (const problem5 of rule3.check(subject)) {
        const isUnsure2 = rule3.severity === "error" && subject.templates.has(problem5.file);
        const severity = isUnsure2 ? { severity: "warning" } : {};
        yield { ...severity, ...problem5 };
      }
    }
  };
}

// src/definitions/haproxy/health-rules.ts
var CHECK_OPTIONS = /* @__PURE__ */ new Set([
  "httpchk",
  "tcp-check",
  "ssl-hello-chk",
  "smtpchk",
  "mysql-check",
  "pgsql-check",
  "redis-check",
  "ldap-check",
  "spop-check",
  "external-check"
]);
var NO_STEPS = /* @__PURE__ */ new Set(["disable-on-404", "send-state"]);
function httpSteps(section) {
  return own(section, "http-check").filter(({ words: words2 }) => !NO_STEPS.has(words2[1]?.text ?? ""));
}
function chosenChecks(section) {
  const chosen = /* @__PURE__ */ new Set();
  for (const { words: words2 } of own(section, "option")) {
    const name = words2[1]?.text ?? "";
    if (CHECK_OPTIONS.has(name)) chosen.add(name);
  }
  return chosen;
}
function checkOf(proxy) {
  for (const section of [proxy, ...proxy.defaults]) {
    const [first, ...others] = chosenChecks(section);
    if (others.length > 0) return "unknown";
    if (first !== void 0) return first;
  }
  return mayHoldMore(proxy) ? "unknown" : void 0;
}
var httpCheckIgnored = haproxyRule({
  id: "haproxy/http-check-ignored",
  severity: "error",
  summary: "http-check rules without option httpchk",
  help: "Without `option httpchk` HAProxy ignores all http-check rules: it only opens a connection, and a service that answers 503 to everything counts as healthy. HAProxy starts with no more than a warning. Put `option httpchk` before the first http-check rule, or into defaults.",
  example: { bad: EXAMPLE3.replace("    option httpchk\n", ""), good: EXAMPLE3 },
  *check({ proxies, sections }) {
    const used = /* @__PURE__ */ new Set();
    const inherited = /* @__PURE__ */ new Set();
    for (const proxy of proxies) {
      if (!proxy.isBackend) continue;
      const check = checkOf(proxy);
      const [step] = httpSteps(proxy);
      const isUsed = check === "httpchk" || check === "unknown";
      if (!isUsed && step) yield ignored(proxy.file, step, titleOf(proxy), check);
      for (const section of proxy.defaults) {
        inherited.add(section);
        if (isUsed) used.add(section);
      }
    }
    for (const section of sections) {
      const [step] = section.kind === "defaults" ? httpSteps(section) : [];
      if (step && inherited.has(section) && !used.has(section)) {
        yield ignored(section.file, step, titleOf(section), void 0);
      }
    }
  }
});
function ignored(file, { keyword }, where, check) {
  const instead = check ? `its check is \`option ${check}\`` : "an open port counts as healthy";
  return {
    file,
    range: keyword.range,
    message: `The http-check rules in ${where} are ignored, since nothing says \`option httpchk\`: ${instead}.`,
    help: "Put `option httpchk` before them."
  };
}
var MISSING = { send: "connect", expect: "send", connect: "expect" };
var httpCheckOrder = haproxyRule({
  id: "haproxy/http-check-order",
  severity: "error",
  summary: "http-check rules in an order that HAProxy refuses",
  help: "A health check is made in the order in which it is written: connect, send, expect, and then connect again. HAProxy refuses to start when a request is sent after the answer was expected, or when a connection is opened before the answer of the last one was looked at. `option httpchk` stands before all of them.",
  example: {
    bad: EXAMPLE3.replace(/( {4}http-check send.*\n)( {4}http-check expect.*\n)/, "$2$1"),
    good: EXAMPLE3
  },
  *check({ proxies, sections }) {
    const defaults = sections.filter(({ kind }) => kind === "defaults");
    const inheriting = new Set(proxies.filter((proxy) => checkOf(proxy) === "httpchk"));
    for (const section of [...proxies, ...defaults]) {
      const [option2] = own(section, "option", "httpchk");
      if (!option2 && !inheriting.has(section) || section.isOpaque) continue;
      const first = option2?.keyword.line ?? 0;
      const steps = own(section, "http-check").filter((step) => step.keyword.line >= first && isStep(step));
      if (!steps.every(({ isCertain }) => isCertain)) continue;
      let before;
      for (const { words: words2, keyword } of steps) {
        const step = words2[1]?.text ?? "";
        if (before !== void 0 && isOutOfOrder(step, before)) {
          yield {
            file: section.file,
            range: keyword.range,
            message: `The \`http-check ${step}\` in ${titleOf(section)} comes after \`http-check ${before}\` without a \`http-check ${MISSING[step] ?? ""}\` in between: HAProxy refuses to start.`,
            help: "Write the check in the order connect, send, expect."
          };
          break;
        }
        before = step;
      }
    }
  }
});
function isStep({ words: words2 }) {
  return Object.hasOwn(MISSING, words2[1]?.text ?? "");
}
function isOutOfOrder(step, before) {
  if (step === "send") return before !== "connect";
  if (step === "expect") return before === "connect";
  return before !== "expect";
}
var httpCheckSendsNothing = haproxyRule({
  id: "haproxy/http-check-sends-nothing",
  severity: "error",
  summary: "a backend waits for an answer without asking",
  help: "The first http-check rule of a backend replaces all that it inherits, also the request that `option httpchk` in defaults stands for. With `http-check expect` alone HAProxy connects, sends nothing and waits until the check times out: all servers are down. Repeat `option httpchk` in the backend, or add `http-check send`.",
  example: {
    bad: EXAMPLE3.replace("    option httpchk\n    http-check send meth GET uri /healthcheck\n", "").replace(
      "    mode http\n",
      "    mode http\n    option httpchk GET /healthcheck\n"
    ),
    good: EXAMPLE3
  },
  *check({ proxies }) {
    for (const proxy of proxies) {
      if (!proxy.isBackend || proxy.isOpaque || chosenChecks(proxy).size > 0) {
        continue;
      }
      const steps = httpSteps(proxy);
      const expects = steps.find(({ words: words2 }) => words2[1]?.text === "expect");
      if (!expects?.isCertain || checkOf(proxy) !== "httpchk" || own(proxy, "http-check", "send").length > 0)
        continue;
      yield {
        file: proxy.file,
        range: expects.keyword.range,
        message: `The http-check rules in ${titleOf(proxy)} replace the inherited ones and send no request: its servers are never healthy.`,
        help: "Put `option httpchk` or `http-check send` before it."
      };
    }
  }
});

// src/definitions/haproxy/places.ts
function words(text) {
  return new Set(text.split(/\s+/));
}
function list(text) {
  return new Set(text.split(/\s*,\s*/));
}
var REFUSED_IN_FRONTEND = words("server server-template default-server retry-on");
var IGNORED_IN_FRONTEND = list(
  "balance, cookie, fullconn, hash-type, stick, retries, http-check, tcp-check, source, timeout server, timeout connect, timeout check, timeout queue, timeout tunnel, timeout server-fin, load-server-state-from-file, http-reuse, option httpchk, option tcp-check, option redispatch, option srvtcpka, option log-health-checks, option allbackups, option mysql-check, option ssl-hello-chk, option prefer-last-server, dispatch, http-send-name-header, max-keep-alive-queue, force-persist, ignore-persist, server-state-file-name, option persist, option transparent"
);
var IGNORED_IN_BACKEND = list(
  "bind, use_backend, default_backend, maxconn, backlog, timeout client, timeout client-fin, monitor-uri, monitor, capture, option dontlognull, option clitcpka, option contstats, option logasap, rate-limit"
);
var REFUSED_IN_DEFAULTS = words(
  "bind server server-template use_backend use-server stick redirect monitor capture dispatch id description filter force-persist ignore-persist stick-table"
);
var REFUSED_IN_ANONYMOUS_DEFAULTS = words("acl http-request http-response http-after-response");
function verdictOn(kind, isNamed, keyword, second2) {
  const both = `${keyword} ${second2}`;
  if (kind === "frontend") {
    if (REFUSED_IN_FRONTEND.has(keyword)) return "refused";
    if (IGNORED_IN_FRONTEND.has(keyword) || IGNORED_IN_FRONTEND.has(both)) return "ignored";
  }
  if (kind === "backend") {
    if (keyword === "tcp-request" && (second2 === "connection" || second2 === "session")) return "refused";
    if (IGNORED_IN_BACKEND.has(keyword) || IGNORED_IN_BACKEND.has(both)) return "ignored";
  }
  if (kind === "defaults") {
    if (REFUSED_IN_DEFAULTS.has(keyword)) return "refused";
    if (!isNamed && REFUSED_IN_ANONYMOUS_DEFAULTS.has(keyword)) return "refused";
  }
  return void 0;
}

// src/definitions/haproxy/keyword-rules.ts
function isChecked({ kind }) {
  return kind === "global" || kind === "defaults" || PROXY_SECTIONS.has(kind);
}
var SECOND_WORDS = /* @__PURE__ */ new Map([
  ["option", OPTIONS],
  ["timeout", TIMEOUTS],
  ["stats", STATS_KEYWORDS],
  ["http-check", HTTP_CHECK_KEYWORDS],
  ["http-request", HTTP_ACTIONS],
  ["http-response", HTTP_ACTIONS],
  ["mode", MODES],
  ["balance", ALGORITHMS]
]);
function unknownWord({ kind }, { words: words2, keyword }) {
  const known = kind === "global" ? GLOBAL_KEYWORDS : PROXY_KEYWORDS;
  if (!known.has(keyword.text)) return misspelled(keyword, known, "keyword");
  if (kind === "global") return void 0;
  const second2 = words2[1];
  const seconds = SECOND_WORDS.get(keyword.text);
  if (seconds && second2 && !seconds.has(second2.text.replace(/\(.*/, "")))
    return misspelled(second2, seconds, `${keyword.text} setting`);
  if (keyword.text === "server") return unknownSetting(words2.slice(3), SERVER_FLAGS, SERVER_SETTINGS);
  if (keyword.text === "default-server") return unknownSetting(words2.slice(1), SERVER_FLAGS, SERVER_SETTINGS);
  if (keyword.text === "bind") return unknownSetting(words2.slice(2), BIND_FLAGS, BIND_SETTINGS);
  return void 0;
}
function unknownSetting(words2, flags, settings) {
  for (let at = 0; at < words2.length; at++) {
    const word = words2[at];
    if (!word?.isKnown) return void 0;
    if (settings.has(word.text)) at++;
    else if (!flags.has(word.text)) return misspelled(word, [...flags, ...settings], "setting");
  }
  return void 0;
}
function misspelled(word, known, what) {
  const near = word.isKnown ? misspelledWord(word.text, known) : void 0;
  return near === void 0 ? void 0 : { word, what, near };
}
var unknownKeyword = haproxyRule({
  id: "haproxy/unknown-keyword",
  severity: "error",
  summary: "a keyword, an option or a setting is misspelled",
  help: "HAProxy refuses to start when it does not know a word. What is nearly one of the words that HAProxy 2.4 to 3.4 know is taken to be misspelled; words that are like none of them are left alone, since a newer release may know them.",
  example: { bad: EXAMPLE3.replace("default_backend", "default-backend"), good: EXAMPLE3 },
  *check({ sections, openQuotes }) {
    if (openQuotes.length > 0) return;
    for (const section of sections) {
      if (!isChecked(section)) continue;
      for (const statement of section.statements) {
        const unknown3 = unknownWord(section, statement);
        if (!unknown3) continue;
        yield {
          file: section.file,
          range: unknown3.word.range,
          message: `HAProxy knows no ${unknown3.what} "${unknown3.word.text}".`,
          help: `Did you mean "${unknown3.near}"?`
        };
      }
    }
  }
});
var unknownSection = haproxyRule({
  id: "haproxy/unknown-section",
  severity: "error",
  summary: "the word that opens a section is misspelled",
  help: "HAProxy takes a misspelled section for a keyword of the section before, which it does not know, and refuses to start.",
  example: {
    bad: EXAMPLE3.replace("backend keystone\n    option", "backnd keystone\n    option"),
    good: EXAMPLE3
  },
  *check({ sections }) {
    for (const { file, kind, keyword } of sections) {
      if (keyword.text === kind) continue;
      yield {
        file,
        range: keyword.range,
        message: `HAProxy knows no section "${keyword.text}".`,
        help: `Did you mean "${kind}"?`
      };
    }
  }
});
var misplacedKeyword = haproxyRule({
  id: "haproxy/misplaced-keyword",
  severity: "error",
  summary: "a keyword stands in a section that does not take it",
  help: "A frontend has no servers and a backend does not listen; defaults hold no addresses. HAProxy refuses some keywords in the wrong section and ignores others with a warning, for which this is a warning, too.",
  example: {
    bad: EXAMPLE3.replace("    bind", "    server infra1 10.0.0.11:5000 check\n    bind"),
    good: EXAMPLE3
  },
  *check({ sections }) {
    for (const section of sections) {
      for (const { keyword, words: words2 } of section.statements) {
        const verdict = verdictOn(
          section.kind,
          section.name !== void 0,
          keyword.text,
          words2[1]?.text ?? ""
        );
        if (!verdict) continue;
        const isPair = keyword.text === "timeout" || keyword.text === "option" || keyword.text === "tcp-request";
        const shown4 = isPair ? `${keyword.text} ${words2[1]?.text ?? ""}` : keyword.text;
        const problem5 = {
          file: section.file,
          range: keyword.range,
          message: `HAProxy ${verdict === "refused" ? "refuses" : "ignores"} \`${shown4}\` in ${titleOf(section)}.`,
          help: HELP[section.kind] ?? "Move it to where it belongs."
        };
        yield verdict === "refused" ? problem5 : { ...problem5, severity: "warning" };
      }
    }
  }
});
var HELP = {
  frontend: "Move it to a backend, or make this a listen section.",
  backend: "Move it to a frontend, or make this a listen section.",
  defaults: "Move it to the sections that need it."
};
var SINCE_2_1 = "appsession block cliexp clitimeout contimeout redisp redispatch reqadd reqallow reqdel reqdeny reqiallow reqidel reqideny reqipass reqirep reqitarpit reqpass reqrep reqtarpit rspadd rspdel rspdeny rspidel rspideny rspirep rsprep srvexp srvtimeout";
var REMOVED = new Map([
  ...SINCE_2_1.split(" ").map((word) => [word, "2.1"]),
  ["option forceclose", "2.0"],
  ["nbproc", "2.5"]
]);
var INSTEAD = /* @__PURE__ */ new Map([
  ["clitimeout", "Write `timeout client`."],
  ["contimeout", "Write `timeout connect`."],
  ["srvtimeout", "Write `timeout server`."],
  ["redispatch", "Write `option redispatch`."],
  ["block", "Write `http-request deny`."],
  ["option forceclose", "Write `option httpclose`."],
  ["nbproc", "Remove it, or write `nbthread`."]
]);
var removedKeyword = haproxyRule({
  id: "haproxy/removed-keyword",
  severity: "error",
  summary: "a keyword that HAProxy does not know any more",
  help: "HAProxy refuses to start when it meets a keyword that was removed: the req\u2026 and rsp\u2026 rules and the old names of timeouts are gone since 2.1, nbproc since 2.5. http-request and http-response rules took the place of the former.",
  example: {
    bad: EXAMPLE3.replace("timeout client 60s", "timeout client 60s\n    contimeout 5s"),
    good: EXAMPLE3
  },
  *check({ sections }) {
    for (const section of sections.filter(isChecked)) {
      for (const { keyword, words: words2 } of section.statements) {
        const both = `${keyword.text} ${words2[1]?.text ?? ""}`;
        const name = REMOVED.has(both) ? both : keyword.text;
        const since = REMOVED.get(name);
        if (since === void 0 || name === "nbproc" !== (section.kind === "global")) continue;
        yield {
          file: section.file,
          range: keyword.range,
          message: `HAProxy knows no \`${name}\` any more since ${since}.`,
          help: INSTEAD.get(name) ?? "Write an http-request or http-response rule instead.",
          // 2.4 still knows it
          ...name === "nbproc" ? { severity: "warning" } : {}
        };
      }
    }
  }
});

// src/definitions/haproxy/name-rules.ts
function placeOf3({ file, word }, seenFrom) {
  const { line } = word.range.start;
  return file === seenFrom ? `line ${line}` : `${file}, line ${line}`;
}
var duplicateName = haproxyRule({
  id: "haproxy/duplicate-name",
  severity: "error",
  summary: "two proxies, or two servers of a backend, have one name",
  help: "HAProxy refuses to start when two frontends, two backends or two servers of a backend have the same name; a listen section counts as both. Only a frontend and a backend may share one. All files of a conf.d or services.d folder are loaded together.",
  example: { bad: EXAMPLE3.replace("server infra2", "server infra1"), good: EXAMPLE3 },
  *check({ proxies }) {
    const frontends = /* @__PURE__ */ new Map();
    const backends = /* @__PURE__ */ new Map();
    for (const proxy of proxies) {
      const { name, file, isFrontend, isBackend, isCertain } = proxy;
      yield* sameServers(proxy);
      if (!name?.isKnown || !isCertain) continue;
      const named2 = { file, word: name, title: titleOf(proxy) };
      const first = (isFrontend ? frontends.get(name.text) : void 0) ?? (isBackend ? backends.get(name.text) : void 0);
      if (first) yield duplicate(named2, `${first.title} in ${placeOf3(first, file)}`);
      if (isFrontend && !frontends.has(name.text)) frontends.set(name.text, named2);
      if (isBackend && !backends.has(name.text)) backends.set(name.text, named2);
    }
  }
});
function duplicate({ file, word, title }, other) {
  return {
    file,
    range: word.range,
    message: `The ${title} has the name of the ${other}.`,
    help: "Give each of them a name of its own."
  };
}
function* sameServers(proxy) {
  const { file } = proxy;
  if (!proxy.isBackend) return;
  const seen = /* @__PURE__ */ new Map();
  for (const server2 of own(proxy, "server")) {
    const word = server2.words[1];
    if (!word?.isKnown || !server2.isCertain) continue;
    const first = seen.get(word.text);
    const named2 = { file, word, title: `server "${word.text}" in ${titleOf(proxy)}` };
    if (first) yield duplicate(named2, `server in ${placeOf3(first, file)}`);
    else seen.set(word.text, named2);
  }
}
var duplicateId = haproxyRule({
  id: "haproxy/duplicate-id",
  severity: "error",
  summary: "two proxies, or two servers of a backend, have one id",
  help: "A numeric id stays the same over restarts, so that statistics and saved server states find their proxy and their server again. HAProxy refuses to start when two have the same.",
  example: {
    bad: EXAMPLE3.replaceAll(":5000 check", ":5000 check id 1"),
    good: EXAMPLE3.replace(":5000 check", ":5000 check id 1")
  },
  *check({ proxies }) {
    const known = /* @__PURE__ */ new Map();
    for (const proxy of proxies) {
      const named2 = (statement, word) => word?.isKnown && statement.isCertain ? [{ file: proxy.file, word, title: titleOf(proxy) }] : [];
      yield* sameIds(
        own(proxy, "id").flatMap((statement) => named2(statement, statement.words[1])),
        known
      );
      for (const keyword of ["server", "bind"]) {
        const statements = own(proxy, keyword).flatMap((line) => named2(line, wordAfter(line, "id")));
        yield* sameIds(statements, /* @__PURE__ */ new Map());
      }
    }
  }
});
function* sameIds(ids, known) {
  for (const named2 of ids) {
    const { file, word, title } = named2;
    const first = known.get(word.text);
    if (!first) known.set(word.text, named2);
    else {
      yield {
        file,
        range: word.range,
        message: `The id ${word.text} in ${title} is already taken in ${placeOf3(first, file)}.`,
        help: "Give each an id of its own, or leave the ids out."
      };
    }
  }
}
function wordAfter({ words: words2 }, setting) {
  const at = words2.findIndex(({ text }, index2) => index2 > 1 && text === setting);
  return at === -1 ? void 0 : words2[at + 1];
}
var APART = /* @__PURE__ */ new Set(["interface", "namespace", "process", "thread", "shards", "v4v6", "v6only"]);
var duplicateBind = haproxyRule({
  id: "haproxy/duplicate-bind",
  severity: "error",
  summary: "two proxies listen on one address and port",
  help: "HAProxy opens its sockets with SO_REUSEPORT, so two frontends can listen on one address and port, and nothing warns: the kernel gives each of them about half of the connections. Users get the one or the other service by chance.",
  example: {
    bad: `${EXAMPLE3}
frontend glance
    bind 203.0.113.10:5000
    default_backend keystone
`,
    good: `${EXAMPLE3}
frontend glance
    bind 203.0.113.10:9292
    default_backend keystone
`
  },
  *check({ proxies }) {
    const taken = /* @__PURE__ */ new Map();
    for (const proxy of proxies) {
      if (!proxy.isFrontend || !proxy.isCertain) continue;
      for (const statement of own(proxy, "bind")) {
        const { words: words2, isCertain } = statement;
        const [, address, ...settings] = words2;
        if (!address?.isKnown || !isCertain || settings.some(({ text, isKnown: isKnown2 }) => !isKnown2 || APART.has(text)))
          continue;
        for (const text of address.text.split(",")) {
          if (!/:\d+$/.test(text)) continue;
          const named2 = { file: proxy.file, word: address, title: titleOf(proxy), proxy };
          const key = text.replace(/^(?:ipv4@)?(?:\*|0\.0\.0\.0)?:/, "*:");
          const first = taken.get(key);
          if (first && first.proxy !== proxy) {
            yield {
              file: proxy.file,
              range: address.range,
              message: `The address ${text} of ${titleOf(proxy)} is also bound by ${first.title} in ${placeOf3(first, proxy.file)}: each gets a part of the connections.`,
              help: "Give each its own address or port, or join the two."
            };
          } else taken.set(key, named2);
        }
      }
    }
  }
});
var invalidName = haproxyRule({
  id: "haproxy/invalid-name",
  severity: "error",
  summary: "a name holds a character that HAProxy does not take",
  help: "The names of proxies and servers are made of letters, digits, `_`, `-`, `.` and `:`. HAProxy refuses to start with any other character in them.",
  example: { bad: EXAMPLE3.replace("server infra2", "server infra/2"), good: EXAMPLE3 },
  *check({ proxies }) {
    for (const proxy of proxies) {
      const servers = own(proxy, "server").flatMap(({ words: words2 }) => words2[1] ?? []);
      for (const word of [...proxy.name ? [proxy.name] : [], ...servers]) {
        const bad2 = word.isKnown ? /[^\w.:-]/.exec(word.text)?.[0] : void 0;
        if (bad2 === void 0) continue;
        yield {
          file: proxy.file,
          range: word.range,
          message: `The name "${word.text}" holds "${bad2}".`,
          help: "Use letters, digits, `_`, `-`, `.` and `:` only."
        };
      }
    }
  }
});

// src/definitions/haproxy/operation-rules.ts
function globalsOf({ sections }) {
  return sections.filter(({ kind }) => kind === "global");
}
function levelOf({ words: words2 }) {
  const at = words2.findIndex(({ text }) => text === "level");
  return (at === -1 ? void 0 : words2[at + 1]) ?? "operator";
}
function isAdmin(socket) {
  const level = levelOf(socket);
  return level !== "operator" && level.text === "admin";
}
function socketsOf(subject) {
  return globalsOf(subject).flatMap(
    (section) => own(section, "stats", "socket").map((socket) => ({ file: section.file, socket }))
  );
}
var statsSocketLevel = haproxyRule({
  id: "haproxy/stats-socket-level",
  severity: "notice",
  summary: "a playbook changes servers, and no stats socket lets it",
  help: 'The module community.general.haproxy takes servers out of service with `disable server` and `set server`, which need the level admin; a stats socket has the level operator unless it is told otherwise, and answers "Permission denied". Changing maps, as a changeover does, needs no more than operator.',
  example: {
    bad: { "haproxy.cfg": EXAMPLE3, "site.yml": playbook() },
    good: {
      "haproxy.cfg": EXAMPLE3.replace(
        "level operator\n",
        "level admin\n    server-state-file /var/lib/haproxy/state\n"
      ).replace("    mode http\n", "    mode http\n    load-server-state-from-file global\n"),
      "site.yml": playbook()
    }
  },
  *check(subject) {
    if (subject.serverControl === void 0) return;
    const sockets = socketsOf(subject);
    const [first] = sockets;
    if (!first || sockets.some(({ socket }) => isAdmin(socket) || isUnsure(socket))) return;
    yield {
      file: first.file,
      range: first.socket.keyword.range,
      message: `The stats socket has no level admin, which the module community.general.haproxy in ${subject.serverControl} needs.`,
      help: "Add `level admin`."
    };
  }
});
function isUnsure(statement) {
  return !statement.isCertain || statement.words.some(({ isKnown: isKnown2 }, at) => !isKnown2 && at > 2);
}
function playbook() {
  return `- name: Take a server out of service
  hosts: haproxy
  tasks:
    - name: Drain
      community.general.haproxy:
        state: disabled
        host: infra1
        backend: keystone
`;
}
var exposedStatsSocket = haproxyRule({
  id: "haproxy/exposed-stats-socket",
  severity: "warning",
  summary: "the stats socket listens on the network",
  help: "The stats socket asks for no password. On a TCP address other than the loopback everybody who reaches it can change maps and, with level admin, take all servers out of service. Use a socket file, or 127.0.0.1.",
  example: {
    bad: EXAMPLE3.replace("/run/haproxy/admin.sock mode 660", "ipv4@0.0.0.0:9999"),
    good: EXAMPLE3
  },
  *check(subject) {
    for (const { file, socket } of socketsOf(subject)) {
      const address = socket.words[2];
      const level = levelOf(socket);
      if (!address?.isKnown || level !== "operator" && level.text === "user") continue;
      const host = /^(?:(?:ipv[46]|tcp[46]?)@)?(\*|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\]|):\d+$/i.exec(
        address.text
      )?.[1];
      if (host === void 0 || host.startsWith("127.") || host === "[::1]") continue;
      yield {
        file,
        range: address.range,
        message: `The stats socket at ${address.text} takes commands from everybody who reaches it.`,
        help: "Use a socket file, or 127.0.0.1."
      };
    }
  }
});
var serverState = haproxyRule({
  id: "haproxy/server-state",
  severity: "notice",
  summary: "a reload forgets which servers were taken out of service",
  help: "What is set at the stats socket (drain, maint, weights) is gone after a reload, so a server that is being worked on gets requests again. With server-state-file in global and load-server-state-from-file in defaults the new process takes the states over, if they are written right before each reload: `show servers state` into the file. An old file is worse than none.",
  example: {
    bad: EXAMPLE3.replace("level operator", "level admin"),
    good: EXAMPLE3
  },
  *check(subject) {
    if (subject.isOpen) return;
    const sections = subject.sections.filter(({ kind }) => kind !== "global");
    const loads = sections.some((section) => own(section, "load-server-state-from-file").length > 0);
    const admin = socketsOf(subject).find(({ socket }) => isAdmin(socket));
    if (!admin || loads) return;
    yield {
      file: admin.file,
      range: admin.socket.keyword.range,
      message: "Servers can be taken out of service here, and a reload puts them back: no server state is loaded.",
      help: "Add `server-state-file` and `load-server-state-from-file global`, and write the file before each reload."
    };
  }
});
var stateFileUnset = haproxyRule({
  id: "haproxy/state-file-unset",
  severity: "warning",
  summary: "server states are to be loaded from a file that is not named",
  help: "`load-server-state-from-file global` reads the file that server-state-file in global names. Without that line HAProxy warns and loads nothing.",
  example: {
    bad: EXAMPLE3.replace("    mode http\n", "    mode http\n    load-server-state-from-file global\n"),
    good: EXAMPLE3
  },
  *check(subject) {
    const globals = globalsOf(subject);
    if (globals.length === 0 || subject.isOpen || globals.some(({ isOpaque }) => isOpaque)) return;
    if (globals.some((section) => own(section, "server-state-file").length > 0)) return;
    for (const section of subject.sections) {
      const load2 = own(section, "load-server-state-from-file").find(
        ({ words: words2 }) => words2[1]?.text === "global"
      );
      if (!load2) continue;
      yield {
        file: section.file,
        range: load2.keyword.range,
        message: "No server-state-file is set in global, so no server state is loaded.",
        help: "Add `server-state-file` to global."
      };
    }
  }
});
var hardStop = haproxyRule({
  id: "haproxy/hard-stop-after",
  severity: "notice",
  summary: "old processes may stay for ever after a reload",
  help: "After a reload the old process goes on until its last connection ends, with its old configuration and its own health checks. Consoles, database connections and clients that never let go keep it for days, and each reload adds one. `hard-stop-after` ends it after a time.",
  example: { bad: EXAMPLE3.replace("    hard-stop-after 10m\n", ""), good: EXAMPLE3 },
  *check(subject) {
    const globals = globalsOf(subject);
    const [first] = globals;
    if (!first || subject.isOpen || globals.some(({ isOpaque }) => isOpaque)) return;
    if (globals.some((section) => own(section, "hard-stop-after").length > 0)) return;
    if (subject.proxies.length === 0) return;
    yield {
      file: first.file,
      range: first.keyword.range,
      message: "Processes that a reload replaced may run for as long as one connection stays open.",
      help: "Add `hard-stop-after`, for instance `hard-stop-after 30m`."
    };
  }
});
var WEAK = new Set(
  "admin password passw0rd secret changeme changeit haproxy stats root test guest user default openstack 123456 12345678".split(
    " "
  )
);
var openStats = haproxyRule({
  id: "haproxy/open-stats",
  severity: "warning",
  summary: "the statistics page can be used by anybody",
  help: "With `stats admin` the page takes servers out of service, so it needs a user and a password that nobody guesses: `stats auth` or `stats http-request auth`, and a condition that is narrower than TRUE.",
  example: {
    bad: `${EXAMPLE3}
${statistics("    stats admin if TRUE\n")}`,
    good: `${EXAMPLE3}
${statistics('    stats auth operator:"${STATS_PASSWORD}"\n    stats admin if TRUE\n')}`
  },
  *check({ proxies }) {
    for (const proxy of proxies) {
      yield* weakPasswords(proxy);
      const admin = own(proxy, "stats", "admin").find(isAlways);
      const isAsked = [proxy, ...proxy.defaults].some(
        (section) => section.isOpaque || own(section, "stats", "auth").length > 0 || own(section, "stats", "http-request").length > 0
      );
      const isGuarded = own(proxy, "http-request").some(
        ({ words: words2 }) => ["auth", "deny", "reject", "silent-drop"].includes(words2[1]?.text ?? "")
      );
      if (!admin || isAsked || isGuarded || isLocal2(proxy)) continue;
      yield {
        file: proxy.file,
        range: admin.keyword.range,
        message: `Everybody who reaches ${titleOf(proxy)} can take servers out of service.`,
        help: "Add `stats auth`, or a condition."
      };
    }
  }
});
function isAlways({ words: words2, isCertain }) {
  return isCertain && words2[2]?.text === "if" && words2[3]?.text === "TRUE" && words2.length === 4;
}
function isLocal2(proxy) {
  const addresses = own(proxy, "bind").flatMap(({ words: words2 }) => words2[1]?.text.split(",") ?? []);
  return addresses.length > 0 && addresses.every((address) => /^(?:ipv[46]@)?(?:127\.|\[::1\]|localhost:|\/|unix@)/.test(address));
}
function* weakPasswords(proxy) {
  for (const { words: words2 } of own(proxy, "stats", "auth")) {
    const word = words2[2];
    const [, user, password] = /^([^:]*):(.*)$/.exec(word?.text ?? "") ?? [];
    if (!word?.isKnown || user === void 0 || password === void 0) continue;
    if (password !== user && !WEAK.has(password.toLowerCase())) continue;
    yield {
      file: proxy.file,
      range: word.range,
      message: `The password of the user "${user}" of the statistics page is one that everybody tries.`,
      help: "Choose another one, and keep it out of the repository."
    };
  }
}
function statistics(lines) {
  return `listen statistics
    bind 10.0.0.9:1936
    stats enable
    stats uri /
${lines}`;
}

// src/definitions/haproxy/reference-rules.ts
function hint(name, known, otherwise) {
  const near = nearest(name, known);
  return near === void 0 ? otherwise : `Did you mean "${near}"?`;
}
function backendWords(section) {
  return [...own(section, "use_backend"), ...own(section, "default_backend")].flatMap(({ words: words2 }) => {
    const target = words2[1];
    return target?.isKnown && !target.text.includes("%[") ? [target] : [];
  });
}
var undefinedBackend = haproxyRule({
  id: "haproxy/undefined-backend",
  severity: "error",
  summary: "requests are sent to a backend that does not exist",
  help: "HAProxy refuses to start when use_backend or default_backend names something that is neither a backend nor a listen section. It is looked for in a configuration that has its own global or defaults, and in the fragments beside it.",
  example: {
    bad: EXAMPLE3.replace("default_backend keystone", "default_backend keystone_api"),
    good: EXAMPLE3
  },
  *check({ sections, proxies, isWhole: isWhole2, isOpen, backendsElsewhere }) {
    if (!isWhole2 || isOpen) return;
    const known = new Set(backendsElsewhere);
    for (const { name, isBackend } of proxies) if (name && isBackend) known.add(name.text);
    if (proxies.some(({ name }) => name && !name.isKnown)) return;
    for (const section of sections) {
      for (const target of backendWords(section)) {
        if (known.has(target.text)) continue;
        yield {
          file: section.file,
          range: target.range,
          message: `There is no backend "${target.text}", to which ${titleOf(section)} sends requests.`,
          help: hint(target.text, known, "Add the backend, or name one that is there.")
        };
      }
    }
  }
});
var PREDEFINED = new Set(
  "FALSE HTTP HTTP_1.0 HTTP_1.1 HTTP_2.0 HTTP_3.0 HTTP_CONTENT HTTP_URL_ABS HTTP_URL_SLASH HTTP_URL_STAR LOCALHOST METH_CONNECT METH_DELETE METH_GET METH_HEAD METH_OPTIONS METH_POST METH_PUT METH_TRACE RDP_COOKIE REQ_CONTENT TRUE WAIT_END".split(
    " "
  )
);
var CONDITIONAL = new Set(
  "use_backend use-server http-request http-response http-after-response tcp-request tcp-response redirect monitor stats stick force-persist ignore-persist".split(
    " "
  )
);
function namedAcls(statement) {
  const named2 = [];
  let inBraces = false;
  for (const word of conditionOf(statement)) {
    const { text } = word;
    if (text === "{" || text === "!{") inBraces = true;
    else if (text === "}") inBraces = false;
    else if (!inBraces && word.isKnown && text !== "||" && text !== "or" && text !== "!") named2.push(word);
  }
  return named2;
}
var undefinedAcl = haproxyRule({
  id: "haproxy/undefined-acl",
  severity: "error",
  summary: "a condition names an acl that is not there yet",
  help: "A condition can use the acls that stand above it in the same section, those of a named defaults section, and the predefined ones such as TRUE. HAProxy refuses to start otherwise, also when the acl only comes further down.",
  example: {
    bad: EXAMPLE3.replace(
      "    default_backend",
      "    acl internal src 10.0.0.0/8\n    http-request deny unless internl\n    default_backend"
    ),
    good: EXAMPLE3.replace(
      "    default_backend",
      "    acl internal src 10.0.0.0/8\n    http-request deny unless internal\n    default_backend"
    )
  },
  *check({ proxies }) {
    for (const proxy of proxies) {
      if (proxy.isOpaque || proxy.defaults.some(({ isOpaque }) => isOpaque)) continue;
      if (proxy.from && proxy.defaults.length === 0) continue;
      yield* undefinedAcls(proxy);
    }
  }
});
function* undefinedAcls(proxy) {
  const above = /* @__PURE__ */ new Set();
  for (const defaults of proxy.defaults) addAcls(above, own(defaults, "acl"));
  const all = new Set(own(proxy, "acl").flatMap(({ words: words2 }) => words2[1]?.text ?? []));
  if (own(proxy, "acl").some(({ words: words2 }) => words2[1] && !words2[1].isKnown)) return;
  for (const statement of proxy.statements) {
    if (statement.keyword.text === "acl") addAcls(above, [statement]);
    if (!CONDITIONAL.has(statement.keyword.text)) continue;
    for (const word of namedAcls(statement)) {
      const name = word.text.replace(/^!/, "");
      if (name === "" || above.has(name) || PREDEFINED.has(name)) continue;
      yield {
        file: proxy.file,
        range: word.range,
        message: all.has(name) ? `The acl "${name}" in ${titleOf(proxy)} is used above the line that defines it.` : `There is no acl "${name}" in ${titleOf(proxy)}.`,
        help: all.has(name) ? "Move its definition up." : hint(name, all, "Define it above this line.")
      };
    }
  }
}
function addAcls(known, statements) {
  for (const { words: words2 } of statements) if (words2[1]) known.add(words2[1].text);
}
var undefinedServer = haproxyRule({
  id: "haproxy/undefined-server",
  severity: "error",
  summary: "a rule names a server that the backend does not have",
  help: "use-server sends requests to one server of its own backend. HAProxy refuses to start when the backend has no server of that name.",
  example: {
    bad: EXAMPLE3.replace("    option httpchk", "    use-server infra3 if METH_GET\n    option httpchk"),
    good: EXAMPLE3.replace("    option httpchk", "    use-server infra1 if METH_GET\n    option httpchk")
  },
  *check({ proxies }) {
    for (const proxy of proxies) {
      if (!proxy.isBackend || proxy.isOpaque || own(proxy, "server-template").length > 0) continue;
      const names = own(proxy, "server").flatMap(({ words: words2 }) => words2[1] ?? []);
      if (names.some(({ isKnown: isKnown2 }) => !isKnown2)) continue;
      const known = new Set(names.map(({ text }) => text));
      for (const { words: words2 } of own(proxy, "use-server")) {
        const target = words2[1];
        if (!target?.isKnown || target.text.includes("%[") || known.has(target.text)) continue;
        yield {
          file: proxy.file,
          range: target.range,
          message: `There is no server "${target.text}" in ${titleOf(proxy)}.`,
          help: hint(target.text, known, "Name one of its servers.")
        };
      }
    }
  }
});
var SECTION_USES = [
  { kind: "peers", statement: "stick-table", after: "peers" },
  { kind: "resolvers", statement: "server", after: "resolvers" },
  { kind: "resolvers", statement: "server-template", after: "resolvers" },
  { kind: "resolvers", statement: "default-server", after: "resolvers" },
  { kind: "cache", statement: "http-request", after: "cache-use" },
  { kind: "cache", statement: "http-response", after: "cache-store" },
  { kind: "mailers", statement: "email-alert", after: "mailers" }
];
var undefinedSection = haproxyRule({
  id: "haproxy/undefined-section",
  severity: "error",
  summary: "a line names a section that does not exist",
  help: "The peers of a stick table, the resolvers of a server, a cache, mailers and the defaults behind `from` are sections of their own. HAProxy refuses to start when one that is named is not there.",
  example: {
    bad: EXAMPLE3.replace(":5000 check\n", ":5000 check resolvers internal\n"),
    good: `${EXAMPLE3.replace(":5000 check\n", ":5000 check resolvers internal\n")}
resolvers internal
    nameserver first 10.0.0.2:53
`
  },
  *check({ sections, proxies, isWhole: isWhole2, isOpen }) {
    if (!isWhole2 || isOpen) return;
    const known = /* @__PURE__ */ new Map();
    for (const { kind, name } of sections) {
      if (name && !name.isKnown) return;
      const names = known.get(kind) ?? /* @__PURE__ */ new Set();
      known.set(kind, names.add(name?.text ?? ""));
    }
    const named2 = [...sections.flatMap(fromOf), ...proxies.flatMap(usesOf)];
    for (const { kind, file, word } of named2) {
      const names = known.get(kind) ?? /* @__PURE__ */ new Set();
      if (!word.isKnown || names.has(word.text) || kind === "resolvers" && word.text === "default") continue;
      yield {
        file,
        range: word.range,
        message: `There is no section ${kind} "${word.text}".`,
        help: hint(word.text, names, `Add a section \`${kind} ${word.text}\`.`)
      };
    }
  }
});
function fromOf({ from, file }) {
  return from ? [{ kind: "defaults", file, word: from }] : [];
}
function usesOf(proxy) {
  const uses = [];
  for (const { kind, statement, after } of SECTION_USES) {
    for (const { words: words2 } of own(proxy, statement)) {
      const at = words2.findIndex(({ text }, index2) => index2 > 0 && text === after);
      const word = at === -1 ? void 0 : words2[at + 1];
      if (word) uses.push({ kind, file: proxy.file, word });
    }
  }
  return uses;
}

// src/definitions/haproxy/server-rules.ts
function activeServers(proxy) {
  return [...own(proxy, "server"), ...own(proxy, "server-template")].filter(
    ({ words: words2 }) => !words2.some(({ text }) => text === "disabled")
  );
}
function has({ words: words2 }, ...settings) {
  return words2.some(({ text, isKnown: isKnown2 }) => !isKnown2 || settings.includes(text));
}
function isMany(servers) {
  return servers.length > 1 || servers.some(({ isRepeated, keyword }) => isRepeated || keyword.text === "server-template");
}
var serverWithoutCheck = haproxyRule({
  id: "haproxy/server-without-check",
  severity: "warning",
  summary: "a server among several has no health check",
  help: "A server without `check` is always taken to be healthy: when it stops, its share of the requests fails, and nothing that waits for healthy servers can see it. Add `check`, to the server or to default-server; `no-check` says that it is on purpose.",
  example: { bad: EXAMPLE3.replace("10.0.0.12:5000 check", "10.0.0.12:5000"), good: EXAMPLE3 },
  *check({ proxies }) {
    for (const proxy of proxies) {
      const servers = activeServers(proxy);
      if (!proxy.isBackend || mayHoldMore(proxy) || !isMany(servers)) continue;
      if (effective(proxy, "default-server").some((line) => has(line, "check", "no-check", "agent-check"))) {
        continue;
      }
      for (const server2 of servers) {
        const [, name, address] = server2.words;
        if (!name || !address || server2.words.slice(3).some(({ isKnown: isKnown2 }) => !isKnown2)) continue;
        if (server2.words.slice(3).some(({ text }) => CHECKS.has(text))) continue;
        if (!server2.isCertain && !server2.isRepeated) continue;
        yield {
          file: proxy.file,
          range: name.range,
          message: `The server "${shown(name.text)}" in ${titleOf(proxy)} has no health check: it counts as healthy whatever happens.`,
          help: "Add `check`."
        };
      }
    }
  }
});
var CHECKS = /* @__PURE__ */ new Set(["check", "no-check", "agent-check", "track"]);
var GALERA = /galera|mariadb|mysql|percona|pxc/i;
var NOT_ONE_WRITER = /proxysql|maxscale|read|slave|replica|_ro\b|-ro\b/i;
function isGalera({ name, isBackend }) {
  return isBackend && name !== void 0 && GALERA.test(name.text) && !NOT_ONE_WRITER.test(name.text);
}
var galeraWriters = haproxyRule({
  id: "haproxy/galera-writers",
  severity: "warning",
  summary: "a Galera backend has more than one active server",
  help: "OpenStack takes row locks (SELECT \u2026 FOR UPDATE) that Galera does not replicate: when two nodes are written to, transactions fail with deadlocks when they are committed. Give all servers but one the word `backup`, so that one node gets all connections and the next one takes over.",
  example: { bad: galera(""), good: galera(" backup") },
  *check({ proxies }) {
    for (const proxy of proxies) {
      if (!isGalera(proxy) || proxy.isOpaque) continue;
      const servers = activeServers(proxy);
      if (servers.some(({ isCertain, words: words2 }) => !isCertain || words2.some(({ isKnown: isKnown2 }) => !isKnown2)))
        continue;
      const [, second2, ...others] = servers.filter((server2) => !has(server2, "backup"));
      const name = second2?.words[1];
      if (!name || effective(proxy, "default-server").some((line) => has(line, "backup"))) continue;
      yield {
        file: proxy.file,
        range: name.range,
        message: `The ${titleOf(proxy)} has ${others.length + 2} active servers: OpenStack writes to all of them at the same time.`,
        help: "Add `backup` to all of its servers but one."
      };
    }
  }
});
function galera(second2) {
  return `${EXAMPLE3}
listen galera
    bind 10.0.0.9:3306
    mode tcp
    timeout client 1h
    timeout server 1h
    server infra1 10.0.0.11:3306 check port 9200
    server infra2 10.0.0.12:3306 check port 9200${second2}
`;
}

// src/definitions/haproxy/syntax-rules.ts
var syntax = haproxyRule({
  id: "haproxy/syntax",
  severity: "error",
  summary: "a quote that is not closed, or a last line without its end",
  help: "Quotes do not go on over the end of a line. The last line needs its line feed: without it HAProxy takes the file to be cut off, and refuses to start.",
  example: { bad: EXAMPLE3.trimEnd(), good: EXAMPLE3 },
  *check({ openQuotes, cutOff }) {
    for (const { file, range: range2 } of openQuotes) {
      yield { file, range: range2, message: "This quote is not closed on its line.", help: "Close it." };
    }
    for (const { file, range: range2 } of cutOff) {
      yield {
        file,
        range: range2,
        message: "The last line has no line feed: HAProxy takes the file to be cut off.",
        help: "End the file with an empty line."
      };
    }
  }
});

// src/definitions/haproxy/timeout-rules.ts
var UNITS = {
  us: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 36e5,
  d: 864e5
};
var HOUR = 36e5;
function milliseconds(text) {
  const [, digits2, unit] = /^(\d{1,12})(us|ms|s|m|h|d)?$/.exec(text) ?? [];
  if (digits2 === void 0) return void 0;
  return Number(digits2) * (UNITS[unit ?? "ms"] ?? 1);
}
function timeoutOf(proxy, name) {
  const statement = effective(proxy, "timeout", name).at(-1);
  if (!statement) return mayHoldMore(proxy) ? "unknown" : void 0;
  const word = statement.words[2];
  const value = word?.isKnown && statement.isCertain ? milliseconds(word.text) : void 0;
  const owner = [proxy, ...proxy.defaults].find((section) => own(section, "timeout", name).length > 0);
  return word && value !== void 0 ? { word, file: owner?.file ?? proxy.file, value } : "unknown";
}
function isUnset(proxy, name) {
  const timeout = timeoutOf(proxy, name);
  return timeout === void 0 || timeout !== "unknown" && timeout.value === 0;
}
function hasUnknownTimeout(proxy) {
  return [proxy, ...proxy.defaults].some(
    (section) => own(section, "timeout").some(({ words: words2 }) => !TIMEOUTS.has(words2[1]?.text ?? ""))
  );
}
var missingTimeout = haproxyRule({
  id: "haproxy/missing-timeout",
  severity: "warning",
  summary: "a proxy has no timeout for its clients or servers",
  help: "Without timeout client, connect and server a peer that vanished keeps its connection for ever, until there is none left. HAProxy warns about it at every start. Set all three in defaults.",
  example: { bad: EXAMPLE3.replace("    timeout connect 5s\n", ""), good: EXAMPLE3 },
  *check({ proxies, isWhole: isWhole2 }) {
    if (!isWhole2) return;
    for (const proxy of proxies) {
      const mode = modeOf(proxy);
      if (!proxy.name || mode !== "http" && mode !== "tcp" || hasUnknownTimeout(proxy)) continue;
      const missing4 = proxy.isFrontend && isUnset(proxy, "client") ? ["client"] : [];
      if (proxy.isBackend && activeServers(proxy).length > 0) {
        if (isUnset(proxy, "connect")) missing4.push("connect");
        const mayTunnel = mode === "tcp" && !isUnset(proxy, "tunnel");
        if (isUnset(proxy, "server") && !mayTunnel) missing4.push("server");
      }
      if (missing4.length === 0) continue;
      yield {
        file: proxy.file,
        range: proxy.name.range,
        message: `The ${titleOf(proxy)} has no timeout ${missing4.join(" and no timeout ")}.`,
        help: `Set ${missing4.map((name) => `\`timeout ${name}\``).join(" and ")} in defaults.`
      };
    }
  }
});
var timeoutUnit = haproxyRule({
  id: "haproxy/timeout-unit",
  severity: "warning",
  summary: "a timeout that is too short to be meant, or has no known unit",
  help: "A number without a unit counts milliseconds: `timeout connect 5` gives up after five thousandths of a second. The units are us, ms, s, m, h and d; what follows them is ignored by older releases and refused by newer ones.",
  example: { bad: EXAMPLE3.replace("timeout client 60s", "timeout client 60"), good: EXAMPLE3 },
  *check({ sections }) {
    for (const section of sections) {
      for (const { words: words2 } of own(section, "timeout")) {
        const [, name, value] = words2;
        if (!name || !value?.isKnown) continue;
        const isBare = /^[1-9]\d?$/.test(value.text);
        if (!isBare && (milliseconds(value.text) !== void 0 || !/^\d+[a-z]+$/i.test(value.text))) continue;
        yield {
          file: section.file,
          range: value.range,
          message: isBare ? `The timeout ${name.text} of ${value.text} means ${value.text} milliseconds.` : `The timeout ${name.text} of ${value.text} has a unit that HAProxy does not know.`,
          help: isBare ? `Write \`${value.text}s\` if seconds are meant.` : "Write us, ms, s, m, h or d."
        };
      }
    }
  }
});
var CONSOLE = /novnc|spice(html5|proxy|[_-])|serial[_-]?(console|proxy)|nova[_-]?console/i;
function longLived(proxy) {
  if (!proxy.isBackend) return void 0;
  if (isGalera(proxy) && own(proxy, "server").length > 0) {
    return {
      what: "database connections",
      why: "OpenStack keeps idle connections for an hour (connection_recycle_time)"
    };
  }
  if (proxy.name && CONSOLE.test(proxy.name.text)) {
    return { what: "consoles", why: "nobody types into a console all the time" };
  }
  return void 0;
}
var shortTimeout = haproxyRule({
  id: "haproxy/short-timeout",
  severity: "warning",
  summary: "connections that are idle for long are cut",
  help: "A console in which nobody types, and a database connection that waits in a pool, say nothing for a long time. When timeout server (for consoles timeout tunnel) is shorter than an hour, HAProxy closes them: consoles freeze, and services log that the database server has gone away. Set one hour for these.",
  example: { bad: novnc("10m"), good: novnc("1h") },
  *check({ proxies }) {
    for (const proxy of proxies) {
      const kept = longLived(proxy);
      if (!kept) continue;
      const tunnel = timeoutOf(proxy, "tunnel");
      const isConsole = !isGalera(proxy);
      const timeout = tunnel !== void 0 && (isConsole || modeOf(proxy) === "tcp") ? tunnel : timeoutOf(proxy, "server");
      if (timeout === void 0 || timeout === "unknown" || timeout.value === 0 || timeout.value >= HOUR)
        continue;
      const isOwn = timeout.word.range.start.line > proxy.keyword.range.start.line && timeout.file === proxy.file;
      yield {
        file: proxy.file,
        range: isOwn ? timeout.word.range : (proxy.name ?? proxy.keyword).range,
        message: `The ${titleOf(proxy)} cuts ${kept.what} that are idle for ${timeout.word.text}: ${kept.why}.`,
        help: `Set \`timeout ${isConsole ? "tunnel" : "server"} 1h\` there${isConsole ? "" : ", and `timeout client 1h` where it listens"}.`
      };
    }
  }
});
function novnc(tunnel) {
  return `${EXAMPLE3}
backend novnc
    timeout tunnel ${tunnel}
    server infra1 10.0.0.11:6080 check
`;
}

// src/definitions/haproxy/traffic-rules.ts
var FORWARDED = "http-request set-header X-Forwarded-Proto https\n";
var HTTP_RULES = ["http-request", "http-response", "http-after-response"];
var ignoredInTcpMode = haproxyRule({
  id: "haproxy/ignored-in-tcp-mode",
  severity: "warning",
  summary: "rules for HTTP in a proxy that does not speak it",
  help: "In mode tcp HAProxy passes on what it gets without reading it, so it ignores http-request and http-response rules, with a warning. The mode is tcp unless the section or its defaults say `mode http`.",
  example: {
    bad: EXAMPLE3.replaceAll("mode http", "mode tcp").replace(
      "    default_backend",
      `    ${FORWARDED}    default_backend`
    ),
    good: EXAMPLE3.replace("    default_backend", `    ${FORWARDED}    default_backend`)
  },
  *check({ proxies }) {
    for (const proxy of proxies) {
      const [first] = HTTP_RULES.flatMap((name) => own(proxy, name));
      if (!first || modeOf(proxy) !== "tcp" || switchesMode(proxy)) continue;
      yield {
        file: proxy.file,
        range: first.keyword.range,
        message: `HAProxy ignores the ${first.keyword.text} rules in ${titleOf(proxy)}, whose mode is tcp.`,
        help: "Write `mode http`, or remove them."
      };
    }
  }
});
function switchesMode(proxy) {
  return own(proxy, "tcp-request").some(({ words: words2 }) => words2[2]?.text === "switch-mode");
}
var modeMismatch = haproxyRule({
  id: "haproxy/mode-mismatch",
  severity: "error",
  summary: "an HTTP frontend uses a TCP backend",
  help: "HAProxy refuses to start when a frontend in mode http sends its requests to a backend in mode tcp. Give both the same mode, best in defaults.",
  example: {
    bad: EXAMPLE3.replace("    option httpchk", "    mode tcp\n    option httpchk"),
    good: EXAMPLE3
  },
  *check({ proxies, isWhole: isWhole2 }) {
    if (!isWhole2) return;
    const tcp = /* @__PURE__ */ new Set();
    for (const proxy of proxies) {
      if (proxy.isBackend && proxy.name && modeOf(proxy) === "tcp") tcp.add(proxy.name.text);
    }
    for (const proxy of proxies) {
      if (!proxy.isFrontend || modeOf(proxy) !== "http") continue;
      for (const { words: words2, isCertain } of [...own(proxy, "use_backend"), ...own(proxy, "default_backend")]) {
        const target = words2[1];
        if (!target?.isKnown || !isCertain || !tcp.has(target.text)) continue;
        yield {
          file: proxy.file,
          range: target.range,
          message: `The ${titleOf(proxy)} is in mode http, its backend "${target.text}" in mode tcp.`,
          help: "Give both the same mode."
        };
      }
    }
  }
});
var STAGES = ["tcp-request", "http-request", "redirect", "use_backend", "use-server"];
var ruleOrder = haproxyRule({
  id: "haproxy/rule-order",
  severity: "warning",
  summary: "a rule stands below rules that come after it",
  help: "HAProxy works through all tcp-request rules, then through all http-request rules, then redirect, and at last use_backend, wherever they are written. A deny below a use_backend therefore acts before it. HAProxy warns, since the file reads as if it were otherwise.",
  example: {
    bad: EXAMPLE3.replace(
      "    default_backend",
      "    redirect location /v3 if { path / }\n    http-request deny if { path_beg /admin }\n    default_backend"
    ),
    good: EXAMPLE3.replace(
      "    default_backend",
      "    http-request deny if { path_beg /admin }\n    redirect location /v3 if { path / }\n    default_backend"
    )
  },
  *check({ proxies }) {
    for (const proxy of proxies) {
      let latest;
      for (const statement of proxy.statements) {
        const stage = STAGES.indexOf(statement.keyword.text);
        if (stage === -1) continue;
        if (latest && stage < STAGES.indexOf(latest.keyword.text)) {
          yield {
            file: proxy.file,
            range: statement.keyword.range,
            message: `This ${statement.keyword.text} rule acts before the ${latest.keyword.text} rule in line ${latest.keyword.range.start.line}, below which it stands.`,
            help: `Move it above line ${latest.keyword.range.start.line}.`
          };
        } else latest = statement;
      }
    }
  }
});
var missingBind = haproxyRule({
  id: "haproxy/missing-bind",
  severity: "warning",
  summary: "a frontend listens nowhere",
  help: "A frontend without bind gets no connections. HAProxy warns, and refuses to start when nothing else listens.",
  example: { bad: `${EXAMPLE3}
frontend glance
    default_backend keystone
`, good: EXAMPLE3 },
  *check({ proxies }) {
    for (const proxy of proxies) {
      if (proxy.kind !== "frontend" || proxy.isOpaque || !proxy.name) continue;
      if (own(proxy, "bind").length > 0) continue;
      yield {
        file: proxy.file,
        range: proxy.name.range,
        message: `The ${titleOf(proxy)} has no bind line.`,
        help: "Add one, or remove the frontend."
      };
    }
  }
});
var invalidBind = haproxyRule({
  id: "haproxy/invalid-bind",
  severity: "error",
  summary: "an address to listen on has no port, or none that exists",
  help: "A bind line needs a port between 1 and 65535 behind the last colon of each address, or the path of a socket. HAProxy refuses to start otherwise.",
  example: { bad: EXAMPLE3.replace("bind 203.0.113.10:5000", "bind 203.0.113.10"), good: EXAMPLE3 },
  *check({ proxies }) {
    for (const proxy of proxies) {
      if (!proxy.isFrontend) continue;
      for (const { words: words2 } of own(proxy, "bind")) {
        const address = words2[1];
        if (!address?.isKnown || address.text.includes("$")) continue;
        const why = address.text.split(",").map(whyInvalid).find((reason) => reason !== void 0);
        if (why === void 0) continue;
        yield {
          file: proxy.file,
          range: address.range,
          message: `The address ${address.text} in ${titleOf(proxy)} ${why}.`,
          help: "Write the address and the port, such as 10.0.0.9:5000."
        };
      }
    }
  }
});
function whyInvalid(address) {
  const isInternet = /^(?:(?:ipv[46]|tcp[46]?)@)?(?:\*|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])?(?::(.*))?$/i.exec(address);
  if (!isInternet || address === "") return void 0;
  const port = isInternet[1];
  if (port === void 0 || port === "") return "has no port";
  const ports = /^(\d+)(?:-(\d+))?$/.exec(port)?.slice(1).filter((number2) => number2 !== void 0) ?? [];
  return ports.some((number2) => Number(number2) < 1 || Number(number2) > 65535) ? "has a port that does not exist" : void 0;
}
var sourceHash = haproxyRule({
  id: "haproxy/source-hash",
  severity: "notice",
  summary: "balance source moves nearly all clients when one server goes",
  help: "With `balance source` the client decides the server, by a hash over the servers that are there. Unless `hash-type consistent` is set, nearly every client gets another server when one of them is drained, stopped or comes back, so a rolling restart breaks all sessions again and again.",
  example: {
    bad: EXAMPLE3.replace("    option httpchk", "    balance source\n    option httpchk"),
    good: EXAMPLE3.replace(
      "    option httpchk",
      "    balance source\n    hash-type consistent\n    option httpchk"
    )
  },
  *check({ proxies }) {
    for (const proxy of proxies) {
      const balance = own(proxy, "balance").at(-1);
      const algorithm = balance?.words[1];
      if (!balance?.isCertain || algorithm?.text !== "source") continue;
      const type = effective(proxy, "hash-type").at(-1)?.words[1];
      if (type && (!type.isKnown || type.text === "consistent")) continue;
      yield {
        file: proxy.file,
        range: algorithm.range,
        message: `When one server of ${titleOf(proxy)} goes, nearly all clients are moved to another one.`,
        help: "Add `hash-type consistent`."
      };
    }
  }
});

// src/definitions/haproxy/index.ts
var haproxyRules = ruleSet({
  kind: "haproxy",
  exampleFile: "haproxy.cfg",
  rules: [
    syntax,
    unknownSection,
    unknownKeyword,
    removedKeyword,
    misplacedKeyword,
    httpCheckIgnored,
    httpCheckOrder,
    httpCheckSendsNothing,
    serverWithoutCheck,
    galeraWriters,
    undefinedBackend,
    undefinedServer,
    undefinedAcl,
    undefinedSection,
    duplicateName,
    duplicateId,
    invalidName,
    duplicateBind,
    invalidBind,
    missingBind,
    modeMismatch,
    ignoredInTcpMode,
    ruleOrder,
    sourceHash,
    missingTimeout,
    timeoutUnit,
    shortTimeout,
    statsSocketLevel,
    exposedStatsSocket,
    serverState,
    stateFileUnset,
    hardStop,
    openStats
  ],
  subjects
});

// src/definitions/heat/constraint.ts
import { isIP as isIP2 } from "node:net";

// src/definitions/heat/pattern.ts
var MAX_PATTERN = 1e3;
var MAX_STEPS = 1e5;
var FOREIGN = /\(\?[^:=!]|\\[AZaeghklmpqyzGHKQEUXpPNR]|\[\^?\]|\[\[:|[*+?}]\+|\{,|(?<!\\)\$[^)|]/;
function matchesWhole(pattern, text) {
  if (pattern.length > MAX_PATTERN || FOREIGN.test(pattern)) return void 0;
  if (stepsOf(pattern, text.length) > MAX_STEPS) return void 0;
  try {
    const found2 = new RegExp(pattern, "y").exec(text);
    return found2 !== null && found2[0].length === text.length;
  } catch {
    return void 0;
  }
}
function stepsOf(pattern, length) {
  const bare = pattern.replace(/\\./g, "a").replace(/\[[^\]]*\]/g, "a").replace(/\(\?[:=!]/g, "(");
  let steps = Math.max(length, 1) ** (bare.match(/[*+]|\{\d*,\}/g) ?? []).length;
  const open = [{ varies: false }];
  for (let at = 0; at < bare.length; at++) {
    const letter = bare[at];
    const inner = open.at(-1);
    if (letter === "(") open.push({ varies: false });
    else if (letter === ")") {
      const group2 = open.length > 1 ? open.pop() : void 0;
      const most = mostRepeats(bare, at + 1);
      if (group2?.varies) steps *= 2 ** most;
      const outer = open.at(-1);
      if (outer && (group2?.varies || most > 1)) outer.varies = true;
    } else if (inner && letter !== void 0 && "|*+?{".includes(letter)) inner.varies = true;
  }
  return steps;
}
function mostRepeats(pattern, at) {
  const letter = pattern[at];
  if (letter === "*" || letter === "+") return Number.POSITIVE_INFINITY;
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(pattern.slice(at, at + 12)) ?? [];
  if (least === void 0) return 1;
  return most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least);
}

// src/definitions/heat/python.ts
function pythonText({ value, text }) {
  if (value === true) return "True";
  if (value === false) return "False";
  if (value === null) return "None";
  if (typeof value === "number") return isFloat(text) ? text : String(value);
  return value;
}
function isFloat(text) {
  return /^[-+]?[\d_.]*\.|[.](?:inf|nan)$/i.test(text);
}
function isIntegerText(text) {
  return /^[-+]?\d+(?:_\d+)*$/.test(text.trim());
}
function isNumberText(text) {
  return /^[-+]?(?:\d[\d_]*\.?[\d_]*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|inf(?:inity)?|nan)$/i.test(text.trim());
}
function numberOf(scalar) {
  const { value } = scalar;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value !== "string" || !isNumberText(value)) return void 0;
  const number2 = Number(value.trim().replaceAll("_", ""));
  return Number.isNaN(number2) ? void 0 : number2;
}
var TRUTH_WORDS = /* @__PURE__ */ new Set([
  "1",
  "t",
  "true",
  "on",
  "y",
  "yes",
  "0",
  "f",
  "false",
  "off",
  "n",
  "no"
]);
function truthOf2(text) {
  const word = text.trim().toLowerCase();
  if (!TRUTH_WORDS.has(word)) return void 0;
  return ["1", "t", "true", "on", "y", "yes"].includes(word);
}

// src/definitions/heat/constraint.ts
function brokenLimit(limits, node) {
  return brokenValues(limits, node) ?? brokenNumber(limits, node) ?? brokenText(limits, node);
}
function brokenValues({ type, values }, node) {
  if (!values) return void 0;
  const items = asSequence(node)?.items ?? [node];
  for (const item of items) {
    const scalar = asScalar(item);
    if (!scalar || scalar.value === null) continue;
    const same = items.length > 1 || asSequence(node) ? sameValue : sameAs[type];
    if (!values.some((value) => same(scalar, value))) return `must be one of ${listed(values)}`;
  }
  return void 0;
}
function sameValue(scalar, value) {
  return scalar.value === value;
}
var sameAs = {
  string: (scalar, value) => pythonText(scalar) === textOf2(value),
  integer: sameNumber,
  number: sameNumber,
  boolean: (scalar, value) => truthOf2(pythonText(scalar)) === truthOf2(textOf2(value)),
  map: sameValue,
  list: sameValue,
  any: sameValue
};
function sameNumber(scalar, value) {
  const number2 = numberOf(scalar);
  return number2 === void 0 || number2 === Number(value);
}
function textOf2(value) {
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value);
}
function listed(values) {
  const shown4 = values.slice(0, 12).map((value) => value === "" ? '""' : String(value));
  return values.length > shown4.length ? `${shown4.join(", ")}\u2026` : shown4.join(", ");
}
function brokenNumber({ range: range2, modulo, type }, node) {
  if (!range2 && !modulo) return void 0;
  const scalar = asScalar(node);
  const written3 = scalar && scalar.value !== null ? numberOf(scalar) : void 0;
  if (written3 === void 0) return void 0;
  const number2 = type === "integer" ? Math.trunc(written3) : written3;
  if (range2 && !within(number2, range2)) return `must be ${bounds(range2)}`;
  if (modulo) {
    const [step, offset] = modulo;
    const rest = (number2 % step + step) % step;
    if (step > 0 && rest !== offset) return `must be a multiple of ${step} with an offset of ${offset}`;
  }
  return void 0;
}
function brokenText({ length, pattern, custom }, node) {
  const size = sizeOf(node);
  if (length && size !== void 0 && !within(size, length)) return `must have a length of ${bounds(length)}`;
  const scalar = asScalar(node);
  if (!scalar || scalar.value === null) return void 0;
  const text = pythonText(scalar);
  if (pattern !== void 0 && matchesWhole(pattern, text) === false) return `must match ${pattern}`;
  if (custom !== void 0 && text !== "") return brokenFormat(custom, text);
  return void 0;
}
function sizeOf(node) {
  const found2 = resolve(node);
  if (found2?.kind === "sequence") return found2.items.length;
  if (found2?.kind === "mapping") return entriesOf(found2).length;
  return found2 && found2.value !== null ? [...pythonText(found2)].length : void 0;
}
function within(number2, [least, most]) {
  return number2 >= (least ?? Number.NEGATIVE_INFINITY) && number2 <= (most ?? Number.POSITIVE_INFINITY);
}
function bounds([least, most]) {
  if (most === null) return `at least ${least}`;
  if (least === null) return `at most ${most}`;
  return `${least} to ${most}`;
}
function brokenFormat(format, text) {
  switch (format) {
    case "ip_addr":
      return isAddress(text) ? void 0 : "must be an IP address";
    case "net_cidr":
      return isNetwork(text) ? void 0 : "must be a network such as 192.0.2.0/24";
    case "ip_or_cidr":
      return isAddress(text) || isNetwork(text) ? void 0 : "must be an IP address or a network";
    case "mac_addr":
      return /^[0-9a-f]{2}([:-]?[0-9a-f]{2}){5}$|^([0-9a-f]{1,4}\.){2}[0-9a-f]{1,4}$|^([0-9a-f]{1,2}[:-]){5}[0-9a-f]{1,2}$/i.test(
        text
      ) ? void 0 : "must be a MAC address";
    default:
      return void 0;
  }
}
function isAddress(text) {
  return isIP2(text) !== 0;
}
function isNetwork(text) {
  const [address = "", prefix, ...more] = text.split("/");
  const family = isIP2(address);
  if (family === 0 || more.length > 0 || prefix === void 0) return false;
  if (family === 4 && isIP2(prefix) === 4) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}

// src/definitions/heat/parameters.ts
var PARAMETER_TYPES = /* @__PURE__ */ new Map([
  ["string", "string"],
  ["number", "number"],
  ["comma_delimited_list", "list"],
  ["json", "map"],
  ["boolean", "boolean"]
]);
var parameters = /* @__PURE__ */ new WeakMap();
function parameterOf(entry) {
  const known = parameters.get(entry) ?? read(entry);
  parameters.set(entry, known);
  return known;
}
function read(entry) {
  const { key: name, value } = entry;
  const type = PARAMETER_TYPES.get(asScalar(childOf(value, "type"))?.text ?? "");
  const hidden = asScalar(childOf(value, "hidden"));
  const given = childOf(value, "default");
  return {
    entry,
    name,
    type,
    default: asScalar(given)?.value === null ? void 0 : given,
    limits: type ? limitsOf(childOf(value, "constraints"), type) : [],
    isHidden: hidden !== void 0 && truthOf2(hidden.text) !== false
  };
}
function limitsOf(constraints, type) {
  const limits = [];
  for (const constraint of asSequence(constraints)?.items ?? []) {
    const range2 = boundsOf(childOf(constraint, "range"));
    const length = boundsOf(childOf(constraint, "length"));
    const values = asSequence(childOf(constraint, "allowed_values"))?.items.flatMap((item) => {
      const scalar = asScalar(item);
      return scalar ? [scalar.value] : [];
    });
    const pattern = asScalar(childOf(constraint, "allowed_pattern"))?.text;
    const modulo = childOf(constraint, "modulo");
    const [step, offset] = [numberAt(modulo, "step"), numberAt(modulo, "offset")];
    limits.push({
      type,
      ...range2 && type === "number" ? { range: range2 } : {},
      ...length && type !== "number" && type !== "boolean" ? { length } : {},
      ...values && type !== "map" ? { values } : {},
      ...pattern !== void 0 && type === "string" ? { pattern } : {},
      ...step !== void 0 && offset !== void 0 && type === "number" ? { modulo: [step, offset] } : {}
    });
  }
  return limits;
}
function boundsOf(node) {
  const [least, most] = [numberAt(node, "min"), numberAt(node, "max")];
  return least === void 0 && most === void 0 ? void 0 : [least ?? null, most ?? null];
}
function numberAt(node, key) {
  const scalar = asScalar(childOf(node, key));
  return scalar && scalar.value !== null ? numberOf(scalar) : void 0;
}
function brokenValue({ type, limits }, value) {
  const scalar = asScalar(value);
  if (!type || scalar?.value === null || scalar && isTemplatedValue(scalar.text)) return void 0;
  const broken = brokenParameterType(type, value);
  if (broken) return broken;
  if (type === "map") return void 0;
  if (type === "list" && scalar) return brokenList(limits, scalar.text);
  for (const limit of limits) {
    const why = brokenLimit(limit, value);
    if (why) return why;
  }
  return void 0;
}
function brokenParameterType(type, value) {
  const scalar = asScalar(value);
  switch (type) {
    case "number":
      return scalar && numberOf(scalar) !== void 0 ? void 0 : "must be a number";
    case "boolean":
      return scalar && truthOf2(scalar.text) !== void 0 ? void 0 : "must be true or false";
    case "list": {
      const isList2 = asSequence(value) !== void 0 || typeof scalar?.value === "string";
      return isList2 ? void 0 : "must be a list, or a text with commas";
    }
    case "map":
      return typeof scalar?.value === "string" && !isJson(scalar.text) ? "must be a map, or JSON" : void 0;
    default:
      return void 0;
  }
}
function brokenList(limits, text) {
  const items = text === "" ? [] : text.split(",").map((item) => item.trim());
  for (const { values, length } of limits) {
    const allowed = values?.map(String);
    if (allowed && !items.every((item) => allowed.includes(item)))
      return `must be made of ${allowed.join(", ")}`;
    const [least, most] = length ?? [null, null];
    if (least !== null && items.length < least) return `must have at least ${least} members`;
    if (most !== null && items.length > most) return `must have at most ${most} members`;
  }
  return void 0;
}
function isJson(text) {
  if (text === "") return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return /\b(NaN|-?Infinity)\b/.test(text);
  }
}
function propertiesOf(parameters2) {
  const schemas = /* @__PURE__ */ new Map();
  for (const entry of parameters2) {
    const parameter = parameterOf(entry);
    const { type = "any" } = parameter;
    const isScalar = type !== "map" && type !== "list";
    schemas.set(parameter.name, {
      // lists and maps may also be given as text
      type: isScalar ? type : "any",
      required: parameter.default === void 0,
      properties: void 0,
      items: void 0,
      ...isScalar ? merged(parameter.limits) : {}
    });
  }
  return schemas;
}
function merged(limits) {
  const result = {};
  for (const { type: _type, values, ...limit } of limits) {
    Object.assign(result, limit);
    if (values?.every((value) => value !== null && typeof value !== "object"))
      Object.assign(result, { values });
  }
  return result;
}

// src/definitions/heat/environment-parameter-rules.ts
var TEMPLATE = `heat_template_version: 2018-08-31
parameters:
  size: { type: number, constraints: [{ range: { min: 1, max: 9 } }] }
resources:
  data:
    type: OS::Cinder::Volume
    deletion_policy: Retain
    properties: { size: { get_param: size } }
`;
var files = (environment) => ({ "data.yaml": TEMPLATE, "data.env": environment });
var unknownParameter = {
  id: "heat_environment/unknown-parameter",
  severity: "error",
  summary: "an environment gives a value for a parameter that its template does not have",
  help: "Heat refuses a stack when parameters has a name that the template does not declare. What only nested templates take stands under parameter_defaults. An environment is held to the template beside it that has the same name.",
  example: { bad: files("parameters:\n  sise: 5\n"), good: files("parameters:\n  size: 5\n") },
  *check({ path, parameters: parameters2, template: template8 }) {
    if (!template8) return;
    const known = new Set(template8.parameters.map(({ key }) => key));
    for (const { key, keyRange } of parameters2) {
      if (known.has(key)) continue;
      const near = nearest(key, known);
      yield {
        file: path,
        range: keyRange,
        message: `${template8.path} has no parameter "${key}".`,
        help: near ? `Did you mean "${near}"?` : "Remove it, or put it under parameter_defaults."
      };
    }
  }
};
var parameterValue = {
  id: "heat_environment/parameter-value",
  severity: "error",
  summary: "an environment gives a parameter a value that its template does not allow",
  help: "Heat holds every value to the type and the constraints that the template declares, and refuses the stack when one does not fit. An environment is held to the template beside it that has the same name.",
  example: { bad: files("parameters:\n  size: 50\n"), good: files("parameters:\n  size: 5\n") },
  *check({ path, parameters: parameters2, defaults, template: template8 }) {
    if (!template8) return;
    const declared2 = new Map(template8.parameters.map((entry) => [entry.key, parameterOf(entry)]));
    for (const { key, value } of [...parameters2, ...defaults]) {
      const parameter = declared2.get(key);
      const broken = parameter && brokenValue(parameter, value);
      if (!broken) continue;
      const scalar = asScalar(value);
      const shown4 = parameter.isHidden || !scalar ? "" : `, not ${scalar.text.slice(0, 40) || "empty"}`;
      yield {
        file: path,
        range: value.range,
        message: `"${key}" ${broken}${shown4}.`,
        help: `Write a value that ${template8.path} allows.`
      };
    }
  }
};
var environmentParameterRules = [unknownParameter, parameterValue];

// src/definitions/heat/facts.ts
var HeatFacts = class {
  constructor(facts) {
    this.facts = facts;
    this.record = facts.part("heat");
    this.namespaces = new Set(Object.keys(this.record.types).map(namespaceOf));
  }
  facts;
  types = /* @__PURE__ */ new Map();
  schemas = [];
  record;
  /** The namespaces that Heat itself has: `OS::Nova`… */
  namespaces;
  /** Under which names there are types. */
  get names() {
    return Object.keys(this.record.types);
  }
  /** The type of that name, also under a former name that Heat's own environment maps. */
  type(name) {
    if (!this.types.has(name)) this.types.set(name, this.find(name));
    return this.types.get(name);
  }
  find(name) {
    const { types, aliases } = this.record;
    const record = Object.hasOwn(types, name) ? types[name] : void 0;
    if (record) return this.typeOf(name, record);
    if (Object.hasOwn(aliases, name)) {
      const target = aliases[name];
      return target ? this.type(target) : this.typeOf(name, { open: true });
    }
    for (const [pattern, target] of Object.entries(aliases)) {
      const prefix = pattern.slice(0, -1);
      if (pattern.endsWith("*") && target?.endsWith("*") && name.startsWith(prefix)) {
        return this.type(target.slice(0, -1) + name.slice(prefix.length));
      }
    }
    return void 0;
  }
  typeOf(name, record) {
    const attributes = record.open || record.more_attributes ? void 0 : new Set(Object.keys(record.attributes ?? {}));
    return {
      name,
      properties: record.open ? void 0 : this.named(record.properties),
      attributes,
      oldAttributes: new Map(Object.entries(record.old_attributes ?? {})),
      policy: this.named(record.policy),
      hasSnapshots: record.snapshot ?? false,
      filled: new Map(Object.entries(record.filled ?? {})),
      status: record.status,
      since: record.since,
      instead: record.instead ?? []
    };
  }
  named(indexes = {}) {
    const found2 = /* @__PURE__ */ new Map();
    for (const [name, index2] of Object.entries(indexes)) {
      const schema = this.schema(index2);
      if (schema) found2.set(name, schema);
    }
    return found2;
  }
  schema(index2) {
    const record = this.record.schemas[index2];
    if (!record) return void 0;
    this.schemas[index2] ??= {
      ...record,
      properties: record.properties && this.named(record.properties),
      items: record.items === void 0 ? void 0 : this.schema(record.items)
    };
    return this.schemas[index2];
  }
};
function namespaceOf(type) {
  return type.slice(0, Math.max(0, type.lastIndexOf("::")));
}

// src/definitions/heat/place.ts
import { posix } from "node:path";
function placeOf4(from, name) {
  if (name === "" || name.startsWith("/") || /^[a-z][a-z0-9+.-]*:/i.test(name) || /[{}$%<>\uE000]/.test(name)) {
    return void 0;
  }
  const path = posix.normalize(posix.join(posix.dirname(from), name));
  return path.startsWith("../") || path === ".." ? void 0 : { path };
}
function isTemplateName(type) {
  return type.endsWith(".yaml") || type.endsWith(".template");
}

// src/definitions/heat/environment-registry-rules.ts
var HOOKS = ["pre-create", "pre-update", "pre-delete", "post-create", "post-update", "post-delete"];
var ACTIONS = ["update", "replace"];
var NESTED = "heat_template_version: 2018-08-31\nresources:\n  network: { type: OS::Neutron::Net }\n";
function* linesOf({ registry }) {
  const work = registry ? [{ node: registry.value, hasBase: false }] : [];
  const seen = /* @__PURE__ */ new Set();
  for (let next = work.pop(); next; next = work.pop()) {
    const node = asMapping(next.node);
    if (!node || seen.has(node)) continue;
    seen.add(node);
    const hasBase = next.hasBase || childOf(node, "base_url") !== void 0;
    for (const entry of entriesOf(node)) {
      if (asMapping(entry.value)) work.push({ node: entry.value, hasBase });
      else if (entry.key !== "base_url") yield { entry, hasBase };
    }
  }
}
var isSetting = ({ key }) => key === "hooks" || key === "restricted_actions";
var missingTemplate2 = {
  id: "heat_environment/missing-template",
  severity: "error",
  summary: "the resource_registry names a template that is not there",
  help: "The client reads every template of the registry, beside the environment file, before it sends anything; when one is missing it stops. Templates outside of the folder that is checked, and URLs, are left alone.",
  example: {
    bad: { "region.env": 'resource_registry:\n  "My::Network": network.yaml\n' },
    good: { "region.env": 'resource_registry:\n  "My::Network": network.yaml\n', "network.yaml": NESTED }
  },
  *check(environment) {
    const { path, folder } = environment;
    for (const { entry, hasBase } of linesOf(environment)) {
      const target = asScalar(entry.value);
      if (hasBase || isSetting(entry) || typeof target?.value !== "string" || target.text.includes("::"))
        continue;
      const place = placeOf4(path, target.text);
      if (!place || folder.hasFile(place.path) || isRendered(place.path, environment)) continue;
      yield {
        file: path,
        range: target.range,
        message: `There is no file ${place.path}.`,
        help: "Correct the path, which starts at the folder of this file, or add the template."
      };
    }
  }
};
function isRendered(path, { folder }) {
  const stem = path.replace(/\.[^./]+$/, "");
  return [`${path}.j2`, `${stem}.j2.yaml`, `${stem}.j2`].some((other) => folder.hasFile(other));
}
var unknownTarget = {
  id: "heat_environment/unknown-target",
  severity: "error",
  summary: "the resource_registry maps a type to one that Heat does not have",
  help: "A type of the registry stands for a template (a file that ends with .yaml or .template) or for another resource type. When Heat has no such type, every stack that uses the mapped one is refused.",
  example: {
    bad: 'resource_registry:\n  "My::Server": OS::Nova::Servr\n',
    good: 'resource_registry:\n  "My::Server": OS::Nova::Server\n'
  },
  *check(environment) {
    const { facts } = environment.folder;
    const mapped = environment.folder.environments;
    for (const { entry } of linesOf(environment)) {
      const target = asScalar(entry.value);
      if (isSetting(entry) || typeof target?.value !== "string" || isTemplatedValue(target.text)) continue;
      const { text, range: range2 } = target;
      if (text.includes("*") || isTemplateName(text) || facts.type(text) || mapped.targetOf(text)) continue;
      const namespace = namespaceOf(text);
      const near = facts.namespaces.has(namespace) ? nearest(
        text,
        facts.names.filter((name) => namespaceOf(name) === namespace)
      ) : void 0;
      if (!near) continue;
      yield {
        file: environment.path,
        range: range2,
        message: `Heat has no resource type "${text}".`,
        help: `Did you mean "${near}"?`
      };
    }
  }
};
var resourceSetting = {
  id: "heat_environment/resource-setting",
  severity: "error",
  summary: "hooks or restricted_actions have a value that Heat does not know",
  help: "hooks stop a stack before or after something happens to a resource: pre-create, pre-update, pre-delete, post-create, post-update, post-delete. restricted_actions forbid to update or to replace it. Heat refuses an environment with any other value.",
  example: {
    bad: "resource_registry:\n  resources:\n    database: { restricted_actions: delete }\n",
    good: "resource_registry:\n  resources:\n    database: { restricted_actions: replace }\n"
  },
  *check(environment) {
    for (const { entry } of linesOf(environment)) {
      if (isSetting(entry)) yield* settingProblems(environment.path, entry);
    }
  }
};
function* settingProblems(path, { key, value }) {
  const known = key === "hooks" ? HOOKS : ACTIONS;
  if (asScalar(value)?.value === null) return;
  for (const node of asSequence(value)?.items ?? [value]) {
    const text = asScalar(node)?.text ?? "of this form";
    if (known.includes(text) || isTemplatedValue(text)) continue;
    const near = nearest(text, known);
    yield {
      file: path,
      range: node.range,
      message: `"${text}" is nothing that ${key} can hold.`,
      help: near ? `Did you mean "${near}"?` : `It can hold: ${known.join(", ")}.`
    };
  }
}
var registryRules = [missingTemplate2, unknownTarget, resourceSetting];

// src/definitions/heat/environment-section-rules.ts
var GOOD5 = "parameter_defaults:\n  flavor: small\n";
var OTHER_NAMES = /* @__PURE__ */ new Map([
  ["encrypted_parameters", "encrypted_param_names"],
  ["default_parameters", "parameter_defaults"]
]);
var unknownSection2 = {
  id: "heat_environment/unknown-section",
  severity: "error",
  summary: "an environment file has a section that Heat does not know",
  help: "Heat refuses an environment with any top-level key other than its sections. Values for a template stand under parameters or parameter_defaults.",
  example: { bad: `${GOOD5}resource_registries: {}
`, good: `${GOOD5}resource_registry: {}
` },
  *check({ path, sections }) {
    for (const { key, keyRange } of sections) {
      if (ENVIRONMENT_SECTIONS.includes(key)) continue;
      const near = OTHER_NAMES.get(key) ?? nearest(key, ENVIRONMENT_SECTIONS);
      yield {
        file: path,
        range: keyRange,
        message: `"${key}" is no section of a Heat environment.`,
        help: near ? `Did you mean "${near}"?` : `The sections are: ${ENVIRONMENT_SECTIONS.join(", ")}.`
      };
    }
  }
};
var LISTS = /* @__PURE__ */ new Set(["encrypted_param_names", "event_sinks"]);
var emptySection = {
  id: "heat_environment/empty-section",
  severity: "warning",
  summary: "a section of an environment file has no value",
  help: "Heat itself refuses an environment with an empty section. The usual client merges environments before it sends them and so hides this, but other ways to Heat do not.",
  example: { bad: `${GOOD5}resource_registry:
`, good: `${GOOD5}resource_registry: {}
` },
  *check({ path, sections }) {
    for (const { key, keyRange, value } of sections) {
      if (!ENVIRONMENT_SECTIONS.includes(key) || asScalar(value)?.value !== null) continue;
      yield {
        file: path,
        range: keyRange,
        message: `The section "${key}" is empty.`,
        help: `Remove it, or write  ${key}: ${LISTS.has(key) ? "[]" : "{}"}.`
      };
    }
  }
};
var sectionShape = {
  id: "heat_environment/section-shape",
  severity: "error",
  summary: "a section of an environment file is not of the form that Heat reads",
  help: "encrypted_param_names and event_sinks are lists; all other sections are maps from names to values. Heat fails on anything else.",
  example: { bad: "parameter_defaults:\n  - flavor: small\n", good: GOOD5 },
  *check({ path, sections }) {
    for (const { key, value } of sections) {
      if (!ENVIRONMENT_SECTIONS.includes(key) || asScalar(value)?.value === null) continue;
      const isList2 = LISTS.has(key);
      if (isList2 ? asSequence(value) : asMapping(value)) continue;
      yield {
        file: path,
        range: value.range,
        message: `The section "${key}" is no ${isList2 ? "list" : "map"}.`,
        help: isList2 ? "Write each member behind a dash." : "Write  NAME: value  for each, without dashes."
      };
    }
  }
};
var STRATEGIES = ["overwrite", "merge", "deep_merge"];
var mergeStrategy = {
  id: "heat_environment/merge-strategy",
  severity: "error",
  summary: "parameter_merge_strategies has a value that is no strategy",
  help: "When several environments give a value for the same parameter, its strategy decides: overwrite, merge, or deep_merge. Heat takes any other word for the default one, which overwrites, and says nothing.",
  example: {
    bad: `${GOOD5}parameter_merge_strategies:
  flavor: append
`,
    good: `${GOOD5}parameter_merge_strategies:
  flavor: merge
`
  },
  *check({ path, root }) {
    for (const { value } of entriesOf(childOf(root, "parameter_merge_strategies"))) {
      const name = asScalar(value)?.text ?? "of this form";
      if (STRATEGIES.includes(name) || isTemplatedValue(name)) continue;
      const near = nearest(name, STRATEGIES);
      yield {
        file: path,
        range: value.range,
        message: `There is no merge strategy "${name}".`,
        help: near ? `Did you mean "${near}"?` : `The strategies are: ${STRATEGIES.join(", ")}.`
      };
    }
  }
};
var sectionRules = [unknownSection2, emptySection, sectionShape, mergeStrategy];

// src/definitions/heat/versions.ts
var FUNCTIONS_2013 = [
  "get_param",
  "get_resource",
  "get_attr",
  "list_join",
  "str_replace",
  "resource_facade",
  "get_file"
];
var CFN_FUNCTIONS = [
  "Fn::Base64",
  "Fn::GetAZs",
  "Fn::Join",
  "Fn::MemberListToMap",
  "Fn::Replace",
  "Fn::ResourceFacade",
  "Fn::Split",
  "Ref"
];
var CHANGES = [
  { date: "2013-05-23", adds: [...FUNCTIONS_2013, ...CFN_FUNCTIONS, "Fn::Select"] },
  { date: "2014-10-16", removes: CFN_FUNCTIONS },
  { date: "2015-04-30", adds: ["repeat", "digest"] },
  { date: "2015-10-15", adds: ["str_split"], removes: ["Fn::Select"] },
  { date: "2016-04-08", adds: ["map_merge"] },
  { date: "2016-10-14", adds: ["yaql", "map_replace", "if"] },
  { date: "2017-02-24", adds: ["filter", "str_replace_strict"] },
  {
    date: "2017-09-01",
    adds: ["make_url", "list_concat", "list_concat_unique", "str_replace_vstrict", "contains"]
  },
  { date: "2018-03-02" },
  { date: "2018-08-31" },
  { date: "2021-04-16" }
];
var ALIASES = {
  newton: "2016-10-14",
  ocata: "2017-02-24",
  pike: "2017-09-01",
  queens: "2018-03-02",
  rocky: "2018-08-31",
  wallaby: "2021-04-16"
};
var CONDITIONS_SINCE = "2016-10-14";
var SHORT_IF_SINCE = "2021-04-16";
var byDate = /* @__PURE__ */ new Map();
var functions = /* @__PURE__ */ new Set();
for (const { date, adds = [], removes = [] } of CHANGES) {
  for (const name of adds) functions.add(name);
  for (const name of removes) functions.delete(name);
  byDate.set(date, { date, functions: new Set(functions), hasConditions: date >= CONDITIONS_SINCE });
}
var VERSION_NAMES = [...byDate.keys(), ...Object.keys(ALIASES)];
function languageVersion(name) {
  return byDate.get(Object.hasOwn(ALIASES, name) ? ALIASES[name] ?? name : name);
}
var ALL_FUNCTIONS = new Set(CHANGES.flatMap(({ adds = [] }) => adds));
function lifeOf(name) {
  return {
    since: CHANGES.find(({ adds }) => adds?.includes(name))?.date,
    until: CHANGES.find(({ removes }) => removes?.includes(name))?.date
  };
}

// src/definitions/heat/calls.ts
function isCall(node) {
  const found2 = asMapping(node);
  if (!found2) return false;
  const entries = entriesOf(found2);
  return entries.length === 1 && entries[0] !== void 0 && ALL_FUNCTIONS.has(entries[0].key);
}
function collectCalls(start, seen, into) {
  const work = [[start, [], false]];
  for (let next = work.pop(); next; next = work.pop()) {
    const [node, placeholders, isOptional] = next;
    const found2 = resolve(node);
    if (!found2 || found2.kind === "scalar" || seen.has(found2)) continue;
    seen.add(found2);
    if (found2.kind === "sequence") {
      for (const item of found2.items) work.push([item, placeholders, isOptional]);
      continue;
    }
    const entries = entriesOf(found2);
    const [only] = entries;
    if (only && entries.length === 1 && ALL_FUNCTIONS.has(only.key)) {
      into.push({ name: only.key, entry: only, placeholders, isOptional });
      work.push([
        only.value,
        only.key === "repeat" ? repeatVariables(only.value, placeholders) : placeholders,
        isOptional || only.key === "if"
      ]);
    } else for (const { value } of entries) work.push([value, placeholders, isOptional]);
  }
}
function repeatVariables(args, outer) {
  const loops = asMapping(childOf(args, "for_each"));
  if (!loops || outer === "all") return "all";
  return [...outer, ...entriesOf(loops).map(({ key }) => key)];
}
function namedBy(call) {
  const { value } = call.entry;
  const node = asSequence(value)?.items[0] ?? value;
  const scalar = asScalar(node);
  if (!scalar || scalar.text === "") return void 0;
  const { placeholders } = call;
  const isFilledIn = placeholders === "all" || placeholders.some((part) => scalar.text.includes(part));
  return isFilledIn || scalar.text.includes("%index%") ? void 0 : { name: scalar.text, node };
}

// src/definitions/heat/registry.ts
var Registry = class {
  targets = /* @__PURE__ */ new Map();
  prefixes = [];
  /** The parameters that some environment has a default for. */
  defaults = /* @__PURE__ */ new Set();
  constructor(definitions) {
    for (const definition of definitions) {
      if (definition.kind !== "heat_environment") continue;
      const root = rootMapping(definition);
      for (const { key } of entriesOf(childOf(root, "parameter_defaults"))) this.defaults.add(key);
      const section = childOf(root, "resource_registry");
      this.add(definition.path, section, asScalar(childOf(section, "base_url"))?.text);
    }
  }
  /**
   * What a type stands for: a path in the folder when all environments that map it agree on one, `unknown` when
   * they do not or when it is mapped elsewhere, `undefined` when none maps it.
   */
  targetOf(type) {
    const [only, ...others] = this.targets.get(type) ?? [];
    if (only !== void 0) return others.length === 0 && only !== "" ? only : "unknown";
    return this.prefixes.some((prefix) => type.startsWith(prefix)) ? "unknown" : void 0;
  }
  add(path, section, baseUrl) {
    for (const { key, value } of entriesOf(section)) {
      const node = resolve(value);
      if (key === "base_url") continue;
      if (key === "resources") {
        for (const member of entriesOf(node)) this.add(path, member.value, baseUrl);
        continue;
      }
      const target = asScalar(node)?.text ?? "";
      const place = baseUrl === void 0 && isTemplateName(target) ? placeOf4(path, target)?.path : void 0;
      if (key.endsWith("*")) this.prefixes.push(key.slice(0, -1));
      else this.targets.set(key, (this.targets.get(key) ?? /* @__PURE__ */ new Set()).add(place ?? ""));
    }
  }
};

// src/definitions/heat/folder.ts
var FilledFolder = class {
  constructor(definitions, context) {
    this.definitions = definitions;
    this.context = context;
  }
  definitions;
  context;
  templates = /* @__PURE__ */ new Map();
  known;
  registry;
  /** Loaded when the first rule asks. */
  get facts() {
    this.known ??= new HeatFacts(this.context.facts);
    return this.known;
  }
  get environments() {
    this.registry ??= new Registry(this.definitions);
    return this.registry;
  }
  hasFile(path) {
    return this.context.files.has(path);
  }
};

// src/definitions/heat/resource-use.ts
var GROUPS = {
  "OS::Heat::ResourceGroup": "resource_def",
  "OS::Heat::AutoScalingGroup": "resource"
};
function usesOf2(template8) {
  const uses = [];
  const seen = /* @__PURE__ */ new Set();
  for (const entry of template8.resources) {
    let definition = entry.value;
    let placeholder;
    while (definition) {
      const use = useOf(template8, entry, definition, placeholder);
      uses.push(use);
      const group2 = asMapping(definition);
      if (!group2 || seen.has(group2)) break;
      seen.add(group2);
      placeholder = placeholderOf(use) ?? placeholder;
      definition = memberOf(use);
    }
  }
  return uses;
}
function useOf(template8, entry, definition, placeholder) {
  const scalar = asScalar(childOf(definition, "type"));
  const isName2 = typeof scalar?.value === "string" && scalar.text !== "" && !isTemplatedValue(scalar.text);
  const type = isName2 ? scalar : void 0;
  const properties = entryOf(definition, "properties");
  const resolved = type ? resolveType(template8, type.text) : { what: "unknown" };
  return { entry, definition, type, resolved, properties, placeholder };
}
function resolveType(template8, name) {
  const { folder } = template8;
  if (isTemplateName(name)) return templateAt(template8, placeOf4(template8.path, name)?.path);
  const type = folder.facts.type(name);
  const target = folder.environments.targetOf(name);
  if (target === void 0) return type ? { what: "heat", type } : { what: "none" };
  return target === "unknown" || type ? { what: "unknown" } : templateAt(template8, target);
}
function templateAt({ folder }, path) {
  const template8 = path === void 0 ? void 0 : folder.templates.get(path);
  return template8 ? { what: "template", template: template8 } : { what: "unknown" };
}
function memberOf({ resolved, properties }) {
  if (resolved.what !== "heat") return void 0;
  const property = Object.hasOwn(GROUPS, resolved.type.name) ? GROUPS[resolved.type.name] : void 0;
  const member = property === void 0 ? void 0 : childOf(properties?.value, property);
  return asMapping(member) && childOf(member, "type") ? member : void 0;
}
function placeholderOf({ resolved, properties }) {
  if (resolved.what !== "heat" || resolved.type.name !== "OS::Heat::ResourceGroup") return void 0;
  return asScalar(childOf(properties?.value, "index_var"))?.text ?? "%index%";
}
function isExternal({ definition }) {
  return childOf(definition, "external_id") !== void 0;
}
function* dependsOn(resource) {
  const needed = childOf(resource, "depends_on");
  for (const node of asSequence(needed)?.items ?? (needed ? [needed] : [])) {
    const scalar = asScalar(node);
    if (scalar?.text) yield scalar;
  }
}

// src/definitions/heat/hot-template.ts
var folders = /* @__PURE__ */ new WeakMap();
function heatFolder(definitions, context) {
  const known = folders.get(definitions);
  if (known?.context === context) return known.folder;
  const folder = new FilledFolder(definitions, context);
  for (const definition of definitions) {
    const template8 = definition.kind === "heat" ? hotTemplate(definition, folder) : void 0;
    if (template8) folder.templates.set(template8.path, template8);
  }
  folders.set(definitions, { context, folder });
  return folder;
}
function hotTemplates(definitions, context) {
  return heatFolder(definitions, context).templates.values();
}
function hotTemplate(definition, folder) {
  const root = rootMapping(definition);
  const versionEntry = entryOf(root, "heat_template_version");
  if (!root || !versionEntry) return void 0;
  const section = (name2) => entriesOf(childOf(root, name2));
  const name = asScalar(versionEntry.value)?.text ?? "";
  const resources = section("resources");
  const seen = /* @__PURE__ */ new Set();
  const callsOf = new Map(resources.map((entry) => [entry, callsIn(fieldsOf(entry, RESOURCE_FIELDS), seen)]));
  let uses;
  return {
    path: definition.path,
    root,
    version: { name, range: versionEntry.value.range },
    language: languageVersion(name),
    parameters: section("parameters"),
    conditions: section("conditions"),
    resources,
    outputs: section("outputs"),
    callsOf,
    calls: [
      ...[...callsOf.values()].flat(),
      ...section("outputs").flatMap((entry) => callsIn(fieldsOf(entry, OUTPUT_FIELDS), seen)),
      ...callsIn(
        section("conditions").map(({ value }) => value),
        seen
      )
    ],
    get uses() {
      uses ??= usesOf2(this);
      return uses;
    },
    bytes: Buffer.byteLength(definition.text),
    folder
  };
}
var RESOURCE_FIELDS = [
  "type",
  "properties",
  "metadata",
  "deletion_policy",
  "update_policy",
  "external_id",
  "condition"
];
var OUTPUT_FIELDS = ["value", "condition"];
function fieldsOf({ value }, names) {
  return names.flatMap((name) => childOf(value, name) ?? []);
}
function callsIn(nodes, seen) {
  const calls = [];
  for (const node of nodes) collectCalls(node, seen, calls);
  return calls;
}

// src/definitions/heat/environment.ts
function* environments(definitions, context) {
  if (!definitions.some(({ kind }) => kind === "heat_environment")) return;
  const folder = heatFolder(definitions, context);
  const templates = /* @__PURE__ */ new Map();
  for (const template8 of folder.templates.values()) {
    const stem = stemOf(template8.path);
    templates.set(stem, [...templates.get(stem) ?? [], template8]);
  }
  for (const definition of definitions) {
    const root = rootMapping(definition);
    if (definition.kind !== "heat_environment" || !root) continue;
    const [template8, ...others] = templates.get(stemOf(definition.path)) ?? [];
    yield {
      path: definition.path,
      root,
      sections: entriesOf(root),
      parameters: entriesOf(childOf(root, "parameters")),
      defaults: entriesOf(childOf(root, "parameter_defaults")),
      registry: entryOf(root, "resource_registry"),
      template: others.length === 0 ? template8 : void 0,
      folder
    };
  }
}
function stemOf(path) {
  return path.replace(/\.[^./]+$/, "").replace(/[._-]env(?:ironment)?$/i, "");
}
var heatEnvironmentRules = ruleSet({
  kind: "heat_environment",
  exampleFile: "region.env",
  rules: [...sectionRules, ...registryRules, ...environmentParameterRules],
  subjects: environments
});

// src/definitions/heat/access-rule.ts
var template2 = (prefix) => `heat_template_version: 2018-08-31
resources:
  access:
    type: OS::Neutron::SecurityGroup
    properties:
      rules:
        - { protocol: tcp, port_range_min: 22, port_range_max: 22, remote_ip_prefix: ${prefix} }
`;
var SSH = 22;
var EVERYWHERE = /* @__PURE__ */ new Set(["0.0.0.0/0", "::/0"]);
var openSsh = {
  id: "heat/open-ssh",
  severity: "warning",
  summary: "SSH is open to the whole internet",
  help: "A rule without remote_ip_prefix, or with 0.0.0.0/0 or ::/0, lets every address in. On port 22 that invites everybody to guess passwords and keys. Name the networks that administrators come from, or a remote_group of jump hosts.",
  example: { bad: template2("0.0.0.0/0"), good: template2("192.0.2.0/24") },
  *check({ path, uses }) {
    for (const { resolved, properties } of uses) {
      if (resolved.what !== "heat" || !properties) continue;
      const node = properties.value;
      const rules2 = {
        "OS::Neutron::SecurityGroup": asSequence(childOf(node, "rules"))?.items,
        "OS::Neutron::SecurityGroupRule": [node],
        "AWS::EC2::SecurityGroup": asSequence(childOf(node, "SecurityGroupIngress"))?.items
      }[resolved.type.name];
      for (const rule3 of rules2 ?? []) {
        const open = openTo(rule3);
        if (!open) continue;
        yield {
          file: path,
          range: open.range,
          message: "This rule opens SSH to the whole internet.",
          help: "Name the networks that may come in."
        };
      }
    }
  }
};
function openTo(rule3) {
  if (isCall(rule3)) return void 0;
  const text = (...keys2) => keys2.map((key) => asScalar(childOf(rule3, key))?.text).find((found2) => found2);
  const isKnown2 = (key) => childOf(rule3, key) === void 0 || asScalar(childOf(rule3, key)) !== void 0;
  if (text("direction") === "egress" || !["direction", "protocol", "ethertype"].every(isKnown2))
    return void 0;
  if (!["tcp", "6"].includes(text("protocol", "IpProtocol")?.toLowerCase() ?? "")) return void 0;
  const from = portAt(rule3, "port_range_min", "FromPort");
  const to = portAt(rule3, "port_range_max", "ToPort");
  if (from === void 0 || to === void 0 || from > SSH || to < SSH) return void 0;
  const prefix = entryOf(rule3, "remote_ip_prefix") ?? entryOf(rule3, "CidrIp");
  if (prefix) return EVERYWHERE.has(asScalar(prefix.value)?.text ?? "") ? prefix.value : void 0;
  const groups = [
    "remote_group",
    "remote_group_id",
    "remote_mode",
    "SourceSecurityGroupId",
    "SourceSecurityGroupName"
  ];
  return groups.some((key) => childOf(rule3, key)) ? void 0 : rule3;
}
function portAt(rule3, ...keys2) {
  const node = keys2.map((key) => childOf(rule3, key)).find((found2) => found2);
  const scalar = asScalar(node);
  return scalar && scalar.value !== null ? numberOf(scalar) : void 0;
}

// src/definitions/heat/attribute-rule.ts
var template3 = (attribute) => `heat_template_version: 2018-08-31
resources:
  network: { type: OS::Neutron::Net }
outputs:
  mtu: { value: { get_attr: [network, ${attribute}] } }
`;
var STACK_ATTRIBUTES = ["show", "OS::stack_id", "outputs"];
var unknownAttribute = {
  id: "heat/unknown-attribute",
  severity: "error",
  summary: "get_attr asks for an attribute that the resource does not have",
  help: "Heat refuses a template when get_attr names an attribute that the type of the resource does not have. The attributes of a resource whose type is another template are the outputs of that template; there the stack fails when it comes to that place. The name, the id or the address of a resource is often get_resource, or an attribute of another name.",
  example: { bad: template3("mtus"), good: template3("mtu") },
  *check(subject) {
    for (const { scalar, resource } of askedAttributes(subject)) {
      const known = attributesOf(resource.resolved);
      if (!known || known.has(scalar.text) || scalar.text.startsWith("resource.")) continue;
      const near = nearest(scalar.text, known);
      yield {
        file: subject.path,
        range: scalar.range,
        message: `${resource.type?.text} has no attribute "${scalar.text}".`,
        help: near ? `Did you mean "${near}"?` : `It has: ${[...known].join(", ")}.`
      };
    }
  }
};
function attributesOf(resolved) {
  if (resolved.what === "heat") return resolved.type.attributes;
  if (resolved.what !== "template") return void 0;
  return /* @__PURE__ */ new Set([...resolved.template.outputs.map(({ key }) => key), ...STACK_ATTRIBUTES]);
}
var deprecatedAttribute = {
  id: "heat/deprecated-attribute",
  severity: "warning",
  summary: "get_attr asks for an attribute that is deprecated",
  help: "Heat still answers with a deprecated attribute, but may stop to, and some of them are empty today.",
  example: {
    bad: template3("mtu").replace(
      "OS::Neutron::Net }",
      "OS::Nova::Server, properties: { flavor: small, networks: [{ network: web }] } }"
    ).replace("mtu]", "first_address]"),
    good: template3("mtu")
  },
  *check(subject) {
    for (const { scalar, resource } of askedAttributes(subject)) {
      const problem5 = oldAttribute(subject, scalar, resource);
      if (problem5) yield problem5;
    }
  }
};
function oldAttribute({ path }, scalar, { resolved, type }) {
  const old = resolved.what === "heat" ? resolved.type.oldAttributes : void 0;
  const record = old?.get(scalar.text);
  if (!record || record.status === "unsupported") return void 0;
  const [instead] = record.instead ?? [];
  return {
    file: path,
    range: scalar.range,
    message: `The attribute "${scalar.text}" of ${type?.text} is deprecated.`,
    help: instead ? `Use "${instead}" instead.` : "Use another attribute."
  };
}
function* askedAttributes({ calls, uses }) {
  const byName = /* @__PURE__ */ new Map();
  for (const use of uses) if (!byName.has(use.entry.key)) byName.set(use.entry.key, use);
  for (const call of calls) {
    const [first, second2] = call.name === "get_attr" ? asSequence(call.entry.value)?.items ?? [] : [];
    const resource = byName.get(asScalar(first)?.text ?? "");
    const scalar = asScalar(second2);
    if (!resource || typeof scalar?.value !== "string" || isMadeLater(call, scalar.text)) continue;
    yield { scalar, resource };
  }
}
function isMadeLater({ placeholders }, text) {
  if (isTemplatedValue(text) || text.includes("%")) return true;
  return placeholders === "all" || placeholders.some((part) => text.includes(part));
}

// src/definitions/heat/conditions.ts
var CONNECTIVES = /* @__PURE__ */ new Set(["and", "or", "not"]);
function* callsInCondition(condition) {
  const work = [condition];
  const seen = /* @__PURE__ */ new Set();
  for (let node = resolve(work.pop()); node; node = resolve(work.pop())) {
    if (seen.has(node) || node.kind === "scalar") continue;
    seen.add(node);
    const entries = entriesOf(node);
    const children = node.kind === "sequence" ? node.items : entries.map(({ value }) => value);
    for (const child of children.toReversed()) work.push(child);
    const [only, ...others] = entries;
    if (only && others.length === 0) yield only;
  }
}
function* conditionsIn(condition) {
  for (const { key, value } of callsInCondition(condition)) {
    if (!CONNECTIVES.has(key)) continue;
    for (const node of asSequence(value)?.items ?? [value]) {
      const scalar = asScalar(node);
      if (typeof scalar?.value === "string" && !isTemplatedValue(scalar.text)) yield scalar;
    }
  }
}

// src/definitions/heat/cycle-rule.ts
var referenceCycle = {
  id: "heat/reference-cycle",
  severity: "error",
  summary: "resources need each other in a circle",
  help: "Heat creates a resource after those that it names by get_resource, get_attr or depends_on. When they wait for each other in a circle, it refuses the stack. Break the circle by a resource that only ties two others together, such as OS::Neutron::RouterInterface or OS::Cinder::VolumeAttachment.",
  example: {
    bad: `heat_template_version: 2018-08-31
resources:
  front: { type: OS::Neutron::Net, depends_on: back }
  back: { type: OS::Neutron::Net, depends_on: front }
`,
    good: `heat_template_version: 2018-08-31
resources:
  front: { type: OS::Neutron::Net, depends_on: back }
  back: { type: OS::Neutron::Net }
`
  },
  *check(template8) {
    const graph = new Map(template8.resources.map((entry) => [entry.key, needsOf(template8, entry)]));
    yield* circles(template8.path, "resource", graph);
  }
};
var conditionCycle = {
  id: "heat/condition-cycle",
  severity: "error",
  summary: "conditions are made of each other in a circle",
  help: "A condition can be made of others by not, and, or. When they lead back to themselves, Heat cannot decide any of them and refuses the template.",
  example: {
    bad: `heat_template_version: 2018-08-31
conditions:
  is_test: { not: is_live }
  is_live: { not: is_test }
resources:
  network: { type: OS::Neutron::Net, condition: is_test }
`,
    good: `heat_template_version: 2018-08-31
parameters:
  stage: { type: string }
conditions:
  is_test: { not: is_live }
  is_live: { equals: [{ get_param: stage }, live] }
resources:
  network: { type: OS::Neutron::Net, condition: is_test }
`
  },
  *check({ path, conditions, language }) {
    if (!language?.hasConditions) return;
    const needs = (entry) => new Map([...conditionsIn(entry.value)].map((node) => [node.text, node]));
    yield* circles(path, "condition", new Map(conditions.map((entry) => [entry.key, needs(entry)])));
  }
};
function* circles(file, what, graph) {
  for (const cycle of cyclesOf(graph)) {
    const [first = "", second2 = first] = cycle;
    const node = graph.get(first)?.get(second2);
    if (!node) continue;
    const isSelf = cycle.length === 1;
    yield {
      file,
      range: node.range,
      message: isSelf ? `The ${what} "${first}" needs itself.` : `These ${what}s need each other in a circle: ${shown2([...cycle, first])}.`,
      help: isSelf ? "Remove this reference." : "Remove one of these references."
    };
  }
}
function shown2(names) {
  const few = names.length > 8 ? [...names.slice(0, 4), "\u2026", ...names.slice(-3)] : names;
  return few.join(" \u2192 ");
}
function needsOf(template8, entry) {
  const needs = /* @__PURE__ */ new Map();
  for (const call of template8.callsOf.get(entry) ?? []) {
    if (call.isOptional || call.name !== "get_resource" && call.name !== "get_attr") continue;
    const named2 = namedBy(call);
    if (named2 && !needs.has(named2.name)) needs.set(named2.name, named2.node);
  }
  for (const scalar of dependsOn(entry.value)) if (!needs.has(scalar.text)) needs.set(scalar.text, scalar);
  return needs;
}
function* cyclesOf(graph) {
  const done = /* @__PURE__ */ new Set();
  for (const start of graph.keys()) {
    if (done.has(start)) continue;
    const path = [start];
    const at = /* @__PURE__ */ new Map([[start, 0]]);
    const rest = [neighbors(graph, start)];
    while (path.length > 0) {
      const next = rest.at(-1)?.pop();
      if (next === void 0) {
        const left = path.pop();
        rest.pop();
        if (left !== void 0) {
          at.delete(left);
          done.add(left);
        }
        continue;
      }
      const since = at.get(next);
      if (since !== void 0) {
        yield path.slice(since);
        for (const name of path) done.add(name);
        break;
      }
      if (done.has(next)) continue;
      at.set(next, path.length);
      path.push(next);
      rest.push(neighbors(graph, next));
    }
  }
}
function neighbors(graph, name) {
  return [...graph.get(name)?.keys() ?? []].filter((key) => graph.has(key)).reverse();
}

// src/definitions/heat/file-rules.ts
var VERSION = "heat_template_version: 2018-08-31\n";
var CONFIG = `${VERSION}resources:
  setup:
    type: OS::Heat::SoftwareConfig
    properties: { config: { get_file: scripts/setup.sh } }
`;
var missingFile = {
  id: "heat/missing-file",
  severity: "error",
  summary: "a template names a file that is not there",
  help: "The client sends the files of get_file, and the templates that stand as resource types, along with the template, and looks for them beside it. When one is not there, nothing is sent at all. Files outside of the folder that is checked, and URLs, are left alone.",
  example: {
    bad: { "template.yaml": CONFIG },
    good: { "template.yaml": CONFIG, "scripts/setup.sh": "echo ready\n" }
  },
  *check(template8) {
    for (const { name, range: range2 } of namedFiles(template8)) {
      const place = placeOf4(template8.path, name);
      if (!place || template8.folder.hasFile(place.path)) continue;
      yield {
        file: template8.path,
        range: range2,
        message: `There is no file ${place.path}.`,
        help: "Correct the path, which starts at the folder of this template, or add the file."
      };
    }
  }
};
function* namedFiles({ calls, uses }) {
  for (const { name, entry, placeholders } of calls) {
    const scalar = name === "get_file" ? asScalar(entry.value) : void 0;
    if (typeof scalar?.value !== "string" || placeholders === "all") continue;
    if (!placeholders.some((part) => scalar.text.includes(part)))
      yield { name: scalar.text, range: scalar.range };
  }
  for (const { type, placeholder } of uses) {
    if (!type || !isTemplateName(type.text)) continue;
    if (placeholder === void 0 || !type.text.includes(placeholder))
      yield { name: type.text, range: type.range };
  }
}
var SMALL = CONFIG.replace("{ get_file: scripts/setup.sh }", "echo ready");
var MAX_BYTES = 524288;
var MAX_RESOURCES = 1e3;
var MAX_DEPTH = 5;
var tooLarge = {
  id: "heat/too-large",
  severity: "warning",
  summary: "a template is larger than Heat takes by default",
  help: "Heat refuses a nested template, and one that is sent to it as text, of more than 524288 bytes (max_template_size); a request with the template and all its files of more than 1048576 bytes (max_json_body_size); and a stack of more than 1000 resources (max_resources_per_stack). An operator can raise these limits. Move scripts into files, and parts into stacks of their own.",
  example: {
    bad: `${SMALL}# half a million bytes more
`,
    encode: (bad2) => Buffer.from(bad2 + "# more\n".repeat(MAX_BYTES / 4)),
    good: SMALL
  },
  *check({ path, version, bytes, resources }) {
    const problem5 = (message, help) => ({ file: path, range: version.range, message, help });
    if (bytes > MAX_BYTES) {
      yield problem5(
        `This template has ${bytes} bytes; Heat takes ${MAX_BYTES}.`,
        "Move scripts into files of their own."
      );
    }
    if (resources.length > MAX_RESOURCES) {
      yield problem5(
        `This template has ${resources.length} resources; Heat takes ${MAX_RESOURCES}.`,
        "Use groups and nested templates, and several stacks."
      );
    }
  }
};
var nestedTooDeep = {
  id: "heat/nested-too-deep",
  severity: "error",
  summary: "templates nest too deep, or in a circle",
  help: "Heat makes a stack of its own for each template that stands as a resource type, at most five below each other (max_nested_stack_depth, which an operator can raise). A template that leads back to itself never ends.",
  example: {
    bad: { "template.yaml": `${VERSION}resources:
  again: { type: template.yaml }
` },
    good: { "template.yaml": `${VERSION}resources:
  network: { type: OS::Neutron::Net }
` }
  },
  *check(template8) {
    for (const { type, resolved } of template8.uses) {
      if (!type || resolved.what !== "template") continue;
      const depth = 1 + depthOf(resolved.template);
      if (depth <= MAX_DEPTH) continue;
      const isEndless = depth === Number.POSITIVE_INFINITY;
      yield {
        file: template8.path,
        range: type.range,
        message: isEndless ? `${type.text} leads back to itself.` : `Templates nest ${depth} deep from here; Heat takes ${MAX_DEPTH}.`,
        help: isEndless ? "Break the circle." : "Bring some of them together, or raise max_nested_stack_depth.",
        ...isEndless ? {} : { severity: "warning" }
      };
    }
  }
};
var depths = /* @__PURE__ */ new WeakMap();
function depthOf(start) {
  const known = depths.get(start);
  if (known !== void 0) return known;
  const open = /* @__PURE__ */ new Set([start]);
  const stack = [{ template: start, rest: nested(start), depth: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.rest.pop();
    const below = next && (open.has(next) ? Number.POSITIVE_INFINITY : depths.get(next));
    if (below !== void 0) top.depth = Math.max(top.depth, below + 1);
    else if (next) {
      open.add(next);
      stack.push({ template: next, rest: nested(next), depth: 0 });
    } else {
      depths.set(top.template, top.depth);
      open.delete(top.template);
      stack.pop();
      const above = stack.at(-1);
      if (above) above.depth = Math.max(above.depth, top.depth + 1);
    }
  }
  return depths.get(start) ?? 0;
}
function nested({ uses }) {
  return [
    ...new Set(uses.flatMap(({ resolved }) => resolved.what === "template" ? [resolved.template] : []))
  ];
}
var fileRules = [missingFile, tooLarge, nestedTooDeep];

// src/definitions/heat/function-rules.ts
var template4 = (name) => `heat_template_version: 2018-08-31
resources:
  network:
    type: OS::Neutron::Net
    properties:
      name: ${name}
`;
var LIBERTY = "2015-10-15";
var list2 = (least, most = Number.POSITIVE_INFINITY) => (args) => {
  const items = asSequence(args)?.items;
  return isCall(args) || items !== void 0 && items.length >= least && items.length <= most;
};
var map = (required2, known) => (args) => {
  if (!asMapping(args)) return false;
  const keys2 = entriesOf(args).map(({ key }) => key);
  return required2.every((key) => keys2.includes(key)) && (known === void 0 || keys2.every((key) => known.includes(key)));
};
function isText(node) {
  if (!node) return false;
  return isCall(node) || typeof asScalar(node)?.value === "string";
}
function isName(node) {
  return isText(node) && asScalar(node)?.text !== "";
}
function isMapOrCall(node) {
  return asMapping(node) !== void 0;
}
function takesReplacement(args, { date }) {
  const params = childOf(args, "params");
  if (!map(["template", "params"])(args) || !isText(childOf(args, "template")) || !isMapOrCall(params))
    return false;
  if (date >= LIBERTY || params && isCall(params)) return true;
  return entriesOf(params).every(({ value }) => isCall(value) || asScalar(value) !== void 0);
}
var REPLACE = {
  takes: takesReplacement,
  example: "{ template: text with name, params: { name: value } }"
};
var CONCAT = {
  takes: (args) => list2(0)(args) && (asSequence(args)?.items ?? []).every((item) => !isPlainValue(item)),
  example: "[[a, b], [c]]"
};
function isPlainValue(node) {
  const scalar = asScalar(node);
  return scalar !== void 0 && scalar.value !== null && !isTemplatedValue(scalar.text);
}
var SHAPES = {
  get_param: {
    takes: (args) => isName(args) || asSequence(args) !== void 0 && isName(asSequence(args)?.items[0]),
    example: "NAME, or [NAME, key, index]"
  },
  get_resource: { takes: isName, example: "NAME" },
  get_attr: {
    takes(args, { date }) {
      const [name, attribute, ...path] = asSequence(args)?.items ?? [];
      if (!isName(name) || !attribute && date < LIBERTY) return false;
      if (attribute && !isText(attribute) && asScalar(attribute)?.value !== null) return false;
      return path.every((step) => isCall(step) || asScalar(step) !== void 0);
    },
    example: "[NAME, attribute]"
  },
  get_file: { takes: isText, example: "path/of/the/file" },
  list_join: {
    takes(args, { date }) {
      const items = asSequence(args)?.items ?? [];
      if (!asSequence(args) || !list2(2, date >= LIBERTY ? void 0 : 2)(args)) return false;
      return isText(items[0]) && items.slice(1).every((item) => !isPlainValue(item));
    },
    example: "[', ', [a, b]]"
  },
  str_replace: REPLACE,
  str_replace_strict: REPLACE,
  str_replace_vstrict: REPLACE,
  repeat: {
    takes: (args) => map(["template", "for_each"])(args) && isMapOrCall(childOf(args, "for_each")),
    example: "{ for_each: { '%name%': [a, b] }, template: '%name%' }"
  },
  digest: { takes: list2(2, 2), example: "[sha256, text]" },
  str_split: { takes: list2(2, 3), example: "[',', 'a,b']" },
  map_merge: CONCAT,
  map_replace: { takes: list2(2, 2), example: "[{ a: b }, { keys: { a: c } }]" },
  yaql: {
    takes: (args) => map(["expression"], ["expression", "data"])(args) && isText(childOf(args, "expression")),
    example: "{ expression: $.data.sum(), data: [1, 2] }"
  },
  filter: { takes: (args) => asSequence(args) !== void 0 && list2(2, 2)(args), example: "[[a], [a, b]]" },
  contains: { takes: (args) => asSequence(args) !== void 0 && list2(2, 2)(args), example: "[a, [a, b]]" },
  make_url: {
    takes: map([], ["scheme", "username", "password", "host", "port", "path", "query", "fragment"]),
    example: "{ scheme: https, host: example.org, path: /v3 }"
  },
  list_concat: CONCAT,
  list_concat_unique: CONCAT,
  resource_facade: {
    takes: (args) => ["metadata", "deletion_policy", "update_policy"].includes(asScalar(args)?.text ?? ""),
    example: "metadata, deletion_policy or update_policy"
  },
  if: {
    takes: (args, { date }) => asSequence(args) !== void 0 && list2(date >= SHORT_IF_SINCE ? 2 : 3, 3)(args),
    example: "[condition, value, other value]"
  }
};
var functionArguments = {
  id: "heat/function-arguments",
  severity: "error",
  summary: "a function has arguments that it does not take",
  help: "Each function of HOT takes arguments of one form. Heat takes every map whose only key is the name of a function for a use of that function, and refuses the template, or the stack that is made of it, when the arguments have another form.",
  example: {
    bad: template4('{ list_join: ["-", web, net] }'),
    good: template4('{ list_join: ["-", [web, net]] }')
  },
  *check({ path, calls, conditions, language }) {
    if (!language) return;
    for (const { value } of language.hasConditions ? conditions : []) yield* conditionArguments(path, value);
    for (const call of calls) {
      const shape = shapeOf(call, language);
      if (!shape || isKnownLater(call) || isShortIf(call, language) || shape.takes(call.entry.value, language))
        continue;
      yield {
        file: path,
        range: call.entry.keyRange,
        message: `The function ${call.name} does not take these arguments.`,
        help: `Write  ${call.name}: ${shape.example}.`
      };
    }
  }
};
var CONDITION_SHAPES = /* @__PURE__ */ new Map([
  ["equals", [list2(2, 2), "[a, b]"]],
  ["and", [list2(2), "[condition, other condition]"]],
  ["or", [list2(2), "[condition, other condition]"]],
  ["not", [(args) => asScalar(args)?.value !== null, "condition"]]
]);
function* conditionArguments(path, condition) {
  for (const { key, keyRange, value } of callsInCondition(condition)) {
    const [takes, example2] = CONDITION_SHAPES.get(key) ?? [];
    if (!takes || takes(value) || isTemplatedValue(asScalar(value)?.text ?? "")) continue;
    const message = `The function ${key} does not take these arguments.`;
    yield { file: path, range: keyRange, message, help: `Write  ${key}: ${example2}.` };
  }
}
function shapeOf({ name }, { functions: functions2 }) {
  return functions2.has(name) && Object.hasOwn(SHAPES, name) ? SHAPES[name] : void 0;
}
function isShortIf({ name, entry }, { date }) {
  return name === "if" && date < SHORT_IF_SINCE && asSequence(entry.value)?.items.length === 2;
}
function isKnownLater({ entry }) {
  const scalar = asScalar(entry.value);
  return scalar !== void 0 && isTemplatedValue(scalar.text);
}
var unusedReplacement = {
  id: "heat/unused-replacement",
  severity: "warning",
  summary: "str_replace has a parameter that its text does not hold",
  help: "str_replace puts values where their names stand in the text. A name that the text does not hold is often a typo, and then the text keeps the misspelled name. str_replace_strict and str_replace_vstrict refuse it, so there it is an error.",
  example: {
    bad: template4("{ str_replace: { template: $stage-net, params: { $stge: test } } }"),
    good: template4("{ str_replace: { template: $stage-net, params: { $stage: test } } }")
  },
  *check({ path, calls, language }) {
    for (const call of calls) {
      if (!call.name.startsWith("str_replace") || !language?.functions.has(call.name)) continue;
      for (const problem5 of unusedNames(call)) {
        const isStrict = call.name !== "str_replace";
        yield { file: path, ...problem5, ...isStrict ? { severity: "error" } : {} };
      }
    }
  }
};
function* unusedNames({ entry, placeholders }) {
  const text = asScalar(childOf(entry.value, "template"))?.text;
  const params = childOf(entry.value, "params");
  if (text === void 0 || !params || isCall(params) || isTemplatedValue(text) || placeholders === "all")
    return;
  for (const { key, keyRange } of entriesOf(params)) {
    if (key === "" || text.includes(key) || placeholders.some((part) => text.includes(part) || key.includes(part)))
      continue;
    yield {
      range: keyRange,
      message: `The text of str_replace does not hold "${key}".`,
      help: "Write the name as it stands in the text, or remove it."
    };
  }
}
var CONDITION_FUNCTIONS = /* @__PURE__ */ new Set(["get_param", "equals", "not", "and", "or"]);
var CONDITION_FUNCTIONS_SINCE_PIKE = /* @__PURE__ */ new Set(["yaql", "contains"]);
var PIKE = "2017-09-01";
var functionInCondition = {
  id: "heat/function-in-condition",
  severity: "error",
  summary: "a condition uses a function that conditions cannot use",
  help: "Conditions are decided before anything is created, so Heat lets them use get_param, equals, not, and, or alone, and contains and yaql since version 2017-09-01. It refuses a template with any other function in a condition.",
  example: {
    bad: `heat_template_version: 2018-08-31
conditions:
  is_test: { equals: [{ list_join: ["", [te, st]] }, test] }
resources:
  network: { type: OS::Neutron::Net, condition: is_test }
`,
    good: `heat_template_version: 2018-08-31
parameters:
  stage: { type: string }
conditions:
  is_test: { equals: [{ get_param: stage }, test] }
resources:
  network: { type: OS::Neutron::Net, condition: is_test }
`
  },
  *check({ path, conditions, language }) {
    if (!language?.hasConditions) return;
    for (const { value } of conditions) {
      for (const { key, keyRange } of callsInCondition(value)) {
        if (!language.functions.has(key) || isForConditions(key, language)) continue;
        yield {
          file: path,
          range: keyRange,
          message: `A condition cannot use the function ${key}.`,
          help: "Use get_param, equals, not, and, or."
        };
      }
    }
  }
};
function isForConditions(name, { date }) {
  return CONDITION_FUNCTIONS.has(name) || CONDITION_FUNCTIONS_SINCE_PIKE.has(name) && date >= PIKE;
}
var functionRules = [functionArguments, unusedReplacement, functionInCondition];

// src/definitions/heat/lifecycle-rules.ts
var server = (more) => `heat_template_version: 2018-08-31
resources:
  server:
    type: OS::Nova::Server
    properties:
      flavor: small
      networks: [{ network: web }]
      user_data: echo hello
${more}`;
var replacedServer = {
  id: "heat/replaced-server",
  severity: "notice",
  summary: "an edit of user_data would replace the server",
  help: "When user_data changes, Heat deletes the server and makes a new one, since user_data_update_policy is REPLACE unless it says otherwise. With IGNORE the server stays as it is, and with REBUILD it keeps its addresses and volumes. Write REPLACE to say that a new server is what you want.",
  example: { bad: server(""), good: server("      user_data_update_policy: IGNORE\n") },
  *check({ path, uses }) {
    for (const use of uses) {
      if (typeName(use) !== "OS::Nova::Server" || isExternal(use)) continue;
      const userData = entryOf(use.properties?.value, "user_data");
      if (!userData || asScalar(userData.value)?.value === null) continue;
      if (childOf(use.properties?.value, "user_data_update_policy")) continue;
      yield {
        file: path,
        range: userData.keyRange,
        message: "A change of this user_data replaces the server.",
        help: "Add  user_data_update_policy: IGNORE, REBUILD, or REPLACE if you want that."
      };
    }
  }
};
var STATEFUL = /* @__PURE__ */ new Set([
  "OS::Cinder::Volume",
  "OS::Trove::Instance",
  "OS::Trove::Cluster",
  "OS::Manila::Share"
]);
var unkeptData = {
  id: "heat/unkept-data",
  severity: "notice",
  summary: "a resource that holds data is deleted with its stack",
  help: "When a resource leaves the template, is replaced, or the stack is deleted, Heat deletes the volume, share or database too, unless deletion_policy is Retain or Snapshot. Write Delete to say that the data may go.",
  example: {
    bad: "heat_template_version: 2018-08-31\nresources:\n  data:\n    type: OS::Cinder::Volume\n    properties: { size: 1 }\n",
    good: "heat_template_version: 2018-08-31\nresources:\n  data:\n    type: OS::Cinder::Volume\n    deletion_policy: Retain\n    properties: { size: 1 }\n"
  },
  *check({ path, uses }) {
    for (const use of uses) {
      if (!STATEFUL.has(typeName(use)) || use.placeholder !== void 0 || isExternal(use)) continue;
      if (childOf(use.definition, "deletion_policy") || use.properties && isCall(use.properties.value))
        continue;
      yield {
        file: path,
        range: use.entry.keyRange,
        message: `The data of "${use.entry.key}" is deleted with it.`,
        help: "Add  deletion_policy: Retain, Snapshot (volumes), or Delete if you want that."
      };
    }
  }
};
function typeName({ resolved }) {
  return resolved.what === "heat" ? resolved.type.name : "";
}
var lifecycleRules = [replacedServer, unkeptData];

// src/definitions/heat/parameter-rules.ts
var template5 = (parameter, use = "get_param: limit") => `heat_template_version: 2018-08-31
parameters:
  limit: ${parameter}
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { ${use} } }
`;
var GOOD6 = template5("{ type: number, default: 5, constraints: [{ range: { min: 1, max: 9 } }] }");
var unknownParameterType = {
  id: "heat/unknown-parameter-type",
  severity: "error",
  summary: "a parameter has a type that Heat does not have",
  help: "A parameter of HOT is a string, number, json, comma_delimited_list or boolean, in small letters. Heat refuses a template with any other type.",
  example: { bad: template5("{ type: String }"), good: GOOD6 },
  *check({ path, parameters: parameters2 }) {
    for (const { value } of parameters2) {
      const node = childOf(value, "type");
      const type = asScalar(node);
      if (!node || type && PARAMETER_TYPES.has(type.text)) continue;
      const near = type && (OTHER_NAMES2.get(type.text.toLowerCase()) ?? nearest(type.text, PARAMETER_TYPES.keys()));
      yield {
        file: path,
        range: node.range,
        message: `There is no parameter type "${type?.text ?? "of this form"}".`,
        help: near ? `Did you mean "${near}"?` : `The types are: ${[...PARAMETER_TYPES.keys()].join(", ")}.`
      };
    }
  }
};
var OTHER_NAMES2 = /* @__PURE__ */ new Map([
  ["integer", "number"],
  ["int", "number"],
  ["bool", "boolean"],
  ["list", "comma_delimited_list"],
  ["commadelimitedlist", "comma_delimited_list"],
  ["map", "json"]
]);
var brokenDefault = {
  id: "heat/parameter-default",
  severity: "error",
  summary: "the default of a parameter is not what its type and constraints want",
  help: "Heat holds a default to the type and the constraints of its parameter, and refuses the template when it does not fit, even when everybody gives another value. The default of a string with a length or a pattern must be text: a number there needs quotes.",
  example: {
    bad: template5("{ type: number, default: 10, constraints: [{ range: { min: 1, max: 9 } }] }"),
    good: GOOD6
  },
  *check({ path, parameters: parameters2 }) {
    for (const entry of parameters2) {
      const parameter = parameterOf(entry);
      const { default: given, limits, type } = parameter;
      if (!given) continue;
      const scalar = asScalar(given);
      const isNumber = type === "string" && typeof scalar?.value === "number";
      const wantsText = isNumber && limits.some(({ length, pattern }) => length ?? pattern !== void 0);
      const broken = wantsText ? "must be text, in quotes" : brokenValue(parameter, given);
      if (!broken) continue;
      yield {
        file: path,
        range: given.range,
        message: `The default of "${entry.key}" ${broken}${scalar ? `, not ${scalar.text === "" ? "empty" : pythonShown(scalar.text)}` : ""}.`,
        help: wantsText ? `Write  default: "${scalar?.text}".` : "Write a default that is allowed, or leave it out."
      };
    }
  }
};
function pythonShown(text) {
  return text.length > 40 ? `${text.slice(0, 40)}\u2026` : text;
}
var invalidConstraint = {
  id: "heat/invalid-constraint",
  severity: "error",
  summary: "a constraint of a parameter is not one that Heat can apply",
  help: "Constraints are a list, each of one kind: length, range, modulo, allowed_values, allowed_pattern or custom_constraint, with a description beside it. A range and a modulo are for numbers, a length is for texts, lists and maps, a pattern for strings. Heat refuses a template with any other.",
  example: {
    bad: template5("{ type: string, default: a, constraints: [{ range: { min: 1 } }] }"),
    good: GOOD6
  },
  *check({ path, parameters: parameters2, language }) {
    for (const { value } of parameters2) {
      const constraints = entryOf(value, "constraints");
      const type = asScalar(childOf(value, "type"))?.text ?? "";
      if (!constraints || !PARAMETER_TYPES.has(type) || asScalar(constraints.value)?.value === null) continue;
      const hasModulo = language === void 0 || language.date >= "2017-02-24";
      for (const problem5 of constraintProblems(constraints, type, hasModulo)) yield { file: path, ...problem5 };
    }
  }
};
var CONSTRAINTS = /* @__PURE__ */ new Map([
  ["range", ["number"]],
  ["modulo", ["number"]],
  ["length", ["string", "comma_delimited_list", "json"]],
  ["allowed_values", ["string", "number", "boolean", "comma_delimited_list"]],
  ["allowed_pattern", ["string"]],
  ["custom_constraint", ["string", "number", "boolean", "comma_delimited_list"]]
]);
function* constraintProblems(constraints, type, hasModulo) {
  const list4 = asSequence(constraints.value);
  if (!list4) {
    yield {
      range: constraints.value.range,
      message: "The constraints are no list.",
      help: "Write each behind a dash."
    };
    return;
  }
  for (const item of list4.items) {
    if (asMapping(item)) yield* oneConstraint(item, type, hasModulo);
    else yield { range: item.range, message: "This constraint is no map.", help: "Write  - KIND: \u2026  for it." };
  }
}
function* oneConstraint(item, type, hasModulo) {
  const entries = entriesOf(item);
  const kinds = entries.filter(({ key }) => CONSTRAINTS.has(key));
  for (const { key, keyRange } of entries) {
    if (CONSTRAINTS.has(key) || key === "description") continue;
    const near = nearest(key, CONSTRAINTS.keys());
    yield {
      range: keyRange,
      message: `"${key}" is no kind of constraint.`,
      help: near ? `Did you mean "${near}"?` : `The kinds are: ${[...CONSTRAINTS.keys()].join(", ")}.`
    };
    return;
  }
  const [kind] = kinds;
  if (!kind) {
    yield {
      range: item.range,
      message: "This constraint says nothing.",
      help: "Add one kind to it, or remove it."
    };
    return;
  }
  if (kind.key === "modulo" && !hasModulo) {
    yield {
      range: kind.keyRange,
      message: "The constraint modulo came with version 2017-02-24.",
      help: "Set heat_template_version to 2017-02-24 or later."
    };
    return;
  }
  const fits = CONSTRAINTS.get(kind.key)?.includes(type);
  if (fits) yield* argumentProblems(kind);
  else {
    yield {
      range: kind.keyRange,
      message: `A parameter of type ${type} cannot have the constraint ${kind.key}.`,
      help: `${kind.key} is for ${CONSTRAINTS.get(kind.key)?.join(", ")}; change the type or the constraint.`
    };
  }
}
function* argumentProblems({ key, value }) {
  if (key === "range" || key === "length" || key === "modulo") {
    yield* numbersProblems(key, value);
  } else if (key === "allowed_values" && !asSequence(value)) {
    yield {
      range: value.range,
      message: "allowed_values is no list.",
      help: "Write  allowed_values: [a, b]."
    };
  } else if (key === "allowed_pattern" && typeof asScalar(value)?.value !== "string") {
    yield { range: value.range, message: "allowed_pattern is no text.", help: "Write the pattern in quotes." };
  }
}
function* numbersProblems(kind, value) {
  const names = kind === "modulo" ? ["step", "offset"] : ["min", "max"];
  const example2 = `${kind}: { ${names[0]}: 1, ${names[1]}: ${kind === "modulo" ? 0 : 9} }`;
  if (!asMapping(value)) {
    yield { range: value.range, message: `${kind} is no map.`, help: `Write  ${example2}.` };
    return;
  }
  const entries = entriesOf(value);
  for (const entry of entries) {
    const scalar = asScalar(entry.value);
    if (!names.includes(entry.key)) {
      yield { range: entry.keyRange, message: `${kind} has no "${entry.key}".`, help: `Write  ${example2}.` };
    } else if (!scalar || scalar.value === null) {
      if (!scalar)
        yield { range: entry.value.range, message: `${entry.key} is no number.`, help: `Write  ${example2}.` };
    } else if (numberOf(scalar) === void 0 || kind === "length" && isFloat(pythonText(scalar))) {
      yield {
        range: entry.value.range,
        message: `${entry.key} is no ${kind === "range" ? "" : "whole "}number.`,
        help: `Write  ${example2}.`
      };
    }
  }
  const given = entries.filter((entry) => names.includes(entry.key) && asScalar(entry.value)?.value !== null);
  const isEnough = kind === "modulo" ? given.length === 2 : given.length > 0;
  if (!isEnough && entries.every(({ key }) => names.includes(key))) {
    yield { range: value.range, message: `${kind} says too little.`, help: `Write  ${example2}.` };
  }
}
var parameterRules = [unknownParameterType, brokenDefault, invalidConstraint];

// src/definitions/heat/values.ts
function misfitsOf(properties, look) {
  const found2 = [];
  const seen = new Seen();
  const work = [];
  const into = ({ node, schema, name, parent }) => {
    const at = resolve(node);
    if (at && seen.isNew(at, schema)) work.push({ node: at, schema, name, parent });
  };
  checkMap(properties, look.schemas, { range: look.owner, name: void 0 }, look, found2, into);
  for (let at = work.pop(); at; at = work.pop()) checkValue(at, look, found2, into);
  return found2;
}
var Seen = class {
  first = /* @__PURE__ */ new Map();
  more = /* @__PURE__ */ new Map();
  isNew(node, schema) {
    const first = this.first.get(node);
    if (first === void 0) {
      this.first.set(node, schema);
      return true;
    }
    const others = this.more.get(node) ?? /* @__PURE__ */ new Set();
    if (first === schema || others.has(schema)) return false;
    this.more.set(node, others.add(schema));
    return true;
  }
};
function checkMap(node, schemas, owner, look, found2, into) {
  if (node && isCall(node)) return;
  const entries = entriesOf(node);
  const common = { parent: owner.name, demand: "", shown: "", known: [] };
  for (const { key, keyRange: range2, value } of entries) {
    const schema = schemas.get(key);
    if (!schema || schema.unimplemented) {
      if (!look.isFilledIn(key))
        found2.push({ ...common, kind: "unknown", name: key, range: range2, schema, known: [...schemas.keys()] });
      continue;
    }
    if (schema.status === "deprecated" || schema.status === "hidden")
      found2.push({ ...common, kind: "old", name: key, range: range2, schema });
    into({ node: value, schema, name: key, parent: owner.name });
  }
  const isGiven = (name) => entries.some(({ key }) => key === name);
  for (const [name, schema] of requiredOf(schemas)) {
    const others = look.filled.get(name);
    if (isGiven(name) || others && (others.length === 0 || others.some(isGiven))) continue;
    found2.push({ ...common, kind: "missing", name, range: owner.range, schema });
  }
}
var required = /* @__PURE__ */ new WeakMap();
function requiredOf(schemas) {
  const known = required.get(schemas);
  if (known) return known;
  const needed = [...schemas].filter(([, schema]) => schema.required && (schema.default ?? null) === null);
  required.set(schemas, needed);
  return needed;
}
function hasLimits({ values, range: range2, length, modulo, pattern, custom }) {
  return (values ?? range2 ?? length ?? modulo ?? pattern ?? custom) !== void 0;
}
function checkValue(work, look, found2, into) {
  const { node, schema, name, parent } = work;
  if (isCall(node)) {
    for (const branch of branchesOf(entriesOf(node)[0])) into({ ...work, node: branch });
    return;
  }
  const scalar = asScalar(node);
  if (scalar && (scalar.value === null || isTemplatedValue(scalar.text) || look.isFilledIn(scalar.text)))
    return;
  const refuse = (kind, demand2) => found2.push({ kind, demand: demand2, range: node.range, name, parent, schema, shown: shownValue(node), known: [] });
  const demand = brokenType(schema.type, node);
  if (demand) {
    refuse("type", demand);
    return;
  }
  const items = asSequence(node)?.items;
  const broken = hasLimits(schema) && !holdsUnknown(node, look) ? brokenLimit(schema, node) : void 0;
  if (broken) refuse("limit", broken);
  if (schema.type === "map" && schema.properties) {
    checkMap(node, schema.properties, { range: node.range, name }, look, found2, into);
  }
  if (schema.type === "list" && schema.items) {
    for (const item of items ?? []) into({ node: item, schema: schema.items, name, parent });
  }
}
function branchesOf(entry) {
  return entry?.key === "if" ? asSequence(entry.value)?.items.slice(1, 3) ?? [] : [];
}
function holdsUnknown(node, look) {
  return (asSequence(node)?.items ?? []).some((item) => {
    const scalar = asScalar(item);
    return isCall(item) || scalar !== void 0 && (isTemplatedValue(scalar.text) || look.isFilledIn(scalar.text));
  });
}
function brokenType(type, node) {
  const found2 = resolve(node);
  if (type === "any" || !found2) return void 0;
  if (type === "map") return found2.kind === "mapping" ? void 0 : "must be a map";
  if (type === "list") return found2.kind === "sequence" ? void 0 : "must be a list";
  if (found2.kind !== "scalar") return DEMANDS[type];
  return isFine(type, found2) ? void 0 : DEMANDS[type];
}
function isFine(type, { value, text }) {
  switch (type) {
    case "string":
      return typeof value !== "number" || !isFloat(text);
    case "integer":
      return typeof value !== "string" || isIntegerText(value);
    case "number":
      return typeof value !== "string" || isNumberText(value);
    case "boolean":
      return typeof value === "boolean" || typeof value === "string" && /^(true|false)$/i.test(value);
  }
}
var DEMANDS = {
  string: "must be a string",
  integer: "must be an integer",
  number: "must be a number",
  boolean: "must be true or false"
};
function shownValue(node) {
  const found2 = resolve(node);
  if (found2?.kind === "sequence") return "a list";
  if (found2?.kind !== "scalar") return "a map";
  const line = found2.text.split("\n", 1)[0] ?? "";
  const short = line.length > 40 ? `${line.slice(0, 40)}\u2026` : line;
  return typeof found2.value === "string" ? `"${short}"` : short;
}

// src/definitions/heat/property-rules.ts
var VERSION2 = "heat_template_version: 2018-08-31\n";
var subnet = (properties) => `${VERSION2}resources:
  network: { type: OS::Neutron::Net }
  subnet:
    type: OS::Neutron::Subnet
    properties:
${properties.replace(/^/gm, "      ")}
`;
var GOOD7 = subnet("network: { get_resource: network }\ncidr: 192.0.2.0/24");
var found = /* @__PURE__ */ new WeakMap();
function misfits(template8) {
  const known = found.get(template8);
  if (known) return known;
  const all = template8.uses.flatMap((use) => misfitsOfUse(template8, use));
  found.set(template8, all);
  return all;
}
function misfitsOfUse(template8, use) {
  const { resolved, properties, entry, type, placeholder } = use;
  const schemas = schemasOf(template8, use);
  if (!schemas || !type || isExternal(use)) return [];
  return misfitsOf(properties?.value, {
    schemas,
    filled: resolved.what === "heat" ? resolved.type.filled : /* @__PURE__ */ new Map(),
    owner: properties?.keyRange ?? (placeholder === void 0 ? entry.keyRange : type.range),
    isFilledIn: (text) => placeholder !== void 0 && placeholder !== "" && text.includes(placeholder)
  }).map((misfit) => ({ ...misfit, owner: type.text }));
}
function schemasOf(template8, { resolved }) {
  if (resolved.what === "heat") return resolved.type.properties;
  if (resolved.what !== "template") return void 0;
  const schemas = propertiesOf(resolved.template.parameters);
  for (const name of template8.folder.environments.defaults) {
    const schema = schemas.get(name);
    if (schema) schemas.set(name, { ...schema, required: false });
  }
  return schemas;
}
function called({ name, parent, owner }) {
  return parent === void 0 ? `"${name}" of ${owner}` : `"${name}" in "${parent}" of ${owner}`;
}
function rule(kinds, page, say) {
  return {
    ...page,
    *check(template8) {
      for (const misfit of misfits(template8)) {
        if (kinds.includes(misfit.kind)) yield { file: template8.path, range: misfit.range, ...say(misfit) };
      }
    }
  };
}
var unknownProperty = rule(
  ["unknown"],
  {
    id: "heat/unknown-property",
    severity: "error",
    summary: "a resource has a property that its type does not have",
    help: "Heat refuses a resource with a property that its type does not have. For a resource whose type is another template, the properties are the parameters of that template.",
    example: {
      bad: subnet("network: { get_resource: network }\ncidr: 192.0.2.0/24\ngateway: 192.0.2.1"),
      good: GOOD7
    }
  },
  ({ name, parent, owner, known, schema }) => {
    const near = nearest(name, known);
    const what = parent === void 0 ? `${owner} has no property` : `"${parent}" of ${owner} has no key`;
    return {
      message: schema?.unimplemented ? `Heat never built "${name}" of ${owner}.` : `${what} "${name}".`,
      help: near && !schema ? `Did you mean "${near}"?` : `Known here: ${shortList(known)}.`
    };
  }
);
var missingProperty = rule(
  ["missing"],
  {
    id: "heat/missing-property",
    severity: "error",
    summary: "a resource lacks a property that its type needs",
    help: "Heat refuses to create a resource without the properties that its type requires. For a resource whose type is another template, these are the parameters of that template that have no default.",
    example: { bad: subnet("cidr: 192.0.2.0/24"), good: GOOD7 }
  },
  ({ name, parent, owner, schema }) => ({
    message: parent === void 0 ? `${owner} needs "${name}".` : `"${parent}" of ${owner} needs "${name}".`,
    help: `Add  ${name}: \u2026  (${schema?.type === "any" ? "any value" : schema?.type}).`
  })
);
var wrongPropertyType = rule(
  ["type"],
  {
    id: "heat/wrong-property-type",
    severity: "error",
    summary: "a property has a value of a type that Heat does not take",
    help: 'Heat turns a value into the type of its property where it can: a number into a string, the text "5" into an integer. What it cannot turn makes the creation of the stack fail.',
    example: {
      bad: subnet('network: { get_resource: network }\ncidr: 192.0.2.0/24\nenable_dhcp: "yes"'),
      good: GOOD7
    }
  },
  (misfit) => ({
    message: `${called(misfit)} ${misfit.demand}, not ${misfit.shown}.`,
    help: misfit.demand === "must be a string" && !misfit.shown.startsWith("a ") ? "Write it in quotes." : "Write such a value."
  })
);
var propertyConstraint = rule(
  ["limit"],
  {
    id: "heat/property-constraint",
    severity: "error",
    summary: "a property has a value that its type does not allow",
    help: "Heat holds the value of a property to the allowed values, limits and formats of its type before it creates anything, and refuses the stack when one does not fit.",
    example: {
      bad: subnet("network: { get_resource: network }\ncidr: 192.0.2.0/24\nip_version: 5"),
      good: GOOD7
    }
  },
  (misfit) => ({
    message: `${called(misfit)} ${misfit.demand}, not ${misfit.shown}.`,
    help: "Write a value that is allowed."
  })
);
var deprecatedProperty = rule(
  ["old"],
  {
    id: "heat/deprecated-property",
    severity: "warning",
    summary: "a property is deprecated",
    help: "Heat still takes a deprecated property, but no longer tests or documents it, and may stop to. Most of them have a successor of another name.",
    example: { bad: subnet("network_id: { get_resource: network }\ncidr: 192.0.2.0/24"), good: GOOD7 }
  },
  (misfit) => {
    const { schema } = misfit;
    const [instead] = schema?.instead ?? [];
    const since = schema?.deprecated_in ?? schema?.since;
    return {
      message: `${called(misfit)} is deprecated${since ? ` since ${sinceName(since)}` : ""}.`,
      help: instead ? `Use "${instead}" instead.` : "Remove it, or use what replaced it."
    };
  }
);
function sinceName(version) {
  return `Heat ${version.trim()}`;
}
function shortList(names) {
  if (names.length === 0) return "none";
  return names.length > 15 ? `${names.slice(0, 15).join(", ")}\u2026` : names.join(", ");
}
var propertyRules = [
  unknownProperty,
  missingProperty,
  wrongPropertyType,
  propertyConstraint,
  deprecatedProperty
];

// src/definitions/heat/references.ts
var PSEUDO_PARAMETERS = ["OS::stack_name", "OS::stack_id", "OS::project_id"];
var NAMING = /* @__PURE__ */ new Set(["get_param", "get_resource", "get_attr", "if"]);
function* referencesOf(template8) {
  for (const call of template8.calls) {
    const named2 = NAMING.has(call.name) ? namedBy(call) : void 0;
    if (!named2) continue;
    if (call.name === "get_param") yield { what: "parameter", ...named2 };
    if (call.name === "get_resource" || call.name === "get_attr") yield { what: "resource", ...named2 };
    if (call.name === "if" && template8.language?.hasConditions && asSequence(call.entry.value)) {
      yield* conditionNamed(named2.node);
    }
  }
  for (const { value } of template8.resources) {
    const needed = childOf(value, "depends_on");
    for (const node of asSequence(needed)?.items ?? (needed ? [needed] : [])) {
      const scalar = asScalar(node);
      if (scalar?.text) yield { what: "resource", name: scalar.text, node };
    }
  }
  if (!template8.language?.hasConditions) return;
  for (const { value } of [...template8.resources, ...template8.outputs])
    yield* conditionNamed(childOf(value, "condition"));
  for (const { value } of template8.conditions) {
    for (const node of conditionsIn(value)) yield { what: "condition", name: node.text, node };
  }
}
function* conditionNamed(node) {
  const scalar = asScalar(node);
  if (node && typeof scalar?.value === "string") yield { what: "condition", name: scalar.text, node };
}
var undefinedReference = {
  id: "heat/undefined-reference",
  severity: "error",
  summary: "a parameter, resource or condition is used that the template does not define",
  help: "Heat refuses the whole template when get_param, get_resource, get_attr, depends_on, if or condition names something that the template does not define. The three parameters OS::stack_name, OS::stack_id and OS::project_id are always there.",
  example: {
    bad: `heat_template_version: 2018-08-31
parameters:
  image: { type: string }
resources:
  server:
    type: OS::Nova::Server
    properties:
      image: { get_param: imgae }
      flavor: { get_param: image }
`,
    good: `heat_template_version: 2018-08-31
parameters:
  image: { type: string }
resources:
  server:
    type: OS::Nova::Server
    properties:
      image: { get_param: image }
      flavor: small
`
  },
  *check(template8) {
    const keysOf = (entries) => new Set(entries.map(({ key }) => key));
    const defined = {
      parameter: /* @__PURE__ */ new Set([...keysOf(template8.parameters), ...PSEUDO_PARAMETERS]),
      resource: keysOf(template8.resources),
      condition: keysOf(template8.conditions)
    };
    for (const { what, name, node } of referencesOf(template8)) {
      if (defined[what].has(name)) continue;
      const near = nearest(name, defined[what]);
      yield {
        file: template8.path,
        range: node.range,
        message: `There is no ${what} "${name}".`,
        help: near ? `Did you mean "${near}"?` : `Define "${name}" under ${what}s, or remove this reference.`
      };
    }
  }
};
var unusedParameter = {
  id: "heat/unused-parameter",
  severity: "notice",
  summary: "a parameter is declared and never used",
  help: "Whoever creates the stack is asked for a value that changes nothing. It is often the trace of a get_param that was lost. Keep it on purpose only where a set of templates must take the same parameters.",
  example: {
    bad: `heat_template_version: 2018-08-31
parameters:
  flavor: { type: string }
resources:
  network: { type: OS::Neutron::Net }
`,
    good: `heat_template_version: 2018-08-31
parameters:
  name: { type: string }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: name } }
`
  },
  check: unusedParameters
};
function* unusedParameters(template8) {
  const used = /* @__PURE__ */ new Set();
  for (const call of template8.calls) {
    if (call.name !== "get_param" && call.name !== "Ref") continue;
    const named2 = namedBy(call);
    if (!named2) return;
    used.add(named2.name);
  }
  for (const { key, keyRange } of template8.parameters) {
    if (used.has(key)) continue;
    yield {
      file: template8.path,
      range: keyRange,
      message: `The parameter "${key}" is never used.`,
      help: "Remove it, or use it with get_param."
    };
  }
}

// src/definitions/heat/resource-rules.ts
var VERSION3 = "heat_template_version: 2018-08-31\n";
var volume = (more) => `${VERSION3}resources:
  data:
    type: OS::Cinder::Volume
    properties: { size: 1 }
    ${more}
`;
var POLICIES = ["Delete", "Retain", "Snapshot"];
var deletionPolicy = {
  id: "heat/deletion-policy",
  severity: "error",
  summary: "a deletion_policy is none that the resource can have",
  help: "deletion_policy is Delete, Retain or Snapshot; in small letters since version 2016-10-14. Snapshot is only for types that can make one: volumes and servers. Heat refuses a template with any other.",
  example: { bad: volume("deletion_policy: Keep"), good: volume("deletion_policy: Retain") },
  *check({ path, uses, language }) {
    const known = language && language.date < CONDITIONS_SINCE ? POLICIES : [...POLICIES, ...POLICIES.map((policy) => policy.toLowerCase())];
    for (const { definition, resolved, placeholder } of uses) {
      const node = childOf(definition, "deletion_policy");
      const scalar = asScalar(node);
      if (!node || placeholder !== void 0 || isCall(node)) continue;
      const name = scalar?.text ?? "";
      const problem5 = (message, help) => ({
        file: path,
        range: node.range,
        message,
        help
      });
      if (!known.includes(name)) {
        const near = nearest(name, known) ?? "Retain";
        yield problem5(`There is no deletion policy "${name}".`, `Write  deletion_policy: ${near}.`);
      } else if (/^snapshot$/i.test(name) && resolved.what === "heat" && !resolved.type.hasSnapshots) {
        yield problem5(`${resolved.type.name} cannot make a snapshot.`, "Use Retain or Delete.");
      }
    }
  }
};
var updatePolicy = {
  id: "heat/update-policy",
  severity: "error",
  summary: "an update_policy has a key that the type of the resource does not have",
  help: "Only groups have an update_policy: rolling_update and batch_create for OS::Heat::ResourceGroup, AutoScalingRollingUpdate for AWS::AutoScaling::AutoScalingGroup. OS::Heat::AutoScalingGroup has its rolling_updates among its properties. Heat refuses a template with any other key.",
  example: {
    bad: group("rolling_updates: { max_batch_size: 2 }"),
    good: group("rolling_update: { max_batch_size: 2 }")
  },
  *check({ path, uses }) {
    for (const { definition, resolved, placeholder, type } of uses) {
      const policy = entryOf(definition, "update_policy");
      if (!policy || resolved.what !== "heat" || placeholder !== void 0 || !resolved.type.properties)
        continue;
      const look = {
        schemas: resolved.type.policy,
        filled: /* @__PURE__ */ new Map(),
        owner: policy.keyRange,
        isFilledIn: () => false
      };
      for (const { kind, name, range: range2, known, demand, shown: shown4 } of misfitsOf(policy.value, look)) {
        if (kind === "old") continue;
        const near = nearest(name, known);
        const hint2 = near ? `Did you mean "${near}"?` : known.length === 0 ? "Remove it." : `Known here: ${known.join(", ")}.`;
        yield {
          file: path,
          range: range2,
          message: kind === "unknown" ? `The update_policy of ${type?.text} has no "${name}".` : `"${name}" in the update_policy of ${type?.text} ${demand || "is missing"}${shown4 && `, not ${shown4}`}.`,
          help: kind === "unknown" ? hint2 : "Write such a value."
        };
      }
    }
  }
};
function group(policy) {
  return `${VERSION3}resources:
  networks:
    type: OS::Heat::ResourceGroup
    update_policy: { ${policy} }
    properties: { count: 2, resource_def: { type: OS::Neutron::Net } }
`;
}
var nameClash = {
  id: "heat/name-clash",
  severity: "error",
  summary: "a resource has the name of a parameter, or a name that Heat does not take",
  help: "Parameters and resources share their names in Heat, and it refuses a template in which a parameter and a resource are called the same. The name of a resource may hold no slash either.",
  example: {
    bad: `${VERSION3}parameters:
  network: { type: string }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: network } }
`,
    good: `${VERSION3}parameters:
  name: { type: string }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: name } }
`
  },
  *check({ path, parameters: parameters2, resources }) {
    const taken = new Set(parameters2.map(({ key }) => key));
    for (const { key, keyRange } of resources) {
      const isTaken = taken.has(key);
      if (!isTaken && !key.includes("/")) continue;
      yield {
        file: path,
        range: keyRange,
        message: isTaken ? `There is a parameter "${key}" too.` : `The name "${key}" holds a slash.`,
        help: "Give the resource another name."
      };
    }
  }
};
var parameterGroup = {
  id: "heat/parameter-group",
  severity: "error",
  summary: "a parameter group lists a parameter that is not there, or that another group has",
  help: "parameter_groups only order parameters for people, but Heat checks them: each group needs a list of parameters, each of them must be declared, and none may stand in two groups.",
  example: {
    bad: `${VERSION3}parameter_groups:
  - parameters: [nme]
parameters:
  name: { type: string }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: name } }
`,
    good: `${VERSION3}parameter_groups:
  - parameters: [name]
parameters:
  name: { type: string }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: name } }
`
  },
  *check({ path, root, parameters: parameters2 }) {
    const declared2 = new Set(parameters2.map(({ key }) => key));
    const grouped2 = /* @__PURE__ */ new Set();
    const groups = childOf(root, "parameter_groups");
    if (groups && !asSequence(groups) && asScalar(groups)?.value !== null) {
      yield {
        file: path,
        range: groups.range,
        message: "parameter_groups is no list.",
        help: "Write each group behind a dash."
      };
    }
    for (const group2 of asSequence(groups)?.items ?? []) {
      const members = childOf(group2, "parameters");
      const names = asSequence(members);
      if (!asMapping(group2) || !names) {
        const range2 = members?.range ?? group2.range;
        yield {
          file: path,
          range: range2,
          message: "This group has no list of parameters.",
          help: "Add  parameters: [NAME]."
        };
        continue;
      }
      for (const item of names.items) {
        const name = asScalar(item)?.text ?? "";
        if (declared2.has(name) && !grouped2.has(name)) {
          grouped2.add(name);
          continue;
        }
        const near = nearest(name, declared2);
        yield {
          file: path,
          range: item.range,
          message: declared2.has(name) ? `"${name}" is in a group already.` : `There is no parameter "${name}".`,
          help: near && !declared2.has(name) ? `Did you mean "${near}"?` : "Remove it from this group."
        };
      }
    }
  }
};
var outputValue = {
  id: "heat/output-value",
  severity: "error",
  summary: "an output has no value",
  help: "Every output needs a value; without it Heat refuses the whole template.",
  example: {
    bad: `${VERSION3}resources:
  network: { type: OS::Neutron::Net }
outputs:
  id: { description: of the network }
`,
    good: `${VERSION3}resources:
  network: { type: OS::Neutron::Net }
outputs:
  id: { value: { get_resource: network } }
`
  },
  *check({ path, outputs }) {
    for (const { key, keyRange, value } of outputs) {
      if (entriesOf(value).some((entry) => entry.key === "value")) continue;
      yield {
        file: path,
        range: keyRange,
        message: `The output "${key}" has no value.`,
        help: "Add  value: \u2026  to it, or remove it."
      };
    }
  }
};
var resourceRules = [deletionPolicy, updatePolicy, nameClash, parameterGroup, outputValue];

// src/definitions/heat/secret-rules.ts
var SECRET = /(^|[_-])(password|passwd|passphrase|secret|private_key|api_key|apikey|auth_token|access_key)($|[_-]?\d*$)|(password|passwd|passphrase)$/i;
var template6 = (more) => `heat_template_version: 2018-08-31
parameters:
  admin_password: { type: string${more} }
resources:
  server:
    type: OS::Nova::Server
    properties:
      flavor: small
      admin_pass: { get_param: admin_password }
      networks: [{ network: web }]
`;
function* secrets({ parameters: parameters2 }) {
  for (const entry of parameters2) {
    const parameter = parameterOf(entry);
    if (parameter.type === "string" && SECRET.test(parameter.name)) yield parameter;
  }
}
var shownSecret = {
  id: "heat/shown-secret",
  severity: "warning",
  summary: "a parameter that looks like a secret is not hidden",
  help: "Heat shows the value of a parameter to everybody who may look at the stack, and stores it in clear text. With hidden: true it shows stars, and encrypts it where encrypt_parameters_and_properties is set.",
  example: { bad: template6(""), good: template6(", hidden: true") },
  *check(subject) {
    for (const { entry, name, isHidden: isHidden2 } of secrets(subject)) {
      if (isHidden2) continue;
      yield {
        file: subject.path,
        range: entry.keyRange,
        message: `The parameter "${name}" looks like a secret and is not hidden.`,
        help: "Add  hidden: true."
      };
    }
  }
};
var secretDefault = {
  id: "heat/secret-default",
  severity: "warning",
  summary: "a parameter that looks like a secret has a default",
  help: "A default stands in the repository for everybody to read, and every stack that nobody gives another value has the same secret. Leave the default out, so that each stack is asked for its own, or let OS::Heat::RandomString make one.",
  example: { bad: template6(", hidden: true, default: linux"), good: template6(", hidden: true") },
  *check(subject) {
    for (const { name, default: given } of secrets(subject)) {
      const scalar = asScalar(given);
      if (!given || !scalar || scalar.text === "" || isTemplatedValue(scalar.text)) continue;
      yield {
        file: subject.path,
        range: given.range,
        message: `The default of "${name}" puts a secret into the repository.`,
        help: "Leave the default out."
      };
    }
  }
};
var secretRules = [shownSecret, secretDefault];

// src/definitions/heat/shape-rule.ts
var VERSION4 = "heat_template_version: 2018-08-31\n";
var SECTIONS = ["parameters", "resources", "outputs", "conditions"];
var PARTS = ["properties", "metadata", "update_policy"];
var wrongShape = {
  id: "heat/wrong-shape",
  severity: "error",
  summary: "a part of a template is no map where Heat wants one",
  help: "The sections of a template, its resources, parameters and outputs, and the properties and metadata of a resource are maps. depends_on is a name or a list of names. Heat refuses anything else, often with a message that names no place.",
  example: {
    bad: `${VERSION4}resources:
  network:
    type: OS::Neutron::Net
    properties: [name, web]
`,
    good: `${VERSION4}resources:
  network:
    type: OS::Neutron::Net
    properties: { name: web }
`
  },
  *check({ path, root, parameters: parameters2, resources, outputs, conditions, language }) {
    for (const name of SECTIONS) {
      const section = childOf(root, name);
      const mayBeEmpty = name !== "conditions" || !language?.hasConditions;
      if (!section || asMapping(section) || mayBeEmpty && isEmpty2(section)) continue;
      yield noMap(path, `The section ${name}`, section);
    }
    for (const { key, value } of [...parameters2, ...outputs]) {
      if (!asMapping(value) && asScalar(value)?.value !== null) yield noMap(path, `"${key}"`, value);
    }
    for (const { key, value } of language?.hasConditions ? conditions : []) {
      if (isCondition(value)) continue;
      const message = `The condition "${key}" is neither true, false nor a function.`;
      yield {
        file: path,
        range: value.range,
        message,
        help: "Write  { equals: [{ get_param: NAME }, VALUE] }."
      };
    }
    for (const { key, value } of resources) {
      if (!asMapping(value)) {
        if (asScalar(value)?.value !== null) yield noMap(path, `The resource "${key}"`, value);
        continue;
      }
      for (const name of PARTS) {
        const part = childOf(value, name);
        if (part && !asMapping(part)) yield noMap(path, `${name} of "${key}"`, part);
      }
      const description = childOf(value, "description");
      if (description && typeof asScalar(description)?.value !== "string") {
        const message = `The description of "${key}" is no text.`;
        yield { file: path, range: description.range, message, help: "Write it in quotes." };
      }
      yield* dependencyProblems(path, value);
    }
  }
};
function isEmpty2(node) {
  const value = asScalar(node)?.value;
  return value === null || value === "" || value === 0 || value === false || asSequence(node)?.items.length === 0;
}
function isCondition(node) {
  const [only, ...others] = entriesOf(node);
  if (only) return others.length === 0 && (ALL_FUNCTIONS.has(only.key) || CONDITION_ONLY.has(only.key));
  const scalar = asScalar(node);
  return typeof scalar?.value === "boolean" || scalar !== void 0 && isTemplatedValue(scalar.text);
}
var CONDITION_ONLY = /* @__PURE__ */ new Set(["equals", "not", "and", "or"]);
function noMap(file, what, { range: range2 }) {
  return { file, range: range2, message: `${what} is no map.`, help: "Write  NAME: value  for each of its members." };
}
function* dependencyProblems(file, resource) {
  const entry = entryOf(resource, "depends_on");
  if (!entry) return;
  for (const node of asSequence(entry.value)?.items ?? [entry.value]) {
    if (typeof asScalar(node)?.value === "string") continue;
    yield {
      file,
      range: node.range,
      message: "depends_on holds something that is no name of a resource.",
      help: "Write the name of a resource, or a list of names."
    };
  }
}

// src/definitions/heat/structure.ts
var SECTIONS2 = [
  "heat_template_version",
  "description",
  "parameter_groups",
  "parameters",
  "resources",
  "outputs"
];
var RESOURCE_KEYS = [
  "type",
  "properties",
  "metadata",
  "depends_on",
  "update_policy",
  "deletion_policy",
  "description"
];
var RESOURCE_KEYS_WITH_CONDITIONS = ["external_id", "condition"];
var OUTPUT_KEYS = ["value", "description"];
var PARAMETER_KEYS = [
  "type",
  "label",
  "description",
  "default",
  "schema",
  "hidden",
  "constraints",
  "immutable"
];
var TAGS_SINCE = "2018-03-02";
var RESOURCE = `resources:
  network:
    type: OS::Neutron::Net
`;
var VERSION5 = "heat_template_version: 2018-08-31\n";
var GOOD8 = VERSION5 + RESOURCE;
function* unknownKeys(path, what, entries, known) {
  for (const { key, keyRange } of entries) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    yield {
      file: path,
      range: keyRange,
      message: `"${key}" is no ${what}.`,
      help: near ? `Did you mean "${near}"?` : `Known here: ${known.join(", ")}.`
    };
  }
}
var unknownSection3 = {
  id: "heat/unknown-section",
  severity: "error",
  summary: "a template has a section that Heat does not know",
  help: "Heat refuses a template with any top-level key other than its sections. conditions exists since version 2016-10-14.",
  example: { bad: `${GOOD8}output:
  id: { value: { get_resource: network } }
`, good: GOOD8 },
  *check({ path, root, language }) {
    const known = [...SECTIONS2, "conditions"];
    yield* unknownKeys(path, "section of a Heat template", entriesOf(root), known);
    const conditions = entryOf(root, "conditions");
    if (!conditions || !language || language.hasConditions) return;
    yield {
      file: path,
      range: conditions.keyRange,
      message: `The version ${language.date} has no section "conditions".`,
      help: `Set heat_template_version to ${CONDITIONS_SINCE} or later.`
    };
  }
};
var unknownResourceKey = {
  id: "heat/unknown-resource-key",
  severity: "error",
  summary: "a resource has a key that Heat does not know",
  help: "Heat refuses a resource with an unknown key. What belongs to the resource itself stands under properties. condition and external_id exist since version 2016-10-14.",
  example: { bad: `${GOOD8}    property: { name: web }
`, good: `${GOOD8}    properties: { name: web }
` },
  *check({ path, resources, language }) {
    if (!language) return;
    const known = language.hasConditions ? [...RESOURCE_KEYS, ...RESOURCE_KEYS_WITH_CONDITIONS] : RESOURCE_KEYS;
    for (const { value } of resources) yield* unknownKeys(path, "key of a resource", entriesOf(value), known);
  }
};
var unknownParameterKey = {
  id: "heat/unknown-parameter-key",
  severity: "error",
  summary: "a parameter has a key that Heat does not know",
  help: "Heat refuses a parameter with an unknown key. Limits on its value stand under constraints.",
  example: {
    bad: `${VERSION5}parameters:
  name: { type: string, defualt: web }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: name } }
`,
    good: `${VERSION5}parameters:
  name: { type: string, default: web }
resources:
  network:
    type: OS::Neutron::Net
    properties: { name: { get_param: name } }
`
  },
  *check({ path, parameters: parameters2, language }) {
    const hasTags = !language || language.date >= TAGS_SINCE;
    const known = hasTags ? [...PARAMETER_KEYS, "tags"] : PARAMETER_KEYS;
    for (const { value } of parameters2)
      yield* unknownKeys(path, "key of a parameter", entriesOf(value), known);
  }
};
var unknownOutputKey = {
  id: "heat/unknown-output-key",
  severity: "warning",
  summary: "an output has a key that Heat does not know",
  help: "Heat reads value, description and, since version 2016-10-14, condition of an output. It passes over any other key without a word, so what that says is lost.",
  example: {
    bad: `${GOOD8}outputs:
  id: { value: { get_resource: network }, descriptoin: of the network }
`,
    good: `${GOOD8}outputs:
  id: { value: { get_resource: network }, description: of the network }
`
  },
  *check({ path, outputs, language }) {
    const hasConditions = !language || language.hasConditions;
    const known = hasConditions ? [...OUTPUT_KEYS, "condition"] : OUTPUT_KEYS;
    for (const { value } of outputs) yield* unknownKeys(path, "key of an output", entriesOf(value), known);
  }
};
var missingType = {
  id: "heat/missing-type",
  severity: "error",
  summary: "a resource or parameter has no type",
  help: "Every resource and every parameter needs a type, which is a name; without it Heat refuses the whole template.",
  example: { bad: `${VERSION5}resources:
  network:
    properties: { name: web }
`, good: GOOD8 },
  *check({ path, parameters: parameters2, resources }) {
    for (const [what, entries, hint2] of [
      ["resource", resources, "OS::Nova::Server"],
      ["parameter", parameters2, "string"]
    ]) {
      for (const { key, keyRange, value } of entries) {
        const type = childOf(value, "type");
        const scalar = asScalar(type);
        const isName2 = typeof scalar?.value === "string" && scalar.text !== "";
        if (type && (isName2 || what === "parameter")) continue;
        yield {
          file: path,
          range: type?.range ?? keyRange,
          message: `The ${what} "${key}" has no type${type && scalar?.value !== null ? " that is a name" : ""}.`,
          help: `Add one, for example  type: ${hint2}.`
        };
      }
    }
  }
};
var structureRules = [
  unknownSection3,
  unknownResourceKey,
  unknownParameterKey,
  unknownOutputKey,
  missingType
];

// src/definitions/heat/type-rules.ts
var import_fastest_levenshtein3 = __toESM(require_mod(), 1);
var template7 = (type, more = "") => `heat_template_version: 2018-08-31
resources:
  web:
    type: ${type}
${more}`;
var unknownResourceType = {
  id: "heat/unknown-resource-type",
  severity: "error",
  summary: "a resource has a type that Heat does not have",
  help: "Heat refuses a template with a resource type that it does not have. A type is one of Heat itself, a template (a file that ends with .yaml or .template), or a name that an environment maps to one of them. A type of a namespace that Heat does not know is left alone: an environment elsewhere or a plugin may bring it.",
  example: { bad: template7("OS::Neutron::Nett"), good: template7("OS::Neutron::Net") },
  *check({ path, uses, folder }) {
    for (const { type, resolved } of uses) {
      if (!type || resolved.what !== "none") continue;
      if (/\.(yml|hot|json)$/i.test(type.text)) {
        yield otherExtension(path, type);
        continue;
      }
      const near = meantType(type.text, folder.facts);
      const longer = near ?? longerType(type.text, folder.facts);
      const namespace = namespaceOf(type.text);
      if (!near && !folder.facts.namespaces.has(namespace)) continue;
      yield {
        file: path,
        range: type.range,
        // what Heat does not have, a plugin of the cloud may
        ...near ? {} : { severity: "warning" },
        message: `Heat has no resource type "${type.text}".`,
        help: longer ? `Did you mean "${longer}"?` : `Use one of the types in ${namespace}, or map this one in an environment.`
      };
    }
  }
};
function otherExtension(file, { text, range: range2 }) {
  return {
    file,
    range: range2,
    message: `Heat takes no file for a template that is called "${text}".`,
    help: "Let the name of the template end with .yaml or .template."
  };
}
function meantType(type, facts) {
  const namespace = namespaceOf(type);
  const last = type.slice(namespace.length + 2);
  if (facts.namespaces.has(namespace)) {
    const siblings = facts.names.filter((name) => namespaceOf(name) === namespace);
    const lasts = siblings.map((name) => name.slice(namespace.length + 2));
    const near = nearest(last, lasts);
    return near && `${namespace}::${near}`;
  }
  return facts.names.find((name) => {
    const other = namespaceOf(name);
    return name.slice(other.length + 2) === last && (0, import_fastest_levenshtein3.distance)(other.toLowerCase(), namespace.toLowerCase()) <= 2;
  });
}
function longerType(type, facts) {
  const namespace = namespaceOf(type);
  return facts.names.find((name) => namespaceOf(name) === namespace && type.startsWith(name));
}
var removedResourceType = {
  id: "heat/removed-resource-type",
  severity: "error",
  summary: "a resource has a type for which Heat creates nothing any more",
  help: "Heat keeps the names of types that it removed, so that old stacks can still be deleted. It accepts a new resource of such a type, calls it complete, and creates nothing. When no release is said, this is a warning, since it is only known for the newest one.",
  example: {
    bad: {
      "release.yml": 'openstack_release: "2026.2"\n',
      "template.yaml": template7("OS::Designate::Domain")
    },
    good: template7(
      "OS::Designate::Zone",
      "    properties: { name: example.org., email: admin@example.org }\n"
    )
  },
  *check(subject) {
    const isAssumed = subject.folder.facts.facts.isAssumed;
    for (const [use, type] of oldTypes(subject, true)) {
      yield {
        ...problem3(
          subject,
          use,
          type,
          `Heat creates nothing for a resource of type ${use.type?.text}: it was removed.`
        ),
        ...isAssumed ? { severity: "warning" } : {}
      };
    }
  }
};
var deprecatedResourceType = {
  id: "heat/deprecated-resource-type",
  severity: "warning",
  summary: "a resource has a type that is deprecated",
  help: "Heat still takes a deprecated type, but no longer tests or documents it, hides it from the list of types, and removes it in a later release. Move to the type that replaces it.",
  example: {
    bad: template7("OS::Nova::FloatingIP", "    properties: { pool: public }\n"),
    good: template7("OS::Neutron::FloatingIP", "    properties: { floating_network: public }\n")
  },
  *check(subject) {
    for (const [use, type] of oldTypes(subject, false)) {
      const since = type.since ? ` since ${sinceName(type.since)}` : "";
      yield problem3(subject, use, type, `The resource type ${use.type?.text} is ${type.status}${since}.`);
    }
  }
};
function* oldTypes({ uses }, isRemoved) {
  for (const use of uses) {
    if (use.resolved.what !== "heat") continue;
    const { type } = use.resolved;
    const isOld = type.status === "hidden" || type.status === "deprecated";
    if (isOld && type.properties === void 0 === isRemoved) yield [use, type];
  }
}
function problem3({ path }, { type, entry }, old, message) {
  const [instead] = old.instead;
  return {
    file: path,
    range: type?.range ?? entry.keyRange,
    message,
    help: instead ? `Use ${instead} instead.` : "Use what replaced it, or remove the resource."
  };
}
var typeRules = [unknownResourceType, removedResourceType, deprecatedResourceType];

// src/definitions/heat/version-rules.ts
var unknownVersion = {
  id: "heat/unknown-version",
  severity: "error",
  summary: "heat_template_version names no version of Heat",
  help: "Heat refuses a template whose version it does not know. A version is one of a few dates, or the name of the release that brought it.",
  example: {
    bad: "heat_template_version: 2018-08-30\nresources:\n  network: { type: OS::Neutron::Net }\n",
    good: "heat_template_version: 2018-08-31\nresources:\n  network: { type: OS::Neutron::Net }\n"
  },
  *check({ path, version, language }) {
    if (language) return;
    const near = nearest(version.name, VERSION_NAMES);
    yield {
      file: path,
      range: version.range,
      message: `There is no Heat template version "${version.name}".`,
      help: near ? `Did you mean "${near}"?` : `The versions are: ${VERSION_NAMES.join(", ")}.`
    };
  }
};
var functionNotInVersion = {
  id: "heat/function-not-in-version",
  severity: "error",
  summary: "a function is used that the declared version does not have",
  help: "Each version of the language has its own functions. One that was removed makes Heat refuse the template; one that came later is not carried out, and the property gets the function itself as its value. Declare the version that has it.",
  example: {
    bad: `heat_template_version: 2015-10-15
resources:
  network:
    type: OS::Neutron::Net
    properties:
      name: { str_replace_strict: { template: net-name, params: { name: web } } }
`,
    good: `heat_template_version: 2017-02-24
resources:
  network:
    type: OS::Neutron::Net
    properties:
      name: { str_replace_strict: { template: net-name, params: { name: web } } }
`
  },
  *check({ path, calls, language }) {
    if (!language) return;
    for (const call of calls) {
      const why = whyNot(call, language);
      if (why) yield { file: path, range: call.entry.keyRange, ...why };
    }
  }
};
function whyNot({ name, entry }, language) {
  const { since, until } = lifeOf(name);
  if (!language.functions.has(name)) {
    if (until && until <= language.date) {
      return {
        message: `The function ${name} was removed in version ${until}; this template declares ${language.date}.`,
        help: `Use what replaces it: ${REPLACEMENTS2[name] ?? "see the list of HOT functions"}.`
      };
    }
    if (!since || !hasShapeOf(name, entry.value)) return void 0;
    return {
      message: `The function ${name} came with version ${since}; this template declares ${language.date}.`,
      help: `Set heat_template_version to ${since} or later.`
    };
  }
  if (name === "if" && language.date < SHORT_IF_SINCE && asSequence(entry.value)?.items.length === 2) {
    return {
      message: `An if without its else came with version ${SHORT_IF_SINCE}; this template declares ${language.date}.`,
      help: `Write the third value, or set heat_template_version to ${SHORT_IF_SINCE} or later.`
    };
  }
  return void 0;
}
var REPLACEMENTS2 = {
  "Fn::Join": "list_join",
  "Fn::Replace": "str_replace",
  "Fn::ResourceFacade": "resource_facade",
  "Fn::Select": "get_attr or get_param with a path",
  "Fn::Split": "str_split (since 2015-10-15)",
  Ref: "get_param or get_resource"
};
function hasShapeOf(name, args) {
  const shape = SHAPES2[name];
  if (!shape) return true;
  if (typeof shape !== "number")
    return asMapping(args) !== void 0 && shape.every((key) => childOf(args, key));
  const count = asSequence(args)?.items.length;
  return count !== void 0 && count >= shape;
}
var SHAPES2 = {
  contains: 2,
  digest: 2,
  filter: 2,
  if: 2,
  list_concat: 1,
  list_concat_unique: 1,
  make_url: ["scheme"],
  map_merge: 1,
  map_replace: 2,
  repeat: ["template", "for_each"],
  str_replace_strict: ["template", "params"],
  str_replace_vstrict: ["template", "params"],
  str_split: 2,
  yaql: ["expression"]
};
var versionRules = [unknownVersion, functionNotInVersion];

// src/definitions/heat/index.ts
var heatRules = ruleSet({
  kind: "heat",
  exampleFile: "template.yaml",
  rules: [
    ...versionRules,
    ...structureRules,
    wrongShape,
    ...typeRules,
    ...propertyRules,
    unknownAttribute,
    deprecatedAttribute,
    undefinedReference,
    referenceCycle,
    conditionCycle,
    ...parameterRules,
    unusedParameter,
    ...functionRules,
    ...resourceRules,
    ...fileRules,
    ...secretRules,
    ...lifecycleRules,
    openSsh
  ],
  subjects: hotTemplates
});

// src/definitions/kolla_ansible/example.ts
var EXAMPLE4 = `kolla_base_distro: rocky
openstack_release: "2025.1"
kolla_internal_vip_address: 10.10.10.254
keepalived_virtual_router_id: 61
network_interface: eth0
neutron_external_interface: eth1
enable_cinder: true
enable_cinder_backend_lvm: true
`;
function withFiles(files2, globals = EXAMPLE4) {
  return { "etc/kolla/globals.yml": globals, ...files2 };
}

// src/definitions/kolla_ansible/inventory-example.ts
var GROUPS2 = {
  baremetal: "control network compute storage monitoring",
  "tls-backend": "control",
  common: "control network compute storage",
  cron: "common",
  fluentd: "common",
  "kolla-toolbox": "common",
  loadbalancer: "network",
  mariadb: "control",
  rabbitmq: "control",
  memcached: "control",
  keystone: "control",
  glance: "control",
  nova: "control",
  neutron: "network",
  openvswitch: "network compute",
  cinder: "control",
  heat: "control",
  horizon: "control",
  placement: "control",
  iscsid: "compute storage",
  tgtd: "storage",
  "glance-api": "glance",
  "nova-api": "nova",
  "nova-metadata": "nova",
  "nova-conductor": "nova",
  "nova-super-conductor": "nova",
  "nova-novncproxy": "nova",
  "nova-scheduler": "nova",
  "nova-spicehtml5proxy": "nova",
  "nova-compute-ironic": "nova",
  "nova-serialproxy": "nova",
  "neutron-server": "control",
  "neutron-dhcp-agent": "neutron",
  "neutron-l3-agent": "neutron",
  "neutron-metadata-agent": "neutron",
  "cinder-api": "cinder",
  "cinder-backup": "storage",
  "cinder-scheduler": "cinder",
  "cinder-volume": "storage",
  "heat-api": "heat",
  "heat-api-cfn": "heat",
  "heat-engine": "heat",
  "placement-api": "placement"
};
function inventoryExample({
  control = ["c1", "c2", "c3"],
  network = ["n1", "n2"],
  storage = ["s1"],
  without = [],
  rename = {}
}) {
  const hosts = { control, network, storage, compute: ["n3"], monitoring: ["m1"] };
  const parts = Object.entries(hosts).map(([group2, names]) => `[${group2}]
${names.join("\n")}
`);
  for (const [group2, children] of Object.entries(GROUPS2)) {
    if (!without.includes(group2))
      parts.push(`[${rename[group2] ?? group2}:children]
${children.replaceAll(" ", "\n")}
`);
  }
  return parts.join("\n");
}

// src/definitions/kolla_ansible/kolla-inventory.ts
var FEWEST_GROUPS = 12;
function* kollaInventories({ inventories: inventories2, facts }) {
  if (!facts) return;
  for (const inventory of inventories2) {
    let known = 0;
    for (const name of inventory.groups.keys()) if (Object.hasOwn(facts.groups, name)) known++;
    const isWhole2 = ["control", "compute", "network"].every((name) => inventory.groups.has(name));
    if (inventory.isWhole && isWhole2 && known >= FEWEST_GROUPS) yield inventory;
  }
}

// src/definitions/kolla_ansible/problem.ts
function ownSetting({ settings, own: own3 }, ...names) {
  for (const name of names) {
    const setting = settings.get(name);
    if (setting && own3.has(setting.file)) return setting;
  }
  return void 0;
}
function atValue({ file, range: range2 }, message, help, severity) {
  return { file, range: range2, message, help, ...severity && { severity } };
}
function atKey({ file, keyRange }, message, help, severity) {
  return { file, range: keyRange, message, help, ...severity && { severity } };
}

// src/definitions/kolla_ansible/cluster-rules.ts
var agentHosts = {
  id: "kolla_ansible/agent-hosts",
  severity: "error",
  summary: "highly available network agents have one host",
  help: "enable_neutron_agent_ha runs each router and each DHCP server on two hosts, and `kolla-ansible prechecks` fails when the groups neutron-l3-agent and neutron-dhcp-agent have fewer.",
  example: {
    bad: withFiles(
      { "etc/kolla/multinode": inventoryExample({ network: ["n1"] }) },
      `${EXAMPLE4}enable_neutron_agent_ha: true
`
    ),
    good: withFiles(
      { "etc/kolla/multinode": inventoryExample({ network: ["n1", "n2"] }) },
      `${EXAMPLE4}enable_neutron_agent_ha: true
`
    )
  },
  *check(deployment2) {
    const setting = ownSetting(deployment2, "enable_neutron_agent_ha");
    const { values } = deployment2;
    if (!setting || values.bool("enable_neutron_agent_ha") !== true || values.bool("enable_neutron") === false)
      return;
    for (const inventory of kollaInventories(deployment2)) {
      const few = ["neutron-dhcp-agent", "neutron-l3-agent"].find(
        (group2) => inventory.groups.has(group2) && hostsOf(inventory, group2).size < 2
      );
      if (few === void 0) continue;
      const count = hostsOf(inventory, few).size;
      yield atValue(
        setting,
        `Highly available network agents need two hosts, and ${few} in ${inventory.path} has ${count}.`,
        "Add a host to the group network, or set enable_neutron_agent_ha to no."
      );
      return;
    }
  }
};
var volumeCluster = {
  id: "kolla_ansible/volume-cluster",
  severity: "error",
  summary: "several hosts serve volumes without being a cluster",
  help: "More than one cinder-volume with the same backend has to be a cluster, named by cinder_cluster_name, or two of them work on one volume at a time. `kolla-ansible prechecks` fails since 2024.2; hosts that each have their own disks say so with cinder_cluster_skip_precheck.",
  example: {
    bad: withFiles({ "etc/kolla/multinode": inventoryExample({ storage: ["s1", "s2"] }) }),
    good: withFiles(
      { "etc/kolla/multinode": inventoryExample({ storage: ["s1", "s2"] }) },
      `${EXAMPLE4}cinder_cluster_name: volumes
`
    )
  },
  *check(deployment2) {
    const { values, release } = deployment2;
    const setting = ownSetting(deployment2, "cinder_cluster_name", "enable_cinder");
    if (!setting || !release || isBefore(release.release, "2024.2") || values.bool("enable_cinder") !== true)
      return;
    if (values.bool("cinder_cluster_skip_precheck") !== false || values.text("cinder_cluster_name") !== "")
      return;
    for (const inventory of kollaInventories(deployment2)) {
      const count = hostsOf(inventory, "cinder-volume").size;
      if (count < 2) continue;
      yield atValue(
        setting,
        `The group cinder-volume has ${count} hosts in ${inventory.path}, and cinder_cluster_name is not set.`,
        "Set cinder_cluster_name, or cinder_cluster_skip_precheck when each host has disks of its own.",
        release.isSaid ? void 0 : "warning"
      );
      return;
    }
  }
};
var COORDINATED = [
  {
    on: ["enable_cinder", "cinder_backend_ceph"],
    group: "cinder-volume",
    backend: "cinder_coordination_backend",
    since: "2025.1",
    skip: "skip_cinder_backend_check",
    name: "Cinder with Ceph"
  },
  {
    on: ["enable_masakari"],
    group: "masakari",
    backend: "masakari_coordination_backend",
    since: "2025.2",
    name: "Masakari"
  }
];
var missingCoordination = {
  id: "kolla_ansible/missing-coordination",
  severity: "error",
  summary: "a service on several hosts has nothing to agree through",
  help: "Cinder with Ceph, and Masakari, take locks in Valkey or etcd as soon as they run on more than one host. `kolla-ansible prechecks` fails without. Either one needs hosts in its inventory group: valkey, or etcd.",
  example: {
    bad: withFiles(
      { "etc/kolla/multinode": inventoryExample({ storage: ["s1", "s2"] }) },
      `${EXAMPLE4}cinder_backend_ceph: true
cinder_cluster_name: volumes
`
    ),
    good: withFiles(
      { "etc/kolla/multinode": inventoryExample({ storage: ["s1"] }) },
      `${EXAMPLE4}cinder_backend_ceph: true
`
    )
  },
  *check(deployment2) {
    const { values, release } = deployment2;
    if (!release) return;
    for (const { on, group: group2, backend, since, name, skip } of COORDINATED) {
      const setting = ownSetting(deployment2, backend, ...on);
      if (!setting || isBefore(release.release, since) || !on.every((each) => values.bool(each) === true))
        continue;
      if (values.text(backend) !== "" || skip !== void 0 && values.bool(skip) !== false) continue;
      for (const inventory of kollaInventories(deployment2)) {
        const count = hostsOf(inventory, group2).size;
        if (count < 2) continue;
        yield atValue(
          setting,
          `${name} runs on ${count} hosts in ${inventory.path}, and neither Valkey nor etcd is enabled.`,
          "Set enable_valkey to yes.",
          release.isSaid ? void 0 : "warning"
        );
        break;
      }
    }
  }
};

// src/definitions/facts.ts
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
var loaded = /* @__PURE__ */ new Map();
function shippedFacts(said) {
  return factsOf(said ?? NEWEST_RELEASE, said === void 0);
}
function factsOf(release, isAssumed) {
  return { release, isAssumed, part: (name) => load(name, release) };
}
function load(name, release) {
  const key = `${name}/${release}`;
  if (!loaded.has(key)) loaded.set(key, read2(name, release));
  return loaded.get(key);
}
function read2(name, release) {
  const folder = join(packageRoot(), "data", name);
  const collected = collectedReleases(folder);
  const at = RELEASES.indexOf(release);
  const nearestFirst = [...RELEASES.slice(0, at + 1).reverse(), ...RELEASES.slice(at + 1)];
  const chosen = nearestFirst.find((candidate) => collected.has(candidate));
  if (!chosen) throw new Error(`there are no facts in data/${name}`);
  return JSON.parse(brotliDecompressSync(readFileSync(join(folder, `${chosen}.json.br`))).toString("utf8"));
}
function collectedReleases(folder) {
  return new Set(readdirSync(folder).flatMap((file) => /^(.+)\.json\.br$/.exec(file)?.slice(1) ?? []));
}

// src/definitions/kolla_ansible/facts.ts
function releaseOf(written3, { release, isAssumed }) {
  if (!isAssumed) return { release, isSaid: true };
  const isMoving = written3 !== void 0 && /^(?:master|main)$/.test(written3);
  const said = isMoving ? NEWEST_RELEASE : asRelease(written3 ?? "");
  if (said) return { release: said, isSaid: true };
  return written3 !== void 0 && isOlderRelease(written3) ? void 0 : { release, isSaid: false };
}
function kollaFacts(facts, release) {
  return factsOf2(facts, release).part("kolla_ansible");
}
function kayobeFacts(facts, release) {
  return factsOf2(facts, release).part("kolla_ansible/kayobe");
}
var sets = /* @__PURE__ */ new WeakMap();
function setOf(names) {
  const known = sets.get(names) ?? new Set(names);
  sets.set(names, known);
  return known;
}
var LASTING_DEFAULTS = {
  enable_haproxy: true,
  enable_keepalived: "{{ enable_haproxy | bool }}",
  keepalived_virtual_router_id: "51",
  kolla_enable_tls_external: false,
  kolla_enable_tls_internal: false,
  kolla_external_vip_address: "{{ kolla_internal_vip_address }}",
  network_interface: "eth0",
  neutron_external_interface: "eth1",
  neutron_bridge_name: "br-ex"
};
function factsOf2(facts, release) {
  return release === facts.release ? facts : shippedFacts(release);
}

// src/definitions/kolla_ansible/known-names.ts
var import_fastest_levenshtein4 = __toESM(require_mod(), 1);
var KnownNames = class _KnownNames {
  known;
  lastSeen = /* @__PURE__ */ new Map();
  /** By the name without its `_`. */
  joined = /* @__PURE__ */ new Map();
  toIndex;
  /** By the name with one word left out: the words that stand there. */
  words = /* @__PURE__ */ new Map();
  constructor(facts) {
    const variables = Object.keys(facts.variables);
    this.known = /* @__PURE__ */ new Set([...variables, ...facts.referenced]);
    for (const [release, names] of Object.entries(facts.removed)) {
      for (const name of names) this.lastSeen.set(name, release);
    }
    this.toIndex = variables;
  }
  index(name) {
    if (name.length < SHORTEST) return;
    this.joined.set(name.replaceAll("_", ""), name);
    for (const [gap, word] of gapsOf(name)) {
      const known = this.words.get(gap);
      if (known) known.push(word);
      else this.words.set(gap, [word]);
    }
  }
  static made = /* @__PURE__ */ new WeakMap();
  static of(facts) {
    const made4 = _KnownNames.made.get(facts) ?? new _KnownNames(facts);
    _KnownNames.made.set(facts, made4);
    return made4;
  }
  has(name) {
    return this.known.has(name);
  }
  /** The last release that had a variable of this name, when it is gone. */
  lastRelease(name) {
    return this.lastSeen.get(name);
  }
  /** The switch that has one word less than this one. */
  switchWithin(name) {
    if (!name.startsWith("enable_")) return void 0;
    const words2 = name.split("_");
    for (let at = 2; at < words2.length && words2.length > 3; at++) {
      const shorter = words2.toSpliced(at, 1).join("_");
      if (this.known.has(shorter)) return shorter;
    }
    return void 0;
  }
  /** The variable that was certainly meant: one word of the name is a slip of the pen away from it. */
  meant(name) {
    if (name.length < SHORTEST) return void 0;
    for (const variable of this.toIndex) this.index(variable);
    this.toIndex = [];
    const joined3 = this.joined.get(name.replaceAll("_", ""));
    if (joined3 !== void 0) return joined3;
    for (const [gap, word] of gapsOf(name)) {
      const meant = this.words.get(gap)?.find((candidate) => isSlip3(word, candidate));
      if (meant !== void 0) return gap.replace(GAP, meant);
    }
    return void 0;
  }
};
var SHORTEST = 8;
var LONGEST = 120;
var GAP = "*";
function gapsOf(name) {
  if (name.length > LONGEST) return [];
  const gaps = [];
  for (let start = 0; start <= name.length; ) {
    const next = name.indexOf("_", start);
    const end = next === -1 ? name.length : next;
    gaps.push([name.slice(0, start) + GAP + name.slice(end), name.slice(start, end)]);
    start = end + 1;
  }
  return gaps;
}
function isSlip3(written3, meant) {
  const shorter = Math.min(written3.length, meant.length);
  if (shorter < 4 || Math.abs(written3.length - meant.length) > 2) return false;
  const slips2 = (0, import_fastest_levenshtein4.distance)(written3, meant);
  const isNear3 = slips2 === 1 || slips2 === 2 && (shorter >= 8 || isSwap(written3, meant));
  return isNear3 && written3.replace(/\d+/g, "") !== meant.replace(/\d+/g, "");
}
function isSwap(written3, meant) {
  if (written3.length !== meant.length) return false;
  const at = [...written3].findIndex((letter, index2) => letter !== meant[index2]);
  const swapped = `${written3.slice(0, at)}${written3[at + 1]}${written3[at]}${written3.slice(at + 2)}`;
  return at !== -1 && swapped === meant;
}

// src/definitions/kolla_ansible/jinja.ts
var UNKNOWN = /* @__PURE__ */ Symbol("unknown");
var LONGEST2 = 2e3;
var TOKEN = /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|<=|>=|[|()[\],~<>.+-]))/y;
function evaluate(expression, lookup2) {
  const tokens = tokensOf(expression);
  return tokens ? new Expression(tokens, lookup2).all() ?? UNKNOWN : UNKNOWN;
}
function asBool(value) {
  if (value === UNKNOWN || typeof value === "boolean") return value === UNKNOWN ? void 0 : value;
  if (typeof value === "string") return ["yes", "on", "1", "true"].includes(value.toLowerCase());
  return value === 1;
}
function isTruthy(value) {
  if (value === UNKNOWN) return void 0;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
var split = /* @__PURE__ */ new Map();
var MOST_SPLIT = 1e4;
function tokensOf(expression) {
  const known = split.get(expression);
  if (known) return known;
  if (expression.length > LONGEST2) return void 0;
  const text = expression.trim();
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found2 = TOKEN.exec(text);
    if (!found2) return void 0;
    tokens.push(found2[0].trim());
  }
  if (split.size < MOST_SPLIT) split.set(expression, tokens);
  return tokens;
}
var OPERATORS = ["==", "!=", "in"];
var Expression = class {
  constructor(tokens, lookup2) {
    this.tokens = tokens;
    this.lookup = lookup2;
  }
  tokens;
  lookup;
  at = 0;
  depth = 0;
  all() {
    const value = this.choice();
    return this.at === this.tokens.length ? value : void 0;
  }
  take(expected) {
    if (this.tokens[this.at] !== expected) return false;
    this.at++;
    return true;
  }
  choice() {
    if (++this.depth > 50) return void 0;
    const value = this.either();
    if (value === void 0 || !this.take("if")) return value;
    const condition = this.either();
    const other = this.take("else") ? this.choice() : UNKNOWN;
    if (condition === void 0 || other === void 0) return void 0;
    const isMet = isTruthy(condition);
    if (isMet === void 0) return UNKNOWN;
    return isMet ? value : other;
  }
  either() {
    let value = this.both();
    while (value !== void 0 && this.take("or")) {
      const other = this.both();
      if (other === void 0) return void 0;
      const [left, right] = [isTruthy(value), isTruthy(other)];
      if (left === true) continue;
      if (left === false) value = other;
      else value = right === true ? true : UNKNOWN;
    }
    return value;
  }
  both() {
    let value = this.negation();
    while (value !== void 0 && this.take("and")) {
      const other = this.negation();
      if (other === void 0) return void 0;
      const [left, right] = [isTruthy(value), isTruthy(other)];
      if (left === false) continue;
      if (left === true) value = other;
      else value = right === false ? false : UNKNOWN;
    }
    return value;
  }
  negation() {
    if (!this.take("not")) return this.comparison();
    const value = this.negation();
    if (value === void 0) return void 0;
    const truth = isTruthy(value);
    return truth === void 0 ? UNKNOWN : !truth;
  }
  comparison() {
    const left = this.joined();
    const isNegated = this.take("not");
    const operator = OPERATORS.find((sign) => this.take(sign));
    if (left === void 0 || operator === void 0) return isNegated ? void 0 : left;
    const right = this.joined();
    if (right === void 0) return void 0;
    if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN;
    if (operator === "==") return left === right;
    if (operator === "!=") return left !== right;
    const found2 = isIn(left, right);
    return found2 === void 0 ? UNKNOWN : found2 !== isNegated;
  }
  joined() {
    let value = this.filtered();
    while (value !== void 0 && this.take("~")) {
      const other = this.filtered();
      if (other === void 0) return void 0;
      value = value === UNKNOWN || other === UNKNOWN ? UNKNOWN : `${String(value)}${String(other)}`;
    }
    return value;
  }
  filtered() {
    let value = this.primary();
    while (value !== void 0 && this.take("|")) {
      const name = this.tokens[this.at++];
      if (this.take("(")) return void 0;
      value = applied(name, value);
    }
    return value;
  }
  primary() {
    const token = this.tokens[this.at++];
    if (token === void 0) return void 0;
    if (token === "(") {
      const value = this.choice();
      return this.take(")") ? value : void 0;
    }
    if (token === "[") return this.list();
    if (/^['"]/.test(token)) return token.slice(1, -1);
    if (/^\d/.test(token)) return Number(token);
    if (/^(true|false)$/i.test(token)) return token.toLowerCase() === "true";
    if (!/^[A-Za-z_]/.test(token)) return void 0;
    return [".", "[", "("].some((sign) => this.take(sign)) ? void 0 : this.lookup(token);
  }
  list() {
    const items = [];
    while (!this.take("]")) {
      const item = this.choice();
      if (item === void 0) return void 0;
      items.push(item);
      if (!this.take(",") && this.tokens[this.at] !== "]") return void 0;
    }
    return items;
  }
};
function applied(filter, value) {
  if (value === UNKNOWN) return UNKNOWN;
  if (filter === "bool") return asBool(value) ?? UNKNOWN;
  if (filter === "int" && (typeof value === "number" || typeof value === "string")) return Number(value) || 0;
  if (typeof value !== "string") return UNKNOWN;
  if (filter === "lower") return value.toLowerCase();
  if (filter === "trim") return value.trim();
  return UNKNOWN;
}
function isIn(value, whole) {
  if (typeof whole === "string" && typeof value === "string") return whole.includes(value);
  if (!Array.isArray(whole)) return void 0;
  return whole.includes(value) || (whole.includes(UNKNOWN) ? void 0 : false);
}

// src/definitions/kolla_ansible/template-text.ts
var PART = /\{\{([\s\S]*?)\}\}|\{%-?\s*(if|elif|else|endif)\b([\s\S]*?)-?%\}/g;
var MOST_PARTS = 100;
var LONGEST3 = 2e3;
function rendered(text, lookup2) {
  if (!text.includes("{{") && !text.includes("{%")) return text;
  if (text.length > LONGEST3 || text.includes("{#")) return UNKNOWN;
  const only = onlyExpression(text);
  return only === void 0 ? joined2(text, lookup2) : evaluate(only, lookup2);
}
function onlyExpression(text) {
  const trimmed = text.trim();
  if (!trimmed.startsWith("{{") || trimmed.indexOf("}}", 2) !== trimmed.length - 2) return void 0;
  return trimmed.slice(2, -2);
}
function joined2(text, lookup2) {
  const conditions = [];
  const isShown = () => conditions.every(({ isTaken }) => isTaken);
  let result = "";
  let at = 0;
  let parts = 0;
  for (const { 0: written3, 1: expression, 2: keyword, 3: condition = "", index: index2 } of text.matchAll(PART)) {
    const between = text.slice(at, index2);
    if (between.includes("{%") || ++parts > MOST_PARTS) return UNKNOWN;
    if (isShown()) result += between;
    at = index2 + written3.length;
    if (expression !== void 0) {
      const value = isShown() ? evaluate(expression, lookup2) : "";
      if (typeof value !== "string" && typeof value !== "number") return UNKNOWN;
      result += String(value);
    } else if (!entered(keyword, condition, conditions, lookup2)) return UNKNOWN;
  }
  const rest = text.slice(at);
  return rest.includes("{%") || conditions.length > 0 ? UNKNOWN : result + rest;
}
function entered(keyword, written3, conditions, lookup2) {
  if (keyword === "if") {
    const isMet2 = isTruthy(evaluate(written3, lookup2));
    if (isMet2 === void 0) return false;
    conditions.push({ wasTaken: isMet2, isTaken: isMet2 });
    return true;
  }
  if (keyword === "endif") return conditions.pop() !== void 0;
  const condition = conditions.at(-1);
  if (!condition) return false;
  const isMet = keyword === "else" ? true : isTruthy(evaluate(written3, lookup2));
  if (isMet === void 0) return false;
  condition.isTaken = !condition.wasTaken && isMet;
  condition.wasTaken ||= isMet;
  return true;
}

// src/definitions/kolla_ansible/settings.ts
var made = /* @__PURE__ */ new WeakMap();
function settingsOf(file) {
  const settings = made.get(file) ?? settingsIn(file);
  made.set(file, settings);
  return settings;
}
function settingsIn(file) {
  return entriesOf(rootMapping(file)).flatMap(
    ({ key, keyRange, value }) => key.includes(PLACEHOLDER) ? [] : [
      {
        name: key,
        file: file.path,
        keyRange,
        range: value.range,
        node: value,
        isConditional: file.templated === true
      }
    ]
  );
}
function plainText({ node }) {
  const scalar = asScalar(node);
  if (!scalar || scalar.value === null || scalar.tag?.startsWith("!vault")) return void 0;
  return isTemplatedValue(scalar.text) ? void 0 : scalar.text;
}
var Values = class {
  /**
   * @param settings what the deployment sets
   * @param defaultOf a variable's default; `undefined` when another file may set it
   */
  constructor(settings, defaultOf) {
    this.settings = settings;
    this.defaultOf = defaultOf;
  }
  settings;
  defaultOf;
  found = /* @__PURE__ */ new Map();
  of = (name) => {
    const known = this.found.get(name);
    if (known !== void 0) return known;
    this.found.set(name, UNKNOWN);
    const value = this.worth(name);
    this.found.set(name, value);
    return value;
  };
  bool(name) {
    return asBool(this.of(name));
  }
  /** A value that is a text, or a number written as one. */
  text(name) {
    const value = this.of(name);
    return typeof value === "string" || typeof value === "number" ? String(value) : void 0;
  }
  /** The worth of a text as kolla-ansible writes it. */
  rendered(text) {
    return rendered(text, this.of);
  }
  worth(name) {
    const setting = this.settings.get(name);
    if (setting) return setting.isConditional ? UNKNOWN : this.worthOfNode(setting.node);
    const value = this.defaultOf(name);
    if (value === void 0) return UNKNOWN;
    if (typeof value === "string") return rendered(value, this.of);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? UNKNOWN : value;
  }
  worthOfNode(node) {
    const found2 = resolve(node);
    if (found2?.kind === "sequence")
      return asSequence(found2)?.items.map((item) => this.worthOfItem(item)) ?? UNKNOWN;
    return this.worthOfItem(node);
  }
  worthOfItem(node) {
    const scalar = asScalar(node);
    if (!scalar || scalar.tag?.startsWith("!") || scalar.text.includes(PLACEHOLDER)) return UNKNOWN;
    return typeof scalar.value === "string" ? rendered(scalar.value, this.of) : scalar.value;
  }
};

// src/definitions/kolla_ansible/used-names.ts
var NAME = /[A-Za-z_]\w+/g;
var LONGEST_EXPRESSION = 4e3;
function namesInUse(definitions) {
  const names = /* @__PURE__ */ new Set();
  for (const { kind, text } of definitions) {
    const parts = kind === "ansible" ? [text] : expressionsIn(text);
    for (const part of parts) for (const [name] of part.matchAll(NAME)) names.add(name);
  }
  return names;
}
function* expressionsIn(text) {
  let at = 0;
  for (; ; ) {
    const opening = text.indexOf("{", at);
    if (opening === -1) return;
    const kind = text[opening + 1];
    at = opening + 1;
    if (kind !== "{" && kind !== "%") continue;
    const closing = text.indexOf(kind === "{" ? "}}" : "%}", opening);
    if (closing === -1) return;
    if (closing - opening < LONGEST_EXPRESSION) yield text.slice(opening + 2, closing);
    at = closing;
  }
}

// src/definitions/kolla_ansible/shared.ts
var Shared = class {
  constructor(definitions, context, below, roots) {
    this.definitions = definitions;
    this.context = context;
    this.below = below;
    this.roots = roots;
  }
  definitions;
  context;
  below;
  roots;
  used;
  vars;
  owned;
  namesInUse = () => {
    this.used ??= namesInUse(this.definitions);
    return this.used;
  };
  /** The inventories that are nearer to this deployment's folder than to any other's. */
  inventoriesOf(root) {
    this.owned ??= byOwner(this.inventories(), this.roots);
    return this.owned.get(root) ?? [];
  }
  inventories() {
    return inventories(this.definitions, this.context.files);
  }
  /** Variables that an inventory or its group_vars and host_vars set. */
  inventoryVars() {
    if (this.vars) return this.vars;
    const vars = /* @__PURE__ */ new Set();
    for (const { groups, hosts } of this.inventories()) {
      for (const group2 of groups.values()) for (const name of group2.vars.keys()) vars.add(name);
      for (const host of hosts.values()) for (const name of host.vars.keys()) vars.add(name);
    }
    for (const definition of this.definitions) {
      if (!isVars(definition.path)) continue;
      for (const { name } of settingsOf(definition)) vars.add(name);
    }
    this.vars = vars;
    return vars;
  }
};
function filesBelow(files2, folders3) {
  const below = new Map([...folders3].map((folder) => [folder, []]));
  for (const path of files2) {
    for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) {
      below.get(path.slice(0, at + 1))?.push(path);
    }
  }
  return below;
}
function byOwner(found2, roots) {
  const owners = /* @__PURE__ */ new Map();
  for (const root of roots) {
    for (const folder of foldersOf(root)) owners.set(folder, owners.has(folder) ? void 0 : root);
  }
  const owned = /* @__PURE__ */ new Map();
  for (const inventory of found2) {
    const nearest2 = foldersOf(`${inventory.path}/`).findLast((folder) => owners.has(folder));
    const owner = nearest2 === void 0 ? void 0 : owners.get(nearest2);
    if (owner === void 0) continue;
    const known = owned.get(owner);
    if (known) known.push(inventory);
    else owned.set(owner, [inventory]);
  }
  return owned;
}
function foldersOf(path) {
  const folders3 = [""];
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1))
    folders3.push(path.slice(0, at + 1));
  return folders3;
}

// src/definitions/kolla_ansible/deployment.ts
function deployments(definitions, context) {
  const groups = grouped(definitions);
  if (groups.size === 0) return [];
  const folders3 = [...groups.values()].flatMap(({ place }) => [
    overridesFolder(place),
    place.root,
    `${place.root}globals.d/`
  ]);
  const roots = new Set([...groups.values()].map(({ place }) => place.root).filter((root) => !isLoose(root)));
  const shared = new Shared(definitions, context, filesBelow(context.files, new Set(folders3)), roots);
  const all = [];
  for (const group2 of groups.values()) {
    const { layout, root, environment } = group2.place;
    const base = environment === void 0 ? void 0 : groups.get(keyOf({ layout, root, environment: void 0 }));
    all.push(built(group2, base?.files ?? [], shared, all));
  }
  return all;
}
function grouped(definitions) {
  const groups = /* @__PURE__ */ new Map();
  for (const definition of definitions) {
    if (definition.kind !== "kolla_ansible") continue;
    const place = placeOf(definition.path) ?? elsewhere(definition.path);
    const group2 = groups.get(keyOf(place)) ?? { place, files: [] };
    groups.set(keyOf(place), group2);
    group2.files.push({ file: definition, place });
  }
  for (const { files: files2 } of groups.values()) files2.sort(inOrder);
  return groups;
}
var LOOSE = "#";
function isLoose(root) {
  return root.endsWith(LOOSE);
}
function elsewhere(path) {
  return { layout: "kolla", root: `${path}${LOOSE}`, environment: void 0, part: "globals", isPart: true };
}
function keyOf({ layout, root, environment = "" }) {
  return [layout, root, environment].join("\n");
}
function built({ place, files: files2 }, base, shared, all) {
  const variables = [...base, ...files2].filter(({ place: { part } }) => part !== "passwords");
  const written3 = settingsOfPart(variables, "globals");
  const kayobe = settingsOfPart(variables, "kayobe");
  const settings = new Map(written3.map((setting) => [setting.name, setting]));
  const own3 = new Set(files2.map(({ file }) => file.path));
  const release = releaseOf(writtenRelease(variables), shared.context.facts);
  const facts = release && kollaFacts(shared.context.facts, release.release);
  const isWhole2 = isSelfContained(place, variables, shared.below.get(`${place.root}globals.d/`) ?? []);
  const folder = overridesFolder(place);
  return {
    path: (files2.find(({ place: { part } }) => part !== "passwords") ?? files2[0])?.file.path ?? "",
    layout: place.layout,
    own: own3,
    written: written3.filter(({ file }) => own3.has(file)),
    settings,
    kayobe: kayobe.filter(({ file }) => own3.has(file)),
    inherited: kayobe.filter(({ file }) => !own3.has(file)),
    values: new Values(withKayobe(settings, kayobe), (name) => {
      if (!isWhole2 || shared.inventoryVars().has(name)) return void 0;
      const defaults = facts?.variables ?? LASTING_DEFAULTS;
      return Object.hasOwn(defaults, name) ? defaults[name] : void 0;
    }),
    release,
    facts,
    names: facts && KnownNames.of(facts),
    kayobeNames: release && place.layout === "kayobe" ? KnownNames.of(kayobeFacts(shared.context.facts, release.release)) : void 0,
    passwords: settingsOfPart(files2, "passwords"),
    overrides: { folder, files: shared.below.get(folder) ?? [] },
    beside: {
      folder: place.root,
      files: /(^|\/)kolla\/$/.test(place.root) && shared.below.get(place.root) || []
    },
    get inventories() {
      return place.layout === "kolla" ? shared.inventoriesOf(place.root) : [];
    },
    namesInUse: shared.namesInUse,
    all
  };
}
function inOrder(a, b) {
  return Number(a.place.isPart) - Number(b.place.isPart) || (a.file.path < b.file.path ? -1 : 1);
}
function settingsOfPart(files2, part) {
  return files2.flatMap(({ file, place }) => place.part === part ? settingsOf(file) : []);
}
function withKayobe(settings, kayobe) {
  if (kayobe.length === 0) return settings;
  const made4 = kayobe.flatMap((setting) => {
    const name = /^kolla_(enable_(?!tls_)\w+)$/.exec(setting.name)?.[1] ?? setting.name;
    return [[name, setting]];
  });
  return new Map([...made4, ...settings]);
}
function writtenRelease(files2) {
  let release;
  for (const { file, place } of files2) {
    for (const setting of settingsOf(file)) {
      const isVersion = setting.name === "openstack_version" && place.part === "manager";
      if (setting.name === "openstack_release" || isVersion) release = plainText(setting) ?? release;
    }
  }
  return release;
}
function isSelfContained({ layout, root }, files2, parts) {
  if (layout !== "kolla" || isLoose(root)) return false;
  const read3 = new Set(files2.map(({ file }) => file.path));
  if (![`${root}globals.yml`, `${root}globals.yaml`].some((path) => read3.has(path))) return false;
  if (files2.some(({ file }) => file.templated || !rootMapping(file))) return false;
  return parts.every((path) => read3.has(path) || !/\.(ya?ml|json)$/.test(path));
}

// src/definitions/kolla_ansible/inventory-rules.ts
var MOST_NAMED = 5;
function bad(change) {
  return withFiles({ "etc/kolla/multinode": inventoryExample(change) });
}
var missingGroup = {
  id: "kolla_ansible/missing-group",
  severity: "error",
  summary: "the inventory has no group for a service that is enabled",
  help: "Every container has a group in the inventory on whose hosts it runs, and a release brings new ones. A group that is missing is empty: its service is deployed nowhere, or a template that asks for its hosts stops the deployment. Compare the inventory with the release's own ansible/inventory/multinode at every upgrade.",
  example: { bad: bad({ without: ["nova-conductor"] }), good: bad({}) },
  *check(deployment2) {
    const { release } = deployment2;
    if (!release) return;
    let needed;
    for (const inventory of kollaInventories(deployment2)) {
      needed ??= neededGroups(deployment2);
      const missing4 = [...needed.keys()].filter((group2) => !inventory.groups.has(group2));
      const [first] = missing4;
      if (first === void 0) continue;
      const names = missing4.slice(0, MOST_NAMED).join(", ");
      const more = missing4.length > MOST_NAMED ? ` and ${missing4.length - MOST_NAMED} more` : "";
      yield {
        ...placeOf5(inventory),
        message: missing4.length === 1 ? `The inventory has no group "${first}", in which ${needed.get(first)} runs.` : `The inventory lacks ${missing4.length} groups of services that are enabled: ${names}${more}.`,
        help: `Add ${missing4.length === 1 ? "it as" : "them as"} in the inventory multinode of ${release.release}.`,
        ...release.isSaid ? {} : { severity: "warning" }
      };
    }
  }
};
function neededGroups(deployment2) {
  const needed = /* @__PURE__ */ new Map();
  const { facts, values } = deployment2;
  if (!facts) return needed;
  for (const [service, { group: group2, role, enabled }] of Object.entries(facts.services)) {
    if (group2 === "all" || group2 === "loadbalancer" || needed.has(group2)) continue;
    const isEnabled = typeof enabled === "boolean" ? enabled : isOn(deployment2, enabled);
    if (isEnabled && Object.hasOwn(facts.groups, group2) && values.bool(switchOf(role)) === true)
      needed.set(group2, service);
  }
  return needed;
}
function isOn({ values }, enabled) {
  const value = values.rendered(enabled);
  return value === true || typeof value === "string" && /^(yes|true|on|1)$/i.test(value);
}
function switchOf(role) {
  return `enable_${role === "nova_cell" ? "nova" : role}`;
}
function placeOf5(inventory, group2 = "control") {
  const { file, range: range2 } = inventory.groups.get(group2) ?? { file: inventory.path, range: FILE_START };
  return { file, range: range2 };
}
var FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
var renamedGroup = {
  id: "kolla_ansible/renamed-group",
  severity: "error",
  summary: "the inventory has the group haproxy and not loadbalancer",
  help: "The group haproxy is called loadbalancer since Xena. Without it, or when it is empty, `kolla-ansible prechecks` fails.",
  example: { bad: bad({ rename: { loadbalancer: "haproxy" } }), good: bad({}) },
  *check(deployment2) {
    const { values, release } = deployment2;
    if (values.bool("enable_loadbalancer") === false) return;
    for (const inventory of kollaInventories(deployment2)) {
      const old = inventory.groups.get("haproxy");
      if (!old || inventory.groups.has("loadbalancer")) continue;
      yield {
        file: old.file,
        range: old.range,
        message: "The group haproxy is called loadbalancer since Xena.",
        help: "Rename it, here and wherever it is a child.",
        ...release?.isSaid ? {} : { severity: "warning" }
      };
    }
  }
};
var evenControl = {
  id: "kolla_ansible/even-control",
  severity: "warning",
  summary: "the database or the message queue has an even number of members",
  help: "MariaDB and RabbitMQ go on as long as more than half of their members see each other. With two members, or four, a cut in the middle leaves no half that may go on: two members survive less than one does. Use one, three or five hosts.",
  example: { bad: bad({ control: ["c1", "c2"] }), good: bad({ control: ["c1", "c2", "c3"] }) },
  *check(deployment2) {
    for (const inventory of kollaInventories(deployment2)) {
      for (const [group2, what] of CLUSTERS) {
        const count = hostsOf(inventory, group2).size;
        if (count === 0 || count % 2 === 1) continue;
        yield {
          ...placeOf5(inventory, hostsOf(inventory, "control").size === count ? "control" : group2),
          message: `The ${what} has ${count} members: when they lose sight of each other, none of the halves goes on.`,
          help: "Use an odd number of hosts, for example three."
        };
        break;
      }
    }
  }
};
var CLUSTERS = [
  ["mariadb", "database"],
  ["rabbitmq", "message queue"]
];
var vipOfHost = {
  id: "kolla_ansible/vip-of-host",
  severity: "error",
  summary: "the virtual address is the address of a host",
  help: "Keepalived adds the virtual address to the host that holds it. An address that a host already has is in use for ever: it cannot move, and `kolla-ansible prechecks` fails because something answers there. Use a free address of the network; a single host without HAProxy and Keepalived may use its own.",
  example: {
    bad: withFiles({
      "etc/kolla/multinode": inventoryExample({ control: ["c1 ansible_host=10.10.10.254", "c2", "c3"] })
    }),
    good: withFiles({
      "etc/kolla/multinode": inventoryExample({ control: ["c1 ansible_host=10.10.10.11", "c2", "c3"] })
    })
  },
  *check(deployment2) {
    const { values } = deployment2;
    if (values.bool("enable_keepalived") !== true) return;
    const vips = new Map(
      ["kolla_internal_vip_address", "kolla_external_vip_address"].flatMap((name) => {
        const setting = ownSetting(deployment2, name);
        const address = values.text(name);
        return setting && address ? [[address, setting]] : [];
      })
    );
    for (const inventory of kollaInventories(deployment2)) {
      for (const host of inventory.hosts.values()) {
        const setting = vips.get(host.vars.get("ansible_host")?.value ?? host.name);
        if (!setting) continue;
        yield atValue(
          setting,
          `The ${setting.name} is the address of the host "${host.name}" in ${host.file}.`,
          "Use an address that no host has."
        );
      }
    }
  }
};

// src/definitions/openstack_ansible/address.ts
import { isIP as isIP3 } from "node:net";
function parseAddress(text) {
  const family = isIP3(text);
  if (family === 4) return { family: 4, value: bigOf(text.split(".").map(Number), 8n) };
  if (family === 6 && !text.includes("%")) return { family: 6, value: bigOf(groupsOf(text), 16n) };
  return void 0;
}
function bigOf(parts, bits) {
  return parts.reduce((value, part) => value << bits | BigInt(part), 0n);
}
function groupsOf(text) {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  if (dotted) {
    const [, head2 = "", ...octets] = dotted;
    const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number);
    return groupsOf(`${head2}${(a << 8 | b).toString(16)}:${(c << 8 | d).toString(16)}`);
  }
  const [left = "", right] = text.split("::");
  const parse = (half) => half === "" ? [] : half.split(":").map((group2) => Number.parseInt(group2, 16));
  const [head, tail] = [parse(left), parse(right ?? "")];
  return right === void 0 ? head : [...head, ...Array(8 - head.length - tail.length).fill(0), ...tail];
}
function parseNetwork(text) {
  const [base = "", suffix = "", ...rest] = text.split("/");
  const address = parseAddress(base);
  if (!address || rest.length > 0) return void 0;
  const bits = address.family === 4 ? 32 : 128;
  const length = /^\d{1,3}$/.test(suffix) ? Number(suffix) : maskLength(suffix, address.family);
  if (length === void 0 || length > bits) return void 0;
  const hostBits2 = BigInt(bits - length);
  const first = address.value >> hostBits2 << hostBits2;
  const last = first + (1n << hostBits2) - 1n;
  return { first: { ...address, value: first }, last: { ...address, value: last } };
}
function maskLength(text, family) {
  const mask = family === 4 ? parseAddress(text) : void 0;
  const ones = mask && /^(1*)0*$/.exec(mask.value.toString(2).padStart(32, "0"))?.[1];
  return ones?.length;
}
function contains(range2, { family, value }) {
  return range2.first.family === family && range2.first.value <= value && value <= range2.last.value;
}
function overlap(a, b) {
  return a.first.family === b.first.family && a.first.value <= b.last.value && b.first.value <= a.last.value;
}
function sizeOf2({ first, last }) {
  return last.value - first.value + 1n;
}
function writtenNetwork(text) {
  const first = parseNetwork(text)?.first;
  return `${first ? written(first) : ""}/${text.split("/")[1] ?? ""}`;
}
function written({ family, value }) {
  const [count, bits, radix, separator] = family === 4 ? [4, 8n, 10, "."] : [8, 16n, 16, ":"];
  const parts = Array.from({ length: count }, (_, index2) => {
    const shift = BigInt(count - 1 - index2) * bits;
    return (value >> shift & (1n << bits) - 1n).toString(radix);
  });
  return parts.join(separator).replace(/(?:(?:^|:)0){2,}(?::|$)/, "::");
}

// src/definitions/kolla_ansible/kayobe-rules.ts
var ADDRESS = /^(\w+?)_(vip_address|gateway|(?:inspection_|neutron_)?allocation_pool_(?:start|end)|(?:inspection|neutron)_gateway)$/;
var NETWORKS = `internal_cidr: 192.168.37.0/24
internal_allocation_pool_start: 192.168.37.3
internal_allocation_pool_end: 192.168.37.254
internal_vip_address: 192.168.37.2
`;
var outsideNetwork = {
  id: "kolla_ansible/outside-network",
  severity: "error",
  summary: "a network's own address lies outside of it",
  help: "Kayobe takes the addresses of hosts from a network's allocation pool and writes its gateway into their routes: a pool or a gateway outside of the network's cidr cannot work. A virtual address outside of it only works where somebody routes it to the hosts, so that one is a warning.",
  example: {
    bad: { "etc/kayobe/networks.yml": NETWORKS.replace("end: 192.168.37.254", "end: 192.168.73.254") },
    good: { "etc/kayobe/networks.yml": NETWORKS }
  },
  *check(deployment2) {
    const { kayobe, inherited } = deployment2;
    if (kayobe.length === 0) return;
    const all = new Map([...inherited, ...kayobe].map((setting) => [setting.name, setting]));
    for (const setting of kayobe) {
      const [, network, what] = ADDRESS.exec(setting.name) ?? [];
      const cidr = all.get(`${network}_cidr`);
      const range2 = parseNetwork(textOf3(deployment2, cidr) ?? "");
      const text = textOf3(deployment2, setting);
      const address = text === void 0 ? void 0 : parseAddress(text);
      if (!range2 || !address || all.get(setting.name) !== setting || contains(range2, address)) continue;
      yield atValue(
        setting,
        `The ${setting.name} ${text} lies outside of ${network}_cidr, ${textOf3(deployment2, cidr)}.`,
        "Correct the address, or the network.",
        what === "vip_address" ? "warning" : void 0
      );
    }
  }
};
function textOf3({ values }, setting) {
  return setting && values.text(setting.name);
}

// src/definitions/kolla_ansible/replacements.ts
var opensearch = (name) => ({ help: `Set ${name} instead: OpenSearch took Elasticsearch's place.` });
var HOST_TIME = "Remove it, and let the hosts keep their time: kolla-ansible deploys no chrony anymore.";
var QUORUM = "Remove it: RabbitMQ always has quorum queues now; migrate old queues before you upgrade.";
var CEPHADM = "Remove it, and connect a Ceph cluster that is deployed by other means.";
var REPLACEMENTS3 = /* @__PURE__ */ new Map([
  ["kolla_install_type", { since: "zed", help: "Remove it: all images are built from source since Zed." }],
  [
    "enable_redis",
    { since: "2025.2", isRefused: true, help: "Set enable_valkey instead, and enable_redis to no." }
  ],
  ["enable_ceph", { since: "zed", isRefused: true, help: CEPHADM }],
  ["enable_ceph_dashboard", { help: CEPHADM }],
  ["enable_ceph_mds", { help: CEPHADM }],
  ["enable_ceph_nfs", { help: CEPHADM }],
  ["enable_elasticsearch", { since: "zed", ...opensearch("enable_opensearch") }],
  ["enable_kibana", opensearch("enable_opensearch_dashboards")],
  ["enable_kibana_external", opensearch("enable_opensearch_dashboards_external")],
  [
    "enable_elasticsearch_curator",
    { help: "Remove it: OpenSearch keeps logs for opensearch_soft_retention_period_days by itself." }
  ],
  ["es_heap_size", opensearch("opensearch_heap_size")],
  ["es_java_opts", opensearch("opensearch_java_opts")],
  ["elasticsearch_datadir_volume", opensearch("opensearch_datadir_volume")],
  ["elasticsearch_cluster_name", opensearch("opensearch_cluster_name")],
  ["kibana_user", opensearch("opensearch_dashboards_user")],
  [
    "ironic_dnsmasq_dhcp_range",
    { help: "Set ironic_dnsmasq_dhcp_ranges instead, a list of mappings with `range`." }
  ],
  [
    "ironic_dnsmasq_default_gateway",
    { help: "Give the range in ironic_dnsmasq_dhcp_ranges a `routers` instead." }
  ],
  ["enable_chrony", { help: HOST_TIME }],
  ["external_ntp_servers", { help: HOST_TIME }],
  ["kolla_internal_fqdn_cacert", { help: "Set kolla_copy_ca_into_containers and openstack_cacert instead." }],
  ["kolla_external_fqdn_cacert", { help: "Set kolla_copy_ca_into_containers and openstack_cacert instead." }],
  ["om_enable_rabbitmq_quorum_queues", { help: QUORUM }],
  ["om_enable_rabbitmq_transient_quorum_queue", { help: QUORUM }],
  ["om_enable_rabbitmq_high_availability", { help: QUORUM }],
  ["enable_mariadb_clustercheck", { help: "Remove it: ProxySQL watches the database cluster by itself." }],
  [
    "enable_prometheus_msteams",
    { help: "Remove it, and use the receiver for Microsoft Teams that Alertmanager has." }
  ],
  [
    "ceph_cinder_keyring",
    { help: "Set ceph_cinder_user instead: the keyring is named after cluster and user." }
  ],
  [
    "ceph_glance_keyring",
    { help: "Set ceph_glance_user instead: the keyring is named after cluster and user." }
  ],
  ["ceph_nova_keyring", { help: "Set ceph_nova_user instead: the keyring is named after cluster and user." }],
  [
    "ceph_manila_keyring",
    { help: "Set ceph_manila_user instead: the keyring is named after cluster and user." }
  ],
  [
    "ceph_gnocchi_keyring",
    { help: "Set ceph_gnocchi_user instead: the keyring is named after cluster and user." }
  ],
  [
    "ceph_cinder_backup_keyring",
    { help: "Set ceph_cinder_backup_user instead: the keyring is named after cluster and user." }
  ]
]);

// src/definitions/kolla_ansible/name-rules.ts
var misspelledVariable = {
  id: "kolla_ansible/misspelled-variable",
  severity: "warning",
  summary: "a variable that nothing reads is one slip away from one that counts",
  help: "Ansible takes any variable and never says that nothing reads it. A name that neither kolla-ansible's roles nor the repository itself use, and that differs from a real variable by a letter or two in one word, is a misspelling: the cloud is deployed with the default of the variable that was meant.",
  example: {
    bad: `${EXAMPLE4}enable_neutron_provider_network: true
`,
    good: `${EXAMPLE4}enable_neutron_provider_networks: true
`
  },
  *check(deployment2) {
    const { names, kayobeNames, written: written3, kayobe } = deployment2;
    if (!names) return;
    for (const setting of written3) {
      if (isGone(deployment2, setting) || names.has(setting.name)) continue;
      const meant = names.meant(setting.name) ?? names.switchWithin(setting.name);
      yield* slip(deployment2, setting, meant);
    }
    if (!kayobeNames) return;
    for (const setting of kayobe) {
      const { name } = setting;
      if (kayobeNames.has(name) || names.has(name) || names.has(name.replace(/^kolla_/, ""))) continue;
      yield* slip(deployment2, setting, kayobeNames.meant(name));
    }
  }
};
function* slip(deployment2, setting, meant) {
  if (meant === void 0 || deployment2.settings.has(meant)) return;
  if (deployment2.kayobe.some(({ name }) => name === meant)) return;
  if (deployment2.namesInUse().has(setting.name)) return;
  yield atKey(setting, `Nothing reads the variable "${setting.name}".`, `Did you mean "${meant}"?`);
}
function isGone({ names, release }, { name }) {
  const since = REPLACEMENTS3.get(name)?.since;
  if (since && release) return !isBefore(release.release, since);
  return names?.lastRelease(name) !== void 0;
}
var removedVariable = {
  id: "kolla_ansible/removed-variable",
  severity: "warning",
  summary: "a variable that the release no longer has is still set",
  help: "kolla-ansible renames and drops variables from release to release, and Ansible goes on without a word: what was set is lost, and the default of whatever took its place counts. Some of them, such as enable_redis, make `kolla-ansible prechecks` fail. The release is the one that the manifest or openstack_release names; without one, the newest that is known is assumed.",
  example: {
    bad: `${EXAMPLE4}kolla_install_type: source
`,
    good: EXAMPLE4
  },
  *check(deployment2) {
    const { names, kayobeNames, written: written3, kayobe, release } = deployment2;
    if (!names || !release) return;
    for (const setting of written3) {
      if (isGone(deployment2, setting)) yield* gone(deployment2, setting, names.lastRelease(setting.name));
    }
    for (const setting of kayobe) {
      const last = names.has(setting.name) ? void 0 : kayobeNames?.lastRelease(setting.name);
      if (last !== void 0) yield* gone(deployment2, setting, last);
    }
  }
};
function* gone(deployment2, setting, last) {
  const { release, values, names } = deployment2;
  const { name } = setting;
  const replacement = REPLACEMENTS3.get(name);
  const isOff = asBool(values.of(name)) === false && /^(kolla_)?enable_/.test(name);
  const isRefused = replacement?.isRefused === true && names?.has(name) === true && !isOff;
  if (!isRefused && deployment2.namesInUse().has(name)) return;
  const assumed = release?.isSaid ? release.release : `${release?.release} (assumed)`;
  const end = last === void 0 ? `since ${replacement?.since}` : `after ${last}`;
  const consequence = isRefused ? "kolla-ansible's prechecks refuse it" : "nothing reads it";
  yield atKey(
    setting,
    `The variable "${name}" is gone ${end}: in ${assumed} ${consequence}.`,
    replacement?.help ?? "Remove it, or look into the release notes for what took its place.",
    severityOf(isRefused, isOff, release?.isSaid === true)
  );
}
function severityOf(isRefused, isOff, isSaid) {
  if (isRefused && isSaid) return "error";
  return isOff ? "notice" : void 0;
}

// src/definitions/kolla_ansible/network-rules.ts
function listOf(text) {
  return text?.replaceAll(" ", "").split(",").filter((part) => part !== "");
}
var sharedInterface = {
  id: "kolla_ansible/shared-interface",
  severity: "warning",
  summary: "the provider network takes the host's own interface",
  help: "kolla-ansible plugs neutron_external_interface into the external bridge. An interface in a bridge loses its address: when it is also the network_interface, the hosts cannot be reached anymore as soon as Open vSwitch starts. Use an interface without an address, for instance one end of a veth pair.",
  example: {
    bad: EXAMPLE4.replace("neutron_external_interface: eth1", "neutron_external_interface: eth0"),
    good: EXAMPLE4
  },
  *check(deployment2) {
    const { values } = deployment2;
    const setting = ownSetting(deployment2, "neutron_external_interface", "network_interface");
    const external = listOf(values.text("neutron_external_interface"));
    const own3 = values.text("network_interface");
    if (!setting || !own3 || !external?.includes(own3) || values.bool("enable_neutron") === false) return;
    yield atValue(
      setting,
      `The interface "${own3}" is both network_interface and neutron_external_interface.`,
      "Give neutron_external_interface an interface that carries no address of the host."
    );
  }
};
var bridgeCount = {
  id: "kolla_ansible/bridge-count",
  severity: "error",
  summary: "there are more external interfaces than bridges, or fewer",
  help: "neutron_external_interface and neutron_bridge_name are lists that belong together, entry by entry. Of lists of different lengths the rest is lost or the bridge is made with a port that does not exist; since 2026.1 `kolla-ansible prechecks` fails.",
  example: {
    bad: EXAMPLE4.replace("interface: eth1", "interface: eth1,eth2\nneutron_bridge_name: br-ex1"),
    good: EXAMPLE4.replace("interface: eth1", "interface: eth1,eth2\nneutron_bridge_name: br-ex1,br-ex2")
  },
  *check(deployment2) {
    const { values } = deployment2;
    const setting = ownSetting(deployment2, "neutron_bridge_name", "neutron_external_interface");
    const interfaces = listOf(values.text("neutron_external_interface"));
    const bridges = listOf(values.text("neutron_bridge_name"));
    if (!setting || !interfaces || !bridges || interfaces.length === bridges.length) return;
    yield atValue(
      setting,
      `There are ${interfaces.length} external interfaces (${interfaces.join(", ")}) and ${bridges.length} bridges (${bridges.join(", ")}).`,
      "Name as many bridges in neutron_bridge_name as there are interfaces in neutron_external_interface."
    );
  }
};
var tenantNetworkTypes = {
  id: "kolla_ansible/tenant-network-types",
  severity: "error",
  summary: "a type of project networks has no driver",
  help: "Every type in neutron_tenant_network_types has to be among neutron_type_drivers: Neutron cannot make a network of a type that it has no driver for, and `kolla-ansible prechecks` fails.",
  example: {
    bad: `${EXAMPLE4}neutron_type_drivers: flat,vlan
neutron_tenant_network_types: vxlan
`,
    good: `${EXAMPLE4}neutron_type_drivers: flat,vlan,vxlan
neutron_tenant_network_types: vxlan
`
  },
  *check(deployment2) {
    const { values } = deployment2;
    const setting = ownSetting(deployment2, "neutron_tenant_network_types", "neutron_type_drivers");
    const types = listOf(values.text("neutron_tenant_network_types"));
    const drivers = listOf(values.text("neutron_type_drivers"));
    const missing4 = drivers && types?.find((type) => !drivers.includes(type));
    if (!setting || missing4 === void 0) return;
    yield atValue(
      setting,
      `The type "${missing4}" of project networks is not among the type drivers (${drivers?.join(", ")}).`,
      `Add "${missing4}" to neutron_type_drivers, or take it out of neutron_tenant_network_types.`
    );
  }
};
var neutronDnsDomain = {
  id: "kolla_ansible/neutron-dns-domain",
  severity: "error",
  summary: "neutron_dns_domain does not end with a period",
  help: "With DNS integration, which comes with enable_designate, Neutron publishes names below neutron_dns_domain. It has to be a domain of one's own and end with a period; `kolla-ansible prechecks` fails with any other, the default `openstacklocal` included.",
  example: {
    bad: `${EXAMPLE4}enable_designate: true
neutron_dns_domain: cloud.example.com
`,
    good: `${EXAMPLE4}enable_designate: true
neutron_dns_domain: cloud.example.com.
`
  },
  *check(deployment2) {
    const { values, release } = deployment2;
    const setting = ownSetting(
      deployment2,
      "neutron_dns_domain",
      "neutron_dns_integration",
      "enable_designate"
    );
    if (!setting || !release || isBefore(release.release, "2024.1")) return;
    if (values.bool("neutron_dns_integration") !== true || values.bool("enable_neutron") === false) return;
    const domain = values.text("neutron_dns_domain");
    if (domain === void 0 || domain.endsWith(".") && domain !== ".") return;
    const isDefault = setting.name !== "neutron_dns_domain";
    yield atValue(
      setting,
      isDefault ? `DNS integration is on, and neutron_dns_domain still is "${domain}".` : `The neutron_dns_domain "${domain}" does not end with a period.`,
      isDefault ? 'Set neutron_dns_domain, for example to "cloud.example.com.".' : `Write "${domain}.".`
    );
  }
};
var octaviaNetwork = {
  id: "kolla_ansible/octavia-network",
  severity: "error",
  summary: "Octavia's own network needs a plugin that the cloud does not have",
  help: "With octavia_network_type `tenant` kolla-ansible makes the management network of the load balancers as a project network and plugs the controllers into it; it can do so with Open vSwitch alone, and `kolla-ansible prechecks` fails with any other plugin. Use a provider network, or switch octavia_auto_configure off and make the network by hand.",
  example: {
    bad: `${EXAMPLE4}enable_octavia: true
enable_octavia_jobboard: false
neutron_plugin_agent: ovn
octavia_network_type: tenant
`,
    good: `${EXAMPLE4}enable_octavia: true
enable_octavia_jobboard: false
neutron_plugin_agent: ovn
octavia_network_type: provider
`
  },
  *check(deployment2) {
    const { values } = deployment2;
    const setting = ownSetting(deployment2, "octavia_network_type", "neutron_plugin_agent", "enable_octavia");
    const plugin = values.text("neutron_plugin_agent");
    if (!setting || values.bool("enable_octavia") !== true || values.bool("octavia_auto_configure") !== true)
      return;
    if (values.text("octavia_network_type") !== "tenant" || plugin === void 0 || plugin === "openvswitch")
      return;
    yield atValue(
      setting,
      `The octavia_network_type "tenant" works with Open vSwitch alone, and neutron_plugin_agent is "${plugin}".`,
      "Set octavia_network_type to provider, or octavia_auto_configure to no."
    );
  }
};

// src/definitions/kolla_ansible/override-paths.ts
var import_fastest_levenshtein5 = __toESM(require_mod(), 1);
var OverridePaths = class _OverridePaths {
  /** Paths without wildcards. */
  exact = /* @__PURE__ */ new Map();
  /** Last parts behind a host's name in a folder: `nova/<host>/nova.conf`. */
  perHost = /* @__PURE__ */ new Map();
  /** By folder: patterns of a name. */
  patterns = /* @__PURE__ */ new Map();
  /** Folders that are taken with everything in them. */
  whole = /* @__PURE__ */ new Set();
  /** By name: the only path that ends with it. */
  soleFolder = /* @__PURE__ */ new Map();
  namesIn = /* @__PURE__ */ new Map();
  folders;
  constructor({ overrides }) {
    const folders3 = /* @__PURE__ */ new Set();
    for (const [path, fate] of Object.entries(overrides)) {
      const [folder, name] = split2(path);
      if (folder !== "") folders3.add(folder.split("/")[0] ?? folder);
      if (path.includes("**")) this.whole.add(path.slice(0, path.indexOf("/**")));
      else if (folder.endsWith("/*")) addTo(this.patterns, folder, { name: asRegExp(name), fate });
      else if (name.includes("*")) addTo(this.patterns, folder, { name: asRegExp(name), fate });
      else {
        this.exact.set(path, fate);
        addTo(this.namesIn, folder, name);
        this.soleFolder.set(name, this.soleFolder.has(name) ? void 0 : path);
      }
      if (folder.endsWith("/*") && !name.includes("*"))
        this.perHost.set(`${folder.slice(0, -2)}/${name}`, fate);
    }
    this.folders = folders3;
  }
  static made = /* @__PURE__ */ new WeakMap();
  static of(facts) {
    const made4 = _OverridePaths.made.get(facts) ?? new _OverridePaths(facts);
    _OverridePaths.made.set(facts, made4);
    return made4;
  }
  /** What a role does with a file at exactly this path. */
  exactly(path) {
    return this.exact.get(path);
  }
  /** What a role does with a file here, wildcards included; `undefined` when none looks for it. */
  fateOf(path) {
    const exact = this.exact.get(path);
    if (exact) return exact;
    const [folder, name] = split2(path);
    const [parent] = split2(folder);
    for (const pattern of [folder, `${parent}/*`]) {
      const found2 = this.patterns.get(pattern)?.find((candidate) => candidate.name.test(name));
      if (found2) return found2.fate;
    }
    for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) {
      if (this.whole.has(path.slice(0, at))) return "add";
    }
    return void 0;
  }
  /** The path that was certainly meant: nearly this one, or the folder of its service is missing. */
  meant(path) {
    const [folder, name] = split2(path);
    const names = this.namesIn.get(folder) ?? [];
    const near = names.find((candidate) => spelling(name) === spelling(candidate)) ?? names.find((candidate) => isNear2(name, candidate));
    if (near !== void 0) return folder === "" ? near : `${folder}/${near}`;
    if (folder === "") return this.soleFolder.get(name);
    const [parent, host] = split2(folder);
    if (host !== "" && this.perHost.has(`${parent}/${name}`)) return void 0;
    const other = folder.includes("_") ? folder.replaceAll("_", "-") : folder.replaceAll("-", "_");
    if (other !== folder && this.exact.has(`${other}/${name}`)) return `${other}/${name}`;
    return void 0;
  }
};
function isNear2(written3, meant) {
  const stem = (name) => spelling(name).replace(/\.(?:conf|ini|cfg|cnf|yaml|json)$/, "");
  if (stem(written3) === stem(meant)) return true;
  return meant.length >= 8 && written3.length >= 8 && (0, import_fastest_levenshtein5.distance)(written3, meant) === 1;
}
function spelling(name) {
  return name.toLowerCase().replaceAll("_", "-").replace(/\.yml$/, ".yaml");
}
function split2(path) {
  const at = path.lastIndexOf("/");
  return at === -1 ? ["", path] : [path.slice(0, at), path.slice(at + 1)];
}
function addTo(map2, key, item) {
  const known = map2.get(key);
  if (known) known.push(item);
  else map2.set(key, [item]);
}
function asRegExp(pattern) {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]*")}$`);
}

// src/definitions/kolla_ansible/override-rules.ts
var FILE_START2 = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
var CONFIGURATION = /\.(?:conf|ini|cfg|ya?ml|json)$/;
function* overridesOf({
  overrides: { folder, files: files2 }
}) {
  for (const file of files2) yield { file, path: file.slice(folder.length) };
}
var unknownOverride = {
  id: "kolla_ansible/unknown-override",
  severity: "error",
  summary: "no role looks for an override file at this path",
  help: "kolla-ansible merges an operator's files into those of its services when they stand at exactly the paths that its roles look for, and passes every other file by without a word: the setting in it never reaches the service. Look up the path in the service's role; most are config/<service>.conf, config/<service>/<container>.conf and config/<service>/<host>/<file>.",
  example: {
    bad: withFiles({ "etc/kolla/config/nova/nova_compute.conf": "[DEFAULT]\ncpu_allocation_ratio = 4.0\n" }),
    good: withFiles({ "etc/kolla/config/nova/nova-compute.conf": "[DEFAULT]\ncpu_allocation_ratio = 4.0\n" })
  },
  *check(deployment2) {
    const { facts, settings, release } = deployment2;
    if (!facts || settings.has("node_custom_config")) return;
    const paths = OverridePaths.of(facts);
    for (const { file, path } of overridesOf(deployment2)) {
      if (!CONFIGURATION.test(path) || paths.exactly(path)) continue;
      const meant = paths.meant(path);
      if (meant === void 0 && (paths.fateOf(path) || !paths.folders.has(path.split("/")[0] ?? "")))
        continue;
      if (isMentioned(deployment2, path)) continue;
      yield {
        file,
        range: FILE_START2,
        message: `No role of kolla-ansible ${release?.release} looks for an override at "${path}".`,
        help: meant ? `Did you mean "${meant}"?` : "Move it to a path that the role of its service looks for.",
        severity: meant && release?.isSaid ? "error" : "warning"
      };
    }
  }
};
function isMentioned(deployment2, path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const stem = name.replace(/\.[^.]*$/, "").replace(/\W/g, "_");
  return deployment2.namesInUse().has(stem) && stem.length > 12;
}
var misplacedOverride = {
  id: "kolla_ansible/misplaced-override",
  severity: "warning",
  summary: "an override file stands beside globals.yml and not in config",
  help: "An override is looked for in the folder config beside globals.yml. The folders right beside it, /etc/kolla/nova for instance, are where kolla-ansible writes the finished files on each host; a file that is put there by hand is never merged, and is overwritten.",
  example: {
    bad: withFiles({ "etc/kolla/nova/nova-compute.conf": "[DEFAULT]\ncpu_allocation_ratio = 4.0\n" }),
    good: withFiles({ "etc/kolla/config/nova/nova-compute.conf": "[DEFAULT]\ncpu_allocation_ratio = 4.0\n" })
  },
  *check(deployment2) {
    const { facts, settings, beside } = deployment2;
    if (!facts || settings.has("node_custom_config")) return;
    const paths = OverridePaths.of(facts);
    for (const file of beside.files) {
      const path = file.slice(beside.folder.length);
      if (!path.includes("/") || paths.exactly(path) !== "merge") continue;
      yield {
        file,
        range: FILE_START2,
        message: `The override "${path}" stands beside globals.yml, where no role looks for it.`,
        help: `Move it to "config/${path}".`
      };
    }
  }
};
var replacingOverride = {
  id: "kolla_ansible/replacing-override",
  severity: "notice",
  summary: "an override takes the place of kolla-ansible's whole file",
  help: "Most overrides are merged, option by option, into what kolla-ansible writes. Some are not: the operator's file is used instead of the role's own template, which from then on may change from release to release without reaching the cloud. Compare such a file with the template at every upgrade.",
  example: {
    bad: withFiles({ "etc/kolla/config/haproxy/haproxy_main.cfg": "# the whole file\n" }),
    good: withFiles({ "etc/kolla/config/haproxy/services.d/extra.cfg": "# one more service\n" })
  },
  *check(deployment2) {
    const { facts } = deployment2;
    if (!facts) return;
    const paths = OverridePaths.of(facts);
    for (const { file, path } of overridesOf(deployment2)) {
      if (paths.fateOf(path) !== "replace" && !/-paste\.ini$/.test(path)) continue;
      yield {
        file,
        range: FILE_START2,
        message: `The file "${path}" is used instead of kolla-ansible's own and not merged into it.`,
        help: "Compare it with the role's template at every upgrade."
      };
    }
  }
};

// src/definitions/kolla_ansible/password-rules.ts
var SECRET2 = /(?:_password|_secret|_secret_key|_fernet_key|_rpc_key)$/;
var MAY_BE_EMPTY = /ssh_key|^docker_registry_password$/;
var plaintextPassword2 = {
  id: "kolla_ansible/plaintext-password",
  severity: "warning",
  summary: "a password stands in the repository in plain text",
  help: "Everybody who may read the repository, and every copy of it, has the passwords of the cloud, and Git keeps them after they are taken out. Encrypt the file with ansible-vault, or let kolla-genpwd make it where it is used and keep it in a secret store. Passwords that were committed have to be replaced.",
  example: {
    bad: withFiles({ "etc/kolla/passwords.yml": "database_password: example-only\n" }),
    good: withFiles({ "etc/kolla/passwords.yml": 'database_password: "{{ vault_database_password }}"\n' })
  },
  *check({ passwords, written: written3, facts }) {
    const names = facts && setOf(facts.passwords);
    const isSecret3 = ({ name }) => names ? names.has(name) : SECRET2.test(name);
    yield* counted(passwords.filter((setting) => isSecret3(setting) && isPlain(setting)));
    yield* counted(written3.filter((setting) => isSecret3(setting) && isPlain(setting)));
  }
};
function* counted(settings) {
  const files2 = /* @__PURE__ */ new Map();
  for (const setting of settings) {
    const known = files2.get(setting.file);
    if (known) known.push(setting);
    else files2.set(setting.file, [setting]);
  }
  for (const [first, ...others] of files2.values()) {
    if (!first) continue;
    yield atKey(
      first,
      others.length === 0 ? `The password ${first.name} stands here in plain text.` : `The password ${first.name} and ${others.length} others stand here in plain text.`,
      "Encrypt the file with ansible-vault, and replace what was committed."
    );
  }
}
function isPlain({ node }) {
  const scalar = asScalar(node);
  if (!scalar || scalar.tag?.startsWith("!") || scalar.value === null || scalar.text.trim() === "")
    return false;
  return !isTemplatedValue(scalar.text) && !scalar.text.startsWith("$ANSIBLE_VAULT");
}
var emptyPassword = {
  id: "kolla_ansible/empty-password",
  severity: "warning",
  summary: "a password has no value beside others that have one",
  help: "`kolla-ansible prechecks` fails for an empty password, and a service that was added later has one when passwords.yml was not made anew: kolla-genpwd fills in what is missing and leaves the rest. A passwords.yml without any values is only a list of names and is left alone.",
  example: {
    bad: withFiles({
      "etc/kolla/passwords.yml": 'database_password: "{{ vault_database_password }}"\nkeystone_admin_password:\n'
    }),
    good: withFiles({
      "etc/kolla/passwords.yml": 'database_password: "{{ vault_database_password }}"\nkeystone_admin_password: "{{ vault_admin_password }}"\n'
    })
  },
  *check({ passwords, facts }) {
    if (!facts || passwords.length === 0) return;
    const names = setOf(facts.passwords);
    const known = passwords.filter(({ name }) => names.has(name) && !MAY_BE_EMPTY.test(name));
    const empty = known.filter(isEmpty3);
    if (empty.length === known.length) return;
    for (const setting of empty) {
      yield atKey(
        setting,
        `The password ${setting.name} is empty.`,
        "Run kolla-genpwd, which fills in what is missing."
      );
    }
  }
};
function isEmpty3({ node }) {
  const scalar = asScalar(node);
  return scalar !== void 0 && !scalar.tag && (scalar.value === null || scalar.text === "");
}

// src/definitions/kolla_ansible/release-rules.ts
var MOVING = /^(?:master|main|latest|stable|zuul)$/i;
var TAG = /^(?:openstack_release|openstack_tag|\w+_tag)$/;
var movingTag = {
  id: "kolla_ansible/moving-tag",
  severity: "warning",
  summary: "container images are chosen by a tag that moves",
  help: "Behind master or latest stands another image every day: two hosts deployed on different days run different code, and going back to what ran yesterday is impossible. Name a release, and for images that are exactly the same everywhere a tag that is never pushed twice, such as one with a date.",
  example: {
    bad: EXAMPLE4.replace('"2025.1"', "master"),
    good: EXAMPLE4
  },
  *check({ written: written3, names }) {
    for (const setting of written3) {
      const text = TAG.test(setting.name) && names?.has(setting.name) ? plainText(setting) : void 0;
      if (text === void 0 || !MOVING.test(text)) continue;
      yield atValue(
        setting,
        `The ${setting.name} "${text}" is another set of images every day.`,
        setting.name === "openstack_release" ? 'Name a release, for example "2025.1".' : "Name a tag that is never pushed twice, for example one with a date."
      );
    }
  }
};

// src/definitions/kolla_ansible/needs.ts
var CHECKED = [
  {
    on: ["enable_octavia", "enable_octavia_jobboard"],
    off: ["enable_valkey", "enable_redis"],
    message: "Octavia's job board is enabled, and the store for its jobs is not.",
    help: "Set enable_valkey to yes (enable_redis before 2025.1), or enable_octavia_jobboard to no."
  },
  {
    on: ["enable_ceilometer"],
    off: ["enable_gnocchi", "enable_ceilometer_prometheus_pushgateway"],
    message: "Ceilometer is enabled, and nothing takes its samples.",
    help: "Set enable_gnocchi or enable_ceilometer_prometheus_pushgateway to yes."
  },
  {
    on: ["enable_ironic_neutron_agent"],
    off: ["enable_ironic"],
    message: "Ironic's agent for Neutron is enabled, and Ironic is not.",
    help: "Set enable_ironic to yes."
  },
  {
    on: ["enable_trove"],
    off: ["enable_cinder"],
    message: "Trove is enabled, and Cinder, on whose volumes its databases live, is not.",
    help: "Set enable_cinder to yes, with a backend.",
    severity: "warning"
  }
];
var CORE = /* @__PURE__ */ new Set(["keystone", "glance", "neutron", "nova", "placement", "heat"]);
var OPTIONAL = /* @__PURE__ */ new Set([
  "cinder glance",
  "ironic glance",
  "ironic neutron",
  "ironic placement",
  "magnum heat",
  "manila nova",
  "manila neutron",
  "heat nova",
  "heat neutron",
  "designate neutron"
]);
function graphNeeds() {
  return Object.entries(SERVICES).flatMap(
    ([service, { needs }]) => needs.filter((needed) => CORE.has(needed) && !OPTIONAL.has(`${service} ${needed}`)).map((needed) => ({
      on: [`enable_${service}`],
      off: [`enable_${needed}`],
      message: `The service ${service} is enabled, and ${needed}, which it needs, is not.`,
      help: `Set enable_${needed} to yes, or enable_${service} to no.`,
      severity: "warning",
      isUnset: false
    }))
  );
}
var NEEDS = [...CHECKED, ...graphNeeds()];

// src/definitions/kolla_ansible/service-rules.ts
var BACKEND = /^(?:enable_cinder_backend_\w+|cinder_backend_\w+)$/;
var cinderBackend = {
  id: "kolla_ansible/cinder-without-backend",
  severity: "error",
  summary: "Cinder is enabled without a place to put volumes",
  help: "enable_cinder brings the API and the scheduler; where volumes live says one of the backends, such as cinder_backend_ceph, enable_cinder_backend_lvm or enable_cinder_backend_nfs. Without any, `kolla-ansible prechecks` fails. A backend that is configured by hand, in an override of cinder.conf, needs skip_cinder_backend_check.",
  example: {
    bad: EXAMPLE4.replace("enable_cinder_backend_lvm: true\n", ""),
    good: EXAMPLE4
  },
  *check(deployment2) {
    const { values, facts } = deployment2;
    const setting = ownSetting(deployment2, "enable_cinder");
    if (!setting || !facts || values.bool("enable_cinder") !== true) return;
    if (values.bool("skip_cinder_backend_check") !== false) return;
    const backends = backendSwitches(facts).filter((name) => typeof values.of(name) !== "object");
    if (backends.length === 0 || !backends.every((name) => values.bool(name) === false)) return;
    yield atValue(
      setting,
      "Cinder is enabled, and none of its backends is.",
      "Enable one, for example cinder_backend_ceph or enable_cinder_backend_lvm."
    );
  }
};
var switches = /* @__PURE__ */ new WeakMap();
function backendSwitches(facts) {
  const known = switches.get(facts);
  if (known) return known;
  const names = Object.keys(facts.variables).filter((name) => BACKEND.test(name) && !name.endsWith("_name"));
  switches.set(facts, names);
  return names;
}
var missingService = {
  id: "kolla_ansible/missing-service",
  severity: "error",
  summary: "a service is enabled without another one that it needs",
  help: "Some services cannot work without others: Octavia's job board keeps its jobs in Valkey, Ceilometer has to publish its samples somewhere, Nova asks Placement where to put a server. kolla-ansible checks a few of these before it deploys, and finds out about the others in the middle. A service that is added for another one also needs hosts in its inventory groups, a database and a queue, and its endpoint on the load balancer.",
  example: {
    bad: `${EXAMPLE4}enable_ceilometer: true
enable_gnocchi: false
`,
    good: `${EXAMPLE4}enable_ceilometer: true
enable_gnocchi: true
`
  },
  *check(deployment2) {
    const { values, facts } = deployment2;
    if (!facts) return;
    for (const need of NEEDS) {
      const { on, off } = need;
      if (!on.every((name) => values.bool(name) === true)) continue;
      const known = off.filter((name) => Object.hasOwn(facts.variables, name));
      if (known.length === 0 || !known.every((name) => values.bool(name) === false)) continue;
      if (need.isUnset === false && !deployment2.settings.has(off[0] ?? "")) continue;
      const setting = ownSetting(deployment2, ...on, ...off);
      if (setting) yield atValue(setting, need.message, need.help, need.severity);
    }
  }
};

// src/definitions/kolla_ansible/value-rules.ts
var BOOLEAN = /^(?:true|false|yes|no|on|off|1|0|)$/i;
var NEARLY_TRUE = /^(?:y|t|enabled?|ture|yse|yes?s|treu)$/i;
var SWITCH = /(?:^|_)enable_/;
var notBoolean = {
  id: "kolla_ansible/not-boolean",
  severity: "error",
  summary: "a switch is neither on nor off",
  help: "kolla-ansible puts its switches through Ansible's filter `bool`, for which only yes, on, true and 1 are true. Any other text, such as `enabled` or `y`, counts as false without a word (newer versions of Ansible stop): the service is not deployed.",
  example: {
    bad: EXAMPLE4.replace(
      "enable_cinder_backend_lvm: true",
      "enable_cinder_backend_lvm: true\nenable_heat: enabled"
    ),
    good: `${EXAMPLE4}enable_heat: "yes"
`
  },
  *check({ written: written3, names }) {
    for (const setting of written3) {
      if (!SWITCH.test(setting.name) || !names?.has(setting.name)) continue;
      const scalar = asScalar(setting.node);
      if (scalar?.tag || scalar && (isTemplatedValue(scalar.text) || BOOLEAN.test(scalar.text.trim())))
        continue;
      if (scalar?.value === null) continue;
      const written4 = scalar ? `"${scalar.text}"` : "a collection";
      const isMeantTrue = scalar !== void 0 && NEARLY_TRUE.test(scalar.text.trim());
      yield atValue(
        setting,
        `The switch ${setting.name} is ${written4}, which counts as false.`,
        isMeantTrue ? "Write true." : "Write true or false."
      );
    }
  }
};
var wrongType = {
  id: "kolla_ansible/wrong-type",
  severity: "warning",
  summary: "a variable is a list, a mapping or a text where its default is another of these",
  help: "The roles use a variable as what its default is: they go through a list, look into a mapping, cut a text at its commas. A list where a text is expected stops Ansible in the middle of a deployment; a text where a list is expected is gone through letter by letter.",
  example: {
    bad: EXAMPLE4.replace("neutron_external_interface: eth1", "neutron_external_interface: [eth1]"),
    good: EXAMPLE4
  },
  *check({ written: written3, facts }) {
    if (!facts) return;
    const flexible = setOf(facts.flexible);
    for (const setting of written3) {
      if (flexible.has(setting.name) || !Object.hasOwn(facts.variables, setting.name) || SWITCH.test(setting.name))
        continue;
      const expected = shapeOf2(facts.variables[setting.name]);
      const found2 = shapeOfNode(setting);
      if (expected === void 0 || found2 === void 0 || expected === found2) continue;
      if (expected !== "text" && found2 !== "text") continue;
      yield atValue(
        setting,
        `The variable "${setting.name}" is a ${found2}, and kolla-ansible's own is a ${expected}.`,
        `Write a ${expected}.`
      );
    }
  }
};
function shapeOf2(value) {
  if (Array.isArray(value)) return "list";
  if (value !== null && typeof value === "object") return "mapping";
  if (typeof value !== "string") return void 0;
  return value === "" || /\{[{%]/.test(value) ? void 0 : "text";
}
function shapeOfNode({ node, isConditional }) {
  const found2 = resolve(node);
  if (!found2 || found2.tag || isConditional) return void 0;
  if (found2.kind === "sequence") return found2.items.length > 0 ? "list" : void 0;
  if (found2.kind === "mapping") return found2.entries.length > 0 ? "mapping" : void 0;
  const text = plainText({ node });
  return text === void 0 || text === "" ? void 0 : "text";
}
var LONGEST_EXPIRY = 604800;
var fernetTokenExpiry = {
  id: "kolla_ansible/fernet-token-expiry",
  severity: "error",
  summary: "fernet_token_expiry is no whole number of seconds up to a week",
  help: "Keystone turns its Fernet keys over in step with this value, and the generator of that cron job spans a week at most. `kolla-ansible prechecks` fails unless it is a whole number, written without quotes, from 0 to 604800.",
  example: {
    bad: `${EXAMPLE4}fernet_token_expiry: 1209600
`,
    good: `${EXAMPLE4}fernet_token_expiry: 86400
`
  },
  *check(deployment2) {
    const setting = ownSetting(deployment2, "fernet_token_expiry");
    const scalar = asScalar(setting?.node);
    if (!setting || !scalar || scalar.value === null || isTemplatedValue(scalar.text)) return;
    const { value } = scalar;
    if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LONGEST_EXPIRY) return;
    const isQuoted = typeof value === "string" && /^\d+$/.test(value);
    yield atValue(
      setting,
      isQuoted ? `The fernet_token_expiry "${value}" is a text and not a number.` : `The fernet_token_expiry ${scalar.text} is not a whole number from 0 to ${LONGEST_EXPIRY}.`,
      isQuoted ? "Write it without quotes." : "Choose one that spans a week evenly, for example 86400."
    );
  }
};
var INTERFACES = [
  "network_interface",
  "api_interface",
  "tunnel_interface",
  "migration_interface",
  "dns_interface",
  "kolla_external_vip_interface",
  "octavia_network_interface",
  "bifrost_network_interface",
  "neutron_external_interface"
];
var LONGEST_INTERFACE = 15;
var interfaceName = {
  id: "kolla_ansible/interface-name",
  severity: "error",
  summary: "the name of a network interface is one that Linux refuses",
  help: "A network interface has a name of at most 15 characters without spaces and slashes. Of the variables for interfaces only neutron_external_interface may name several, with commas and without spaces between them.",
  example: {
    bad: EXAMPLE4.replace("network_interface: eth0", "network_interface: eth0 bond0"),
    good: EXAMPLE4
  },
  *check(deployment2) {
    for (const name of INTERFACES) {
      const setting = ownSetting(deployment2, name);
      const text = setting && plainText(setting);
      if (!setting || !text) continue;
      const parts = name === "neutron_external_interface" ? text.split(",") : [text];
      const wrong = parts.find(
        (part) => part.length > LONGEST_INTERFACE || /[\s/,]/.test(part) || part === ""
      );
      if (wrong === void 0) continue;
      yield atValue(
        setting,
        `No interface can have the name "${wrong}" that ${name} gives.`,
        wrong.length > LONGEST_INTERFACE ? "Use a name of at most 15 characters." : "Name one interface."
      );
    }
  }
};

// src/definitions/kolla_ansible/vip-rules.ts
import { isIP as isIP4 } from "node:net";
var VIPS = ["kolla_internal_vip_address", "kolla_external_vip_address"];
var DEFAULT_ROUTER_ID = "51";
var vipAddress = {
  id: "kolla_ansible/vip-address",
  severity: "error",
  summary: "a virtual address is no IP address",
  help: "Keepalived puts kolla_internal_vip_address and kolla_external_vip_address onto an interface as they are, with a prefix length that kolla-ansible adds. A host name, or an address with a prefix length, is none. Names go into kolla_internal_fqdn and kolla_external_fqdn.",
  example: {
    bad: EXAMPLE4.replace("10.10.10.254", "cloud.example.com"),
    good: EXAMPLE4
  },
  *check(deployment2) {
    for (const name of VIPS) {
      const setting = ownSetting(deployment2, name);
      const text = deployment2.values.text(name);
      if (!setting || !text || isIP4(text) !== 0 || deployment2.values.bool("enable_keepalived") === false)
        continue;
      yield atValue(setting, `The ${name} "${text}" is no IP address.`, howToMend(name, text));
    }
  }
};
function howToMend(name, text) {
  if (text.includes("/")) return "Write the address without its prefix length.";
  if (/^[\d.]+$/.test(text)) return "Correct the address.";
  return `Write an address, and the name into ${name.replace("vip_address", "fqdn")}.`;
}
var oneSidedTls = {
  id: "kolla_ansible/one-sided-tls",
  severity: "error",
  summary: "one virtual address has TLS for one of its two networks only",
  help: "With a single virtual address the internal and the external endpoints are the same sockets: HAProxy cannot speak TLS on one and plain HTTP on the other. `kolla-ansible prechecks` fails. Switch TLS on for both, or give the external network an address of its own.",
  example: {
    bad: `${EXAMPLE4}kolla_enable_tls_external: true
`,
    good: `${EXAMPLE4}kolla_enable_tls_external: true
kolla_enable_tls_internal: true
`
  },
  *check(deployment2) {
    const { values } = deployment2;
    const [external, internal] = ["external", "internal"].map(
      (side) => values.bool(`kolla_enable_tls_${side}`)
    );
    const [vip, other] = VIPS.map((name) => values.text(name));
    const setting = ownSetting(deployment2, "kolla_enable_tls_external", "kolla_enable_tls_internal", ...VIPS);
    if (!setting || external === void 0 || internal === void 0 || external === internal) return;
    if (!vip || vip !== other) return;
    const [on, off] = external ? ["external", "internal"] : ["internal", "external"];
    yield atValue(
      setting,
      `TLS is on for the ${on} network and off for the ${off} one, and both have the address ${vip}.`,
      `Set kolla_enable_tls_${off} to yes, or give kolla_external_vip_address an address of its own.`
    );
  }
};
var defaultRouterId = {
  id: "kolla_ansible/default-router-id",
  severity: "notice",
  summary: "keepalived_virtual_router_id is the default",
  help: "Keepalived finds its peers by the VRRP router id, and every cloud that kolla-ansible deploys has 51 unless told otherwise. Two of them in one layer-2 network, or a staging cloud beside production, fight for their virtual addresses. Choose a number from 1 to 255 that is free in the network.",
  example: {
    bad: EXAMPLE4.replace("keepalived_virtual_router_id: 61\n", ""),
    good: EXAMPLE4
  },
  *check(deployment2) {
    const { values } = deployment2;
    const setting = ownSetting(deployment2, "keepalived_virtual_router_id", "kolla_internal_vip_address");
    if (!setting || values.bool("enable_keepalived") !== true) return;
    if (values.text("keepalived_virtual_router_id") !== DEFAULT_ROUTER_ID) return;
    if (twin(deployment2)) return;
    yield atValue(
      setting,
      "The VRRP router id is 51, as with every other cloud that kolla-ansible deploys.",
      "Set keepalived_virtual_router_id to a number from 1 to 255 that is free in the network."
    );
  }
};
var sharedRouterId = {
  id: "kolla_ansible/shared-router-id",
  severity: "error",
  summary: "two deployments share a VRRP router id in one network",
  help: "Keepalived takes every router with its own id in the layer-2 network for a peer: of two clouds with one id only one has its virtual address, and which one changes with every restart. Give each deployment in the network a keepalived_virtual_router_id of its own.",
  example: {
    bad: {
      "production/globals.yml": EXAMPLE4,
      "staging/globals.yml": EXAMPLE4.replace("10.10.10.254", "10.10.10.253")
    },
    good: {
      "production/globals.yml": EXAMPLE4,
      "staging/globals.yml": EXAMPLE4.replace("10.10.10.254", "10.10.10.253").replace("id: 61", "id: 62")
    }
  },
  *check(deployment2) {
    const setting = ownSetting(deployment2, "keepalived_virtual_router_id", "kolla_internal_vip_address");
    const other = twin(deployment2);
    if (!setting || !other) return;
    const [id, vip] = [deployment2.values.text("keepalived_virtual_router_id"), other.vip];
    yield atValue(
      setting,
      `The VRRP router id ${id} is also that of ${other.path}, whose address ${vip} is in the same network.`,
      "Give each of them a keepalived_virtual_router_id of its own."
    );
  }
};
var neighborhoods = /* @__PURE__ */ new WeakMap();
function twin(deployment2) {
  const key = neighborhoodOf(deployment2);
  if (key === void 0) return void 0;
  const vip = deployment2.values.text("kolla_internal_vip_address");
  return neighbors2(deployment2.all).get(key)?.find((other) => other.vip !== vip);
}
function neighbors2(all) {
  const known = neighborhoods.get(all);
  if (known) return known;
  const made4 = /* @__PURE__ */ new Map();
  for (const deployment2 of all) {
    const key = neighborhoodOf(deployment2);
    const vip = deployment2.values.text("kolla_internal_vip_address");
    if (key === void 0 || vip === void 0) continue;
    const places = made4.get(key) ?? [];
    made4.set(key, places);
    if (places.length < 2 && places.every((place) => place.vip !== vip))
      places.push({ path: deployment2.path, vip });
  }
  neighborhoods.set(all, made4);
  return made4;
}
function neighborhoodOf({ values, layout }) {
  const vip = values.text("kolla_internal_vip_address");
  const id = values.text("keepalived_virtual_router_id");
  const network = vip === void 0 || isIP4(vip) !== 4 ? void 0 : /^\d+\.\d+\.\d+\./.exec(vip)?.[0];
  const runs = layout === "kolla" && values.bool("enable_keepalived") === true;
  return network !== void 0 && id !== void 0 && runs ? `${id} ${network}` : void 0;
}

// src/definitions/kolla_ansible/index.ts
var kollaAnsibleRules = ruleSet({
  kind: "kolla_ansible",
  exampleFile: "globals.yml",
  rules: [
    misspelledVariable,
    removedVariable,
    notBoolean,
    wrongType,
    fernetTokenExpiry,
    interfaceName,
    movingTag,
    vipAddress,
    oneSidedTls,
    defaultRouterId,
    sharedRouterId,
    vipOfHost,
    sharedInterface,
    bridgeCount,
    tenantNetworkTypes,
    neutronDnsDomain,
    octaviaNetwork,
    cinderBackend,
    missingService,
    unknownOverride,
    misplacedOverride,
    replacingOverride,
    plaintextPassword2,
    emptyPassword,
    missingGroup,
    renamedGroup,
    evenControl,
    agentHosts,
    volumeCluster,
    missingCoordination,
    outsideNetwork
  ],
  subjects: deployments
});

// src/definitions/manifest/index.ts
function rule2(kind, page) {
  return {
    id: `manifest/${kind}`,
    severity: "error",
    ...page,
    *check({ path, problems }) {
      for (const problem5 of problems) {
        if (problem5.rule !== kind) continue;
        const { message, help, range: range2 } = problem5;
        yield { file: path, range: range2, message, help };
      }
    }
  };
}
var GOOD9 = "version: 1\nname: region-one\n";
var rules = [
  rule2("syntax", {
    summary: "changeover.yml is not YAML, or has a key twice",
    help: "A manifest that cannot be read stops every command. The finding stands where the parser gave up.",
    example: { bad: "version: 1\nname: [region-one\n", good: GOOD9 }
  }),
  rule2("schema", {
    summary: "a value in changeover.yml has the wrong form",
    help: "A manifest is checked against its JSON Schema, which editors can use as well: schemas/manifest.schema.json.",
    example: { bad: "version: 2\nname: region-one\n", good: GOOD9 }
  }),
  rule2("unknown-key", {
    summary: "changeover.yml has a key that means nothing",
    help: "A misspelled key would silently lose what it says, so none is accepted.",
    example: {
      bad: 'version: 1\nname: region-one\nvalidate: { ignored: ["docs/**"] }\n',
      good: 'version: 1\nname: region-one\nvalidate: { ignore: ["docs/**"] }\n'
    }
  }),
  rule2("reference", {
    summary: "changeover.yml names something that it does not define",
    help: "A name that leads nowhere, for instance the need for a service that is neither built in nor declared, would fail in the middle of a run.",
    example: {
      bad: "version: 1\nname: region-one\nservices:\n  glance: { needs: [keyston] }\n",
      good: "version: 1\nname: region-one\nservices:\n  glance: { needs: [keystone] }\n"
    }
  })
];
var manifestRules = ruleSet({
  kind: "manifest",
  exampleFile: "changeover.yml",
  rules,
  *subjects(definitions) {
    for (const { kind, path, yaml } of definitions) {
      if (kind === "manifest" && yaml) yield { path, problems: readManifest(yaml).problems };
    }
  }
});

// src/definitions/openstack_ansible/example.ts
var EXAMPLE5 = `cidr_networks:
  management: 172.29.236.0/22
used_ips:
  - "172.29.236.1,172.29.236.10"
global_overrides:
  internal_lb_vip_address: 172.29.236.9
  external_lb_vip_address: cloud.example.com
  management_bridge: br-mgmt
  provider_networks:
    - network:
        container_bridge: br-mgmt
        container_type: veth
        container_interface: eth1
        ip_from_q: management
        type: raw
        group_binds: [all_containers, hosts]
        is_management_address: true
shared_infra_hosts:
  infra1: { ip: 172.29.236.11 }
compute_hosts:
  compute1: { ip: 172.29.236.21 }
`;
var WITH_VLAN = EXAMPLE5.replace(
  "shared_infra_hosts",
  `    - network:
        container_bridge: br-vlan
        container_type: veth
        container_interface: eth11
        type: vlan
        net_name: physnet1
        range: "101:200"
        group_binds: [neutron_ovn_controller]
shared_infra_hosts`
);
var WITH_CLUSTER = EXAMPLE5.replace(
  "  infra1: { ip: 172.29.236.11 }\n",
  `  infra1: { ip: 172.29.236.11 }
  infra2: { ip: 172.29.236.12 }
  infra3: { ip: 172.29.236.13 }
load_balancer_hosts:
  infra1: { ip: 172.29.236.11 }
  infra2: { ip: 172.29.236.12 }
  infra3: { ip: 172.29.236.13 }
`
);

// src/definitions/openstack_ansible/network-rules.ts
var FILE_START3 = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
var missingNetworks = {
  id: "openstack_ansible/missing-networks",
  severity: "error",
  summary: "cidr_networks is missing",
  help: "cidr_networks names the networks from which containers get their addresses; the inventory generator stops without it, on metal as well.",
  example: { bad: EXAMPLE5.slice(EXAMPLE5.indexOf("used_ips")).replace(/ *ip_from_q.*\n/, ""), good: EXAMPLE5 },
  *check({ path, isWhole: isWhole2, definesNetworks }) {
    if (!isWhole2 || definesNetworks) return;
    yield {
      file: path,
      range: FILE_START3,
      message: "There is no cidr_networks.",
      help: "Add it, for example  cidr_networks: { management: 172.29.236.0/22 }."
    };
  }
};
var noManagementNetwork = {
  id: "openstack_ansible/no-management-network",
  severity: "error",
  summary: "no network is the management network",
  help: "The inventory generator needs to know the network over which Ansible reaches containers: the one in cidr_networks that is called management (container in older releases), or those from which a provider network with is_management_address takes its addresses. It stops when there is none.",
  example: {
    bad: EXAMPLE5.replace("  management:", "  mgmt:").replace("from_q: management", "from_q: mgmt").replace(/ *(management_bridge|is_management_address).*\n/g, ""),
    good: EXAMPLE5.replace("  management:", "  mgmt:").replace("from_q: management", "from_q: mgmt")
  },
  *check(deployment2) {
    const { isWhole: isWhole2, networks, isTemplated, overrides } = deployment2;
    const anywhere = isTemplated || [...networks.values()].some(({ node }) => isUnknown(node));
    if (!isWhole2 || networks.size === 0 || anywhere || isUnknown(overrides.get("provider_networks")?.entry.value))
      return;
    if (managementNetworks(deployment2).size > 0) return;
    const [first] = networks.values();
    if (!first) return;
    yield {
      file: first.file,
      range: first.range,
      message: `None of the networks in cidr_networks is for management: ${[...networks.keys()].join(", ")}.`,
      help: 'Call one of them "management", or set is_management_address: true on the provider network that takes addresses from it.'
    };
  }
};
function managementNetworks({ networks, providerNetworks }) {
  const names = ["container", "management"].filter((name) => networks.has(name));
  for (const network of providerNetworks ?? []) {
    const queue = option(network, "ip_from_q")?.text;
    const prefix = option(network, "address_prefix")?.text ?? "";
    const manages = isManagement(network) !== false || ["container", "management"].includes(prefix);
    if (queue !== void 0 && networks.has(queue) && manages) names.push(queue);
  }
  return new Set(names);
}
var invalidCidr = {
  id: "openstack_ansible/invalid-cidr",
  severity: "error",
  summary: "a network in cidr_networks is no network",
  help: "A network is an address and a prefix length: 172.29.236.0/22. The inventory generator stops at anything else; without a prefix length it takes the network for a single address and has none to give.",
  example: { bad: EXAMPLE5.replace("172.29.236.0/22", "172.29.236.0/33"), good: EXAMPLE5 },
  *check({ networks }) {
    for (const [name, { file, range: range2, text, node }] of networks) {
      if (isUnknown(node) || text !== void 0 && parseNetwork(text)) continue;
      const written3 = text === void 0 ? "nothing" : `"${text}"`;
      yield {
        file,
        range: range2,
        message: `The network "${name}" is ${written3}, which is no network in CIDR notation.`,
        help: text !== void 0 && parseAddress(text) ? `Add the prefix length, for example ${text}/22.` : "Write it as address/length, for example 172.29.236.0/22."
      };
    }
  }
};
var hostBits = {
  id: "openstack_ansible/host-bits",
  severity: "warning",
  summary: "a network is written with the address of a host",
  help: "A network starts at its first address. The inventory generator quietly takes the whole network around the address that is written; when a smaller network was meant, containers get addresses that belong to others.",
  example: { bad: EXAMPLE5.replace("172.29.236.0/22", "172.29.237.0/22"), good: EXAMPLE5 },
  *check({ networks }) {
    for (const [name, { file, range: range2, text = "" }] of networks) {
      const network = parseNetwork(text);
      const first = parseAddress(text.split("/")[0] ?? "");
      if (!network || first?.value === network.first.value) continue;
      yield {
        file,
        range: range2,
        message: `The network "${name}" is written as ${text}, which stands for ${writtenNetwork(text)}.`,
        help: `Write ${writtenNetwork(text)}, or the network that is meant.`
      };
    }
  }
};
var overlappingNetworks = {
  id: "openstack_ansible/overlapping-networks",
  severity: "warning",
  summary: "two networks in cidr_networks overlap",
  help: "Each network of cidr_networks is one of its own, on its own bridge. When two overlap, hosts and containers have two ways to the same address and answers go out by the wrong one.",
  example: {
    bad: EXAMPLE5.replace("used_ips", "  storage: 172.29.239.0/24\nused_ips"),
    good: EXAMPLE5.replace("used_ips", "  storage: 172.29.244.0/22\nused_ips")
  },
  *check({ networks }) {
    const sorted = [...networks].flatMap(([name, at]) => {
      const range2 = parseNetwork(at.text ?? "");
      return range2 ? [[name, at, range2]] : [];
    });
    sorted.sort(
      ([, , a], [, , b]) => Number(a.first.value > b.first.value) - Number(a.first.value < b.first.value)
    );
    let widest;
    for (const entry of sorted) {
      const [name, at, range2] = entry;
      if (widest && overlap(widest[2], range2)) yield overlapping([name, at], [widest[0], widest[1]]);
      if (!widest || range2.last.value > widest[2].last.value || !overlap(widest[2], range2)) widest = entry;
    }
  }
};
function overlapping(one, other) {
  const isBelow = one[1].range.start.line >= other[1].range.start.line;
  const [[name, at], [before, first]] = isBelow ? [one, other] : [other, one];
  return {
    file: at.file,
    range: at.range,
    message: `The network "${name}" (${at.text}) overlaps with "${before}" (${first.text}).`,
    help: "Give each network addresses of its own."
  };
}
var unknownQueue = {
  id: "openstack_ansible/unknown-queue",
  severity: "error",
  summary: "ip_from_q names a network that cidr_networks does not have",
  help: "A provider network takes the addresses of its containers from the network that ip_from_q names; the inventory generator stops when there is none of that name.",
  example: { bad: EXAMPLE5.replace("ip_from_q: management", "ip_from_q: managment"), good: EXAMPLE5 },
  *check({ networks, providerNetworks }) {
    if (networks.size === 0) return;
    for (const network of providerNetworks ?? []) {
      const queue = option(network, "ip_from_q");
      if (!queue?.text || networks.has(queue.text) || isUnknown(queue.node)) continue;
      const near = nearest(queue.text, networks.keys());
      yield {
        file: queue.file,
        range: queue.range,
        message: `There is no network "${queue.text}" in cidr_networks.`,
        help: near ? `Did you mean "${near}"?` : `It has: ${[...networks.keys()].join(", ")}.`
      };
    }
  }
};
function networkRanges({ networks }) {
  const ranges = /* @__PURE__ */ new Map();
  for (const [name, { text = "" }] of networks) {
    const range2 = parseNetwork(text);
    if (range2) ranges.set(name, range2);
  }
  return ranges;
}

// src/definitions/openstack_ansible/address-rules.ts
function hostAddresses({ groups }) {
  const pairs = /* @__PURE__ */ new Map();
  for (const host of groups.flatMap((group2) => group2.hosts)) {
    const text = host.ip?.text;
    if (!host.ip || text === void 0 || !parseAddress(text)) continue;
    const key = `${host.name}
${text}`;
    if (!pairs.has(key)) pairs.set(key, { host, ip: { ...host.ip, text } });
  }
  return [...pairs.values()];
}
var addressConflict = {
  id: "openstack_ansible/address-conflict",
  severity: "error",
  summary: "one host has two addresses, or two hosts have one",
  help: "A host has the same ip in every group, over openstack_user_config.yml and all of conf.d; the inventory generator stops otherwise. Anchors and aliases keep the addresses in one place.",
  example: { bad: EXAMPLE5.replace("ip: 172.29.236.21", "ip: 172.29.236.11"), good: EXAMPLE5 },
  *check(deployment2) {
    const byHost = /* @__PURE__ */ new Map();
    const byAddress = /* @__PURE__ */ new Map();
    for (const found2 of hostAddresses(deployment2)) {
      const { host, ip } = found2;
      const sameHost = byHost.get(host.name);
      const sameAddress = byAddress.get(ip.text);
      if (sameHost && sameHost.ip.text !== ip.text) {
        yield {
          file: ip.file,
          range: ip.range,
          message: `The host "${host.name}" has the address ${ip.text} here and ${sameHost.ip.text} in ${placeOf6(sameHost.ip)}.`,
          help: "Give it the same address everywhere."
        };
      } else if (sameAddress && sameAddress.host.name !== host.name) {
        yield {
          file: ip.file,
          range: ip.range,
          message: `The address ${ip.text} of "${host.name}" belongs to "${sameAddress.host.name}" in ${placeOf6(sameAddress.ip)}.`,
          help: "Give each host an address of its own, or the same name everywhere."
        };
      }
      byHost.set(host.name, sameHost ?? found2);
      byAddress.set(ip.text, sameAddress ?? found2);
    }
  }
};
function placeOf6({ file, range: range2 }) {
  return `${file}, line ${range2.start.line}`;
}
var invalidIp = {
  id: "openstack_ansible/invalid-ip",
  severity: "error",
  summary: "the ip of a host is no address",
  help: "The inventory generator writes the ip of a host into the inventory as it stands, and takes it out of the pool for containers. When it is no address (a number too large, a prefix length behind it), Ansible cannot reach the host, and a container may be given the address that was meant.",
  example: { bad: EXAMPLE5.replace("ip: 172.29.236.21", "ip: 172.29.236.21/22"), good: EXAMPLE5 },
  *check({ groups }) {
    const said = /* @__PURE__ */ new Set();
    for (const { ip } of groups.flatMap(({ hosts }) => hosts)) {
      if (!ip?.text || isUnknown(ip.node) || parseAddress(ip.text) || !/^[\d.:/\s]+$/.test(ip.text)) continue;
      const place = `${ip.file}:${ip.node.range.start.line}:${ip.node.range.start.column}`;
      if (said.has(place)) continue;
      said.add(place);
      const address = ip.text.trim().split("/")[0] ?? "";
      yield {
        file: ip.file,
        range: ip.range,
        message: `The ip "${ip.text}" is no address.`,
        help: parseAddress(address) ? `Write ${address} alone.` : "Write the address of the host on the management network."
      };
    }
  }
};
var hostOutsideNetwork = {
  id: "openstack_ansible/host-outside-network",
  severity: "warning",
  summary: "a host has an address outside of all networks",
  help: "The ip of a host is its address on the management network. One that lies in no network of cidr_networks, or in one that is not for management, is usually a slip of the pen; where hosts are reached over a routed network on purpose, switch the rule off.",
  example: { bad: EXAMPLE5.replace("ip: 172.29.236.21", "ip: 172.92.236.21"), good: EXAMPLE5 },
  *check(deployment2) {
    const ranges = networkRanges(deployment2);
    if (ranges.size === 0 || ranges.size < deployment2.networks.size) return;
    const management = managementNetworks(deployment2);
    const hosts = hostAddresses(deployment2);
    const outside = hosts.flatMap((found2) => {
      const where = whereOutside(found2.ip.text, ranges, management);
      const { managementIp } = found2.host;
      const isElsewhere = managementIp && whereOutside(managementIp.text ?? "", ranges, management) === void 0;
      return where === void 0 || isElsewhere ? [] : [[found2, where]];
    });
    const areAll = outside.length === hosts.length && hosts.length > 2;
    for (const [{ host, ip }, where] of areAll ? outside.slice(0, 1) : outside) {
      const others = areAll ? `, and so do those of all ${hosts.length} hosts` : "";
      yield {
        file: ip.file,
        range: ip.range,
        message: `The address ${ip.text} of "${host.name}" lies in ${where}${others}.`,
        help: "Give the address of the host on the management network, or correct the network."
      };
    }
  }
};
function whereOutside(text, ranges, management) {
  const address = parseAddress(text);
  if (!address) return void 0;
  const within2 = [...ranges].filter(([, range2]) => contains(range2, address)).map(([name]) => name);
  if (within2.some((name) => management.size === 0 || management.has(name))) return void 0;
  return within2[0] ? `the network "${within2[0]}", which is not for management` : "no network of cidr_networks";
}

// src/definitions/openstack_ansible/names.ts
var import_fastest_levenshtein6 = __toESM(require_mod(), 1);

// src/definitions/openstack_ansible/known.ts
var OLDER = "older";
var indexed2 = /* @__PURE__ */ new WeakMap();
function knownTo({ facts }) {
  const part = facts.part("openstack_ansible");
  const index2 = indexed2.get(part) ?? indexOf(part);
  indexed2.set(part, index2);
  return { release: facts.release, isAssumed: facts.isAssumed, ...index2 };
}
function indexOf(facts) {
  const spelling2 = new Map(facts.dashed.map((name) => [normalized(name), name]));
  const words2 = /* @__PURE__ */ new Set([...facts.variables, ...facts.mentioned, ...facts.secrets]);
  const elsewhere2 = {
    groups: new Map(Object.entries(facts.elsewhere.groups)),
    binds: new Map(Object.entries(facts.elsewhere.binds)),
    variables: new Map(Object.entries(facts.elsewhere.variables))
  };
  return {
    groups: new Set(facts.groups),
    parents: new Set(facts.parents),
    spelled: (group2) => spelling2.get(group2) ?? group2,
    components: new Set(facts.components),
    containers: new Map(Object.entries(facts.containers)),
    binds: new Set(facts.binds),
    variables: /* @__PURE__ */ new Set([...facts.variables, ...facts.secrets]),
    undefaulted: undefaulted(facts),
    maps: new Set(facts.maps),
    secrets: new Set(facts.secrets),
    requiredSecrets: facts.required_secrets,
    reads: (name) => words2.has(name),
    namesElsewhere: (what) => elsewhere2[what].keys(),
    elsewhere(what, name) {
      if (what === "groups" && OLD_GROUPS.has(name)) return [OLDER, OLDER];
      return elsewhere2[what].get(name);
    }
  };
}
function undefaulted({ variables, mentioned }) {
  const roles = new Set(variables.map((name) => name.slice(0, name.indexOf("_"))));
  return mentioned.filter((name) => name.split("_").length > 3 && roles.has(name.slice(0, name.indexOf("_"))));
}

// src/definitions/openstack_ansible/names.ts
function misspelled2(name, known) {
  if (name.startsWith("_")) return void 0;
  const words2 = name.split("_");
  return known.find((other) => {
    const others = other.split("_");
    if (digitsOf(name) !== digitsOf(other)) return false;
    if (words2.length !== others.length) return words2.join("") === others.join("");
    return others.every((word, index2) => slips(word, words2[index2] ?? "") <= allowedSlips(word));
  });
}
function misspelledKey(key, known) {
  if (known.includes(key) || key.startsWith("_")) return void 0;
  return known.find((other) => (0, import_fastest_levenshtein6.distance)(key, other) === 1 && key.length > 3 || areSwapped(key, other));
}
function digitsOf(text) {
  return text.replace(/\D/g, "");
}
function allowedSlips(word) {
  return word.length < 4 ? 0 : Math.min(2, Math.floor(word.length / 3));
}
var MisspelledWords = class {
  byGap = /* @__PURE__ */ new Map();
  byLetters = /* @__PURE__ */ new Map();
  constructor(known) {
    for (const name of known) {
      this.byLetters.set(name.replaceAll("_", ""), name);
      for (const [gap] of gapsOf2(name)) {
        const others = this.byGap.get(gap);
        if (others) others.push(name);
        else this.byGap.set(gap, [name]);
      }
    }
  }
  meant(name) {
    const joined3 = this.byLetters.get(name.replaceAll("_", ""));
    if (joined3) return joined3;
    for (const [gap, word, index2] of gapsOf2(name)) {
      const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
      const found2 = this.byGap.get(gap)?.find((other) => {
        const meant = other.split("_")[index2] ?? "";
        return digitsOf(meant) === digitsOf(word) && slips(word, meant) <= allowed;
      });
      if (found2) return found2;
    }
    return void 0;
  }
};
function gapsOf2(name) {
  const gaps = [];
  for (let start = 0; start <= name.length; ) {
    const next = name.indexOf("_", start);
    const end = next === -1 ? name.length : next;
    gaps.push([`${name.slice(0, start)}*${name.slice(end)}`, name.slice(start, end), gaps.length]);
    start = end + 1;
  }
  return gaps;
}
function goneFrom({ release, isAssumed }, what, [first, last]) {
  const at = (series) => RELEASES.indexOf(series);
  const since = at(first) > at(release) ? `it comes with ${first}` : `the last release that has it is ${last}`;
  return {
    message: `openstack-ansible ${release} does not have ${what}: ${last === OLDER ? "only an older one has it" : since}.`,
    severity: isAssumed ? "warning" : "error"
  };
}
function orSayRelease(help, { isAssumed }) {
  return isAssumed ? `${help.replace(/\.$/, "")}, or say openstack_release in changeover.yml.` : help;
}

// src/definitions/openstack_ansible/bind-rules.ts
function bindable({ known, environment, groups }) {
  const names = /* @__PURE__ */ new Set([...known.binds, ...environment.names, "hosts", "localhost", "all"]);
  for (const name of [...names])
    if (name.endsWith("_containers")) names.add(name.replace(/_containers$/, "_all"));
  for (const { name, hosts } of groups) {
    names.add(name);
    for (const host of hosts) names.add(`${host.name}_host_containers`.replaceAll("-", "_"));
  }
  return names;
}
var unknownBind = {
  id: "openstack_ansible/unknown-bind",
  severity: "error",
  summary: "a provider network is bound to a group that does not exist",
  help: "group_binds lists the groups of the inventory whose members get the network: components such as nova_compute, kinds of containers, or all_containers and hosts. A group that does not exist has no members, and the inventory generator does not say so. It is an error when the name looks misspelled, and a warning otherwise.",
  example: {
    bad: WITH_VLAN.replace("neutron_ovn_controller", "neutron_ovn_controler"),
    good: WITH_VLAN
  },
  *check(deployment2) {
    const names = bindable(deployment2);
    const nearby = () => [...names, ...deployment2.known.namesElsewhere("binds")];
    for (const network of deployment2.providerNetworks ?? []) {
      yield* bindsNoList(network);
      for (const { group: group2, text = "", file, range: range2 } of bindsOf(network)) {
        if (names.has(group2) || deployment2.known.elsewhere("binds", group2)) continue;
        const meant = misspelled2(group2, [...names]);
        const near = meant ?? nearest(group2, nearby());
        yield {
          file,
          range: range2,
          message: `There is no group "${text}": nothing gets the network by it.`,
          help: near ? `Did you mean "${near}"?` : "Name a group of the inventory, or define it in env.d.",
          ...meant ? {} : { severity: "warning" }
        };
      }
    }
  }
};
function* bindsNoList({ file, node }) {
  const binds = childOf(node, "group_binds");
  if (!binds || asSequence(binds) || isUnknown(binds) || option({ file, node, keyRange: node.range }, "group_binds") === void 0)
    return;
  yield {
    file,
    range: binds.range,
    message: "group_binds is no list: the network is bound to nothing.",
    help: "Write the groups as a list, for example  group_binds: [nova_compute]."
  };
}
var removedBind = {
  id: "openstack_ansible/removed-bind",
  severity: "warning",
  summary: "a provider network is bound to what this release does not have",
  help: "Agents come and go with the releases: a provider network that is bound to one which is not there any more (neutron_linuxbridge_agent above all) reaches nothing, and the inventory generator does not say so. It is an error once the release is known (openstack_release in changeover.yml). When the network is bound to other groups too, the name is only left over.",
  example: {
    bad: WITH_VLAN.replace("neutron_ovn_controller", "neutron_linuxbridge_agent"),
    good: WITH_VLAN
  },
  *check(deployment2) {
    const names = bindable(deployment2);
    for (const network of deployment2.providerNetworks ?? []) {
      const binds = bindsOf(network);
      const isLeftover = binds.some(({ group: group2 }) => names.has(group2));
      for (const { group: group2, text = "", file, range: range2 } of binds) {
        const span = names.has(group2) ? void 0 : deployment2.known.elsewhere("binds", group2);
        if (!span) continue;
        const next = Object.hasOwn(REPLACEMENTS, group2) ? REPLACEMENTS[group2] : void 0;
        yield {
          file,
          range: range2,
          ...goneFrom(deployment2.known, `"${text}"`, span),
          ...isLeftover ? { severity: "notice" } : {},
          help: orSayRelease(next ? `Bind the network to ${next}.` : "Remove it.", deployment2.known)
        };
      }
    }
  }
};

// src/definitions/openstack_ansible/environment.ts
var SKELETONS = ["physical_skel", "component_skel", "container_skel"];
function ownEnvironment(files2) {
  const entries = files2.flatMap(entriesIn);
  const names = new Set(entries.flatMap(({ name, entry }) => [name, ...listed2(entry.value, "belongs_to")]));
  const physical = entries.filter(({ skeleton }) => skeleton === "physical_skel");
  return { files: files2, entries, names, groups: new Set(physical.map(({ name }) => name)) };
}
function entriesIn(file) {
  const root = rootMapping(file);
  return SKELETONS.flatMap(
    (skeleton) => entriesOf(asMapping(childOf(root, skeleton))).map((entry) => ({
      file: file.path,
      skeleton,
      name: normalized(entry.key),
      entry
    }))
  );
}
function listed2(node, key) {
  return (asSequence(childOf(node, key))?.items ?? []).flatMap((item) => {
    const { text } = placed("", item);
    return text === void 0 || isUnknown(item) ? [] : [normalized(text)];
  });
}
function allContainers({ entries }, known) {
  const all = new Map(known.containers);
  for (const { skeleton, name, entry } of entries) {
    if (skeleton !== "container_skel") continue;
    const before = all.get(name);
    const has2 = (key) => childOf(entry.value, key) !== void 0;
    const metal = childOf(childOf(entry.value, "properties"), "is_metal");
    all.set(name, {
      groups: has2("belongs_to") ? listed2(entry.value, "belongs_to").map(placingGroup) : before?.groups ?? [],
      contains: has2("contains") ? listed2(entry.value, "contains") : before?.contains ?? [],
      metal: metal ? truthOf(metal) === true : before?.metal ?? false
    });
  }
  return all;
}
function placingGroup(containers) {
  return containers.replace(/_[^_]*$/, "_hosts");
}

// src/definitions/openstack_ansible/inventory.ts
var made2 = /* @__PURE__ */ new WeakMap();
function inventoryOf(deployment2) {
  const known = made2.get(deployment2);
  if (known) return known;
  const hosts = hostsByGroup(deployment2);
  const placements = [];
  for (const [container, { groups, contains: contains2, metal }] of allContainers(
    deployment2.environment,
    deployment2.known
  )) {
    for (const group2 of new Set(groups)) {
      for (const entries of hosts.get(group2)?.values() ?? []) {
        const [host] = entries;
        if (!host) continue;
        const isMetal = metal || withoutContainers(entries, deployment2);
        placements.push({ container, host, count: affinityOf(entries, container), metal: isMetal, contains: contains2 });
      }
    }
  }
  const addresses = /* @__PURE__ */ new Set();
  for (const { hosts: hosts2 } of deployment2.groups) for (const { ip } of hosts2) if (ip?.text) addresses.add(ip.text);
  const inventory = { placements, addresses };
  made2.set(deployment2, inventory);
  return inventory;
}
function hostsByGroup({ groups }) {
  const found2 = /* @__PURE__ */ new Map();
  for (const { name, hosts } of groups) {
    const ofGroup = found2.get(name) ?? /* @__PURE__ */ new Map();
    found2.set(name, ofGroup);
    for (const host of hosts) {
      const entries = ofGroup.get(host.name);
      if (entries) entries.push(host);
      else ofGroup.set(host.name, [host]);
    }
  }
  return found2;
}
function withoutContainers(entries, { noContainers }) {
  const own3 = entries.map(({ value }) => childOf(value, "no_containers")).findLast((node) => node !== void 0);
  return own3 ? truthOf(own3) !== false : noContainers;
}
function affinityOf(entries, container) {
  for (const { value } of [...entries].reverse()) {
    const written3 = childOf(childOf(value, "affinity"), container);
    const count = asScalar(written3)?.value;
    if (written3 && typeof count === "number" && !isUnknown(written3)) return count;
  }
  return 1;
}

// src/definitions/openstack_ansible/used-ips.ts
var MORE = 'used_ips: ["172.29.236.1,172.29.236.20"]\nimage_hosts:\n  infra1: { ip: 172.29.236.11 }\n';
var FORM = 'Write one address, or two with a comma between them, in quotes: "172.29.236.1,172.29.236.50".';
function readEntry(node) {
  const scalar = asScalar(node);
  if (typeof scalar?.value !== "string") return { problem: "This entry of used_ips is no text.", help: FORM };
  const { text } = scalar;
  if (isTemplatedValue(text)) return "templated";
  const parts = text.split(",");
  const first = parseAddress(parts[0] ?? "");
  const last = parseAddress(parts.at(-1) ?? "");
  if (!first || !last || parts.length > 2) {
    const onlySpaced = parts.length <= 2 && parts.every((part) => parseAddress(part.trim()));
    return onlySpaced ? { problem: `"${text}" in used_ips holds spaces.`, help: `Write "${text.replace(/\s/g, "")}".` } : { problem: `"${text}" in used_ips is neither an address nor a range of two.`, help: FORM };
  }
  if (first.family !== last.family || first.value > last.value) {
    return {
      problem: `The range "${text}" in used_ips ends before it starts.`,
      help: "Write the lower address first."
    };
  }
  return { range: { first, last } };
}
function reservedRanges(usedIps) {
  const items = asSequence(usedIps?.node)?.items ?? [];
  const entries = items.map(readEntry);
  if (entries.includes("templated") || isTemplatedValue(usedIps?.text ?? "")) return "unknown";
  return entries.flatMap((entry) => typeof entry === "object" && "range" in entry ? [entry.range] : []);
}
var usedIpsSyntax = {
  id: "openstack_ansible/used-ips-syntax",
  severity: "error",
  summary: "an entry of used_ips reserves nothing",
  help: "An entry is one address, or the first and the last of a range with a comma between them. The generator takes anything else for the name of an address that never occurs (a range with a dash, a network) or stops, and the addresses that were meant are given to containers.",
  example: {
    bad: EXAMPLE5.replace("global_overrides", '  - "172.29.236.200-172.29.236.210"\nglobal_overrides'),
    good: EXAMPLE5
  },
  *check({ usedIps }) {
    if (!usedIps || asScalar(usedIps.node)?.value === null || isTemplatedValue(usedIps.text ?? "")) return;
    const { file } = usedIps;
    const list4 = asSequence(usedIps.node);
    if (!list4) {
      yield {
        file,
        range: usedIps.range,
        message: "used_ips is no list, so it reserves nothing.",
        help: FORM
      };
      return;
    }
    for (const item of list4.items) {
      const entry = readEntry(item);
      if (typeof entry === "object" && "problem" in entry) {
        yield { file, range: item.range, message: entry.problem, help: entry.help };
      }
    }
  }
};
var usedIpsOutside = {
  id: "openstack_ansible/used-ips-outside",
  severity: "warning",
  summary: "an entry of used_ips lies in no network",
  help: "used_ips keeps addresses of cidr_networks from being given to containers; an entry that lies in none of the networks does nothing. Often the network was changed and the entry was not, so that the addresses which were meant are given away. When every network has entries of its own, it is only left over, and a notice.",
  example: {
    bad: EXAMPLE5.replace("172.29.236.1,172.29.236.10", "172.92.236.1,172.92.236.10").replace(".9\n", ".11\n"),
    good: EXAMPLE5
  },
  *check(deployment2) {
    const networks = [...networkRanges(deployment2).values()];
    if (networks.length === 0 || networks.length < deployment2.networks.size) return;
    const items = asSequence(deployment2.usedIps?.node)?.items ?? [];
    const entries = items.flatMap((item) => {
      const entry = readEntry(item);
      return typeof entry === "object" && "range" in entry ? [[item, entry.range]] : [];
    });
    const isLeftover = networks.every((network) => entries.some(([, range2]) => overlap(network, range2)));
    for (const [item, range2] of entries) {
      if (networks.some((network) => overlap(network, range2))) continue;
      yield {
        file: deployment2.usedIps?.file ?? "",
        range: item.range,
        message: `The entry "${asScalar(item)?.text}" of used_ips lies in none of the networks in cidr_networks.`,
        help: "Correct the addresses, or remove the entry.",
        ...isLeftover ? { severity: "notice" } : {}
      };
    }
  }
};
var listReplaced = {
  id: "openstack_ansible/list-replaced",
  severity: "error",
  summary: "a list stands in two files, and only one of them counts",
  help: "The inventory generator merges openstack_user_config.yml and all of conf.d, but only mappings: of two lists the one that is read last counts as a whole, and the order of the files in conf.d is that of the file system. With used_ips in two files, addresses that one of them keeps are given to containers. Keep used_ips and provider_networks in one file.",
  example: {
    bad: { "openstack_user_config.yml": EXAMPLE5, "conf.d/more.yml": MORE },
    good: {
      "openstack_user_config.yml": EXAMPLE5,
      "conf.d/more.yml": MORE.replace(/used_ips[^_]*(?=image)/, "")
    }
  },
  *check({ lists }) {
    const first = /* @__PURE__ */ new Map();
    for (const { name, file, range: range2 } of lists) {
      const before = first.get(name) ?? file;
      first.set(name, before);
      if (before === file) continue;
      yield {
        file,
        range: range2,
        message: `${name} is also in ${before}: only one of the two lists counts.`,
        help: `Keep all of ${name} in one file.`
      };
    }
  }
};

// src/definitions/openstack_ansible/cluster-rules.ts
var CLUSTERS2 = [
  { container: "galera_container", name: "Galera" },
  { container: "rabbit_mq_container", name: "RabbitMQ" }
];
var MANY = 3;
var quorum = {
  id: "openstack_ansible/quorum",
  severity: "warning",
  summary: "a cluster has no majority left when one member fails",
  help: "Galera and RabbitMQ go on only while more than half of their members are there. With two members, either failure stops the cloud; with four, no more failures are survived than with three. Deploy three or five. A single member is only spoken of when there are three compute hosts or more.",
  example: {
    bad: WITH_CLUSTER.replace(/ {2}infra3.*\n/g, ""),
    good: WITH_CLUSTER
  },
  *check(deployment2) {
    if (!deployment2.isWhole || deployment2.isTemplated) return;
    const said = /* @__PURE__ */ new Set();
    for (const { container, name } of CLUSTERS2) {
      const members = membersOf(deployment2, container);
      const group2 = deployment2.groups.find(
        ({ hosts }) => hosts.some((host) => members.hosts.has(host.name) && members.groups.has(host.group))
      );
      if (!group2 || members.count === 0 || said.has(group2.name)) continue;
      const problem5 = quorumProblem(name, members.count, deployment2);
      if (!problem5) continue;
      said.add(group2.name);
      yield { file: group2.file, range: group2.keyRange, ...problem5 };
    }
  }
};
function quorumProblem(name, count, { groups }) {
  const help = "Deploy an odd number of members, three or more.";
  if (count % 2 === 0) {
    return {
      message: `${name} has ${count} members: ${count === 2 ? "either failure stops it" : `it survives no more failures than with ${count - 1}`}.`,
      help
    };
  }
  return count === 1 && hostsIn(groups, "compute_hosts").size >= MANY ? { message: `${name} has a single member: nothing takes over when it fails.`, help } : void 0;
}
function membersOf(deployment2, container) {
  const counts = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Set();
  for (const placement of inventoryOf(deployment2).placements) {
    if (placement.container !== container || placement.count < 1) continue;
    counts.set(
      placement.host.name,
      Math.max(counts.get(placement.host.name) ?? 0, placement.metal ? 1 : placement.count)
    );
    groups.add(placement.host.group);
  }
  const count = [...counts.values()].reduce((sum, each) => sum + each, 0);
  return { count, groups, hosts: new Set(counts.keys()) };
}
function hostsIn(groups, ...names) {
  return new Set(
    groups.filter(({ name }) => names.includes(name)).flatMap(({ hosts }) => hosts.map(({ name }) => name))
  );
}
var singleLoadBalancer = {
  id: "openstack_ansible/single-load-balancer",
  severity: "notice",
  summary: "a cluster of controllers has one load balancer",
  help: "The virtual addresses move between load balancers by Keepalived, which openstack-ansible only sets up when there are at least two of them. With a single one, all API endpoints are gone while that host is, however many controllers there are.",
  example: {
    bad: WITH_CLUSTER.replace(/(load_balancer_hosts:\n.*\n).*\n.*\n/, "$1"),
    good: WITH_CLUSTER
  },
  *check(deployment2) {
    const { groups, isTemplated, isWhole: isWhole2 } = deployment2;
    const balancers = groups.filter(({ name }) => BALANCERS.includes(name));
    const [first] = balancers;
    if (!first || !isWhole2 || isTemplated || hostsIn(groups, ...BALANCERS).size !== 1) return;
    if (membersOf(deployment2, "galera_container").hosts.size < MANY) return;
    yield {
      file: first.file,
      range: first.keyRange,
      message: "There is a single load balancer: the virtual addresses cannot move to another one.",
      help: `Put a second host under "${first.key}".`
    };
  }
};
var BALANCERS = ["load_balancer_hosts", "haproxy_hosts"];
var poolExhausted = {
  id: "openstack_ansible/pool-exhausted",
  severity: "error",
  summary: "a network has fewer addresses than there are containers on it",
  help: "Each container gets an address of its own out of every network that it is bound to. When those that are neither in used_ips nor hosts run out, the inventory generator stops.",
  example: {
    bad: EXAMPLE5.replace("172.29.236.1,172.29.236.10", "172.29.236.1,172.29.239.254"),
    good: EXAMPLE5
  },
  *check(deployment2) {
    const reserved = reservedRanges(deployment2.usedIps);
    if (!deployment2.isWhole || reserved === "unknown") return;
    const needed = containersByQueue(deployment2);
    for (const [name, range2] of networkRanges(deployment2)) {
      const need = needed.get(name) ?? 0;
      const free = need === 0 ? 0n : freeIn(range2, reserved, inventoryOf(deployment2).addresses);
      const at = deployment2.networks.get(name);
      if (!at || free >= BigInt(need)) continue;
      yield {
        file: at.file,
        range: at.range,
        message: `The network "${name}" has ${free} free addresses for at least ${need} containers.`,
        help: "Make the network larger, or used_ips smaller."
      };
    }
  }
};
function containersByQueue(deployment2) {
  const containers = /* @__PURE__ */ new Map();
  for (const placement of inventoryOf(deployment2).placements) {
    if (!placement.metal) containers.set(`${placement.host.name}
${placement.container}`, placement);
  }
  const bound = /* @__PURE__ */ new Map();
  for (const network of deployment2.providerNetworks ?? []) {
    const queue = textOf(network, "ip_from_q");
    if (queue === void 0 || option(network, "reference_group")) continue;
    const binds = new Set(bindsOf(network).map(({ group: group2 }) => group2));
    const on = bound.get(queue) ?? /* @__PURE__ */ new Set();
    bound.set(queue, on);
    for (const placement of containers.values()) if (isBound(placement, binds)) on.add(placement);
  }
  return new Map(
    [...bound].map(([queue, on]) => [queue, [...on].reduce((sum, { count }) => sum + Math.max(0, count), 0)])
  );
}
function isBound({ container, contains: contains2 }, binds) {
  return binds.has("all_containers") || binds.has(container) || contains2.some((component) => binds.has(component));
}
function freeIn(range2, reserved, hosts) {
  const { family } = range2.first;
  const alone = [...hosts].flatMap((text) => parseAddress(text) ?? []).filter((address) => contains(range2, address));
  const edges = [range2.first, range2.last];
  const used = [...reserved, ...[...alone, ...edges].map((address) => ({ first: address, last: address }))].filter(({ first }) => first.family === family).sort((a, b) => Number(a.first.value > b.first.value) - Number(a.first.value < b.first.value));
  let free = sizeOf2(range2);
  let next = range2.first.value;
  for (const { first, last } of used) {
    const from = largest(first.value, next);
    const to = smallest(last.value, range2.last.value);
    if (to >= from) free -= to - from + 1n;
    next = largest(next, to + 1n);
  }
  return free;
}
function largest(a, b) {
  return a > b ? a : b;
}
function smallest(a, b) {
  return a < b ? a : b;
}

// src/definitions/openstack_ansible/variables.ts
function readVariables(files2) {
  const inOrder2 = [...files2].sort((a, b) => a.path < b.path ? -1 : 1);
  const isExtra = ({ path }) => partOf(path).part === "user_variables";
  const settings = /* @__PURE__ */ new Map();
  for (const file of inOrder2) {
    for (const entry of entriesOf(rootMapping(file))) {
      const setting = { file: file.path, isExtra: isExtra(file), entry };
      const others = settings.get(entry.key);
      if (others) others.push(setting);
      else settings.set(entry.key, [setting]);
    }
  }
  const extraFiles = inOrder2.filter(isExtra);
  const isUnread = ({ unread, yaml, templated }) => unread !== void 0 || templated === true || yaml?.problems.some(({ kind }) => kind === "syntax") === true;
  return {
    extraFiles,
    isThere: extraFiles.length > 0,
    hasUnread: inOrder2.some(isUnread),
    settings
  };
}

// src/definitions/openstack_ansible/deployment.ts
function* deployments2(definitions, context) {
  for (const { path, mains, shared, skeletons, variables } of folders2(definitions)) {
    const main = mains.find(({ path: path2 }) => isUserConfig(path2));
    const make = (file, more, vars) => deployment({ folder: path, main: file, shared: more, skeletons, variables: vars }, definitions, context);
    if (main || shared.length + skeletons.length + variables.length > 0) yield make(main, shared, variables);
    for (const other of mains) if (other !== main) yield make(other, [], []);
  }
}
function folders2(definitions) {
  const found2 = /* @__PURE__ */ new Map();
  const unread = [];
  for (const definition of definitions) {
    const { part, folder: path } = partOf(definition.path);
    if (definition.kind !== "openstack_ansible") {
      if (part === "user_variables" || part === "group_variables") unread.push([path, definition]);
      continue;
    }
    const folder = found2.get(path) ?? { path, mains: [], shared: [], skeletons: [], variables: [] };
    found2.set(path, folder);
    if (part === "main") folder.mains.push(definition);
    else if (part === "conf.d") folder.shared.push(definition);
    else if (part === "env.d") folder.skeletons.push(definition);
    else folder.variables.push(definition);
  }
  for (const [path, definition] of unread) found2.get(path)?.variables.push(definition);
  return found2.values();
}
function deployment(files2, everything, context) {
  const { folder, main, shared, skeletons, variables } = files2;
  const configFiles2 = main ? [main, ...shared] : [...shared];
  const first = configFiles2[0] ?? variables[0] ?? skeletons[0];
  return {
    ...readConfig(configFiles2),
    path: first?.path ?? "",
    isWhole: main?.yaml?.problems.every(({ kind }) => kind !== "syntax") ?? false,
    isTemplated: [...configFiles2, ...skeletons].some(({ templated }) => templated),
    environment: ownEnvironment(skeletons),
    variables: readVariables(variables),
    get known() {
      return knownTo(context);
    },
    files: context.files,
    folder,
    everything
  };
}

// src/definitions/openstack_ansible/environment-rules.ts
var config = { "openstack_user_config.yml": EXAMPLE5 };
var FILE4 = "env.d/gpu.yml";
var FILE_START4 = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
var GOOD10 = `component_skel:
  gpu_agent:
    belongs_to: [gpu_all]
container_skel:
  gpu_container:
    belongs_to: [gpu_containers]
    contains: [gpu_agent]
physical_skel:
  gpu_containers:
    belongs_to: [all_containers]
  gpu_hosts:
    belongs_to: [hosts]
`;
var invalidEnvironment = {
  id: "openstack_ansible/invalid-environment",
  severity: "error",
  summary: "an entry of env.d lacks what the inventory generator reads",
  help: "Every entry of physical_skel and component_skel that is new has a list belongs_to, and what a container contains is defined in some component_skel. The inventory generator stops with a bare KeyError otherwise.",
  example: {
    bad: GOOD10.replace("  gpu_hosts:\n    belongs_to: [hosts]", "  gpu_hosts:\n    is_part_of: [hosts]"),
    good: GOOD10,
    file: FILE4
  },
  *check(deployment2) {
    const { environment } = deployment2;
    for (const each of environment.entries) {
      if (each.skeleton !== "container_skel") yield* withoutParents(each, deployment2);
    }
    yield* unknownComponents(deployment2);
  }
};
function* withoutParents({ file, skeleton, name, entry }, { known }) {
  const belongs = childOf(entry.value, "belongs_to");
  const isBuiltIn = skeleton === "component_skel" ? known.components.has(name) : known.binds.has(name);
  if (isUnknown(entry.value) || isUnknown(belongs) || asSequence(belongs)) return;
  if (!belongs && isBuiltIn && asMapping(entry.value)) return;
  yield {
    file,
    range: belongs?.range ?? entry.keyRange,
    message: belongs ? `belongs_to of "${entry.key}" is no list.` : `"${entry.key}" has no belongs_to.`,
    help: `Add the groups that it is part of, for example  belongs_to: [${skeleton === "physical_skel" ? "hosts" : "nova_all"}].`
  };
}
function* unknownComponents(deployment2) {
  const { environment, known } = deployment2;
  const containers = environment.entries.filter(({ skeleton }) => skeleton === "container_skel");
  if (containers.length === 0) return;
  const placed2 = new Set(inventoryOf(deployment2).placements.map(({ container }) => container));
  const all = allContainers(environment, known);
  const isDefined = (name) => known.binds.has(name) || environment.names.has(name) || all.has(name) || known.groups.has(name);
  for (const { file, name, entry } of containers) {
    const items = asSequence(childOf(entry.value, "contains"))?.items ?? [];
    for (const [index2, component] of listed2(entry.value, "contains").entries()) {
      if (isDefined(component) || !placed2.has(name)) continue;
      yield {
        file,
        range: items[index2]?.range ?? entry.keyRange,
        message: `The container "${entry.key}" contains "${component}", which nothing defines.`,
        help: `Define "${component}" in component_skel, or correct the name.`
      };
    }
  }
}
var customEnvironment = {
  id: "openstack_ansible/custom-environment",
  severity: "notice",
  summary: "an env.d of one's own stops every upgrade",
  help: "openstack-ansible's upgrade stops when there are files in env.d, so that somebody compares them with the release's own; with SKIP_CUSTOM_ENVD_CHECK=true it goes on. Files that are the same as those of the release are deleted. Set the variable in the upgrade once the comparison is done, and silence this notice beside it.",
  example: { bad: { ...config, [FILE4]: GOOD10 }, good: config },
  *check({ environment, isWhole: isWhole2 }) {
    const [first] = environment.files;
    if (!first || !isWhole2) return;
    const count = environment.files.length;
    yield {
      file: first.path,
      range: FILE_START4,
      message: count === 1 ? "An upgrade will stop at this file of env.d." : `An upgrade will stop at this file of env.d and ${count - 1} more.`,
      help: "Compare it with the new release before an upgrade, and then set SKIP_CUSTOM_ENVD_CHECK=true."
    };
  }
};
var committedInventory = {
  id: "openstack_ansible/committed-inventory",
  severity: "notice",
  summary: "the generated inventory is in the repository",
  help: "openstack_inventory.json is state: the inventory generator writes into it which container has which name and address, whenever it runs. A copy that is older than the cloud makes it invent containers anew. Keep it where the generator runs and back it up from there, or commit it after every run.",
  example: {
    bad: { ...config, "openstack_inventory.json": "{}\n" },
    good: config
  },
  *check({ files: files2, folder, path, isWhole: isWhole2 }) {
    const name = `${folder}openstack_inventory.json`;
    if (!isWhole2 || !files2.has(name)) return;
    yield {
      file: path,
      range: FILE_START4,
      message: `The generated inventory ${name} is in the repository beside this file.`,
      help: "Keep it out of the repository, or commit it after every run of the generator."
    };
  }
};

// src/definitions/openstack_ansible/group-rules.ts
var unknownGroup = {
  id: "openstack_ansible/unknown-group",
  severity: "error",
  summary: "hosts stand under a group that deploys nothing",
  help: "Services are deployed to the hosts of the groups that openstack-ansible knows, or that env.d adds. Under another name the hosts get nothing, and nobody says so. It is an error when the name looks like a misspelled group or is the name of a service; for other groups it is a warning, given when some of its hosts stand under no known group at all.",
  example: { bad: EXAMPLE5.replace("compute_hosts", "compute_host"), good: EXAMPLE5 },
  *check(deployment2) {
    const { groups, known } = deployment2;
    const placedHosts = hostsOfKnown(deployment2);
    for (const group2 of groups) {
      if (isKnown(group2, deployment2)) {
        yield* misspelledDashes(group2, deployment2);
        continue;
      }
      if (group2.hosts.length === 0) continue;
      if (known.elsewhere("groups", group2.name) || isParent(group2, deployment2)) continue;
      const problem5 = whyUnknown(group2, deployment2, placedHosts);
      if (group2.isShared && !misspelledGroup(group2.name, deployment2)) continue;
      if (problem5) yield { file: group2.file, range: group2.keyRange, ...problem5 };
    }
  }
};
function hostsOfKnown(deployment2) {
  const known = deployment2.groups.filter((group2) => isKnown(group2, deployment2));
  return new Set(known.flatMap(({ hosts }) => hosts.map(({ name }) => name)));
}
function isKnown({ name }, { known, environment }) {
  return known.groups.has(name) || environment.groups.has(name);
}
function* misspelledDashes({ key, name, file, keyRange }, { known, environment }) {
  const spelled = known.spelled(name);
  if (!spelled.includes("-") || key === spelled || environment.groups.has(name)) return;
  yield {
    file,
    range: keyRange,
    message: `openstack-ansible ${known.release} does not know the group "${key}": it writes "${spelled}".`,
    help: orSayRelease(`Write ${spelled}.`, known),
    severity: known.isAssumed ? "warning" : "error"
  };
}
function isParent({ name }, { known, environment }) {
  return known.parents.has(name) || environment.names.has(name);
}
function misspelledGroup(name, { known, environment }) {
  return misspelled2(name, [...known.groups, ...environment.groups]);
}
function whyUnknown({ key, name, hosts }, { known, environment }, placedHosts) {
  if (name === "lxc_hosts") {
    return { message: 'The group "lxc_hosts" is made by the inventory generator.', help: "Remove it." };
  }
  const message = `There is no group "${key}": nothing is deployed to its hosts.`;
  const meantByName = misspelledGroup(name, { known, environment });
  if (meantByName) return { message, help: `Did you mean "${known.spelled(meantByName)}"?` };
  const meant = Object.hasOwn(MEANT_GROUPS, name) ? MEANT_GROUPS[name] : void 0;
  if (meant) return { message, help: `The group for it is "${known.spelled(meant)}".` };
  if (!name.endsWith("_hosts") || hosts.every((host) => placedHosts.has(host.name))) return void 0;
  const near = nearest(name, known.groups);
  const hint2 = near ? `Did you mean "${known.spelled(near)}"? ` : "";
  return {
    message,
    help: `${hint2}Put its hosts under a known group too, or define the group in env.d.`,
    severity: "warning"
  };
}
var removedGroup = {
  id: "openstack_ansible/removed-group",
  severity: "warning",
  summary: "hosts stand under a group that this release does not have",
  help: "Groups come and go with the services of openstack-ansible. Under a group that only other releases have, hosts get nothing, and the inventory generator does not stop. It is an error once the release is known (openstack_release in changeover.yml), unless all of its hosts stand under other groups and nothing took its place; move the hosts to the group that took its place, or say for which release the configuration is.",
  example: {
    bad: EXAMPLE5.replace(
      "compute_hosts",
      "sahara_infra_hosts:\n  infra1: { ip: 172.29.236.11 }\ncompute_hosts"
    ),
    good: EXAMPLE5
  },
  *check(deployment2) {
    const { groups, known } = deployment2;
    const placedHosts = hostsOfKnown(deployment2);
    for (const group2 of groups) {
      if (isKnown(group2, deployment2) || group2.isShared || group2.hosts.length === 0) continue;
      const span = known.elsewhere("groups", group2.name);
      if (!span) continue;
      const next = Object.hasOwn(REPLACEMENTS, group2.name) ? REPLACEMENTS[group2.name] : void 0;
      yield {
        file: group2.file,
        range: group2.keyRange,
        ...goneFrom(known, `the group "${group2.key}"`, span),
        ...next || group2.hosts.some(({ name }) => !placedHosts.has(name)) ? {} : { severity: "warning" },
        help: orSayRelease(next ? `Put its hosts under ${known.spelled(next)}.` : "Remove it.", known)
      };
    }
  }
};
var emptyGroup = {
  id: "openstack_ansible/empty-group",
  severity: "error",
  summary: "a group of hosts is no mapping",
  help: "Every key that ends in hosts maps the names of hosts to what is said of them. The inventory generator stops with a bare AttributeError when such a group has no value, or is a list. Write {} for a group without hosts, or remove it.",
  example: { bad: `${EXAMPLE5}image_hosts:
`, good: `${EXAMPLE5}image_hosts: {}
` },
  *check({ groups, isWhole: isWhole2 }) {
    for (const { key, name, value, file, keyRange } of groups) {
      if (!isWhole2 || !name.endsWith("hosts") || asMapping(value) || isUnknown(value)) continue;
      yield {
        file,
        range: keyRange,
        message: isNothing(value) ? `The group "${key}" has no value.` : `The group "${key}" is no mapping of hosts.`,
        help: isNothing(value) ? `Add its hosts, write  ${key}: {}  or remove it.` : "Write each host as a key, with its ip below it."
      };
    }
  }
};
var groupOfGroups = {
  id: "openstack_ansible/group-of-groups",
  severity: "error",
  summary: "hosts stand under a group that consists of groups",
  help: "A group of the inventory has either hosts or other groups in it, and the inventory generator stops when a group of groups (hosts, all_containers, or one that env.d puts others into) is given hosts as well. Put the hosts into one of the groups below it.",
  example: { bad: EXAMPLE5.replace("compute_hosts:", "hosts:"), good: EXAMPLE5 },
  *check({ groups, known, environment, isWhole: isWhole2 }) {
    const own3 = environment.entries.flatMap(
      ({ skeleton, name, entry }) => skeleton === "physical_skel" ? listed2(entry.value, "belongs_to").map((parent) => [parent, name]) : []
    );
    const children = new Map(own3);
    for (const { key, name, file, keyRange } of groups) {
      if (!isWhole2 || !(known.parents.has(name) || children.has(name))) continue;
      const child = children.get(name);
      yield {
        file,
        range: keyRange,
        message: `The group "${key}" consists of other groups${child ? `, for instance "${child}"` : ""}, and cannot have hosts.`,
        help: "Put the hosts under one of the groups in it."
      };
    }
  }
};
var missingIp = {
  id: "openstack_ansible/missing-ip",
  severity: "error",
  summary: "a host has no ip",
  help: "Every host of every group needs its ip, in each group that names it; the inventory generator stops with a bare KeyError without it.",
  example: {
    bad: EXAMPLE5.replace("compute1: { ip: 172.29.236.21 }", "compute1: { affinity: {} }"),
    good: EXAMPLE5
  },
  *check({ groups, isWhole: isWhole2 }) {
    const hosts = groups.filter(({ name }) => name.endsWith("hosts")).flatMap((group2) => group2.hosts);
    const keyOf3 = (host) => `${host.group}
${host.name}`;
    const given = new Set(hosts.filter(({ ip }) => ip?.text).map(keyOf3));
    const said = /* @__PURE__ */ new Set();
    for (const host of hosts) {
      if (given.has(keyOf3(host)) || !isWhole2 || isUnknown(host.value)) continue;
      const place = `${host.file}:${host.keyRange.start.line}:${host.keyRange.start.column}`;
      if (said.has(place)) continue;
      said.add(place);
      yield {
        file: host.file,
        range: host.keyRange,
        message: `The host "${host.name}" has no ip.`,
        help: "Add its address on the management network, for example  ip: 172.29.236.21."
      };
    }
  }
};

// src/definitions/openstack_ansible/host-rules.ts
var MAX_CONTAINER = 52;
var MAX_HOST = 63;
var nameTooLong = {
  id: "openstack_ansible/name-too-long",
  severity: "error",
  summary: "the name of a host is too long for its containers",
  help: "A container is called <host>-<container>-<eight letters>, and a host name has at most 63 characters: the inventory generator stops when host and container together have more than 52, or when a host without containers has more than 63. Up to 20 characters are always fine.",
  example: {
    bad: EXAMPLE5.replaceAll("infra1:", "controller-one-in-rack-number-seven-of-hall-three:"),
    good: EXAMPLE5
  },
  *check(deployment2) {
    const said = /* @__PURE__ */ new Set();
    for (const { host, container, metal } of inventoryOf(deployment2).placements) {
      const length = metal ? host.name.length : host.name.length + 1 + container.length;
      if (length <= (metal ? MAX_HOST : MAX_CONTAINER) || said.has(host.name) || isTemplatedName(host))
        continue;
      said.add(host.name);
      yield {
        file: host.file,
        range: host.keyRange,
        message: metal ? `The name "${host.name}" has ${length} characters, more than ${MAX_HOST}.` : `The name "${host.name}" is too long for the container "${container}": together they have ${length} characters, more than ${MAX_CONTAINER}.`,
        help: "Give the host a shorter name; up to 20 characters are always fine."
      };
    }
  }
};
function isTemplatedName({ name }) {
  return name.includes("{{") || name.includes("\uE000");
}
var invalidAffinity = {
  id: "openstack_ansible/invalid-affinity",
  severity: "error",
  summary: "affinity counts a container that there is not, or counts in words",
  help: "affinity maps kinds of containers to how many of them the host gets. The inventory generator stops when the count is no whole number; a kind that is misspelled is left out without a word, and the host gets one container as always.",
  example: {
    bad: EXAMPLE5.replace("ip: 172.29.236.11", "ip: 172.29.236.11, affinity: { galera_containers: 0 }"),
    good: EXAMPLE5.replace("ip: 172.29.236.11", "ip: 172.29.236.11, affinity: { galera_container: 1 }")
  },
  *check(deployment2) {
    const { groups, known, environment } = deployment2;
    const kinds = groups.some(({ hosts }) => hosts.some(({ value }) => childOf(value, "affinity"))) ? allContainers(environment, known) : /* @__PURE__ */ new Map();
    for (const host of writtenHosts(groups)) {
      const affinity = childOf(host.value, "affinity");
      if (affinity && !asMapping(affinity) && !isUnknown(affinity)) {
        yield {
          file: host.file,
          range: affinity.range,
          message: `The affinity of "${host.name}" is no mapping.`,
          help: "Write affinity: { galera_container: 1 }, or remove it."
        };
      }
      for (const { key, keyRange, value } of entriesOf(affinity)) {
        const isElsewhere = known.elsewhere("binds", key) !== void 0;
        const near = kinds.has(key) || isElsewhere ? void 0 : misspelled2(key, [...kinds.keys()]);
        if (near) {
          yield {
            file: host.file,
            range: keyRange,
            message: `There is no container "${key}".`,
            help: `Did you mean "${near}"?`
          };
        } else if (kinds.has(key) && !isCount(value)) {
          yield {
            file: host.file,
            range: value.range,
            message: `The affinity of "${key}" is no whole number.`,
            help: "Write how many of these containers the host gets, without quotes."
          };
        }
      }
    }
  }
};
function isCount(value) {
  const count = asScalar(value)?.value;
  return isUnknown(value) || typeof count === "number" && Number.isInteger(count);
}
var HOST_KEYS = [
  "ip",
  "management_ip",
  "affinity",
  "no_containers",
  "container_vars",
  "host_vars",
  "container_tech"
];
var unknownHostKey = {
  id: "openstack_ansible/unknown-host-key",
  severity: "error",
  summary: "a key of a host is misspelled",
  help: "Under a host stand ip, management_ip, affinity, no_containers, container_vars and host_vars. The inventory generator leaves out any other key without a word; variables of the host belong under host_vars, those of its containers under container_vars.",
  example: {
    bad: EXAMPLE5.replace("ip: 172.29.236.21", "ip: 172.29.236.21, host_var: { nova_cpu_mode: none }"),
    good: EXAMPLE5.replace("ip: 172.29.236.21", "ip: 172.29.236.21, host_vars: { nova_cpu_mode: none }")
  },
  *check({ groups }) {
    for (const { file, value } of writtenHosts(groups)) {
      for (const { key, keyRange } of entriesOf(value)) {
        const near = misspelledKey(key, HOST_KEYS);
        if (near) {
          yield {
            file,
            range: keyRange,
            message: `A host has no key "${key}".`,
            help: `Did you mean "${near}"?`
          };
        }
      }
    }
  }
};
function writtenHosts(groups) {
  const hosts = new Map(groups.flatMap(({ hosts: hosts2 }) => hosts2).map((host) => [resolve(host.value), host]));
  return [...hosts.values()];
}

// src/definitions/openstack_ansible/interface-rules.ts
var LARGEST = { vlan: 4094, vxlan: 16777215, geneve: 16777215 };
var invalidRange = {
  id: "openstack_ansible/invalid-range",
  severity: "error",
  summary: "the range of a provider network is none that Neutron takes",
  help: 'A range is "first:last", and several stand behind each other with commas: "101:200,301:400". VLANs go from 1 to 4094, the segments of vxlan and geneve from 1 to 16777215. Neutron does not start with anything else. Write it in quotes: YAML takes 1:30 for the number 90.',
  example: { bad: WITH_VLAN.replace('"101:200"', '"101:4095"'), good: WITH_VLAN },
  *check({ providerNetworks }) {
    for (const network of providerNetworks ?? []) {
      const type = textOf(network, "type") ?? "";
      const range2 = option(network, "range");
      const largest2 = Object.hasOwn(LARGEST, type) ? LARGEST[type] : void 0;
      if (!range2 || largest2 === void 0 || isUnknown(range2.node)) continue;
      yield* problemsOf2(range2, type, largest2);
    }
  }
};
function* problemsOf2(range2, type, largest2) {
  const { file, range: place, text = "" } = range2;
  if (typeof asScalar(range2.node)?.value !== "string") {
    const message = `The range ${text || "here"} is no text for YAML${text ? ", but a number" : ""}.`;
    yield { file, range: place, message, help: 'Write it in quotes, as "first:last".' };
    return;
  }
  const taken = [];
  for (const part of text.split(",").map((each) => each.trim())) {
    const [, first, last] = /^(\d{1,9}):(\d{1,9})$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    const isRange = first !== void 0 && from >= 1 && from <= to && to <= largest2;
    const before = isRange ? taken.find(([low, high]) => low <= to && from <= high) : void 0;
    if (!isRange) {
      yield {
        file,
        range: place,
        message: whyNoRange(part, type, largest2, first === void 0, from > to),
        help: `Write "first:last" with numbers from 1 to ${largest2}.`
      };
    } else if (before) {
      yield {
        file,
        range: place,
        message: `The ranges ${before.join(":")} and ${part} overlap.`,
        help: "Write each segment once.",
        severity: "warning"
      };
    }
    if (isRange) taken.push([from, to]);
  }
}
function whyNoRange(part, type, largest2, isNone, isReversed) {
  if (isNone) return `"${part}" is no range of ${type} segments.`;
  return isReversed ? `The range "${part}" ends before it starts.` : `The range "${part}" goes beyond 1 to ${largest2}.`;
}
var duplicateInterface = {
  id: "openstack_ansible/duplicate-interface",
  severity: "error",
  summary: "two provider networks are the same interface of a container",
  help: "container_interface is the name that a provider network has inside the containers. When two networks with the same one reach the same container, it cannot start, or gets only one of them. Give each network an interface of its own.",
  example: {
    bad: EXAMPLE5.replace("shared_infra_hosts", `${storageNetwork("eth1")}shared_infra_hosts`).replace(
      "used_ips",
      "  storage: 172.29.244.0/22\nused_ips"
    ),
    good: EXAMPLE5.replace("shared_infra_hosts", `${storageNetwork("eth2")}shared_infra_hosts`).replace(
      "used_ips",
      "  storage: 172.29.244.0/22\nused_ips"
    )
  },
  *check(deployment2) {
    const seen = /* @__PURE__ */ new Map();
    for (const network of deployment2.providerNetworks ?? []) {
      const at = option(network, "container_interface");
      if (at?.text === void 0 || isUnknown(at.node) || option(network, "reference_group")) continue;
      const others = seen.get(at.text) ?? [];
      seen.set(at.text, [...others, network]);
      const container = others.flatMap((other) => commonContainer(deployment2, other, network) ?? [])[0];
      if (!container) continue;
      yield {
        file: at.file,
        range: at.range,
        message: `The interface "${at.text}" is two networks in ${container}.`,
        help: "Give the network another container_interface."
      };
    }
  }
};
function storageNetwork(name) {
  return `    - network:
        container_bridge: br-storage
        container_type: veth
        container_interface: ${name}
        ip_from_q: storage
        type: raw
        group_binds: [galera_container]
`;
}
function commonContainer(deployment2, a, b) {
  if (keyOf2(a) === keyOf2(b)) return void 0;
  const [ofA, ofB] = [a, b].map((network) => new Set(bindsOf(network).map(({ group: group2 }) => group2)));
  if (!ofA || !ofB) return void 0;
  const common = inventoryOf(deployment2).placements.find(
    (placement) => !placement.metal && placement.count > 0 && isBound(placement, ofA) && isBound(placement, ofB)
  );
  return common && `the ${common.container} of "${common.host.name}"`;
}
function keyOf2(network) {
  return textOf(network, "address_prefix") ?? textOf(network, "ip_from_q") ?? textOf(network, "container_interface");
}
var sharedBridge = {
  id: "openstack_ansible/shared-bridge",
  severity: "warning",
  summary: "two provider networks of one type share a bridge",
  help: "A vlan and a flat network may share a bridge, since one has tags and the other none. Two of the same type may not: Neutron maps each physical network to a bridge of its own, and the Open vSwitch agent does not start when two are mapped to the same one. Give each a bridge, or put the ranges of both behind one net_name.",
  example: {
    bad: WITH_VLAN.replace("shared_infra_hosts", `${vlanNetwork("br-vlan")}shared_infra_hosts`),
    good: WITH_VLAN.replace("shared_infra_hosts", `${vlanNetwork("br-vlan2")}shared_infra_hosts`)
  },
  *check({ providerNetworks }) {
    const seen = /* @__PURE__ */ new Map();
    for (const network of providerNetworks ?? []) {
      const type = textOf(network, "type") ?? "";
      const name = textOf(network, "net_name");
      const at = option(network, "host_bind_override") ?? option(network, "container_bridge");
      if (!["vlan", "flat"].includes(type) || !name || at?.text === void 0 || isUnknown(at.node)) continue;
      const place = [type, at.text, textOf(network, "reference_group") ?? ""].join("\n");
      const binds = new Set(bindsOf(network).map(({ group: group2 }) => group2));
      const others = seen.get(place) ?? [];
      seen.set(place, [...others, [name, binds]]);
      const other = others.find(
        ([otherName, otherBinds]) => otherName !== name && [...binds].some((bind) => otherBinds.has(bind))
      );
      if (!other) continue;
      yield {
        file: at.file,
        range: at.range,
        message: `${nameOf2(network)} of type ${type} shares "${at.text}" with "${other[0]}".`,
        help: "Give it a bridge of its own, or one net_name for both."
      };
    }
  }
};
function vlanNetwork(bridge) {
  return `    - network:
        container_bridge: ${bridge}
        container_type: veth
        container_interface: eth12
        type: vlan
        net_name: physnet2
        range: "201:300"
        group_binds: [neutron_ovn_controller]
`;
}
var quotedBoolean = {
  id: "openstack_ansible/quoted-boolean",
  severity: "error",
  summary: "a switch is off, but in quotes",
  help: 'The inventory generator takes any text for true, also "false": no_containers: "false" puts everything on metal, and is_management_address: "false" does not count as false. Write switches without quotes.',
  example: {
    bad: EXAMPLE5.replace("  management_bridge", '  no_containers: "false"\n  management_bridge'),
    good: EXAMPLE5.replace("  management_bridge", "  no_containers: false\n  management_bridge")
  },
  *check({ overrides, providerNetworks, groups }) {
    const global = overrides.get("no_containers");
    const values = [
      ...global ? [{ file: global.file, node: global.entry.value }] : [],
      ...(providerNetworks ?? []).map(({ file, node }) => ({
        file,
        node: childOf(node, "is_management_address")
      })),
      ...groups.flatMap(
        ({ hosts }) => hosts.map(({ file, value }) => ({ file, node: childOf(value, "no_containers") }))
      )
    ];
    const said = /* @__PURE__ */ new Set();
    for (const { file, node } of values) {
      const value = asScalar(node)?.value;
      if (!node || said.has(node) || typeof value !== "string" || !/^(false|no|off)$/i.test(value)) continue;
      said.add(node);
      yield {
        file,
        range: node.range,
        message: `"${value}" in quotes is true for the inventory generator.`,
        help: "Write false without quotes."
      };
    }
  }
};

// src/definitions/openstack_ansible/key-rules.ts
var TOP_LEVEL = ["cidr_networks", "used_ips", "global_overrides"];
var OVERRIDES = [
  "internal_lb_vip_address",
  "external_lb_vip_address",
  "management_bridge",
  "provider_networks",
  "no_containers"
];
var unknownKey2 = {
  id: "openstack_ansible/unknown-key",
  severity: "error",
  summary: "a key of the configuration is misspelled",
  help: "The inventory generator leaves out keys that it does not know: with used_ip for used_ips no address is kept, with management_brige for management_bridge the playbooks stop much later. This is said of keys at the top and in global_overrides that differ in one letter from one that is read.",
  example: { bad: EXAMPLE5.replace("management_bridge", "management_brige"), good: EXAMPLE5 },
  *check({ others, overrides, known }) {
    for (const { file, entry } of others) {
      const near = misspelledKey(normalized(entry.key), TOP_LEVEL);
      if (!near) continue;
      yield {
        file,
        range: entry.keyRange,
        message: `The key "${entry.key}" is not read.`,
        help: `Did you mean "${near}"?`
      };
    }
    for (const [key, { file, entry }] of overrides) {
      const near = misspelledKey(key, OVERRIDES);
      if (!near || known.variables.has(key)) continue;
      yield {
        file,
        range: entry.keyRange,
        message: `Nothing reads "${key}" in global_overrides.`,
        help: `Did you mean "${near}"?`
      };
    }
  }
};

// src/definitions/openstack_ansible/provider-rules.ts
var FILE_START5 = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
var missingProviderNetworks = {
  id: "openstack_ansible/missing-provider-networks",
  severity: "error",
  summary: "there are no provider_networks",
  help: "global_overrides holds the provider_networks that containers are attached to. The inventory generator stops without them unless no_containers is true.",
  example: {
    bad: EXAMPLE5.replace(/ {2}provider_networks:[\s\S]*?(?=shared_infra)/, ""),
    good: EXAMPLE5.replace(/ {2}provider_networks:[\s\S]*?(?=shared_infra)/, "  no_containers: true\n")
  },
  *check({ path, isWhole: isWhole2, isTemplated, overrides, overridesAt, noContainers }) {
    if (!isWhole2 || noContainers || isTemplated || isUnknown(overridesAt?.value)) return;
    const found2 = overrides.get("provider_networks");
    if (found2 && isListOfNetworks(found2.entry.value)) return;
    const isNoList = found2 !== void 0 && !isNothing(found2.entry.value);
    yield {
      file: found2?.file ?? overridesAt?.file ?? path,
      range: found2?.entry.keyRange ?? overridesAt?.range ?? FILE_START5,
      message: isNoList ? "provider_networks is no list of networks." : "There are no provider_networks in global_overrides.",
      help: "List the networks under provider_networks, each as  - network: {\u2026}."
    };
  }
};
function isListOfNetworks(node) {
  const mapping = asMapping(node);
  const isEmpty4 = asScalar(node)?.value === "" || mapping !== void 0 && entriesOf(mapping).length === 0;
  return asSequence(node) !== void 0 || isUnknown(node) || isEmpty4;
}
var managementFlag = {
  id: "openstack_ansible/management-flag",
  severity: "error",
  summary: "the management network does not say that it is one",
  help: "A provider network on the management_bridge must have is_management_address: true (is_container_address in older releases), since Ansible reaches containers by it; the inventory generator stops otherwise.",
  example: { bad: EXAMPLE5.replace(/ *is_management_address.*\n/, ""), good: EXAMPLE5 },
  *check({ overrides, noContainers, providerNetworks, isWhole: isWhole2 }) {
    const bridge = overrides.get("management_bridge")?.entry.value;
    if (noContainers || !isWhole2 || isUnknown(bridge)) return;
    const management = isNothing(bridge) ? void 0 : asScalar(bridge)?.text;
    for (const network of providerNetworks ?? []) {
      const own3 = option(network, "container_bridge");
      if (own3?.text !== management || isManagement(network) !== false) continue;
      yield {
        file: network.file,
        range: own3?.range ?? network.keyRange,
        message: own3 ? `The provider network on the management bridge "${own3.text}" has no is_management_address: true.` : "A provider network without container_bridge counts as the one on the management bridge when there is no management_bridge.",
        help: own3 ? "Add is_management_address: true." : "Add management_bridge to global_overrides."
      };
    }
  }
};
var NEEDED = {
  flat: ["net_name", "group_binds"],
  vlan: ["net_name", "group_binds"],
  vxlan: ["range"],
  geneve: ["range"]
};
var TYPES = ["raw", ...Object.keys(NEEDED)];
var incompleteNetwork = {
  id: "openstack_ansible/incomplete-network",
  severity: "error",
  summary: "a provider network lacks an option that its type needs",
  help: "Every provider network has a type: raw for one that Neutron does not use, otherwise flat, vlan, vxlan or geneve. flat and vlan need net_name and group_binds, vxlan and geneve need range. Without one of them the deployment of Neutron ends in a KeyError.",
  example: { bad: WITH_VLAN.replace(/ *net_name.*\n/, ""), good: WITH_VLAN },
  *check({ providerNetworks }) {
    const tunnels = /* @__PURE__ */ new Set();
    for (const network of providerNetworks ?? []) {
      const type = option(network, "type");
      if (!type) {
        yield missing2(network, "type", "Add  type: raw,  or the type that Neutron uses it as.");
        continue;
      }
      if (isUnknown(type.node) || type.text === void 0) continue;
      if (!TYPES.includes(type.text)) {
        const near = nearest(type.text, TYPES);
        yield {
          file: type.file,
          range: type.range,
          message: `There is no type "${type.text}" of provider networks.`,
          help: near ? `Did you mean "${near}"?` : `The types are: ${TYPES.join(", ")}.`
        };
      }
      if (tunnels.has(type.text)) continue;
      if (["vxlan", "geneve"].includes(type.text)) tunnels.add(type.text);
      for (const key of Object.hasOwn(NEEDED, type.text) ? NEEDED[type.text] ?? [] : []) {
        if (!option(network, key))
          yield missing2(network, key, `Add ${key}, which the type ${type.text} needs.`);
      }
    }
  }
};
function missing2(network, key, help) {
  const { file, keyRange } = network;
  return { file, range: keyRange, message: `${nameOf2(network)} has no ${key}.`, help };
}
var incompleteRoute = {
  id: "openstack_ansible/incomplete-route",
  severity: "error",
  summary: "a static route has no cidr or no gateway",
  help: "Each entry of static_routes says which network (cidr) is reached over which gateway; the inventory generator stops when one of them is missing.",
  example: {
    bad: EXAMPLE5.replace("type: raw", "type: raw\n        static_routes: [{ cidr: 10.0.0.0/8 }]"),
    good: EXAMPLE5.replace(
      "type: raw",
      "type: raw\n        static_routes: [{ cidr: 10.0.0.0/8, gateway: 172.29.236.1 }]"
    )
  },
  *check({ providerNetworks }) {
    for (const { file, node } of providerNetworks ?? []) {
      for (const route of asSequence(childOf(node, "static_routes"))?.items ?? []) {
        if (isUnknown(route)) continue;
        const lacking = ["cidr", "gateway"].filter((key) => isNothing(childOf(asMapping(route), key)));
        if (lacking.length === 0) continue;
        yield {
          file,
          range: route.range,
          message: `This static route has no ${lacking.join(" and no ")}.`,
          help: "Give both cidr and gateway, or remove the route."
        };
      }
    }
  }
};
var OPTIONS2 = [
  ...[
    "type",
    "net_name",
    "range",
    "group_binds",
    "reference_group",
    "static_routes",
    "gateway",
    "address_prefix"
  ],
  ...["ip_from_q", "is_management_address", "is_container_address", "is_ssh_address", "host_bind_override"],
  ...["container_bridge", "container_bridge_type", "container_interface", "container_type", "container_mtu"],
  ...["network_interface", "network_bond_interfaces", "bond_mode", "bond_updelay", "bond_downdelay", "lacp"],
  "sriov_host_interfaces"
];
var unknownOption = {
  id: "openstack_ansible/unknown-option",
  severity: "error",
  summary: "an option of a provider network is misspelled",
  help: "openstack-ansible leaves out an option of a provider network that it does not know, without a word, and the network is set up without it.",
  example: {
    bad: WITH_VLAN.replace(
      "container_type: veth\n        container_interface: eth11",
      "container_typ: veth\n        container_interface: eth11"
    ),
    good: WITH_VLAN
  },
  *check({ providerNetworks, overrides }) {
    for (const network of providerNetworks ?? []) {
      for (const { key, keyRange } of optionsOf(network)) {
        const near = misspelledKey(key, OPTIONS2);
        if (near) yield unknown(network.file, keyRange, `A provider network has no option "${key}".`, near);
      }
    }
    const list4 = overrides.get("provider_networks");
    for (const item of asSequence(list4?.entry.value)?.items ?? []) {
      for (const { key, keyRange } of entriesOf(item)) {
        const near = misspelledKey(key, ["network"]);
        if (near && list4)
          yield unknown(list4.file, keyRange, `The entry "${key}" of provider_networks is left out.`, near);
      }
    }
  }
};
function unknown(file, range2, message, near) {
  return { file, range: range2, message, help: `Did you mean "${near}"?` };
}
var withoutQueue = {
  id: "openstack_ansible/management-without-queue",
  severity: "error",
  summary: "the management network has no addresses to give",
  help: "Containers on a provider network with is_management_address get the address by which Ansible reaches them out of the network that ip_from_q names. Without ip_from_q the inventory generator stops with a bare KeyError.",
  example: { bad: EXAMPLE5.replace(/ *ip_from_q.*\n/, ""), good: EXAMPLE5 },
  *check({ networks, providerNetworks, noContainers }) {
    if (networks.size === 0) return;
    for (const network of providerNetworks ?? []) {
      if (noContainers || isManagement(network) !== true || option(network, "ip_from_q")) continue;
      yield {
        file: network.file,
        range: network.keyRange,
        message: `${nameOf2(network)} carries management addresses and has no ip_from_q.`,
        help: "Add ip_from_q with the name of its network in cidr_networks."
      };
    }
  }
};

// src/definitions/openstack_ansible/reserved-rules.ts
function networkHandingOut(deployment2) {
  const reserved = reservedRanges(deployment2.usedIps);
  if (deployment2.noContainers || reserved === "unknown") return () => void 0;
  const queues = new Set(
    (deployment2.providerNetworks ?? []).map((network) => option(network, "ip_from_q")?.text)
  );
  const handedOut = [...networkRanges(deployment2)].filter(([name]) => queues.has(name));
  const { addresses } = inventoryOf(deployment2);
  return (text) => {
    const address = parseAddress(text);
    if (!address || addresses.has(text) || reserved.some((used) => contains(used, address))) return void 0;
    return handedOut.find(([, range2]) => contains(range2, address) && !isEdge(range2, address.value))?.[0];
  };
}
function isEdge({ first, last }, value) {
  return value === first.value || value === last.value;
}
function mayBeGivenAway(what, at, text, network) {
  return {
    file: at.file,
    range: at.range,
    message: `The ${what} ${text} lies in the network "${network}" and is not in used_ips: a container may get it.`,
    help: `Add "${text}" to used_ips.`
  };
}
var vipNotReserved = {
  id: "openstack_ansible/vip-not-reserved",
  severity: "error",
  summary: "a virtual address may be given to a container",
  help: "Containers get addresses out of the networks that provider networks name in ip_from_q. The generator leaves out used_ips and the addresses of hosts, but not the virtual addresses of the load balancer: one day a container gets the same address, and the cloud stops answering. List them under used_ips; this also holds for those that Keepalived gets as haproxy_keepalived_*_vip_cidr.",
  example: {
    bad: EXAMPLE5.replace("vip_address: 172.29.236.9", "vip_address: 172.29.236.100"),
    good: EXAMPLE5
  },
  *check(deployment2) {
    const handingOut = networkHandingOut(deployment2);
    const said = /* @__PURE__ */ new Set();
    for (const { name, text = "", at } of virtualAddresses(deployment2)) {
      const network = said.has(text) ? void 0 : handingOut(text);
      said.add(text);
      if (network) yield mayBeGivenAway(name, at, text, network);
    }
  }
};
function* virtualAddresses({
  vips,
  variables
}) {
  for (const vip of vips) yield { name: vip.name, text: vip.text, at: vip };
  for (const which of ["internal", "external"]) {
    const name = `haproxy_keepalived_${which}_vip_cidr`;
    for (const { file, entry } of variables.settings.get(name) ?? []) {
      const at = placed(file, entry.value);
      yield { name, text: at.text?.split("/")[0], at };
    }
  }
}
var addressNotReserved = {
  id: "openstack_ansible/address-not-reserved",
  severity: "error",
  summary: "the address of a gateway or a host may be given to a container",
  help: "The gateway of a provider network or of one of its static_routes, or the management_ip of a host, lies in a network out of which containers get addresses. The generator only leaves out used_ips and the ip of every host: one day a container gets the same address, and traffic goes astray. List it under used_ips.",
  example: {
    bad: EXAMPLE5.replace("type: raw", "type: raw\n        gateway: 172.29.236.254"),
    good: EXAMPLE5.replace("type: raw", "type: raw\n        gateway: 172.29.236.1")
  },
  *check(deployment2) {
    const handingOut = networkHandingOut(deployment2);
    const said = /* @__PURE__ */ new Set();
    for (const [what, at] of [...gateways(deployment2), ...managementAddresses(deployment2)]) {
      const { text = "" } = at;
      const network = said.has(text) ? void 0 : handingOut(text);
      said.add(text);
      if (network) yield mayBeGivenAway(what, at, text, network);
    }
  }
};
function* gateways({ providerNetworks }) {
  for (const network of providerNetworks ?? []) {
    const own3 = option(network, "gateway");
    if (own3) yield ["gateway", own3];
    for (const route of asSequence(childOf(network.node, "static_routes"))?.items ?? []) {
      const node = childOf(asMapping(route), "gateway");
      if (node) yield ["gateway", placed(network.file, node)];
    }
  }
}
function managementAddresses({ groups }) {
  const hosts = groups.flatMap((group2) => group2.hosts);
  return hosts.flatMap(
    ({ managementIp }) => managementIp ? [["management_ip", managementIp]] : []
  );
}

// src/definitions/openstack_ansible/secret-rules.ts
var FILE5 = "user_secrets.yml";
var FILE_START6 = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
var RELEASE = { "user_variables.yml": 'openstack_release: "2025.1"\n' };
var config2 = { "openstack_user_config.yml": EXAMPLE5 };
function secretFiles({ variables }) {
  return variables.extraFiles.filter(
    ({ path, unread }) => /(^|\/)user_secrets[^/]*$/.test(path) && unread === void 0
  );
}
var plaintextSecrets = {
  id: "openstack_ansible/plaintext-secrets",
  severity: "warning",
  summary: "passwords are in the repository as plain text",
  help: "user_secrets.yml holds the passwords of all services. Whoever can read the repository, now or in any copy of it later, has the cloud. Encrypt the file (ansible-vault encrypt user_secrets.yml), each value (ansible-vault encrypt_string), or keep it out of the repository; then change the passwords, since Git keeps the old ones.",
  example: {
    bad: { ...config2, [FILE5]: "keystone_auth_admin_password: not-so-secret\n" },
    good: { ...config2, [FILE5]: `keystone_auth_admin_password: "{{ lookup('env', 'ADMIN_PASSWORD') }}"
` }
  },
  *check(deployment2) {
    for (const file of secretFiles(deployment2)) {
      const plain2 = entriesOf(rootMapping(file)).filter((entry) => isPlainSecret(entry, deployment2));
      const [first] = plain2;
      if (!first) continue;
      const more = plain2.length === 1 ? "" : `, and so are ${plain2.length - 1} more`;
      yield {
        file: file.path,
        range: first.keyRange,
        message: `The secret "${first.key}" is in the repository as plain text${more}.`,
        help: `Encrypt the file:  ansible-vault encrypt ${file.path}`
      };
    }
  }
};
function isPlainSecret({ key, value }, { known }) {
  const scalar = asScalar(value);
  if (!scalar || isUnknown(value) || isNothing(value) || scalar.text === "") return false;
  return known.secrets.has(key) || /(_password|_secret|_secret_key|_key|_token)$/.test(key);
}
var emptySecret = {
  id: "openstack_ansible/empty-secret",
  severity: "warning",
  summary: "a secret has no value",
  help: "The roles take the secrets of user_secrets.yml as they are: an empty one is only noticed when the service that needs it is deployed, or logs in to another one. scripts/pw-token-gen.py fills those that are empty. Nothing is said of a file in which all are empty: that is the template.",
  example: {
    bad: { ...config2, [FILE5]: "keystone_auth_admin_password: !vault x\ngalera_root_password:\n" },
    good: { ...config2, [FILE5]: "keystone_auth_admin_password: !vault x\ngalera_root_password: !vault y\n" }
  },
  *check(deployment2) {
    for (const file of secretFiles(deployment2)) {
      const secrets2 = entriesOf(rootMapping(file)).filter(({ key }) => deployment2.known.secrets.has(key));
      const empty = secrets2.filter(({ value }) => isNothing(value) || asScalar(value)?.text === "");
      const [first] = empty;
      if (!first || empty.length === secrets2.length) continue;
      const others = empty.slice(1).map(({ key }) => key);
      const more = others.length === 0 ? "" : `, and neither have ${others.length} more: ${others.slice(0, 5).join(", ")}${others.length > 5 ? "\u2026" : ""}`;
      yield {
        file: file.path,
        range: first.keyRange,
        message: `The secret "${first.key}" has no value${more}.`,
        help: "Fill it:  scripts/pw-token-gen.py --file user_secrets.yml"
      };
    }
  }
};
var ALWAYS2 = /^[a-z]+_(?:service|galera|container_mysql|container_db|oslomsg_rpc)_password$/;
var IDENTITY = { "openstack_user_config.yml": EXAMPLE5.replace("shared_infra_hosts", "identity_hosts") };
var TWO = "keystone_container_mysql_password: !vault x\nkeystone_oslomsg_rpc_password: !vault y\n";
var missingSecret = {
  id: "openstack_ansible/missing-secret",
  severity: "warning",
  summary: "a secret of the release is set nowhere",
  help: "New releases bring new secrets, and the upgrade script adds them to user_secrets.yml on the deployment host; in a repository they have to be added by hand. This is only said when the release is known (openstack_release in changeover.yml), all files of variables can be read, the service is deployed and has other secrets there, and no role has a default for the one that is missing.",
  example: {
    bad: { ...IDENTITY, ...RELEASE, [FILE5]: TWO.split("\n")[0] ?? "" },
    good: { ...IDENTITY, ...RELEASE, [FILE5]: TWO }
  },
  *check(deployment2) {
    const { known, variables, isTemplated } = deployment2;
    const [file] = secretFiles(deployment2);
    if (!file || known.isAssumed || variables.hasUnread || isTemplated) return;
    const isThere = (name) => variables.settings.has(name);
    const services = servicesOf(deployment2);
    const started = new Set([...known.secrets].filter(isThere).map(serviceOf));
    const missing4 = known.requiredSecrets.filter(
      (name) => ALWAYS2.test(name) && !isThere(name) && services.has(serviceOf(name)) && started.has(serviceOf(name))
    );
    if (missing4.length === 0) return;
    yield {
      file: file.path,
      range: FILE_START6,
      message: `openstack-ansible ${known.release} needs the secret${missing4.length > 1 ? "s" : ""} ${missing4.join(", ")}, which nothing sets.`,
      help: "Add what is missing, and fill it:  scripts/pw-token-gen.py --file user_secrets.yml"
    };
  }
};
function servicesOf(deployment2) {
  return new Set(inventoryOf(deployment2).placements.flatMap(({ contains: contains2 }) => contains2.map(serviceOf)));
}
function serviceOf(name) {
  return name.split("_")[0] ?? name;
}

// src/definitions/openstack_ansible/variable-rules.ts
import { isDeepStrictEqual } from "node:util";
var USER_VARIABLES = "user_variables.yml";
function example(bad2, good) {
  const config3 = { "openstack_user_config.yml": EXAMPLE5 };
  return { bad: { ...config3, [USER_VARIABLES]: bad2 }, good: { ...config3, [USER_VARIABLES]: good } };
}
var index = /* @__PURE__ */ new WeakMap();
function misspellings(known) {
  const made4 = index.get(known.variables) ?? new MisspelledWords([...known.variables, ...known.undefaulted]);
  index.set(known.variables, made4);
  return made4;
}
var misspelledVariable2 = {
  id: "openstack_ansible/misspelled-variable",
  severity: "warning",
  summary: "a variable that nothing reads looks like one with a slip of the pen",
  help: "Ansible accepts any variable, so a misspelled one is left out without a word and the default stays. This is said of names that neither openstack-ansible and its roles nor anything in the repository reads, and that differ from a known variable in one word by a letter or two.",
  example: example("nova_cpu_allocation_raito: 4.0\n", "nova_cpu_allocation_ratio: 4.0\n"),
  *check(deployment2) {
    const { variables, known } = deployment2;
    for (const [name, settings] of variables.settings) {
      if (!isReadByNobody(name, known) || known.elsewhere("variables", name)) continue;
      const near = misspellings(known).meant(name);
      if (!near || (wordsOf(deployment2.everything).get(name) ?? 0) > settings.length) continue;
      for (const { file, entry } of settings) {
        yield {
          file,
          range: entry.keyRange,
          message: `Nothing in openstack-ansible ${known.release} reads "${name}".`,
          help: `Did you mean "${near}"?`
        };
      }
    }
  }
};
function isReadByNobody(name, known) {
  return /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(name) && name.length >= 8 && !known.reads(name);
}
var counted2 = /* @__PURE__ */ new WeakMap();
function wordsOf(definitions) {
  const known = counted2.get(definitions);
  if (known) return known;
  const counts = /* @__PURE__ */ new Map();
  counted2.set(definitions, counts);
  for (const { text } of definitions) {
    for (const [word] of text.matchAll(/[A-Za-z_]\w*/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
var removedVariable2 = {
  id: "openstack_ansible/removed-variable",
  severity: "notice",
  summary: "a variable is not read by this release any more",
  help: "Variables come and go with the releases; what one release does not read any more is left out without a word, and the default of whatever took its place counts. It is a warning once the release is known (openstack_release in changeover.yml). The release notes of openstack-ansible say what to set instead.",
  example: example("horizon_enable_ssl: true\n", "horizon_user_ssl_cert: /etc/ssl/horizon.crt\n"),
  *check({ variables, known }) {
    for (const [name, settings] of variables.settings) {
      const span = known.reads(name) ? void 0 : known.elsewhere("variables", name);
      if (!span) continue;
      for (const { file, entry } of settings) {
        yield { file, range: entry.keyRange, ...goneVariable(known, name, span) };
      }
    }
  }
};
var overridesNoMap = {
  id: "openstack_ansible/overrides-no-map",
  severity: "error",
  summary: "overrides of a configuration file are no mapping",
  help: "The *_overrides variables map sections of a configuration file to options and their values, and the role merges them into the file. It stops at a text or a list.",
  example: example(
    'nova_nova_conf_overrides: "max_concurrent_builds = 4"\n',
    "nova_nova_conf_overrides:\n  DEFAULT:\n    max_concurrent_builds: 4\n"
  ),
  *check({ variables, known }) {
    for (const [name, settings] of variables.settings) {
      if (!name.endsWith("_overrides") || !known.maps.has(name)) continue;
      for (const { file, entry } of settings) {
        const { value } = entry;
        if (isList(value) && !INI.test(name)) continue;
        if (asMapping(value) || isNothing(value) || isUnknown(value) || asScalar(value)?.text === "") continue;
        yield {
          file,
          range: value.range,
          message: `The value of "${name}" is no mapping.`,
          help: "Write sections as keys, with their options below them."
        };
      }
    }
  }
};
var INI = /_(conf|ini|init|config)_overrides$/;
function isList(node) {
  return asSequence(node) !== void 0;
}
var BRANCH2 = /^(?:refs\/heads\/)?(?:master|main|HEAD|(?:stable|unmaintained|feature|bugfix)\/.+)$/;
var branchPin = {
  id: "openstack_ansible/branch-pin",
  severity: "warning",
  summary: "a service is installed from a branch",
  help: "The *_git_install_branch variables say which commit of a service is installed. A branch moves: each host gets what the branch holds on the day when its turn comes, two hosts may run different code, and there is no way back to what ran before. openstack-ansible itself pins commits; name one, or a tag.",
  example: example(
    "nova_git_install_branch: stable/2025.1\n",
    "nova_git_install_branch: 0123456789abcdef0123456789abcdef01234567\n"
  ),
  *check({ variables }) {
    for (const [name, settings] of variables.settings) {
      if (!name.endsWith("_git_install_branch")) continue;
      for (const { file, entry } of settings) {
        const text = asScalar(entry.value)?.text ?? "";
        if (isUnknown(entry.value) || !BRANCH2.test(text)) continue;
        yield {
          file,
          range: entry.value.range,
          message: `The branch "${text}" moves: hosts may get different code.`,
          help: "Name a commit or a tag."
        };
      }
    }
  }
};
var setTwice = {
  id: "openstack_ansible/set-twice",
  severity: "warning",
  summary: "a variable has different values in two user files",
  help: "All user_*.yml are handed to Ansible in alphabetical order, and the last one that sets a variable wins as a whole: mappings and lists are not merged. The other value never counts, though it looks as if it did. Keep each variable in one file.",
  example: {
    bad: {
      "openstack_user_config.yml": EXAMPLE5,
      [USER_VARIABLES]: "nova_cpu_allocation_ratio: 4.0\n",
      "user_variables_compute.yml": "nova_cpu_allocation_ratio: 2.0\n"
    },
    good: {
      "openstack_user_config.yml": EXAMPLE5,
      [USER_VARIABLES]: "debug: false\n",
      "user_variables_compute.yml": "nova_cpu_allocation_ratio: 2.0\n"
    }
  },
  *check({ variables }) {
    for (const [name, all] of variables.settings) {
      if (all.length < 2) continue;
      const settings = all.filter(({ isExtra }) => isExtra);
      const last = settings.at(-1);
      if (!last || settings.length < 2) continue;
      for (const { file, entry } of settings.slice(0, -1)) {
        if (isDeepStrictEqual(toData(entry.value), toData(last.entry.value))) continue;
        yield {
          file,
          range: entry.keyRange,
          message: `This value of "${name}" is lost: ${last.file}, line ${last.entry.keyRange.start.line}, is read later.`,
          help: "Keep the variable in one file."
        };
      }
    }
  }
};
function goneVariable(known, name, span) {
  const severity = known.isAssumed ? "notice" : "warning";
  const { message } = goneFrom(known, `the variable "${name}"`, span);
  return { message, severity, help: orSayRelease("Remove it, or set what took its place.", known) };
}

// src/definitions/openstack_ansible/vip-rules.ts
var TLS = [
  ...[
    "haproxy_ssl",
    "haproxy_ssl_all_vips",
    "haproxy_tls_vip_binds",
    "haproxy_vip_binds",
    "openstack_external_ssl"
  ],
  ...[
    "openstack_service_publicuri_proto",
    "openstack_service_internaluri_proto",
    "openstack_service_accept_both_protocols"
  ],
  ...["haproxy_bind_external_lb_vip_address", "haproxy_bind_internal_lb_vip_address"],
  ...["haproxy_bind_external_lb_vip_interface", "haproxy_bind_internal_lb_vip_interface"]
];
var CIDRS = "haproxy_keepalived_external_vip_cidr: 203.0.113.9/32\nhaproxy_keepalived_internal_vip_cidr: 172.29.236.9/32\n";
var sharedVip = {
  id: "openstack_ansible/shared-vip",
  severity: "error",
  summary: "one virtual address is to speak HTTP and HTTPS at once",
  help: "By default openstack-ansible has TLS on the external address only, and the internal URLs of all services are http. When both addresses are the same, HAProxy binds it once, with TLS, and nothing inside of the cloud reaches a service any more. Use two addresses, or one protocol: haproxy_ssl_all_vips: true with openstack_service_internaluri_proto: https. Without any user_*.yml in the repository it is a warning, since these may stand elsewhere.",
  example: {
    bad: {
      "openstack_user_config.yml": WITH_CLUSTER.replace("cloud.example.com", "172.29.236.9"),
      "user_variables.yml": CIDRS
    },
    good: { "openstack_user_config.yml": WITH_CLUSTER, "user_variables.yml": CIDRS }
  },
  *check(deployment2) {
    const { vips, groups, variables } = deployment2;
    const [internal, external] = ["internal_lb_vip_address", "external_lb_vip_address"].map(
      (name) => vips.find((vip) => vip.name === name)
    );
    if (!internal?.text || !external || internal.text !== external.text || isUnknown(external.node)) return;
    if (hostsIn(groups, ...BALANCERS).size === 0) return;
    if (variables.hasUnread || TLS.some((name) => isSet(name, deployment2))) return;
    yield {
      file: external.file,
      range: external.range,
      message: `${external.text} is both the internal address, without TLS, and the external one, with TLS.`,
      help: "Use two addresses, or set haproxy_ssl_all_vips: true and openstack_service_internaluri_proto: https.",
      ...variables.isThere ? {} : { severity: "warning" }
    };
  }
};
function isSet(name, { variables, overrides }) {
  return variables.settings.has(name) || overrides.has(name);
}
var KEEPALIVED = ["keepalived_instances", "keepalived_instances_overrides", "haproxy_use_keepalived"];
var vipNeverUp = {
  id: "openstack_ansible/vip-never-up",
  severity: "warning",
  summary: "Keepalived is not told the virtual address",
  help: "With two load balancers or more, openstack-ansible sets up Keepalived to hold the virtual addresses; but it takes them from haproxy_keepalived_internal_vip_cidr and haproxy_keepalived_external_vip_cidr, not from the *_lb_vip_address, which may be names. Without these, Keepalived brings up an address of 169.254.0.0/16 instead. Set both, with the prefix length, or haproxy_use_keepalived: false when something else holds the addresses.",
  example: {
    bad: { "openstack_user_config.yml": WITH_CLUSTER, "user_variables.yml": CIDRS.split("\n")[0] ?? "" },
    good: { "openstack_user_config.yml": WITH_CLUSTER, "user_variables.yml": CIDRS }
  },
  *check(deployment2) {
    const { vips, groups, variables, isWhole: isWhole2, isTemplated } = deployment2;
    if (!isWhole2 || isTemplated || !variables.isThere || variables.hasUnread) return;
    if (hostsIn(groups, ...BALANCERS).size < 2 || KEEPALIVED.some((name) => isSet(name, deployment2))) return;
    for (const { name, file, range: range2, text, node } of vips) {
      const cidr = `haproxy_keepalived_${name.split("_")[0]}_vip_cidr`;
      if (!text || isUnknown(node) || isSet(cidr, deployment2)) continue;
      yield {
        file,
        range: range2,
        message: `Keepalived is not told the ${name} ${text}: ${cidr} is not set.`,
        help: parseAddress(text) ? `Set ${cidr}: ${text}/32 in user_variables.yml.` : `Set ${cidr} to the address of ${text} in user_variables.yml.`
      };
    }
  }
};

// src/definitions/openstack_ansible/index.ts
var openstackAnsibleRules = ruleSet({
  kind: "openstack_ansible",
  exampleFile: "openstack_user_config.yml",
  rules: [
    unknownKey2,
    missingNetworks,
    noManagementNetwork,
    invalidCidr,
    hostBits,
    overlappingNetworks,
    unknownQueue,
    usedIpsSyntax,
    usedIpsOutside,
    vipNotReserved,
    addressNotReserved,
    listReplaced,
    sharedVip,
    vipNeverUp,
    missingProviderNetworks,
    incompleteNetwork,
    incompleteRoute,
    invalidRange,
    managementFlag,
    withoutQueue,
    duplicateInterface,
    sharedBridge,
    quotedBoolean,
    unknownOption,
    unknownBind,
    removedBind,
    unknownGroup,
    removedGroup,
    emptyGroup,
    groupOfGroups,
    missingIp,
    invalidIp,
    addressConflict,
    hostOutsideNetwork,
    unknownHostKey,
    invalidAffinity,
    nameTooLong,
    poolExhausted,
    quorum,
    singleLoadBalancer,
    misspelledVariable2,
    removedVariable2,
    overridesNoMap,
    branchPin,
    setTwice,
    plaintextSecrets,
    emptySecret,
    missingSecret,
    invalidEnvironment,
    customEnvironment,
    committedInventory
  ],
  subjects: deployments2
});

// src/definitions/oslo_config/rule.ts
function fileRule(page, check) {
  return {
    ...page,
    *check(environment) {
      for (const file of environment.files) {
        for (const problem5 of check(file, environment)) yield { file: file.path, ...problem5 };
      }
    }
  };
}
function optionRule(page, check) {
  return fileRule(page, function* (file, environment) {
    for (const section of file.sections) {
      for (const option2 of section.options) {
        const problem5 = check(option2, section, file, environment);
        if (problem5) yield problem5;
      }
    }
  });
}
function named(group2, name) {
  return `[${group2}] ${name}`;
}
function valuePlace({ ini }) {
  return ini.lines.length === 1 && ini.value === "" ? ini.nameRange : ini.valueRange;
}
function partOf3({ ini }, start, length) {
  const { line, column } = ini.valueRange.start;
  return { start: { line, column: column + start }, end: { line, column: column + start + length } };
}

// src/definitions/oslo_config/cloud-rules.ts
var BACKENDS = /* @__PURE__ */ new Map([
  ["cinder", "enabled_backends"],
  ["manila", "enabled_share_backends"]
]);
var backendWithoutSection = {
  id: "oslo_config/backend-without-section",
  severity: "warning",
  summary: "An enabled back end that has no section",
  help: "Cinder reads the settings of each of its enabled_backends from the section of that name, and Manila those of its enabled_share_backends. Without the section the back end runs with defaults that fit nothing, or does not start. Only files that are whole are held to this: those that also say where the database is, since deployment tools write sections of their own beside what operators override. Write the section, or take the name out.",
  example: {
    file: "etc/cinder/cinder.conf",
    bad: "[DEFAULT]\nenabled_backends = ceph,nfs\n\n[database]\nconnection = {{ cinder_database }}\n\n[ceph]\nvolume_driver = cinder.volume.drivers.rbd.RBDDriver\nrbd_pool = volumes\n",
    good: "[DEFAULT]\nenabled_backends = ceph\n\n[database]\nconnection = {{ cinder_database }}\n\n[ceph]\nvolume_driver = cinder.volume.drivers.rbd.RBDDriver\nrbd_pool = volumes\n"
  },
  *check({ files: files2 }) {
    for (const [service, name] of BACKENDS) {
      const own3 = files2.filter((file) => file.service === service && !file.isVariable);
      if (!own3.some(isWhole)) continue;
      const sections = new Set(own3.flatMap((file) => file.sections.map(({ ini }) => ini.name)));
      for (const file of own3) {
        for (const option2 of optionsOf2(file, "DEFAULT", name)) {
          if (option2.ini.isTemplated || option2.ini.lines.length > 1) continue;
          for (const { text, at } of itemsOf(option2)) {
            if (sections.has(text)) continue;
            yield {
              file: file.path,
              range: partOf3(option2, at, text.length),
              message: `The back end "${text}" has no section [${text}].`,
              help: "Write the section with its driver, or take the name out of the list."
            };
          }
        }
      }
    }
  }
};
function isWhole(file) {
  return !file.ini.hasUnknownLines && optionsOf2(file, "database", "connection").length > 0;
}
function optionsOf2({ sections }, group2, name) {
  return sections.filter((section) => section.group === group2).flatMap(({ options }) => options.filter((option2) => option2.ini.name === name));
}
function itemsOf({ ini }) {
  const written3 = ini.lines[0]?.text ?? "";
  return [...written3.matchAll(/[^\s,"']+/g)].map((match) => ({ text: match[0], at: match.index }));
}
var quorumAndHaQueues = fileRule(
  {
    id: "oslo_config/quorum-and-ha-queues",
    severity: "error",
    summary: "Queues that are to be both quorum queues and mirrored",
    help: 'rabbit_quorum_queue makes queues that RabbitMQ replicates itself, rabbit_ha_queues asks for classic mirrored ones; oslo.messaging refuses to declare a queue when both are on ("should either be quorum or HA, not both"), and the service cannot talk to the others. Take rabbit_ha_queues out.',
    example: {
      file: "neutron.conf",
      bad: "[oslo_messaging_rabbit]\nrabbit_ha_queues = true\nrabbit_quorum_queue = true\n",
      good: "[oslo_messaging_rabbit]\nrabbit_quorum_queue = true\n"
    }
  },
  function* (file) {
    const on = (name) => optionsOf2(file, "oslo_messaging_rabbit", name).find(({ ini }) => ini.arm === "" && isTrue(ini.value));
    const mirrored = on("rabbit_ha_queues");
    if (!mirrored || !on("rabbit_quorum_queue")) return;
    yield {
      range: mirrored.ini.nameRange,
      message: "rabbit_ha_queues and rabbit_quorum_queue are both on, which oslo.messaging refuses.",
      help: "Remove rabbit_ha_queues: quorum queues are replicated without it."
    };
  }
);
var pinnedUpgradeLevel = optionRule(
  {
    id: "oslo_config/pinned-upgrade-level",
    severity: "notice",
    summary: "An RPC version that is pinned to a release",
    help: "In [upgrade_levels] a service is told to speak as an older release does, which a rolling upgrade needs as long as old services run. Afterwards the pin keeps new features off, and the upgrade after the next one fails, since old versions are dropped. Remove it when the upgrade is done, or use auto, which finds the oldest service by itself.",
    example: {
      bad: "[upgrade_levels]\ncompute = yoga\n",
      good: "[upgrade_levels]\ncompute = auto\n"
    }
  },
  ({ ini }, { group: group2 }) => {
    const { value } = ini;
    if (group2 !== "upgrade_levels" || ini.isTemplated || value === "" || value === "auto") return void 0;
    return {
      range: ini.valueRange,
      message: `${named(group2, ini.name)} is pinned to "${value}".`,
      help: "Write auto, or remove it when all services are upgraded."
    };
  }
);
var serviceRolesNotRequired = optionRule(
  {
    id: "oslo_config/service-roles-not-required",
    severity: "warning",
    summary: "Service tokens that are taken from anybody",
    help: "With service_token_roles_required off, the middleware takes any valid token as a service token, whatever roles its owner has: a user can pass for a service, and with it keep using an expired token or call what only services may. The default is off for the sake of old clouds alone, and the middleware warns of it. Set it to true, once the service users have the role that service_token_roles names.",
    example: {
      bad: "[keystone_authtoken]\nservice_token_roles = service\nservice_token_roles_required = false\n",
      good: "[keystone_authtoken]\nservice_token_roles = service\nservice_token_roles_required = true\n"
    }
  },
  ({ ini }, { group: group2 }) => {
    const isOff = ini.name === "service_token_roles_required" && /^(?:false|0|off|no)$/i.test(ini.value);
    if (group2 !== "keystone_authtoken" || !isOff) return void 0;
    return {
      range: ini.valueRange,
      message: "A service token is taken from anybody who has a valid token.",
      help: "Set service_token_roles_required to true."
    };
  }
);
var noPublicKeystone = fileRule(
  {
    id: "oslo_config/no-public-keystone",
    severity: "notice",
    summary: "A service that does not say where its users find Keystone",
    help: "Who comes without a valid token is sent to the address in www_authenticate_uri. Without it the middleware of Keystone takes auth_url, which in most clouds is an internal address that users cannot reach, and warns of it in the log. Only files that are whole are held to this: those that also say where the database is. Set www_authenticate_uri to the public address of Keystone.",
    example: {
      bad: "[database]\nconnection = {{ nova_database }}\n\n[keystone_authtoken]\nauth_url = http://10.0.0.10:5000\n",
      good: "[database]\nconnection = {{ nova_database }}\n\n[keystone_authtoken]\nauth_url = http://10.0.0.10:5000\nwww_authenticate_uri = https://cloud.example.org:5000\n"
    }
  },
  function* (file) {
    if (file.isVariable || !isWhole(file)) return;
    for (const { group: group2, ini } of file.sections) {
      if (group2 !== "keystone_authtoken") continue;
      const names = new Set(ini.options.map(({ name }) => name));
      if (!names.has("auth_url")) continue;
      if (names.has("www_authenticate_uri") || names.has("auth_uri")) continue;
      yield {
        range: ini.range,
        message: "[keystone_authtoken] does not say where users find Keystone.",
        help: "Set www_authenticate_uri to the public address of Keystone."
      };
    }
  }
);
var debugLogging = {
  id: "oslo_config/debug-logging",
  severity: "notice",
  summary: "Debug messages that are left on",
  help: "With debug on, services log every request with its headers and bodies, some of which hold what not everybody should read, and fill their disks. It is said once, for the first of the files. Turn it on for the time of a search, and off again.",
  example: {
    bad: "[DEFAULT]\ndebug = true\n",
    good: "[DEFAULT]\ndebug = false\n"
  },
  *check({ files: files2 }) {
    for (const file of files2) {
      const found2 = optionsOf2(file, "DEFAULT", "debug").find(({ ini }) => isTrue(ini.value));
      if (!found2) continue;
      yield {
        file: file.path,
        range: found2.ini.valueRange,
        message: `Debug messages are on in ${file.title}.`,
        help: "Set debug to false when the search is over."
      };
      return;
    }
  }
};
function isTrue(value) {
  return /^(?:true|1|on|yes)$/i.test(value);
}
function* everyOption(files2, isWanted) {
  for (const file of files2) {
    for (const section of file.sections) {
      for (const option2 of section.options) {
        if (!option2.ini.isTemplated && isWanted(section, option2)) yield { file, section, option: option2 };
      }
    }
  }
}

// src/definitions/oslo_config/agreement-rules.ts
function dissenters(said) {
  const counts = /* @__PURE__ */ new Map();
  for (const { value } of said) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, second2] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first || !second2 || first[1] < 2 * (said.length - first[1])) return { odd: [], common: "" };
  return { odd: said.filter(({ value }) => value !== first[0]), common: first[0] };
}
var differentRegion = {
  id: "oslo_config/different-region",
  severity: "warning",
  summary: "A service that looks for the others in another region",
  help: 'A service finds the others in the catalog under the region that its configuration names, and one wrong name sends it to another cloud, or nowhere ("endpoint not found"). The files of one cloud are compared: one that names another region than all others do is most likely a mistake. Write the same region, or silence the line when it is meant.',
  example: {
    bad: {
      "etc/nova/nova.conf": "[neutron]\nregion_name = RegionOne\n\n[cinder]\nos_region_name = regionOne\n",
      "etc/neutron/neutron.conf": "[nova]\nregion_name = RegionOne\n"
    },
    good: {
      "etc/nova/nova.conf": "[neutron]\nregion_name = RegionOne\n\n[cinder]\nos_region_name = RegionOne\n",
      "etc/neutron/neutron.conf": "[nova]\nregion_name = RegionOne\n"
    }
  },
  *check({ files: files2 }) {
    const said = saidOf(files2, /^(?:os_)?region_name$/, (value) => value);
    const { odd, common } = dissenters(said);
    for (const { value, ...at } of odd) yield problem4(at, `the region "${value}"`, `"${common}"`);
  }
};
var differentKeystone = {
  id: "oslo_config/different-keystone",
  severity: "warning",
  summary: "A service that asks another Keystone than the others",
  help: "All services of a cloud take their tokens from one Keystone; one that has another address in auth_url was most likely forgotten when the address changed. The files of one cloud are compared by scheme, host and port, where the former admin port 35357 is no other. Write the same address, or silence the line when it is meant.",
  example: {
    bad: {
      "etc/nova/nova.conf": "[placement]\nauth_url = http://10.0.0.10:5000/v3\n\n[neutron]\nauth_url = http://10.0.0.1:5000/v3\n",
      "etc/neutron/neutron.conf": "[nova]\nauth_url = http://10.0.0.10:5000\n"
    },
    good: {
      "etc/nova/nova.conf": "[placement]\nauth_url = http://10.0.0.10:5000/v3\n\n[neutron]\nauth_url = http://10.0.0.10:5000/v3\n",
      "etc/neutron/neutron.conf": "[nova]\nauth_url = http://10.0.0.10:5000\n"
    }
  },
  *check({ files: files2 }) {
    const said = saidOf(files2, /^auth_url$/, addressOf);
    const { odd, common } = dissenters(said);
    for (const { value, ...at } of odd) yield problem4(at, `the Keystone at ${value}`, common);
  }
};
function addressOf(url) {
  return /^\w+:\/\/[^/]+/.exec(url)?.[0].toLowerCase().replace(/:35357$/, ":5000");
}
var differentMemcached = {
  id: "oslo_config/different-memcached",
  severity: "warning",
  summary: "A service that does not know all servers of memcached",
  help: "Where services share a cache, each has to know the same servers: the client spreads keys over its list, so with another list it looks for a key on another server. Keystone then validates tokens that were revoked elsewhere, and each missing server is cache lost. Lists that share servers, but not all, are compared over the files of one cloud. Write the same list everywhere.",
  example: {
    bad: {
      "etc/nova/nova.conf": "[keystone_authtoken]\nmemcached_servers = 10.0.0.1:11211,10.0.0.2:11211\n",
      "etc/neutron/neutron.conf": "[keystone_authtoken]\nmemcached_servers = 10.0.0.1:11211\n"
    },
    good: {
      "etc/nova/nova.conf": "[keystone_authtoken]\nmemcached_servers = 10.0.0.1:11211,10.0.0.2:11211\n",
      "etc/neutron/neutron.conf": "[keystone_authtoken]\nmemcached_servers = 10.0.0.2:11211, 10.0.0.1:11211\n"
    }
  },
  *check({ files: files2 }) {
    const said = saidOf(files2, /^memcached?_servers$/, (value) => value);
    const lists = said.map((one) => ({ one, servers: new Set(one.value.split(/[\s,]+/).filter(Boolean)) }));
    const longest = lists.reduce(
      (best, list4) => best && best.servers.size >= list4.servers.size ? best : list4,
      void 0
    );
    for (const { one, servers } of lists) {
      if (!longest || servers.size === longest.servers.size) continue;
      const missing4 = [...longest.servers].filter((server2) => !servers.has(server2));
      if (missing4.length + servers.size !== longest.servers.size) continue;
      yield problem4(
        one,
        `not the memcached server ${missing4.join(", ")}`,
        `it (as ${longest.one.file.title})`
      );
    }
  }
};
function saidOf(files2, name, compared) {
  const found2 = [];
  for (const { file, section, option: option2 } of everyOption(files2, (_, { ini }) => name.test(ini.name))) {
    const value = compared(option2.ini.value);
    if (value !== void 0 && value !== "" && option2.ini.arm === "")
      found2.push({ file, section, option: option2, value });
  }
  return found2;
}
function problem4({ file, section, option: option2 }, what, common) {
  return {
    file: file.path,
    range: option2.ini.valueRange,
    message: `${named(section.ini.name, option2.ini.name)} names ${what}, while most others here name ${common}.`,
    help: "Write the same as in the other files, unless this service is meant to differ."
  };
}

// src/definitions/oslo_config/option-facts.ts
var OTHER = { kind: "other" };
var NO_AUTH = /^(?:DEFAULT|database|api_database|oslo_(?!limit).*)$/;
var OptionFacts = class _OptionFacts {
  facts;
  authGroups;
  unlistedOptions;
  unlistedGroups;
  homesOf;
  constructor(facts) {
    this.facts = facts;
    this.unlistedOptions = new Set(facts.unlisted.options);
    this.unlistedGroups = new Set(facts.unlisted.groups.map(_OptionFacts.normalized));
    const groups = Object.entries(facts.groups);
    const hasAuth = groups.filter(([, options]) => "auth_type" in options || "auth_url" in options);
    this.authGroups = /* @__PURE__ */ new Set(["keystone_authtoken", ...hasAuth.map(([name]) => name)]);
  }
  /** The group under the name that oslo.config compares: all but DEFAULT in lower case. */
  static normalized(group2) {
    return group2 === "DEFAULT" ? group2 : group2.toLowerCase();
  }
  hasGroup(group2) {
    return Object.hasOwn(this.facts.groups, group2) || Object.hasOwn(this.facts.renamed, group2);
  }
  /** Whether the service reads the group, but of no option is it known whether it is there. */
  isUnlisted(group2) {
    return this.unlistedGroups.has(group2);
  }
  /** Whether another release has the group. */
  hadGroup(group2) {
    return Object.hasOwn(this.facts.gone, group2) || Object.hasOwn(this.facts.later, group2);
  }
  /** Whether keystoneauth reads the group as well. */
  readsAuth(group2) {
    return this.authGroups.has(group2);
  }
  get groups() {
    return Object.keys(this.facts.groups);
  }
  namesIn(group2) {
    return Object.keys(own2(this.facts.groups, group2) ?? {});
  }
  /** Whether one of the groups lists the option under its present name. */
  lists(groups, name) {
    return groups.some((group2) => own2(own2(this.facts.groups, group2), name) !== void 0);
  }
  lookup(group2, name) {
    const entry = own2(own2(this.facts.groups, group2), name);
    if (entry !== void 0) return this.known(entry);
    const to = own2(own2(this.facts.renamed, group2), name);
    if (to) return this.renamed([to[0], to[1]]);
    const auth = NO_AUTH.test(group2) ? void 0 : own2(this.facts.auth, name);
    if (auth !== void 0) return this.known(auth);
    if (this.unlistedOptions.has(name)) return { is: "unlisted" };
    const [last, newGroup, newName] = own2(own2(this.facts.gone, group2), name) ?? [];
    if (last !== void 0) {
      const place = newGroup !== void 0 && newName !== void 0 ? [newGroup, newName] : void 0;
      return { is: "gone", last, to: place };
    }
    const first = own2(own2(this.facts.later, group2), name);
    return first === void 0 ? { is: "unknown" } : { is: "later", first };
  }
  /** The groups that have an option of this name. */
  homes(name) {
    this.homesOf ??= homesIn(this.facts.groups);
    return this.homesOf.get(name) ?? [];
  }
  known(entry) {
    const full = typeof entry === "number" ? { type: entry } : entry;
    return { is: "known", type: this.facts.types[full.type] ?? OTHER, entry: full };
  }
  renamed(to) {
    const target = own2(own2(this.facts.groups, to[0]), to[1]);
    if (target === void 0) return { is: "renamed", to, type: void 0, entry: void 0 };
    const full = typeof target === "number" ? { type: target } : target;
    return { is: "renamed", to, type: this.facts.types[full.type] ?? OTHER, entry: full };
  }
};
function own2(record, key) {
  return record && Object.hasOwn(record, key) ? record[key] : void 0;
}
function homesIn(groups) {
  const homes = /* @__PURE__ */ new Map();
  for (const [group2, options] of Object.entries(groups)) {
    for (const name of Object.keys(options)) {
      const known = homes.get(name);
      if (known) known.push(group2);
      else homes.set(name, [group2]);
    }
  }
  return homes;
}
var made3 = /* @__PURE__ */ new WeakMap();
function optionFacts({ facts }, service) {
  const part = facts.part(`oslo_config/${service}`);
  const known = made3.get(part);
  if (known) return known;
  const found2 = new OptionFacts(part);
  made3.set(part, found2);
  return found2;
}

// src/definitions/oslo_config/overrides.ts
function overridesIn(definition) {
  return entriesOf(rootMapping(definition)).flatMap(({ key, value }) => {
    const service = serviceOfOverrides(key);
    const sections = service ? entriesOf(value).map(sectionOf) : [];
    if (sections.length === 0) return [];
    const ini = { sections, problems: [], hasUnknownLines: false };
    return [{ path: definition.path, title: key, isVariable: true, ini, service }];
  });
}
function sectionOf({ key, keyRange, value }) {
  const options = entriesOf(value).map(optionOf);
  return { name: key, range: keyRange, headers: [{ range: keyRange, arm: "" }], options };
}
function optionOf({ key, keyRange, value }) {
  const text = written2(value);
  return {
    name: key,
    nameRange: keyRange,
    value: text ?? "",
    valueRange: value.range,
    lines: [{ text: text ?? "", range: value.range }],
    // lists and mappings are written in ways of the deployment tool's own
    isTemplated: text === void 0 || isTemplatedValue(text),
    arm: ""
  };
}
function written2(node) {
  const scalar = asScalar(node);
  if (!scalar || scalar.tag !== void 0 || scalar.value === null) return void 0;
  if (typeof scalar.value === "boolean") return scalar.value ? "True" : "False";
  return String(scalar.value);
}

// src/definitions/oslo_config/config.ts
function* environments2(definitions, context) {
  const folders3 = /* @__PURE__ */ new Map();
  for (const file of definitions.flatMap(readFiles)) {
    const folder = rootOf(file.path);
    const files2 = folders3.get(folder);
    if (files2) files2.push(file);
    else folders3.set(folder, [file]);
  }
  const { isAssumed, release } = context.facts;
  for (const files2 of folders3.values()) {
    const lookedUp = configFiles(files2, context);
    yield { path: files2[0]?.path ?? "", files: lookedUp, isAssumed, release };
  }
}
function readFiles(definition) {
  const { kind, path, text, yaml } = definition;
  if (kind !== "oslo_config") return yaml && text.includes("_overrides") ? overridesIn(definition) : [];
  const title = path.slice(path.lastIndexOf("/") + 1);
  return [{ path, title, isVariable: false, ini: readIni(text), service: serviceOfFile(path) }];
}
function rootOf(path) {
  const parts = path.split("/").slice(0, -1);
  const named2 = parts.findLastIndex(
    (part) => /^(?:config|overlays|etc|openstack_deploy|group_vars|host_vars)$/.test(part)
  );
  return (named2 === -1 ? parts : parts.slice(0, named2 + 1)).join("/");
}
function configFiles(files2, context) {
  const mentions = /* @__PURE__ */ new Map();
  return files2.map((file) => {
    const { service } = file;
    const facts = service && optionFacts(context, service);
    const isMentioned2 = (name) => {
      const known = mentions.get(service ?? "");
      const names = known ?? wordsOf2(files2.filter((other) => other.service === service));
      if (!known) mentions.set(service ?? "", names);
      return names.has(name);
    };
    return { ...file, facts, sections: sectionsOf(file, facts, isMentioned2) };
  });
}
function wordsOf2(files2) {
  const words2 = /* @__PURE__ */ new Set();
  for (const { ini } of files2) {
    for (const { options } of ini.sections) {
      for (const { value } of options) for (const word of value.split(/[\s,:;=[\]'"]+/)) words2.add(word);
    }
  }
  return words2;
}
function sectionsOf({ ini, service }, facts, isMentioned2) {
  return ini.sections.map((section) => {
    const group2 = OptionFacts.normalized(section.name);
    if (!facts || !service || isTemplatedValue(section.name)) {
      return { group: group2, ini: section, is: "dynamic", options: section.options.map(unknown2) };
    }
    if (facts.hasGroup(group2) || facts.hadGroup(group2)) {
      const options = section.options.map((option2) => ({
        ini: option2,
        lookup: lookup(facts, [group2], option2)
      }));
      return { group: group2, ini: section, is: "known", options };
    }
    const patterns = patternsOf2(service, facts);
    if (section.options.some(({ name }) => facts.lists(patterns, name))) {
      const options = section.options.map((option2) => ({
        ini: option2,
        lookup: lookup(facts, patterns, option2)
      }));
      return { group: group2, ini: section, is: "dynamic", options };
    }
    const isOwn = facts.isUnlisted(group2) || isMentioned2(section.name) || isDynamic(service, section);
    return { group: group2, ini: section, is: isOwn ? "dynamic" : "unknown", options: section.options.map(unknown2) };
  });
}
function unknown2(option2) {
  return { ini: option2, lookup: void 0 };
}
function lookup(facts, groups, { name }) {
  if (isTemplatedValue(name)) return void 0;
  const found2 = groups.map((group2) => facts.lookup(group2, name));
  return found2.find(({ is }) => is !== "unknown") ?? found2[0];
}
function patternsOf2(service, facts) {
  const common = ["privsep"];
  if (service === "cinder")
    return [...common, "backend_defaults", "brcd_fabric_example", "cisco_fabric_example"];
  if (service === "manila") return [...common, "DEFAULT"];
  if (service !== "glance") return common;
  const stores = facts.groups.filter((group2) => group2.startsWith("glance.store."));
  return [...common, "glance_store", "file", ...stores];
}
var PLUGIN_SECTIONS = {
  magnum: ["auto_scaling", "capi_client", "manila_client", "proxy"],
  mistral: ["openstack_actions"],
  neutron: ["infoblox", "nsx", "nsx_p", "nsx_v3"]
};
function isDynamic(service, { name, options }) {
  if (name.includes(":")) return true;
  if (PLUGIN_SECTIONS[service]?.includes(name)) return true;
  if (service === "keystone") return options.every((option2) => option2.name === "remote_id_attribute");
  return service === "nova" && /^(?:mdev|vgpu)_/.test(name);
}

// src/definitions/oslo_config/line-rules.ts
var accidentalContinuation = fileRule(
  {
    id: "oslo_config/accidental-continuation",
    severity: "error",
    summary: "An option or a comment that goes on the value above",
    help: "To oslo.config a line that begins with space goes on the value of the line above, whatever stands in it: an indented option is not set, and the one above has a value that nobody meant; an indented comment becomes part of the value. Write options and comments in the first column. It is an error where the line names an option of the section, otherwise a warning.",
    example: {
      bad: "[libvirt]\nimages_rbd_pool = vms\n  images_rbd_ceph_conf = /etc/ceph/ceph.conf\n",
      good: "[libvirt]\nimages_rbd_pool = vms\nimages_rbd_ceph_conf = /etc/ceph/ceph.conf\n"
    }
  },
  function* ({ sections, facts }) {
    for (const section of sections) {
      for (const { ini } of section.options) {
        for (const line of ini.lines.slice(1)) {
          const problem5 = swallowed(line, ini.name, section, facts);
          if (problem5) yield problem5;
        }
      }
    }
  }
);
function swallowed({ text, range: range2 }, above, section, facts) {
  const value = named(section.ini.name, above);
  if (/^[#;]/.test(text)) {
    const message2 = `The comment is part of the value of ${value}.`;
    return { range: range2, message: message2, help: "Begin the line in its first column.", severity: "warning" };
  }
  const name = /^([a-z]\w*)[ \t]*=(?!=)/.exec(text)?.[1];
  if (name === void 0) return void 0;
  const known = facts?.lookup(section.group, name).is;
  if (known === "unknown" && section.is === "known") return void 0;
  const message = `The line "${name} = \u2026" begins with space, so it is part of the value of ${value}.`;
  const isSure = known === "known" || known === "renamed";
  return {
    range: range2,
    message,
    help: "Begin the line in its first column.",
    severity: isSure ? "error" : "warning"
  };
}
var duplicateOption = fileRule(
  {
    id: "oslo_config/duplicate-option",
    severity: "warning",
    summary: "An option that is set twice in a file",
    help: "Of several values for one option the last one counts, save for the few options that collect them all. Sections of one name are one section, so the other value may stand far away. Options in different arms of a Jinja condition are never there together. Remove the one that is not meant.",
    example: {
      bad: "[DEFAULT]\nreserved_host_memory_mb = 512\nreserved_host_disk_mb = 1024\nreserved_host_memory_mb = 4096\n",
      good: "[DEFAULT]\nreserved_host_disk_mb = 1024\nreserved_host_memory_mb = 4096\n"
    }
  },
  function* ({ sections }) {
    for (const section of sections) {
      const seen = /* @__PURE__ */ new Map();
      for (const option2 of section.options) {
        if (!isSingle(option2)) continue;
        const { name, arm, nameRange } = option2.ini;
        const key = `${arm} ${name}`;
        const first = seen.get(key);
        seen.set(key, option2);
        if (!first) continue;
        yield {
          range: nameRange,
          message: `${named(section.ini.name, name)} is set again: its value on line ${first.ini.nameRange.start.line} is lost.`,
          help: "Keep the one that is meant."
        };
      }
    }
  }
);
function isSingle({ lookup: lookup2 }) {
  if (lookup2?.is === "known") return !lookup2.entry.multi;
  return lookup2?.is === "renamed" && lookup2.entry !== void 0 && !lookup2.entry.multi;
}
var duplicateSection = fileRule(
  {
    id: "oslo_config/duplicate-section",
    severity: "notice",
    summary: "A section that begins twice in a file",
    help: "oslo.config makes one section of all that have the same name, so nothing is lost; but who reads one of them does not see the options in the other. Write the options under one header.",
    example: {
      bad: "[libvirt]\nvirt_type = kvm\n\n[pci]\n\n[libvirt]\ncpu_mode = host-model\n",
      good: "[libvirt]\nvirt_type = kvm\ncpu_mode = host-model\n\n[pci]\n"
    }
  },
  function* ({ ini }) {
    for (const { name, headers } of ini.sections) {
      const seen = /* @__PURE__ */ new Map();
      for (const { range: range2, arm } of headers) {
        const first = seen.get(arm);
        if (first === void 0) seen.set(arm, range2.start.line);
        else {
          yield {
            range: range2,
            message: `The section [${name}] begins again: it is there since line ${first}.`,
            help: "Write its options under the first header."
          };
        }
      }
    }
  }
);

// src/definitions/oslo_config/near.ts
var import_fastest_levenshtein7 = __toESM(require_mod(), 1);
var MAX_LOOKUPS = 200;
var Speller = class {
  found = /* @__PURE__ */ new Map();
  /** The known name that was certainly meant: other names are no more than similar, and may be a plug-in's. */
  misspelled(name, known) {
    if (this.found.has(name)) return this.found.get(name);
    const near = this.found.size < MAX_LOOKUPS ? nearest(name, known) : void 0;
    const meant = near !== void 0 && isMisspelled(name, near) ? near : void 0;
    this.found.set(name, meant);
    return meant;
  }
};
function isMisspelled(name, known) {
  if (plain(name) === plain(known)) return true;
  const letters = (text) => text.replace(/\d+/g, "");
  if (letters(name) === letters(known)) return false;
  const allowed = name.length >= 8 ? 2 : Number(name.length >= 5);
  return (0, import_fastest_levenshtein7.distance)(name, known) <= allowed;
}
function plain(name) {
  return name.toLowerCase().replace(/[-_ ]/g, "");
}

// src/definitions/oslo_config/name-rules.ts
var unknownSection4 = fileRule(
  {
    id: "oslo_config/unknown-section",
    severity: "error",
    summary: "A section that the service does not have",
    help: "A service looks for its options in sections of known names (upper and lower case are the same, save that DEFAULT is upper case); all other sections are ignored without a word. When the name is nearly that of a section that exists, this is an error; it is a warning when another section has its options, and a notice when a plug-in may read it. Sections that other options name, as those of back ends and stores, are left alone. Write the name as the service has it.",
    example: {
      bad: "[keystone_authtokn]\nservice_token_roles_required = true\n",
      good: "[keystone_authtoken]\nservice_token_roles_required = true\n"
    }
  },
  function* ({ facts, service, sections }) {
    if (!facts || !service) return;
    const speller = new Speller();
    for (const { ini, is } of sections) {
      if (is !== "unknown" || ini.options.length === 0) continue;
      const meant = meantGroup(ini.name, facts, speller);
      const message = `${titled(service)} has no section [${ini.name}].`;
      if (meant !== void 0) yield { range: ini.range, message, help: `Did you mean [${meant}]?` };
      else yield { range: ini.range, message, ...helpFor(ini.options, facts) };
    }
  }
);
function meantGroup(name, facts, speller) {
  if (/^\s*defaults?\s*$/i.test(name)) return "DEFAULT";
  const trimmed = OptionFacts.normalized(name.trim());
  return facts.hasGroup(trimmed) ? trimmed : speller.misspelled(name, facts.groups);
}
function helpFor(options, facts) {
  const homes = options.map(({ name }) => facts.homes(name));
  const [home] = homes[0] ?? [];
  const isOne = home !== void 0 && homes.every((groups) => groups.length === 1 && groups[0] === home);
  if (isOne) return { severity: "warning", help: `Its options belong to [${home}]: move them there.` };
  const help = "Remove it, unless a plug-in of yours reads it.";
  return { severity: "notice", help };
}
var unknownOption2 = fileRule(
  {
    id: "oslo_config/unknown-option",
    severity: "error",
    summary: "An option that the service does not have",
    help: 'oslo.config ignores options that nobody asks for: the service starts, and runs with its default. When the name is nearly that of an option of the section, this is an error; otherwise a plug-in may read it, and it is a warning. The names are those that the services and their libraries register in the OpenStack release, written with "_", also where the command line has "-".',
    example: {
      bad: "[libvirt]\nvirt_typ = kvm\n",
      good: "[libvirt]\nvirt_type = kvm\n"
    }
  },
  function* ({ facts, service, sections }) {
    if (!facts || !service) return;
    for (const section of sections) {
      const unknown3 = section.options.filter(({ lookup: lookup2 }) => lookup2?.is === "unknown");
      if (unknown3.length === 0) continue;
      const speller = new Speller();
      const known = meantNames(section, facts);
      for (const option2 of unknown3) {
        const meant = speller.misspelled(option2.ini.name, known);
        const problem5 = problemOf(option2, section, facts, meant, service);
        if (problem5) yield problem5;
      }
    }
  }
);
function meantNames({ is, group: group2, options }, facts) {
  const set = new Set(options.map(({ ini }) => ini.name));
  return is === "known" ? facts.namesIn(group2).filter((name) => !set.has(name)) : [];
}
function problemOf({ ini }, section, facts, meant, service) {
  const message = `${titled(service)} has no option "${ini.name}" in [${section.ini.name}].`;
  if (meant !== void 0) return { range: ini.nameRange, message, help: `Did you mean "${meant}"?` };
  if (facts.readsAuth(section.group) || isTemplatedValue(ini.name)) return void 0;
  const homes = facts.homes(ini.name).filter((group2) => group2 !== section.group);
  const [home] = homes;
  const help = home !== void 0 && homes.length === 1 ? `Remove it, or move it to [${home}], which has an option of that name.` : `Remove it, unless a plug-in of yours reads ${named(section.ini.name, ini.name)}.`;
  return { range: ini.nameRange, message, severity: "warning", help };
}
function titled(service) {
  return service.charAt(0).toUpperCase() + service.slice(1).replace("_", "-");
}

// src/definitions/oslo_config/release-rules.ts
var removedOption = optionRule(
  {
    id: "oslo_config/removed-option",
    severity: "notice",
    summary: "An option that the release no longer has",
    help: "Options that were deprecated for some releases are removed in the end; from then on oslo.config ignores them without a word. The release is the one that the manifest names as openstack_release. When it names none, the newest is assumed, and this is a notice; otherwise, and for options that were gone before Zed, it is a warning. Use what took the place of the option, or remove it.",
    example: {
      bad: "[api]\nauth_strategy = keystone\nmax_limit = 500\n",
      good: "[api]\nmax_limit = 500\n"
    }
  },
  ({ ini, lookup: lookup2 }, section, _, { isAssumed, release }) => {
    if (lookup2?.is !== "gone") return void 0;
    const { last, to } = lookup2;
    const isOld = asRelease(last) === void 0;
    const since = isOld ? "none since Zed has it" : `the last release that had it is ${last}`;
    return {
      range: ini.nameRange,
      message: `${named(section.ini.name, ini.name)} is gone in OpenStack ${release}: ${since}.`,
      help: to ? `Write ${named(to[0], to[1])} in its place.` : "Remove it: the service ignores it.",
      severity: isAssumed && !isOld ? "notice" : "warning"
    };
  }
);
var optionOfLaterRelease = optionRule(
  {
    id: "oslo_config/option-of-later-release",
    severity: "warning",
    summary: "An option that only a later release has",
    help: "oslo.config ignores options that the release does not know, without a word. This one came with a later release than the one that the manifest names as openstack_release. Wait with it until the upgrade.",
    example: {
      bad: {
        "group_vars/all.yml": "openstack_release: zed\n",
        "config/nova.conf": "[api]\nresponse_validation = warn\n"
      },
      good: {
        "group_vars/all.yml": "openstack_release: 2026.1\n",
        "config/nova.conf": "[api]\nresponse_validation = warn\n"
      }
    }
  },
  ({ ini, lookup: lookup2 }, section, _, { isAssumed, release }) => {
    if (lookup2?.is !== "later" || isAssumed) return void 0;
    return {
      range: ini.nameRange,
      message: `${named(section.ini.name, ini.name)} is not in OpenStack ${release}: it comes with ${lookup2.first}.`,
      help: "Remove it until the upgrade: the service ignores it."
    };
  }
);
var deprecatedOption = optionRule(
  {
    id: "oslo_config/deprecated-option",
    severity: "notice",
    summary: "An option that is deprecated",
    help: "The option still works, and the service says in its log that it will not for ever. Options under an old name are read from their new place first. The release is the one that the manifest names as openstack_release; when it names none, the newest is assumed, and this is a notice; otherwise it is a warning. Use the new name, or plan for the time without the option.",
    example: {
      bad: '[pci]\npassthrough_whitelist = {"vendor_id": "8086", "product_id": "1572"}\n',
      good: '[pci]\ndevice_spec = {"vendor_id": "8086", "product_id": "1572"}\n'
    }
  },
  ({ ini, lookup: lookup2 }, section, _, { isAssumed }) => {
    const severity = isAssumed ? "notice" : "warning";
    const range2 = ini.nameRange;
    if (lookup2?.is === "renamed") {
      const to = named(...lookup2.to);
      const message2 = `${named(section.ini.name, ini.name)} is the old name of ${to}.`;
      return { range: range2, message: message2, help: `Write ${to} in its place.`, severity };
    }
    const since = lookup2?.is === "known" ? lookup2.entry.deprecated : void 0;
    if (since === void 0) return void 0;
    const message = `${named(section.ini.name, ini.name)} is deprecated${since === "" ? "" : ` since ${since}`} and will be removed.`;
    return { range: range2, message, help: "Remove it, or use what its documentation names in its place.", severity };
  }
);

// src/definitions/oslo_config/secret-rules.ts
var SECRET_NAME2 = /(?:^|_)(?:password|passwd|secret|secret_key|secret_access_key|passphrase|api_key)$/;
var PLACEHOLDER2 = /^(?:<.*>|%.*%|@.*@|__.*__|[*x.]+|change[-_ ]?(?:me|it|this).*|replace[-_ ]?me.*|todo|your[-_ ].*|none|null|dummy|[A-Z][A-Z0-9]*_(?:PASS|PASSWORD|SECRET|KEY))$/i;
var CREDENTIALS = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s:@]*:([^/?#\s@]*)@/i;
var plaintextSecret = optionRule(
  {
    id: "oslo_config/plaintext-secret",
    severity: "warning",
    summary: "A secret that everybody can read in the repository",
    help: "Who can read the repository, or a copy of it, has the secret, and it stays in the history when the file is changed. Keep secrets in files that Ansible Vault or SOPS encrypt, and fill them in: password = {{ nova_keystone_password }}. Replace the secret, since it is known. Placeholders and values of Jinja are left alone.",
    example: {
      bad: "[database]\nconnection = mysql+pymysql://nova:s3cr3t-of-nova@db.example.org/nova\n",
      good: "[database]\nconnection = mysql+pymysql://nova:{{ nova_database_password }}@db.example.org/nova\n"
    }
  },
  (option2, section) => {
    const { ini } = option2;
    if (ini.isTemplated || ini.value === "") return void 0;
    const written3 = ini.lines[0]?.text ?? "";
    const isUrl2 = ini.value.includes("://");
    const password = isUrl2 ? CREDENTIALS.exec(ini.value)?.[1] : void 0;
    const isSecret3 = password === void 0 && !isUrl2 && isSecretOption(option2);
    const secret = isSecret3 ? ini.value : password;
    if (secret === void 0 || secret === "" || !isReal(secret)) return void 0;
    return {
      range: isSecret3 ? valuePlace(option2) : partOf3(option2, written3.indexOf(`:${secret}@`) + 1, secret.length),
      message: `${named(section.ini.name, ini.name)} holds a secret in plain text.`,
      help: "Take it from an encrypted variable, and replace it: it is known to all who can read this file."
    };
  }
);
function isSecretOption({ ini, lookup: lookup2 }) {
  if (lookup2?.is === "known" || lookup2?.is === "renamed") {
    if (lookup2.type && lookup2.type.kind !== "string" && lookup2.type.kind !== "other") return false;
    if (lookup2.entry?.secret) return true;
  }
  return SECRET_NAME2.test(ini.name);
}
function isReal(value) {
  return !PLACEHOLDER2.test(value) && !/^[$/]/.test(value) && !isTemplatedValue(value);
}
var REFERENCE2 = /\$(?:\$|\{([_a-z][._a-z0-9]*)\}|([_a-z][._a-z0-9]*))/gi;
var ESCAPABLE = /password|passwd|secret|connection|transport_url/;
var unescapedDollar = optionRule(
  {
    id: "oslo_config/unescaped-dollar",
    severity: "error",
    summary: 'A "$" that oslo.config takes for another option',
    help: 'oslo.config fills in $name and ${name} in every value from the option of that name in the same section or in [DEFAULT], and $section.name from another section. When there is none, asking for the option fails, and with it the service. A "$" of a password has to be written twice: "$$". In passwords and in URLs that hold them this is an error, elsewhere a warning, since a plug-in may have the option.',
    example: {
      bad: "[database]\nconnection = mysql+pymysql://nova:{{ first_half }}$ecret@db.example.org/nova\n",
      good: "[database]\nconnection = mysql+pymysql://nova:{{ first_half }}$$ecret@db.example.org/nova\n"
    }
  },
  (option2, section, { facts, isVariable }) => {
    const { ini, lookup: lookup2 } = option2;
    if (!facts || !ini.value.includes("$") || lookup2?.is !== "known" && lookup2?.is !== "renamed")
      return void 0;
    const text = ini.lines.length === 1 ? ini.lines[0]?.text ?? "" : "";
    const plain2 = text.replace(/\{\{.*?\}\}/g, (all) => " ".repeat(all.length)).replaceAll("\\$", "$$$$");
    for (const match of plain2.matchAll(REFERENCE2)) {
      const name = match[1] ?? match[2];
      if (name === void 0 || isOption(name, section, facts)) continue;
      return {
        range: isVariable ? ini.valueRange : partOf3(option2, match.index, match[0].length),
        message: `${named(section.ini.name, ini.name)} refers to "${match[0]}", but there is no option "${name}".`,
        help: 'Write "$$" when a "$" is meant.',
        severity: ESCAPABLE.test(ini.name) ? "error" : "warning"
      };
    }
    return void 0;
  }
);
var OWN = /* @__PURE__ */ new Set(["config_file", "config_dir", "config_source"]);
function isOption(name, { group: group2 }, facts) {
  const dot = name.indexOf(".");
  const places = dot === -1 ? [group2] : [name.slice(0, dot), group2];
  const options = dot === -1 ? [name, name] : [name.slice(dot + 1), name];
  const isKnown2 = (place, option2) => place !== void 0 && option2 !== void 0 && facts.lookup(place, option2).is !== "unknown";
  if (places.some((place, index2) => isKnown2(place, options[index2]))) return true;
  return isKnown2("DEFAULT", name) || OWN.has(name);
}

// src/definitions/oslo_config/syntax-rules.ts
var MESSAGES = {
  "unclosed-section": (text) => `The section "${text}" does not end with "]".`,
  "empty-section": () => "The section has no name.",
  "no-assignment": (text) => `The line "${text}" is no option: there is no "=" in it.`,
  "empty-name": (text) => `The line "${text}" has no name before its "=".`,
  "unexpected-continuation": () => "The line begins with space, but there is no value above that it goes on."
};
var HELPS = {
  "unclosed-section": "Write the section as [name], with nothing behind it, not even a comment.",
  "empty-section": "Write the name between the brackets.",
  "no-assignment": 'Write name = value, or begin the line with "#" when it is a comment.',
  "empty-name": 'Write the name of the option before the "=".',
  "unexpected-continuation": "Begin the line in its first column, comments too; only the lines of one value are indented."
};
var syntax2 = fileRule(
  {
    id: "oslo_config/syntax",
    severity: "error",
    summary: "A line that oslo.config refuses",
    help: "oslo.config stops at the first line that it cannot read, and the service does not start. A section is [name] and nothing else on its line, an option is name = value, and a line that begins with space goes on the value above: behind a blank line, a comment or a section there is none. Correct the line.",
    example: {
      bad: "[DEFAULT]\ntransport_url = {{ transport_url }}\n\n[database] # of Nova\nconnection = {{ connection }}\n",
      good: "[DEFAULT]\ntransport_url = {{ transport_url }}\n\n# of Nova\n[database]\nconnection = {{ connection }}\n"
    }
  },
  function* ({ ini }) {
    for (const { kind, range: range2, text } of ini.problems) {
      if (kind === "no-section") continue;
      yield { range: range2, message: MESSAGES[kind](shortened(text)), help: HELPS[kind] };
    }
  }
);
var optionBeforeSection = fileRule(
  {
    id: "oslo_config/option-before-section",
    severity: "error",
    summary: "An option that stands before any section",
    help: "oslo.config refuses a file with an option before the first section, and the service does not start. Options of no particular section belong to [DEFAULT], whose header has to be written.",
    example: {
      bad: "host = compute-1\n\n[libvirt]\nvirt_type = kvm\n",
      good: "[DEFAULT]\nhost = compute-1\n\n[libvirt]\nvirt_type = kvm\n"
    }
  },
  function* ({ ini }) {
    for (const { kind, range: range2, text } of ini.problems) {
      if (kind !== "no-section") continue;
      yield {
        range: range2,
        message: `The option "${text}" stands before any section.`,
        help: "Write the header of its section above it: [DEFAULT] when it has none of its own."
      };
    }
  }
);
function shortened(text) {
  return text.length > 60 ? `${text.slice(0, 57)}\u2026` : text;
}

// src/definitions/oslo_config/option-types.ts
import { isIPv4, isIPv6 } from "node:net";
var MAX_LENGTH = 4e3;
function refusal(type, value) {
  return value.length > MAX_LENGTH ? void 0 : CHECKS2[type.kind](type, value);
}
var BOOLEANS = /* @__PURE__ */ new Set(["true", "1", "on", "yes", "false", "0", "off", "no"]);
var CHECKS2 = {
  string,
  boolean: (_, value) => BOOLEANS.has(value.toLowerCase()) ? void 0 : { why: "is no boolean (true, false, yes, no, on, off, 1 or 0)" },
  integer: (type, value) => number(type, value, /^[+-]?\d+(?:_\d+)*$/, "an integer"),
  float: (type, value) => number(type, value, /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan)$/i, "a number"),
  list: list3,
  dict,
  ip: ({ version }, value) => isIp(value, version) ? void 0 : { why: `is no ${ipName(version)} address` },
  hostname: (_, value) => isHostname(value, LABEL) ? void 0 : { why: "is no host name" },
  host: ({ version }, value) => isIp(value, version) || isHostname(value, LABEL) ? void 0 : { why: "is no IP address or host name" },
  domain: ({ version }, value) => isIp(value, version) || isHostname(value, LABEL) || isHostname(value, DOMAIN_LABEL) ? void 0 : { why: "is no IP address or host name" },
  uri,
  range,
  other: () => void 0
};
function string(type, written3) {
  const { choices, ignoreCase, maxLength } = type;
  let value = written3;
  if (type.quotes && /^["']/.test(value)) {
    if (value.length === 1 || value.at(-1) !== value.at(0)) return { why: "has a quote that is not closed" };
    value = value.slice(1, -1);
  }
  if (maxLength !== void 0 && value.length > maxLength) {
    return { why: `is longer than ${maxLength} characters`, isBound: true };
  }
  if (type.regex !== void 0 && !matches(type.regex, ignoreCase, value)) {
    return { why: `does not match ${type.regex}`, isBound: true };
  }
  if (!choices) return void 0;
  const isSame2 = (choice) => ignoreCase ? String(choice).toLowerCase() === value.toLowerCase() : choice === value;
  return choices.some(isSame2) ? void 0 : { why: `is none of its choices: ${listed3(choices)}`, isBound: true };
}
function matches(pattern, ignoreCase, value) {
  if (/\(\?[^:=!]|\\[AZ]/.test(pattern) || /[^ -~]/.test(value)) return true;
  try {
    return new RegExp(pattern, ignoreCase ? "i" : "").test(value);
  } catch {
    return true;
  }
}
function number(type, written3, form, name) {
  const text = written3.trim();
  if (text === "") return void 0;
  if (!form.test(text)) return { why: `is not ${name}` };
  const value = numberOf2(text);
  const { choices, min, max } = type;
  if (choices) {
    return choices.includes(value) ? void 0 : { why: `is none of its choices: ${listed3(choices)}`, isBound: true };
  }
  if (min !== void 0 && value < min) return { why: `is less than ${min}`, isBound: true };
  if (max !== void 0 && value > max) return { why: `is more than ${max}`, isBound: true };
  return void 0;
}
function numberOf2(text) {
  const infinite = /^([+-]?)inf/i.exec(text);
  if (infinite) return infinite[1] === "-" ? -Infinity : Infinity;
  return Number(text.replaceAll("_", ""));
}
function list3({ bounds: bounds2, item }, written3) {
  let text = written3.trim().replace(/,+$/, "");
  if (bounds2) {
    if (!text.startsWith("[") || !text.endsWith("]")) return { why: "is not in square brackets" };
    text = text.slice(1, -1);
  }
  return text === "" || !item ? void 0 : inParts(text, (part) => refusal(item, part.trim()));
}
function dict({ bounds: bounds2, item }, written3) {
  let text = written3.trim();
  if (bounds2) {
    if (!text.startsWith("{") || !text.endsWith("}")) return { why: "is not in braces" };
    text = text.slice(1, -1);
  }
  if (text === "") return void 0;
  const seen = /* @__PURE__ */ new Set();
  return inParts(text, (part) => {
    const colon = part.indexOf(":");
    if (colon === -1) return { why: 'is no list of name:value pairs with "," between them' };
    const refused2 = item && refusal(item, part.slice(colon + 1).trim());
    if (refused2) return refused2;
    const key = part.slice(0, colon).trim();
    if (key === "") return { why: "has a pair without a name" };
    if (seen.has(key)) return { why: `has the name "${key}" twice` };
    seen.add(key);
    return void 0;
  });
}
function inParts(text, check) {
  const parts = text.split(",");
  let part;
  let refused2;
  for (const next of parts) {
    part = part === void 0 ? next : `${part},${next}`;
    refused2 = check(part);
    if (!refused2) part = void 0;
  }
  return part === void 0 ? void 0 : refused2;
}
function isIp(value, version) {
  return version !== 6 && isIPv4(value) || version !== 4 && isIPv6(value) && !value.includes("%");
}
function ipName(version) {
  return version === void 0 ? "IP" : `IPv${version}`;
}
var LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i;
var DOMAIN_LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i;
function isHostname(value, label) {
  if (value === "" || value.length > 253) return false;
  const labels = value.replace(/\.$/, "").split(".");
  return /[a-z-]/i.test(labels.at(-1) ?? "") && labels.every((part) => label.test(part));
}
function uri({ schemes, maxLength }, value) {
  const [, scheme, authority] = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?/.exec(value) ?? [];
  const host = authority?.replace(/^.*@/, "").replace(/:\d*$/, "");
  if (scheme === void 0 || !/^[a-z][a-z0-9+.-]*$/i.test(scheme)) return { why: "is no URL with a scheme" };
  if (!host) return { why: "is no URL with a host" };
  if (schemes && !schemes.includes(scheme.toLowerCase())) {
    return { why: `is no URL of the schemes ${schemes.join(", ")}`, isBound: true };
  }
  if (maxLength !== void 0 && value.length > maxLength) {
    return { why: `is longer than ${maxLength} characters`, isBound: true };
  }
  return void 0;
}
function range({ min, max }, value) {
  const [, first, second2] = /^(0|-?[1-9]\d*)(?:-(0|-?[1-9]\d*))?$/.exec(value) ?? [];
  if (first === void 0) return { why: "is no range of integers, as 1-5" };
  const ends = [Number(first), Number(second2 ?? first)];
  if (min !== void 0 && Math.min(...ends) < min) return { why: `begins below ${min}`, isBound: true };
  if (max !== void 0 && Math.max(...ends) > max) return { why: `ends above ${max}`, isBound: true };
  return void 0;
}
function listed3(choices) {
  return choices.map((choice) => choice === "" ? '""' : String(choice)).join(", ");
}

// src/definitions/oslo_config/value-rules.ts
function typeOf({ ini, lookup: lookup2 }) {
  if (ini.isTemplated || ini.value.includes("$") || !lookup2) return void 0;
  return typeIn(lookup2);
}
function typeIn(lookup2) {
  return lookup2.is === "known" || lookup2.is === "renamed" ? lookup2.type : void 0;
}
function refused(option2) {
  const type = typeOf(option2);
  const isLonger = option2.ini.lines.length > 1;
  if (!type || isLonger && type.kind !== "list" && type.kind !== "dict") return void 0;
  return refusal(type, option2.ini.value);
}
function commentIn(option2) {
  const { ini } = option2;
  const [line, ...more] = ini.lines;
  if (!line || more.length > 0 || ini.isTemplated || /^["']/.test(line.text)) return void 0;
  const at = line.text.search(/\s[#;]/) + 1;
  if (at === 0) return void 0;
  const text = line.text.slice(at);
  const type = option2.lookup && typeIn(option2.lookup);
  const without = line.text.slice(0, at).trimEnd();
  if (type && refusal(type, ini.value)) {
    return refusal(type, without) ? void 0 : { at, text, isRefused: true };
  }
  const isComment = /^#\s+[A-Za-z]/.test(text) && type !== void 0;
  return isComment ? { at, text, isRefused: false } : void 0;
}
var invalidValue2 = optionRule(
  {
    id: "oslo_config/invalid-value",
    severity: "error",
    summary: "A value that is not of the option's type",
    help: 'oslo.config converts a value when the service asks for the option, and refuses one that is not of its type, out of bounds or none of its choices: most options are asked for when the service starts, and then it does not; the others fail later, in the middle of the work. Choices and bounds differ between releases, so those are warnings as long as the manifest names no openstack_release. Values that Jinja or "$other" fill in are left alone.',
    example: {
      bad: "[vnc]\nnovncproxy_port = 6080/tcp\n\n[libvirt]\nvirt_type = kvm\n",
      good: "[vnc]\nnovncproxy_port = 6080\n\n[libvirt]\nvirt_type = kvm\n"
    }
  },
  (option2, section, _, { isAssumed }) => {
    const found2 = refused(option2);
    if (!found2 || commentIn(option2)?.isRefused) return void 0;
    const { value, name } = option2.ini;
    return {
      range: valuePlace(option2),
      message: `The value of ${named(section.ini.name, name)} ${value === "" ? "is empty, which" : `is "${shown3(value)}", which`} ${found2.why}.`,
      help: helpFor2(option2),
      severity: found2.isBound && isAssumed ? "warning" : "error"
    };
  }
);
function helpFor2(option2) {
  const type = typeOf(option2);
  const choices = (type?.item ?? type)?.choices?.filter((choice) => typeof choice === "string") ?? [];
  const meant = new Speller().misspelled(option2.ini.value, choices);
  if (meant !== void 0) return `Did you mean "${meant}"?`;
  return "Write a value of its type, or remove the option to have its default.";
}
function shown3(value) {
  const [line = ""] = value.split("\n");
  return line.length > 60 ? `${line.slice(0, 57)}\u2026` : line;
}
var inlineComment = optionRule(
  {
    id: "oslo_config/inline-comment",
    severity: "error",
    summary: "A comment behind a value, which is part of it",
    help: 'oslo.config knows comments only on lines of their own that begin with "#" or ";" in the first column: behind a value they are part of it. Where the value then is not of its type the service does not start, and this is an error; in a text it is a warning. Move the comment to the line above.',
    example: {
      bad: "[oslo_messaging_rabbit]\nheartbeat_rate = 3 # times in a timeout\n",
      good: "[oslo_messaging_rabbit]\n# times in a timeout\nheartbeat_rate = 3\n"
    }
  },
  (option2, section) => {
    const comment = commentIn(option2);
    if (!comment) return void 0;
    return {
      range: partOf3(option2, comment.at, comment.text.length),
      message: `The comment is part of the value of ${named(section.ini.name, option2.ini.name)}.`,
      help: "Move it to a line of its own above.",
      severity: comment.isRefused ? "error" : "warning"
    };
  }
);

// src/definitions/oslo_config/index.ts
var osloConfigRules = ruleSet({
  kind: "oslo_config",
  exampleFile: "nova.conf",
  rules: [
    syntax2,
    optionBeforeSection,
    accidentalContinuation,
    duplicateOption,
    duplicateSection,
    inlineComment,
    unknownSection4,
    unknownOption2,
    removedOption,
    optionOfLaterRelease,
    deprecatedOption,
    invalidValue2,
    plaintextSecret,
    unescapedDollar,
    backendWithoutSection,
    quorumAndHaQueues,
    pinnedUpgradeLevel,
    serviceRolesNotRequired,
    noPublicKeystone,
    differentRegion,
    differentKeystone,
    differentMemcached,
    debugLogging
  ],
  subjects: environments2
});

// src/definitions/repository/address-rules.ts
import { isIP as isIP5 } from "node:net";

// src/definitions/repository/environments.ts
var VIPS2 = [
  "kolla_internal_vip_address",
  "kolla_external_vip_address",
  "internal_lb_vip_address",
  "external_lb_vip_address",
  "haproxy_keepalived_internal_vip_cidr",
  "haproxy_keepalived_external_vip_cidr"
];
var NAMES = /* @__PURE__ */ new Set([
  ...VIPS2,
  "kolla_internal_fqdn",
  "kolla_external_fqdn",
  "keepalived_virtual_router_id",
  "haproxy_keepalived_internal_virtual_router_id",
  "haproxy_keepalived_external_virtual_router_id",
  "openstack_region_name",
  "service_region"
]);
function environmentsOf(definitions) {
  const found2 = /* @__PURE__ */ new Map();
  for (const definition of definitions) {
    const place = environmentOf(definition);
    if (!place || definition.templated) continue;
    const root = rootMapping(definition);
    const entries = [...entriesOf(root), ...entriesOf(childOf(root, "global_overrides"))];
    if (!entries.some(({ key: key2 }) => NAMES.has(key2) || key2 === "multiple_regions_names")) continue;
    const key = `${place.tool} ${place.name}`;
    const environment = found2.get(key) ?? { ...place, facts: /* @__PURE__ */ new Map(), regions: /* @__PURE__ */ new Set() };
    found2.set(key, environment);
    for (const entry of entries) addFact(environment, definition.path, entry);
  }
  return [...found2.values()];
}
function environmentOf({ kind, path }) {
  if (kind === "kolla_ansible") {
    const place = placeOf(path);
    if (!place || place.part === "passwords") return void 0;
    const below = place.environment === void 0 ? "" : `environments/${place.environment}/`;
    return { tool: "kolla-ansible", name: `${place.root}${below}` };
  }
  if (kind === "openstack_ansible") {
    const { part, folder } = partOf(path);
    return part === "env.d" ? void 0 : { tool: "openstack-ansible", name: folder };
  }
  if (kind === "ansible" && isVars(path)) {
    const folder = /^(.*?)(?:group_vars|host_vars)\/all(?:\.ya?ml$|\/)/.exec(path)?.[1];
    return folder === void 0 ? void 0 : { tool: "ansible", name: folder };
  }
  return void 0;
}
function addFact(environment, file, { key, value }) {
  if (key === "multiple_regions_names") {
    for (const item of asSequence(value)?.items ?? []) {
      const region = asScalar(item)?.text;
      if (region !== void 0) environment.regions.add(region);
    }
  }
  const scalar = asScalar(value);
  if (!NAMES.has(key) || !scalar || scalar.value === null || scalar.tag !== void 0) return;
  if (isTemplatedValue(scalar.text) || scalar.text === "") return;
  environment.facts.set(key, { name: key, value: scalar.text, file, range: value.range, environment });
  if (key === "openstack_region_name" || key === "service_region") environment.regions.add(scalar.text);
}
function addressOf2({ value }) {
  return value.replace(/\/\d+$/, "");
}
function placeIn({ file, range: range2 }) {
  return `${file}, line ${range2.start.line}`;
}

// src/definitions/repository/address-rules.ts
var PASSING = /(?:^|[/_.-])(?:ci|aio|all-in-one|dev|demo|example|lab|local|molecule|sample|test|vagrant|virtual)s?\d*(?:[/_.-]|$)/i;
function lasting(environments3) {
  return environments3.filter(({ name }) => !PASSING.test(name));
}
function vipsOf({ facts }) {
  const seen = /* @__PURE__ */ new Map();
  for (const name of VIPS2) {
    const fact = facts.get(name);
    if (!fact || isIP5(addressOf2(fact)) === 0 || /^(?:127\.|::1$|0\.)/.test(fact.value)) continue;
    if (!seen.has(addressOf2(fact))) seen.set(addressOf2(fact), fact);
  }
  return [...seen.values()];
}
var STAGING = "kolla_internal_vip_address: 10.20.0.254\nkeepalived_virtual_router_id: 62\nnetwork_interface: bond0\nopenstack_region_name: RegionStaging\n";
var PRODUCTION = STAGING.replace("10.20", "10.10").replace("62", "61").replace("RegionStaging", "RegionOne");
var sharedVip2 = {
  id: "repository/shared-vip",
  severity: "warning",
  summary: "two environments have the same virtual address",
  help: "Two environments with one virtual address fight for it when their networks meet, and until then a command for the one may reach the other. It is mostly left over from a copy. Environments whose name says that they come and go (ci, dev, lab, test\u2026) are left out; where staging is an exact copy in a network of its own, switch the rule off.",
  example: {
    bad: {
      "production/globals.yml": PRODUCTION,
      "staging/globals.yml": STAGING.replace("10.20", "10.10")
    },
    good: { "production/globals.yml": PRODUCTION, "staging/globals.yml": STAGING }
  },
  *check({ environments: environments3 }) {
    const owners = /* @__PURE__ */ new Map();
    for (const environment of lasting(environments3)) {
      for (const fact of vipsOf(environment)) {
        const address = addressOf2(fact);
        const owner = owners.get(address);
        owners.set(address, owner ?? fact);
        if (!owner || isNested(owner.environment, environment)) continue;
        yield {
          file: fact.file,
          range: fact.range,
          message: `The virtual address ${address} is also that of another environment, in ${placeIn(owner)}.`,
          help: "Give each environment an address of its own."
        };
      }
    }
  }
};
function isNested(a, b) {
  return a.name.startsWith(b.name) || b.name.startsWith(a.name);
}
function routersOf({ facts }) {
  const pairs = [
    ["keepalived_virtual_router_id", ["kolla_internal_vip_address"]],
    [
      "haproxy_keepalived_internal_virtual_router_id",
      ["haproxy_keepalived_internal_vip_cidr", "internal_lb_vip_address"]
    ],
    [
      "haproxy_keepalived_external_virtual_router_id",
      ["haproxy_keepalived_external_vip_cidr", "external_lb_vip_address"]
    ]
  ];
  return pairs.flatMap(([name, vips]) => {
    const id = facts.get(name);
    const vip = vips.map((vipName) => facts.get(vipName)).find((fact) => fact && isIP5(addressOf2(fact)) === 4);
    return id && vip ? [{ id, vip }] : [];
  });
}
var KEEPALIVED2 = "haproxy_keepalived_internal_vip_cidr: 172.29.236.9/32\nhaproxy_keepalived_internal_virtual_router_id: 21\n";
function osa(folder, variables) {
  return { [`${folder}/openstack_deploy/user_variables.yml`]: variables };
}
var sharedVrrpId = {
  id: "repository/shared-vrrp-id",
  severity: "warning",
  summary: "two load balancers in one network have the same VRRP router id",
  help: "Keepalived takes everybody who speaks VRRP with its own router id in the network for a peer. Two environments with one id, or the internal and the external address of one, take turns in holding their addresses. It is found when the addresses lie in one /24 network. Two deployments of kolla-ansible have a rule of their own.",
  example: {
    bad: {
      ...osa("production", KEEPALIVED2),
      ...osa("staging", KEEPALIVED2.replace(".9/32", ".8/32"))
    },
    good: {
      ...osa("production", KEEPALIVED2),
      ...osa("staging", KEEPALIVED2.replace(".9/32", ".8/32").replace("id: 21", "id: 22"))
    }
  },
  *check({ environments: environments3 }) {
    const taken = /* @__PURE__ */ new Map();
    for (const environment of environments3) {
      for (const router of routersOf(environment)) {
        const network = addressOf2(router.vip).replace(/\.\d+$/, "");
        const key = `${router.id.value} ${network}`;
        const first = taken.get(key);
        taken.set(key, first ?? router);
        if (!first || addressOf2(first.vip) === addressOf2(router.vip)) continue;
        if (bothKolla(first, router) || isNestedElsewhere(first, router)) continue;
        yield {
          file: router.id.file,
          range: router.id.range,
          message: `The VRRP router id ${router.id.value} is also that of ${addressOf2(first.vip)} in the same network, in ${placeIn(first.id)}.`,
          help: "Give each virtual address in the network an id of its own, from 1 to 255."
        };
      }
    }
  }
};
function bothKolla(a, b) {
  return [a, b].every(({ id }) => id.environment.tool === "kolla-ansible");
}
function isNestedElsewhere(a, b) {
  return a.id.environment !== b.id.environment && isNested(a.id.environment, b.id.environment);
}
function purposeOf(path) {
  if (/(?:^|[/_.-])(?:prod|production|live)(?:[/_.-]|$)/i.test(path)) return "production";
  return /(?:^|[/_.-])(?:stag|stage|staging|preprod|qa|uat)(?:[/_.-]|$)/i.test(path) ? "staging" : void 0;
}
var COMMON = /bastion|jump|deploy|monitor|seed|registry|mirror|builder|backup|log|ntp|dns|localhost|manager|proxy/i;
var HOSTS = "[control]\nctl1 ansible_host=192.0.2.11\nctl2 ansible_host=192.0.2.12\n";
var sharedMachine = {
  id: "repository/shared-machine",
  severity: "warning",
  summary: "a machine stands in the inventories of staging and of production",
  help: "What is tried in staging is then done to production. It is found when an inventory that is called production and one that is called staging have a host with the same ansible_host; machines whose name or group says that they serve both (bastion, monitoring, registry\u2026) are left alone.",
  example: {
    bad: {
      "inventories/production/hosts": HOSTS,
      "inventories/staging/hosts": HOSTS.replaceAll("ctl", "stg-ctl").replace("192.0.2.11", "192.0.2.21")
    },
    good: {
      "inventories/production/hosts": HOSTS,
      "inventories/staging/hosts": HOSTS.replaceAll("ctl", "stg-ctl").replaceAll("192.0.2.1", "192.0.2.2")
    }
  },
  *check(repository) {
    const named2 = new Set(
      repository.definitions.map(({ path, kind }) => kind === "ansible" && purposeOf(path))
    );
    if (!named2.has("production") || !named2.has("staging")) return;
    const { inventories: inventories2 } = repository;
    const purposes = inventories2.map(({ path }) => purposeOf(path));
    const production = /* @__PURE__ */ new Map();
    for (const [index2, inventory] of inventories2.entries()) {
      if (purposes[index2] !== "production") continue;
      for (const { host, place, address } of machines(inventory)) production.set(address, { host, place });
    }
    for (const [index2, inventory] of inventories2.entries()) {
      if (purposes[index2] !== "staging") continue;
      for (const { host, place, address } of machines(inventory)) {
        const other = production.get(address);
        if (!other) continue;
        yield {
          file: place.file,
          range: place.range,
          message: `The host "${host}" of staging is "${other.host}" of production: both are ${place.value}, the latter in ${placeIn(other.place)}.`,
          help: "Give it the address of a machine of its own."
        };
      }
    }
  }
};
function* machines({ hosts }) {
  for (const { name, groups, vars } of hosts.values()) {
    const place = vars.get("ansible_host");
    if (!place || isIP5(place.value) === 0 || /^(?:127\.|::1$)/.test(place.value)) continue;
    if (COMMON.test(name) || [...groups].some((group2) => COMMON.test(group2))) continue;
    yield { host: name, place, address: `${place.value} ${vars.get("ansible_port")?.value ?? "22"}` };
  }
}
var CLOUDS2 = `clouds:
  production:
    auth:
      auth_url: http://10.10.0.254:5000/v3
      username: operator
      project_name: platform
      user_domain_name: Default
      project_domain_name: Default
    region_name: RegionOne
`;
var differentRegion2 = {
  id: "repository/different-region",
  severity: "warning",
  summary: "clouds.yaml asks for a region that the environment does not have",
  help: "The auth_url is that of an environment in this repository, but the region_name is none that any environment here is deployed with: the catalog has no endpoints for it, and every command but the login fails. Region names are case-sensitive.",
  example: {
    bad: {
      "production/globals.yml": PRODUCTION,
      "clouds.yaml": CLOUDS2.replace("RegionOne", "regionOne")
    },
    good: { "production/globals.yml": PRODUCTION, "clouds.yaml": CLOUDS2 }
  },
  *check({ environments: environments3, clouds }) {
    const served = /* @__PURE__ */ new Map();
    const regions = /* @__PURE__ */ new Set();
    for (const { facts, regions: own3 } of environments3) {
      for (const name of [...VIPS2, "kolla_internal_fqdn", "kolla_external_fqdn"]) {
        const fact = facts.get(name);
        if (fact) served.set(addressOf2(fact), fact);
      }
      for (const region of own3) regions.add(region);
    }
    if (served.size === 0) return;
    for (const cloud of clouds.flatMap((file) => file.clouds)) {
      const region = cloud.settings.get("region_name");
      const url = cloud.auth.get("auth_url")?.text;
      const host = url !== void 0 && URL.canParse(url) ? new URL(url).hostname : void 0;
      const fact = host === void 0 ? void 0 : served.get(host);
      if (!region?.text || !fact || fact.environment.regions.size === 0 || regions.has(region.text)) continue;
      const [known] = fact.environment.regions;
      yield {
        file: region.file,
        range: region.node.range,
        message: `The cloud "${cloud.name}" asks for the region "${region.text}", but its Keystone (${placeIn(fact)}) serves "${known}".`,
        help: `Write ${known}.`
      };
    }
  }
};

// src/definitions/repository/color-rules.ts
var COLORS = ["blue", "green"];
var MANIFEST = `version: 1
name: region-one
environments:
  production:
    strategy: blue_green
    deploy: { run: ./deploy.sh }
    verify: [{ name: answers, http: { url: "http://127.0.0.1:15000/v3" } }]
    router:
      haproxy:
        nodes: [{ socket: "unix:///run/haproxy/admin.sock", map_file: /etc/haproxy/changeover.map }]
        map: { keystone: "keystone_{color}" }
`;
var HAPROXY = `global
    hard-stop-after 10m

defaults
    mode http
    timeout connect 5s
    timeout client 60s
    timeout server 60s

frontend keystone
    bind 203.0.113.10:5000
    use_backend %[str(keystone),map(/etc/haproxy/changeover.map)]
    default_backend keystone_blue

backend keystone_blue
    server infra1 10.0.0.11:15000 check

backend keystone_green
    server infra1 10.0.0.11:25000 check
`;
var missingColorBackend = {
  id: "repository/missing-color-backend",
  severity: "error",
  summary: "the map of changeover.yml names a backend that HAProxy does not have",
  help: "A changeover writes the name of a backend into the map, and HAProxy looks it up for each request. When there is no backend of that name, HAProxy says nothing and serves from its default_backend, so the changeover cannot go through. It is found when a haproxy.cfg of the repository looks up the same key.",
  example: {
    bad: {
      "changeover.yml": MANIFEST,
      "haproxy.cfg": HAPROXY.replace("backend keystone_green", "backend keystone_gren")
    },
    good: { "changeover.yml": MANIFEST, "haproxy.cfg": HAPROXY }
  },
  *check({ definitions }) {
    const maps = definitions.filter(({ kind }) => kind === "manifest").flatMap((definition) => routesOf(definition).map((route) => ({ file: definition.path, route })));
    if (maps.length === 0) return;
    const configurations = [...subjects(definitions)];
    for (const { file, route } of maps) {
      const users = configurations.filter((configuration) => looksUp(configuration, route.key));
      if (users.length > 0 && users.every(({ isOpen }) => !isOpen)) yield* missing3(file, route, users);
    }
  }
};
function routesOf(definition) {
  return entriesOf(childOf(rootMapping(definition), "environments")).flatMap(
    ({ value }) => entriesOf(childOf(childOf(childOf(value, "router"), "haproxy"), "map"))
  );
}
function looksUp({ proxies }, key) {
  return proxies.some(
    (proxy) => own(proxy, "use_backend").some(({ words: words2 }) => {
      const target = words2[1]?.text ?? "";
      return target.includes(`str(${key})`) && /,map(?:_str)?\(/.test(target);
    })
  );
}
function* missing3(file, { key, value }, users) {
  const pattern = asScalar(value)?.text;
  if (pattern === void 0 || !pattern.includes("{color}") || pattern.includes("$")) return;
  const backends = new Set(users.flatMap(({ backendsElsewhere }) => [...backendsElsewhere]));
  for (const { name, isBackend } of users.flatMap(({ proxies }) => proxies)) {
    if (name && !name.isKnown) return;
    if (name && isBackend) backends.add(name.text);
  }
  for (const color of COLORS) {
    const backend = pattern.replaceAll("{color}", color);
    if (backends.has(backend)) continue;
    const near = nearest(backend, backends);
    yield {
      file,
      range: value.range,
      message: `The key "${key}" leads to "${backend}" for ${color}, which is no backend of ${users[0]?.path ?? "HAProxy"}.`,
      help: near && !COLORS.some((other) => near === pattern.replaceAll("{color}", other)) ? `Did you mean "${near}"?` : `Add the backend "${backend}" there.`
    };
  }
}

// src/definitions/repository/secret-rules.ts
var SIGN = /PRIVATE KEY-----|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|aws_secret/;
var FORMS = [
  {
    what: "private key",
    // with enough of its content that it is no mere mention
    pattern: /-----BEGIN (?:RSA |EC |DSA |OPENSSH )?PRIVATE KEY-----(?=(?:\\n|\s){1,40}([A-Za-z0-9+/=]{40}))/g
  },
  {
    what: "GitHub token",
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{82})\b/g
  },
  { what: "GitLab token", pattern: /\bglpat-[\w-]{20,60}(?![\w-])/g },
  {
    what: "Slack token",
    pattern: /\bxox[abprs]-\d{8,14}-\d{8,14}-[A-Za-z0-9-]{16,64}\b/g
  },
  {
    what: "AWS secret key",
    pattern: /\baws_secret(?:_access)?_key["']?[ \t]*[:=][ \t]*["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g
  }
];
var EXAMPLE_KEY = `registry_token: ghp${"_"}${"Ab3dE6gH9j".repeat(4).slice(0, 36)}
`;
var leakedKey = {
  id: "repository/leaked-key",
  severity: "error",
  summary: "a private key or a token of a known service stands in the repository",
  help: "The form of the text leaves no doubt: it is a private key, or a token of GitHub, GitLab, Slack or AWS. Everybody who has the repository or a copy of it can use it, also after it is removed, since the history keeps it. Revoke it first, then take the new one from a secret store, or encrypt it with ansible-vault.",
  example: {
    bad: EXAMPLE_KEY,
    good: 'registry_token: "{{ vault_registry_token }}"\n'
  },
  *check({ definitions }) {
    for (const { path, text } of definitions) {
      if (!SIGN.test(text)) continue;
      let source;
      for (const { what, pattern } of FORMS) {
        for (const { 0: found2, 1: content = "", index: index2 } of text.matchAll(pattern)) {
          if (/example|EXAMPLE|(.)\1{9}/.test(found2 + content)) continue;
          source ??= new SourceText(text);
          yield {
            file: path,
            range: source.range(index2, index2 + found2.length),
            message: `A ${what} stands here in plain text.`,
            help: "Revoke it, and keep the new one in a secret store or in a vault."
          };
        }
      }
    }
  }
};
var KINDS = /* @__PURE__ */ new Set(["yaml", "ansible", "heat_environment", "clouds"]);
var SECRET_KEY = /(?:^|[_.-])(?:password|passwd|passphrase|secret|token|api_?key|secret_?key|access_key)$|[a-z](?:Password|Secret|Token|ApiKey)$/;
var WORD = /assw|assphrase|ecret|oken|key"?:|Key:/;
var LINE = /(?:pass(?:word|wd|phrase)|secret|token|key)["']?[ \t]*:[ \t]+["']?[^\s"'{$!|>&*#]/i;
var SAID_ELSEWHERE = /^ansible_\w*pass(?:word|wd|phrase)?$|^aws_secret(?:_access)?_key$/;
var NO_SECRET = /change|example|password|passw0rd|secret|dummy|test|placeholder|your|foo|todo|1234|abcd|default|sample|fake|insert|replace|demo|lorem|redacted|removed|xxxx|token|none|null|vault|lookup|\.\.\.|^(?:https?|file|s3|redis|amqp|mysql):|^[/.~%@<$[{]|^\w+\(|^[\w.-]+@[\w.-]+$|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
var plaintextSecret2 = {
  id: "repository/plaintext-secret",
  severity: "warning",
  summary: "a password that looks real stands in plain text",
  help: "A value that looks as if a generator made it stands under a key that is called like a secret. Everybody who has the repository or a copy of it has it, and the history keeps it. Encrypt it (ansible-vault encrypt_string, SOPS), or take it from a secret store, and replace it. Placeholders, Jinja, words and short values are left alone, and so are files that the rules of their own kind look at.",
  example: {
    bad: "registry_password: q7Zr2vLm9KxW4tBn\n",
    good: 'registry_password: "{{ vault_registry_password }}"\n'
  },
  *check({ definitions }) {
    for (const definition of definitions) {
      if (!KINDS.has(definition.kind) || !mayHoldSecrets(definition.text)) continue;
      const problem5 = summary(definition);
      if (problem5) yield problem5;
    }
  }
};
function mayHoldSecrets(text) {
  return WORD.test(text) && LINE.test(text);
}
function summary({ path, yaml, kind }) {
  const found2 = [];
  for (const document of yaml?.documents ?? []) {
    walk(document, (node) => {
      for (const { key, value } of node.kind === "mapping" ? node.entries : []) {
        if (isSecret2(key, value)) found2.push({ key, node: value });
      }
    });
  }
  if (kind === "clouds" && !/secure[^/]*$/i.test(path)) return void 0;
  const [first] = found2.sort((a, b) => byPosition(a.node, b.node));
  if (!first) return void 0;
  const more = found2.length === 1 ? "" : `, and so do ${found2.length - 1} more`;
  return {
    file: path,
    range: first.node.range,
    message: `The value of "${first.key}" stands here in plain text${more}.`,
    help: "Encrypt it, or take it from a secret store, and replace it."
  };
}
function byPosition({ range: { start: a } }, { range: { start: b } }) {
  return a.line - b.line || a.column - b.column;
}
function isSecret2(key, value) {
  if (!SECRET_KEY.test(key) || SAID_ELSEWHERE.test(key)) return false;
  const scalar = value.kind === "scalar" ? asScalar(value) : void 0;
  if (!scalar || scalar.tag !== void 0 || typeof scalar.value !== "string") return false;
  if (FORMS.some(({ pattern }) => scalar.text.search(pattern) !== -1)) return false;
  return !isTemplatedValue(scalar.text) && looksGenerated(scalar.text);
}
function looksGenerated(text) {
  if (text.length < 12 || text.length > 512 || /\s/.test(text) || NO_SECRET.test(text)) return false;
  if (/^[\da-f]+$/i.test(text)) return text.length >= 24 && entropy(text) > 3;
  const changes = text.match(/[A-Za-z]\d|\d[A-Za-z]|[a-z][A-Z]/g)?.length ?? 0;
  return /\d/.test(text) && /[A-Za-z]/.test(text) && changes >= text.length / 5 && entropy(text) > 3;
}
function entropy(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count / text.length * Math.log2(count / text.length);
  return bits;
}

// src/definitions/repository/subject.ts
function repositories(definitions, { files: files2 }) {
  const [first] = definitions;
  if (!first) return [];
  let merged2;
  return [
    {
      path: first.path,
      definitions,
      environments: environmentsOf(definitions),
      clouds: cloudFiles(definitions),
      get inventories() {
        merged2 ??= inventories(definitions, files2);
        return merged2;
      }
    }
  ];
}

// src/definitions/repository/index.ts
var repositoryRules = ruleSet({
  kind: "repository",
  exampleFile: "group_vars/all.yml",
  rules: [
    leakedKey,
    plaintextSecret2,
    sharedVip2,
    sharedVrrpId,
    sharedMachine,
    differentRegion2,
    missingColorBackend
  ],
  subjects: repositories
});

// src/definitions/yaml/syntax-words.ts
function clearWords({ message, range: range2 }, source) {
  const { line, column } = range2.start;
  const written3 = source.line(line);
  const tab = /^ *\t/.exec(written3)?.[0].length;
  if (tab !== void 0) {
    const start = { line, column: tab };
    return {
      message: "A tab stands in the indentation.",
      help: "Indent with spaces only; YAML does not allow tabs there.",
      range: { start, end: { line, column: tab + 1 } }
    };
  }
  const value = /^\s*(?:- +)*[^\s:#"'][^:#]*:[ \t]+(.*)$/.exec(written3)?.[1];
  if (value?.startsWith("{{")) {
    return {
      message: "A value that starts with {{ is not in quotes, so YAML takes it for a mapping.",
      help: "Put the whole value in double quotes.",
      range: range2
    };
  }
  if (value && /^[%@`]/.test(value)) {
    return {
      message: `A value cannot start with ${value.charAt(0)} unless it is in quotes.`,
      help: "Put the value in quotes.",
      range: range2
    };
  }
  if (value && /^[^"'[{|>&*!].*:([ \t]|$)/.test(value) && column > written3.indexOf(value)) {
    return {
      message: "A value holds a colon followed by a space, which starts another mapping.",
      help: "Put the value in quotes, or start a new line.",
      range: range2
    };
  }
  const isFlow = message.includes("flow collection");
  const opened = isFlow || message === "deficient indentation" ? unclosedBracket(source, range2.start) : void 0;
  if (opened && opened.start.line < line) {
    const { start } = opened;
    return {
      message: `This ${source.line(start.line)[start.column - 1]} is not closed before line ${line}, where the parser gives up.`,
      help: "Close it, or put the comma that is missing within it.",
      range: opened
    };
  }
  if (isFlow) {
    return {
      message: "A comma is missing here, or a bracket or brace that was opened before is not closed.",
      help: "Close it, or put the comma.",
      range: range2
    };
  }
  if (message === "deficient indentation") {
    return {
      message: "A quote or bracket that was opened before is not closed, or this line is indented too little.",
      help: "Close it, or indent this line more than the line that opens it.",
      range: range2
    };
  }
  return { message: `Not YAML: ${message}.`, help: "Mend it here or just above.", range: range2 };
}

// src/definitions/yaml/index.ts
var tooLarge2 = {
  id: "yaml/too-large",
  severity: "error",
  summary: "a definition is larger than 10 MiB",
  help: "No tool reads a definition of that size with pleasure; it is usually data that got a YAML name. Move it out of the repository, or ignore it under validate.ignore.",
  example: {
    bad: "hosts: []\n# followed by more than 10 MiB\n",
    good: "hosts: []\n",
    encode: (bad2) => Buffer.alloc(10 * 1024 * 1024 + 1, bad2)
  },
  check: (file) => unreadable(
    file,
    "too-large",
    "The file is larger than 10 MiB.",
    "Split it, or ignore it under validate.ignore."
  )
};
var binary = {
  id: "yaml/binary",
  severity: "error",
  summary: "a file with a YAML name holds binary data",
  help: "YAML is text and never holds a zero byte. The file was damaged, saved as UTF-16, or is not YAML at all.",
  example: { bad: "name: region\0one\n", good: "name: region-one\n" },
  check: (file) => unreadable(
    file,
    "binary",
    "The file holds binary data: here is a zero byte.",
    "Save it as UTF-8 text, or give it another extension."
  )
};
var encoding = {
  id: "yaml/encoding",
  severity: "error",
  summary: "a definition is not UTF-8",
  help: "Ansible and Heat read UTF-8. A file in another encoding fails there, or arrives with other letters. Save it as UTF-8; a byte order mark is accepted.",
  example: {
    bad: "description: Z\xFCrich\n",
    good: "description: Z\xFCrich\n",
    encode: (bad2) => Buffer.from(bad2, "latin1")
  },
  check: (file) => unreadable(
    file,
    "encoding",
    "The file is not UTF-8: this byte is no character.",
    "Save the file as UTF-8."
  )
};
var syntax3 = {
  id: "yaml/syntax",
  severity: "error",
  summary: "a file is not YAML",
  help: "Nothing in a file that cannot be parsed takes effect, and the run that needs it stops. The finding stands where the parser gave up; the cause is there or shortly before.",
  example: { bad: "servers:\n	- web\n", good: "servers:\n  - web\n" },
  *check(file) {
    if (!hasOwnPage(file)) return;
    const { problems = [], source } = file.yaml ?? {};
    for (const problem5 of problems) {
      if (problem5.kind === "syntax" && source) yield { file: file.path, ...clearWords(problem5, source) };
    }
  }
};
var duplicateKey = {
  id: "yaml/duplicate-key",
  severity: "error",
  summary: "a mapping has the same key twice",
  help: "The loaders of Ansible and Heat keep the last of two equal keys and say nothing (Ansible warns at most), so the first value is silently lost, with everything below it. Merge the two, or remove one.",
  example: {
    bad: "internal_vip: 172.29.236.9\nexternal_vip: 203.0.113.9\ninternal_vip: 172.29.236.10\n",
    good: "internal_vip: 172.29.236.10\nexternal_vip: 203.0.113.9\n"
  },
  *check(file) {
    if (!hasOwnPage(file)) return;
    for (const { kind, range: range2, message } of file.yaml?.problems ?? []) {
      if (kind !== "duplicate_key") continue;
      yield {
        file: file.path,
        range: range2,
        message: sentence(message),
        help: "Keep one of the two, or merge them."
      };
    }
  }
};
function hasOwnPage({ kind, templated }) {
  return kind !== "manifest" && !templated;
}
function* unreadable(file, reason, message, help) {
  if (typeof file.unread !== "object" || file.unread.reason !== reason) return;
  yield { file: file.path, range: file.unread.range, message, help };
}
function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
}
var yamlRules = ruleSet({
  kind: "yaml",
  exampleFile: "vars.yml",
  rules: [tooLarge2, binary, encoding, syntax3, duplicateKey],
  subjects: (definitions) => definitions
});

// src/definitions/rules.ts
var ruleSets = [
  yamlRules,
  heatRules,
  heatEnvironmentRules,
  openstackAnsibleRules,
  kollaAnsibleRules,
  ansibleRules,
  osloConfigRules,
  cloudsRules,
  haproxyRules,
  manifestRules,
  repositoryRules
];
var rulePages = ruleSets.flatMap(({ pages }) => pages).sort((a, b) => a.id < b.id ? -1 : 1);
function requireKnownRules(ids, others = []) {
  const known = /* @__PURE__ */ new Set([...others, ...rulePages.map(({ id }) => id)]);
  for (const id of ids) {
    if (known.has(id)) continue;
    const near = nearest(id, known);
    throw new UserError("unknown_rule", `There is no rule "${id}".`, {
      remedy: near ? `Did you mean "${near}"?` : "See `changeover rules` for all of them."
    });
  }
}
function pagesOfKind(kind) {
  if (kind === void 0) return rulePages;
  const kinds = ruleSets.filter(({ pages }) => pages.length > 0).map((set) => set.kind);
  if (kinds.includes(kind)) return rulePages.filter(({ id }) => id.startsWith(`${kind}/`));
  const near = nearest(kind, kinds);
  throw new UserError("unknown_kind", `There are no rules for a kind "${kind}".`, {
    remedy: near ? `Did you mean "${near}"?` : `The kinds are: ${kinds.join(", ")}.`
  });
}

export {
  exampleFiles,
  factsOf,
  ruleSets,
  rulePages,
  requireKnownRules,
  pagesOfKind
};
