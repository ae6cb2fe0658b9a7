import { getInput, getState, saveState, setOutput } from '@actions/core'
import { UserError } from '../platform/errors.js'
import type { StagedTestInputs } from '../staged-test/start.js'

/**
 * The inputs and outputs of each action. Its action.yml declares the same, with descriptions; a test compares the two.
 *
 * A string input with an empty default is optional: it is `undefined` when it is left out.
 */
type Input =
  | { readonly type: 'string'; readonly required: true }
  | { readonly type: 'string'; readonly default: string }
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'enum'; readonly values: readonly string[]; readonly default: string }

const required = { type: 'string', required: true } as const
const optional = { type: 'string', default: '' } as const
const no = { type: 'boolean', default: false } as const

const common = {
  path: { type: 'string', default: '.' },
  summary: { type: 'boolean', default: true },
} as const
const findings = {
  'fail-on': { type: 'enum', values: ['error', 'warning', 'notice', 'never'], default: 'error' },
  base: { type: 'string', default: 'auto' },
  'openstack-release': optional,
  'target-release': optional,
  linters: { type: 'boolean', default: true },
} as const
const stores = { store: optional, token: { type: 'string', default: '${{ github.token }}' } } as const
const kept = { ...stores, 'retention-days': optional } as const
const attest = { type: 'enum', values: ['auto', 'required', 'never'], default: 'auto' } as const
const verifying = { attestation: optional, 'trusted-root': optional } as const
const until = { type: 'enum', values: ['verified', 'shifted', 'finalized'], default: 'shifted' } as const

export const INPUTS = {
  lifecycle: {
    ...common,
    ...findings,
    version: optional,
    'test-environment': optional,
    environment: optional,
    until,
    remote: optional,
    'take-over': no,
    wait: optional,
    ...kept,
    attest,
    'trusted-root': optional,
  },
  validate: { ...common, ...findings },
  package: {
    ...common,
    version: optional,
    output: optional,
    previous: optional,
    'allow-dirty': no,
    'skip-validate': no,
    ...kept,
    attest,
  },
  'staged-test': {
    summary: common.summary,
    environment: { type: 'string', default: 'staging' },
    release: required,
    digest: optional,
    ...stores,
  },
  deploy: {
    ...common,
    environment: required,
    release: required,
    digest: optional,
    until,
    'take-over': no,
    wait: optional,
    remote: optional,
    ...stores,
    ...verifying,
  },
  rollback: {
    ...common,
    environment: required,
    to: optional,
    'dry-run': no,
    revert: no,
    base: optional,
    release: optional,
    'take-over': no,
    wait: optional,
    remote: optional,
    ...stores,
    ...verifying,
  },
  abort: {
    ...common,
    environment: required,
    expired: no,
    teardown: { type: 'boolean', default: true },
    release: optional,
    'take-over': no,
    remote: optional,
    ...stores,
    ...verifying,
  },
} as const satisfies Record<string, Record<string, Input>>

const ends = ['outcome', 'reason', 'result'] as const
const reports = ['sarif-file', 'junit-file', 'report'] as const
const released = ['version', 'digest', 'archive'] as const
const proven = [
  'statement-path',
  'dependencies-path',
  'bundle-path',
  'attestation-id',
  'attestation-url',
] as const
const live = ['live-color', 'live-version'] as const

export const OUTPUTS = {
  lifecycle: [...ends, ...reports, ...released, ...live],
  validate: [...ends, 'errors', 'warnings', 'notices', ...reports],
  package: [...ends, ...released, 'path', 'artifact-id', 'url', ...proven],
  'staged-test': [...ends, 'passed', 'failed'],
  deploy: [...ends, ...live, 'operation'],
  rollback: [...ends, ...live, 'operation', 'pull-request'],
  abort: [...ends, ...live, 'operation'],
} as const satisfies Record<ActionName, readonly string[]>

export type ActionName = keyof typeof INPUTS
export const ACTION_NAMES = Object.keys(INPUTS) as readonly ActionName[]

type Camel<Name> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name

type ValueOf<I> = I extends { type: 'boolean' }
  ? boolean
  : I extends { values: readonly (infer Value)[] }
    ? Value
    : I extends { default: '' }
      ? string | undefined
      : string

/** The inputs of an action, with names in camel case: `take-over` is `takeOver`. */
export type Inputs<Name extends ActionName> = {
  readonly [Key in keyof (typeof INPUTS)[Name] as Camel<Key>]: ValueOf<(typeof INPUTS)[Name][Key]>
}

/** The outputs of an action. An output that is left out or `null` is empty in the workflow. */
export type Outputs<Name extends ActionName> = {
  readonly [Key in (typeof OUTPUTS)[Name][number] as Camel<Key>]?: string | number | null | undefined
}

/**
 * Read all inputs of an action.
 *
 * @throws UserError `invalid_input`, with the input, its value and the allowed values
 */
export function readInputs<Name extends ActionName>(name: Name): Inputs<Name> {
  const inputs: Record<string, unknown> = {}
  for (const [key, input] of Object.entries<Input>(INPUTS[name])) inputs[camel(key)] = readInput(key, input)
  return inputs as Inputs<Name> // built from the table that the type is derived from
}

/** Set the outputs of an action. */
export function setOutputs<Name extends ActionName>(name: Name, outputs: Outputs<Name>): void {
  const values: Readonly<Record<string, string | number | null | undefined>> = outputs
  for (const key of OUTPUTS[name]) {
    const value = values[camel(key)]
    if (value !== undefined) setOutput(key, value === null ? '' : String(value))
  }
}

/** The post step of a staged test needs to know which environment to stop if the main step is killed. */
export function downHooks(inputs: StagedTestInputs): { onUp: () => void; onDown: () => void } {
  return {
    onUp: () => saveState('down', JSON.stringify(inputs)),
    onDown: () => saveState('down', ''),
  }
}

/** The environment that the main step did not stop, if there is one. */
export function leftRunning(): StagedTestInputs | undefined {
  const state = getState('down')
  return state === '' ? undefined : (JSON.parse(state) as StagedTestInputs)
}

function readInput(name: string, input: Input): string | boolean | undefined {
  const value = getInput(name)
  if (/[\r\n]/.test(value)) throw invalid(name, value, 'Use a single line.')
  if (input.type === 'boolean') return readBoolean(name, value, input.default)
  if (input.type === 'enum') {
    if (input.values.includes(value)) return value
    throw invalid(name, value, `Use one of: ${input.values.join(', ')}.`, input.default)
  }
  if (value !== '') return value
  if ('required' in input) throw invalid(name, value, `The action requires it: set "${name}" under "with".`)
  if (input.default === '') return undefined
  throw invalid(name, value, 'Give it a value.', input.default)
}

/** The spellings of YAML 1.2's core schema, which the toolkit accepts too. */
function readBoolean(name: string, value: string, fallback: boolean): boolean {
  if (['true', 'True', 'TRUE'].includes(value)) return true
  if (['false', 'False', 'FALSE'].includes(value)) return false
  throw invalid(name, value, 'Use true or false.', String(fallback))
}

/** An empty value does not mean the default: it may come from an expression that has no value by mistake. */
function invalid(name: string, value: string, allowed: string, fallback?: string): UserError {
  const message =
    value === '' ? `Input "${name}" is empty.` : `Input "${name}" cannot be ${JSON.stringify(value)}.`
  const otherwise = fallback === undefined ? '' : ` Leave it out for "${fallback}".`
  return new UserError('invalid_input', message, { remedy: `${allowed}${otherwise}` })
}

function camel(name: string): string {
  return name.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase())
}
