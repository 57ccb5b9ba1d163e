// Generated from control.proto by "npm run protocol". Do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface ControlRequest {
    id: number;
    hello?: HelloRequest;
    lookup?: LookupRequest;
    list?: ListRequest;
    makeFolder?: MakeFolderRequest;
    remove?: RemoveRequest;
    move?: MoveRequest;
    openIntent?: OpenIntentRequest;
    place?: PlaceRequest;
    renew?: RenewRequest;
    sealGroup?: SealGroupRequest;
    commit?: CommitRequest;
    abortIntent?: AbortIntentRequest;
    readMap?: ReadMapRequest;
    status?: StatusRequest;
    reportBad?: ReportBadRequest;
    drain?: DrainRequest;
    rebalance?: RebalanceRequest;
    listTrash?: ListTrashRequest;
    openRestore?: OpenRestoreRequest;
    restore?: RestoreRequest;
    emptyTrash?: EmptyTrashRequest;
    setPolicy?: SetPolicyRequest;
    readPolicy?: ReadPolicyRequest;
    openPack?: OpenPackRequest;
    publishPacked?: PublishPackedRequest;
    readMaps?: ReadMapsRequest;
    setAttributes?: SetAttributesRequest;
    makeFile?: MakeFileRequest;
    openEdit?: OpenEditRequest;
    amend?: AmendRequest;
    readEntry?: ReadEntryRequest;
    openSession?: OpenSessionRequest;
    renewSession?: RenewSessionRequest;
    closeSession?: CloseSessionRequest;
    lock?: LockRequest;
    unlock?: UnlockRequest;
    testLock?: TestLockRequest;
    cancelLock?: CancelLockRequest;
    setQuota?: SetQuotaRequest;
    readQuota?: ReadQuotaRequest;
    listQuotas?: ListQuotasRequest;
    changes?: ChangesRequest;
    takeSnapshot?: TakeSnapshotRequest;
    listSnapshots?: ListSnapshotsRequest;
    dropSnapshot?: DropSnapshotRequest;
    listVersions?: ListVersionsRequest;
}
export declare namespace ControlRequest {
    const codec: () => Codec<ControlRequest>;
    function encode(obj: Partial<ControlRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ControlRequest>): ControlRequest;
}
export interface ControlResponse {
    id: number;
    failure?: Failure;
    hello?: HelloResponse;
    lookup?: LookupResponse;
    list?: ListResponse;
    makeFolder?: MakeFolderResponse;
    remove?: RemoveResponse;
    move?: MoveResponse;
    openIntent?: OpenIntentResponse;
    place?: PlaceResponse;
    renew?: RenewResponse;
    sealGroup?: SealGroupResponse;
    commit?: CommitResponse;
    abortIntent?: AbortIntentResponse;
    readMap?: ReadMapResponse;
    status?: StatusResponse;
    reportBad?: ReportBadResponse;
    drain?: DrainResponse;
    rebalance?: RebalanceResponse;
    listTrash?: ListTrashResponse;
    openRestore?: OpenRestoreResponse;
    restore?: RestoreResponse;
    emptyTrash?: EmptyTrashResponse;
    setPolicy?: SetPolicyResponse;
    readPolicy?: ReadPolicyResponse;
    openPack?: OpenIntentResponse;
    publishPacked?: PublishPackedResponse;
    readMaps?: ReadMapsResponse;
    setAttributes?: SetAttributesResponse;
    makeFile?: MakeFileResponse;
    openEdit?: OpenIntentResponse;
    amend?: AmendResponse;
    readEntry?: ReadEntryResponse;
    openSession?: OpenSessionResponse;
    renewSession?: RenewSessionResponse;
    closeSession?: CloseSessionResponse;
    lock?: LockResponse;
    unlock?: UnlockResponse;
    testLock?: TestLockResponse;
    cancelLock?: CancelLockResponse;
    setQuota?: SetQuotaResponse;
    readQuota?: ReadQuotaResponse;
    listQuotas?: ListQuotasResponse;
    changes?: ChangesResponse;
    takeSnapshot?: TakeSnapshotResponse;
    listSnapshots?: ListSnapshotsResponse;
    dropSnapshot?: DropSnapshotResponse;
    listVersions?: ListVersionsResponse;
}
export declare namespace ControlResponse {
    const codec: () => Codec<ControlResponse>;
    function encode(obj: Partial<ControlResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ControlResponse>): ControlResponse;
}
export interface Failure {
    code: string;
    message: string;
}
export declare namespace Failure {
    const codec: () => Codec<Failure>;
    function encode(obj: Partial<Failure>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Failure>): Failure;
}
export interface HelloRequest {
    secret: Uint8Array;
    pass: Uint8Array;
    backup?: BackupKeyOffer;
}
export declare namespace HelloRequest {
    const codec: () => Codec<HelloRequest>;
    function encode(obj: Partial<HelloRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HelloRequest>): HelloRequest;
}
export interface BackupKeyOffer {
    recipient: Uint8Array;
    reader: string;
    proof: Uint8Array;
}
export declare namespace BackupKeyOffer {
    const codec: () => Codec<BackupKeyOffer>;
    function encode(obj: Partial<BackupKeyOffer>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BackupKeyOffer>): BackupKeyOffer;
}
export interface HelloResponse {
    pass: Uint8Array;
    swarm: Uint8Array;
    epoch: number;
    copies: number;
    copiesMin: number;
    epochProof: Uint8Array;
}
export declare namespace HelloResponse {
    const codec: () => Codec<HelloResponse>;
    function encode(obj: Partial<HelloResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HelloResponse>): HelloResponse;
}
export interface Entry {
    id: Uint8Array;
    tag: Uint8Array;
    folder: boolean;
    sealedName: Uint8Array;
    sealedAttributes: Uint8Array;
    version: number;
    sealedHead: Uint8Array;
    revision: number;
    committedAtMs: number;
    contentBytes?: number;
}
export declare namespace Entry {
    const codec: () => Codec<Entry>;
    function encode(obj: Partial<Entry>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Entry>): Entry;
}
export interface LookupRequest {
    parent: Uint8Array;
    tag: Uint8Array;
    at?: number;
}
export declare namespace LookupRequest {
    const codec: () => Codec<LookupRequest>;
    function encode(obj: Partial<LookupRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LookupRequest>): LookupRequest;
}
export interface LookupResponse {
    entry?: Entry;
}
export declare namespace LookupResponse {
    const codec: () => Codec<LookupResponse>;
    function encode(obj: Partial<LookupResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LookupResponse>): LookupResponse;
}
export interface ListRequest {
    folder: Uint8Array;
    after: Uint8Array;
    limit: number;
    at?: number;
}
export declare namespace ListRequest {
    const codec: () => Codec<ListRequest>;
    function encode(obj: Partial<ListRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListRequest>): ListRequest;
}
export interface ListResponse {
    entries: Entry[];
    more: boolean;
    next?: Uint8Array;
}
export declare namespace ListResponse {
    const codec: () => Codec<ListResponse>;
    function encode(obj: Partial<ListResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListResponse>): ListResponse;
}
export interface MakeFolderRequest {
    parent: Uint8Array;
    tag: Uint8Array;
    id: Uint8Array;
    sealedName: Uint8Array;
    sealedAttributes: Uint8Array;
}
export declare namespace MakeFolderRequest {
    const codec: () => Codec<MakeFolderRequest>;
    function encode(obj: Partial<MakeFolderRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MakeFolderRequest>): MakeFolderRequest;
}
export interface MakeFolderResponse {
    entry?: Entry;
}
export declare namespace MakeFolderResponse {
    const codec: () => Codec<MakeFolderResponse>;
    function encode(obj: Partial<MakeFolderResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MakeFolderResponse>): MakeFolderResponse;
}
export interface RemoveRequest {
    parent: Uint8Array;
    tag: Uint8Array;
    id: Uint8Array;
    recursive: boolean;
    now: boolean;
    seen: number;
}
export declare namespace RemoveRequest {
    const codec: () => Codec<RemoveRequest>;
    function encode(obj: Partial<RemoveRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RemoveRequest>): RemoveRequest;
}
export interface RemoveResponse {
    revision: number;
}
export declare namespace RemoveResponse {
    const codec: () => Codec<RemoveResponse>;
    function encode(obj: Partial<RemoveResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RemoveResponse>): RemoveResponse;
}
export interface MoveRequest {
    parent: Uint8Array;
    tag: Uint8Array;
    id: Uint8Array;
    newParent: Uint8Array;
    newTag: Uint8Array;
    sealedName: Uint8Array;
    seen: number;
    replace: boolean;
}
export declare namespace MoveRequest {
    const codec: () => Codec<MoveRequest>;
    function encode(obj: Partial<MoveRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MoveRequest>): MoveRequest;
}
export interface MoveResponse {
    revision: number;
}
export declare namespace MoveResponse {
    const codec: () => Codec<MoveResponse>;
    function encode(obj: Partial<MoveResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MoveResponse>): MoveResponse;
}
export interface MakeFileRequest {
    parent: Uint8Array;
    tag: Uint8Array;
    id: Uint8Array;
    sealedName: Uint8Array;
    sealedAttributes: Uint8Array;
}
export declare namespace MakeFileRequest {
    const codec: () => Codec<MakeFileRequest>;
    function encode(obj: Partial<MakeFileRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MakeFileRequest>): MakeFileRequest;
}
export interface MakeFileResponse {
    entry?: Entry;
}
export declare namespace MakeFileResponse {
    const codec: () => Codec<MakeFileResponse>;
    function encode(obj: Partial<MakeFileResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MakeFileResponse>): MakeFileResponse;
}
export interface SetAttributesRequest {
    parent: Uint8Array;
    tag: Uint8Array;
    id: Uint8Array;
    sealedAttributes: Uint8Array;
    seen: number;
}
export declare namespace SetAttributesRequest {
    const codec: () => Codec<SetAttributesRequest>;
    function encode(obj: Partial<SetAttributesRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SetAttributesRequest>): SetAttributesRequest;
}
export interface SetAttributesResponse {
    revision: number;
    committedAtMs: number;
}
export declare namespace SetAttributesResponse {
    const codec: () => Codec<SetAttributesResponse>;
    function encode(obj: Partial<SetAttributesResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SetAttributesResponse>): SetAttributesResponse;
}
export interface WorkerInfo {
    peer: string;
    addresses: string[];
    name: string;
    zone: string;
    alive: boolean;
}
export declare namespace WorkerInfo {
    const codec: () => Codec<WorkerInfo>;
    function encode(obj: Partial<WorkerInfo>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<WorkerInfo>): WorkerInfo;
}
export interface Placement {
    workers: number[];
}
export declare namespace Placement {
    const codec: () => Codec<Placement>;
    function encode(obj: Partial<Placement>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Placement>): Placement;
}
export interface Places {
    workers: WorkerInfo[];
    placements: Placement[];
    grant: Uint8Array;
}
export declare namespace Places {
    const codec: () => Codec<Places>;
    function encode(obj: Partial<Places>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Places>): Places;
}
export interface OpenIntentRequest {
    upload: Uint8Array;
    parent: Uint8Array;
    tag: Uint8Array;
    file: Uint8Array;
    sealedName: Uint8Array;
    replace: boolean;
    copies: number;
    copiesMin: number;
    chunks: number;
    pieceBytesMax: number;
    sizeHintBytes: number;
    replaces: boolean;
    fence?: Fence;
}
export declare namespace OpenIntentRequest {
    const codec: () => Codec<OpenIntentRequest>;
    function encode(obj: Partial<OpenIntentRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpenIntentRequest>): OpenIntentRequest;
}
export interface OpenIntentResponse {
    version: number;
    copies: number;
    copiesMin: number;
    leaseMs: number;
    places?: Places;
    committed?: CommitResult;
    dataShards: number;
    parityShards: number;
}
export declare namespace OpenIntentResponse {
    const codec: () => Codec<OpenIntentResponse>;
    function encode(obj: Partial<OpenIntentResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpenIntentResponse>): OpenIntentResponse;
}
export interface PlaceRequest {
    version: number;
    chunks: number;
    pieceBytesMax: number;
    avoid: string[];
    copies: number;
}
export declare namespace PlaceRequest {
    const codec: () => Codec<PlaceRequest>;
    function encode(obj: Partial<PlaceRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PlaceRequest>): PlaceRequest;
}
export interface PlaceResponse {
    places?: Places;
}
export declare namespace PlaceResponse {
    const codec: () => Codec<PlaceResponse>;
    function encode(obj: Partial<PlaceResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PlaceResponse>): PlaceResponse;
}
export interface RenewRequest {
    version: number;
}
export declare namespace RenewRequest {
    const codec: () => Codec<RenewRequest>;
    function encode(obj: Partial<RenewRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RenewRequest>): RenewRequest;
}
export interface RenewResponse {
}
export declare namespace RenewResponse {
    const codec: () => Codec<RenewResponse>;
    function encode(obj: Partial<RenewResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RenewResponse>): RenewResponse;
}
export interface PieceRef {
    cid: Uint8Array;
    sizeBytes: number;
    shards: Uint8Array[];
}
export declare namespace PieceRef {
    const codec: () => Codec<PieceRef>;
    function encode(obj: Partial<PieceRef>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PieceRef>): PieceRef;
}
export interface SealGroupRequest {
    version: number;
    group: number;
    sealed: Uint8Array;
    pieces: PieceRef[];
    degraded: boolean;
}
export declare namespace SealGroupRequest {
    const codec: () => Codec<SealGroupRequest>;
    function encode(obj: Partial<SealGroupRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SealGroupRequest>): SealGroupRequest;
}
export interface Shortage {
    index: number;
    holders: string[];
    shards: ShardState[];
}
export declare namespace Shortage {
    const codec: () => Codec<Shortage>;
    function encode(obj: Partial<Shortage>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Shortage>): Shortage;
}
export interface ShardState {
    cid: Uint8Array;
    holders: string[];
}
export declare namespace ShardState {
    const codec: () => Codec<ShardState>;
    function encode(obj: Partial<ShardState>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ShardState>): ShardState;
}
export interface SealGroupResponse {
    short: Shortage[];
    copies: number;
}
export declare namespace SealGroupResponse {
    const codec: () => Codec<SealGroupResponse>;
    function encode(obj: Partial<SealGroupResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SealGroupResponse>): SealGroupResponse;
}
export interface CommitRequest {
    version: number;
    groups: number;
    sealedHead: Uint8Array;
    sealedAttributes: Uint8Array;
    lastGroup?: SealGroupRequest;
    logicalBytes?: number;
    fence?: Fence;
}
export declare namespace CommitRequest {
    const codec: () => Codec<CommitRequest>;
    function encode(obj: Partial<CommitRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CommitRequest>): CommitRequest;
}
export interface CommitResult {
    version: number;
    revision: number;
    copies: number;
}
export declare namespace CommitResult {
    const codec: () => Codec<CommitResult>;
    function encode(obj: Partial<CommitResult>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CommitResult>): CommitResult;
}
export interface CommitResponse {
    result?: CommitResult;
    short: Shortage[];
    reopened: number[];
}
export declare namespace CommitResponse {
    const codec: () => Codec<CommitResponse>;
    function encode(obj: Partial<CommitResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CommitResponse>): CommitResponse;
}
export interface OpenPackRequest {
    upload: Uint8Array;
    pack: Uint8Array;
    folder: Uint8Array;
    copiesMin: number;
    pieceBytes: number;
}
export declare namespace OpenPackRequest {
    const codec: () => Codec<OpenPackRequest>;
    function encode(obj: Partial<OpenPackRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpenPackRequest>): OpenPackRequest;
}
export interface PackedFile {
    parent: Uint8Array;
    tag: Uint8Array;
    file: Uint8Array;
    sealedName: Uint8Array;
    sealedAttributes: Uint8Array;
    sealedHead: Uint8Array;
    sealedGroup: Uint8Array;
    sizeBytes: number;
}
export declare namespace PackedFile {
    const codec: () => Codec<PackedFile>;
    function encode(obj: Partial<PackedFile>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PackedFile>): PackedFile;
}
export interface PublishPackedRequest {
    version: number;
    piece?: PieceRef;
    degraded: boolean;
    files: PackedFile[];
}
export declare namespace PublishPackedRequest {
    const codec: () => Codec<PublishPackedRequest>;
    function encode(obj: Partial<PublishPackedRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PublishPackedRequest>): PublishPackedRequest;
}
export interface PackedResult {
    code: string;
    message: string;
}
export declare namespace PackedResult {
    const codec: () => Codec<PackedResult>;
    function encode(obj: Partial<PackedResult>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PackedResult>): PackedResult;
}
export interface PublishPackedResponse {
    short: Shortage[];
    copies: number;
    revision: number;
    results: PackedResult[];
}
export declare namespace PublishPackedResponse {
    const codec: () => Codec<PublishPackedResponse>;
    function encode(obj: Partial<PublishPackedResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PublishPackedResponse>): PublishPackedResponse;
}
export interface AbortIntentRequest {
    version: number;
}
export declare namespace AbortIntentRequest {
    const codec: () => Codec<AbortIntentRequest>;
    function encode(obj: Partial<AbortIntentRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AbortIntentRequest>): AbortIntentRequest;
}
export interface AbortIntentResponse {
    committed?: CommitResult;
}
export declare namespace AbortIntentResponse {
    const codec: () => Codec<AbortIntentResponse>;
    function encode(obj: Partial<AbortIntentResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AbortIntentResponse>): AbortIntentResponse;
}
export interface OpenEditRequest {
    upload: Uint8Array;
    file: Uint8Array;
    base: number;
    chunks: number;
    pieceBytesMax: number;
    logicalBytes?: number;
}
export declare namespace OpenEditRequest {
    const codec: () => Codec<OpenEditRequest>;
    function encode(obj: Partial<OpenEditRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpenEditRequest>): OpenEditRequest;
}
export interface AmendRequest {
    edit: number;
    version: number;
    added: PieceRef[];
    degraded: boolean;
    groups: AmendedGroup[];
    dropped: number[];
    sealedHead: Uint8Array;
    sealedAttributes: Uint8Array;
    last: boolean;
    loose: boolean;
    sameContent: boolean;
    logicalBytes?: number;
    vouchers: PieceVoucher[];
    fence?: Fence;
}
export declare namespace AmendRequest {
    const codec: () => Codec<AmendRequest>;
    function encode(obj: Partial<AmendRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AmendRequest>): AmendRequest;
}
export interface PieceVoucher {
    index: number;
    peer: string;
    atMs: number;
    mac: Uint8Array;
}
export declare namespace PieceVoucher {
    const codec: () => Codec<PieceVoucher>;
    function encode(obj: Partial<PieceVoucher>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PieceVoucher>): PieceVoucher;
}
export interface AmendedGroup {
    group: number;
    sealed: Uint8Array;
    pieces: Uint8Array[];
}
export declare namespace AmendedGroup {
    const codec: () => Codec<AmendedGroup>;
    function encode(obj: Partial<AmendedGroup>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AmendedGroup>): AmendedGroup;
}
export interface AmendResponse {
    short: Shortage[];
    next: number;
    revision: number;
    copies: number;
    contentBytes?: number;
    committedAtMs?: number;
}
export declare namespace AmendResponse {
    const codec: () => Codec<AmendResponse>;
    function encode(obj: Partial<AmendResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AmendResponse>): AmendResponse;
}
export interface ReadEntryRequest {
    id: Uint8Array;
    at?: number;
}
export declare namespace ReadEntryRequest {
    const codec: () => Codec<ReadEntryRequest>;
    function encode(obj: Partial<ReadEntryRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadEntryRequest>): ReadEntryRequest;
}
export interface ReadEntryResponse {
    entry?: Entry;
    parent: Uint8Array;
}
export declare namespace ReadEntryResponse {
    const codec: () => Codec<ReadEntryResponse>;
    function encode(obj: Partial<ReadEntryResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadEntryResponse>): ReadEntryResponse;
}
export interface ReadMapRequest {
    file: Uint8Array;
    version: number;
    firstGroup: number;
    groups: number;
    numbers: number[];
    removed: boolean;
    older?: boolean;
}
export declare namespace ReadMapRequest {
    const codec: () => Codec<ReadMapRequest>;
    function encode(obj: Partial<ReadMapRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadMapRequest>): ReadMapRequest;
}
export interface PieceHolders {
    cid: Uint8Array;
    sizeBytes: number;
    holders: number[];
    shards?: ShardMap;
    copies: number;
}
export declare namespace PieceHolders {
    const codec: () => Codec<PieceHolders>;
    function encode(obj: Partial<PieceHolders>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PieceHolders>): PieceHolders;
}
export interface ShardMap {
    dataShards: number;
    parityShards: number;
    shards: ShardHolders[];
}
export declare namespace ShardMap {
    const codec: () => Codec<ShardMap>;
    function encode(obj: Partial<ShardMap>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ShardMap>): ShardMap;
}
export interface ShardHolders {
    cid: Uint8Array;
    holders: number[];
}
export declare namespace ShardHolders {
    const codec: () => Codec<ShardHolders>;
    function encode(obj: Partial<ShardHolders>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ShardHolders>): ShardHolders;
}
export interface GroupMap {
    group: number;
    sealed: Uint8Array;
    pieces: PieceHolders[];
}
export declare namespace GroupMap {
    const codec: () => Codec<GroupMap>;
    function encode(obj: Partial<GroupMap>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GroupMap>): GroupMap;
}
export interface ReadMapResponse {
    groups: GroupMap[];
    workers: WorkerInfo[];
}
export declare namespace ReadMapResponse {
    const codec: () => Codec<ReadMapResponse>;
    function encode(obj: Partial<ReadMapResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadMapResponse>): ReadMapResponse;
}
export interface WantedMap {
    file: Uint8Array;
    version: number;
}
export declare namespace WantedMap {
    const codec: () => Codec<WantedMap>;
    function encode(obj: Partial<WantedMap>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<WantedMap>): WantedMap;
}
export interface ReadMapsRequest {
    files: WantedMap[];
    older?: boolean;
}
export declare namespace ReadMapsRequest {
    const codec: () => Codec<ReadMapsRequest>;
    function encode(obj: Partial<ReadMapsRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadMapsRequest>): ReadMapsRequest;
}
export interface SmallFileMap {
    code: string;
    sealed: Uint8Array;
    piece: number;
}
export declare namespace SmallFileMap {
    const codec: () => Codec<SmallFileMap>;
    function encode(obj: Partial<SmallFileMap>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SmallFileMap>): SmallFileMap;
}
export interface ReadMapsResponse {
    files: SmallFileMap[];
    pieces: PieceHolders[];
    workers: WorkerInfo[];
}
export declare namespace ReadMapsResponse {
    const codec: () => Codec<ReadMapsResponse>;
    function encode(obj: Partial<ReadMapsResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadMapsResponse>): ReadMapsResponse;
}
export interface StatusRequest {
}
export declare namespace StatusRequest {
    const codec: () => Codec<StatusRequest>;
    function encode(obj: Partial<StatusRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StatusRequest>): StatusRequest;
}
export interface WorkerStatus {
    worker?: WorkerInfo;
    capacityBytes: number;
    usedBytes: number;
    freeBytes: number;
    pieces: number;
    lastSeenMs: number;
    removals: number;
    draining: boolean;
    away: boolean;
}
export declare namespace WorkerStatus {
    const codec: () => Codec<WorkerStatus>;
    function encode(obj: Partial<WorkerStatus>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<WorkerStatus>): WorkerStatus;
}
export interface StatusResponse {
    swarm: Uint8Array;
    epoch: number;
    revision: number;
    workers: WorkerStatus[];
    pieces: number;
    piecesUnder: number;
    piecesLost: number;
    intents: number;
    repair?: RepairStatus;
    trash?: TrashStatus;
    backup?: BackupStatus;
    restored?: RestoreStatus;
}
export declare namespace StatusResponse {
    const codec: () => Codec<StatusResponse>;
    function encode(obj: Partial<StatusResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StatusResponse>): StatusResponse;
}
export interface RepairStatus {
    pieces: number;
    missingBytes: number;
    underWay: number;
    bytesPerSecond: number;
    over: number;
    rebalancing: boolean;
}
export declare namespace RepairStatus {
    const codec: () => Codec<RepairStatus>;
    function encode(obj: Partial<RepairStatus>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RepairStatus>): RepairStatus;
}
export interface TrashStatus {
    items: number;
    storedBytes: number;
}
export declare namespace TrashStatus {
    const codec: () => Codec<TrashStatus>;
    function encode(obj: Partial<TrashStatus>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TrashStatus>): TrashStatus;
}
export interface BackupStatus {
    condition: string;
    ageMs: number;
    recipient: Uint8Array;
}
export declare namespace BackupStatus {
    const codec: () => Codec<BackupStatus>;
    function encode(obj: Partial<BackupStatus>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BackupStatus>): BackupStatus;
}
export interface RestoreStatus {
    atMs: number;
    keptUntilMs: number;
    unknown: number;
    unknownBytes: number;
}
export declare namespace RestoreStatus {
    const codec: () => Codec<RestoreStatus>;
    function encode(obj: Partial<RestoreStatus>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RestoreStatus>): RestoreStatus;
}
export interface ReportBadRequest {
    cid: Uint8Array;
    worker: string;
    code: string;
}
export declare namespace ReportBadRequest {
    const codec: () => Codec<ReportBadRequest>;
    function encode(obj: Partial<ReportBadRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReportBadRequest>): ReportBadRequest;
}
export interface ReportBadResponse {
}
export declare namespace ReportBadResponse {
    const codec: () => Codec<ReportBadResponse>;
    function encode(obj: Partial<ReportBadResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReportBadResponse>): ReportBadResponse;
}
export interface DrainRequest {
    worker: string;
    off: boolean;
}
export declare namespace DrainRequest {
    const codec: () => Codec<DrainRequest>;
    function encode(obj: Partial<DrainRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DrainRequest>): DrainRequest;
}
export interface DrainResponse {
}
export declare namespace DrainResponse {
    const codec: () => Codec<DrainResponse>;
    function encode(obj: Partial<DrainResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DrainResponse>): DrainResponse;
}
export interface RebalanceRequest {
    off: boolean;
}
export declare namespace RebalanceRequest {
    const codec: () => Codec<RebalanceRequest>;
    function encode(obj: Partial<RebalanceRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RebalanceRequest>): RebalanceRequest;
}
export interface RebalanceResponse {
}
export declare namespace RebalanceResponse {
    const codec: () => Codec<RebalanceResponse>;
    function encode(obj: Partial<RebalanceResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RebalanceResponse>): RebalanceResponse;
}
export interface TrashItem {
    entry?: Entry;
    parent: Uint8Array;
    replaced: boolean;
    atMs: number;
    untilMs: number;
    storedBytes: number;
}
export declare namespace TrashItem {
    const codec: () => Codec<TrashItem>;
    function encode(obj: Partial<TrashItem>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TrashItem>): TrashItem;
}
export interface FolderName {
    id: Uint8Array;
    parent: Uint8Array;
    tag: Uint8Array;
    sealedName: Uint8Array;
}
export declare namespace FolderName {
    const codec: () => Codec<FolderName>;
    function encode(obj: Partial<FolderName>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FolderName>): FolderName;
}
export interface ListTrashRequest {
    after: string;
    parent: Uint8Array;
    tag: Uint8Array;
}
export declare namespace ListTrashRequest {
    const codec: () => Codec<ListTrashRequest>;
    function encode(obj: Partial<ListTrashRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListTrashRequest>): ListTrashRequest;
}
export interface ListTrashResponse {
    items: TrashItem[];
    folders: FolderName[];
    next: string;
}
export declare namespace ListTrashResponse {
    const codec: () => Codec<ListTrashResponse>;
    function encode(obj: Partial<ListTrashResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListTrashResponse>): ListTrashResponse;
}
export interface OpenRestoreRequest {
}
export declare namespace OpenRestoreRequest {
    const codec: () => Codec<OpenRestoreRequest>;
    function encode(obj: Partial<OpenRestoreRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpenRestoreRequest>): OpenRestoreRequest;
}
export interface OpenRestoreResponse {
    number: number;
}
export declare namespace OpenRestoreResponse {
    const codec: () => Codec<OpenRestoreResponse>;
    function encode(obj: Partial<OpenRestoreResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpenRestoreResponse>): OpenRestoreResponse;
}
export interface RestoreRequest {
    number: number;
    id: Uint8Array;
    version: number;
    parent: Uint8Array;
    tag: Uint8Array;
    sealedName: Uint8Array;
    sealedHead: Uint8Array;
    logicalBytes?: number;
}
export declare namespace RestoreRequest {
    const codec: () => Codec<RestoreRequest>;
    function encode(obj: Partial<RestoreRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RestoreRequest>): RestoreRequest;
}
export interface RestoreResponse {
    revision: number;
}
export declare namespace RestoreResponse {
    const codec: () => Codec<RestoreResponse>;
    function encode(obj: Partial<RestoreResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RestoreResponse>): RestoreResponse;
}
export interface TrashId {
    id: Uint8Array;
    version: number;
}
export declare namespace TrashId {
    const codec: () => Codec<TrashId>;
    function encode(obj: Partial<TrashId>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TrashId>): TrashId;
}
export interface EmptyTrashRequest {
    items: TrashId[];
}
export declare namespace EmptyTrashRequest {
    const codec: () => Codec<EmptyTrashRequest>;
    function encode(obj: Partial<EmptyTrashRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EmptyTrashRequest>): EmptyTrashRequest;
}
export interface EmptyTrashResponse {
}
export declare namespace EmptyTrashResponse {
    const codec: () => Codec<EmptyTrashResponse>;
    function encode(obj: Partial<EmptyTrashResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EmptyTrashResponse>): EmptyTrashResponse;
}
export interface Policy {
    copies: number;
    dataShards: number;
    parityShards: number;
}
export declare namespace Policy {
    const codec: () => Codec<Policy>;
    function encode(obj: Partial<Policy>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Policy>): Policy;
}
export interface SetPolicyRequest {
    folder: Uint8Array;
    policy?: Policy;
}
export declare namespace SetPolicyRequest {
    const codec: () => Codec<SetPolicyRequest>;
    function encode(obj: Partial<SetPolicyRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SetPolicyRequest>): SetPolicyRequest;
}
export interface SetPolicyResponse {
}
export declare namespace SetPolicyResponse {
    const codec: () => Codec<SetPolicyResponse>;
    function encode(obj: Partial<SetPolicyResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SetPolicyResponse>): SetPolicyResponse;
}
export interface ReadPolicyRequest {
    id: Uint8Array;
}
export declare namespace ReadPolicyRequest {
    const codec: () => Codec<ReadPolicyRequest>;
    function encode(obj: Partial<ReadPolicyRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadPolicyRequest>): ReadPolicyRequest;
}
export interface ReadPolicyResponse {
    policy?: Policy;
    own: boolean;
    above: number;
}
export declare namespace ReadPolicyResponse {
    const codec: () => Codec<ReadPolicyResponse>;
    function encode(obj: Partial<ReadPolicyResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadPolicyResponse>): ReadPolicyResponse;
}
export interface Quota {
    bytesMax: number;
    filesMax: number;
}
export declare namespace Quota {
    const codec: () => Codec<Quota>;
    function encode(obj: Partial<Quota>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Quota>): Quota;
}
export interface QuotaUse {
    folder: Uint8Array;
    quota?: Quota;
    usedBytes: number;
    usedFiles: number;
    counting: boolean;
}
export declare namespace QuotaUse {
    const codec: () => Codec<QuotaUse>;
    function encode(obj: Partial<QuotaUse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<QuotaUse>): QuotaUse;
}
export interface SetQuotaRequest {
    folder: Uint8Array;
    quota?: Quota;
}
export declare namespace SetQuotaRequest {
    const codec: () => Codec<SetQuotaRequest>;
    function encode(obj: Partial<SetQuotaRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SetQuotaRequest>): SetQuotaRequest;
}
export interface SetQuotaResponse {
}
export declare namespace SetQuotaResponse {
    const codec: () => Codec<SetQuotaResponse>;
    function encode(obj: Partial<SetQuotaResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SetQuotaResponse>): SetQuotaResponse;
}
export interface ReadQuotaRequest {
    id: Uint8Array;
}
export declare namespace ReadQuotaRequest {
    const codec: () => Codec<ReadQuotaRequest>;
    function encode(obj: Partial<ReadQuotaRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadQuotaRequest>): ReadQuotaRequest;
}
export interface ReadQuotaResponse {
    use?: QuotaUse;
    above: number;
}
export declare namespace ReadQuotaResponse {
    const codec: () => Codec<ReadQuotaResponse>;
    function encode(obj: Partial<ReadQuotaResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadQuotaResponse>): ReadQuotaResponse;
}
export interface ListQuotasRequest {
    after: string;
}
export declare namespace ListQuotasRequest {
    const codec: () => Codec<ListQuotasRequest>;
    function encode(obj: Partial<ListQuotasRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListQuotasRequest>): ListQuotasRequest;
}
export interface ListQuotasResponse {
    quotas: QuotaUse[];
    folders: FolderName[];
    next: string;
}
export declare namespace ListQuotasResponse {
    const codec: () => Codec<ListQuotasResponse>;
    function encode(obj: Partial<ListQuotasResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListQuotasResponse>): ListQuotasResponse;
}
export interface OpenSessionRequest {
    session: Uint8Array;
}
export declare namespace OpenSessionRequest {
    const codec: () => Codec<OpenSessionRequest>;
    function encode(obj: Partial<OpenSessionRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpenSessionRequest>): OpenSessionRequest;
}
export interface OpenSessionResponse {
    leaseMs: number;
}
export declare namespace OpenSessionResponse {
    const codec: () => Codec<OpenSessionResponse>;
    function encode(obj: Partial<OpenSessionResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpenSessionResponse>): OpenSessionResponse;
}
export interface RenewSessionRequest {
    session: Uint8Array;
}
export declare namespace RenewSessionRequest {
    const codec: () => Codec<RenewSessionRequest>;
    function encode(obj: Partial<RenewSessionRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RenewSessionRequest>): RenewSessionRequest;
}
export interface RenewSessionResponse {
    leaseMs: number;
}
export declare namespace RenewSessionResponse {
    const codec: () => Codec<RenewSessionResponse>;
    function encode(obj: Partial<RenewSessionResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RenewSessionResponse>): RenewSessionResponse;
}
export interface CloseSessionRequest {
    session: Uint8Array;
}
export declare namespace CloseSessionRequest {
    const codec: () => Codec<CloseSessionRequest>;
    function encode(obj: Partial<CloseSessionRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CloseSessionRequest>): CloseSessionRequest;
}
export interface CloseSessionResponse {
}
export declare namespace CloseSessionResponse {
    const codec: () => Codec<CloseSessionResponse>;
    function encode(obj: Partial<CloseSessionResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CloseSessionResponse>): CloseSessionResponse;
}
export interface Fence {
    session: Uint8Array;
    file: Uint8Array;
    number: number;
}
export declare namespace Fence {
    const codec: () => Codec<Fence>;
    function encode(obj: Partial<Fence>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Fence>): Fence;
}
export interface LockRange {
    file: Uint8Array;
    owner: Uint8Array;
    kind: number;
    start: number;
    end: number;
}
export declare namespace LockRange {
    const codec: () => Codec<LockRange>;
    function encode(obj: Partial<LockRange>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LockRange>): LockRange;
}
export interface LockRequest {
    session: Uint8Array;
    range?: LockRange;
    exclusive: boolean;
    waitMs: number;
    request: Uint8Array;
}
export declare namespace LockRequest {
    const codec: () => Codec<LockRequest>;
    function encode(obj: Partial<LockRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LockRequest>): LockRequest;
}
export interface LockResponse {
    fence: number;
}
export declare namespace LockResponse {
    const codec: () => Codec<LockResponse>;
    function encode(obj: Partial<LockResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LockResponse>): LockResponse;
}
export interface UnlockRequest {
    session: Uint8Array;
    range?: LockRange;
}
export declare namespace UnlockRequest {
    const codec: () => Codec<UnlockRequest>;
    function encode(obj: Partial<UnlockRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<UnlockRequest>): UnlockRequest;
}
export interface UnlockResponse {
}
export declare namespace UnlockResponse {
    const codec: () => Codec<UnlockResponse>;
    function encode(obj: Partial<UnlockResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<UnlockResponse>): UnlockResponse;
}
export interface TestLockRequest {
    session: Uint8Array;
    range?: LockRange;
    exclusive: boolean;
}
export declare namespace TestLockRequest {
    const codec: () => Codec<TestLockRequest>;
    function encode(obj: Partial<TestLockRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TestLockRequest>): TestLockRequest;
}
export interface LockHolder {
    range?: LockRange;
    exclusive: boolean;
    own: boolean;
    client: string;
}
export declare namespace LockHolder {
    const codec: () => Codec<LockHolder>;
    function encode(obj: Partial<LockHolder>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LockHolder>): LockHolder;
}
export interface TestLockResponse {
    holder?: LockHolder;
}
export declare namespace TestLockResponse {
    const codec: () => Codec<TestLockResponse>;
    function encode(obj: Partial<TestLockResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TestLockResponse>): TestLockResponse;
}
export interface CancelLockRequest {
    session: Uint8Array;
    request: Uint8Array;
}
export declare namespace CancelLockRequest {
    const codec: () => Codec<CancelLockRequest>;
    function encode(obj: Partial<CancelLockRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CancelLockRequest>): CancelLockRequest;
}
export interface CancelLockResponse {
    fence: number;
}
export declare namespace CancelLockResponse {
    const codec: () => Codec<CancelLockResponse>;
    function encode(obj: Partial<CancelLockResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CancelLockResponse>): CancelLockResponse;
}
export interface ChangesRequest {
    after: number;
    waitMs: number;
}
export declare namespace ChangesRequest {
    const codec: () => Codec<ChangesRequest>;
    function encode(obj: Partial<ChangesRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChangesRequest>): ChangesRequest;
}
export interface Change {
    change: string;
    id: Uint8Array;
    parent: Uint8Array;
    sealedName: Uint8Array;
    fromParent: Uint8Array;
    fromSealedName: Uint8Array;
    folder: boolean;
    fresh: boolean;
    version: number;
    revision: number;
    atMs: number;
}
export declare namespace Change {
    const codec: () => Codec<Change>;
    function encode(obj: Partial<Change>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Change>): Change;
}
export interface ChangesResponse {
    changes: Change[];
    revision: number;
    more: boolean;
    lost: boolean;
}
export declare namespace ChangesResponse {
    const codec: () => Codec<ChangesResponse>;
    function encode(obj: Partial<ChangesResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChangesResponse>): ChangesResponse;
}
export interface TakeSnapshotRequest {
    folder: Uint8Array;
    tag: Uint8Array;
    id: Uint8Array;
    sealedName: Uint8Array;
}
export declare namespace TakeSnapshotRequest {
    const codec: () => Codec<TakeSnapshotRequest>;
    function encode(obj: Partial<TakeSnapshotRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TakeSnapshotRequest>): TakeSnapshotRequest;
}
export interface TakeSnapshotResponse {
    revision: number;
}
export declare namespace TakeSnapshotResponse {
    const codec: () => Codec<TakeSnapshotResponse>;
    function encode(obj: Partial<TakeSnapshotResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TakeSnapshotResponse>): TakeSnapshotResponse;
}
export interface Snapshot {
    folder: Uint8Array;
    tag: Uint8Array;
    id: Uint8Array;
    sealedName: Uint8Array;
    revision: number;
    takenAtMs: number;
}
export declare namespace Snapshot {
    const codec: () => Codec<Snapshot>;
    function encode(obj: Partial<Snapshot>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Snapshot>): Snapshot;
}
export interface ListSnapshotsRequest {
    folder: Uint8Array;
    tag: Uint8Array;
}
export declare namespace ListSnapshotsRequest {
    const codec: () => Codec<ListSnapshotsRequest>;
    function encode(obj: Partial<ListSnapshotsRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListSnapshotsRequest>): ListSnapshotsRequest;
}
export interface ListSnapshotsResponse {
    snapshots: Snapshot[];
}
export declare namespace ListSnapshotsResponse {
    const codec: () => Codec<ListSnapshotsResponse>;
    function encode(obj: Partial<ListSnapshotsResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListSnapshotsResponse>): ListSnapshotsResponse;
}
export interface DropSnapshotRequest {
    folder: Uint8Array;
    tag: Uint8Array;
    id: Uint8Array;
}
export declare namespace DropSnapshotRequest {
    const codec: () => Codec<DropSnapshotRequest>;
    function encode(obj: Partial<DropSnapshotRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DropSnapshotRequest>): DropSnapshotRequest;
}
export interface DropSnapshotResponse {
    revision: number;
}
export declare namespace DropSnapshotResponse {
    const codec: () => Codec<DropSnapshotResponse>;
    function encode(obj: Partial<DropSnapshotResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DropSnapshotResponse>): DropSnapshotResponse;
}
export interface ListVersionsRequest {
    parent: Uint8Array;
    tag: Uint8Array;
    before: number;
}
export declare namespace ListVersionsRequest {
    const codec: () => Codec<ListVersionsRequest>;
    function encode(obj: Partial<ListVersionsRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListVersionsRequest>): ListVersionsRequest;
}
export interface Version {
    entry?: Entry;
    current: boolean;
    trashUntilMs: number;
    snapshots: number[];
}
export declare namespace Version {
    const codec: () => Codec<Version>;
    function encode(obj: Partial<Version>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Version>): Version;
}
export interface ListVersionsResponse {
    versions: Version[];
    snapshots: Snapshot[];
    more: boolean;
}
export declare namespace ListVersionsResponse {
    const codec: () => Codec<ListVersionsResponse>;
    function encode(obj: Partial<ListVersionsResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListVersionsResponse>): ListVersionsResponse;
}
