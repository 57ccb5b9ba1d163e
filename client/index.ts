/** The library. Everything else in this folder is its own business. */

export type { BadCopy } from './download/bad-copies.ts'
export type { CheckOptions, CheckResult } from './download/check.ts'
export type { ReadOptions } from './download/download.ts'
export type { PiecePlace, Why } from './download/why.ts'
export { type ClientPorts, type ClientSettings, HiroClient } from './hiro-client.ts'
export type { Entry, FileEntry, FolderEntry } from './namespace/entry.ts'
export type { FolderOptions, WorkOptions } from './namespace/tree.ts'
export { type ClientConfig, type ConfigOptions, type OpenOptions, openClient, readClientConfig } from './open-client.ts'
export type { OnProgress, Progress } from './progress.ts'
export type { SwarmStatus, WorkerStatus } from './status.ts'
export type { AddOptions, AddResult } from './upload/add-options.ts'
export type { ByteSource } from './upload/source.ts'
