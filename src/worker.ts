/** A worker of a run: codes the batches that it is given and sends back rows and counts. */
import { parentPort, workerData } from 'node:worker_threads'
import { fileCoder } from './code/code-files.ts'
import { type BatchOrder, runBatch, type WorkerMessage, type WorkerSetup } from './code/run.ts'
import { asUsed } from './codebook/edited.ts'
import { parseYaml } from './codebook/yaml-values.ts'
import { compileCodebook, readCodebook } from './commands/load-codebook.ts'
import { lineBreaksOf } from './segment/line-breaks.ts'

const setup: WorkerSetup = workerData
const port = parentPort
if (port === null) throw new Error('a worker must be started by a run')
const { value: codebook } = await readCodebook(setup.codebook)
if (codebook === undefined) throw new Error('the codebook was read before and cannot be read now')
const matcher = await compileCodebook(asUsed(codebook), setup.settings.unit)
const read = { ...setup.settings.read, lineBreaksOf, parseYaml }
const coder = fileCoder(matcher, { ...setup.settings, read })

port.on('message', (order: BatchOrder | undefined) => {
  if (order === undefined) port.close()
  else void runBatch(coder, order, { csv: setup.csv, say })
})

function say(message: WorkerMessage): void {
  const moved = message.kind === 'rows' ? [message.bytes.buffer] : []
  port?.postMessage(
    message,
    moved.filter((buffer) => buffer instanceof ArrayBuffer),
  )
}
