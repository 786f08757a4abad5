import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { onTestFinished } from 'vitest'
import { ROOT } from '../../scripts/root.ts'

export interface Line {
  readonly event: 'round' | 'trouble'
  readonly round: number
  readonly changed: readonly { readonly path: string; readonly change: string }[]
  readonly new: readonly { readonly rule: string }[]
  readonly gone: readonly { readonly rule: string }[]
  readonly evaluated: number
  readonly files: { readonly state: string; readonly written: readonly string[]; readonly removed: readonly string[] } | null
  readonly message: string
  readonly hint: string
}

const valid = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(join(ROOT, 'schemas/output/watch.json'), 'utf8')) as object)

/** `cairn watch --format json` as a process of its own; every line of it is valid. */
export class Watch {
  readonly child: ChildProcess
  readonly lines: Line[] = []
  readonly ended: Promise<number | null>
  stderr = ''
  text = ''
  #wake: () => void = () => undefined

  constructor(root: string, args: readonly string[] = [], before: readonly string[] = []) {
    const all = [...before, process.execPath, join(ROOT, 'src/cli/main.ts'), '-C', root, 'watch', '--format', 'json', ...args]
    this.child = spawn(all[0] as string, all.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] })
    this.ended = new Promise((done) => { this.child.once('close', (code) => { done(code) }) })
    this.child.stderr?.on('data', (chunk: Buffer) => { this.stderr += chunk.toString() })
    if (this.child.stdout !== null) createInterface(this.child.stdout).on('line', (line) => { this.#take(line) })
    onTestFinished(() => { this.child.kill('SIGKILL') })
  }

  #take(text: string): void {
    this.text += `${text}\n`
    const line: unknown = JSON.parse(text)
    if (!valid(line)) throw new Error(`${JSON.stringify(valid.errors)} in ${text.slice(0, 500)}`)
    this.lines.push(line as Line)
    this.#wake()
  }

  /** The next line that fits, of those that have not been looked at. */
  async next(fits: (line: Line) => boolean = () => true, within = 20_000): Promise<Line> {
    const end = Date.now() + within
    for (;;) {
      for (let line = this.lines.shift(); line !== undefined; line = this.lines.shift()) if (fits(line)) return line
      const left = end - Date.now()
      if (left <= 0 || this.child.exitCode !== null) throw new Error(`no such line came; ${this.stderr}`)
      await new Promise<void>((done) => {
        this.#wake = done
        setTimeout(done, Math.min(left, 500))
      })
    }
  }
}
