import { parseYaml, type YamlFile } from '../../../yaml/parse.js'
import { walk } from '../../../yaml/tree.js'
import { PLACEHOLDER } from '../definition.js'

const TEMPLATE_NAME = /\.(j2|jinja2?|erb|tpl)\.[^./]+$/i
/** A line that starts with a Jinja statement or comment. */
const BLOCK_LINE = /^[ \t]*\{[%#]/m
const EXPRESSION = /\{\{[\s\S]*?\}\}/g
const BLOCK = /\{%[\s\S]*?%\}|\{#[\s\S]*?#\}/g

/**
 * Whether a file is a template of a YAML file and not YAML itself: by its name, or because Jinja makes it invalid YAML.
 * Jinja inside strings and block scalars is valid, so a playbook or a Heat template with Jinja is still YAML.
 */
export function isTemplate(path: string, yaml: YamlFile): boolean {
  if (TEMPLATE_NAME.test(path)) return true
  const { text } = yaml.source
  const problem = yaml.problems.find(({ kind }) => kind === 'syntax')
  if (!problem) return /[:-][ \t]+\{\{/.test(text) && hasBareExpression(yaml)
  const hasBlocks = BLOCK_LINE.test(text)
  const mayHoldExpressions = hasBlocks || /(^|\/)templates\//.test(path)
  const { line } = problem.range.start
  // parsers often fail one line later
  const nearby = [line - 1, line].map((number) => yaml.source.line(number))
  if (mayHoldExpressions && nearby.some((written) => written.includes('{{'))) return true
  return hasBlocks && !sameProblem(parseYaml(text.replace(BLOCK, blank)), line)
}

/**
 * The template with blocks blanked out and expressions replaced by a placeholder, so that all positions stay the same.
 * `undefined` when the result is not YAML either, or when the path shows that it is the template of another file.
 */
export function filledTemplate(path: string, text: string): YamlFile | undefined {
  if (TEMPLATE_NAME.test(path) || /(^|\/)templates\//.test(path)) return undefined
  const yaml = parseYaml(text.replace(BLOCK, blank).replace(EXPRESSION, filled))
  return yaml.problems.some(({ kind }) => kind === 'syntax') ? undefined : yaml
}

function filled(expression: string): string {
  return expression.replace(/[^\n]/g, PLACEHOLDER)
}

/** An unquoted `{{ name }}` is a mapping as the key of a mapping: it parses, but no loader accepts it. */
function hasBareExpression({ documents, source }: YamlFile): boolean {
  let found = false
  for (const document of documents) {
    walk(document, (node) => {
      const [only] = node.kind === 'mapping' ? node.entries : []
      if (!only) return
      const { line, column } = only.keyRange.start
      found ||= only.key === '[complex key]' && source.line(line).startsWith('{{', column - 2)
    })
  }
  return found
}

/** Blank text of the same length and lines, so that all positions stay the same. */
function blank(block: string): string {
  return block.replace(/[^\n]/g, ' ')
}

function sameProblem(yaml: YamlFile, line: number): boolean {
  return yaml.problems.some(({ kind, range }) => kind === 'syntax' && range.start.line === line)
}
