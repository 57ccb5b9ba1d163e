// Generated from membership.proto by "npm run protocol". Do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface MembershipRequest {
    id: number;
    join?: JoinRequest;
    heartbeat?: HeartbeatRequest;
    receipts?: ReceiptsRequest;
    removals?: RemovalsRequest;
    leave?: LeaveRequest;
    tasks?: TasksRequest;
    badCopies?: BadCopiesRequest;
    inventory?: InventoryRequest;
}
export declare namespace MembershipRequest {
    const codec: () => Codec<MembershipRequest>;
    function encode(obj: Partial<MembershipRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MembershipRequest>): MembershipRequest;
}
export interface MembershipResponse {
    id: number;
    failure?: MembershipFailure;
    join?: JoinResponse;
    heartbeat?: HeartbeatResponse;
    receipts?: ReceiptsResponse;
    removals?: RemovalsResponse;
    leave?: LeaveResponse;
    tasks?: TasksResponse;
    badCopies?: BadCopiesResponse;
    inventory?: InventoryResponse;
}
export declare namespace MembershipResponse {
    const codec: () => Codec<MembershipResponse>;
    function encode(obj: Partial<MembershipResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MembershipResponse>): MembershipResponse;
}
export interface MembershipFailure {
    code: string;
    message: string;
}
export declare namespace MembershipFailure {
    const codec: () => Codec<MembershipFailure>;
    function encode(obj: Partial<MembershipFailure>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MembershipFailure>): MembershipFailure;
}
export interface Space {
    usedBytes: number;
    freeBytes: number;
    pieces: number;
}
export declare namespace Space {
    const codec: () => Codec<Space>;
    function encode(obj: Partial<Space>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Space>): Space;
}
export interface JoinRequest {
    secret: Uint8Array;
    store: Uint8Array;
    capacityBytes: number;
    zone: string;
    name: string;
    addresses: string[];
    space?: Space;
}
export declare namespace JoinRequest {
    const codec: () => Codec<JoinRequest>;
    function encode(obj: Partial<JoinRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<JoinRequest>): JoinRequest;
}
export interface JoinResponse {
    pass: Uint8Array;
    swarm: Uint8Array;
    epoch: number;
    heartbeatMs: number;
    leaseMs: number;
    nowMs: number;
    epochId: Uint8Array;
    voucherKey: Uint8Array;
}
export declare namespace JoinResponse {
    const codec: () => Codec<JoinResponse>;
    function encode(obj: Partial<JoinResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<JoinResponse>): JoinResponse;
}
export interface HeartbeatRequest {
    space?: Space;
}
export declare namespace HeartbeatRequest {
    const codec: () => Codec<HeartbeatRequest>;
    function encode(obj: Partial<HeartbeatRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeartbeatRequest>): HeartbeatRequest;
}
export interface HeartbeatResponse {
    nowMs: number;
    pass: Uint8Array;
}
export declare namespace HeartbeatResponse {
    const codec: () => Codec<HeartbeatResponse>;
    function encode(obj: Partial<HeartbeatResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeartbeatResponse>): HeartbeatResponse;
}
export interface ReceiptEntry {
    cid: Uint8Array;
    sizeBytes: number;
    revision: number;
}
export declare namespace ReceiptEntry {
    const codec: () => Codec<ReceiptEntry>;
    function encode(obj: Partial<ReceiptEntry>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReceiptEntry>): ReceiptEntry;
}
export interface ReceiptsRequest {
    receipts: ReceiptEntry[];
}
export declare namespace ReceiptsRequest {
    const codec: () => Codec<ReceiptsRequest>;
    function encode(obj: Partial<ReceiptsRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReceiptsRequest>): ReceiptsRequest;
}
export interface ReceiptsResponse {
}
export declare namespace ReceiptsResponse {
    const codec: () => Codec<ReceiptsResponse>;
    function encode(obj: Partial<ReceiptsResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReceiptsResponse>): ReceiptsResponse;
}
export interface Removal {
    cid: Uint8Array;
    revision: number;
}
export declare namespace Removal {
    const codec: () => Codec<Removal>;
    function encode(obj: Partial<Removal>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Removal>): Removal;
}
export interface RemovalOutcome {
    cid: Uint8Array;
    revision: number;
    kept: boolean;
}
export declare namespace RemovalOutcome {
    const codec: () => Codec<RemovalOutcome>;
    function encode(obj: Partial<RemovalOutcome>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RemovalOutcome>): RemovalOutcome;
}
export interface RemovalsRequest {
    outcomes: RemovalOutcome[];
    waitMs: number;
}
export declare namespace RemovalsRequest {
    const codec: () => Codec<RemovalsRequest>;
    function encode(obj: Partial<RemovalsRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RemovalsRequest>): RemovalsRequest;
}
export interface RemovalsResponse {
    removals: Removal[];
}
export declare namespace RemovalsResponse {
    const codec: () => Codec<RemovalsResponse>;
    function encode(obj: Partial<RemovalsResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RemovalsResponse>): RemovalsResponse;
}
export interface Task {
    cid: Uint8Array;
    sizeBytes: number;
    targets: TaskTarget[];
    grant: Uint8Array;
    shards?: ShardsTask;
}
export declare namespace Task {
    const codec: () => Codec<Task>;
    function encode(obj: Partial<Task>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Task>): Task;
}
export interface TaskTarget {
    peer: string;
    addresses: string[];
}
export declare namespace TaskTarget {
    const codec: () => Codec<TaskTarget>;
    function encode(obj: Partial<TaskTarget>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TaskTarget>): TaskTarget;
}
export interface TaskOutcome {
    cid: Uint8Array;
    code: string;
    peer: string;
    shards: Uint8Array[];
}
export declare namespace TaskOutcome {
    const codec: () => Codec<TaskOutcome>;
    function encode(obj: Partial<TaskOutcome>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TaskOutcome>): TaskOutcome;
}
export interface ShardsTask {
    work: number;
    dataShards: number;
    parityShards: number;
    revision: number;
    sources: ShardSource[];
    outputs: ShardOutput[];
}
export declare namespace ShardsTask {
    const codec: () => Codec<ShardsTask>;
    function encode(obj: Partial<ShardsTask>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ShardsTask>): ShardsTask;
}
export interface ShardSource {
    shard: number;
    cid: Uint8Array;
    workers: TaskTarget[];
}
export declare namespace ShardSource {
    const codec: () => Codec<ShardSource>;
    function encode(obj: Partial<ShardSource>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ShardSource>): ShardSource;
}
export interface ShardOutput {
    shard: number;
    cid: Uint8Array;
    target?: TaskTarget;
}
export declare namespace ShardOutput {
    const codec: () => Codec<ShardOutput>;
    function encode(obj: Partial<ShardOutput>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ShardOutput>): ShardOutput;
}
export interface TasksRequest {
    outcomes: TaskOutcome[];
    waitMs: number;
}
export declare namespace TasksRequest {
    const codec: () => Codec<TasksRequest>;
    function encode(obj: Partial<TasksRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TasksRequest>): TasksRequest;
}
export interface TasksResponse {
    tasks: Task[];
    checks: Uint8Array[];
}
export declare namespace TasksResponse {
    const codec: () => Codec<TasksResponse>;
    function encode(obj: Partial<TasksResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TasksResponse>): TasksResponse;
}
export interface BadCopiesRequest {
    cids: Uint8Array[];
}
export declare namespace BadCopiesRequest {
    const codec: () => Codec<BadCopiesRequest>;
    function encode(obj: Partial<BadCopiesRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BadCopiesRequest>): BadCopiesRequest;
}
export interface BadCopiesResponse {
    released: Uint8Array[];
}
export declare namespace BadCopiesResponse {
    const codec: () => Codec<BadCopiesResponse>;
    function encode(obj: Partial<BadCopiesResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BadCopiesResponse>): BadCopiesResponse;
}
export interface InventoryRange {
    after: string;
    last: string;
    pieces: number;
    digest: Uint8Array;
}
export declare namespace InventoryRange {
    const codec: () => Codec<InventoryRange>;
    function encode(obj: Partial<InventoryRange>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<InventoryRange>): InventoryRange;
}
export interface InventoryListing {
    after: string;
    last: string;
    cids: Uint8Array[];
}
export declare namespace InventoryListing {
    const codec: () => Codec<InventoryListing>;
    function encode(obj: Partial<InventoryListing>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<InventoryListing>): InventoryListing;
}
export interface InventoryRequest {
    ranges: InventoryRange[];
    listing?: InventoryListing;
    absent: Uint8Array[];
}
export declare namespace InventoryRequest {
    const codec: () => Codec<InventoryRequest>;
    function encode(obj: Partial<InventoryRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<InventoryRequest>): InventoryRequest;
}
export interface InventoryResponse {
    differing: number[];
    unknown: Uint8Array[];
    missing: Uint8Array[];
}
export declare namespace InventoryResponse {
    const codec: () => Codec<InventoryResponse>;
    function encode(obj: Partial<InventoryResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<InventoryResponse>): InventoryResponse;
}
export interface LeaveRequest {
}
export declare namespace LeaveRequest {
    const codec: () => Codec<LeaveRequest>;
    function encode(obj: Partial<LeaveRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LeaveRequest>): LeaveRequest;
}
export interface LeaveResponse {
}
export declare namespace LeaveResponse {
    const codec: () => Codec<LeaveResponse>;
    function encode(obj: Partial<LeaveResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LeaveResponse>): LeaveResponse;
}
