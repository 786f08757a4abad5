import { fixtureText } from './fixture.ts'
import type { Mistake } from './mistake.ts'

const A = 'environments/dev/services/a'
const SOPS = fixtureText('sops/generated/v3.13.2.k8s.enc.yaml')
const ENVELOPE = /password: (ENC\[[^\]]*\])/.exec(SOPS)?.[1] ?? ''

export const ENCRYPTED: readonly Mistake[] = [
  {
    rule: 'parse/encrypted-name',
    what: 'plain text under an encrypted name',
    files: { [`${A}.sops.yaml`]: '▶password: hunter2\n' },
  },
  {
    rule: 'parse/encrypted-name',
    what: 'plain JSON under an encrypted name',
    files: { [`${A}.sops.json`]: '▶{"password": "hunter2"}\n' },
  },
  {
    rule: 'parse/stray-envelope',
    what: 'an encrypted value copied into a plain file',
    files: { [`${A}.yaml`]: `host: a\npassword: ▶${ENVELOPE}\n` },
  },
  {
    rule: 'parse/stray-envelope',
    what: 'an encrypted value copied into a dotenv file',
    files: { [`${A}.env`]: `HOST=a\nPASSWORD=▶${ENVELOPE}\n` },
  },
  {
    rule: 'parse/stray-envelope',
    what: 'metadata lost in a merge',
    files: { [`${A}.sops.yaml`]: SOPS.slice(0, SOPS.indexOf('\nsops:') + 1).replace('data: ENC', 'data: ▶ENC') },
    says: '4 SOPS envelopes',
  },
  {
    rule: 'parse/damaged-envelope',
    what: 'a character lost',
    files: { [`${A}.sops.yaml`]: SOPS.replace('password: ENC', 'password: ▶ENC').replace('tag:eg9', 'tag:g9') },
  },
  {
    rule: 'parse/damaged-envelope',
    what: 'two of them',
    files: { [`${A}.sops.yaml`]: SOPS.replace('data: ENC', 'data: ▶ENC').replace('tag:vJ2', 'tag:J2').replace(/type:str\]\nmydata2/, 'type:string]\nmydata2') },
    says: '2 SOPS envelopes',
  },
  {
    rule: 'parse/syntax',
    what: 'a merge conflict in an encrypted file',
    files: { [`${A}.sops.yaml`]: SOPS.replace('    nested:', '▶<<<<<<< HEAD\n    nested:') },
    says: 'a merge conflict',
  },
]
