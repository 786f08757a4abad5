import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'

/** Whether a push was refused because somebody else has pushed. */
export function isMoved(text: string): boolean {
  return !isDeclined(text) && !isInTheWay(text) && !/file name too long/i.test(text)
    && /stale info|fetch first|non-fast-forward|failed to update ref|cannot lock ref|reference already exists|incorrect old value|is at .* but expected/i.test(text)
}

/** Whether the remote has object ids of the other kind: a repository is of SHA-1 or of SHA-256. */
export function hasOtherIds(text: string): boolean {
  return /mismatched algorithms: client|does not support this repository's hash algorithm/i.test(text)
}

function isDeclined(text: string): boolean {
  return /protected branch|hook declined|repository rule violations|gh006|gh013/i.test(text)
}

/** A branch is a file below `refs/heads`: where there is `a`, there cannot be `a/b`. */
function isInTheWay(text: string): boolean {
  return /exists; cannot create/i.test(text)
}

/**
 * What it means to the person who publishes that a remote refuses.
 *
 * @param text what Git said, of which nothing is passed on
 */
export function refusalOf(
  text: string,
  { remote, branch }: { readonly remote: string; readonly branch: string },
): Failure {
  const where = name(remote)
  if (isInTheWay(text)) {
    return new Failure('broken', say`${where} cannot have ${name(branch)}: another branch's name is a part of it, or it is a part of another's`, say`choose a name such as ${name(`${branch}-published`)}, or delete the other branch`)
  }
  if (isDeclined(text)) {
    return new Failure('broken', say`${where} refuses a push to ${name(branch)}: the branch is protected, or a hook says no`, say`let who publishes push to that branch`)
  }
  if (/authentication failed|could not read (?:username|password)|returned error: 40[13]|permission (?:to .* )?denied|not allowed to push/i.test(text)) {
    return new Failure('broken', say`${where} does not let this run write`, isSsh(remote) ? BY_SSH : say`give a token that may write contents; in an action: permissions: contents: write`)
  }
  if (/returned error: 30[12378]/i.test(text)) {
    return new Failure('broken', say`${where} leads on to another address, and credentials are not sent there`, say`name the address that it has now`)
  }
  if (/does not support --atomic/i.test(text)) {
    return new Failure('broken', say`${where} cannot take several refs at once (atomic pushes)`, say`publish to a server that can, such as GitHub`)
  }
  if (/file name too long/i.test(text)) {
    return new Failure('broken', say`${where} cannot have ${name(branch)}: the name is too long`, say`choose a shorter one`)
  }
  return new Failure('broken', say`${where} could not be reached, or refused`, isSsh(remote) ? BY_SSH : say`try git ls-remote with it; nothing was changed there`)
}

/** A token is of no use there. */
function isSsh(remote: string): boolean {
  return /^ssh:|^[^/]*@[^/]*:/i.test(remote)
}

const BY_SSH = say`try git ls-remote with it: its key has to be there and may write; to publish with a token, write its address with https://`
