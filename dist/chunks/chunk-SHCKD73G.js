import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GOOD,
  bad,
  httpProbe,
  inconclusive,
  parseAddress,
  shellCommand,
  shown
} from "./chunk-P7UCZ7L7.js";
import {
  duration,
  expand,
  expandDeep
} from "./chunk-WEE4WDUK.js";
import {
  HttpFailure,
  askHttp
} from "./chunk-2RQJNVEV.js";
import {
  COLORS,
  otherColor
} from "./chunk-T6ZMEY7V.js";
import {
  load
} from "./chunk-YDE2UNG7.js";
import {
  UserError,
  messageOf,
  systemCode
} from "./chunk-FB2AN6SX.js";

// src/drivers/deployers/run.ts
function runDeployer(command, variables, runCommand) {
  return {
    deploy: (target, signal) => runCommand(
      "The deploy command",
      command,
      {
        environment: target.environment,
        color: target.color,
        liveColor: target.liveColor,
        release: target.release,
        phase: "deploy",
        operation: target.operation,
        variables
      },
      signal
    )
  };
}

// src/drivers/probes/create.ts
import { validateHeaderValue } from "node:http";

// src/openstack/api.ts
var APIS = {
  keystone: { types: ["identity"], read: "auth/projects", list: "projects" },
  glance: { types: ["image"], read: "v2/images?limit=1", list: "images" },
  placement: {
    types: ["placement"],
    read: "resource_providers?name=changeover-probe",
    // it has no limit
    list: "resource_providers"
  },
  nova: { types: ["compute"], read: "servers/detail?limit=1", list: "servers" },
  neutron: { types: ["network"], read: "v2.0/networks?limit=1", list: "networks" },
  cinder: {
    types: ["block-storage", "volumev3", "volume", "block-store", "volumev2"],
    read: "volumes/detail?limit=1",
    list: "volumes"
  },
  heat: { types: ["orchestration"], read: "stacks?limit=1", list: "stacks" },
  octavia: { types: ["load-balancer"], read: "v2/lbaas/loadbalancers?limit=1", list: "loadbalancers" },
  barbican: { types: ["key-manager"], read: "v1/secrets?limit=1", list: "secrets" },
  designate: { types: ["dns"], read: "v2/zones?limit=1", list: "zones" },
  swift: { types: ["object-store"], read: "?limit=1&format=json", list: "" },
  ironic: { types: ["baremetal", "bare-metal"], read: "v1/nodes?limit=1", list: "nodes" },
  magnum: {
    types: ["container-infrastructure-management", "container-infra", "container-infrastructure"],
    read: "v1/clusters?limit=1",
    list: "clusters"
  },
  manila: {
    types: ["shared-file-system", "sharev2", "share"],
    read: "shares?limit=1",
    list: "shares"
  },
  trove: { types: ["database"], read: "instances?limit=1", list: "instances" },
  mistral: { types: ["workflow", "workflowv2"], read: "v2/workflows?limit=1", list: "workflows" }
};

// src/openstack/clouds-file.ts
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
var MAX_BYTES = 1024 * 1024;
var SECURE_NAMES = ["secure.yaml", "secure.yml"];
async function readCloud(name, place) {
  const file = resolve(place.folder, place.file);
  const clouds = cloudsOf(await readYaml(file), file);
  const cloud = own(clouds, name);
  if (!isMapping(cloud)) {
    const names = Object.keys(clouds);
    throw new UserError("unknown_cloud", `${file} has no cloud "${name}".`, {
      remedy: names.length > 0 ? `It has: ${names.slice(0, 20).join(", ")}.` : "Add it under clouds."
    });
  }
  const secure = await readSecure(file, place);
  return secure ? merged(cloud, own(cloudsOf(secure.data, secure.file), name)) : cloud;
}
async function readSecure(cloudsFile, place) {
  if (place.secureFile !== void 0) {
    const file = resolve(place.folder, place.secureFile);
    return { file, data: await readYaml(file) };
  }
  for (const name of SECURE_NAMES) {
    const file = join(dirname(cloudsFile), name);
    try {
      return { file, data: await readYaml(file) };
    } catch (error) {
      if (!(error instanceof UserError) || systemCode(error.cause) !== "ENOENT") throw error;
    }
  }
  return void 0;
}
async function readYaml(file) {
  let text;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new UserError("clouds_unreadable", `Cannot read ${file}: ${messageOf(error)}`, {
      remedy: "Name the file with clouds_file, or with OS_CLIENT_CONFIG_FILE.",
      cause: error
    });
  }
  const broken = (what) => new UserError("clouds_unreadable", `${file} ${what}.`, { remedy: "Mend it." });
  if (text.length > MAX_BYTES) throw broken(`is larger than ${MAX_BYTES} bytes`);
  try {
    return load(text);
  } catch (error) {
    throw broken(`is no YAML${lineOf(error)}`);
  }
}
function lineOf(error) {
  if (typeof error !== "object" || error === null || !("mark" in error)) return "";
  const { mark } = error;
  if (typeof mark !== "object" || mark === null || !("line" in mark)) return "";
  return typeof mark.line === "number" ? `, see line ${mark.line + 1}` : "";
}
function cloudsOf(data, file) {
  const clouds = isMapping(data) ? own(data, "clouds") : void 0;
  if (isMapping(clouds)) return clouds;
  throw new UserError("clouds_unreadable", `${file} has no mapping "clouds".`, {
    remedy: "Write each cloud under clouds, by name."
  });
}
function merged(under, over) {
  if (!isMapping(over)) return under;
  const result = new Map(Object.entries(under));
  for (const [key, value] of Object.entries(over)) {
    const before = result.get(key);
    result.set(key, isMapping(before) && isMapping(value) ? merged(before, value) : value);
  }
  return Object.fromEntries(result);
}
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function own(mapping, key) {
  return Object.hasOwn(mapping, key) ? mapping[key] : void 0;
}

// src/openstack/failure.ts
var OpenStackFailure = class extends Error {
  /** Stable name of what was wrong. */
  reason;
  /** Whether to ask again could do harm. */
  final;
  /** Whether it says anything about the service: a user without the right role is no sign of a sick service. */
  conclusive;
  constructor(reason, message, options = {}) {
    super(message);
    this.name = "OpenStackFailure";
    this.reason = reason;
    this.final = options.final ?? false;
    this.conclusive = options.conclusive ?? true;
  }
};

// src/openstack/catalog.ts
var SHOWN = 12;
function readCatalog(data) {
  const catalog = /* @__PURE__ */ new Map();
  for (const service of Array.isArray(data) ? data : []) {
    if (!isMapping(service) || typeof service.type !== "string" || !Array.isArray(service.endpoints)) continue;
    const endpoints = catalog.get(service.type) ?? [];
    catalog.set(service.type, endpoints);
    for (const endpoint of service.endpoints) {
      if (!isMapping(endpoint)) continue;
      const { region_id, region = region_id, interface: of, url } = endpoint;
      if (typeof region !== "string" || typeof of !== "string" || typeof url !== "string") continue;
      endpoints.push({ region, interface: of, url });
    }
  }
  return catalog;
}
function endpointOf(catalog, service, api, wanted) {
  const fail = (what) => new OpenStackFailure("catalog", `the catalog ${what}`);
  if (catalog.size === 0) throw fail("is empty: the credentials have no project, or no role in it");
  const type = api.types.find((name) => (catalog.get(name)?.length ?? 0) > 0);
  if (type === void 0) throw fail(`has no ${service} (${api.types[0]}); it has ${some(catalog.keys())}`);
  const endpoints = catalog.get(type) ?? [];
  const { region } = wanted;
  const inRegion = endpoints.filter((endpoint) => region === void 0 || endpoint.region === region);
  const regions = new Set(endpoints.map((endpoint) => endpoint.region));
  if (inRegion.length === 0) throw fail(`has no ${service} in the region ${region}, but in ${some(regions)}`);
  const found = inRegion.filter((endpoint) => endpoint.interface === wanted.interface);
  if (found.length === 0) throw fail(`has no ${wanted.interface} interface of ${service}`);
  if (new Set(found.map((endpoint) => endpoint.region)).size > 1) {
    throw fail(`has ${service} in ${some(regions)}: say which region is meant`);
  }
  const url = found[0]?.url ?? "";
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url;
  throw fail(`has an address of ${service} that is no URL`);
}
function some(names) {
  const all = [...names].map((name) => name.slice(0, 40));
  return all.slice(0, SHOWN).join(", ") + (all.length > SHOWN ? ", \u2026" : "");
}
function questionUrl(fromCatalog, instead, read) {
  const base = new URL(instead ?? fromCatalog);
  if (instead !== void 0 && base.pathname === "/") base.pathname = new URL(fromCatalog).pathname;
  const path = base.pathname.replace(/\/+$/, "");
  const [version, ...rest] = read.split("/");
  const last = path.slice(path.lastIndexOf("/") + 1);
  const isThere = version !== void 0 && /^v\d/.test(version) && last.startsWith(version.slice(0, 2));
  base.search = "";
  return `${base.origin}${path}${read.startsWith("?") ? "" : "/"}${isThere ? rest.join("/") : read}`;
}

// src/openstack/rest.ts
var MAX_BODY = 4 * 1024 * 1024;
async function askApi(method, url, exchange, options = {}) {
  const { token, body } = options;
  try {
    return await askHttp({
      url,
      method,
      headers: {
        accept: "application/json",
        "user-agent": "changeover",
        ...token === void 0 ? {} : { "x-auth-token": token },
        ...body === void 0 ? {} : { "content-type": "application/json" }
      },
      ...body === void 0 ? {} : { body: JSON.stringify(body) },
      timeoutMs: Math.max(1, Math.round(exchange.end - performance.now())),
      maxBody: MAX_BODY,
      longBody: "refuse",
      tls: exchange.tls,
      signal: exchange.signal
    });
  } catch (error) {
    if (error instanceof HttpFailure) throw new OpenStackFailure(error.kind, error.message);
    throw error;
  }
}
function jsonOf(answer, what) {
  try {
    return JSON.parse(answer.body);
  } catch {
    throw new OpenStackFailure("json", `${what} answered no JSON`);
  }
}

// src/drivers/probes/cross-color.ts
var REMEDY = "give both colors the same fernet and credential key repositories, and rotate no keys before the old color is retired";
async function checkCrossColor(own2, other) {
  const refusals = [
    await ofOther(() => refusalOf(own2, other)),
    await ofOther(() => other.session.known(other.exchange)).then(() => refusalOf(other, own2))
  ].filter((refusal) => refusal !== void 0);
  if (refusals.length === 0) return;
  throw new OpenStackFailure("cross_color", `${refusals.join(", and ")}: ${REMEDY}`, { final: true });
}
async function refusalOf(issuer, at) {
  const known = await issuer.session.known(issuer.exchange);
  if (await isGood(known.id, issuer, at)) return void 0;
  const fresh = await issuer.session.fresh(issuer.exchange);
  if (await isGood(fresh.id, issuer, at)) return void 0;
  return `${at.color} (${hostOf(at)}) refuses a token that ${issuer.color} (${hostOf(issuer)}) has issued`;
}
async function isGood(token, issuer, at) {
  const other = respelled(token);
  if (other === token) return takes(token, at);
  if (await takes(other, at)) return true;
  return await takes(other, issuer) ? false : takes(token, at);
}
function respelled(token) {
  return /^gAAAA[\w-]+$/.test(token) ? token + "=".repeat(4 - token.length % 4) : token;
}
async function takes(token, { session, exchange }) {
  const url = `${session.credentials.authUrl}/auth/projects`;
  const { status } = await askApi("GET", url, exchange, { token });
  if (status >= 200 && status <= 299) return true;
  if (status === 401) return false;
  throw new OpenStackFailure("status", `keystone at ${new URL(url).host} answered ${status}`);
}
async function ofOther(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OpenStackFailure)) throw error;
    const { reason, message, final } = error;
    throw new OpenStackFailure(reason, `the other color: ${message}`, { final, conclusive: false });
  }
}
function hostOf({ session }) {
  return new URL(session.credentials.authUrl).host;
}

// src/drivers/probes/openstack.ts
var FROM_CATALOG = "catalog";
function openstackProbe(options) {
  return {
    name: options.name,
    async ask(signal) {
      const { session, tls } = await options.open();
      const exchange = { end: performance.now() + options.timeoutMs, tls, signal };
      try {
        const isLogin = options.services.includes("keystone");
        const token = await (isLogin ? session.fresh(exchange) : session.known(exchange));
        await Promise.all(
          options.services.map((name) => new Question(name, options, session, exchange).ask(token))
        );
        return await crossColor(options.crossColor, session, exchange);
      } catch (error) {
        if (!(error instanceof OpenStackFailure)) throw error;
        const { reason, message: why, final, conclusive } = error;
        return { verdict: conclusive ? "bad" : "inconclusive", reason, why, ...final ? { final } : {} };
      }
    }
  };
}
async function crossColor(settings, session, exchange) {
  if (!settings) return GOOD;
  if ("notJudged" in settings) return { ...GOOD, note: settings.notJudged };
  const { session: others, tls } = await settings.open();
  await checkCrossColor(
    { color: settings.own, session, exchange },
    { color: settings.other, session: others, exchange: { ...exchange, tls } }
  );
  return GOOD;
}
var Question = class {
  constructor(service, options, session, exchange) {
    this.service = service;
    this.options = options;
    this.session = session;
    this.exchange = exchange;
    const api = APIS[service];
    if (!api) throw new Error(`the schema lets "${service}" pass, and nothing is known of it`);
    this.api = api;
  }
  service;
  options;
  session;
  exchange;
  api;
  async ask(token) {
    const url = this.url(token);
    let answer = await askApi("GET", url, this.exchange, { token: token.id });
    if (answer.status === 401) {
      const renewed = await this.session.fresh(this.exchange);
      answer = await askApi("GET", url, this.exchange, { token: renewed.id });
    }
    const where = `${this.service} at ${new URL(url).host}`;
    const { status } = answer;
    if (status === 401) throw new OpenStackFailure("unauthorized", `${where} refuses a token that is new`);
    if (status === 403) {
      const why = `${where} does not let this user read ${this.api.read.split("?")[0]}: give it a reader's role`;
      throw new OpenStackFailure("forbidden", why, { conclusive: false });
    }
    if (status === 204 && this.api.list === "") return;
    if (status < 200 || status > 299) throw new OpenStackFailure("status", `${where} answered ${status}`);
    const data = jsonOf(answer, where);
    const list = this.api.list === "" ? data : isMapping(data) ? data[this.api.list] : void 0;
    if (Array.isArray(list)) return;
    throw new OpenStackFailure("json", `${where} answered without ${this.api.list || "a list"}`);
  }
  url(token) {
    const { credentials } = this.session;
    const fromCatalog = endpointOf(token.catalog, this.service, this.api, {
      region: this.options.region ?? credentials.region,
      interface: this.options.interface ?? credentials.interface
    });
    const said = this.options.endpoints[this.service];
    if (said === FROM_CATALOG) return questionUrl(fromCatalog, void 0, this.api.read);
    const instead = said ?? (this.service === "keystone" ? credentials.authUrl : void 0);
    return questionUrl(fromCatalog, instead, this.api.read);
  }
};

// src/drivers/probes/prometheus.ts
var MAX_BODY2 = 1024 * 1024;
function prometheusProbe(options) {
  return {
    name: options.name,
    async ask(signal) {
      try {
        const end = performance.now() + options.timeoutMs;
        const tls = await options.trust?.();
        const queries = [options.query, ...options.otherQuery === void 0 ? [] : [options.otherQuery]];
        const [own2, other] = await Promise.all(
          queries.map((query) => askValue(query, options, { end, tls, signal }))
        );
        return own2 === void 0 ? inconclusive("empty", "nothing was asked") : judge(own2, other, options);
      } catch (error) {
        if (error instanceof HttpFailure) return inconclusive(error.kind, error.message);
        if (error instanceof NoValue) return inconclusive(error.reason, error.message);
        throw error;
      }
    }
  };
}
function judge(own2, other, options) {
  const { below, above, atMost } = options;
  if (below !== void 0 && !(own2 < below)) return bad("threshold", `${own2} is not below ${below}`);
  if (above !== void 0 && !(own2 > above)) return bad("threshold", `${own2} is not above ${above}`);
  if (atMost === void 0 || other === void 0) return GOOD;
  const most = atMost.times * other + atMost.margin;
  if (own2 <= most) return GOOD;
  return bad("comparison", `${own2} is more than ${most}: ${atMost.times} times the other color's ${other}`);
}
var NoValue = class extends Error {
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
  reason;
};
async function askValue(query, { url, send = {} }, { end, tls, signal }) {
  const address = new URL(`${url.replace(/\/+$/, "")}/api/v1/query`);
  address.search = String(new URLSearchParams({ query }));
  const { status, body } = await askHttp({
    url: address.href,
    headers: send,
    timeoutMs: Math.max(1, Math.round(end - performance.now())),
    maxBody: MAX_BODY2,
    longBody: "refuse",
    tls,
    signal
  });
  const where = shown(url);
  const answer = parse(body);
  if (status !== 200 || answer?.status !== "success") {
    const error = typeof answer?.error === "string" ? `: ${answer.error.slice(0, 200)}` : "";
    throw new NoValue("status", `${where} answered ${status}${error}`);
  }
  if (Array.isArray(answer.warnings) && answer.warnings.length > 0) {
    throw new NoValue("warnings", `${where} warns: ${String(answer.warnings[0]).slice(0, 200)}`);
  }
  return sampleOf(answer.data, where);
}
function parse(body) {
  try {
    const data = JSON.parse(body);
    return typeof data === "object" && data !== null ? data : void 0;
  } catch {
    return void 0;
  }
}
function sampleOf(data, where) {
  const { resultType, result } = data ?? {};
  if (!Array.isArray(result)) throw new NoValue("json", `${where} answered without a result`);
  if (resultType === "scalar") return numberOf(result);
  if (resultType !== "vector") throw new NoValue("json", "the query gives neither a number nor a vector");
  if (result.length === 0) throw new NoValue("empty", "the query finds nothing");
  if (result.length > 1) throw new NoValue("several", `the query finds ${result.length} series: sum them up`);
  const [first] = result;
  return numberOf(first?.value);
}
function numberOf(sample) {
  const text = Array.isArray(sample) ? sample[1] : void 0;
  const value = typeof text === "string" && text !== "" ? Number(text.replace("Inf", "Infinity")) : Number.NaN;
  if (Number.isNaN(value)) throw new NoValue("nan", "the query gives no number");
  return value;
}

// src/drivers/probes/run.ts
var COULD_NOT_TELL = 75;
function runProbe(options, shell) {
  return {
    name: options.name,
    async ask(signal) {
      const { ended, exitCode, tail } = await shell.run(
        shellCommand(options, options.context),
        void 0,
        signal
      );
      if (ended === "cancelled") throw signal.reason;
      if (ended === "timeout") return bad("timeout", `no answer within ${options.timeoutMs / 1e3} s`);
      if (exitCode === 0) return GOOD;
      const last = tail.at(-1);
      const why = `exit status ${exitCode}${last ? `: ${last}` : ""}`;
      return exitCode === COULD_NOT_TELL ? inconclusive("exit_status", why) : bad("exit_status", why);
    }
  };
}

// src/drivers/probes/sessions.ts
import { resolve as resolve3 } from "node:path";

// src/openstack/credentials.ts
async function readCredentials(source) {
  const { variables, folder } = source;
  const cloud = source.cloud ?? (variables.OS_CLOUD || void 0);
  const texts = cloud === void 0 ? fromVariables(variables) : await fromCloud(cloud, source, folder);
  const authUrl = source.authUrl ?? texts.get("auth_url");
  if (authUrl === void 0) throw missing("auth_url", cloud);
  if (!/^https?:\/\//.test(authUrl) || !URL.canParse(authUrl)) {
    throw new UserError(
      "credentials_unsupported",
      "The address of Keystone (auth_url) is no http or https URL.",
      {
        remedy: "Write it as http://127.0.0.1:5000/v3."
      }
    );
  }
  return {
    authUrl: versioned(authUrl),
    ...identityOf(texts, cloud),
    region: texts.get("region_name"),
    interface: (texts.get("interface") ?? "public").replace(/URL$/, ""),
    caFile: texts.get("cacert")
  };
}
function versioned(authUrl) {
  const url = authUrl.replace(/\/+$/, "");
  return url.endsWith("/v3") ? url : `${url}/v3`;
}
function fromVariables(variables) {
  const texts = /* @__PURE__ */ new Map();
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith("OS_") && value) texts.set(name.slice(3).toLowerCase(), value);
  }
  const domain = texts.get("default_domain");
  if (domain !== void 0) {
    if (!texts.has("user_domain_name")) texts.set("user_domain_name", domain);
    if (!texts.has("project_domain_name")) texts.set("project_domain_name", domain);
  }
  return texts;
}
async function fromCloud(name, source, folder) {
  const { variables } = source;
  const file = source.cloudsFile ?? (variables.OS_CLIENT_CONFIG_FILE || "clouds.yaml");
  const secureFile = variables.OS_CLIENT_SECURE_FILE || void 0;
  const cloud = await readCloud(name, { file, secureFile, folder });
  if (cloud.verify === false) {
    throw new UserError("credentials_unsupported", `The cloud "${name}" says verify: false.`, {
      remedy: "Give the certificate of its authority with cacert; a password is not sent to just anybody."
    });
  }
  const texts = /* @__PURE__ */ new Map();
  const { auth, ...rest } = cloud;
  for (const part of [rest, auth]) {
    for (const [key, value] of Object.entries(isMapping(part) ? part : {})) {
      if (typeof value === "string" || typeof value === "number") texts.set(key, String(value));
    }
  }
  return texts;
}
function identityOf(texts, cloud) {
  const type = texts.get("auth_type") ?? (texts.has("application_credential_secret") ? "v3applicationcredential" : "password");
  if (type === "v3applicationcredential") {
    return { identity: applicationCredential(texts, cloud), scope: void 0 };
  }
  if (type !== "password" && type !== "v3password") {
    throw new UserError("credentials_unsupported", `Nobody can log in here with auth_type "${type}".`, {
      remedy: "Use password or v3applicationcredential."
    });
  }
  const password = texts.get("password");
  if (password === void 0) throw missing("password", cloud);
  const identity = { methods: ["password"], password: { user: { ...userOf(texts, cloud), password } } };
  return { identity, scope: scopeOf(texts, cloud) };
}
function applicationCredential(texts, cloud) {
  const secret = texts.get("application_credential_secret");
  if (secret === void 0) throw missing("application_credential_secret", cloud);
  const id = texts.get("application_credential_id");
  const name = texts.get("application_credential_name");
  if (id === void 0 && name === void 0) throw missing("application_credential_id", cloud);
  const which = id === void 0 ? { name, user: userOf(texts, cloud) } : { id };
  return { methods: ["application_credential"], application_credential: { ...which, secret } };
}
function userOf(texts, cloud) {
  const id = texts.get("user_id");
  if (id !== void 0) return { id };
  const name = texts.get("username");
  if (name === void 0) throw missing("username", cloud);
  return { name, domain: domainOf(texts, "user_domain") };
}
function scopeOf(texts, cloud) {
  if (texts.get("system_scope") === "all") return { system: { all: true } };
  const id = texts.get("project_id");
  if (id !== void 0) return { project: { id } };
  const name = texts.get("project_name") ?? texts.get("tenant_name");
  if (name !== void 0) return { project: { name, domain: domainOf(texts, "project_domain") } };
  if (texts.has("domain_id") || texts.has("domain_name")) return { domain: domainOf(texts, "domain") };
  throw missing("project_name", cloud);
}
function domainOf(texts, prefix) {
  const id = texts.get(`${prefix}_id`);
  const name = texts.get(`${prefix}_name`);
  return id === void 0 && name !== void 0 ? { name } : { id: id ?? "default" };
}
function missing(key, cloud) {
  const variable = `OS_${key.toUpperCase()}`;
  const message = cloud === void 0 ? `${variable} is not set, and no cloud of a clouds.yaml was named.` : `The cloud "${cloud}" has no ${key}.`;
  const remedy = cloud === void 0 ? `Set ${variable}, from a secret when it is one; or name a cloud of clouds.yaml.` : `Add ${key} to clouds.yaml or, when it is a secret, to secure.yaml beside it.`;
  return new UserError("credentials_missing", message, { remedy });
}

// src/openstack/session.ts
var SPARE_MS = 6e4;
var KeystoneSession = class {
  constructor(credentials) {
    this.credentials = credentials;
  }
  credentials;
  token;
  underWay;
  refused;
  /** A token that is still good, as far as one can tell from here. @throws OpenStackFailure; the signal's reason */
  async known(exchange) {
    return this.token && Date.now() < this.token.until ? this.token : this.fresh(exchange);
  }
  /** A new token. Questions that come while one is asked for share it. @throws OpenStackFailure; the signal's reason */
  async fresh(exchange) {
    if (this.refused) throw this.refused;
    this.underWay ??= this.logIn(exchange).finally(() => {
      this.underWay = void 0;
    });
    this.token = await this.underWay;
    return this.token;
  }
  async logIn(exchange) {
    const { authUrl, identity, scope } = this.credentials;
    const body = { auth: { identity, ...scope === void 0 ? {} : { scope } } };
    const answer = await askApi("POST", `${authUrl}/auth/tokens`, exchange, { body });
    const { status, headers } = answer;
    if (status === 401) {
      const message = `Keystone at ${new URL(authUrl).host} refuses the credentials; they are not tried again`;
      this.refused = new OpenStackFailure("credentials_refused", message, { final: true });
      throw this.refused;
    }
    const keystone = `Keystone at ${new URL(authUrl).host}`;
    if (status !== 201)
      throw new OpenStackFailure("status", `${keystone} answered ${status} instead of a token`);
    const id = headers["x-subject-token"];
    const data = jsonOf(answer, keystone);
    const token = isMapping(data) ? data.token : void 0;
    if (!id || !isMapping(token)) throw new OpenStackFailure("json", `${keystone} answered without a token`);
    const expires = typeof token.expires_at === "string" ? Date.parse(token.expires_at) : Number.NaN;
    return {
      id,
      until: Number.isNaN(expires) ? 0 : expires - SPARE_MS,
      catalog: readCatalog(token.catalog)
    };
  }
};

// src/drivers/probes/tls.ts
import { X509Certificate } from "node:crypto";
import { readFile as readFile2 } from "node:fs/promises";
import { resolve as resolve2 } from "node:path";
var MAX_BYTES2 = 4 * 1024 * 1024;
async function readTrust(tls, folder) {
  if (!tls) return void 0;
  return {
    ...tls.ca === void 0 ? {} : { ca: await readCertificates(resolve2(folder, tls.ca)) },
    ...tls.server_name === void 0 ? {} : { serverName: tls.server_name }
  };
}
async function readCertificates(path) {
  try {
    const text = await readFile2(path, "utf8");
    if (text.length > MAX_BYTES2) throw new Error(`it is larger than ${MAX_BYTES2} bytes`);
    new X509Certificate(text);
    return text;
  } catch (error) {
    throw new UserError("probe_ca_unreadable", `${path} is no file of certificates: ${messageOf(error)}`, {
      remedy: "Give a file with the certificates of the authority in PEM; a relative path starts in the release.",
      cause: error
    });
  }
}

// src/drivers/probes/sessions.ts
function sessionOpener(folder) {
  const opened = /* @__PURE__ */ new Map();
  return (login, variables) => {
    const { cloud, clouds_file, auth_url, tls } = login;
    const key = JSON.stringify([cloud, clouds_file, auth_url, tls]);
    const known = opened.get(key) ?? openSession(login, variables, folder);
    opened.set(key, known);
    return known;
  };
}
async function openSession(login, variables, folder) {
  const credentials = await readCredentials({
    cloud: login.cloud,
    cloudsFile: login.clouds_file,
    authUrl: login.auth_url,
    variables,
    folder
  });
  const own2 = await readTrust(login.tls, folder);
  const { caFile } = credentials;
  const ca = own2?.ca ?? (caFile === void 0 ? void 0 : await readCertificates(resolve3(folder, caFile)));
  const tls = ca === void 0 ? own2 : { ...own2, ca };
  return { session: new KeystoneSession(credentials), tls };
}

// src/drivers/probes/tcp.ts
import { connect } from "node:net";
var SEARCHED = 4096;
var REASONS = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  EPIPE: "reset",
  ETIMEDOUT: "timeout",
  ENOTFOUND: "unresolved",
  EAI_AGAIN: "unresolved"
};
function tcpProbe(options) {
  return { name: options.name, ask: (signal) => ask(options, signal) };
}
async function ask(options, signal) {
  signal.throwIfAborted();
  const { address, send, banner, timeoutMs } = options;
  const where = `${address.host}:${address.port}`;
  return new Promise((resolve4, reject) => {
    const socket = connect(address);
    const end = (settle) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      socket.destroy();
      settle();
    };
    const say = (answer) => end(() => resolve4(answer));
    const onAbort = () => end(() => reject(signal.reason));
    const timer = setTimeout(() => {
      const what = socket.connecting ? "no connection to" : "no greeting from";
      say(bad("timeout", `${what} ${where} within ${timeoutMs} ms`));
    }, timeoutMs);
    signal.addEventListener("abort", onAbort, { once: true });
    socket.on("error", (error) => {
      const code = systemCode(error) ?? "";
      say(bad(REASONS[code] ?? "unreachable", `${where}: ${code || error.message}`));
    });
    let heard = "";
    socket.on("connect", () => {
      if (banner === void 0) say(GOOD);
      else if (send !== void 0) socket.write(send);
    });
    const unlike = `${where} did not say "${banner ?? ""}"`;
    socket.on("data", (chunk) => {
      heard += chunk.toString("latin1").slice(0, SEARCHED - heard.length);
      if (banner !== void 0 && heard.includes(banner)) say(GOOD);
      else if (heard.length >= SEARCHED) say(bad("banner", unlike));
    });
    socket.on("end", () => say(bad("banner", `${unlike}; it hung up`)));
  });
}

// src/drivers/probes/create.ts
function createProbes(settings, context, shell, { phase, other } = {}) {
  const opener = sessionOpener(context.release.folder);
  return settings.flatMap((probe, index) => {
    if (phase && probe.during && probe.during !== phase) return [];
    const { every, timeout, passes = 1, failures = 10, inconclusive: inconclusive2 = 10 } = probe;
    const name = probe.name ?? nameOf(probe) ?? `verify[${index}]`;
    const made = new Making(probe, `verify[${index}]`, name, duration(timeout, "5s"), context, other, phase);
    const schedule = { everyMs: duration(every, "1s"), passes, failures, inconclusive: inconclusive2 };
    return [{ probe: made.probe(shell, opener), schedule }];
  });
}
function needFiles(settings) {
  return settings.some(({ run, http, prometheus, openstack }) => {
    const ca = (http ?? prometheus ?? openstack)?.tls?.ca;
    const cloud = openstack?.cloud ?? openstack?.clouds_file;
    return run !== void 0 || ca !== void 0 || cloud !== void 0;
  });
}
function nameOf({ http, tcp, prometheus, openstack, run }) {
  if (openstack) return `openstack ${(openstack.services ?? ["keystone"]).join(", ")}`;
  return http?.url ?? tcp?.address ?? prometheus?.query ?? run;
}
var Making = class {
  constructor(settings, where, name, timeoutMs, context, other, phase) {
    this.settings = settings;
    this.where = where;
    this.name = name;
    this.timeoutMs = timeoutMs;
    this.context = context;
    this.other = other;
    this.phase = phase;
    this.variables = namesOf(context, context.variables);
  }
  settings;
  where;
  name;
  timeoutMs;
  context;
  other;
  phase;
  variables;
  probe(shell, opener) {
    const { http, tcp, openstack, prometheus, run = "" } = this.settings;
    const { name, timeoutMs, context } = this;
    if (http) return this.http(http);
    if (tcp) return this.tcp(tcp);
    if (prometheus) return this.prometheus(prometheus);
    if (openstack) return this.openstack(openstack, opener);
    return runProbe({ name, run, timeoutMs, context }, shell);
  }
  http(settings) {
    const { matches, tls, max_bytes: maxBytes, ...rest } = settings;
    const { name, timeoutMs } = this;
    const filled = expandDeep(rest, this.variables, `${this.where}.http`);
    const url = httpUrl(filled.url, `${this.where}.http.url`);
    checkHeaders(filled.send, `${this.where}.http.send`);
    const pattern = matches === void 0 ? {} : { matches };
    return httpProbe({ ...filled, ...pattern, url, name, timeoutMs, maxBytes, trust: () => this.trust(tls) });
  }
  tcp(settings) {
    const { name, timeoutMs } = this;
    const where = `${this.where}.tcp`;
    const { address: text, ...rest } = expandDeep(settings, this.variables, where);
    const address = parseAddress(text);
    if (!address)
      throw invalid(`${where}.address`, "host:port", "Write it as 10.0.0.21:5672 or [fd00::21]:5672.");
    return tcpProbe({ ...rest, address, name, timeoutMs });
  }
  prometheus(settings) {
    const { query, at_most: times, margin = 0, tls, ...rest } = settings;
    const { name, timeoutMs } = this;
    const where = `${this.where}.prometheus`;
    const filled = expandDeep(rest, this.variables, where);
    checkHeaders(filled.send, `${where}.send`);
    const names = times === void 0 ? void 0 : this.others?.names;
    return prometheusProbe({
      ...filled,
      url: httpUrl(filled.url, `${where}.url`),
      query: expand(query, this.variables, `${where}.query`),
      otherQuery: names ? expand(query, names, `${where}.query`) : void 0,
      atMost: times === void 0 ? void 0 : { times: Number.parseFloat(times), margin },
      name,
      timeoutMs,
      trust: () => this.trust(tls)
    });
  }
  openstack(settings, opener) {
    const where = `${this.where}.openstack`;
    const filled = expandDeep(settings, this.variables, where);
    const { services = ["keystone"], region, interface: of, endpoints = {} } = filled;
    for (const [service, address] of Object.entries(endpoints)) {
      if (address !== "catalog") httpUrl(address, `${where}.endpoints.${service}`);
    }
    const { name, timeoutMs, variables } = this;
    const open = () => opener(filled, variables);
    const crossColor2 = filled.cross_color ? this.crossColor(settings, filled.auth_url, opener) : void 0;
    return openstackProbe({ name, timeoutMs, services, region, interface: of, endpoints, crossColor: crossColor2, open });
  }
  crossColor(settings, authUrl, opener) {
    if (this.phase === "bake") return { notJudged: "cross_color is asked before users are moved" };
    const { others } = this;
    if (!others) return { notJudged: "cross_color was not asked: there is no other color with users" };
    const where = `${this.where}.openstack`;
    const login = expandDeep(settings, others.names, where);
    if (login.auth_url === authUrl) {
      const remedy = "Let it differ by a variable of colors.<color>.env, as http://10.0.0.21:${KEYSTONE_PORT}/v3.";
      throw invalid(`${where}.auth_url`, "the color's own, but the same for both", remedy);
    }
    return { own: others.own, other: others.color, open: () => opener(login, others.names) };
  }
  /** The other color, when there is one to compare with, and the names that it gives to settings. */
  get others() {
    const { context, other } = this;
    const own2 = COLORS.find((color2) => color2 === context.color);
    if (!other || !own2) return void 0;
    const color = otherColor(own2);
    return { own: own2, color, names: namesOf({ ...context, color }, other) };
  }
  trust(tls) {
    return readTrust(tls, this.context.release.folder);
  }
};
function namesOf(context, variables) {
  return shellCommand({ run: "", timeoutMs: 0 }, { ...context, variables }).env ?? {};
}
function httpUrl(text, where) {
  if (URL.canParse(text) && /^https?:\/\//i.test(text)) return text;
  throw invalid(
    where,
    "an http or https URL",
    "Write it as http://10.0.0.21:5000/v3, and check the variables in it."
  );
}
function checkHeaders(headers, where) {
  for (const [name, value] of Object.entries(headers ?? {})) {
    try {
      validateHeaderValue(name, value);
    } catch {
      throw new UserError(
        "probe_header_invalid",
        `${where}.${name} holds a character that no header may have.`,
        {
          remedy: "Often it is a line break at the end of a secret: store it without one."
        }
      );
    }
  }
}
function invalid(where, what, remedy) {
  return new UserError("probe_address_invalid", `${where} is not ${what}.`, { remedy });
}

export {
  runDeployer,
  createProbes,
  needFiles
};
