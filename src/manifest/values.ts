import ms from 'ms'
import type { ColorsSettings, EnvironmentSettings } from '../../generated/manifest.js'
import { UserError } from '../platform/errors.js'

/** Environment variables by name. */
export type Variables = Record<string, string | undefined>

/** Milliseconds of a duration that the schema let pass (`30s`), or the default in the same form. */
export function duration(text: string | undefined, fallback: string): number {
  // the schema's pattern is a subset of what ms reads, so this is always a number
  return ms((text ?? fallback).replace(' ', '') as ms.StringValue)
}

/**
 * Replace `${NAME}` and `${NAME:-default}`; `$${` stands for a literal `${`.
 *
 * @throws UserError `variable_missing` when a name has neither value nor default; an empty value counts as none
 */
export function expand(text: string, variables: Variables, where: string): string {
  return text.replace(
    /\$?\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g,
    (whole, name: string, fallback?: string) => {
      if (whole.startsWith('$$')) return whole.slice(1)
      const value = variables[name] || fallback
      if (value !== undefined) return value
      throw new UserError(
        'variable_missing',
        `${where} needs the environment variable ${name}, which is not set.`,
        {
          remedy: `Set ${name}, or give it a default in changeover.yml: \${${name}:-value}`,
        },
      )
    },
  )
}

/** The environment of an environment's commands: the process's own, then the environment's `env`, then the color's. */
export function variablesOf(
  settings: EnvironmentSettings,
  color: keyof ColorsSettings | undefined,
  processEnv: Variables,
): Variables {
  const shared = expandAll(settings.env ?? {}, processEnv, 'env')
  if (settings.strategy !== 'blue_green' || color === undefined) return { ...processEnv, ...shared }
  const known = { ...processEnv, ...shared }
  return { ...known, ...expandAll(settings.colors?.[color]?.env ?? {}, known, `colors.${color}.env`) }
}

function expandAll(env: Record<string, string>, known: Variables, where: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, expand(value, known, `${where}.${name}`)]),
  )
}

/** All texts in plain data, expanded. Keys stay as they are. */
export function expandDeep<T>(data: T, variables: Variables, where: string): T {
  if (typeof data === 'string') return expand(data, variables, where) as T
  if (Array.isArray(data)) {
    return data.map((item, index) => expandDeep(item, variables, `${where}[${index}]`)) as T
  }
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, expandDeep(value, variables, `${where}.${key}`)]),
  ) as T
}
