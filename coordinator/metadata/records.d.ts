// Generated from records.proto by "npm run protocol". Do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface SwarmRecord {
    id: Uint8Array;
    format: number;
}
export declare namespace SwarmRecord {
    const codec: () => Codec<SwarmRecord>;
    function encode(obj: Partial<SwarmRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SwarmRecord>): SwarmRecord;
}
export interface InodeRecord {
    parent: Uint8Array;
    tag: Uint8Array;
    folder: boolean;
    sealedName: Uint8Array;
    sealedAttributes: Uint8Array;
    version: number;
    sealedHead: Uint8Array;
    groups: number;
    revision: number;
    committedAtMs: number;
    content: number;
    restored: number;
    storedBytes: number;
    logicalBytes?: number;
    charged: Uint8Array;
    contentBytes?: number;
}
export declare namespace InodeRecord {
    const codec: () => Codec<InodeRecord>;
    function encode(obj: Partial<InodeRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<InodeRecord>): InodeRecord;
}
export interface DirentRecord {
    child: Uint8Array;
    revision: number;
}
export declare namespace DirentRecord {
    const codec: () => Codec<DirentRecord>;
    function encode(obj: Partial<DirentRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DirentRecord>): DirentRecord;
}
export interface SnapshotRecord {
    id: Uint8Array;
    sealedName: Uint8Array;
    revision: number;
    takenAtMs: number;
}
export declare namespace SnapshotRecord {
    const codec: () => Codec<SnapshotRecord>;
    function encode(obj: Partial<SnapshotRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SnapshotRecord>): SnapshotRecord;
}
export interface TakenRecord {
    folder: Uint8Array;
    tag: Uint8Array;
}
export declare namespace TakenRecord {
    const codec: () => Codec<TakenRecord>;
    function encode(obj: Partial<TakenRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TakenRecord>): TakenRecord;
}
export interface SiftRecord {
    last: string;
}
export declare namespace SiftRecord {
    const codec: () => Codec<SiftRecord>;
    function encode(obj: Partial<SiftRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SiftRecord>): SiftRecord;
}
export interface GroupRecord {
    sealed: Uint8Array;
    pieces: GroupPiece[];
}
export declare namespace GroupRecord {
    const codec: () => Codec<GroupRecord>;
    function encode(obj: Partial<GroupRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GroupRecord>): GroupRecord;
}
export interface GroupPiece {
    cid: Uint8Array;
    sizeBytes: number;
}
export declare namespace GroupPiece {
    const codec: () => Codec<GroupPiece>;
    function encode(obj: Partial<GroupPiece>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GroupPiece>): GroupPiece;
}
export interface PieceRecord {
    sizeBytes: number;
    refs: number;
    copies: number;
    holders: Uint8Array[];
    condemned: boolean;
    short: number;
    over: boolean;
    shape: number;
    dataShards: number;
    parityShards: number;
    shards: Uint8Array[];
    nextDataShards: number;
    nextParityShards: number;
    shardOf: Uint8Array;
}
export declare namespace PieceRecord {
    const codec: () => Codec<PieceRecord>;
    function encode(obj: Partial<PieceRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PieceRecord>): PieceRecord;
}
export interface WorkerRecord {
    store: Uint8Array;
    name: string;
    zone: string;
    addresses: string[];
    capacityBytes: number;
}
export declare namespace WorkerRecord {
    const codec: () => Codec<WorkerRecord>;
    function encode(obj: Partial<WorkerRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<WorkerRecord>): WorkerRecord;
}
export interface StoreRecord {
    peer: string;
    lost: boolean;
    away: boolean;
    draining: boolean;
}
export declare namespace StoreRecord {
    const codec: () => Codec<StoreRecord>;
    function encode(obj: Partial<StoreRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StoreRecord>): StoreRecord;
}
export interface IntentRecord {
    state: number;
    upload: Uint8Array;
    parent: Uint8Array;
    tag: Uint8Array;
    file: Uint8Array;
    sealedName: Uint8Array;
    replace: boolean;
    copies: number;
    copiesMin: number;
    groupsSealed: number;
    stores: Uint8Array[];
    copiesReached: number;
    revision: number;
    endedAtMs: number;
    client: string;
    replaces: boolean;
    pieceBytes: number;
    dataShards: number;
    parityShards: number;
    sharded: boolean;
    pack: boolean;
    published: Uint8Array[];
    fence?: FenceRecord;
    edit?: EditState;
}
export declare namespace IntentRecord {
    const codec: () => Codec<IntentRecord>;
    function encode(obj: Partial<IntentRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IntentRecord>): IntentRecord;
}
export interface EditState {
    base: number;
    copied: boolean;
    group: string;
    piece: number;
    published: number;
    next: number;
}
export declare namespace EditState {
    const codec: () => Codec<EditState>;
    function encode(obj: Partial<EditState>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EditState>): EditState;
}
export interface RefRecord {
    groups: number;
}
export declare namespace RefRecord {
    const codec: () => Codec<RefRecord>;
    function encode(obj: Partial<RefRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RefRecord>): RefRecord;
}
export interface ListedRecord {
    more: Uint8Array[];
    fewer: Uint8Array[];
    notBeforeMs: number;
}
export declare namespace ListedRecord {
    const codec: () => Codec<ListedRecord>;
    function encode(obj: Partial<ListedRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListedRecord>): ListedRecord;
}
export interface LooseRecord {
    notBeforeMs: number;
    last: string;
}
export declare namespace LooseRecord {
    const codec: () => Codec<LooseRecord>;
    function encode(obj: Partial<LooseRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LooseRecord>): LooseRecord;
}
export interface SealedRecord {
    copies: number;
    stores: Uint8Array[];
    pieceBytes: number;
}
export declare namespace SealedRecord {
    const codec: () => Codec<SealedRecord>;
    function encode(obj: Partial<SealedRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SealedRecord>): SealedRecord;
}
export interface UploadRecord {
    version: number;
}
export declare namespace UploadRecord {
    const codec: () => Codec<UploadRecord>;
    function encode(obj: Partial<UploadRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<UploadRecord>): UploadRecord;
}
export interface TrashRecord {
    inode?: InodeRecord;
    replaced: boolean;
    atMs: number;
    untilMs: number;
    revision: number;
}
export declare namespace TrashRecord {
    const codec: () => Codec<TrashRecord>;
    function encode(obj: Partial<TrashRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TrashRecord>): TrashRecord;
}
export interface RestoreRecord {
    newest: number;
}
export declare namespace RestoreRecord {
    const codec: () => Codec<RestoreRecord>;
    function encode(obj: Partial<RestoreRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RestoreRecord>): RestoreRecord;
}
export interface GarbageRecord {
    notBeforeMs: number;
}
export declare namespace GarbageRecord {
    const codec: () => Codec<GarbageRecord>;
    function encode(obj: Partial<GarbageRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GarbageRecord>): GarbageRecord;
}
export interface RemovalRecord {
    revision: number;
}
export declare namespace RemovalRecord {
    const codec: () => Codec<RemovalRecord>;
    function encode(obj: Partial<RemovalRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RemovalRecord>): RemovalRecord;
}
export interface ShortRecord {
    missingBytes: number;
}
export declare namespace ShortRecord {
    const codec: () => Codec<ShortRecord>;
    function encode(obj: Partial<ShortRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ShortRecord>): ShortRecord;
}
export interface RelistRecord {
    last: string;
}
export declare namespace RelistRecord {
    const codec: () => Codec<RelistRecord>;
    function encode(obj: Partial<RelistRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RelistRecord>): RelistRecord;
}
export interface PolicyRecord {
    copies: number;
    dataShards: number;
    parityShards: number;
}
export declare namespace PolicyRecord {
    const codec: () => Codec<PolicyRecord>;
    function encode(obj: Partial<PolicyRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PolicyRecord>): PolicyRecord;
}
export interface ReshapeRecord {
    last: string;
}
export declare namespace ReshapeRecord {
    const codec: () => Codec<ReshapeRecord>;
    function encode(obj: Partial<ReshapeRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReshapeRecord>): ReshapeRecord;
}
export interface QuotaRecord {
    bytesMax: number;
    filesMax: number;
    removed: boolean;
}
export declare namespace QuotaRecord {
    const codec: () => Codec<QuotaRecord>;
    function encode(obj: Partial<QuotaRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<QuotaRecord>): QuotaRecord;
}
export interface UsedRecord {
    bytes: number;
    files: number;
}
export declare namespace UsedRecord {
    const codec: () => Codec<UsedRecord>;
    function encode(obj: Partial<UsedRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<UsedRecord>): UsedRecord;
}
export interface RecountRecord {
    last: string;
}
export declare namespace RecountRecord {
    const codec: () => Codec<RecountRecord>;
    function encode(obj: Partial<RecountRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RecountRecord>): RecountRecord;
}
export interface LogRecord {
    change: string;
    id: Uint8Array;
    parent: Uint8Array;
    version: number;
    atMs: number;
    sealedName: Uint8Array;
    fromParent: Uint8Array;
    fromSealedName: Uint8Array;
    folder: boolean;
    fresh: boolean;
}
export declare namespace LogRecord {
    const codec: () => Codec<LogRecord>;
    function encode(obj: Partial<LogRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogRecord>): LogRecord;
}
export interface LogStartRecord {
    revision: number;
}
export declare namespace LogStartRecord {
    const codec: () => Codec<LogStartRecord>;
    function encode(obj: Partial<LogStartRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogStartRecord>): LogStartRecord;
}
export interface SessionRecord {
    client: string;
    revision: number;
}
export declare namespace SessionRecord {
    const codec: () => Codec<SessionRecord>;
    function encode(obj: Partial<SessionRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SessionRecord>): SessionRecord;
}
export interface LockRecord {
    held: HeldLock[];
}
export declare namespace LockRecord {
    const codec: () => Codec<LockRecord>;
    function encode(obj: Partial<LockRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LockRecord>): LockRecord;
}
export interface HeldLock {
    session: Uint8Array;
    owner: Uint8Array;
    kind: number;
    exclusive: boolean;
    start: number;
    end: number;
    fence: number;
}
export declare namespace HeldLock {
    const codec: () => Codec<HeldLock>;
    function encode(obj: Partial<HeldLock>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeldLock>): HeldLock;
}
export interface FenceRecord {
    session: Uint8Array;
    file: Uint8Array;
    number: number;
}
export declare namespace FenceRecord {
    const codec: () => Codec<FenceRecord>;
    function encode(obj: Partial<FenceRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FenceRecord>): FenceRecord;
}
