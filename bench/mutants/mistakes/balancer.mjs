import { duplicate, edit, insertAfter, misspell } from '../edit.mjs'

const haproxy = (name, mutants) => ({ kind: 'haproxy', name, files: /^balancer\/haproxy\.cfg$/, mutants })
const manifest = (name, mutants) => ({ kind: 'manifest', name, files: /^changeover\.yml$/, mutants })

export const balancer = [
  haproxy(
    'misspelled keyword',
    misspell(
      /^ {4}(?<word>hard-stop-after|server-state-file|maxconn|retries|default_backend|http-request|use_backend)\b/,
    ),
  ),
  haproxy('misspelled section', misspell(/^(?<word>global|defaults|frontend|backend|listen)\b/)),
  haproxy(
    'backend that is not there',
    edit(/^( {4}(?:default_backend|use_backend) )(\w+)(.*)$/, (m) => `${m[1]}${m[2]}s${m[3]}`),
  ),
  haproxy('server twice', duplicate(/^ {4}server (?!db-1)/)),
  haproxy(
    'address twice',
    edit(
      /^( {4}bind 192\.0\.2\.10:)9292$/,
      (m) => `${m[1]}5000`,
      (_at, lines) => lines.flatMap((line, at) => (/bind 192/.test(line) ? [at] : [])),
    ),
  ),
  haproxy(
    'check of the wrong layer',
    edit(
      /^ {4}option httpchk$/,
      () => '',
      (at) => [at, at + 1, at + 2, at + 3].filter((line) => line >= 0),
    ),
  ),
  haproxy(
    'condition that is not there',
    edit(/^(.* if )is_admin$/, (m) => `${m[1]}is_operator`),
  ),
  haproxy(
    'backend twice',
    edit(
      /^backend keystone_green$/,
      () => 'backend keystone_blue',
      (_at, lines) => lines.flatMap((line, at) => (/^backend keystone/.test(line) ? [at] : [])),
    ),
  ),
  haproxy(
    'server without a health check',
    edit(/^( {4}server (?:blue|green|glance)-\d [\d.:]+) check.*$/, (m) => m[1]),
  ),
  haproxy(
    'two active databases',
    edit(
      /^( {4}server db-[23].*) backup$/,
      (m) => m[1],
      (_at, lines) => lines.flatMap((line, at) => (/ server db-|^listen galera/.test(line) ? [at] : [])),
    ),
  ),
  haproxy('misspelled word of a server', misspell(/^ {4}server .* (?<word>inter|rise|check|fall) \d?/)),
  haproxy(
    'time in an unknown unit',
    edit(/^( {4}timeout \w+ \d+)(s|m)$/, (m) => `${m[1]}sec`),
  ),
  haproxy(
    'mode that is none',
    edit(/^( {4}mode )(http|tcp)$/, (m) => `${m[1]}${m[2]}s`),
  ),
  manifest(
    'misspelled key',
    misspell(
      /^ {0,6}(?<word>validate|services|environments|strategy|colors|deploy|verify|router|monitor|bake|rollback_window|nodes):/,
    ),
  ),
  manifest(
    'strategy that is none',
    edit(/^( {4}strategy: )(\w+)$/, (m) => `${m[1]}${m[2].replace('_', '-')}`),
  ),
  manifest(
    'duration that is none',
    edit(/^( {4}rollback_window: ).*/, (m) => `${m[1]}1 day`),
  ),
  manifest(
    'need for an unknown service',
    edit(/^( {2}billing: \{ needs: \[)keystone/, (m) => m.input.replace(m[0], `${m[1]}keystones`)),
  ),
  manifest(
    'wrong type',
    edit(
      /^( {4}colors:)$/,
      (m) => `${m[1]} [blue, green]`,
      (at) => [at, at + 1],
    ),
  ),
]

const YAML = /\.ya?ml$/
const yaml = (name, mutants) => ({ kind: 'yaml', name, files: YAML, mutants })

export const anyYaml = [
  yaml(
    'tab as indent',
    edit(
      /^ {4}(\S.*)$/,
      (m) => `\t${m[1]}`,
      (at) => [at - 1, at, at + 1],
    ),
  ),
  yaml(
    'bracket that is not closed',
    edit(
      /^(.*\[[^\]]*)\](\s*)$/,
      (m) => `${m[1]}${m[2]}`,
      (at) => [at, at + 1],
    ),
  ),
  yaml(
    'quote that is not closed',
    edit(
      /^([^"']*: "[^"]+)"$/,
      (m) => m[1],
      (at, lines) => Array.from({ length: lines.length - at }, (_, i) => at + i),
    ),
  ),
  yaml(
    'colon without a space',
    edit(
      /^( +\w+): (\w[\w.]*)$/,
      (m) => `${m[1]}:${m[2]}`,
      (at) => [at - 1, at, at + 1],
    ),
  ),
  yaml(
    'key twice',
    insertAfter(/^( *)(\w+): ([\w.]+)$/, (m) => [`${m[1]}${m[2]}: ${m[3]}`]),
  ),
  yaml(
    'private key in the text',
    edit(
      /^( +)(description|name): ([a-zA-Z ]+)$/,
      (m) =>
        `${m[1]}${m[2]}: |\n${m[1]}  -----BEGIN RSA PRIVATE KEY-----\n${m[1]}  MIIEowIBAAKCAQEAx0vJb4m1Qk8sYw3Zr7pT2nGd5LhUeVfXaCzNqRtBjKoPiM9S\n${m[1]}  Wq2Yx8Lr5TnVb3Gh7JkZcXpQaSdFgHjKlMnBvCxZwErTyUiOp1A6s4D9f0G3h2J5\n${m[1]}  -----END RSA PRIVATE KEY-----`,
      (at) => [at, at + 1, at + 2],
    ),
  ),
]
