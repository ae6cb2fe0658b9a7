import type { Changes } from '../../src/lint/facts/changes.js'

export function difference(before: object, after: object): Changes | undefined
export function readableJson(value: unknown): string
