import type { ArtifactFile, WantedFile } from '../../core/github.ts'
import { name, say, type Message } from '../../core/message.ts'
import { artifactIn, listIn, type Artifact } from './answers.ts'
import { fileInArchive } from './archive.ts'
import type { Client } from './client.ts'
import { readAtMost } from './read-at-most.ts'
import { BadAnswer, type Task } from './refused.ts'

export interface RepositoryName {
  readonly owner: string
  readonly repo: string
}

/**
 * A file in an artifact of a workflow run. Whoever proposed the change wrote the artifact: its size is bounded before
 * and while it is read, and it never touches the disk.
 */
export async function artifactFile(client: Client, from: RepositoryName, wanted: WantedFile): Promise<ArtifactFile> {
  const task: Task = {
    doing: say`read the artifacts of run ${wanted.run}`,
    needs: say`the permission actions: read`,
    repeat: 'any',
  }
  const { artifact, problem } = newest(await artifacts(client, from, { wanted, task }), wanted)
  if (artifact === undefined) return { problem }
  const archive = await download(client, from, { task, artifact, limit: wanted.limit })
  return archive === undefined ? tooLarge(wanted) : fileInArchive(archive, wanted.file, wanted.limit)
}

interface Listing {
  readonly task: Task
  readonly wanted: WantedFile
}

function artifacts(client: Client, from: RepositoryName, { task, wanted }: Listing): Promise<Artifact[]> {
  const { run, artifact } = wanted
  return client.pages(task, {
    send: (api, request, at) => {
      return api.rest.actions.listWorkflowRunArtifacts({ ...from, run_id: run, name: artifact, ...at, request })
    },
    read: (answer) => listIn(answer, 'artifacts').map(artifactIn),
  })
}

type Chosen =
  | { readonly artifact: Artifact; readonly problem?: undefined }
  | { readonly problem: Message; readonly artifact?: undefined }

/** A run that was repeated has an artifact for each attempt. */
function newest(all: readonly Artifact[], wanted: WantedFile): Chosen {
  const named = all.filter((one) => one.name === wanted.artifact).sort((a, b) => b.id - a.id)
  const [artifact] = named
  if (artifact === undefined) return { problem: say`run ${wanted.run} has no artifact ${name(wanted.artifact)}` }
  if (artifact.isExpired) return { problem: say`the artifact ${name(wanted.artifact)} has expired` }
  return artifact.size > wanted.limit ? tooLarge(wanted) : { artifact }
}

function tooLarge({ artifact, limit }: WantedFile): { readonly problem: Message } {
  return { problem: say`the artifact ${name(artifact)} has more than ${limit} bytes` }
}

interface Download {
  readonly task: Task
  readonly artifact: Artifact
  readonly limit: number
}

/** GitHub redirects to a storage elsewhere, which the token is not sent to (Fetch standard, HTTP-redirect fetch). */
function download(client: Client, from: RepositoryName, wanted: Download): Promise<Buffer | undefined> {
  const { task, artifact, limit } = wanted
  return client.call(
    task,
    (api, sending) => {
      const request = { ...sending, parseSuccessResponseBody: false }
      return api.rest.actions.downloadArtifact({ ...from, artifact_id: artifact.id, archive_format: 'zip', request })
    },
    async ({ data }) => {
      if (!(data instanceof ReadableStream)) throw new BadAnswer('the archive is no stream')
      try {
        return await readAtMost(data, limit)
      } catch {
        throw new BadAnswer('the archive broke off')
      }
    },
  )
}
