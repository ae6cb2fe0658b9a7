import { nearest } from '../../engine/speller.js'

/** How many missing files to look up. No one writes a repository with more of them. */
const MOST_LOOKUPS = 200

/** The files of a repository, to resolve names that are relative to one of several folders. */
export class FileIndex {
  private readonly names = new Set<string>()
  private readonly folders = new Map<string, string[]>()
  private lookups = 0

  constructor(private readonly files: ReadonlySet<string>) {
    for (const path of files) {
      const name = nameOf(path)
      this.names.add(name)
      this.folder(folderOf(path)).push(name)
      for (let folder = folderOf(path); folder !== '' && !this.folders.has(folderOf(folder)); ) {
        folder = folderOf(folder)
        this.folder(folder)
      }
    }
  }

  private folder(path: string): string[] {
    const names = this.folders.get(path) ?? []
    this.folders.set(path, names)
    return names
  }

  has(path: string): boolean {
    return this.files.has(path)
  }

  hasFolder(path: string): boolean {
    return this.folders.has(path)
  }

  /** Whether any folder has a file of this name. */
  hasName(name: string): boolean {
    return this.names.has(name)
  }

  /** The file in one of these folders whose name is most like this one. */
  nearest(name: string, folders: readonly string[]): string | undefined {
    if (++this.lookups > MOST_LOOKUPS) return undefined
    return nearest(
      name,
      folders.flatMap((folder) => this.folders.get(folder) ?? []),
    )
  }

  /** All folders with files in them or below them. */
  allFolders(): Iterable<string> {
    return this.folders.keys()
  }
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Resolves a relative path from a folder; `undefined` when it leads out of the repository. */
export function joined(folder: string, written: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}
