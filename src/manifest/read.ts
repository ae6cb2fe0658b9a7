import type { ErrorObject } from 'ajv'
import type { Manifest } from '../../generated/manifest.js'
import validate from '../../generated/manifest-validator.js'
import { nearest } from '../platform/nearest.js'
import type { YamlFile, YamlProblem } from '../yaml/parse.js'
import type { Range } from '../yaml/source.js'
import { asMapping, nearestNode, toData, type YamlNode } from '../yaml/tree.js'
import { unclosedBracket } from '../yaml/unclosed-bracket.js'
import type { ManifestProblem } from './problem.js'
import { checkReferences } from './references.js'

export type { ManifestProblem } from './problem.js'

const START: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
const MINIMAL =
  'The smallest manifest is:  version: 1  and  name: my-cloud  (see schemas/manifest.schema.json).'

function syntax({ kind, message, range }: YamlProblem, { source }: YamlFile): ManifestProblem {
  const opened = kind === 'syntax' ? unclosedBracket(source, range.start) : undefined
  if (opened && opened.start.line < range.start.line) {
    return {
      rule: 'syntax',
      message: `a bracket or brace is not closed before line ${range.start.line}`,
      help: 'Close it, or add the comma that is missing inside it.',
      range: opened,
    }
  }
  return {
    rule: 'syntax',
    message,
    help: kind === 'syntax' ? 'Fix the YAML here.' : 'Keep one of the two.',
    range,
  }
}

/** Checks a parsed changeover.yml as a whole. `manifest` is present only when there is no problem. */
export function readManifest(file: YamlFile): {
  manifest: Manifest | undefined
  problems: ManifestProblem[]
} {
  const problems: ManifestProblem[] = file.problems.map((problem) => syntax(problem, file))
  if (problems.length > 0) return { manifest: undefined, problems }
  const [root, second] = file.documents
  if (!root) return { manifest: undefined, problems: [schema('The manifest is empty', MINIMAL, START)] }
  if (second) {
    return {
      manifest: undefined,
      problems: [schema('The manifest has more than one YAML document', 'Keep one.', second.range)],
    }
  }
  if (!asMapping(root)) {
    return { manifest: undefined, problems: [schema('The manifest is not a mapping', MINIMAL, root.range)] }
  }
  const data = toData(root)
  if (!validate(data)) {
    return { manifest: undefined, problems: schemaProblems(validate.errors ?? [], root) }
  }
  const manifest = data as Manifest
  const references = checkReferences(manifest, root)
  return references.length > 0 ? { manifest: undefined, problems: references } : { manifest, problems: [] }
}

function schema(message: string, help: string, range: Range): ManifestProblem {
  return { rule: 'schema', message, help, range }
}

function schemaProblems(errors: readonly ErrorObject[], root: YamlNode): ManifestProblem[] {
  const found = errors.filter((error) => !isEcho(error, errors)).map((error) => describe(error, root))
  return found.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column,
  )
}

/** Errors that only repeat another one: the branches of oneOf and anyOf, and the wrapper of a bad property name. */
function isEcho(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (/\/(one|any)Of\/\d+\/required$/.test(error.schemaPath)) return true
  if (error.keyword === 'propertyNames') return true
  // `discriminator` explains a wrong strategy better than the enum, and one error is enough
  return (
    error.keyword === 'discriminator' &&
    all.some(
      (other) => other.instancePath === `${error.instancePath}/strategy` || other.keyword === 'required',
    )
  )
}

function describe(error: ErrorObject, root: YamlNode): ManifestProblem {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const { node, entry } = nearestNode(root, path)
  const where = path.join('.') || 'the manifest'
  const parent = (error.parentSchema ?? {}) as {
    properties?: Record<string, unknown>
    description?: string
    enum?: unknown[]
  }

  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty)
      const known = Object.keys(parent.properties ?? {})
      const near = nearest(key, known)
      const range = nearestNode(root, [...path, key]).entry?.keyRange ?? node.range
      return {
        rule: 'unknown-key',
        message: `unknown key "${key}" in ${where}`,
        help: near ? `Did you mean "${near}"?` : `Known keys here: ${known.join(', ')}.`,
        range,
      }
    }
    case 'required':
      return schema(
        `${where} lacks the key "${error.params.missingProperty}"`,
        `Add ${error.params.missingProperty}. ${descriptionOf(parent.properties?.[error.params.missingProperty])}`.trim(),
        entry?.keyRange ?? node.range,
      )
    case 'oneOf':
      return schema(
        `${where} must have exactly one of the keys ${alternatives(error.schema).join(', ')}`,
        'Keep one of them.',
        node.range,
      )
    case 'anyOf':
      return schema(
        `${where} must have at least one of the keys ${alternatives(error.schema).join(', ')}`,
        'Add one of them.',
        node.range,
      )
    case 'discriminator':
      return schema(
        `${where} lacks a strategy`,
        'Set strategy: in_place or strategy: blue_green.',
        node.range,
      )
    case 'enum':
    case 'const': {
      const allowed = (error.params.allowedValues ?? [error.params.allowedValue]) as unknown[]
      // a mapping has no text to compare
      const near = isText(error.data) ? nearest(String(error.data), allowed.map(String)) : undefined
      const range = node.range
      return schema(
        `${where} is ${show(error.data)}, expected ${allowed.filter((value) => value !== false).join(', ')}`,
        near ? `Did you mean "${near}"?` : 'Use one of these.',
        range,
      )
    }
    case 'type': {
      const help =
        error.params.type === 'string' && (typeof error.data === 'number' || typeof error.data === 'boolean')
          ? `Put it in quotes: "${error.data}". ${descriptionOf(parent)}`.trim()
          : `Use ${article(error.params.type)}.`
      return schema(
        `${where} is ${kindOf(error.data)}, expected ${article(error.params.type)}`,
        help,
        node.range,
      )
    }
    case 'pattern': {
      if (error.propertyName !== undefined) {
        const range = nearestNode(root, [...path, error.propertyName]).entry?.keyRange ?? node.range
        return schema(
          `"${error.propertyName}" is not a valid name in ${where}`,
          `Names match ${error.params.pattern}.`,
          range,
        )
      }
      return schema(
        `${where} is ${show(error.data)}`,
        parent.description
          ? `Expected: ${lowerFirst(parent.description)}`
          : `Expected text that matches ${error.params.pattern}.`,
        node.range,
      )
    }
    default:
      return schema(
        `${where} ${error.message ?? 'is not valid'}`,
        descriptionOf(parent) || 'Correct the value.',
        node.range,
      )
  }
}

/** The keys of oneOf or anyOf: each branch requires one. */
function alternatives(branches: unknown): string[] {
  return (Array.isArray(branches) ? branches : []).flatMap(
    ({ required = [] }: { required?: string[] }) => required,
  )
}

function descriptionOf(schemaNode: unknown): string {
  if (typeof schemaNode !== 'object' || schemaNode === null || !('description' in schemaNode)) return ''
  return String(schemaNode.description)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : kindOf(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return typeof value === 'string' ? 'text' : `the ${typeof value} ${value}`
}

function article(type: unknown): string {
  const names: Record<string, string> = {
    object: 'a mapping',
    array: 'a list',
    string: 'text',
    integer: 'a whole number',
    number: 'a number',
  }
  if (Array.isArray(type)) return type.map(article).join(' or ')
  return names[String(type)] ?? String(type)
}
